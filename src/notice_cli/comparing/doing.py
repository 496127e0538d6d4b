"""How far two issues were answered by the same doing, by the wording of their measures."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum, log, sqrt

from notice_cli.comparing.assigning import Edge
from notice_cli.comparing.stock_pairs import STOCK_PAIRS
from notice_cli.text.likeness import character_pairs

RICH = 60
"""Measures of fewer different character pairs are not judged alone by what they share."""
RICHEST = 150
"""Those of so many are, in full."""
CROWDED = 40
"""A character pair that more pairs of issues share than this tells nothing."""


@dataclass(frozen=True, slots=True)
class Doing:
    """The likeness of the measures of each two issues, by positions; how rich each issue's are."""

    likeness: Mapping[Edge, float]
    rich: tuple[Sequence[float], Sequence[float]]

    def find_richness(self, edge: Edge) -> float:
        """How far the measures of both issues say enough to be judged, 0 to 1."""
        return min(self.rich[0][edge[0]], self.rich[1][edge[1]])


def compare_measures(old: Sequence[str], new: Sequence[str]) -> Doing:
    """The cosine of the measures' character pairs, the rare ones counting most; 0 is left out.

    Of two issues that are the same it is seldom under 0.04, of others seldom above it.
    """
    there, here = ([character_pairs(text) - STOCK_PAIRS for text in side] for side in (old, new))
    size = len(there) + len(here)
    seen = Counter(chain.from_iterable((*there, *here)))
    weights = {pair: log(size / times) ** 2 for pair, times in seen.items()}
    floor = RICH * log(max(size, 3) / 2) ** 2
    left, right = ([sqrt(max(_sum(pairs, weights), floor)) for pairs in side] for side in (there, here))
    likeness = {(i, j): both / (left[i] * right[j]) for (i, j), both in _share(there, here, weights).items()}
    return Doing(likeness, ([*map(_find_richness, there)], [*map(_find_richness, here)]))


def _find_richness(pairs: Collection[str]) -> float:
    return max(0.0, min(1.0, (len(pairs) - RICH) / (RICHEST - RICH)))


def _sum(pairs: Collection[str], weights: Mapping[str, float]) -> float:
    return fsum(weights[pair] for pair in pairs)


def _share(
    there: Sequence[frozenset[str]], here: Sequence[frozenset[str]], weights: Mapping[str, float]
) -> dict[Edge, float]:
    """What each two texts share, by weight."""
    both: frozenset[str] = frozenset().union(*there) & frozenset().union(*here)
    old_places, new_places = _places(there, both), _places(here, both)
    shared: dict[Edge, float] = defaultdict(float)
    for pair in sorted(both):
        olds, news = old_places[pair], new_places[pair]
        if len(olds) * len(news) <= CROWDED:
            for i in olds:
                for j in news:
                    shared[i, j] += weights[pair]
    return shared


def _places(texts: Sequence[frozenset[str]], wanted: frozenset[str]) -> dict[str, list[int]]:
    """In which texts each of the wanted pairs stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, pairs in enumerate(texts):
        for pair in pairs & wanted:
            places[pair].append(at)
    return places
