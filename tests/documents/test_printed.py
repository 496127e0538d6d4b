"""Pages printed to Word and PDF and read back give the record of the page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from documents.printing import (
    DOCX,
    OFFICE,
    Style,
    assert_same_record,
    convert,
    media_type,
    printed,
    read_data,
    to_docx,
    to_pdf,
)
from notice_cli import Notice
from places import ROOT, SAMPLES

LEDGERS = [
    ROOT / "tests" / "families" / f"F15-{name}.html"
    for name in ("issue-over-rows", "section-rows", "two-row-head", "head-without-number")
]
PAGES = [*sorted(SAMPLES.glob("*.html")), *sorted(SAMPLES.glob("*.txt")), *LEDGERS]
NAMES = [page.stem for page in PAGES]
STYLES = {
    "official": Style(),
    "blocks": Style(size=12, indent=0, after=8, leading=18, justified=False, head="岚川市政务公开专栏"),
    "wide": Style(size=12, leading=20, wide=True, head="岚川市政务公开专栏", table_size=9),
}


@cache
def page_record(page: Path) -> Notice:
    return read_data(page.read_bytes(), page.name, media_type(page))


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_word(page):
    document = read_data(to_docx(printed(page)), "a.docx")
    assert document.source.media_type == DOCX
    assert document.source.encoding is None
    assert_same_record(page_record(page), document)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_pdf(page):
    wide = page in LEDGERS
    style = Style(size=14, leading=24, table_size=9, head="岚川市政务公开专栏", wide=wide)
    document = read_data(to_pdf(printed(page), style), "a.pdf")
    assert document.source.media_type == "application/pdf"
    assert_same_record(page_record(page), document)


@pytest.mark.slow
@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is missing (libreoffice-writer, fonts-wqy-microhei)")
@pytest.mark.parametrize("style", STYLES)
def test_pdf_by_libreoffice(style, tmp_path):
    for page in PAGES:
        (tmp_path / f"{page.stem}.docx").write_bytes(to_docx(printed(page), STYLES[style]))
    convert(sorted(tmp_path.glob("*.docx")), tmp_path)
    for page in PAGES:
        document = read_data((tmp_path / f"{page.stem}.pdf").read_bytes(), "a.pdf")
        assert_same_record(page_record(page), document)
