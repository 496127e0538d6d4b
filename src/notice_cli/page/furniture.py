"""Lines that the page puts around a notice: told by their element, their links, or their words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from notice_cli.page.block import Block
from notice_cli.page.labels import FURNITURE_LINES, FURNITURE_SENTENCES, FURNITURE_STARTS, FURNITURE_WORDS
from notice_cli.text.pattern import lazy_pattern

_TOO_MUCH = 0.25
"""Share of the running text above which no element is furniture, whatever its name."""
_RUNNING_LENGTH = 15
_FURNITURE: dict[str, tuple[str, ...]] = {}
"""Words of furniture by their first character."""
for _word in FURNITURE_WORDS:
    _FURNITURE[_word[0]] = (*_FURNITURE.get(_word[0], ()), _word)
_FURNITURE_LETTERS = frozenset(begin[0] for begin in FURNITURE_STARTS)
_FURNITURE_LABELS = tuple(begin for begin in FURNITURE_STARTS if begin[-1] in ":：")
"""Beginnings that are furniture in long lines, too."""
_TOOL_LETTERS = frozenset(line[0] for line in FURNITURE_LINES)
_LONGEST_END_MARK = 19
_FURNITURE_LENGTH = 40
_TOOLS_LENGTH = 24
_LONGEST_FURNITURE = 300
_CRUMBS = ("首页", "正文")
"""One of these stands in every breadcrumb."""
_BREADCRUMB = lazy_pattern(r"首页.{0,40}[>＞»/\-]|[>＞»]{1,2}\s?正文")
_SHEET = lazy_pattern(r"第\s?\d{1,3}\s?(?:/\s?\d{1,3}\s?)?页(?:\s?[,，/]?\s?共\s?\d{1,3}\s?页)?")
_END_MARKS = frozenset(("END", "End", "end", "完", "THE END"))
Reason = Literal["", "element", "links", "words"]


def tell_furniture(blocks: Sequence[Block]) -> list[Reason]:
    """For each block what says that it is page furniture: its element, its links, its words, or nothing."""
    mass: dict[int, int] = {}
    for block in blocks:
        if block.furniture > 0:
            mass[block.furniture] = mass.get(block.furniture, 0) + running_mass(block)
    limit = _TOO_MUCH * sum(map(running_mass, blocks)) if mass else 0
    return ["element" if b.furniture > 0 and mass[b.furniture] < limit else _reason(b) for b in blocks]


def running_mass(block: Block) -> int:
    """How much running text a block has."""
    length = len(block.text)
    return length if length >= _RUNNING_LENGTH and not block.linked else 0


def _reason(block: Block) -> Reason:
    """What a block itself says about being furniture."""
    text = block.text
    if block.linked and "附件" not in text:
        return "links"
    if len(text) > _LONGEST_FURNITURE:
        return ""
    if "。" in text:
        return "words" if text.startswith(FURNITURE_SENTENCES) else ""
    if _is_tools(text):
        return "words"
    likely = FURNITURE_STARTS if len(text) < _FURNITURE_LENGTH else _FURNITURE_LABELS
    starts = text[:1] in _FURNITURE_LETTERS and text.startswith(likely)
    return "words" if starts or _has_furniture(text) or _is_breadcrumb(text) or _is_end(text) else ""


def _is_tools(text: str) -> bool:
    """Whether a line holds nothing but tools and tabs, perhaps with counters: 阅读 33 点赞 2."""
    if len(text) >= _TOOLS_LENGTH or text[:1] not in _TOOL_LETTERS:
        return False
    return FURNITURE_LINES.issuperset(word for word in text.split() if not word.isdecimal())


def _has_furniture(text: str) -> bool:
    """Whether a word of page furniture stands in a text."""
    return not _FURNITURE.keys().isdisjoint(text) and any(
        letter in _FURNITURE and text.startswith(_FURNITURE[letter], at) for at, letter in enumerate(text)
    )


def _is_end(text: str) -> bool:
    """Whether a line only says that the text or a sheet of it ends: ——完——, - 2 -."""
    bare = text.strip("-—–~·* ") if len(text) <= _LONGEST_END_MARK else ""
    if bare in _END_MARKS or (bare.isdecimal() and text[0] in "-—–" and text[-1] in "-—–"):
        return True
    return bare[:1] == "第" and "页" in bare and _SHEET.fullmatch(bare) is not None


def _is_breadcrumb(text: str) -> bool:
    return any(word in text for word in _CRUMBS) and _BREADCRUMB.search(text) is not None
