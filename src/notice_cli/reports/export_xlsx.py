"""The ledger as an Excel workbook: a sheet a list, the figures with live formulas.

Whatever comes from a page is written as a string, and one that begins like a formula is marked as text, so
that it stays one when somebody edits it. Only numbers that were read and our own words stand in formulas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from notice_cli.errors import UsageError
from notice_cli.language import Lang
from notice_cli.model.ledger import (
    CHECKING,
    CONTINUED,
    DIFFERS,
    GRAVITY,
    HOLDS,
    STATUSES,
    TABLES,
    VERDICTS,
    Column,
)
from notice_cli.reports.export_formulas import Cells, Live, read_live
from notice_cli.reports.export_tables import Pair, Row, Value, columns_of, rows_of
from notice_cli.reports.export_text import begins_formula, plain_text
from notice_cli.reports.terminal import cells as cells_of

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

LONGEST = 16_000
"""Characters of a cell: Excel takes 32,767 units, and a rare character takes two."""
_SHEETS = ("issues", "measures", "responsible", "deadlines", "counts", "findings", "facts")
_SECOND = {"counts": "arithmetic"}
"""A table that stands below another one on its sheet."""
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the same input gives the same bytes
_COLORS = {
    **dict.fromkeys((*STATUSES["completed"], *VERDICTS["verified"], *HOLDS), ("#E2F0D9", "#1E5B1E")),
    **dict.fromkeys(STATUSES["basically_completed"], ("#DDEBF7", "#1F4E78")),
    **dict.fromkeys(STATUSES["ongoing"], ("#D9E1F2", "#203864")),
    **dict.fromkeys((*STATUSES["in_progress"], *GRAVITY["warning"]), ("#FFF2CC", "#7F6000")),
    **dict.fromkeys(
        (*STATUSES["not_completed"], *GRAVITY["error"], *VERDICTS["contradicted"], *DIFFERS),
        ("#F8CBAD", "#9C0006"),
    ),
}
"""Fill and ink of the words that tell a state."""
_COLORED = ("status", "level", "verdict", "state")
_LINE, _HIGHEST = 13.5, 409.0
"""Points of a line, and of the highest row."""
_NARROW = 14
"""Columns up to this width are centred."""


@dataclass(slots=True)
class _Book:
    """The workbook being written, its formats, and the texts that were too long for a cell."""

    book: Workbook
    lang: Lang
    formats: dict[str, Format] = field(default_factory=dict)
    rest: list[Row] = field(default_factory=list)


def render(pairs: Sequence[Pair], lang: Lang) -> bytes:
    """The workbook of one notice or several.

    Args:
        pairs: Notices and what was found in them.
        lang: The language of sheets, heads and states.

    Raises:
        UsageError: `missing_extra`: the library is not installed.
    """
    try:
        from xlsxwriter import Workbook
    except ImportError:
        raise UsageError("missing_extra", ".xlsx", extra="export") from None
    out = BytesIO()
    book = _Book(Workbook(out, {"in_memory": True}), lang)
    book.formats = {name: book.book.add_format({**_BASE, **own}) for name, own in _FORMATS.items()}
    book.book.set_properties({"title": _title(pairs), "created": _CREATED, "author": "notice"})
    cells = Cells(pairs, lang)
    for table in _SHEETS:
        _write_sheet(book, table, pairs, cells)
    if book.rest:
        _write_table(book, _add_sheet(book, TABLES["rest"].words.say(lang)), "rest", book.rest[:], 0, ())
    book.book.close()
    return out.getvalue()


_BASE: dict[str, Any] = {
    "font_name": "宋体",
    "font_size": 10,
    "text_wrap": True,
    "valign": "top",
    "border": 1,
    "border_color": "#BFBFBF",
}
_FORMATS: dict[str, dict[str, Any]] = {
    "head": {
        "bold": True,
        "bg_color": "#305496",
        "font_color": "#FFFFFF",
        "align": "center",
        "valign": "vcenter",
    },
    "text": {"num_format": "@"},
    "formula_like": {"num_format": "@", "quote_prefix": True},
    "narrow": {"align": "center"},
    "narrow_text": {"align": "center", "num_format": "@"},
}


def _title(pairs: Sequence[Pair]) -> str:
    return plain_text(pairs[0][0].title or "")[:200] if len(pairs) == 1 else ""


def _add_sheet(book: _Book, name: str) -> Worksheet:
    sheet = book.book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
    sheet.set_footer("&C&P / &N")
    return sheet


def _write_sheet(book: _Book, table: str, pairs: Sequence[Pair], cells: Cells) -> None:
    """A sheet with its table, and with the one below it where there is one."""
    below = _SECOND.get(table)
    words = CHECKING if below else TABLES[table].words
    sheet = _add_sheet(book, words.say(book.lang))
    sheet.set_header(f"&L{_header(_title(pairs))}&R{words.say(book.lang)}")
    rows = rows_of(table, pairs, book.lang)
    end = _write_table(book, sheet, table, rows, 0, ())
    if below:
        second = rows_of(below, pairs, book.lang)
        end = _write_table(book, sheet, below, second, end + 1, read_live(cells))
    width = len(columns_of(table, several=len(pairs) > 1))
    if below:
        width = max(width, len(columns_of(below, several=len(pairs) > 1)))
    sheet.print_area(0, 0, max(end - 1, 0), width - 1)


def _header(title: str) -> str:
    """A title for a page's head, in which & begins a command."""
    return title.replace("&", "&&")[:100]


def _write_table(
    book: _Book, sheet: Worksheet, table: str, rows: Sequence[Row], top: int, live: Sequence[Live]
) -> int:
    """Write a table and give the row behind it.

    Args:
        book: The workbook.
        sheet: The sheet.
        table: Which table.
        rows: Its rows.
        top: The row of its head, from 0.
        live: Formulas of the equations, one a row, for the table of them.
    """
    columns = columns_of(table, several=bool(rows) and len(rows[0]) > len(TABLES[table].columns))
    for at, column in enumerate(columns):
        sheet.write_string(top, at, column.words.say(book.lang), book.formats["head"])
        if top == 0:
            sheet.set_column(at, at, column.width)
    for down, row in enumerate(rows, top + 1):
        sheet.set_row(down, _height(row, columns))
        for at, (column, value) in enumerate(zip(columns, row, strict=True)):
            _write_value(book, sheet, (down, at), value, column)
    for down, one in enumerate(live, top + 1):
        _write_live(book, sheet, down, one, columns)
    if top == 0:
        sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    _color(book, sheet, columns, top + 1, top + len(rows))
    return top + len(rows) + 1


def _height(row: Row, columns: Sequence[Column]) -> float:
    """As high as the longest text of a row needs, at most what a row may be."""
    lines = max(_lines(str(value), column.width) for value, column in zip(row, columns, strict=True))
    return min(_LINE * lines + 3, _HIGHEST)


def _lines(text: str, width: int) -> int:
    return sum(1 + cells_of(line) // max(width - 1, 1) for line in text.split("\n"))


def _write_value(book: _Book, sheet: Worksheet, place: tuple[int, int], value: Value, column: Column) -> None:
    narrow = column.width <= _NARROW
    if value is None:
        sheet.write_blank(*place, None, book.formats["narrow" if narrow else "text"])
    elif isinstance(value, str):
        text = _fitting(book, plain_text(value))
        name = "formula_like" if begins_formula(text) else "narrow_text" if narrow else "text"
        sheet.write_string(*place, text, book.formats[name])
    else:
        sheet.write_number(*place, value, book.formats["narrow"])


def _fitting(book: _Book, text: str) -> str:
    """The text as far as a cell holds it; a longer one stands whole on a sheet of its own."""
    if len(text) <= LONGEST:
        return text
    mark = 1 + max((int(str(row[0])) for row in book.rest), default=0)
    parts = (text[at : at + LONGEST] for at in range(0, len(text), LONGEST))
    book.rest += ((mark, number, part) for number, part in enumerate(parts, 1))
    return text[: LONGEST - 20] + CONTINUED.format(mark=mark)


def _write_live(book: _Book, sheet: Worksheet, row: int, live: Live, columns: Sequence[Column]) -> None:
    """Put formulas over the two sides and the verdict of an equation, as far as there are any."""
    at = {column.name: number for number, column in enumerate(columns)}
    for name, (formula, value) in live.formulas(row, at).items():
        sheet.write_formula(row, at[name], formula, book.formats["narrow"], value)


def _color(book: _Book, sheet: Worksheet, columns: Sequence[Column], first: int, last: int) -> None:
    """States in their colours, by rules, so that an edited state changes its own; a list to choose from."""
    for at, column in enumerate(columns):
        if column.name not in _COLORED or last < first:
            continue
        for word, (fill, ink) in _words_of(column.name, book.lang):
            shown = book.book.add_format({"bg_color": fill, "font_color": ink})
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": shown}
            sheet.conditional_format(first, at, last, at, rule)
        if column.name == "status":
            words = [one.say(book.lang) for one in STATUSES.values()]
            sheet.data_validation(
                first, at, last, at, {"validate": "list", "source": words, "error_type": "warning"}
            )


def _words_of(column: str, lang: Lang) -> Iterator[tuple[str, tuple[str, str]]]:
    words = {"status": [*STATUSES.values()], "level": [*GRAVITY.values()], "verdict": [HOLDS, DIFFERS]}
    words["state"] = [*VERDICTS.values()]
    for one in words[column]:
        if one.say(lang) in _COLORS:
            yield one.say(lang), _COLORS[one.say(lang)]
