"""The page as the later stages see it: its title, its body's blocks, and what it says about itself."""

from __future__ import annotations

from dataclasses import dataclass

from notice_cli.page.block import Block
from notice_cli.page.blocks import cut_html, cut_text
from notice_cli.page.body import find_body
from notice_cli.page.decode import Decoded, decode
from notice_cli.page.metadata import PageMetadata, read_metadata
from notice_cli.page.parts import find_next
from notice_cli.page.refusal import find_refusal
from notice_cli.page.sites import recognise

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


@dataclass(frozen=True, slots=True)
class Page:
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


def read_page(
    data: bytes, media_type: str | None = None, charset: str | None = None, where: str = ""
) -> Page:
    """Bytes to a page; HTML or plain text, told from the media type and from the text itself.

    Raises:
        DecodeError: the bytes are empty, binary or undecodable.
        RefusalError: the page holds no notice: its body is elsewhere, or it stands before another page.
    """
    decoded = decode(data, charset, where)
    kind = _media_type(decoded, media_type)
    markup = (
        data
        if decoded.encoding == "utf-8" and not decoded.replaced
        else decoded.text.encode("utf-8", "replace")
    )
    site = recognise(markup) if kind == "text/html" else None
    cut = cut_html(markup, site.body if site else ()) if kind == "text/html" else cut_text(decoded.text)
    body = find_body(cut, site.name if site else None)
    refusal = find_refusal(markup, cut, body, where) if kind == "text/html" else None
    if refusal:
        raise refusal
    metadata = read_metadata(cut, body.head, body.closing)
    return Page(
        body.titles,
        body.blocks,
        metadata,
        cut.page_title,
        kind,
        decoded.encoding,
        decoded.replaced,
        body.method,
        find_next(markup, where) if kind == "text/html" else None,
    )


def _media_type(decoded: Decoded, declared: str | None) -> str:
    """`text/html` or `text/plain`: what the text looks like goes before what was declared."""
    begin = decoded.text[:4000].lower()
    if any(tag in begin for tag in _MARKUP[:3]):
        return "text/html"
    if declared in ("text/html", "application/xhtml+xml"):
        return "text/html"
    is_markup = declared is None and any(tag in begin for tag in _MARKUP)
    return "text/html" if is_markup else "text/plain"
