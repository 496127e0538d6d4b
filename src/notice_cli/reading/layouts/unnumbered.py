"""Issues without numbers, each right above the label that begins what is said about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.labels import split_labels
from notice_cli.reading.prose import read_prose
from notice_cli.reading.words import Role
from notice_cli.reading.zones import Zones

_ROLES: tuple[Role, ...] = ("status", "progress", "measures", "plan", "who", "deadline", "aside")
_LEAST = 2


def read(zones: Zones) -> Iterator[Reading]:
    """A paragraph opens an issue where the first label of all stands below it, and again below the next."""
    lines = zones.issues
    labels = [_first_label(line) for line in lines]
    name = next((label for label in labels if label), None)
    opening = {
        at
        for at, label in enumerate(labels[1:])
        if name
        and label == name
        and labels[at] is None
        and lines[at].cell is None
        and not _is_listed(lines, at)
    }
    if len(opening) >= _LEAST:
        yield read_prose(lines, opening, "named")


def _first_label(line: Line) -> str | None:
    """The label that a line begins with, if it tells about an issue."""
    if line.cell is not None or line.marker is not None:
        return None
    lead, labels = split_labels(line)
    return labels[0].label if labels and not lead.text and labels[0].role in _ROLES else None


def _is_listed(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is an item of a list: 一是…, (2)…."""
    marker = lines[at].marker
    return marker is not None and marker.kind == "shi"


LAYOUT = Layout("unnumbered", read)
