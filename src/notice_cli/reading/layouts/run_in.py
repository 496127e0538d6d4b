"""Numbered paragraphs that name a fault first and then what was done: (一)阵地管理不严。一是…。二是…。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line, Marker
from notice_cli.outline.markers import LEVELS
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.levels import read_levels
from notice_cli.reading.status import parse_status_heading, split_status
from notice_cli.reading.words import ACTIONS, FAULTS, FURTHER_FAULTS, REMEDIES
from notice_cli.reading.zones import FIRST_SENTENCE, Zones, is_heading, opens_part
from notice_cli.text.pattern import lazy_pattern

_BEFORE_COLON = lazy_pattern("^[^。;；:：,，]{3,40}(?=[:：])")
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
        yield from _read_among_faults(zones.issues)
    if any(line.marker and _names_fault_before_colon(line.body) for line in zones.issues):
        yield from read_levels(
            zones.issues, lambda lines, at, end: _is_told_behind_colon(lines[at].body), title=_BEFORE_COLON
        )


def _read_among_faults(lines: Sequence[Line]) -> Iterator[Reading]:
    """The same with titles that no known word tells, where at least half of the titles name faults."""
    bodies = [line.body for line in lines if line.marker and line.cell is None]
    told = sum(map(_names_fault, bodies))
    if told * 2 >= sum(1 for body in bodies if _names_fault(body) or _may_name_fault(body)):
        yield from read_levels(lines, _fits_among_faults, title=FIRST_SENTENCE)


def _fits(lines: Sequence[Line], at: int, end: int) -> bool:
    return _names_fault(lines[at].body)


def _fits_among_faults(lines: Sequence[Line], at: int, end: int) -> bool:
    """Among titles that name faults one may not, where more follows it as it follows them."""
    return _names_fault(lines[at].body) or _may_name_fault(lines[at].body)


def _is_told_behind_colon(body: str) -> bool:
    """发包价格偏低:已终止合同。…: a title, a colon, and what was done."""
    title = _BEFORE_COLON.match(body)
    return title is not None and body.startswith(("已", *ACTIONS, *REMEDIES), title.end() + 1)


def _names_fault_before_colon(body: str) -> bool:
    title = _BEFORE_COLON.match(body) if _is_told_behind_colon(body) else None
    return title is not None and any(word in title[0] for word in (*FAULTS, *FURTHER_FAULTS))


def _may_name_fault(body: str) -> bool:
    """Whether a title with more behind it does not say what was done."""
    return _goes_on(body) and not body.startswith((*REMEDIES, *ACTIONS))


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
    told = any(word in first[0] for word in (*FAULTS, *FURTHER_FAULTS))
    return told and not any(word in rest for word in FAULTS)


LAYOUT = Layout("run-in", read)
