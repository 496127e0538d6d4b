"""Reads one PDF in a process that may be stopped: the PDF on standard input, JSON on standard output.

`{"blocks": [block, ...], "replaced": 0}`, or `{"error": kind, ...}` with its facts.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any

import msgspec
import pypdfium2.raw as pdfium

from notice_cli.page.documents.pdf_layout import layout_pages
from notice_cli.page.documents.pdf_marks import Handle, Marks, read_marks

MOST_PAGES = 300
MOST_MEMORY = 240_000_000
_PICTURE = 0.4
"""Share of a page that a picture covers on a scan."""
_FEW = 8
"""Characters of text below which a page has none."""
_GARBLED = 0.1
_MOST_NAMED_PAGES = 8


def main() -> None:
    """Read, lay out, answer."""
    _limit_memory()
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(msgspec.json.encode(answer(data)))


def _limit_memory() -> None:
    """As much memory as a document needs, where the system knows such limits."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_MEMORY, MOST_MEMORY))


def answer(data: bytes) -> dict[str, Any]:
    """What is told of a PDF: its blocks, or why there are none."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return {"error": _ERRORS.get(pdfium.FPDF_GetLastError(), "broken_document")}
    count = pdfium.FPDF_GetPageCount(document)
    if count > MOST_PAGES:
        return {"error": "document_too_large", "pages": count}
    pages = [_page(document, number) for number in range(count)]
    if not pages or None in pages:
        return {"error": "broken_document"}
    return _told([page for page in pages if page])


_ERRORS = {pdfium.FPDF_ERR_PASSWORD: "encrypted_document", pdfium.FPDF_ERR_SECURITY: "encrypted_document"}
"""Why PDFium does not open a file; any other reason is damage."""


def _page(document: Handle, number: int) -> Marks | None:
    page = pdfium.FPDF_LoadPage(document, number)
    if not page:
        return None
    try:
        return read_marks(page)
    finally:
        pdfium.FPDF_ClosePage(page)


def _told(pages: Sequence[Marks]) -> dict[str, Any]:
    lengths = [sum(len(run.text) for run in page.runs) for page in pages]
    scans = [at for at, page in enumerate(pages, 1) if lengths[at - 1] < _FEW and page.pictured >= _PICTURE]
    if scans:
        more = "…" if len(scans) > _MOST_NAMED_PAGES else ""
        return {"error": "scan", "pages": "、".join(map(str, scans[:_MOST_NAMED_PAGES])) + more}
    unnamed = sum(page.unnamed for page in pages)
    if unnamed > _GARBLED * sum(lengths):
        return {"error": "garbled_document"}
    return {"blocks": layout_pages(pages), "replaced": unnamed}


if __name__ == "__main__":
    main()
