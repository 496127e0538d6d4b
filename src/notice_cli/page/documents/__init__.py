"""Documents that are no web pages, read into the blocks that a page gives: Word, PDF, Markdown.

Told by their first bytes, whatever their name says; Markdown, which has none, by its media type.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from notice_cli.errors import DecodeError
from notice_cli.page.block import Cut


class Document(NamedTuple):
    """A document in blocks."""

    media_type: str
    cut: Cut
    replaced: int = 0
    """Characters that its fonts do not name."""


def read_document(data: bytes, where: str) -> Document:
    """A Word or PDF document to blocks.

    Raises:
        DecodeError: it is none, or one that cannot or must not be read; the kind says why.
    """
    read = next((read for start, read in DOCUMENTS if data.startswith(start)), _read_pdf)
    document = read(data, where)
    if not document.cut.blocks:
        raise DecodeError("empty", where)
    return document


def _read_docx(data: bytes, where: str) -> Document:
    from notice_cli.page.documents.docx import cut_docx

    return Document(DOCX, cut_docx(data, where))


def _read_pdf(data: bytes, where: str) -> Document:
    from notice_cli.page.documents.pdf import cut_pdf

    return Document(PDF, *cut_pdf(data, where))


def _refuse_ole(data: bytes, where: str) -> Document:
    from notice_cli.page.documents.formats import refuse_ole

    raise refuse_ole(data, where)


def _refuse_rtf(data: bytes, where: str) -> Document:
    from notice_cli.page.documents.formats import RICH_TEXT

    raise RICH_TEXT.refusal(where)


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
PDF = "application/pdf"
DOCUMENTS: tuple[tuple[bytes, Callable[[bytes, str], Document]], ...] = (
    (b"PK", _read_docx),
    (b"\xd0\xcf\x11\xe0", _refuse_ole),
    (b"{\\rtf", _refuse_rtf),
    (b"%PDF-", _read_pdf),
)
"""First bytes of a document, and what reads or refuses it."""
