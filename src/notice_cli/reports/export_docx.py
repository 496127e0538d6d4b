"""The checked ledger as a Word document: a table of the issues, a table of the findings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from notice_cli.errors import UsageError
from notice_cli.language import Lang, Words
from notice_cli.model.ledger import GRAVITY, STATUSES, TABLES
from notice_cli.reports.export_tables import Pair, Value, columns_of, rows_of
from notice_cli.reports.export_text import plain_text

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell

_NO_TITLE = Words("整改台账")
_NO_FINDINGS = Words("核对没有发现疑点。")
_CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 - the same input gives the same bytes
_FILLS = {
    **dict.fromkeys(STATUSES["completed"], "E2F0D9"),
    **dict.fromkeys((*STATUSES["basically_completed"], *STATUSES["ongoing"]), "DDEBF7"),
    **dict.fromkeys((*STATUSES["in_progress"], *GRAVITY["warning"]), "FFF2CC"),
    **dict.fromkeys((*STATUSES["not_completed"], *GRAVITY["error"]), "F8CBAD"),
}
_HEAD_FILL = "D9D9D9"
_TABLES = ("ledger", "findings")
_FONT = "宋体"


def render(tables: Sequence[str], pairs: Sequence[Pair], lang: Lang) -> bytes:
    """A landscape document with a heading and a table for each of `tables`.

    Args:
        tables: Which; the ledger and the findings where none is named.
        pairs: Notices and what was found in them.
        lang: The language of heads and states.

    Raises:
        UsageError: `missing_extra`: the library is not installed.
    """
    try:
        from docx import Document
    except ImportError:
        raise UsageError("missing_extra", ".docx", extra="export") from None
    document = Document()
    _set_page(document)
    title = plain_text(pairs[0][0].title or "") if len(pairs) == 1 else ""
    document.add_heading(title or _NO_TITLE.say(lang), level=0)
    for table in tables or _TABLES:
        document.add_heading(TABLES[table].words.say(lang), level=1)
        _add_table(document, table, pairs, lang)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def _set_page(document: Document) -> None:
    """A4 across, a font that has Chinese letters, no date of today."""
    from docx.enum.section import WD_ORIENT
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt

    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    for name in ("Normal", "Title", "Heading 1"):
        style: Any = document.styles[name]
        style.font.name = _FONT
        style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _FONT)
    normal: Any = document.styles["Normal"]
    normal.font.size = Pt(9)
    properties = document.core_properties
    properties.created = properties.modified = _CREATED
    properties.author = "notice"


def _add_table(document: Document, name: str, pairs: Sequence[Pair], lang: Lang) -> None:
    columns = columns_of(name, several=len(pairs) > 1)
    rows = rows_of(name, pairs, lang)
    if not rows and name == "findings":
        document.add_paragraph(_NO_FINDINGS.say(lang))
        return
    table = document.add_table(rows=len(rows) + 1, cols=len(columns), style="Table Grid")
    _set_widths(table, [column.width for column in columns])
    lines = iter(table.rows)
    head = next(lines)
    _repeat(head._tr)
    for cell, column in zip(head.cells, columns, strict=True):
        _write(cell, column.words.say(lang), _HEAD_FILL)
    for line, row in zip(lines, rows, strict=True):
        for cell, column, value in zip(line.cells, columns, row, strict=True):
            fill = _FILLS.get(str(value)) if column.name in ("status", "level") else None
            _write(cell, value, fill)


def _set_widths(table: Table, widths: Sequence[int]) -> None:
    from docx.shared import Mm

    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(round(267 * width / sum(widths)))


def _repeat(row: Any) -> None:  # noqa: ANN401 - an element of the library, which has no type
    """The head stands on every page."""
    from docx.oxml import OxmlElement

    row.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _write(cell: _Cell, value: Value, fill: str | None = None) -> None:
    """A value as paragraphs, a line each."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    first, *more = plain_text("" if value is None else str(value)).split("\n")
    cell.paragraphs[0].add_run(first)
    for line in more:
        cell.add_paragraph(line)
    if fill:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), fill)
        cell._tc.get_or_add_tcPr().append(shade)
