"""The page as the later stages see it: its title, its body's blocks, and what it says about itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from notice_cli.page.block import Block, Cut
from notice_cli.page.blocks import cut_html, cut_text
from notice_cli.page.body import Body, find_body
from notice_cli.page.decode import Decoded, decode
from notice_cli.page.metadata import LABELS, Labels, PageMetadata, read_metadata
from notice_cli.page.parts import find_next
from notice_cli.page.sites import SITES, Site, recognise

if TYPE_CHECKING:
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


class Page(NamedTuple):
    """What is left of a page when HTML is gone."""

    titles: tuple[tuple[Block, ...], ...]
    """The lines of the title, a group for each time that it is printed above the body."""
    blocks: tuple[Block, ...]
    metadata: PageMetadata
    page_title: str | None
    media_type: str
    encoding: str
    replaced: int
    """Characters that could not be decoded."""
    method: str
    """How the body was found: a site's profile, `densest`, `page`, or `text`."""
    next: str | None = None
    """Address of the next part."""


class Known(NamedTuple):
    """What is known of pages beforehand: labels of metadata, sites."""

    labels: Labels = LABELS
    sites: tuple[Site, ...] = SITES


KNOWN = Known()


class _Opened(NamedTuple):
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
) -> Page:
    """Bytes to a page; HTML or plain text, told from the media type and from the text itself.

    Raises:
        DecodeError: the bytes are empty, binary or undecodable.
        RefusalError: the page holds no notice: its body is elsewhere, or it stands before another page.
    """
    decoded, kind, markup, cut, body = _open(data, media_type, charset, where, known)
    if kind == "text/html" and _is_thin(body):
        _refuse(markup, cut, body, where)
    return Page(
        body.titles,
        body.blocks,
        read_metadata(cut, body.head, body.closing, known.labels),
        cut.page_title,
        kind,
        decoded.encoding,
        decoded.replaced,
        body.method,
        find_next(markup, where) if kind == "text/html" else None,
    )


_THIN = 240
"""Characters of text below which a page is looked at twice."""


def _is_thin(body: Body) -> bool:
    """Whether a page has hardly any text of its own, or no sentence."""
    sentences = any("。" in block.text for block in body.blocks)
    return not sentences or sum(len(block.text) for block in body.blocks) < _THIN


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
    decoded = decode(data, charset, where)
    kind = _media_type(decoded, media_type)
    if kind != "text/html":
        cut = cut_text(decoded.text)
        return _Opened(decoded, kind, b"", cut, find_body(cut, None, known.labels))
    as_read = decoded.encoding == "utf-8" and not decoded.replaced
    markup = data if as_read else decoded.text.encode("utf-8", "replace")
    cut = cut_html(markup, frozenset(name for site in known.sites for name in site.body))
    site = recognise(markup, cut.named, known.sites)
    return _Opened(decoded, kind, markup, cut, find_body(cut, site, known.labels))


def _media_type(decoded: Decoded, declared: str | None) -> str:
    """`text/html` or `text/plain`: what the text looks like goes before what was declared."""
    begin = decoded.text[:4000].lower()
    if any(tag in begin for tag in _MARKUP[:3]):
        return "text/html"
    if declared in ("text/html", "application/xhtml+xml"):
        return "text/html"
    is_markup = declared is None and any(tag in begin for tag in _MARKUP)
    return "text/html" if is_markup else "text/plain"
