"""Findings as annotations of GitHub Actions: workflow commands, one a line.

>>> _data("50%\\n::error::x")
'50%25%0A::error::x'
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from notice_cli.language import Lang, Words
from notice_cli.model import Finding, Report, Severity
from notice_cli.reports.gravity import ranked
from notice_cli.reports.places import columns, first_line, has_lines
from notice_cli.reports.terminal import visible

MOST = 10
"""Annotations of one level that GitHub shows for a step."""
_COMMANDS: dict[Severity, str] = {"error": "error", "warning": "warning", "note": "notice"}
_MORE = Words("{command} 级另有 {count} 条没有显示")
_BROKEN = Words("规则 {code} 出错，没有判完：{error}")


def render(reports: Sequence[Report], lang: Lang) -> str:
    """At most ten annotations a level, the gravest first, and how many more there are."""
    lines = [*_unread(reports), *_broken(reports, lang)]
    told: Counter[Severity] = Counter()
    for report, finding in ranked(reports):
        told[finding.level] += 1
        if told[finding.level] <= MOST:
            lines.append(_annotation(report, finding))
    lines += [
        f"::notice::{_data(_MORE.say(lang, command=_COMMANDS[level], count=count - MOST))}"
        for level, count in told.items()
        if count > MOST
    ]
    return "".join(f"{line}\n" for line in lines)


def _unread(reports: Sequence[Report]) -> Iterator[str]:
    for one in reports:
        if one.unreadable is not None:
            yield f"::error file={_property(one.uri)}::{_data(one.unreadable.message)}"


def _broken(reports: Sequence[Report], lang: Lang) -> Iterator[str]:
    for code, error in dict.fromkeys((one.code, one.error) for report in reports for one in report.broken):
        yield f"::error::{_data(_BROKEN.say(lang, code=code, error=error))}"


def _annotation(report: Report, finding: Finding) -> str:
    line = first_line(finding) if has_lines(report.source) else None
    place = f",line={line}" if line is not None else ""
    first = next((one for one in finding.evidence if one.source_line is not None), None)
    found = columns(report, first) if first else None
    column = f",col={found[0]}" if found else ""
    title = f",title={_property(f'{finding.code} {finding.name}')}"
    where = f"file={_property(report.uri)}{place}{column}{title}"
    return f"::{_COMMANDS[finding.level]} {where}::{_data(finding.message)}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
