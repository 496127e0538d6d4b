"""Numbered paragraphs that name a fault first and then what was done: (一)阵地管理不严。一是…。二是…。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line, Marker
from notice_cli.outline.markers import LEVELS
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.levels import read_levels
from notice_cli.reading.status import parse_status_heading, split_status
from notice_cli.reading.words import FAULTS, REMEDIES
from notice_cli.reading.zones import Zones, is_heading, opens_part
from notice_cli.text.pattern import lazy_pattern

FIRST_SENTENCE = lazy_pattern("^[^。;；:：]{3,60}(?=。)")
_LEAST = 4
_OPENING = 40
"""Characters of what follows that tell whether it goes on with the fault."""


def read(zones: Zones) -> Iterator[Reading]:
    """A numbered line opens an issue where its first sentence names a fault and the next ones do not."""
    stated = _below_states(zones.issues)
    if stated:
        yield from read_levels(
            zones.issues, lambda lines, at, end: at in stated or _fits(lines, at, end), title=FIRST_SENTENCE
        )
    if any(line.marker and _names_fault(line.body) for line in zones.issues):
        yield from read_levels(zones.issues, _fits, title=FIRST_SENTENCE)


def _fits(lines: Sequence[Line], at: int, end: int) -> bool:
    return _names_fault(lines[at].body)


def _below_states(lines: Sequence[Line]) -> set[int]:
    """Numbered paragraphs right below headings that give results, whatever their first sentence says."""
    found: set[int] = set()
    listed: Marker | None = None
    waiting = False
    for at, line in enumerate(lines):
        if line.marker and parse_status_heading(line.body):
            listed, waiting = None, True
        elif waiting and line.marker and line.cell is None and LEVELS.get(line.marker.kind):
            listed, waiting = line.marker, False
        if listed and line.marker and line.marker.kind == listed.kind:
            found |= {at} if _goes_on(line.body) else set()
        elif is_heading(line) or opens_part(line):
            listed = None
    return found


def _goes_on(body: str) -> bool:
    """Whether more follows the first sentence."""
    first = FIRST_SENTENCE.match(body)
    return first is not None and len(body) >= first.end() + _LEAST


def _names_fault(body: str) -> bool:
    """Whether a fault comes first and more follows; 一是…不够;二是…不严 tells of faults and nothing done."""
    first = FIRST_SENTENCE.match(body)
    if first is None or len(body) < first.end() + _LEAST or first[0].startswith(REMEDIES):
        return False
    if first[0].endswith("问题") and split_status(body[first.end() + 1 :]):
        return True
    rest = body[first.end() : first.end() + _OPENING]
    return any(word in first[0] for word in FAULTS) and not any(word in rest for word in FAULTS)


LAYOUT = Layout("run-in", read)
