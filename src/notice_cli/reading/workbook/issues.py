"""Rows to issues: a row is an issue, goes on with the one above it, or belongs to one of another sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from notice_cli.page.block import fold
from notice_cli.page.workbook import SheetCell
from notice_cli.reading.workbook.heads import Name
from notice_cli.reading.workbook.tables import OwnRow, Row, Table
from notice_cli.text.numerals import parse_numeral

_TOTALS = ("合计", "总计", "小计", "共计", "total")
_KEYS: tuple[Name, ...] = ("issue", "number", "position", "group", "notice")
_DRESS = "()（）.、． \t"


@dataclass(slots=True)
class Found:
    """What the sheets say about one issue: the cells of its own rows, then those of other sheets."""

    sheet: str
    text: str
    key: str | None
    """The number by which other sheets name it."""
    section: str | None
    cells: list[tuple[Name | None, str, SheetCell]] = field(default_factory=list)
    further: list[tuple[Name, str]] = field(default_factory=list)
    """From other sheets: what it is, and the text."""
    measures: list[OwnRow] = field(default_factory=list)
    """From our table of measures, where there is one: a row a measure."""


@dataclass(slots=True)
class Gathering:
    """All issues, in order, and the lines that belong to none."""

    issues: list[Found] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    section: str | None = None


def gather_issues(tables: Sequence[Table], measures: Sequence[OwnRow] = ()) -> Gathering:
    """The issues of all lists; what a later list says about an issue of an earlier one is added to it.

    Args:
        tables: The lists.
        measures: The rows of our table of measures.
    """
    gathering = Gathering()
    for table in sorted(tables, key=lambda one: "issue" not in one.names):
        by_text = {fold(one.text): one for one in reversed(gathering.issues)}
        by_key = {one.key: one for one in reversed(gathering.issues) if one.key}
        last: Found | None = None
        for row in table.rows:
            last = _read_row(gathering, row, table, last, (by_text, by_key))
    _add_measures(gathering, measures)
    return gathering


def _add_measures(gathering: Gathering, measures: Sequence[OwnRow]) -> None:
    """Our rows of measures go to their issues; those of no issue are notes."""
    by_key = {one.key: one for one in reversed(gathering.issues) if one.key}
    for row in measures:
        issue = by_key.get(row.values.get("issue", "").strip())
        if issue is None:
            gathering.notes += [text for text in row.values.values() if text]
        elif row.values.get("text"):
            issue.measures.append(row)


_Known = tuple[dict[str, Found], dict[str, Found]]


def _read_row(
    gathering: Gathering, row: Row, table: Table, last: Found | None, known: _Known
) -> Found | None:
    """Put a row where it belongs; gives the issue that the next row may go on with."""
    cells = {name: cell for name, _, cell in row.cells if name}
    if _is_note(row, cells, table):
        _enter_section(gathering, row)
        return last
    if "group" in cells:
        gathering.section = cells["group"].text
    text = cells["issue"].text if "issue" in cells else None
    key = _key(cells)
    earlier = known[0].get(fold(text)) if text else known[1].get(key or "")
    if earlier is not None:
        _add_further(earlier, row)
        return earlier
    if text is None:
        return _go_on(gathering, row, table, last)
    found = Found(table.sheet, text, key, gathering.section, list(row.cells))
    gathering.issues.append(found)
    return found


def _is_note(row: Row, cells: dict[Name, SheetCell], table: Table) -> bool:
    """A heading over the columns, a note below them, a row of totals."""
    first = row.cells[0][2]
    if fold(first.text).strip("：:").lower() in _TOTALS:
        return True
    if len(row.cells) > 1:
        return False
    wide = first.colspan * 2 > table.width and table.width > 1
    return wide or not cells or (("number" in cells or "position" in cells) and _key(cells) is None)


def _enter_section(gathering: Gathering, row: Row) -> None:
    """A lone cell is a heading for the issues below it, or a note; which one is told at the end."""
    gathering.section = row.cells[0][2].text if len(row.cells) == 1 else gathering.section
    gathering.notes += [cell.text for _, _, cell in row.cells]


def _key(cells: dict[Name, SheetCell]) -> str | None:
    """The number of a row as digits: that of its position, else its own."""
    cell = cells.get("position") or cells.get("number")
    number = parse_numeral(fold(cell.text).strip(_DRESS)) if cell else None
    return None if number is None else str(number)


def _go_on(gathering: Gathering, row: Row, table: Table, last: Found | None) -> Found | None:
    """A row without an issue of its own goes on with the one above it."""
    if last is None:
        gathering.notes += [cell.text for _, _, cell in row.cells]
    elif last.sheet == table.sheet:
        last.cells += row.cells
    else:
        _add_further(last, row)
    return last


def _add_further(issue: Found, row: Row) -> None:
    """What a row of another sheet says; what the issue says already is not added."""
    said = {(name, fold(cell.text)) for name, _, cell in issue.cells}
    for name, _, cell in row.cells:
        if name and name not in _KEYS and (name, fold(cell.text)) not in said:
            issue.further.append((name, cell.text))
