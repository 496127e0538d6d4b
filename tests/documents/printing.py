"""Notices printed: the title's lines and the body's blocks of a page as a Word document, and as PDF."""

from __future__ import annotations

import io
import subprocess
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt

from notice_cli.page.page import read_page


@dataclass
class Style:
    """How a document is set."""

    size: float = 16
    indent: float = 2
    """Of a paragraph's first line, in characters."""
    after: float = 0
    """Space behind a paragraph, in points."""
    leading: float = 28
    justified: bool = True
    head: str = ""
    foot: bool = True
    table_size: float = 10.5
    landscape: bool = False


@dataclass
class Printed:
    """What is printed of a page."""

    titles: list[str]
    parts: list[object] = field(default_factory=list)
    """Paragraphs as strings; tables as lists of (row, column, rowspan, colspan, lines)."""


def printed(path: Path) -> Printed:
    """The title's lines and the body of a page, its tables as tables."""
    data = path.read_bytes()
    page = read_page(data, "text/plain" if path.suffix == ".txt" else "text/html", None, path.name)
    result = Printed([block.text for group in page.titles for block in group])
    for table, blocks in groupby(page.blocks, key=lambda block: block.cell.table if block.cell else None):
        if table is None:
            result.parts.extend(block.text for block in blocks)
        else:
            cells: dict = {}
            for block in blocks:
                cells.setdefault(block.cell, []).append(block.text)
            result.parts.append([(*cell[1:], lines) for cell, lines in cells.items()])
    return result


def to_docx(source: Printed, style: Style | None = None) -> bytes:
    """A Word document."""
    style = style or Style()
    document = Document()
    section = document.sections[0]
    if style.landscape:
        section.page_width, section.page_height = section.page_height, section.page_width
    if style.head:
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
        child = run.makeelement(
            qn("w:fldChar" if kind else "w:instrText"), {qn("w:fldCharType"): kind} if kind else {}
        )
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


def to_pdf(paths: list[Path], folder: Path) -> None:
    """Documents or pages to PDF by LibreOffice."""
    profile = folder.resolve() / "profile"
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)
