"""Nested headings with issues in their titles: (1)关于“…”的问题。 and the measures behind it or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.levels import read_levels
from notice_cli.reading.prose import ABOUT
from notice_cli.reading.zones import Zones


def read(zones: Zones) -> Iterator[Reading]:
    """A numbered line opens an issue where it begins with 关于…问题."""
    if any("问题" in line.text for line in zones.issues):
        yield from read_levels(zones.issues, _fits)


def _fits(lines: Sequence[Line], at: int, end: int) -> bool:
    """A title of a problem, with something said about it."""
    body = lines[at].body
    match = ABOUT.match(body)
    return match is not None and (end > at + 1 or len(body) > match.end() + 1)


LAYOUT = Layout("about", read)
