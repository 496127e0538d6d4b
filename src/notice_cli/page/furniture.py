"""Lines that the page puts around a notice: told by their element, their links, or their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from notice_cli.page.block import Block
from notice_cli.page.labels import (
    COUNTED,
    FURNITURE_LINES,
    FURNITURE_SENTENCES,
    FURNITURE_STARTS,
    FURNITURE_WORDS,
    NUMBER_OF_VISITS,
)
from notice_cli.text.pattern import lazy_pattern

_TOO_MUCH = 0.25
"""Share of the running text above which no element is furniture, whatever its name."""
_RUNNING_LENGTH = 15
_BREADCRUMBS = ("首页.{0,40}[>＞»/\\-]", *(rf"{sign}\s?正文" for sign in ">＞»"), r">>\s?\S", r"[»›]\s?\S")
_VISITORS = (
    r"您是(?:本[站页文])?第\s?\d{1,9}\s?位",
    r"[【\[]我要",
    r"次(?:(?<=\d次)|(?<=\d\s次))(?:围观|浏览|阅读|点击|查看)(?!\w)",
)
_FURNITURE = lazy_pattern("|".join((*map(re.escape, FURNITURE_WORDS), *_BREADCRUMBS, *_VISITORS)))
"""Words of furniture and breadcrumbs; each begins with a character, which a search jumps to."""
_COUNTER = lazy_pattern(f"{COUNTED}{NUMBER_OF_VISITS}")
_VISITS = lazy_pattern(NUMBER_OF_VISITS)
_STARTS: dict[str, tuple[str, ...]] = {}
"""Beginnings of furniture by their first character."""
for _start in FURNITURE_STARTS:
    _STARTS[_start[0]] = (*_STARTS.get(_start[0], ()), _start)
_FURNITURE_LABELS = tuple(begin for begin in FURNITURE_STARTS if begin[-1] in ":：")
"""Beginnings that are furniture in long lines, too."""
_LONGEST_END_MARK = 19
_FURNITURE_LENGTH = 40
_TOOLS_LENGTH = 24
_LONGEST_FURNITURE = 300
_SHEET = lazy_pattern(r"第\s?\d{1,3}\s?(?:/\s?\d{1,3}\s?)?页(?:\s?[,，/]?\s?共\s?\d{1,3}\s?页)?")
_END_MARKS = frozenset(("END", "End", "end", "完", "THE END"))
_END_EDGES = "-—–~·* "
_BEGINNINGS = frozenset(text[0] for text in (*_STARTS, *FURNITURE_LINES, *_END_MARKS, *_END_EDGES, "第"))
"""What a line begins with that is told by its beginning, holds nothing but tools, or ends a text."""
_SENTENCE_LETTERS = frozenset(begin[0] for begin in FURNITURE_SENTENCES)
Reason = Literal["", "element", "links", "words"]


def tell_furniture(blocks: Sequence[Block], masses: Sequence[int]) -> list[Reason]:
    """For each block what says that it is page furniture: its element, its links, its words, or nothing.

    Args:
        blocks: The page's blocks.
        masses: How much running text each has.
    """
    furniture = _furniture_elements(blocks, masses)
    told: list[Reason] = []
    for block in blocks:
        text = block.text
        if block.furniture in furniture:
            told.append("element")
        elif block.linked and "附件" not in text:
            told.append("links")
        elif "。" in text:
            told.append("words" if text[:1] in _SENTENCE_LETTERS and _is_sentence(text) else "")
        else:
            told.append("words" if _is_told_by_words(text) else "")
    return told


def _furniture_elements(blocks: Sequence[Block], masses: Sequence[int]) -> set[int]:
    """The elements whose name says that all in them is furniture, as long as that is not much of the page."""
    named: dict[int, int] = {}
    for block, mass in zip(blocks, masses, strict=True):
        if block.furniture > 0:
            named[block.furniture] = named.get(block.furniture, 0) + mass
    limit = _TOO_MUCH * sum(masses) if named else 0
    return {element for element, mass in named.items() if mass < limit}


def running_masses(blocks: Sequence[Block]) -> list[int]:
    """How much running text each block has."""
    return [
        length if (length := len(block.text)) >= _RUNNING_LENGTH and not block.linked else 0
        for block in blocks
    ]


def _is_sentence(text: str) -> bool:
    """Whether a line with a sentence is one of the page's, as they begin."""
    return len(text) <= _LONGEST_FURNITURE and text.startswith(FURNITURE_SENTENCES)


def _is_told_by_words(text: str) -> bool:
    """Whether a line without a sentence has furniture's words."""
    if len(text) > _LONGEST_FURNITURE:
        return False
    return (text[:1] in _BEGINNINGS and _is_told_by_beginning(text)) or _FURNITURE.search(text) is not None


def _is_told_by_beginning(text: str) -> bool:
    """Whether a line begins as furniture, holds nothing but tools, or says that the text ends."""
    starts = _STARTS.get(text[0])
    if starts and text.startswith(starts):
        return len(text) < _FURNITURE_LENGTH or text.startswith(_FURNITURE_LABELS)
    return _is_tools(text) or _is_end(text)


def _is_tools(text: str) -> bool:
    """Whether a line holds nothing but tools and tabs, perhaps with counters: 阅读 3.3万 点赞 2."""
    words = text.split() if len(text) < _TOOLS_LENGTH else []
    if not words or words[0] not in FURNITURE_LINES:
        return bool(words) and _COUNTER.fullmatch(text) is not None
    return all(word in FURNITURE_LINES or _VISITS.fullmatch(word) for word in words)


def _is_end(text: str) -> bool:
    """Whether a line only says that the text or a sheet of it ends: ——完——, - 2 -."""
    bare = text.strip(_END_EDGES) if len(text) <= _LONGEST_END_MARK else ""
    if bare in _END_MARKS or (bare.isdecimal() and text[0] in "-—–" and text[-1] in "-—–"):
        return True
    return bare[:1] == "第" and "页" in bare and _SHEET.fullmatch(bare) is not None
