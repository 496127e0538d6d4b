"""How far the text of one issue is what the measures of another one speak of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain
from math import fsum, log, sqrt

from notice_cli.comparing.assigning import Edge
from notice_cli.comparing.rarity import find_rarity, read_rarity
from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said

Vector = Mapping[str, float]

PAIR = 0.5
"""What a pair of letters counts beside a letter: its letters count too."""
UNKNOWN = 0.02
"""What a text is taken to share with measures that are not told."""


def compare_across(old: Sequence[Said], new: Sequence[Said], edges: Collection[Edge]) -> Mapping[Edge, float]:
    """What the text of one issue shares with the measures of the other, both ways added up, for each pair.

    The cosines of letters and character pairs, without stock phrases. The fewer issues of these two
    notices and the fewer of any body hold one, the more it counts.
    """
    texts = [read_runs(one.text) for one in (*old, *new)]
    measures = [read_runs(one.measures) for one in (*old, *new)]
    weights = _weigh([text | done for text, done in zip(texts, measures, strict=True)])
    said = [_unit(text, weights) for text in texts]
    done = [_unit(its, weights) for its in measures]
    size = len(old)
    return {(i, j): _share(said[i], done[size + j]) + _share(said[size + j], done[i]) for i, j in edges}


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


def _share(text: Vector, measures: Vector) -> float:
    """The cosine."""
    return (
        fsum(weight * measures[run] for run, weight in text.items() if run in measures)
        if measures
        else UNKNOWN
    )
