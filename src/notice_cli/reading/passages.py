"""Paragraphs of the general part and of the next steps: numbered or not, with their headings."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.outline import Line
from notice_cli.reading.measures import split_measures
from notice_cli.reading.piece import Piece, cut, piece_of
from notice_cli.reading.zones import is_heading
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_LONGEST_HEADING = 40
_SENTENCE_END = lazy_pattern("[。：:]")


class PassageDraft(Value):
    """One numbered paragraph: `heading` is its own line or its first sentence."""

    heading: Piece | None
    text: Piece
    start: int
    end: int
    label: str | None
    line: Line


def read_passages(lines: Sequence[Line]) -> list[PassageDraft]:
    """One passage for each numbered paragraph; without any, one for each paragraph or inline item."""
    kind = next((line.marker.kind for line in lines if line.marker), None)
    if kind is None:
        return [passage for line in lines for passage in _inline(line)]
    passages: list[PassageDraft] = []
    for line in lines:
        if line.marker and line.marker.kind == kind:
            items = _inline(line) if kind == "shi" else []
            passages += items if len(items) > 1 else [_passage(line)]
        elif passages:
            passages[-1] = _extended(passages[-1], line)
    return passages


def _inline(line: Line) -> list[PassageDraft]:
    """The items of a paragraph that lists 一是 … 二是 …; else the paragraph."""
    items = split_measures([piece_of(line)])
    return [PassageDraft(None, item, item.start, item.end, item.label, line) for item in items]


def _passage(line: Line) -> PassageDraft:
    """A numbered paragraph, its first sentence as heading where it is short and more follows."""
    body = piece_of(line, line.body_start - line.start)
    label = line.marker.label if line.marker else None
    if is_heading(line):
        heading = cut(body, 0, len(body.text.rstrip("。")))
        return PassageDraft(
            heading, Piece("", line.end, line.end, line.source_line), line.start, line.end, label, line
        )
    stop = _SENTENCE_END.search(body.text, 0, _LONGEST_HEADING)
    if stop is None or stop.end() >= len(body.text):
        return PassageDraft(None, body, line.start, line.end, label, line)
    heading, rest = cut(body, 0, stop.start()), cut(body, stop.end())
    return PassageDraft(heading, rest, line.start, line.end, label, line)


def _extended(passage: PassageDraft, line: Line) -> PassageDraft:
    """A passage with one more paragraph."""
    more = piece_of(line)
    text = more
    if passage.text.text:
        text = Piece(f"{passage.text.text} {more.text}", passage.text.start, more.end, passage.text.line)
    return PassageDraft(passage.heading, text, passage.start, line.end, passage.label, passage.line)
