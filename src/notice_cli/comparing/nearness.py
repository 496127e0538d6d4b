"""How near two issues are in matter: by the subjects that their letters and words lead to, named or not.

Every subject pulls the letters and the pairs of letters by which it is told; an issue is then a point among
the subjects, and two issues that share no word may still lie side by side. `scripts/build_space.py` says what
the subjects are and how strongly each pulls.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, compress, pairwise
from math import log, sqrt
from operator import mul
from pathlib import Path

from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said

Edge = tuple[int, int]
Pulls = Sequence[tuple[int, int]]
Point = Mapping[int, float]
"""How far out an issue lies towards each subject, the others left out."""

FILE = Path(__file__).with_name("space.bin")
TEXT = 2
"""How much the text of an issue counts beside its measures."""
ONE = 1 << 15
"""The length of a vector in whole numbers: a product of two fits into `LANE`."""
LANE = "I"
FAINT = 0.04
"""What is less than this share of a vector's length is left out."""
NEAR = 1 << 20
"""The pull of the subject that an issue is nearest to, when it is told how common subjects are."""
LEAST = 0.5
"""What is added to how common a subject is in two notices."""


@dataclass(frozen=True, slots=True)
class Table:
    """Which subjects there are, and to which a letter or a pair of letters leads."""

    subjects: int
    places: Mapping[str, tuple[int, int]]
    """Where the pulls of a letter or a pair stand, from and to."""
    leads: Sequence[int]
    pulls: Sequence[int]


@dataclass(frozen=True, slots=True)
class Space:
    """The issues of two notices as points among the subjects."""

    old: Sequence[Mapping[int, int]]
    """By text and measures, each as a vector `ONE` long."""
    new: Sequence[Mapping[int, int]]
    old_texts: Sequence[Point]
    """By their texts alone, weighed by rarity."""
    new_texts: Sequence[Point]
    rarity: Sequence[float]
    """How few issues are near to each subject."""


@cache
def read_table() -> Table:
    """The table as `scripts/build_space.py` packs it."""
    subjects, runs, body = zlib.decompress(FILE.read_bytes()).split(b"\n", 2)
    names = runs.decode().split(" ")
    counts = _read_numbers(body[: 2 * len(names)])
    total = sum(counts)
    leads = _read_numbers(body[2 * len(names) : 2 * (len(names) + total)])
    places = dict(zip(names, pairwise(accumulate(counts, initial=0)), strict=True))
    return Table(int(subjects), places, leads, body[2 * (len(names) + total) :])


def _read_numbers(data: bytes) -> array[int]:
    numbers = array("H", data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


@cache
def read_pulls(run: str) -> Pulls:
    """The subjects that a letter or a pair of letters leads to, and how strongly."""
    table = read_table()
    start, end = table.places.get(run, (0, 0))
    return tuple(zip(table.leads[start:end], table.pulls[start:end], strict=True))


def lay_out(old: Sequence[Said], new: Sequence[Said]) -> Space:
    """The space of two notices' issues: the fewer of them are near to a subject, the more it counts."""
    said = (*old, *new)
    texts = [_find_point(one.text, {}) for one in said]
    points = [_find_point(one.measures, text) for one, text in zip(said, texts, strict=True)]
    rarity = _find_rarity(points)
    units = [_unit(point, _weigh(point, rarity)) for point in points]
    weighed = [dict(zip(text, _weigh(text, rarity), strict=True)) for text in texts]
    size = len(old)
    return Space(units[:size], units[size:], weighed[:size], weighed[size:], rarity)


def compare_subjects(space: Space) -> list[Sequence[float]]:
    """How near any two issues are, 0 to 1: a row for each of the old notice."""
    lanes = _lay_side_by_side(space.new)
    return [_compare(one, lanes, len(space.new)) for one in space.old]


def _lay_side_by_side(points: Sequence[Mapping[int, int]]) -> Mapping[int, int]:
    """For each subject one whole number that holds all points' places: one product then serves them all."""
    empty = array(LANE, bytes(len(points) * array(LANE).itemsize))
    columns: dict[int, array[int]] = defaultdict(lambda: empty[:])
    for at, point in enumerate(points):
        for subject, value in point.items():
            columns[subject][at] = value
    return {subject: int.from_bytes(column.tobytes(), sys.byteorder) for subject, column in columns.items()}


def _compare(point: Mapping[int, int], lanes: Mapping[int, int], count: int) -> Sequence[float]:
    """The products of one point with each of those side by side."""
    products = sum(value * lanes[subject] for subject, value in point.items() if subject in lanes)
    found = array(LANE, products.to_bytes(count * array(LANE).itemsize, sys.byteorder))
    return [*map((1 / ONE**2).__mul__, found)]


def _find_point(text: str, start: Mapping[int, int]) -> dict[int, int]:
    """How strongly a text is pulled to each subject, on top of `TEXT` times `start`."""
    table = read_table()
    point = [0] * table.subjects
    for subject, pull in start.items():
        point[subject] = TEXT * pull
    for run in read_runs(text) & table.places.keys():
        for subject, pull in read_pulls(run):
            point[subject] += pull
    return dict(zip(compress(range(len(point)), point), filter(None, point), strict=True))


def _find_rarity(points: Sequence[Mapping[int, int]]) -> list[float]:
    """How few issues are near to each subject."""
    near = [0] * read_table().subjects
    for point in points:
        scale = NEAR // max(point.values(), default=1)
        for subject, pull in point.items():
            near[subject] += scale * pull
    return [log((len(points) + 1) / (common / NEAR + LEAST)) for common in near]


def _weigh(point: Mapping[int, int], rarity: Sequence[float]) -> list[float]:
    """How far out it lies towards each of its subjects, by their rarity."""
    return [*map(mul, point.values(), map(rarity.__getitem__, point))]


def _unit(subjects: Iterable[int], pulls: Sequence[float]) -> dict[int, int]:
    """A vector `ONE` long, without its faintest places."""
    length = sqrt(sum(map(mul, pulls, pulls))) or 1.0
    floor, scale = FAINT * length, ONE / length
    return {subject: int(pull * scale) for subject, pull in zip(subjects, pulls, strict=True) if pull > floor}
