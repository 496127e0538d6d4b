"""Texts that stand twice, nearly word for word: found by the clauses that they share, not by all pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import chain

from notice_cli.text.likeness import dice, pair_codes

_STOPS = "，。；;：:、"
_SHORT = 7
"""A clause that is shorter is everybody's."""
_CROWDED = 6
"""A clause that stands in more texts than this is a set phrase."""
_LIKE = 0.8
"""Share of letter pairs from which two texts are one."""
_LEAST = 14
"""Characters of a text that is worth comparing."""


def find_repeated(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Positions of the first earlier text that a text repeats, and of the text."""
    clauses = {at: _clauses(text) for at, text in enumerate(texts) if len(text) >= _LEAST}
    times = Counter(chain.from_iterable(clauses.values()))
    shared = {clause for clause, often in times.items() if often > 1 and len(clause) >= _SHORT}
    places: dict[str, list[int]] = {}
    pairs = cache(pair_codes)
    for at, own in clauses.items():
        if shared.isdisjoint(own):
            continue
        earlier = _enter(places, at, [clause for clause in own if clause in shared])
        twin = next((one for one in sorted(earlier) if _alike(texts[one], texts[at], pairs)), None)
        if twin is not None:
            yield twin, at


def _enter(places: dict[str, list[int]], at: int, clauses: Sequence[str]) -> set[int]:
    """Put the clauses of a text into the index; the earlier texts that share one of them."""
    earlier: set[int] = set()
    for clause in clauses:
        here = places.setdefault(clause, [])
        if here and len(here) <= _CROWDED:
            earlier.update(here)
        here.append(at)
    earlier.discard(at)
    return earlier


def _clauses(text: str) -> list[str]:
    for stop in _STOPS:
        text = text.replace(stop, ",")
    return text.split(",")


def _alike(one: str, other: str, pairs: Callable[[str], frozenset[int]]) -> bool:
    if one == other:
        return True
    short, long = sorted((len(one), len(other)))
    return 2 * short >= long and dice(pairs(one), pairs(other)) >= _LIKE
