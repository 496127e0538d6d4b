"""Notices and what was found in them as the tables of a ledger: rows of plain values, a table a list.

Every table begins with the notice's number where there are several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from notice_cli.language import Lang, Words
from notice_cli.model import Arithmetic, Count, Issue, Notice, Report
from notice_cli.model.ledger import (
    DIFFERS,
    FACTS,
    GENRES,
    GRAVITY,
    HOLDS,
    KINDS,
    LEVELS,
    NOTICE,
    SCOPES,
    STATUSES,
    TABLES,
    VERDICTS,
    WHOLE,
    YES,
    Column,
)
from notice_cli.reports.export_figures import holds, interval
from notice_cli.reports.places import first_line

Value = str | int | float | None
Row = tuple[Value, ...]
Pair = tuple[Notice, Report]
_SUMMARY = 40
"""Letters of an issue that are repeated beside its measures."""
SIGNS = {"<=": "≤", ">=": "≥", "~=": "≈"}


def columns_of(table: str, *, several: bool) -> tuple[Column, ...]:
    """The columns of a table, that of the notice's number first where there are several notices."""
    return ((NOTICE,) if several else ()) + TABLES[table].columns


def rows_of(table: str, pairs: Sequence[Pair], lang: Lang) -> list[Row]:
    """The rows of a table, those of the first notice first."""
    several = len(pairs) > 1
    return [
        ((at, *row) if several else row)
        for at, (notice, report) in enumerate(pairs, 1)
        for row in _ROWS[table](notice, report, lang)
    ]


def _ledger(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    for issue in notice.issues:
        measures = "\n".join(f"{one.label or ''}{one.text}" for one in issue.measures)
        who = "、".join(issue.responsible) or None
        yield issue.number, issue.text, _status(issue, lang), measures or None, who, issue.deadline


def _issues(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    sections = [f"{one.label or ''}{one.heading}" for one in notice.sections]
    for at, issue in enumerate(notice.issues, 1):
        yield (
            at,
            issue.number,
            issue.label,
            sections[issue.section - 1] if issue.section else None,
            issue.text,
            STATUSES[issue.status].say(lang) if issue.status else None,
            issue.status_text,
            len(issue.measures),
            issue.outcome,
            issue.source_line,
        )


def _measures(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    for at, issue in enumerate(notice.issues, 1):
        for one in issue.measures:
            yield at, _short(issue), one.ordinal, one.label, one.text


def _responsible(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    """An issue for which nobody answers stands there with an empty cell."""
    for at, issue in enumerate(notice.issues, 1):
        yield from ((at, _short(issue), name) for name in issue.responsible or (None,))


def _deadlines(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    for at, issue in enumerate(notice.issues, 1):
        yield at, _short(issue), issue.deadline


def _counts(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    claims = {one.count: one for one in report.claims}
    for at, count in enumerate(notice.counts):
        claim = claims.get(at)
        low, high = interval(count)
        yield (
            at + 1,
            KINDS[count.what].say(lang),
            count.value,
            low,
            high,
            count.unit,
            count.text,
            _scope(count, lang),
            VERDICTS[claim.state].say(lang) if claim else None,
            " ".join(claim.codes) or None if claim else None,
            "、".join(map(str, count.refs)) or None,
            YES.say(lang) if count.approximate else None,
            YES.say(lang) if count.derived else None,
        )


def equations(report: Report) -> Iterator[tuple[str, Arithmetic, bool]]:
    """Code and equation, and whether it holds: those that rules passed, then those of the findings."""
    for passed in report.passed:
        yield from ((passed.code, one, True) for one in passed.arithmetic)
    for finding in report.findings:
        yield from ((finding.code, one, holds(one)) for one in finding.arithmetic)


def _arithmetic(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    for at, (code, one, held) in enumerate(equations(report), 1):
        yield (
            at,
            code,
            say_side(one.left, lang),
            SIGNS.get(one.operator, one.operator),
            say_side(one.right, lang),
            (HOLDS if held else DIFFERS).say(lang),
            "；".join(dict.fromkeys(operand.text for operand in one.operands)),
            f"{one.expression} {SIGNS.get(one.operator, one.operator)} {say_side(one.right, lang)}",
        )


def say_side(side: str | float, lang: Lang) -> str | int | float:
    """A side of an equation: a number as it is, a status by its name."""
    return STATUSES[side].say(lang) if isinstance(side, str) and side in STATUSES else side


def _findings(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    for one in report.findings:
        quotes = "\n".join(dict.fromkeys(quote.text for quote in one.evidence))
        hint = one.suggestion or next((repair.text for repair in one.repairs), None)
        level = GRAVITY[one.level].say(lang)
        yield level, one.code, one.message, one.issue, quotes or None, first_line(one), hint


def _facts(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    """A row a value; what is not stated has none."""
    for key, words in FACTS.items():
        for value in _values_of(key, notice, report, lang):
            if value:
                yield words.say(lang), value


def _values_of(key: str, notice: Notice, report: Report, lang: Lang) -> Sequence[str | None]:
    if key == "section":
        return [f"{one.label or ''}{one.heading}" for one in notice.sections]
    if key == "passed":
        return [" ".join(one.code for one in report.passed)]
    if key == "not_applicable":
        return [f"{one.code}：{one.reason}" for one in report.not_applicable]
    value: object = notice
    for name in key.split("."):
        value = getattr(value, name)
    if isinstance(value, tuple):
        return [str(one) for one in value]
    named: dict[str, Words] = {"genre": GENRES, "inspection.level": LEVELS}.get(key, {})
    if value is None:
        return [None]
    return [named[str(value)].say(lang) if str(value) in named else str(value)]


def _rest(notice: Notice, report: Report, lang: Lang) -> Iterator[Row]:
    """Only a workbook has continued texts."""
    return iter(())


def _status(issue: Issue, lang: Lang) -> str | None:
    return STATUSES[issue.status].say(lang) if issue.status else issue.status_text


def _short(issue: Issue) -> str:
    text = issue.text
    return f"{issue.number}. {text if len(text) <= _SUMMARY else text[:_SUMMARY] + '…'}"


def _scope(count: Count, lang: Lang) -> str:
    kind, _, number = count.scope.partition(":")
    return SCOPES[kind].say(lang, number=number) if kind in SCOPES else WHOLE.say(lang)


_ROWS: dict[str, Callable[[Notice, Report, Lang], Iterator[Row]]] = {
    "ledger": _ledger,
    "issues": _issues,
    "measures": _measures,
    "responsible": _responsible,
    "deadlines": _deadlines,
    "counts": _counts,
    "arithmetic": _arithmetic,
    "findings": _findings,
    "facts": _facts,
    "rest": _rest,
}
EXPORTED = tuple(name for name in TABLES if name != "rest")
"""The tables that can be asked for."""
