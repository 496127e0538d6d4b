"""The parts of one page become one page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.page.block import Block
from notice_cli.page.metadata import PageMetadata
from notice_cli.page.page import Page

_TABLES = 10_000
"""More tables than a part has: the numbers of a later part's tables start behind them."""


def join_pages(pages: Sequence[Page]) -> Page:
    """The first page with the bodies of all; what is told in `next` is what the last one says.

    Lines of the later parts are None: they are not lines of the file that the first part is. A title that a
    later part repeats is page furniture there; any other line that stands above its body belongs to it.
    """
    first = pages[0]
    blocks = (
        *first.blocks,
        *(block for at, page in enumerate(pages[1:], 1) for block in _later(first, page, at)),
    )
    replaced = sum(page.replaced for page in pages)
    return first.replace(blocks=blocks, next=pages[-1].next, replaced=replaced)


def _later(first: Page, page: Page, at: int) -> Iterator[Block]:
    known = {block.text for group in first.titles for block in group} | {first.page_title}
    lines = [block for group in page.titles for block in group if block.text not in known]
    for block in (*lines, *page.blocks):
        cell = block.cell and block.cell.replace(table=block.cell.table + at * _TABLES)
        yield block.replace(line=None, cell=cell)


def without_title(page: Page) -> Page:
    """A page that does not say what it is called."""
    told = page.metadata
    values = {name: value for name, value in told.values.items() if name != "title"}
    return page.replace(page_title=None, metadata=PageMetadata(values, told.other, told.lines))


def cover_page(cover: Page, attached: Page) -> Page:
    """An attached document under the page that it is attached to: the page's metadata go before its own."""
    values = {**attached.metadata.values, **cover.metadata.values}
    lines = dict.fromkeys(values)
    metadata = PageMetadata(values, {**attached.metadata.other, **cover.metadata.other}, lines)
    return attached.replace(metadata=metadata, page_title=attached.page_title or cover.page_title)
