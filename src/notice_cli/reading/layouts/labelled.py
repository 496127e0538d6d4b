"""Numbered issues, each followed by labels: 1.… 完成情况:… 整改情况:… (any level of numbers)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.labels import split_labels
from notice_cli.reading.levels import read_levels
from notice_cli.reading.words import Role
from notice_cli.reading.zones import Zones

_ROLES: tuple[Role, ...] = ("status", "progress", "measures", "plan")


def read(zones: Zones) -> Iterator[Reading]:
    """A numbered line opens an issue where a label for its result or its measures follows."""
    labelled = {at for at, line in enumerate(zones.issues) if line.cell is None and _has_label(line)}
    if not labelled:
        return

    def fits(lines: Sequence[Line], at: int, end: int) -> bool:
        return any(place in labelled for place in range(at, end))

    yield from read_levels(zones.issues, fits)


def _has_label(line: Line) -> bool:
    begin = line.marker.end if line.marker else 0
    _, labels = split_labels(line, begin)
    return any(label.role in _ROLES for label in labels)


LAYOUT = Layout("labelled", read)
