"""How much two texts are alike, letter by letter; says nothing about what they mean."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product
from operator import add
from typing import TypeVar

from notice_cli.text.pattern import lazy_pattern

Pair = TypeVar("Pair", str, int)
_NO_WORD = lazy_pattern(r"[\W_]+")
SHINGLE = 6
FEW = 400
SHORT = 12
MOST = 0.65
CROWDED = 8
"""A shingle that stands in more texts than this leads to no candidate."""


def plain(text: str) -> str:
    """`text` without punctuation and blanks, full-width letters and digits as half-width ones.

    >>> plain("学习 不够，（２０１９年）。")
    '学习不够2019年'
    """
    return _NO_WORD.sub("", unicodedata.normalize("NFKC", text))


def character_pairs(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of the plain text."""
    letters = plain(text)
    return frozenset(map(add, letters, letters[1:]))


def pair_codes(text: str) -> frozenset[int]:
    """The pairs of neighbouring characters as numbers: only good for `dice`, and sooner found."""
    letters = plain(text).encode("utf-32", "surrogatepass")[4:]
    even, odd = len(letters) // 8 * 8, (len(letters) - 4) // 8 * 8
    return frozenset(array("Q", letters[:even] + letters[4 : 4 + odd]))


def dice(left: frozenset[Pair], right: frozenset[Pair]) -> float:
    """The share of pairs that both have, 0 to 1; two empty sets share nothing."""
    total = len(left) + len(right)
    return 2 * len(left & right) / total if total else 0.0


def find_repeats(left: Sequence[str], right: Sequence[str], floor: float) -> list[tuple[int, int]]:
    """Positions of texts that stand in both, nearly word for word: one to one, the likest first.

    Two texts are a repeat where the `dice` of their character pairs reaches `floor`; of very many texts only
    those that also share a run of six characters are looked at.
    """
    pairs = cache(character_pairs)
    ranked = sorted(
        (-likeness, *_in_order(left[i], right[j]), i, j)
        for i, j in _candidates(left, right)
        if (likeness := dice(pairs(left[i]), pairs(right[j]))) >= floor
    )
    return _match((i, j) for *_, i, j in ranked)


def _in_order(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one <= other else (other, one)


def _match(ranked: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The best first, each side once."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in ranked:
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return sorted(pairs.items())


def _candidates(left: Sequence[str], right: Sequence[str]) -> Iterable[tuple[int, int]]:
    """Of a few texts those that share most of their letters, of many those that share a run of them."""
    if len(left) * len(right) <= FEW:
        return _sharing_letters([frozenset(text) for text in left], [frozenset(text) for text in right])
    index: dict[str, list[int]] = {}
    for i, text in enumerate(left):
        for run in _shingles(plain(text)):
            index.setdefault(run, []).append(i)
    found: set[tuple[int, int]] = set()
    for j, text in enumerate(right):
        for run in _shingles(plain(text)):
            places = index.get(run, ())
            if len(places) <= CROWDED:
                found.update((i, j) for i in places)
    return found


def _sharing_letters(
    left: Sequence[frozenset[str]], right: Sequence[frozenset[str]]
) -> Iterable[tuple[int, int]]:
    """Pairs that share most of their letters; short ones are let through: letters have two widths."""
    for i, j in product(range(len(left)), range(len(right))):
        if min(len(left[i]), len(right[j])) <= SHORT or dice(left[i], right[j]) >= MOST:
            yield i, j


def _shingles(text: str) -> set[str]:
    """Runs of six characters, and the text itself."""
    return {text[at : at + SHINGLE] for at in range(len(text) - SHINGLE + 1)} | {text}
