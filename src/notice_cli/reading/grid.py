"""Tables of the issues' part, row by row, as far as their cells hold text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from notice_cli.outline import Line
from notice_cli.page.block import Cell
from notice_cli.reading.piece import Piece, piece_of
from notice_cli.values import Value


class GridCell(Value):
    """A cell and the lines in it."""

    cell: Cell
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The cell's lines, joined."""
        return " ".join(line.text for line in self.lines)

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
    gathered: list[Line] = []
    for line in lines:
        if gathered and (
            line.cell is None or gathered[-1].cell is None or line.cell.table != gathered[-1].cell.table
        ):
            found.append(_table(gathered))
            gathered = []
        if line.cell is None:
            found.append(line)
        else:
            gathered.append(line)
    return [*found, _table(gathered)] if gathered else found


def _table(lines: Iterable[Line]) -> GridTable:
    cells: dict[Cell, list[Line]] = {}
    for line in lines:
        if line.cell is not None:
            cells.setdefault(line.cell, []).append(line)
    rows: dict[int, list[GridCell]] = {}
    for cell, inside in cells.items():
        rows.setdefault(cell.row, []).append(GridCell(cell, tuple(inside)))
    width = max((cell.column + cell.colspan for cell in cells), default=0)
    return GridTable(tuple(tuple(sorted(rows[row], key=_column)) for row in sorted(rows)), width)


def _column(one: GridCell) -> int:
    return one.cell.column
