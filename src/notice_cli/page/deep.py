"""Pages that libxml2 cuts short : read by BeautifulSoup instead."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from notice_cli.page.block import BLOCK_TAGS, DROPPED_TAGS, Block, fold

if TYPE_CHECKING:
    from bs4 import Tag

_BLOCKS = frozenset(BLOCK_TAGS)
_DROPPED = frozenset(DROPPED_TAGS)


def cut_deep(markup: str) -> tuple[Block, ...]:
    """The blocks of a page of any depth, in order; tables and furniture are not told apart here."""
    runs: list[str] = []
    blocks: list[Block] = []
    line: int | None = None
    for boundary, text, at in _events(markup):
        if boundary and runs:
            blocks.append(Block("".join(runs), line))
            runs = []
        if boundary:
            line = at
        runs.append(text)
    blocks.append(Block("".join(runs), line))
    folded = (Block(fold(block.text), block.line) for block in blocks)
    return tuple(block for block in folded if block.text)


def _events(markup: str) -> Iterator[tuple[bool, str, int | None]]:
    """Every run of visible text, with whether a block boundary stands before it."""
    from bs4 import BeautifulSoup
    from bs4.element import Comment, NavigableString, Tag

    soup = BeautifulSoup(markup, "html.parser")
    owners: dict[int, int] = {}
    seen: dict[int, bool] = {}
    last = -1
    for node in soup.descendants:
        if isinstance(node, NavigableString):
            parent = node.parent
            if parent is None or isinstance(node, Comment) or not seen.get(id(parent), True):
                continue
            owner = owners.get(id(parent), 0)
            yield owner != last, str(node), parent.sourceline
            last = owner
        elif isinstance(node, Tag):
            last = _enter(node, owners, seen, last)


def _enter(tag: Tag, owners: dict[int, int], seen: dict[int, bool], last: int) -> int:
    """Note which block a tag's text belongs to and whether it is seen; a new block ends the one before."""
    above = id(tag.parent)
    seen[id(tag)] = seen.get(above, True) and tag.name not in _DROPPED
    if tag.name not in _BLOCKS:
        owners[id(tag)] = owners.get(above, 0)
        return last
    owners[id(tag)] = id(tag)
    return -1
