"""Findings as Markdown tables, for merge requests and step summaries.

>>> escape_cell("a|b<i>@all")
'a\\|b&lt;i&gt;&#64;all'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from notice_cli.language import Lang, Words
from notice_cli.model import Finding, Report, Severity
from notice_cli.reports.gravity import LEVELS, gravity
from notice_cli.reports.places import first_line, say_position
from notice_cli.reports.terminal import visible
from notice_cli.text.pattern import lazy_pattern

_LEVELS: dict[Severity, Words] = {
    "error": Words("错误"),
    "warning": Words("警告"),
    "note": Words("提示"),
}
_HEAD = Words("| 级别 | 编号 | 位置 | 说明 | 怎么改 |")
_COUNTS = Words(
    "错误 {error}，警告 {warning}，提示 {note}；通过 {passed} 项，未能判断 {silent} 项",
)
_BROKEN = Words("规则 {code} 出错：{error}")
_SPECIAL = lazy_pattern(r"([\\`*_{}\[\]()#+!|~$^-])")


def render(reports: Sequence[Report], lang: Lang) -> str:
    """A heading and a table for each notice."""
    return "\n".join(line for report in reports for line in _report(report, lang)) + "\n"


def _report(report: Report, lang: Lang) -> Iterator[str]:
    yield f"### {escape_cell(report.title or report.uri)}"
    yield ""
    if report.unreadable is not None:
        yield escape_cell(report.unreadable.message)
        yield ""
        return
    yield f"{escape_cell(report.uri)} — {_counts(report, lang)}"
    yield ""
    for one in report.broken:
        yield escape_cell(_BROKEN.say(lang, code=one.code, error=one.error)) + "\n"
    if report.findings:
        yield from (_HEAD.say(lang), "| --- | --- | --- | --- | --- |")
        yield from (_row(report, one, lang) for one in sorted(report.findings, key=gravity))
        yield ""


def _counts(report: Report, lang: Lang) -> str:
    levels = Counter(one.level for one in report.findings)
    found = {level: levels.get(level, 0) for level in LEVELS}
    return _COUNTS.say(lang, **found, passed=len(report.passed), silent=len(report.not_applicable))


def _row(report: Report, finding: Finding, lang: Lang) -> str:
    line = first_line(finding)
    where = "" if line is None else say_position(report.source, line, lang)
    todo = finding.suggestion or (finding.repairs[0].text if finding.repairs else "")
    cells = (_LEVELS[finding.level].say(lang), finding.code, where, finding.message, todo)
    return f"| {' | '.join(map(escape_cell, cells))} |"


def escape_cell(text: str) -> str:
    """Text that Markdown takes for text: no table, link, mention, tag or emphasis comes of it."""
    plain = _SPECIAL.sub(r"\\\1", visible(text).replace("&", "&amp;"))
    for mark, entity in (
        ("<", "&lt;"),
        (">", "&gt;"),
        ("@", "&#64;"),
        ("://", "&#58;//"),
        ("www.", "www&#46;"),
    ):
        plain = plain.replace(mark, entity)
    return plain
