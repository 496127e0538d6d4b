"""A line of a notice around the words that a finding rests on, with a line of carets under them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from notice_cli.model import Notice, Quote
from notice_cli.reports.terminal import cells, visible

_BEFORE = 12
"""Cells of context kept before the first words, where the line is too long."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of the notice: its line in the file, the words shown, and the carets under them."""

    source_line: int | None
    shown: str
    carets: str


def excerpts(notice: Notice, places: Sequence[Quote], width: int, most: int) -> tuple[list[Excerpt], int]:
    """The first lines that the places stand in, in the order of the places, and how many more there are.

    Args:
        notice: The notice that was checked.
        places: Quotes; those without a span are left out.
        width: Cells that a line may take.
        most: Lines that are drawn.
    """
    lines: dict[tuple[int, int], list[Quote]] = {}
    for place in places:
        if place.span is not None and place.span.end > place.span.start:
            lines.setdefault(_line_of(notice.text, place.span.start), []).append(place)
    drawn = [_excerpt(notice.text, line, quotes, width) for line, quotes in islice(lines.items(), most)]
    return drawn, len(lines) - len(drawn)


def _line_of(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _excerpt(text: str, line: tuple[int, int], places: list[Quote], width: int) -> Excerpt:
    spans = sorted((one.span.start, min(one.span.end, line[1])) for one in places if one.span is not None)
    low, high = _window(text, line, spans, width)
    head, tail = "… " if low > line[0] else "", " …" if high < line[1] else ""
    carets, at = " " * cells(head), low
    for start, end in spans:
        if at <= start < high:
            carets += " " * cells(visible(text[at:start])) + "^" * cells(
                visible(text[start : min(end, high)])
            )
            at = min(end, high)
    return Excerpt(places[0].source_line, head + visible(text[low:high]) + tail, carets)


def _window(text: str, line: tuple[int, int], spans: list[tuple[int, int]], width: int) -> tuple[int, int]:
    """As much of the line as fits: all of it, or from shortly before the first span on."""
    start, end = line
    if end - start <= width and cells(visible(text[start:end])) <= width:
        return start, end
    room = width - 4
    low = _back(text, start, spans[0][0], max(_BEFORE, (room - _room_for(text, spans)) // 2))
    high = _forward(text, low, end, room)
    return (low, high) if high < end else (_back(text, start, end, room), end)


def _room_for(text: str, spans: list[tuple[int, int]]) -> int:
    """Cells from the first span to the end of the last; many, where that is long."""
    first, last = spans[0][0], spans[-1][1]
    return 10_000 if last - first > 1000 else cells(visible(text[first:last]))


def _back(text: str, start: int, at: int, room: int) -> int:
    """The earliest place from which no more than `room` cells lead to `at`."""
    while at > start and (room := room - cells(visible(text[at - 1]))) >= 0:
        at -= 1
    return at


def _forward(text: str, at: int, end: int, room: int) -> int:
    """The latest place that no more than `room` cells from `at` lead to."""
    while at < end and (room := room - cells(visible(text[at]))) >= 0:
        at += 1
    return at
