"""How near the texts of two issues are beside the words that stand in both.

Two issues that open with the same words and go on to different things are not one; two that say the same in
other words still lie near each other when all that they share is struck out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from math import sqrt
from typing import NamedTuple

from notice_cli.comparing.assigning import Edge
from notice_cli.comparing.nearness import Point, find_point, multiply
from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said

LEFT = 1e-6
"""The share of the square of a text's length that must be left when what both say is struck out."""


class _Text(NamedTuple):
    """Its letters and pairs of letters, where these add up to, and the square of how far out that is."""

    runs: frozenset[str]
    point: Point
    square: float


def compare_beside(old: Sequence[Said], new: Sequence[Said], edges: Collection[Edge]) -> dict[Edge, float]:
    """How near the texts of the issues of each pair are when what both say is struck out, -1 to 1.

    Args:
        old: The issues of the old notice.
        new: Those of the new one.
        edges: The pairs, by positions.
    """
    there = {i: _read_text(old[i].text) for i in sorted({i for i, _ in edges})}
    here = {j: _read_text(new[j].text) for j in sorted({j for _, j in edges})}
    return {(i, j): _compare(there[i], here[j]) for i, j in edges}


def _read_text(text: str) -> _Text:
    runs = read_runs(text)
    point = find_point(runs)
    return _Text(runs, point, multiply(point, point))


def _compare(one: _Text, other: _Text) -> float:
    """The cosine of two texts' points less what both say; the same whichever comes first."""
    both = find_point(_find_both(one.runs & other.runs))
    square, mine, yours = (multiply(both, point) for point in (both, one.point, other.point))
    left, right = one.square + square - 2 * mine, other.square + square - 2 * yours
    if left <= LEFT * one.square or right <= LEFT * other.square:
        return 0.0
    return (multiply(one.point, other.point) + square - (mine + yours)) / sqrt(left * right)


def _find_both(shared: Iterable[str]) -> frozenset[str]:
    """Pairs of letters of both texts, with their letters."""
    pairs = {run for run in shared if len(run) > 1}
    return frozenset(pairs.union(*pairs))
