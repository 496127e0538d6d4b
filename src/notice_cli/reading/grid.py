"""Tables of the issues' part, row by row, as far as their cells hold text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from notice_cli.outline import Line
from notice_cli.page.block import Cell
from notice_cli.reading.piece import Piece, piece_of
from notice_cli.values import Value

_COLUMN = attrgetter("cell.column")


class GridCell(Value):
    """A cell and the lines in it."""

    cell: Cell
    lines: tuple[Line, ...]
    text: str
    """The cell's lines, joined."""

    @property
    def pieces(self) -> list[Piece]:
        """The cell's lines as pieces."""
        return [piece_of(line) for line in self.lines]


class GridTable(Value):
    """A table's rows, from top to bottom; a cell stands in the row that it begins in."""

    rows: tuple[tuple[GridCell, ...], ...]
    width: int
    """Columns of the widest row."""


def split_tables(lines: Sequence[Line]) -> list[GridTable | Line]:
    """The part's tables and, between them, its other lines, in order."""
    found: list[GridTable | Line] = []
    for table, gathered in groupby(lines, key=_table_of):
        if table is None:
            found += gathered
        else:
            found.append(_table(gathered))
    return found


def _table_of(line: Line) -> int | None:
    return line.cell.table if line.cell is not None else None


def _table(lines: Iterable[Line]) -> GridTable:
    cells: dict[Cell, list[Line]] = {}
    for line in lines:
        if line.cell is not None:
            cells.setdefault(line.cell, []).append(line)
    rows: dict[int, list[GridCell]] = {}
    for cell, inside in cells.items():
        text = inside[0].text if len(inside) == 1 else " ".join([line.text for line in inside])
        rows.setdefault(cell.row, []).append(GridCell(cell, tuple(inside), text))
    width = max([cell.column + cell.colspan for cell in cells], default=0)
    return GridTable(tuple([tuple(sorted(rows[row], key=_COLUMN)) for row in sorted(rows)]), width)
