"""Texts that stand twice, nearly word for word: found by the clauses that they share, not by all pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notice_cli.text.likeness import character_pairs, dice

_CLAUSE = re.compile(r"[^，,。；;：:、（）()《》“”\s]{7,}")
"""A run of characters without a mark; shorter ones are everybody's."""
_CROWDED = 6
"""A clause that stands in more texts than this is a set phrase."""
_LIKE = 0.8
"""Share of letter pairs from which two texts are one."""
_LEAST = 14
"""Characters of a text that is worth comparing."""


def find_repeated(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Positions of every text with the first earlier one that it repeats."""
    places: dict[str, list[int]] = {}
    for at, text in enumerate(texts):
        if len(text) < _LEAST:
            continue
        clauses = set(_CLAUSE.findall(text)) or {text}
        earlier = sorted({one for clause in clauses for one in _uncrowded(places.get(clause, []))})
        twin = next((one for one in earlier if _alike(texts[one], text)), None)
        if twin is not None:
            yield twin, at
        for clause in clauses:
            places.setdefault(clause, []).append(at)


def _uncrowded(places: list[int]) -> list[int]:
    return places if len(places) <= _CROWDED else []


def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((len(one), len(other)))
    return 2 * short >= long and dice(character_pairs(one), character_pairs(other)) >= _LIKE
