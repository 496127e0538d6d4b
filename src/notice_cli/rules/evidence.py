"""Places of a notice as quotes and operands, their lines found by bisection."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from notice_cli.model import Arithmetic, Evidence, Issue, Notice, Operand, Quote, Span
from notice_cli.model.finding import Operator
from notice_cli.rules.memo import once


def source_line(notice: Notice, offset: int) -> int | None:
    """The line of the file that the character at `offset` was read from, None where it cannot be told."""
    at = bisect_right(_line_starts(notice), offset)
    return notice.lines[at - 1][1] if at else None


@once
def _line_starts(notice: Notice) -> list[int]:
    return [start for start, _ in notice.lines]


def quote(notice: Notice, start: int, end: int) -> Quote:
    """`text[start:end]` as a place that a finding rests on."""
    span = Span(start=start, end=end)
    return Quote(text=notice.text[start:end], span=span, source_line=source_line(notice, start))


def quote_field(notice: Notice, value: str, evidence: Evidence | None) -> Quote:
    """A plain value where it stands in the body, or its bare text where it stands in the page's head."""
    if evidence is None or evidence.span is None:
        return Quote(text=value, source_line=evidence.source_line if evidence else None)
    span = evidence.span
    return Quote(
        text=notice.text[span.start : span.end], span=span, source_line=source_line(notice, span.start)
    )


def quote_issue(notice: Notice, issue: Issue) -> Quote:
    """An issue's first line, at most 60 characters of it."""
    start, end = issue.span.start, issue.span.end
    stop = notice.text.find("\n", start, end)
    return quote(notice, start, min(end if stop < 0 else stop, start + 60))


def line_start(notice: Notice, start: int) -> int:
    """Where the line begins that a heading's label, left out of its span, stands in; `start` if it is far."""
    begin = notice.text.rfind("\n", max(start - 12, 0), start) + 1
    return begin if begin or start <= 12 else start


def quote_end(notice: Notice) -> Quote:
    """The last line of the body."""
    end = len(notice.text.rstrip())
    return quote(notice, max(notice.text.rfind("\n", 0, end) + 1, end - 40), end)


def declared_operand(notice: Notice, index: int) -> Operand:
    """The declared figure `counts[index]` as a term of an equation."""
    count = notice.counts[index]
    text = notice.text[count.span.start : count.span.end] or count.text
    return Operand(value=count.value, text=text, span=count.span, source_line=count.source_line, count=index)


def placed_operand(notice: Notice, value: int | float | str, start: int, end: int) -> Operand:
    """A value that stands at `text[start:end]` as a term of an equation."""
    span = Span(start=start, end=end)
    return Operand(
        value=value, text=notice.text[start:end], span=span, source_line=source_line(notice, start)
    )


def field_operand(notice: Notice, value: str, evidence: Evidence | None) -> Operand:
    """A plain value as a term of an equation, with its words where it stands in the body."""
    span = evidence.span if evidence else None
    if span is None:
        return Operand(value=value, text=value, source_line=evidence.source_line if evidence else None)
    line = source_line(notice, span.start)
    return Operand(value=value, text=notice.text[span.start : span.end], span=span, source_line=line)


def listed_operand(value: int, text: str) -> Operand:
    """A figure that was counted, not read: how many issues or measures the body lists."""
    return Operand(value=value, text=text)


def equation(left: list[Operand], operator: Operator, right: Operand) -> Arithmetic:
    """`22 + 1` = `23`: the sum of `left` against `right`."""
    values = [one.value for one in left if not isinstance(one.value, str)]
    return Arithmetic(
        expression=" + ".join(str(value) for value in values),
        left=round(sum(values), 6),
        operator=operator,
        right=right.value,
        operands=(*left, right),
    )


def quotes_of(arithmetic: tuple[Arithmetic, ...]) -> tuple[Quote, ...]:
    """The places of all operands that were read, each once, in the order of the text."""
    places = {one.span.start: one for each in arithmetic for one in each.operands if one.span is not None}
    return tuple(
        Quote(text=one.text, span=one.span, source_line=one.source_line) for _, one in sorted(places.items())
    )


def lines_with(notice: Notice, word: str) -> Iterator[tuple[int, int]]:
    """Start and end of every line of the body in which the word stands."""
    text, end = notice.text, 0
    while (place := text.find(word, end)) >= 0:
        start = text.rfind("\n", end, place) + 1 or end
        stop = text.find("\n", place)
        end = stop if stop >= 0 else len(text)
        yield start, end


@once
def blocks(notice: Notice) -> tuple[tuple[int, int], ...]:
    """Start and end of every line of the body."""
    lines: list[tuple[int, int]] = []
    start = 0
    for line in notice.text.split("\n"):
        end = start + len(line)
        lines.append((start, end))
        start = end + 1
    return tuple(lines)
