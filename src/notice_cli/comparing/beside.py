"""How near the texts of two issues are beside the words that stand in both.

Two issues that open with the same words and go on to different things are not one; two that say the same in
other words still lie near each other when all that they share is struck out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import sqrt
from operator import mul
from typing import NamedTuple

from notice_cli.comparing.nearness import Edge, Space, read_pulls
from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said

LEFT = 1e-6
"""The share of a text that must be left when what both say is struck out."""


class _Text(NamedTuple):
    """Its letters and pairs of letters, where it lies among the subjects, and the square of how far out."""

    runs: frozenset[str]
    point: Sequence[float]
    square: float


def compare_beside(
    old: Sequence[Said], new: Sequence[Said], space: Space, edges: Collection[Edge]
) -> dict[Edge, float]:
    """How near the texts of the issues of each pair are beside what both say, 0 to 1.

    Args:
        old: The issues of the old notice.
        new: Those of the new one.
        space: Where they lie, as `nearness.lay_out` tells.
        edges: The pairs, by positions.
    """
    rarity = space.rarity
    there = {i: _read_text(old[i].text, space.old_texts[i], rarity) for i in sorted({i for i, _ in edges})}
    here = {j: _read_text(new[j].text, space.new_texts[j], rarity) for j in sorted({j for _, j in edges})}
    return {(i, j): _compare(there[i], here[j], rarity) for i, j in edges}


def _read_text(text: str, point: Sequence[float], rarity: Sequence[float]) -> _Text:
    weighed = [*map(mul, point, rarity)]
    return _Text(read_runs(text), weighed, sum(map(mul, weighed, weighed)))


def _pull(runs: Iterable[str], rarity: Sequence[float]) -> Mapping[int, float]:
    """How strongly these lead to each subject, by its rarity."""
    pulls, pulled = read_pulls(), defaultdict[int, float](float)
    for run in runs:
        for subject, pull in pulls[run]:
            pulled[subject] += pull * rarity[subject]
    return pulled


def _compare(one: _Text, other: _Text, rarity: Sequence[float]) -> float:
    """The cosine of two texts' points, less what both say; the same whichever comes first."""
    both = _pull(_find_both(one.runs & other.runs), rarity)
    mine, yours = _project(both, one.point), _project(both, other.point)
    square = sum(pull * pull for pull in both.values())
    left, right = one.square + square - 2 * mine, other.square + square - 2 * yours
    if left <= LEFT * one.square or right <= LEFT * other.square:
        return 0.0
    near: float = sum(map(mul, one.point, other.point)) + square - (mine + yours)
    return max(0.0, near / sqrt(left * right))


def _find_both(shared: Iterable[str]) -> list[str]:
    """Pairs of letters of both texts, with their letters."""
    pairs = {run for run in shared if len(run) > 1}
    return sorted(pairs.union(*pairs) & read_pulls().keys())


def _project(pulled: Mapping[int, float], point: Sequence[float]) -> float:
    return sum(pull * point[subject] for subject, pull in pulled.items())
