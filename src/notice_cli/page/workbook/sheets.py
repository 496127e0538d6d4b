"""An `.xlsx` to its visible sheets: cells that hold something, with the merged ones over their whole area.

Rows that a filter hides are read like all others; hidden sheets are not seen and not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from notice_cli.errors import DecodeError, SourceError
from notice_cli.page.workbook.kinds import refuse_other_kinds
from notice_cli.page.workbook.package import Element, Package, open_package, read_elements, read_relations
from notice_cli.page.workbook.values import Formats, read_formats, show_number, unescape
from notice_cli.text.pattern import lazy_pattern

MAX_CELLS = 100_000
"""Cells with content, all sheets together."""
MAX_LETTERS = 10_000_000
_REFERENCE = lazy_pattern(r"([A-Z]{1,3})(\d{1,7})")
_WORKBOOK = "xl/workbook.xml"
_OPTION = ("1", "true", "on")


class SheetCell(NamedTuple):
    """A cell that holds something; row and column count from 1, as in the sheet."""

    row: int
    column: int
    text: str
    rowspan: int = 1
    colspan: int = 1


class Sheet(NamedTuple):
    """A visible sheet: its name and its rows that hold something, from top to bottom."""

    name: str
    rows: tuple[tuple[SheetCell, ...], ...]


class _Budget:
    """How many cells and letters have been read."""

    def __init__(self, where: str) -> None:
        self.where, self.cells, self.letters = where, 0, 0

    def take(self, text: str) -> None:
        """Count one cell.

        Raises:
            SourceError: `too_many_cells`.
        """
        self.cells += 1
        self.letters += len(text)
        if self.cells > MAX_CELLS or self.letters > MAX_LETTERS:
            raise SourceError("too_many_cells", self.where, limit=MAX_CELLS)


def read_workbook(data: bytes, where: str = "") -> list[Sheet]:
    """The visible sheets of an `.xlsx`.

    Raises:
        DecodeError: `encrypted_workbook`, `old_workbook`, `other_workbook`, `bad_workbook`, or `uncomputed`
            for a formula whose result was never stored.
        SourceError: `too_large_unpacked`, `too_many_cells`.
    """
    refuse_other_kinds(data, where)
    package = open_package(data, where)
    main = next((to for _, kind, to in read_relations(package, "") if kind == "officeDocument"), _WORKBOOK)
    relations = {one: (kind, target) for one, kind, target in read_relations(package, main)}
    parts = dict(relations.values())
    names, from_1904 = _read_names(package, main)
    if not names:
        raise DecodeError("bad_workbook", where, reason=main)
    formats = read_formats(
        package, parts.get("sharedStrings", ""), parts.get("styles", ""), from_1904=from_1904
    )
    budget = _Budget(where)
    return [
        _read_sheet(package, name, relations[key][1], formats, budget)
        for name, key in names
        if relations.get(key, ("", ""))[0] == "worksheet"
    ]


def _read_names(package: Package, main: str) -> tuple[list[tuple[str, str]], bool]:
    """Name and relation of every visible sheet, and whether days count from 1904."""
    names, from_1904 = [], False
    for name, attributes, _ in read_elements(package, main, "sheet", "workbookPr"):
        if name == "workbookPr":
            from_1904 = attributes.get("date1904", "") in _OPTION
        elif attributes.get("state", "visible") == "visible":
            key = next((value for name, value in attributes.items() if name.endswith("}id")), "")
            names.append((unescape(attributes.get("name", "")), key))
    return names, from_1904


def _read_sheet(package: Package, name: str, part: str, formats: Formats, budget: _Budget) -> Sheet:
    rows: dict[int, list[SheetCell]] = {}
    merged: dict[tuple[int, int], tuple[int, int]] = {}
    row = column = 0
    for one in read_elements(package, part, "row", "mergeCell"):
        if one.name == "mergeCell":
            merged |= _area(one.attributes.get("ref", ""))
        elif one.name == "row":
            row, column = _row_number(one, row), 0
        else:
            row, column = _place(one, row, column)
            text = _text(one, formats)
            if text is None:
                raise DecodeError("uncomputed", budget.where, cell=f"{name}!{_letters(column)}{row}")
            if text.strip():
                budget.take(text)
                rows.setdefault(row, []).append(SheetCell(row, column, text))
    return Sheet(name, tuple(_spread(rows, merged)))


def _row_number(row: Element, last: int) -> int:
    written = row.attributes.get("r", "")
    return int(written) if written.isdecimal() and len(written) <= 7 else last + 1


def _place(cell: Element, row: int, column: int) -> tuple[int, int]:
    """Row and column that a cell names, else the column behind the last one."""
    named = _REFERENCE.fullmatch(cell.attributes.get("r", ""))
    return (int(named[2]), _column(named[1])) if named else (row, column + 1)


def _letters(column: int) -> str:
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _text(cell: Element, formats: Formats) -> str | None:
    """What a cell shows, empty where it holds nothing; None for a formula without a stored result."""
    texts = cell.texts
    if "t" in texts:
        return unescape(texts["t"])
    if "v" not in texts:
        return None if "f" in texts else ""
    return _shown(cell.attributes.get("t", "n"), texts["v"], cell.attributes.get("s", "0"), formats)


def _shown(kind: str, value: str, style: str, formats: Formats) -> str:
    if kind == "s":
        at = int(value) if value.isdecimal() and len(value) < 9 else len(formats.strings)
        return formats.strings[at] if at < len(formats.strings) else ""
    if kind == "b":
        return "TRUE" if value == "1" else "FALSE"
    if kind != "n":
        return unescape(value)
    at = int(style) if style.isdecimal() and len(style) < 9 else 0
    return show_number(value, formats.styles[at] if at < len(formats.styles) else None, formats.days)


def _area(reference: str) -> dict[tuple[int, int], tuple[int, int]]:
    """`A2:B5` as its first cell and how many rows and columns it covers."""
    first, _, last = reference.partition(":")
    begin, end = _REFERENCE.fullmatch(first), _REFERENCE.fullmatch(last)
    if begin is None or end is None:
        return {}
    row, column = int(begin[2]), _column(begin[1])
    return {(row, column): (int(end[2]) - row + 1, _column(end[1]) - column + 1)}


def _spread(
    rows: dict[int, list[SheetCell]], merged: dict[tuple[int, int], tuple[int, int]]
) -> Iterator[tuple[SheetCell, ...]]:
    """The rows from top to bottom, every merged cell over its area."""
    for number in sorted(rows):
        spans = ((one, merged.get((one.row, one.column), (1, 1))) for one in rows[number])
        cells = (one._replace(rowspan=high, colspan=wide) for one, (high, wide) in spans)
        yield tuple(sorted(cells, key=lambda one: one.column))
