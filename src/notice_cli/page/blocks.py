"""A page's text cut into blocks: what a reader sees as one paragraph, cell or line, in order."""

from __future__ import annotations

from notice_cli.page.block import INVISIBLE, Block, Cut
from notice_cli.page.regular import cut_regular


def cut_text(text: str) -> Cut:
    """Plain text: a block a line."""
    text = INVISIBLE.sub("", text)
    lines = ((" ".join(line.split()), number) for number, line in enumerate(text.split("\n"), 1))
    return Cut(tuple(Block(line, number) for line, number in lines if line))


def cut_html(markup: bytes, wanted: frozenset[str] = frozenset(), *, tried: bool = False) -> Cut:
    """HTML in UTF-8: a block for each run of text between two block boundaries. Bad markup never raises.

    Args:
        markup: The page.
        wanted: Elements (`#id` or `.class`, in lower case) whose places are to be told in `named`.
        tried: Whether it is known not to be regular.
    """
    cut = None if tried else cut_regular(markup, wanted)
    if cut is None:
        from notice_cli.page.tree import cut_tree

        cut = cut_tree(markup, wanted)
    return cut
