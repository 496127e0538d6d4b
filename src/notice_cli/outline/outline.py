"""The canonical text of a notice: one block a line, each line with its place and its number."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.outline.markers import DIGITS, Marker, parse_marker, parse_tight_marker
from notice_cli.page.block import Block, Cell
from notice_cli.values import Value


class Line(Value):
    """One block of the text: `text[start:end]`."""

    text: str
    start: int
    end: int
    source_line: int | None
    marker: Marker | None
    cell: Cell | None = None

    @property
    def body(self) -> str:
        """The text behind the marker."""
        return self.text[self.marker.end :] if self.marker else self.text

    @property
    def body_start(self) -> int:
        """Where the text behind the marker begins in the notice's text."""
        return self.start + (self.marker.end if self.marker else 0)


class Outline(Value):
    """The whole text, the lines of the title (in groups, as often as it is printed), the body's lines."""

    text: str
    titles: tuple[tuple[Line, ...], ...]
    lines: tuple[Line, ...]


def read_outline(titles: Sequence[Sequence[Block]], blocks: Sequence[Block]) -> Outline:
    """Join blocks to the canonical text and find the number of each line."""
    at = 0
    groups: list[tuple[Line, ...]] = []
    for group in (*titles, blocks):
        lines = _lines(group, at) if group is blocks else _title_lines(group, at)
        at = lines[-1].end + 1 if lines else at
        groups.append(lines)
    text = "\n".join([line.text for group in groups for line in group])
    return Outline(text, tuple(groups[:-1]), groups[-1])


def _title_lines(blocks: Sequence[Block], at: int) -> tuple[Line, ...]:
    """A line for each block of a title, the first beginning at `at`; they have no number."""
    lines: list[Line] = []
    for block in blocks:
        lines.append(Line(block.text, at, at + len(block.text), block.line, None, block.cell))
        at = lines[-1].end + 1
    return tuple(lines)


def _lines(blocks: Sequence[Block], at: int) -> tuple[Line, ...]:
    """A line for each block, the first beginning at `at`.

    A number that its text runs into is one only where it is the next.
    """
    lines: list[Line] = []
    last = 0
    for block in blocks:
        text = block.text
        marker = parse_marker(text)
        if marker is None and text and text[0] in DIGITS:
            marker = parse_tight_marker(text, last + 1)
        if marker is not None and marker.kind == "dot":
            last = marker.number
        end = at + len(text)
        lines.append(Line(text, at, end, block.line, marker, block.cell))
        at = end + 1
    return tuple(lines)
