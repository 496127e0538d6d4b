"""How near two issues are in matter, whatever words they use.

Every letter and every pair of letters lies somewhere in a space where what is said of one problem lies
together; an issue lies where its letters and pairs add up to. Two issues that share no word may so lie side
by side. `scripts/build_space.py` says how the space came about.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import fsum, sqrt
from operator import add, mul, sub
from pathlib import Path

from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.said import Said

Point = Sequence[float]
"""Where an issue lies: a number for each side of the space."""

FILE = Path(__file__).with_name("space.bin")
TEXT = 2
"""How much the text of an issue counts beside its measures."""
ZERO = 128
"""The byte that stands for 0."""
LANE = "I"
"""Sums are kept side by side in one whole number, so wide each."""
ONE = 1 << 12
"""The length of a point in whole numbers: a sum of products of two fits into `LANE`."""
FEW = 4
"""The middle of few issues tells little of where issues lie: that of so many is taken as half as far out."""


@dataclass(frozen=True, slots=True)
class Table:
    """Where letters and pairs of letters lie."""

    sides: int
    places: Mapping[str, int]
    """Which of the rows is whose."""
    rows: bytes
    """`sides` bytes each."""


@dataclass(frozen=True, slots=True)
class Space:
    """The issues of two notices as points, each as far out as 1, or nowhere where it says nothing."""

    old: Sequence[Point]
    new: Sequence[Point]


@cache
def read_table() -> Table:
    """The table as `scripts/build_space.py` packs it."""
    _, sides, runs, rows = zlib.decompress(FILE.read_bytes()).split(b"\n", 3)
    names = runs.decode().split(" ")
    return Table(int(sides), dict(zip(names, range(len(names)), strict=True)), rows)


@cache
def _find_row(run: str) -> int:
    """The bytes of a letter or a pair of letters, each in a lane of its own."""
    table = read_table()
    at, width = table.places[run] * table.sides, array(LANE).itemsize
    spread = bytearray(table.sides * width)
    spread[(0 if sys.byteorder == "little" else width - 1) :: width] = table.rows[at : at + table.sides]
    return int.from_bytes(spread, sys.byteorder)


def find_point(runs: Collection[str]) -> Sequence[int]:
    """Where letters and pairs of letters add up to."""
    table = read_table()
    known = [*map(_find_row, table.places.keys() & runs)]
    lanes = array(LANE, sum(known).to_bytes(table.sides * array(LANE).itemsize, sys.byteorder))
    return [*map((-ZERO * len(known)).__add__, lanes)]


def lay_out(old: Sequence[Said], new: Sequence[Said]) -> Space:
    """Where the issues of two notices lie."""
    return Space([*map(_place, old)], [*map(_place, new)])


def _place(said: Said) -> Point:
    text, measures = find_point(read_runs(said.text)), find_point(read_runs(said.measures))
    return _unit([*map(add, map(TEXT.__mul__, text), measures)])


def multiply(one: Point, other: Point) -> float:
    """The sum of the products of their sides."""
    return float(sum(map(mul, one, other)))


def _unit(point: Point) -> Point:
    """As far out as 1; nowhere where it says nothing."""
    length = sqrt(fsum(map(mul, point, point)))
    return [value / length for value in point] if length else point


def center(space: Space) -> tuple[Sequence[Point], Sequence[Point]]:
    """The points as seen from the middle of all: what tells the issues of these two notices apart."""
    points = [*space.old, *space.new]
    middle = [fsum(side) / (len(points) + FEW) for side in zip(*points, strict=True)]
    old, new = ([_unit([*map(sub, point, middle)]) for point in side] for side in (space.old, space.new))
    return old, new


def compare_points(old: Sequence[Point], new: Sequence[Point]) -> list[array[float]]:
    """The cosines of any two points, -1 to 1: a row for each of the old notice."""
    there, here = ([[round(ONE * value) for value in point] for point in side] for side in (old, new))
    columns = [_lay_side_by_side(side) for side in zip(*here, strict=True)]
    sums = [ONE * sum(point) for point in here]
    return [_compare(point, columns, sums) for point in there]


def _lay_side_by_side(values: Sequence[int]) -> int:
    """One whole number that holds all: one product then serves them all."""
    return int.from_bytes(array(LANE, map(ONE.__add__, values)).tobytes(), sys.byteorder)


def _compare(point: Sequence[int], columns: Sequence[int], sums: Sequence[int]) -> array[float]:
    """The products of one point with each of those side by side; every number was `ONE` too great."""
    products = sum(map(mul, map(ONE.__add__, point), columns))
    found = array(LANE, products.to_bytes(len(sums) * array(LANE).itemsize, sys.byteorder))
    more = ONE * sum(point) + len(point) * ONE**2
    return array("d", ((value - its - more) / ONE**2 for value, its in zip(found, sums, strict=True)))
