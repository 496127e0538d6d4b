"""Whether two issues are worded alike: one copied from the other, or two things in one frame of set phrases.

An issue that comes back is mostly either copied, with other figures or a clause more, or told anew. Two texts
between these, that share a third of their pairs of letters, mostly share a frame and no more:
…走过场，以签到代替培训 and …走过场，以自评代替测评. Texts that open with the same thing
(党组会议记录不规范) are no such case.
"""

from __future__ import annotations

from typing import NamedTuple

from notice_cli.comparing.runs import without_stock
from notice_cli.text.likeness import plain
from notice_cli.text.pattern import lazy_pattern

COPY = 0.65
"""Share of the shorter text's pairs from which it is copied."""
SHORTEST = 12
"""Pairs of a text that is long enough to be told as copied when it is only a part of the other."""
WHOLE = 0.75
"""Share of the pairs of both from which two texts of any length are one."""
FRAME = (0.18, 0.26, 0.48, 0.6)
"""Shares of the pairs of both at which a common frame begins, is full, wanes, ends."""
_CLAUSE = lazy_pattern(r"[^，,。；;：:]{1,200}")
BRIEF, FULL = 16, 24
"""Pairs of a text that is too brief to tell a frame from its matter, and of one that is long enough."""
_FIGURE = lazy_pattern(r"\d{1,30}")
_SHORTEST_OPENING = 4
_MANAGED = "管理"
"""What an opening may end with or not: 固定资产管理混乱 is what 固定资产不规范 is."""


class Wording(NamedTuple):
    """How alike two texts are worded."""

    copied: float
    """The share of its words that is copied, 0 where the text is none."""
    frame: float
    """How surely both have only a frame in common, 0 to 1."""


def read_wording(text: str) -> frozenset[str]:
    """The pairs of neighbouring letters of a text, every figure being the same.

    >>> sorted(read_wording("2019年，3份"))
    ['0份', '0年', '年0']
    """
    letters = _FIGURE.sub("0", plain(text))
    return frozenset(map(str.__add__, letters, letters[1:]))


def read_opening(text: str) -> str:
    """What the first clause of a text speaks of, stock phrases left out; empty where that is too little.

    >>> read_opening("党组会议记录不规范，3次没有记录。")
    '党组会议记录'
    """
    clause = _CLAUSE.search(text)
    opening = _FIGURE.sub("", plain(without_stock(clause[0]))).removesuffix(_MANAGED) if clause else ""
    return opening if len(opening) >= _SHORTEST_OPENING else ""


def compare_wordings(one: frozenset[str], other: frozenset[str]) -> Wording:
    """How alike two texts are worded, by their pairs."""
    both, shorter = len(one & other), min(len(one), len(other))
    share = 2 * both / ((len(one) + len(other)) or 1)
    part = both / shorter if shorter >= SHORTEST else 0.0
    if share >= WHOLE or part >= COPY:
        return Wording(max(share, part), 0.0)
    return Wording(0.0, min(_find_frame(share), max(0.0, (shorter - BRIEF) / (FULL - BRIEF))))


def _find_frame(share: float) -> float:
    begins, full, wanes, ends = FRAME
    rise, fall = (share - begins) / (full - begins), (ends - share) / (ends - wanes)
    return max(0.0, min(1.0, rise, fall))
