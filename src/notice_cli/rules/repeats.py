"""Texts that stand twice, nearly word for word: found by the clauses that they share, not by all pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate, chain

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
    clauses = _clauses(texts)
    shared = _shared(chain.from_iterable(clauses))
    places: dict[str, list[int]] = {}
    pairs = cache(pair_codes)
    for at, own in enumerate(clauses) if shared else ():
        if shared.isdisjoint(own):
            continue
        for one in sorted(_enter(places, at, [clause for clause in own if clause in shared])):
            if _alike(texts[one], texts[at], pairs):
                yield one, at
                break


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


def _clauses(texts: Sequence[str]) -> list[list[str]]:
    """The clauses of each text; a text that is not worth comparing has none."""
    joined, ends = "".join(texts), accumulate(map(len, texts))
    for stop in _STOPS:
        joined = joined.replace(stop, ",")
    return [
        joined[end - len(text) : end].split(",") if len(text) >= _LEAST else []
        for text, end in zip(texts, ends, strict=True)
    ]


def _shared(clauses: Iterable[str]) -> set[str]:
    """The clauses that stand there more than once and are long enough to tell something."""
    times = Counter([clause for clause in clauses if len(clause) >= _SHORT])
    return {clause for clause, often in times.items() if often > 1}


def _alike(one: str, other: str, pairs: Callable[[str], frozenset[int]]) -> bool:
    if one == other:
        return True
    short, long = sorted(
        (len(one), len(other))
    )  # texts of 3 and 5 letters are alike by 2 * 3 / (3 + 5) at most
    return 5 * short >= 3 * long and dice(pairs(one), pairs(other)) >= _LIKE
