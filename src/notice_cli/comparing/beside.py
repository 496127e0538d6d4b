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

from notice_cli.comparing.nearness import Edge, Point, Space, read_pulls, read_table
from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said

LEFT = 1e-6
"""The share of a text that must be left when what both say is struck out."""


class _Text(NamedTuple):
    """Its letters and pairs of letters, where it lies among the subjects, and the square of how far out."""

    runs: frozenset[str]
    point: Point
    square: float


def compare_beside(
    old: Sequence[Said], new: Sequence[Said], space: Space, edges: Collection[Edge]
) -> dict[Edge, float]:
    """How near the texts of the issues of each pair are when what both say is struck out, 0 to 1.

    Args:
        old: The issues of the old notice.
        new: Those of the new one.
        space: Where they lie, as `nearness.lay_out` tells.
        edges: The pairs, by positions.
    """
    there = {i: _read_text(old[i].text, space.old_texts[i]) for i in sorted({i for i, _ in edges})}
    here = {j: _read_text(new[j].text, space.new_texts[j]) for j in sorted({j for _, j in edges})}
    return {(i, j): _compare(there[i], here[j], space.rarity) for i, j in edges}


def _read_text(text: str, point: Point) -> _Text:
    return _Text(read_runs(text), point, sum(map(mul, point.values(), point.values())))


def _compare(one: _Text, other: _Text, rarity: Sequence[float]) -> float:
    """The cosine of two texts' points less what both say; the same whichever comes first."""
    common = [(pull, other.point[at]) for at, pull in one.point.items() if at in other.point]
    product = sum(mine * yours for mine, yours in common)
    both = _pull(_find_both(one.runs & other.runs), rarity)
    mine, yours = _project(both, one.point), _project(both, other.point)
    square = sum(pull * pull for pull in both.values())
    left, right = one.square + square - 2 * mine, other.square + square - 2 * yours
    if left <= LEFT * one.square or right <= LEFT * other.square:
        return 0.0
    return max(0.0, (product + square - (mine + yours)) / sqrt(left * right))


def _pull(runs: Iterable[str], rarity: Sequence[float]) -> Mapping[int, float]:
    """How strongly these lead to each subject, by its rarity."""
    pulled = defaultdict[int, float](float)
    for run in runs:
        for subject, pull in read_pulls(run):
            pulled[subject] += pull * rarity[subject]
    return pulled


def _find_both(shared: Iterable[str]) -> list[str]:
    """Pairs of letters of both texts, with their letters."""
    pairs = {run for run in shared if len(run) > 1}
    return sorted(pairs.union(*pairs) & read_table().places.keys())


def _project(pulled: Mapping[int, float], point: Point) -> float:
    return sum(pull * point.get(subject, 0.0) for subject, pull in pulled.items())
