"""How far the text of one issue is what the measures of another one speak of."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import fsum, log, sqrt

from notice_cli.comparing.frequencies import ISSUES, LETTERS, PAIRS
from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said

Edge = tuple[int, int]
Vector = Mapping[str, float]

PAIR = 0.5
"""What a pair of letters counts beside a letter: its letters count too."""
CROWDED = 400
"""What more pairs of issues share than this tells nothing."""
STEP = 2**0.5
"""The middle of a step of the table."""


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
    seen, known = Counter(chain.from_iterable(issues)), _known()
    size, rarest = len(issues) + 1, _rarity(1)
    here = {times: log(size / times) / log(size) for times in sorted(set(seen.values()))}
    return {
        run: here[times] * known.get(run, rarest) * (PAIR if len(run) > 1 else 1)
        for run, times in seen.items()
    }


@cache
def _known() -> Mapping[str, float]:
    """How rare each entry of the table is in issues of any body."""
    return dict(chain(_read_table(LETTERS, 1), _read_table(PAIRS, 2)))


def _read_table(table: Mapping[int, str], length: int) -> Iterator[tuple[str, float]]:
    for step, text in table.items():
        for at in range(0, len(text), length):
            yield text[at : at + length], _rarity(step * STEP)


def _rarity(times: float) -> float:
    """1 for what no issue holds, 0 for what all do."""
    return log((ISSUES + 1) / (times + 1)) / log(ISSUES + 1)


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
