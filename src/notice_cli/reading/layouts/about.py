"""Nested headings with issues in their titles: (1)关于“…”的问题。 and the measures behind it or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line
from notice_cli.outline.markers import LEVELS
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.levels import read_levels
from notice_cli.reading.prose import read_prose
from notice_cli.reading.status import parse_status_heading
from notice_cli.reading.zones import ABOUT, Zones, is_listed_title, is_titled

_ASPECTS = ("方面的问题", "方面问题", "方面存在的问题", "方面存在问题")
"""How the name of a group of issues ends."""
_WITH_PARAGRAPH = 3
_LEAST_UNNUMBERED = 2


def read(zones: Zones) -> Iterator[Reading]:
    """A numbered line opens an issue where it begins with 关于…问题."""
    if any("问题" in line.text for line in zones.issues):
        yield from read_levels(zones.issues, _fits_alone)
        yield from read_levels(zones.issues, _fits)
        yield from _read_unnumbered(zones.issues)
        yield from _read_listed(zones.issues)


def _read_unnumbered(lines: Sequence[Line]) -> Iterator[Reading]:
    """Titles of problems that carry no number, one after another or below headings."""
    opening = {at for at, line in enumerate(lines) if is_titled(line)}
    if len(opening) >= _LEAST_UNNUMBERED:
        yield read_prose(lines, opening, "named")


def _read_listed(lines: Sequence[Line]) -> Iterator[Reading]:
    """Titles of problems that a list names: 一是关于…的问题。整改情况:…"""
    opening = {at for at, line in enumerate(lines) if is_listed_title(line)}
    if len(opening) >= _LEAST_UNNUMBERED:
        yield read_prose(lines, opening, "shi")


def _fits_alone(lines: Sequence[Line], at: int, end: int) -> bool:
    """A title that stands above no titles of other problems; where it does, the declared total decides."""
    return _fits(lines, at, end) and not _holds_issues(lines[at:end])


def _fits(lines: Sequence[Line], at: int, end: int) -> bool:
    """A title of a problem, with something said about it."""
    body = lines[at].body
    match = ABOUT.match(body)
    said = match is not None and (end > at + 1 or len(body) > match.end() + 1)
    aspect = body.rstrip("。").endswith(_ASPECTS) and _groups(lines[at : at + 3])
    return said and not aspect and not _holds_states(lines[at:end])


def _holds_states(lines: Sequence[Line]) -> bool:
    """Whether a title stands above headings that give results: what they hold are the issues."""
    return len(lines) > 1 and lines[1].marker is not None and parse_status_heading(lines[1].body) is not None


def _holds_issues(lines: Sequence[Line]) -> bool:
    """Whether every number below a line stands before the title of a problem of its own."""
    kinds = {line.marker.kind for line in lines if line.marker and line.marker.kind in LEVELS}
    below = [line.body for line in lines[1:] if line.marker and line.marker.kind in LEVELS]
    return len(kinds) > 1 and all(map(ABOUT.match, below))


def _groups(lines: Sequence[Line]) -> bool:
    """Whether a line stands above a deeper number with a paragraph of its own: then that is the issue."""
    if len(lines) < _WITH_PARAGRAPH or lines[0].marker is None or lines[1].marker is None:
        return False
    deeper = LEVELS.get(lines[1].marker.kind, 0) > LEVELS.get(lines[0].marker.kind, 9)
    return deeper and (lines[2].marker is None or lines[2].marker.kind in ("shi", "circled"))


LAYOUT = Layout("about", read)
