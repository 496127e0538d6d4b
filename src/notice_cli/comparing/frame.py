"""Whether two issues are worded alike: one copied from the other, or two things in one frame of set phrases.

An issue that comes back is mostly either copied, with other figures or a clause more, or told anew, in
another order too. Two texts between these, that share half of their letters in the same order, mostly share a
frame and no more: …走过场，以签到代替培训 and …走过场，以自评代替测评. Texts that open with the same thing
(党组会议记录不规范) are no such case.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
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
FRAME = (0.3, 0.42, 0.6, 0.7)
"""Shares of the letters in the same order at which a common frame begins, is full, wanes, ends."""
BRIEF, FULL = 16, 24
"""Letters of a text that is too brief to tell a frame from its matter, and of one that is long enough."""
_CLAUSE = lazy_pattern(r"[^，,。；;：:]{1,200}")
_FIGURE = lazy_pattern(r"\d{1,30}")
_SHORTEST_OPENING = 4
_MANAGED = "管理"
"""What an opening may end with or not: 固定资产管理混乱 is what 固定资产不规范 is."""


class Wording(NamedTuple):
    """How a text is worded, every figure being the same."""

    letters: str
    pairs: frozenset[str]
    """Its pairs of neighbouring letters."""
    places: Mapping[str, int]
    """Where each letter stands, a bit a place."""
    opening: str
    """What its first clause speaks of, stock phrases left out; empty where that is too little."""


class Alike(NamedTuple):
    """How alike two texts are worded."""

    copied: float
    """The share of its words that is copied, 0 where the text is none."""
    frame: float
    """How surely both have only a frame in common, 0 to 1."""
    opening: bool
    """Whether both open with the same thing."""


def read_wording(text: str) -> Wording:
    """How a text is worded.

    >>> sorted(read_wording("2019年，3份").pairs)
    ['0份', '0年', '年0']
    >>> read_wording("党组会议记录不规范，3次没有记录。").opening
    '党组会议记录'
    """
    letters = _FIGURE.sub("0", plain(text))
    places = defaultdict[str, int](int)
    for at, letter in enumerate(letters):
        places[letter] |= 1 << at
    return Wording(letters, frozenset(map(str.__add__, letters, letters[1:])), places, _read_opening(text))


def _read_opening(text: str) -> str:
    clause = _CLAUSE.search(text)
    opening = _FIGURE.sub("", plain(without_stock(clause[0]))).removesuffix(_MANAGED) if clause else ""
    return opening if len(opening) >= _SHORTEST_OPENING else ""


def compare_wordings(one: Wording, other: Wording) -> Alike:
    """How alike two texts are worded."""
    both, shorter = len(one.pairs & other.pairs), min(len(one.pairs), len(other.pairs))
    share = 2 * both / ((len(one.pairs) + len(other.pairs)) or 1)
    part = both / shorter if shorter >= SHORTEST else 0.0
    opening = bool(one.opening) and one.opening == other.opening
    if share >= WHOLE or part >= COPY:
        return Alike(max(share, part), 0.0, opening)
    length = min(len(one.letters), len(other.letters))
    if opening or length <= BRIEF:
        return Alike(0.0, 0.0, opening)
    return Alike(
        0.0, min(_find_frame(share_in_order(one, other)), (length - BRIEF) / (FULL - BRIEF)), opening
    )


def share_in_order(one: Wording, other: Wording) -> float:
    """The share of letters that both have in the same order, 0 to 1: their longest common subsequence.

    By bits, as M. Crochemore and others give it ("A fast and practical bit-vector algorithm for the longest
    common subsequence problem", 2001): a bit that was struck from `left` is a letter more in common.
    """
    every = left = (1 << len(one.letters)) - 1
    for letter in other.letters:
        met = left & one.places.get(letter, 0)
        left = (left + met | left - met) & every
    return 2 * (every ^ left).bit_count() / ((len(one.letters) + len(other.letters)) or 1)


def _find_frame(share: float) -> float:
    begins, full, wanes, ends = FRAME
    rise, fall = (share - begins) / (full - begins), (ends - share) / (ends - wanes)
    return max(0.0, min(1.0, rise, fall))
