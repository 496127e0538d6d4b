"""The text of a ledger as it grows: a paragraph of a cell a line, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field

from notice_cli.outline import Line, Outline
from notice_cli.page.block import fold
from notice_cli.reading.piece import Piece, piece_of


@dataclass(slots=True)
class Text:
    """The lines so far; those of the title stand apart."""

    titles: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, row: int | None, *, title: bool = False) -> list[Piece]:
        """Write a cell's paragraphs and give them with their places.

        Args:
            text: What the cell shows.
            row: Its row in the sheet, None where the sheet is not that of the issues.
            title: Whether it is the notice's title.
        """
        added = []
        for paragraph in filter(None, map(fold, text.split("\n"))):
            end = self.length + len(paragraph)
            line = Line(paragraph, self.length, end, row, None)
            (self.titles if title else self.lines).append(line)
            added.append(piece_of(line))
            self.length = end + 1
        return added

    def outline(self) -> Outline:
        """The whole text and its lines."""
        every = (*self.titles, *self.lines)
        titles = (tuple(self.titles),) if self.titles else ()
        return Outline("\n".join(line.text for line in every), titles, tuple(self.lines))
