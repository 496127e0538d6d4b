"""Notices printed: the title's lines and the body's blocks of a page as a Word document, and as PDF."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from notice_cli import Notice
from notice_cli.page.page import read_page
from notice_cli.pipeline import read_bytes
from notice_cli.source import Fetched

OFFICE = shutil.which("soffice")
FONT = "STSong-Light"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass
class Style:
    """How a document is set; sizes in points."""

    size: float = 16
    indent: float = 2
    """Of a paragraph's first line, in characters."""
    after: float = 0
    leading: float = 28
    justified: bool = True
    head: str = ""
    foot: bool = True
    table_size: float = 10.5
    wide: bool = False


@dataclass
class Printed:
    """What is printed of a page."""

    titles: list[str]
    parts: list = field(default_factory=list)
    """Paragraphs as strings; tables as lists of (row, column, rowspan, colspan, lines)."""


def printed(path: Path) -> Printed:
    """The title's lines and the body of a page, its tables as tables."""
    page = read_page(path.read_bytes(), media_type(path), None, path.name)
    result = Printed([block.text for group in page.titles for block in group])
    for table, blocks in groupby(page.blocks, key=lambda block: block.cell.table if block.cell else None):
        if table is None:
            result.parts.extend(block.text for block in blocks)
        else:
            cells: dict = {}
            for block in blocks:
                cells.setdefault(block.cell, []).append(block.text)
            result.parts.append(
                [(cell.row, cell.column, cell.rowspan, cell.colspan, lines) for cell, lines in cells.items()]
            )
    return result


def media_type(path: Path) -> str:
    return "text/plain" if path.suffix == ".txt" else "text/html"


def read_data(data: bytes, uri: str = "a", kind: str | None = None) -> Notice:
    return read_bytes(Fetched(uri, data, kind, None, None))


_PLACES = ("span", "source_line", "lines", "evidence", "source", "metadata", "score")


def folded(value: object) -> object:
    """A record without its places and without white space."""
    if isinstance(value, str):
        return "".join(value.split())
    if isinstance(value, dict):
        return {key: folded(inner) for key, inner in value.items() if key not in _PLACES}
    return [folded(one) for one in value] if isinstance(value, (list, tuple)) else value


def assert_same_record(page: Notice, document: Notice) -> None:
    """Everything but places, metadata and source is the same after folding white space."""
    left, right = folded(page.model_dump()), folded(document.model_dump())
    for name in left:
        assert left[name] == right[name], name


# -- Word -----------------------------------------------------------------------------------------------


def to_docx(source: Printed, style: Style | None = None) -> bytes:
    """A Word document."""
    style = style or Style()
    document = Document()
    section = document.sections[0]
    if style.wide:
        section.page_width, section.page_height = section.page_height, section.page_width
    section.header.paragraphs[0].text = style.head
    if style.foot:
        _page_number(section.footer.paragraphs[0])
    _fonts(document, style)
    for line in source.titles:
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).font.size = Pt(22)
    for part in source.parts:
        if isinstance(part, str):
            paragraph = document.add_paragraph(part)
            paragraph.paragraph_format.first_line_indent = Pt(style.size * style.indent)
            if style.justified:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        else:
            _table(document, part, style)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _fonts(document, style: Style) -> None:
    normal = document.styles["Normal"]
    normal.font.name = "WenQuanYi Micro Hei"
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "WenQuanYi Micro Hei")
    normal.font.size = Pt(style.size)
    normal.paragraph_format.space_after = Pt(style.after)
    normal.paragraph_format.line_spacing = Pt(style.leading)


def _page_number(paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    for kind, text in (("begin", ""), ("", " PAGE "), ("end", "")):
        run = paragraph.add_run()._r
        name, attributes = ("w:fldChar", {qn("w:fldCharType"): kind}) if kind else ("w:instrText", {})
        child = run.makeelement(qn(name), attributes)
        child.text = text or None
        run.append(child)
    paragraph.add_run(" —")


def _table(document, cells: list, style: Style) -> None:
    rows = max(row + rowspan for row, _, rowspan, _, _ in cells)
    columns = max(column + colspan for _, column, _, colspan, _ in cells)
    table = document.add_table(rows, columns, "Table Grid")
    for row, column, rowspan, colspan, lines in cells:
        cell = table.cell(row, column)
        if rowspan * colspan > 1:
            cell = cell.merge(table.cell(row + rowspan - 1, column + colspan - 1))
        for at, line in enumerate(lines):
            paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
            paragraph.paragraph_format.line_spacing = Pt(style.table_size * 1.4)
            paragraph.add_run(line).font.size = Pt(style.table_size)
    document.add_paragraph()


# -- PDF ------------------------------------------------------------------------------------------------


def convert(paths: list[Path], folder: Path) -> None:
    """Documents to PDF by LibreOffice."""
    profile = folder.resolve() / "profile"
    command = [str(OFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def to_pdf(source: Printed, style: Style | None = None) -> bytes:
    """A PDF by reportlab, in a font that every reader of PDF has."""
    style = style or Style(size=14, leading=24, table_size=9)
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    size = landscape(A4) if style.wide else A4
    stream = io.BytesIO()
    document = SimpleDocTemplate(stream, pagesize=size, leftMargin=60, rightMargin=60, invariant=1)
    story = [Paragraph(escape(title), _set(style, 20, TA_CENTER)) for title in source.titles]
    for part in source.parts:
        if isinstance(part, str):
            story.append(Paragraph(escape(part), _set(style, style.size, TA_JUSTIFY)))
        else:
            story += [_grid(part, style, size[0] - 140), Spacer(1, 20)]

    def furniture(canvas, page):
        canvas.setFont(FONT, 9)
        canvas.drawString(60, size[1] - 30, style.head)
        canvas.drawCentredString(size[0] / 2, 30, f"- {page.page} -" if style.foot else "")

    document.build(story, onFirstPage=furniture, onLaterPages=furniture)
    return stream.getvalue()


def _set(style: Style, size: float, alignment: int) -> ParagraphStyle:
    centred = alignment == TA_CENTER
    return ParagraphStyle(
        "set",
        fontName=FONT,
        fontSize=size,
        leading=style.leading * size / style.size,
        firstLineIndent=0 if centred else style.size * style.indent,
        spaceAfter=style.after,
        alignment=alignment,
        wordWrap="CJK",
    )


def _grid(cells: list, style: Style, width: float) -> Table:
    rows = max(row + rowspan for row, _, rowspan, _, _ in cells)
    columns = max(column + colspan for _, column, _, colspan, _ in cells)
    text = ParagraphStyle(
        "cell", fontName=FONT, fontSize=style.table_size, leading=style.table_size * 1.4, wordWrap="CJK"
    )
    grid: list[list] = [[""] * columns for _ in range(rows)]
    look: list[tuple] = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "TOP")]
    for row, column, rowspan, colspan, lines in cells:
        grid[row][column] = [Paragraph(escape(line), text) for line in lines]
        if rowspan * colspan > 1:
            look.append(("SPAN", (column, row), (column + colspan - 1, row + rowspan - 1)))
    return Table(grid, colWidths=[width / columns] * columns, style=TableStyle(look), repeatRows=1)
