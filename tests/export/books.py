"""Workbooks for tests: kept by hand, written part by part, hostile."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO

from openpyxl import Workbook

TYPES = "http://schemas.openxmlformats.org"
_RELATIONS = f"{TYPES}/package/2006/relationships"
_KIND = f"{TYPES}/officeDocument/2006/relationships"
_MAIN = f"{TYPES}/spreadsheetml/2006/main"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def book(
    rows: Iterable[Sequence[object]], merged: Sequence[str] = (), name: str = "台账", **further: object
) -> bytes:
    """A workbook of one sheet, and of further ones by their names."""
    made = Workbook()
    sheet = made.active
    sheet.title = name
    for row in rows:
        sheet.append(list(row))
    for area in merged:
        sheet.merge_cells(area)
    for title, lines in further.items():
        other = made.create_sheet(title)
        for row in lines:
            other.append(list(row))
    return saved(made)


def saved(made: Workbook) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def raw_book(sheet: bytes | str, **parts: bytes | str) -> bytes:
    """A workbook of which the sheet's XML is given; further parts by their names, `/` as `__`."""
    written = {
        "_rels/.rels": _relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_KIND}"><sheets>'
        '<sheet name="台账" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"), ("r2", "sharedStrings", "sharedStrings.xml")
        ),
        "xl/worksheets/sheet1.xml": sheet,
        **{name.replace("__", "/"): data for name, data in parts.items()},
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in written.items():
            archive.writestr(name, data)
    return out.getvalue()


def sheet_xml(rows: str, before: str = "") -> str:
    return f'{HEAD}{before}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def _relations(*each: tuple[str, str, str]) -> str:
    inner = "".join(f'<Relationship Id="{i}" Type="{_KIND}/{kind}" Target="{to}"/>' for i, kind, to in each)
    return f'{HEAD}<Relationships xmlns="{_RELATIONS}">{inner}</Relationships>'


def cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def head_row() -> str:
    return f"<row r='1'>{cell('A1', '序号')}{cell('B1', '反馈问题')}{cell('C1', '整改状态')}</row>"
