"""Splits and merges: one issue of a notice that stands as several in the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping

from notice_cli.comparing.assigning import Edge
from notice_cli.comparing.scoring import Score

PART = 0.6
"""A left-over issue whose words are so like another one's may be a part of it."""
LEAST_PART = 0.02
"""Where the parts compete for the whole, each may be so little like it beside them."""
SURE_PART = 0.6
"""From here on it is one."""


def find_parts(
    sure: Collection[Edge], paired: Collection[Edge], scores: Mapping[Edge, Score]
) -> Iterator[Edge]:
    """Pairs of left-over issues with the whole, where each part names a subject of its own.

    The whole has another part already, or two are left over.
    """
    yield from _one_way(sure, paired, scores)
    turned = {(j, i): score for (i, j), score in scores.items()}
    found = _one_way({(j, i) for i, j in sure}, {(j, i) for i, j in paired}, turned)
    yield from ((i, j) for j, i in found)


def _one_way(
    sure: Collection[Edge], paired: Collection[Edge], scores: Mapping[Edge, Score]
) -> Iterator[Edge]:
    partner, paired_olds = dict(sure), {i for i, _ in paired}
    left: dict[int, list[int]] = defaultdict(list)
    for j, i in sorted(_find_best_olds(scores, {j for _, j in paired}).items()):
        left[i].append(j)
    for i, parts in sorted(left.items()):
        others = [partner[i]] if i in partner else [] if i in paired_olds else parts
        yield from (
            (i, j) for j in parts if any(_are_parts(scores.get((i, k)), scores[i, j]) for k in others)
        )


def _find_best_olds(scores: Mapping[Edge, Score], taken: Collection[int]) -> dict[int, int]:
    """For each left-over new issue the one old issue that is likest by far."""
    best: dict[int, Edge] = {}
    for (i, j), score in scores.items():
        near = score.own >= PART and score.likeness >= LEAST_PART
        if near and j not in taken and (j not in best or score.own > scores[best[j]].own):
            best[j] = i, j
    return {j: i for j, (i, _) in best.items()}


def _are_parts(one: Score | None, other: Score) -> bool:
    """Whether each shares a subject with the whole that the other does not."""
    if one is None:
        return False
    left, right = set(one.shared_subjects), set(other.shared_subjects)
    return bool(left - right and right - left)
