"""The ways of laying out issues, strictest first; the one that explains the page best wins."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.labels import keeping_labels
from notice_cli.reading.zones import Zones

LAYOUTS = (
    "problem",
    "labelled",
    "ledger",
    "card",
    "flat_ledger",
    "about",
    "task",
    "unnumbered",
    "plain",
    "run_in",
    "digest",
    "counts_only",
)
"""The files beside this one, each loaded when its turn comes: most notices are read by the first."""


Choice = tuple[Layout, Reading, float]


def choose(zones: Zones, declared: tuple[int, ...]) -> Choice:
    """The layout that explains the issues' part best, its reading and its score from 0 to 1.

    Args:
        zones: The parts of the notice.
        declared: Totals of issues that the notice prints, none where it prints none.
    """
    best, final = _better(load(LAYOUTS[0]), zones, declared, None)
    if not final:
        with keeping_labels():
            for layout in map(load, LAYOUTS[1:]):
                best, final = _better(layout, zones, declared, best)
                if final:
                    break
    assert best is not None, "the last layout takes every page"
    return best


def _better(
    layout: Layout, zones: Zones, declared: tuple[int, ...], best: Choice | None
) -> tuple[Choice | None, bool]:
    """The best choice, this layout's readings among the others; whether no other layout need be tried."""
    for reading in layout.read(zones):
        points = score(reading, declared)
        if best is None or points > best[2]:
            best = layout, reading, points
        if points >= 1:
            break
    enough = PERFECT - _WEIGHTS[0] if layout.certain else PERFECT
    return best, best is not None and best[2] >= enough


@cache
def load(name: str) -> Layout:
    """The layout of one of `LAYOUTS`."""
    layout: Layout = import_module(f"{__name__}.{name}").LAYOUT
    return layout


PERFECT = 0.98
"""A reading that explains so much is not looked for a better one; of one that is certain, agreement aside."""


def score(reading: Reading, declared: tuple[int, ...]) -> float:
    """How well a reading explains the part: the declared total met, issues complete, lines explained."""
    if not reading.issues:
        return 0.1 + 0.3 * reading.explained
    complete = len([1 for i in reading.issues if i.measures or i.status]) / len(reading.issues)
    texts = len([1 for i in reading.issues if len(i.text.text) > 3]) / len(reading.issues)
    parts = (
        _agreement(len(reading.issues), declared),
        complete,
        reading.explained,
        _in_order(reading),
        texts,
    )
    kept = len(reading.issues) / (len(reading.issues) + reading.missed)
    return round(kept * sum(weight * part for weight, part in zip(_WEIGHTS, parts, strict=True)), 4)


_WEIGHTS = (0.35, 0.25, 0.2, 0.1, 0.1)


def _agreement(found: int, declared: tuple[int, ...]) -> float:
    if not declared:
        return 0.6
    return max(max(0.0, 1 - abs(found - total) / max(total, 1)) for total in declared)


def _in_order(reading: Reading) -> float:
    """Share of the issues whose number follows the one before, or begins again."""
    numbers = [issue.number for issue in reading.issues]
    if None in numbers:
        return 0.5
    pairs = zip([0, *numbers], numbers, strict=False)
    return len([1 for a, b in pairs if a is not None and b is not None and b in (a + 1, 1)]) / len(numbers)
