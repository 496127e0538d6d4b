"""The page as the later stages see it: its title, its body's blocks, and what it says about itself."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

from notice_cli.page.block import Block, Cut
from notice_cli.page.blocks import cut_html, cut_text
from notice_cli.page.body import Body, find_body
from notice_cli.page.decode import Decoded, decode
from notice_cli.page.memory import LARGE, give_back
from notice_cli.page.metadata import LABELS, Labels, PageMetadata, read_metadata
from notice_cli.page.parts import find_next
from notice_cli.page.regular import cut_regular
from notice_cli.page.sites import SITES, Site, elements_of, recognise
from notice_cli.page.titles import name_page
from notice_cli.values import Value

if TYPE_CHECKING:
    from notice_cli.page.documents.web_archive import SavedPage
    from notice_cli.page.explain import PartOfPage

_MARKUP = (
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<div",
    "<p>",
    "<p ",
    "<table",
    "<meta",
    "<?xml",
    "<!--",
    "<br",
    "<h1",
    "<h2",
    "<h3",
    "<span",
    "<section",
    "<article",
    "<center",
)


_DOCUMENT_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"{\\rtf")
_SAVED_LETTERS = (b"F", b"M", b"S", b"D", b"C")
"""What the first header of a page saved into one file begins with."""
_MARKDOWN = ("text/markdown", "text/x-markdown")


class Page(Value):
    """What is left of a page when HTML is gone."""

    titles: tuple[tuple[Block, ...], ...]
    """The lines of the title, a group for each time that it is printed above the body."""
    blocks: tuple[Block, ...]
    metadata: PageMetadata
    page_title: str | None
    media_type: str
    encoding: str | None
    """None for a document that is no text."""
    replaced: int
    """Characters that could not be decoded."""
    method: str
    """How the body was found: a site's profile, `densest`, `page`, or `text`."""
    next: str | None = None
    """Address of the next part."""


class Known(Value):
    """What is known of pages beforehand: labels of metadata, sites."""

    labels: Labels = LABELS
    sites: tuple[Site, ...] = SITES
    elements: frozenset[str] = elements_of(SITES)
    """What the sites' profiles name."""


KNOWN = Known()


class _Opened(Value):
    """A page decoded, cut and divided."""

    decoded: Decoded
    media_type: str
    markup: bytes
    cut: Cut
    body: Body


def read_page(
    data: bytes,
    media_type: str | None = None,
    charset: str | None = None,
    where: str = "",
    known: Known = KNOWN,
    *,
    refuse: bool = True,
) -> Page:
    """Bytes to a page; HTML or plain text, told from the media type and from the text itself.

    Without `refuse` a page that holds no notice is given with what it holds: its metadata, or a few lines.

    Raises:
        DecodeError: the bytes are empty, binary or undecodable.
        RefusalError: the page holds no notice: its body is elsewhere, or it stands before another page.
    """
    opened = _open(data, media_type, charset, where, known)
    decoded, kind, markup, cut, body = (
        opened.decoded,
        opened.media_type,
        opened.markup,
        opened.cut,
        opened.body,
    )
    if refuse and kind == "text/html" and (_is_thin(body) or _holds_links(cut, body)):
        _refuse(markup, cut, body, where)
    return Page(
        body.titles,
        body.blocks,
        read_metadata(cut, body.head, body.closing, known.labels, body.bare),
        name_page(cut, body.head),
        kind,
        decoded.encoding,
        decoded.replaced,
        body.method,
        find_next(markup, where) if kind == "text/html" and cut.goes_on else None,
    )


_THIN = 240
"""Characters of text below which a page is looked at twice."""


def _is_thin(body: Body) -> bool:
    """Whether a page has hardly any text of its own, or no sentence."""
    length, told = 0, False
    for block in body.blocks:
        length += len(block.text)
        told = told or "。" in block.text
        if told and length >= _THIN:
            return False
    return True


_MANY_LINKS = 5


def _holds_links(cut: Cut, body: Body) -> bool:
    """Whether lines that are links stand between those of the text, as in a list with abstracts."""
    if len(cut.blocks) - body.start < len(body.blocks) + _MANY_LINKS:
        return False
    between = cut.blocks[body.start : max(body.body_at, default=0)]
    return sum(1 for block in between if block.linked) >= _MANY_LINKS


def _refuse(markup: bytes, cut: Cut, body: Body, where: str) -> None:
    from notice_cli.page.refusal import find_refusal

    refusal = find_refusal(markup, cut, body, where)
    if refusal:
        raise refusal


def explain_page(
    data: bytes,
    media_type: str | None = None,
    charset: str | None = None,
    where: str = "",
    known: Known = KNOWN,
) -> list[PartOfPage]:
    """Every block of a page and what it was taken for; the same arguments and errors as `read_page`."""
    from notice_cli.page.explain import explain_blocks

    opened = _open(data, media_type, charset, where, known)
    return explain_blocks(opened.cut, opened.body, known.labels)


def _open(data: bytes, media_type: str | None, charset: str | None, where: str, known: Known) -> _Opened:
    if _is_document(data[:1024]):
        from notice_cli.page.documents import read_document

        kind, cut, replaced = read_document(data, where)
        return _Opened(Decoded("", None, replaced), kind, b"", cut, find_body(cut, None, known.labels))
    saved = _saved_page(data) if data[:1] in _SAVED_LETTERS else None
    if saved:
        data, charset = saved
    regular = cut_regular(data, known.elements) if _begins_regularly(data) else None
    decoded = decode(data, charset, where) if regular is None else Decoded("", "utf-8")
    kind = _media_type(decoded, media_type) if regular is None else "text/html"
    if kind != "text/html":
        cut = _cut_markdown(decoded.text) if kind == "text/markdown" else cut_text(decoded.text)
        return _Opened(decoded, kind, b"", cut, find_body(cut, None, known.labels))
    as_read = decoded.encoding == "utf-8" and not decoded.replaced
    markup = data if as_read else decoded.text.encode("utf-8", "replace")
    decoded = decoded.replace(text="")
    cut = regular or cut_html(markup, known.elements, tried=as_read and _begins_regularly(data))
    if saved:  # its lines are no lines of the file
        cut = cut.replace(blocks=tuple(block.replace(line=None) for block in cut.blocks))
    if len(markup) > LARGE:
        give_back()
    site = recognise(markup, cut.named, known.sites)
    return _Opened(decoded, kind, markup, cut, find_body(cut, site, known.labels))


def _saved_page(data: bytes) -> SavedPage | None:
    """The page in a file that a browser saved it into with all that belongs to it; None for other files."""
    from notice_cli.page.documents.web_archive import is_web_archive, unpack_page

    return unpack_page(data) if is_web_archive(data) else None


def _begins_regularly(data: bytes) -> bool:
    """Whether a page says in its first lines that it is one, and they are UTF-8."""
    try:
        codecs.utf_8_decode(data[:1024], "strict", False)
    except UnicodeDecodeError:
        return False
    return b"<html" in data[:300]


def _is_document(head: bytes) -> bool:
    """Whether a file begins as a Word or PDF document does; scanners put bytes before a PDF's first line."""
    return head.startswith(_DOCUMENT_STARTS) or (b"%PDF-" in head and b"<" not in head.partition(b"%PDF-")[0])


def _cut_markdown(text: str) -> Cut:
    from notice_cli.page.documents.markdown import cut_markdown

    return cut_markdown(text)


def _media_type(decoded: Decoded, declared: str | None) -> str:
    """HTML, Markdown or plain text: what the text looks like goes before what was declared."""
    if "<html" in decoded.text[:300]:  # what nearly every page begins with
        return "text/html"
    begin = decoded.text[:4000].lower()
    if any(tag in begin for tag in _MARKUP[:3]):
        return "text/html"
    if declared in ("text/html", "application/xhtml+xml"):
        return "text/html"
    is_markup = declared is None and any(tag in begin for tag in _MARKUP)
    if is_markup:
        return "text/html"
    return "text/markdown" if declared in _MARKDOWN else "text/plain"
