"""The canonical text of a notice: one block a line, each line with its place and its number."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.outline.markers import Marker, parse_marker, parse_tight_marker
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
        markers = _markers(blocks) if group is blocks else [None] * len(group)
        lines = []
        for block, marker in zip(group, markers, strict=True):
            end = at + len(block.text)
            lines.append(Line(block.text, at, end, block.line, marker, block.cell))
            at = end + 1
        groups.append(tuple(lines))
    text = "\n".join([line.text for group in groups for line in group])
    return Outline(text, tuple(groups[:-1]), groups[-1])


def _markers(blocks: Sequence[Block]) -> list[Marker | None]:
    """The number of each block, one that its text runs into only where it is the next one."""
    markers: list[Marker | None] = []
    last = 0
    for block in blocks:
        marker = parse_marker(block.text) or parse_tight_marker(block.text, last + 1)
        if marker and marker.kind == "dot":
            last = marker.number
        markers.append(marker)
    return markers
