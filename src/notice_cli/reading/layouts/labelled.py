"""Numbered issues, each followed by labels: 1.… 完成情况:… 整改情况:… (any level of numbers)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line
from notice_cli.outline.markers import LEVELS
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.labels import RESULT_ROLES, split_labels
from notice_cli.reading.levels import KINDS, read_levels
from notice_cli.reading.prose import read_prose
from notice_cli.reading.zones import FIRST_SENTENCE, Zones, is_listed_issue

KINDS_BY_DEPTH = sorted(KINDS, key=lambda kind: LEVELS[kind])


def read(zones: Zones) -> Iterator[Reading]:
    """A numbered line opens an issue where a label for its result or its measures follows."""
    labelled = {at for at, line in enumerate(zones.issues) if line.cell is None and _has_label(line)}
    if not labelled:
        return

    def fits(lines: Sequence[Line], at: int, end: int) -> bool:
        return any(place in labelled for place in range(at, end))

    listed = {at for at in labelled if is_listed_issue(zones.issues[at])}
    if listed:
        yield read_prose(zones.issues, listed, "shi", title=FIRST_SENTENCE)
    missed = False
    for reading in read_levels(zones.issues, fits):
        missed = missed or reading.missed > 0
        yield reading
    if missed:
        yield from _read_own(zones.issues, labelled)


def _read_own(lines: Sequence[Line], labelled: set[int]) -> Iterator[Reading]:
    """Issues of several levels: the nearest number above a label opens one, whatever its kind."""
    opening: set[int] = set()
    nearest: int | None = None
    for at, line in enumerate(lines):
        if line.marker is not None and line.marker.kind in KINDS and line.cell is None:
            nearest = at
        if at in labelled and nearest is not None:
            opening.add(nearest)
    kinds = [marker.kind for at in opening if (marker := lines[at].marker)]
    if kinds:
        yield read_prose(lines, opening, max(kinds, key=KINDS_BY_DEPTH.index))


def _has_label(line: Line) -> bool:
    begin = line.marker.end if line.marker else 0
    _, labels = split_labels(line, begin)
    return bool(labels) and any(label.role in RESULT_ROLES for label in labels)


LAYOUT = Layout("labelled", read)
