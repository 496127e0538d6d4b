"""How far the text of one issue is what the measures of another one speak of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from math import fsum, log, sqrt

from notice_cli.comparing.rarity import find_rarity, read_rarity
from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said

Edge = tuple[int, int]
Vector = Mapping[str, float]

PAIR = 0.5
"""What a pair of letters counts beside a letter: its letters count too."""
CROWDED = 400
"""What more pairs of issues share than this tells nothing."""


def compare_across(old: Sequence[Said], new: Sequence[Said]) -> Mapping[Edge, float]:
    """What the text of one issue shares with the measures of the other, both ways added up; 0 is left out.

    The cosines of letters and character pairs, without stock phrases. The fewer issues of these two
    notices and the fewer of any body hold one, the more it counts.
    """
    texts = [read_runs(one.text) for one in (*old, *new)]
    measures = [read_runs(one.measures) for one in (*old, *new)]
    weights = _weigh([text | done for text, done in zip(texts, measures, strict=True)])
    said = [_unit(text, weights) for text in texts]
    done = [_unit(its, weights) for its in measures]
    size = len(old)
    across = _share(said[:size], done[size:])
    for edge, both in _share(done[:size], said[size:]).items():
        across[edge] += both
    return across


def _weigh(issues: Sequence[frozenset[str]]) -> dict[str, float]:
    """What each letter and pair counts."""
    seen, known = Counter(chain.from_iterable(issues)), read_rarity()
    size, rarest = len(issues) + 1, find_rarity(1)
    here = {times: log(size / times) / log(size) for times in sorted(set(seen.values()))}
    return {
        run: here[times] * known.get(run, rarest) * (PAIR if len(run) > 1 else 1)
        for run, times in seen.items()
    }


def _unit(runs: Iterable[str], weights: Vector) -> dict[str, float]:
    """The weights as a vector one long; nothing where it says nothing."""
    length = sqrt(fsum(weights[run] ** 2 for run in runs))
    return {run: weights[run] / length for run in runs} if length else {}


def _share(old: Sequence[Vector], new: Sequence[Vector]) -> dict[Edge, float]:
    """The cosines."""
    there, here = _places(old), _places(new)
    shared: dict[Edge, float] = defaultdict(float)
    for run in sorted(there.keys() & here.keys()):
        olds, news = there[run], here[run]
        if len(olds) * len(news) <= CROWDED:
            for i, weight in olds:
                for j, other in news:
                    shared[i, j] += weight * other
    return shared


def _places(vectors: Sequence[Vector]) -> dict[str, list[tuple[int, float]]]:
    """Where each letter and pair stands, and what it counts there."""
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, vector in enumerate(vectors):
        for run, weight in vector.items():
            places[run].append((at, weight))
    return places
