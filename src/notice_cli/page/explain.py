"""What each block of a page was taken for, as far as the page goes: the notice's, its metadata, furniture."""

from __future__ import annotations

from typing import Literal

from notice_cli.page.block import Block, Cut
from notice_cli.page.body import Body
from notice_cli.page.furniture import running_masses, tell_furniture
from notice_cli.page.metadata import (
    LABELS,
    Labels,
    closes_page,
    find_metadata_lines,
    is_dateline,
    is_label,
    labels_in,
)
from notice_cli.values import Value

Part = Literal["title", "body", "metadata", "furniture", "outside"]
Why = Literal["", "element", "links", "words", "label", "bare", "above", "below"]


class PartOfPage(Value):
    """A block and what it was taken for; `why` tells what speaks for it."""

    block: Block
    part: Part
    why: Why = ""


def explain_blocks(cut: Cut, body: Body, labels: Labels = LABELS) -> list[PartOfPage]:
    """Every block of the page in its order; the notice's are `title` and `body`."""
    reasons = tell_furniture(cut.blocks, running_masses(cut.blocks))
    bare = find_metadata_lines(cut.blocks, labels)
    parts = []
    for at, block in enumerate(cut.blocks):
        if at in body.title_at:
            parts.append(PartOfPage(block, "title"))
        elif at in body.body_at:
            parts.append(PartOfPage(block, "body"))
        else:
            parts.append(_left_out(at, block, body.start, reasons[at], bare, cut.blocks, labels))
    return parts


def _left_out(
    at: int, block: Block, start: int, reason: Why, bare: set[int], blocks: tuple[Block, ...], labels: Labels
) -> PartOfPage:
    """Why a block did not reach the text."""
    labelled = is_label(block.text, labels) or labels_in(block.text, labels) > 0
    valued = at > 0 and is_label(blocks[at - 1].text, labels)
    if (at < start and (labelled or valued)) or closes_page(block.text):
        return PartOfPage(block, "metadata", "label")
    if at in bare or (at < start and is_dateline(block.text)):
        return PartOfPage(block, "metadata", "bare")
    if reason:
        return PartOfPage(block, "furniture", reason)
    return PartOfPage(block, "outside", "above" if at < start else "below")
