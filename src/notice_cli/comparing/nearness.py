"""How near two issues are in matter: by the subjects that their letters and words lead to, named or not.

Every subject of the table pulls the letters and the pairs of letters of its forms; an issue is then a point
among the subjects, and two issues that share no word may still lie side by side.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import chain
from math import fsum, log, sqrt
from operator import mul

from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said
from notice_cli.comparing.words import FIELDS, SUBJECTS

Edge = tuple[int, int]
Pulls = Mapping[str, Sequence[tuple[int, float]]]

LETTER = 0.3
"""What a letter of a form counts beside a pair of letters."""
COMMON = 0.05
"""What more than this share of all subjects hold leads to none of them."""
TEXT = 2
"""How much the text of an issue counts beside its measures."""
MANY = 90_000
"""Pairs of issues that are all compared."""
ONE = 1 << 20
"""The length of a vector in whole numbers."""
LANE = 44
"""Bits that hold a product of two vectors, with room to spare."""
LANE_FULL = (1 << LANE) - 1
LEAST = 0.5
"""What is added to how common a subject is in two notices."""


def compare_subjects(
    old: Sequence[Said], new: Sequence[Said], candidates: Iterable[Edge]
) -> dict[Edge, float]:
    """How near any two issues are, 0 to 1; of very many issues only the `candidates`."""
    points = _weigh([_find_point(one) for one in (*old, *new)])
    there, here = points[: len(old)], points[len(old) :]
    if len(old) * len(new) > MANY:
        return {(i, j): sum(map(mul, there[i], here[j])) / ONE**2 for i, j in candidates}
    lanes = _lay_side_by_side(here)
    return {
        (i, j): near for i, one in enumerate(there) for j, near in enumerate(_compare(one, lanes, len(here)))
    }


def _lay_side_by_side(points: Sequence[Sequence[int]]) -> list[int]:
    """For each subject one whole number that holds all points' places: one product then serves them all."""
    return [
        sum(place << LANE * at for at, place in enumerate(places)) for places in zip(*points, strict=True)
    ]


def _compare(point: Sequence[int], lanes: Sequence[int], count: int) -> Iterator[float]:
    """The cosine of one point with each of those side by side."""
    products = sum(map(mul, point, lanes))
    for at in range(count):
        yield (products >> LANE * at & LANE_FULL) / ONE**2


def _find_point(said: Said) -> list[float]:
    """How strongly an issue is pulled to each subject."""
    pulls = _read_pulls()
    text, measures = read_runs(said.text), read_runs(said.measures)
    point = [0.0] * _count_subjects()
    for run in sorted((text | measures) & pulls.keys()):
        times = TEXT * (run in text) + (run in measures)
        for subject, pull in pulls[run]:
            point[subject] += times * pull
    return point


def _weigh(points: Sequence[Sequence[float]]) -> list[list[int]]:
    """The points with subjects that few issues are near to counting more, as vectors `ONE` long."""
    most = [max(point, default=0.0) or 1.0 for point in points]
    near = [fsum(map(mul, column, [1 / top for top in most])) for column in zip(*points, strict=True)]
    rarity = [log((len(points) + 1) / (common + LEAST)) for common in near]
    return [_unit([*map(mul, point, rarity)]) for point in points]


def _unit(vector: Sequence[float]) -> list[int]:
    length = sqrt(fsum(map(mul, vector, vector))) or 1.0
    return [round(ONE * value / length) for value in vector]


def _read_table() -> list[str]:
    return [*SUBJECTS.strip().splitlines(), *FIELDS.strip().splitlines()]


@cache
def _count_subjects() -> int:
    return len(_read_table())


@cache
def _read_pulls() -> Pulls:
    """Each letter and pair of letters with the subjects that it leads to."""
    subjects = [_count_runs(line.split()) for line in _read_table()]
    seen = Counter(chain.from_iterable(subjects))
    rarity = {run: log((len(subjects) + 1) / times) for run, times in seen.items()}
    wide = COMMON * len(subjects)
    pulls: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, counts in enumerate(subjects):
        weights = {run: rarity[run] * sqrt(times) for run, times in counts.items() if seen[run] <= wide}
        scale = fsum(weight * weight for weight in weights.values()) ** 0.25
        for run, weight in weights.items():
            pulls[run].append((at, weight / scale))
    return pulls


def _count_runs(forms: Iterable[str]) -> dict[str, float]:
    """The letters and pairs of letters of a subject's forms, by how many hold each."""
    counts: dict[str, float] = defaultdict(float)
    for form in forms:
        for run in sorted(read_runs(form, with_stock=True)):
            counts[run] += 1 if len(run) > 1 else LETTER
    return counts
