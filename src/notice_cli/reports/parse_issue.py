"""One issue of a notice whole: its words, status, measures, each with its line in the file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.language import Lang, Words
from notice_cli.model import Issue, Notice
from notice_cli.reports.parse_table import NO_STATUS, STATUS_GLYPHS, STATUS_STYLES, STATUS_WORDS
from notice_cli.reports.places import has_lines, say_position
from notice_cli.reports.terminal import Line, paint, visible, wrap

_ISSUE = Words("问题 {number}")
_PRINTED = Words("原文写作“{text}”")
_LABELS = {
    "responsible": Words("责任单位"),
    "deadline": Words("时限"),
    "outcome": Words("成效"),
}
_MEASURES = Words("措施 {count}")
_NO_MEASURES = Words("没有读出措施")


def find_issues(notice: Notice, numbers: Sequence[int]) -> list[Issue]:
    """The issues of those numbers, in the notice's order; a number that stands twice gives both."""
    return [issue for issue in notice.issues if issue.number in numbers]


def render(found: Sequence[tuple[Notice, Issue]], lang: Lang, color: bool, width: int) -> str:
    """Each issue with its notice's name, its place and all that was read of it.

    Args:
        found: Issues with the notices they stand in.
        lang: Language of the captions.
        color: Whether to colour.
        width: Cells of a line; at least 40 are taken.
    """
    lines = [line for notice, issue in found for line in _issue(notice, issue, lang, max(width, 40))]
    return paint(lines, color=color)


def _issue(notice: Notice, issue: Issue, lang: Lang, width: int) -> Iterator[Line]:
    gutter = max((len(str(line)) for line in _lines(issue)), default=1) + 1
    status = issue.status or ""
    state = f"{STATUS_GLYPHS[status]} {(STATUS_WORDS[status] if status else NO_STATUS).say(lang)}"
    yield [(_ISSUE.say(lang, number=issue.number) + "  ", "bold"), (state, STATUS_STYLES.get(status, "dim"))]
    where = visible(notice.source.uri) + _where(notice, issue.source_line, lang)
    yield [(" " * gutter + "--> ", "blue"), (where, "")]
    section = next((one for one in notice.sections if one.number == issue.section), None)
    if section is not None:
        yield from _numbered(
            section.source_line, f"{section.label or ''}{section.heading}", gutter, width, "dim"
        )
    yield from _numbered(issue.source_line, issue.text, gutter, width, "bold")
    yield from _notes(issue, gutter, lang, width)
    measures = _MEASURES.say(lang, count=len(issue.measures)) if issue.measures else _NO_MEASURES.say(lang)
    yield [(" " * gutter + "= ", "blue"), (measures, "dim")]
    for one in issue.measures:
        label = one.label or f"{one.ordinal}."
        yield from _numbered(one.source_line, f"{label} {one.text}", gutter, width, "")
    yield []


def _where(notice: Notice, line: int | None, lang: Lang) -> str:
    """What stands behind the source: the line, of a document in words."""
    if line is None:
        return ""
    return f":{line}" if has_lines(notice.source) else f" {say_position(notice.source, line, lang)}"


def _lines(issue: Issue) -> Iterator[int]:
    lines = (issue.source_line, *(one.source_line for one in issue.measures))
    return (line for line in lines if line is not None)


def _notes(issue: Issue, gutter: int, lang: Lang, width: int) -> Iterator[Line]:
    """The status as printed, who is responsible, the deadline, the outcome."""
    values = {
        "responsible": "、".join(issue.responsible),
        "deadline": issue.deadline,
        "outcome": issue.outcome,
    }
    told = [_PRINTED.say(lang, text=issue.status_text)] if issue.status_text else []
    told += [f"{words.say(lang)} {values[name]}" for name, words in _LABELS.items() if values[name]]
    for text in told:
        first, *rest = wrap(visible(text), width - gutter - 2)
        yield [(" " * gutter + "= ", "blue"), (first, "")]
        yield from ([(" " * (gutter + 2) + line, "")] for line in rest)


def _numbered(line: int | None, text: str, gutter: int, width: int, style: str) -> Iterator[Line]:
    """The text behind its line's number, as an excerpt of a file."""
    number = "" if line is None else str(line)
    for at, part in enumerate(wrap(visible(text), width - gutter - 2)):
        yield [(f"{number if at == 0 else '':>{gutter - 1}} | ", "blue"), (part, style)]
