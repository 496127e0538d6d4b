"""The grid of a table: where each cell stands, rows and columns that others span counted."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from notice_cli.page.block import Cell, Place

TABLE_TAGS = frozenset(("table", "tr", "td", "th"))
_MOST_TAKEN = 300_000
"""Places of one table from which what cells say about their spans is not believed."""


class Table(Struct):
    """A table so far: its number on the page, where it stands, the places that are taken."""

    number: int
    row: int = -1
    column: int = 0
    """All columns of the row before this one are taken."""
    taken: set[tuple[int, int]] = field(default_factory=set)

    def copy(self) -> Table:
        """The table as it is now."""
        return Table(self.number, self.row, self.column, set(self.taken))


def find_cell(
    tag: str, spans: tuple[int, int], parent: int, places: Sequence[Place], tables: dict[int, Table]
) -> Cell | None:
    """The grid place of the page's next element; keeps count of tables, rows and spans on the way.

    Args:
        tag: One of `TABLE_TAGS`.
        spans: How many rows and columns a cell takes.
        parent: The number of the element around it.
        places: Of the elements before it.
        tables: By their numbers; a new one is added.
    """
    if tag == "table":
        tables[len(places)] = Table(len(tables))
        return None
    while parent and parent not in tables:
        parent = places[parent].parent
    if not parent:
        return None
    table = tables[parent]
    if tag == "tr":
        table.row, table.column = table.row + 1, 0
        return None
    fits = len(table.taken) + spans[0] * spans[1] <= _MOST_TAKEN
    return _take(table, *(spans if fits else (1, 1)))


def _take(table: Table, rowspan: int, colspan: int) -> Cell:
    """The next free place of the table's row, all that it spans marked as taken."""
    row, column = max(table.row, 0), table.column
    while (row, column) in table.taken:
        column += 1
    table.column = column
    if rowspan == colspan == 1:
        table.taken.add((row, column))
    else:
        table.taken.update((row + r, column + c) for r in range(rowspan) for c in range(colspan))
    return Cell(table.number, row, column, rowspan, colspan)


def parse_span(value: str | None) -> int:
    """A rowspan or colspan, kept within what a table can mean."""
    value = (value or "").strip()
    return max(1, min(int(value), 500)) if value.isdecimal() and len(value) < 5 else 1
