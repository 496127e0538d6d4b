"""Numbered lines of one level, and which of them open issues."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from notice_cli.outline import Line
from notice_cli.outline.markers import LEVELS, Kind
from notice_cli.reading.draft import Reading
from notice_cli.reading.prose import read_prose
from notice_cli.reading.zones import ABOUT, is_heading

KINDS: tuple[Kind, ...] = ("dot", "han_paren", "paren", "circled", "han")
"""Kinds of numbers that issues carry, the commonest first."""
Fits = Callable[[Sequence[Line], int, int], bool]
"""Whether the line of a number, with what follows it up to another, is an issue."""
_ENOUGH = 0.5
"""Share of a level's lines that must fit, lists within measures left out."""


def read_levels(lines: Sequence[Line], fits: Fits, *, title: re.Pattern[str] = ABOUT) -> Iterator[Reading]:
    """A reading for each level on which enough lines fit; `title` is what of an issue's line names it."""
    levels = _levels(lines)
    for kind in KINDS:
        opening = _openings(lines, levels[kind], kind, fits) if kind in levels else set()
        if opening:
            yield read_prose(lines, opening, kind, title=title)


def _levels(lines: Sequence[Line]) -> dict[Kind, list[int]]:
    """The numbered lines outside tables, by the kinds of their numbers."""
    levels: dict[Kind, list[int]] = {}
    for at, line in enumerate(lines):
        if line.marker is not None and line.cell is None:
            levels.setdefault(line.marker.kind, []).append(at)
    return levels


def _openings(lines: Sequence[Line], marked: Sequence[int], kind: Kind, fits: Fits) -> set[int]:
    """The lines of a level that open issues: those that fit, and those whose number stands between two."""
    stops = _stops(lines, marked, kind)
    fitting = [at for at, end in zip(marked, stops, strict=True) if fits(lines, at, end)]
    if not fitting or len(fitting) < _ENOUGH * _runs(lines, marked):
        return set()
    return set(fitting) | _between(lines, marked, set(fitting))


def _stops(lines: Sequence[Line], marked: Sequence[int], kind: Kind) -> list[int]:
    """For each line of the level where its issue would end: at the next, or at a shallower heading."""
    level = LEVELS[kind]
    stops = []
    end = len(lines)
    following = set(marked)
    for at in range(len(lines) - 1, -1, -1):
        if at in following:
            stops.append(end)
        marker = lines[at].marker
        above = marker is not None and LEVELS.get(marker.kind, 9) < level and is_heading(lines[at])
        if at in following or above:
            end = at
    return stops[::-1]


def _runs(lines: Sequence[Line], marked: Sequence[int]) -> int:
    """How many lines of the level there are; numbers that lists within measures repeat count once."""
    numbers = [marker.number for at in marked if (marker := lines[at].marker)]
    return max(sum(1 for number in numbers if number == 1), len(set(numbers)))


def _between(lines: Sequence[Line], marked: Sequence[int], fitting: set[int]) -> set[int]:
    """Lines whose number is the one missing between two issues: an issue that lacks what the others have."""
    found = set()
    numbers = {at: marker.number for at in marked if (marker := lines[at].marker)}
    places = {at: place for place, at in enumerate(marked)}
    for before, after in pairwise(sorted(fitting)):
        wanted = range(numbers[before] + 1, numbers[after])
        if wanted:
            found |= {at for at in marked[places[before] + 1 : places[after]] if numbers[at] in wanted}
    return found
