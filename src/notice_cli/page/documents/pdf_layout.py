"""The marks of a PDF's pages to blocks: paragraphs and tables, both over the ends of pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from notice_cli.page.block import Block, Cell
from notice_cli.page.documents.pdf_grid import Box, Grid, find_grids
from notice_cli.page.documents.pdf_lines import Line, drop_furniture, gather_lines
from notice_cli.page.documents.pdf_marks import Marks, Run
from notice_cli.page.documents.pdf_paragraphs import (
    Column,
    begins_anew,
    column_of,
    ends_sentence,
    join_lines,
    reaches_on,
    read_habits,
)

_SAME_EDGE = 6.0
"""Points within which the columns of two pages are the same."""
_MOST_HEADS = 3
_NEAR_END = 2.5
"""In character sizes: how far above a cell's end its last line may stand."""
_MOST_PADDING = 12.0
_RISE = 0.35
"""In character sizes: how far above its base line a character's middle is."""


@dataclass(slots=True)
class _Table:
    """A table, or what of it stands on one page."""

    page: int
    top: float
    bottom: float
    xs: tuple[float, ...]
    rows: int
    cells: dict[Box, list[Line]] = field(default_factory=dict)
    edges: dict[Box, Column] = field(default_factory=dict)


@dataclass(slots=True)
class _Sheet:
    """A page: its lines outside of tables, and its tables."""

    number: int
    width: float
    height: float
    lines: list[Line]
    tables: list[_Table]


def layout_pages(pages: Sequence[Marks]) -> list[Block]:
    """The blocks of a document; `line` is the number of the page that a block begins on."""
    sheets = [_sheet(number, marks) for number, marks in enumerate(pages, 1)]
    drop_furniture([(sheet.height, sheet.lines) for sheet in sheets])
    return list(_blocks(_merged(_parts(sheets)), {sheet.number: sheet.width for sheet in sheets}))


def _sheet(number: int, marks: Marks) -> _Sheet:
    grids = find_grids(marks.rules)
    inside: list[dict[Box, list[Run]]] = [{} for _ in grids]
    outside = []
    for run in marks.runs:
        place = next(((at, box) for at, grid in enumerate(grids) if (box := _box(grid, run))), None)
        if place is None:
            outside.append(run)
        else:
            inside[place[0]].setdefault(place[1], []).append(run)
    tables = [_table(number, grid, cells) for grid, cells in zip(grids, inside, strict=True) if cells]
    return _Sheet(number, marks.width, marks.height, gather_lines(outside, number), tables)


def _box(grid: Grid, run: Run) -> Box | None:
    """The cell that a run stands in, by the middle of its first character."""
    return grid.box_at(run.x0 + min(run.size, run.x1 - run.x0) / 2, run.y - _RISE * run.size)


def _table(page: int, grid: Grid, cells: dict[Box, list[Run]]) -> _Table:
    table = _Table(page, grid.ys[0], grid.ys[-1], grid.xs, len(grid.ys) - 1)
    table.cells = {box: gather_lines(cells[box], page) for box in sorted(cells)}
    padding = min(
        (min(x.x0 for x in lines) - grid.xs[box.column] for box, lines in table.cells.items()), default=0.0
    )
    padding = max(0.0, min(padding, _MOST_PADDING))
    for box, lines in table.cells.items():
        table.edges[box] = _cell_column(
            grid.xs[box.column], grid.xs[box.column + box.colspan], lines, padding
        )
    return table


def _cell_column(left: float, right: float, lines: Sequence[Line], padding: float) -> Column:
    """The edges of a cell's text: as far from the right rule as lines begin behind the left one."""
    inset = lines[0].x0 - left
    same = sum(1 for line in lines if abs(line.x0 - lines[0].x0) < 1)
    if not (padding < inset <= _MOST_PADDING and 1 < same == len(lines)):
        inset = padding
    left, right = left + inset, right - inset
    return Column(left, right, ((left + right) / 2,))


# -- one document out of its pages ----------------------------------------------------------------------

_Part = list[Line] | _Table


def _parts(sheets: Sequence[_Sheet]) -> Iterator[_Part]:
    """Runs of lines and tables in the order of reading."""
    for sheet in sheets:
        waiting = list(sheet.lines)
        for table in sorted(sheet.tables, key=lambda table: table.top):
            above = [line for line in waiting if line.y < table.bottom]
            waiting = [line for line in waiting if line.y >= table.bottom]
            if above:
                yield above
            yield table
        if waiting:
            yield waiting


def _merged(parts: Iterator[_Part]) -> Iterator[_Part]:
    """The parts, those that a page's end has cut put together."""
    held: _Part | None = None
    for part in parts:
        if isinstance(held, list) and isinstance(part, list):
            held = held + part
        elif isinstance(held, _Table) and isinstance(part, _Table) and (places := _columns(held, part)):
            _append(held, part, places)
        else:
            if held is not None:
                yield held
            held = part
    if held is not None:
        yield held


def _columns(table: _Table, part: _Table) -> dict[int, int] | None:
    """For each column edge of a part on the next page the same one of the table; None: another table."""
    if part.page <= table.page:
        return None
    places = _same_edges(part.xs, table.xs)
    if places is None and (wider := _same_edges(table.xs, part.xs)):
        _widen(table, part.xs, wider)
        places = {at: at for at in range(len(part.xs))}
    return places


def _same_edges(some: Sequence[float], all_: Sequence[float]) -> dict[int, int] | None:
    """Which of all edges each of some is; None where one is none of them, or the outermost differ."""
    places = {}
    for at, x in enumerate(some):
        nearest = min(range(len(all_)), key=lambda n: abs(all_[n] - x))
        if abs(all_[nearest] - x) > _SAME_EDGE:
            return None
        places[at] = nearest
    whole = places[0] == 0 and places[len(some) - 1] == len(all_) - 1
    return places if whole and len(set(places.values())) == len(places) else None


def _widen(table: _Table, xs: tuple[float, ...], places: Mapping[int, int]) -> None:
    """Give a table the columns of its next page, which divide its own."""
    moved = {box: _moved(box, box.row, places) for box in table.cells}
    table.cells = {moved[box]: lines for box, lines in table.cells.items()}
    table.edges = {moved[box]: column for box, column in table.edges.items()}
    table.xs = xs


def _moved(box: Box, row: int, places: Mapping[int, int]) -> Box:
    column, end = places[box.column], places[box.column + box.colspan]
    return Box(row, column, box.rowspan, end - column)


def _append(table: _Table, part: _Table, places: dict[int, int]) -> None:
    """Put the rows of the next page behind the table's; heads that it repeats are left out."""
    heads = _repeated_heads(table, part)
    goes_on = _cut_row(table, part, heads, places)
    last = _last_row(table)
    down = table.rows - heads - (1 if goes_on else 0)
    for box, lines in part.cells.items():
        if box.row < heads:
            continue
        moved = _moved(box, box.row + down, places)
        if goes_on and box.row == heads:
            table.cells[last[moved.column]].extend(lines)
        else:
            table.cells[moved] = lines
            table.edges[moved] = part.edges[box]
    table.rows = max(table.rows, part.rows + down)
    table.page, table.bottom = part.page, part.bottom


def _row_texts(table: _Table, row: int) -> list[str]:
    return ["".join(line.text for line in lines) for box, lines in table.cells.items() if box.row == row]


def _repeated_heads(table: _Table, part: _Table) -> int:
    """How many rows a part begins with that the table begins with too."""
    for count in range(min(_MOST_HEADS, part.rows, table.rows), 0, -1):
        rows = range(count)
        if all(_row_texts(part, row) and _row_texts(table, row) == _row_texts(part, row) for row in rows):
            return count
    return 0


def _last_row(table: _Table) -> dict[int, Box]:
    """The cells that begin in the last row that has any, by their columns."""
    last = max(box.row for box in table.cells)
    return {box.column: box for box in table.cells if box.row == last}


def _cut_row(table: _Table, part: _Table, heads: int, places: dict[int, int]) -> bool:
    """Whether a page's end has cut a row: no new number stands below, all cells there go on with others.

    A cell goes on for sure where it breaks off in a full line without a full stop; one whose text reaches
    down to the page's end may, where other cells of the row do not and no row of the table is divided.
    """
    below = {places[box.column]: lines for box, lines in part.cells.items() if box.row == heads}
    last = _last_row(table)
    first = min(last)
    if not below or not below.keys() <= last.keys() or (first in below and begins_anew(below[first])):
        return False
    broken = {column for column, lines in below.items() if _breaks_off(table, last[column], lines)}
    if not all(_nears_end(table, last[column]) for column in below.keys() - broken):
        return False
    divided = any(box.column == first and box.rowspan > 1 for box in table.cells)
    return bool(broken) or (not divided and first not in below)


def _breaks_off(table: _Table, box: Box, after: Sequence[Line]) -> bool:
    lines = table.cells[box]
    return not ends_sentence(lines[-1]) and reaches_on(lines, after, table.edges[box])


def _nears_end(table: _Table, box: Box) -> bool:
    lowest = table.cells[box][-1]
    return table.bottom - lowest.y < _NEAR_END * lowest.size


# -- blocks ---------------------------------------------------------------------------------------------


def _blocks(parts: Iterator[_Part], widths: Mapping[int, float]) -> Iterator[Block]:
    kept = list(parts)
    lines = [line for part in kept if isinstance(part, list) for line in part]
    columns = _text_columns(lines, widths)
    habits = read_habits(lines, [columns[line.page] for line in lines])
    place = tables = 0
    for part in kept:
        if isinstance(part, _Table):
            found = list(_cell_blocks(part, tables))
            tables += 1
        else:
            paragraphs = join_lines(part, [columns[line.page] for line in part], habits)
            found = [Block(paragraph.text, paragraph.page, 0, "p") for paragraph in paragraphs]
        for block in found:
            place += 1
            yield block.replace(place=place)


def _text_columns(lines: Sequence[Line], widths: Mapping[int, float]) -> dict[int, Column]:
    """For each page the edges of the text, those of all pages of the same width."""
    by_width: dict[float, list[Line]] = {}
    for line in lines:
        by_width.setdefault(round(widths[line.page]), []).append(line)
    columns = {width: column_of(own, width) for width, own in by_width.items()}
    return {line.page: columns[round(widths[line.page])] for line in lines}


def _cell_blocks(table: _Table, number: int) -> Iterator[Block]:
    for box, lines in sorted(table.cells.items()):
        columns = [table.edges[box]] * len(lines)
        for paragraph in join_lines(lines, columns, read_habits(lines, columns)):
            yield Block(paragraph.text, paragraph.page, 0, "td", Cell(number, *box))
