"""One-to-one pairs with the best likeness overall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

Edge = tuple[int, int]
LARGEST = 24
"""A knot of more issues than this on its smaller side is paired greedily: the exact way takes cubic time."""


def find_best(gains: Mapping[Edge, int]) -> set[Edge]:
    """The pairs, each side once, whose gains (whole numbers above zero) add up to the most.

    What is not in `gains` is never paired. No two sets of pairs should gain the same: then neither the order
    nor the side matters.
    """
    best: set[Edge] = set()
    for knot in _knots(gains):
        rows = len({i for i, _ in knot})
        columns = len({j for _, j in knot})
        if min(rows, columns) == 1:
            best.add(max(knot, key=gains.__getitem__))
        elif min(rows, columns) <= LARGEST and max(rows, columns) <= 4 * LARGEST:
            best |= _assign(knot, gains)
        else:
            best |= _greedy(knot, gains)
    return best


def _knots(gains: Mapping[Edge, int]) -> list[list[Edge]]:
    """The pairs in groups that share no issue with one another."""
    leaders: dict[Hashable, Hashable] = {}
    for i, j in gains:
        one, other = _leader(leaders, ("old", i)), _leader(leaders, ("new", j))
        leaders[one] = other
    knots: dict[Hashable, list[Edge]] = defaultdict(list)
    for edge in sorted(gains):
        knots[_leader(leaders, ("old", edge[0]))].append(edge)
    return list(knots.values())


def _leader(leaders: dict[Hashable, Hashable], node: Hashable) -> Hashable:
    """The one that stands for the group of `node`; the way to it is shortened."""
    while (above := leaders.setdefault(node, node)) != node:
        leaders[node] = leaders.setdefault(above, above)
        node = above
    return node


def _assign(knot: Sequence[Edge], gains: Mapping[Edge, int]) -> set[Edge]:
    """The exact best of a small group."""
    from munkres import Munkres

    rows = sorted({i for i, _ in knot})
    columns = sorted({j for _, j in knot})
    costs = [[-gains.get((i, j), 0) for j in columns] for i in rows]
    pairs = ((rows[row], columns[column]) for row, column in Munkres().compute(costs))
    return {pair for pair in pairs if pair in gains}


def _greedy(knot: Sequence[Edge], gains: Mapping[Edge, int]) -> set[Edge]:
    """The likest first, each side once."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for i, j in sorted(knot, key=gains.__getitem__, reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return set(pairs.items())
