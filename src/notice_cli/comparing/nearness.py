"""How near two issues are in matter: by the subjects that their letters and words lead to, named or not.

Every subject of the table pulls the letters and the pairs of letters of its forms; an issue is then a point
among the subjects, and two issues that share no word may still lie side by side.
"""

from __future__ import annotations

import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import floor, fsum, log, sqrt
from operator import mul

from notice_cli.comparing.aspects import ASPECTS
from notice_cli.comparing.rarity import find_rarity, read_rarity
from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said
from notice_cli.comparing.words import FIELDS, SUBJECTS

Edge = tuple[int, int]
Pulls = Mapping[str, Sequence[tuple[int, float]]]

LETTER = 0.3
"""What a letter of a form counts beside a pair of letters."""
COMMON = 0.05
"""What more than this share of all subjects hold leads to none of them."""
TEXT = 2.0
"""How much the text of an issue counts beside its measures."""
MANY = 90_000
"""Pairs of issues that are all compared."""
ONE = 1 << 15
"""The length of a vector in whole numbers: a product of two fits into `LANE`."""
LANE = "I"
LEAST = 0.5
"""What is added to how common a subject is in two notices."""


@dataclass(frozen=True, slots=True)
class Space:
    """The issues of two notices as points among the subjects."""

    old: Sequence[Sequence[int]]
    """By text and measures, each as a vector `ONE` long."""
    new: Sequence[Sequence[int]]
    old_texts: Sequence[Sequence[float]]
    """By their texts alone, not yet weighed by rarity."""
    new_texts: Sequence[Sequence[float]]
    rarity: Sequence[float]
    """How few issues are near to each subject."""


def lay_out(old: Sequence[Said], new: Sequence[Said]) -> Space:
    """The space of two notices' issues: the fewer of them are near to a subject, the more it counts."""
    texts = [_find_point(one.text) for one in (*old, *new)]
    points = [
        _find_point(one.measures, list(map(TEXT.__mul__, text)))
        for text, one in zip(texts, (*old, *new), strict=True)
    ]
    rarity = _find_rarity(points)
    units = [_unit([*map(mul, point, rarity)]) for point in points]
    size = len(old)
    return Space(units[:size], units[size:], texts[:size], texts[size:], rarity)


def compare_subjects(space: Space, candidates: Iterable[Edge]) -> dict[Edge, float]:
    """How near any two issues are, 0 to 1; of very many issues only the `candidates`."""
    there, here = space.old, space.new
    if len(there) * len(here) > MANY:
        return {(i, j): sum(map(mul, there[i], here[j])) / ONE**2 for i, j in candidates}
    lanes = _lay_side_by_side(here)
    rows = (_compare(one, lanes, len(here)) for one in there)
    scale = 1 / ONE**2
    return {(i, j): scale * product for i, row in enumerate(rows) for j, product in enumerate(row)}


def _lay_side_by_side(points: Sequence[Sequence[int]]) -> list[int]:
    """For each subject one whole number that holds all points' places: one product then serves them all."""
    columns = zip(*points, strict=True)
    return [int.from_bytes(array(LANE, places).tobytes(), sys.byteorder) for places in columns]


def _compare(point: Sequence[int], lanes: Sequence[int], count: int) -> Collection[int]:
    """The products of one point with each of those side by side."""
    products = sum(map(mul, point, lanes))
    return array(LANE, products.to_bytes(count * array(LANE).itemsize, sys.byteorder))


def _find_point(text: str, start: list[float] | None = None) -> list[float]:
    """How strongly a text is pulled to each subject, on top of `start`, which is used up."""
    pulls = read_pulls()
    point = start or [0.0] * count_subjects()
    for run in sorted(read_runs(text) & pulls.keys()):
        for subject, pull in pulls[run]:
            point[subject] += pull
    return point


def _find_rarity(points: Sequence[Sequence[float]]) -> list[float]:
    """How few issues are near to each subject."""
    scales = [1 / (max(point, default=0.0) or 1.0) for point in points]
    near = [fsum(map(mul, column, scales)) for column in zip(*points, strict=True)]
    return [log((len(points) + 1) / (common + LEAST)) for common in near]


def _unit(vector: Sequence[float]) -> list[int]:
    length = sqrt(sum(map(mul, vector, vector))) or 1.0
    return list(map(floor, map((ONE / length).__mul__, vector)))


def _read_table() -> list[str]:
    return list(chain.from_iterable(table.strip().splitlines() for table in (SUBJECTS, FIELDS, ASPECTS)))


@cache
def count_subjects() -> int:
    """How many subjects the space has."""
    return len(_read_table())


@cache
def read_pulls() -> Pulls:
    """Each letter and pair of letters with the subjects that it leads to; rare ones pull more."""
    subjects = [_count_runs(line.split()) for line in _read_table()]
    seen = Counter(chain.from_iterable(subjects))
    rarity = {run: log((len(subjects) + 1) / times) for run, times in seen.items()}
    known, rarest = read_rarity(), find_rarity(1)
    wide = COMMON * len(subjects)
    pulls: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, counts in enumerate(subjects):
        weights = {run: rarity[run] * sqrt(times) for run, times in counts.items() if seen[run] <= wide}
        scale = fsum(weight * weight for weight in weights.values()) ** 0.25
        for run, weight in weights.items():
            pulls[run].append((at, weight / scale * known.get(run, rarest)))
    return pulls


def _count_runs(forms: Iterable[str]) -> dict[str, float]:
    """The letters and pairs of letters of a subject's forms, by how many hold each."""
    counts: dict[str, float] = defaultdict(float)
    for form in forms:
        for run in sorted(read_runs(form, with_stock=True)):
            counts[run] += 1 if len(run) > 1 else LETTER
    return counts
