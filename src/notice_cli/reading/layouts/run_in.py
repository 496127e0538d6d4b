"""Numbered paragraphs that name a fault first and then what was done: (一)阵地管理不严。一是…。二是…。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.levels import read_levels
from notice_cli.reading.words import FAULTS, REMEDIES
from notice_cli.reading.zones import Zones
from notice_cli.text.pattern import lazy_pattern

FIRST_SENTENCE = lazy_pattern("^[^。;；:：]{3,60}(?=。)")
_LEAST = 4
_OPENING = 40
"""Characters of what follows that tell whether it goes on with the fault."""


def read(zones: Zones) -> Iterator[Reading]:
    """A numbered line opens an issue where its first sentence names a fault and the next ones do not."""
    if any(line.marker and _names_fault(line.body) for line in zones.issues):
        yield from read_levels(zones.issues, _fits, title=FIRST_SENTENCE)


def _fits(lines: Sequence[Line], at: int, end: int) -> bool:
    return _names_fault(lines[at].body)


def _names_fault(body: str) -> bool:
    """Whether a fault comes first and more follows; 一是…不够;二是…不严 tells of faults and nothing done."""
    first = FIRST_SENTENCE.match(body)
    if first is None or len(body) < first.end() + _LEAST or first[0].startswith(REMEDIES):
        return False
    rest = body[first.end() : first.end() + _OPENING]
    return any(word in first[0] for word in FAULTS) and not any(word in rest for word in FAULTS)


LAYOUT = Layout("run-in", read)
