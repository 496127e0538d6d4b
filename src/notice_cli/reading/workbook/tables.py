"""Sheets to tables: where the head is, what each column holds, and the lines around the table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_cli.language import LANGS
from notice_cli.model.ledger import NOTICE, TABLES
from notice_cli.page.workbook import Sheet, SheetCell
from notice_cli.reading.workbook.heads import Name, fold_head, parse_head
from notice_cli.text.pattern import lazy_pattern

_HEAD_WITHIN = 12
_HEAD_ROWS = 3
_LEAST = 2
_CONTINUED = lazy_pattern(r"…〔续文(\d{1,5})〕$")
_OWN_TABLES: dict[str, tuple[str, ...]] = {
    "measures": ("issue", "ordinal", "text"),
    "counts": ("what", "value", "scope", "text"),
    "arithmetic": ("left", "operator", "right"),
    "findings": ("level", "code", "message"),
    "facts": ("field", "value"),
    "rest": ("mark", "part", "text"),
    "issues": ("text", "status_text"),
}
"""Tables that only we write, and the columns that they are told by."""


class Row(NamedTuple):
    """A row: its number in the sheet, its cells from left to right, each with what its column holds."""

    number: int
    cells: tuple[tuple[Name | None, str, SheetCell], ...]
    """What the column holds, the column's head, the cell."""


class Table(NamedTuple):
    """A list of issues, or of what belongs to issues, with the lines above it."""

    sheet: str
    above: tuple[str, ...]
    rows: tuple[Row, ...]
    width: int
    names: frozenset[Name]
    ours: bool = False
    """Whether it is the list of issues of a ledger that we wrote."""


class OwnRow(NamedTuple):
    """A row of a table that only we write: the texts by our names of the columns."""

    number: int
    values: dict[str, str]


class Tables(NamedTuple):
    """What a workbook holds: lists by hand or ours, our further tables, lines of sheets without a table."""

    lists: tuple[Table, ...]
    own: dict[str, tuple[OwnRow, ...]]
    lines: tuple[str, ...]


def read_tables(sheets: Sequence[Sheet]) -> Tables:
    """Every table of a workbook."""
    lists: list[Table] = []
    own: dict[str, tuple[OwnRow, ...]] = {}
    lines: list[str] = []
    for sheet in _continued(sheets):
        rest = sheet.rows
        while (found := _own_table(rest)) and found[0] != "issues":
            kind, own_rows, above, rest = found
            own[kind] = (*own.get(kind, ()), *own_rows)
            lines += above
        table = _read_list(sheet._replace(rows=rest))
        if table:
            lists.append(table)
        elif rest == sheet.rows:
            lines += (cell.text for row in rest for cell in row)
    return Tables(tuple(lists), own, tuple(lines))


def _continued(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets with long texts put together again out of the sheet of their continuations."""
    texts: dict[str, str] = {}
    for sheet in sheets:
        found = _own_table(sheet.rows)
        for row in found[1] if found and found[0] == "rest" else ():
            mark = row.values.get("mark", "")
            texts[mark] = texts.get(mark, "") + row.values.get("text", "")
    return [_with_texts(sheet, texts) for sheet in sheets] if texts else list(sheets)


def _with_texts(sheet: Sheet, texts: dict[str, str]) -> Sheet:
    def whole(cell: SheetCell) -> SheetCell:
        mark = _CONTINUED.search(cell.text)
        return cell._replace(text=texts[mark[1]]) if mark and mark[1] in texts else cell

    return sheet._replace(rows=tuple(tuple(map(whole, row)) for row in sheet.rows))


_Rows = tuple[tuple[SheetCell, ...], ...]


def _own_table(rows: _Rows) -> tuple[str, tuple[OwnRow, ...], list[str], _Rows] | None:
    """The first table of these rows, where it is one of ours: its kind and rows, what is above and behind."""
    heads = [(at, _own_head(row)) for at, row in enumerate(rows[:_HEAD_WITHIN])]
    begin, found = next(((at, head) for at, head in heads if head), (0, None))
    if found is None:
        return None
    kind, columns = found
    end = next((at for at in range(begin + 1, len(rows)) if _own_head(rows[at])), len(rows))
    own = tuple(_own_row(row, columns) for row in rows[begin + 1 : end])
    return kind, own, [cell.text for row in rows[:begin] for cell in row], rows[end:]


def _own_head(row: Sequence[SheetCell]) -> tuple[str, dict[int, str]] | None:
    """The kind of our table that a row is the head of, and its columns by number."""
    heads = {fold_head(cell.text): cell.column for cell in row if len(cell.text) < 40}
    for kind, needed in _OWN_TABLES.items():
        names = {column.name: column.words for column in (NOTICE, *TABLES[kind].columns)}
        for lang in LANGS:
            here = {
                heads[h]: name for name, words in names.items() if (h := fold_head(words.say(lang))) in heads
            }
            if set(needed) <= set(here.values()):
                return kind, here
    return None


def _own_row(row: Sequence[SheetCell], columns: dict[int, str]) -> OwnRow:
    values = {columns[cell.column]: cell.text for cell in row if cell.column in columns}
    return OwnRow(row[0].row, values)


def _read_list(sheet: Sheet) -> Table | None:
    """The list that a sheet holds, None where no row of its begin is a head."""
    names = [{cell.column: parse_head(cell.text) for cell in row} for row in sheet.rows[:_HEAD_WITHIN]]
    begin = next((at for at, row in enumerate(names) if _is_head(list(row.values()))), None)
    if begin is None:
        return None
    columns, end = _columns(sheet.rows, begin)
    above = tuple(cell.text for row in sheet.rows[:begin] for cell in row)
    held = {name for name, _ in columns.values() if name}
    width = max((cell.column + cell.colspan - 1 for row in sheet.rows for cell in row), default=0)
    own = _own_head(sheet.rows[begin])
    ours = own is not None and own[0] == "issues"
    rows = tuple(_read_rows(sheet.rows[end:], columns, sheet.rows[begin]))
    return Table(sheet.name, above, rows, width, frozenset(held), ours)


def _is_head(names: Sequence[Name | None]) -> bool:
    """Whether a row is a list's head: labels, one of issues among them, or most of them known."""
    known = [name for name in names if name]
    return len(set(known)) >= _LEAST and ("issue" in known or len(known) * 2 >= len(names))


def _columns(rows: _Rows, begin: int) -> tuple[dict[int, tuple[Name | None, str]], int]:
    """Name and head of every column, and where the rows begin; of heads in several rows the lowest tells."""
    columns: dict[int, tuple[Name | None, str]] = {}
    end = begin
    for row in rows[begin : begin + _HEAD_ROWS]:
        names = [parse_head(cell.text) for cell in row]
        if end > begin and (None in names or not names):
            break
        for name, cell in zip(names, row, strict=True):
            for column in range(cell.column, cell.column + cell.colspan):
                columns[column] = (name, cell.text)
        end += 1
    numbers = [column for column, (name, _) in columns.items() if name == "number"]
    if len(numbers) > 1 and fold_head(columns[numbers[0]][1]) == "序号":
        columns[numbers[0]] = ("position", columns[numbers[0]][1])
    return columns, end


def _read_rows(
    rows: _Rows, columns: dict[int, tuple[Name | None, str]], head: Sequence[SheetCell]
) -> Iterator[Row]:
    """The rows below a head, the head printed again left out."""
    texts = [cell.text for cell in head]
    for row in rows:
        if [cell.text for cell in row] != texts:
            cells = ((*columns.get(cell.column, (None, "")), cell) for cell in row)
            yield Row(row[0].row, tuple(cells))
