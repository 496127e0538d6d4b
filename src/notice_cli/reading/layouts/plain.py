"""Numbered issues followed by plain paragraphs that begin with a result or list measures, without labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line
from notice_cli.outline.markers import LEVELS
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.labels import split_labels
from notice_cli.reading.levels import read_levels
from notice_cli.reading.measures import split_measures
from notice_cli.reading.piece import piece_of
from notice_cli.reading.status import parse_status_heading
from notice_cli.reading.words import FAULTS, REMEDIES
from notice_cli.reading.zones import Zones, is_titled, names_part, zone_of, zone_of_heading

_LONGEST_ISSUE = 200
_LONGEST_NAME = 12


def read(zones: Zones) -> Iterator[Reading]:
    """A numbered line opens an issue where an unnumbered paragraph follows it."""
    yield from read_levels(zones.issues, _fits)
    if any(line.marker and parse_status_heading(line.body) for line in zones.issues):
        yield from read_levels(zones.issues, _holds_list)
    elif any(_is_title(line) for line in zones.issues):
        yield from read_levels(
            zones.issues, lambda lines, at, end: _is_title(lines[at]) and _holds_list(lines, at, end)
        )
    elif any(zone_of(line) == "issues" for line in (*zones.headings, *zones.issues)):
        yield from read_levels(zones.issues, _names_an_issue)
    elif any(_is_called_issue(line) for line in zones.issues):
        yield from read_levels(
            zones.issues, lambda lines, at, end: _is_called_issue(lines[at]) and _holds_list(lines, at, end)
        )


def _is_title(line: Line) -> bool:
    """A heading of the first level that says what its part is about: 一、关于…."""
    return line.marker is not None and line.marker.kind == "han" and line.body.startswith("关于")


def _is_called_issue(line: Line) -> bool:
    """一、问题:…: a number and the word for it."""
    if line.marker is None or "问题" not in line.text[line.marker.end : line.marker.end + _LONGEST_NAME]:
        return False
    lead, labels = split_labels(line, line.marker.end)
    return not lead.text and bool(labels) and labels[0].role == "issue"


def _names_an_issue(lines: Sequence[Line], at: int, end: int) -> bool:
    """A line in the issues' own part that is a sentence, with nothing but a list of paragraphs below it."""
    said = lines[at].text.endswith(("。", "问题")) and zone_of_heading(lines[at].body) is None
    kinds = {line.marker.kind if line.marker else None for line in lines[at + 1 : end]}
    return said and len(kinds) == 1 and _holds_list(lines, at, end)


def _holds_list(lines: Sequence[Line], at: int, end: int) -> bool:
    """Under headings that give the result, an issue may hold nothing but a deeper list of measures."""
    if end == at + 1 or parse_status_heading(lines[at].body) or parse_status_heading(lines[at + 1].body):
        return False
    mine, below = lines[at].marker, lines[at + 1].marker
    deeper = mine is not None and below is not None and LEVELS.get(below.kind, 9) > LEVELS.get(mine.kind, 0)
    return deeper and below is not None and below.number == 1


def _fits(lines: Sequence[Line], at: int, end: int) -> bool:
    if end == at + 1 or len(lines[at].text) > _LONGEST_ISSUE or zone_of_heading(lines[at].body) == "overview":
        return False
    after = lines[at + 1]
    if after.cell is not None or split_labels(after)[1] or _is_slogan(lines[at]):
        return False
    if _is_part(lines[at:end]) or is_titled(after):
        return False
    return after.marker is None or after.marker.kind == "shi" or _is_list(after, lines[at])


def _is_part(lines: Sequence[Line]) -> bool:
    """Whether a heading names the issues' part, and no fault, and holds numbers of its own."""
    if not names_part(lines[0]) or any(word in lines[0].body for word in FAULTS):
        return False
    return any(line.marker is not None and line.marker.kind in LEVELS for line in lines[1:])


def _is_slogan(line: Line) -> bool:
    """一、强化政治担当: a heading of the first level that says what was done and names no fault."""
    first = line.marker is not None and line.marker.kind == "han" and line.body.startswith(REMEDIES)
    return first and not any(word in line.body for word in (*FAULTS, "问题"))


def _is_list(line: Line, above: Line) -> bool:
    """Whether a paragraph lists several measures itself, by numbers of another kind than the one above it."""
    if line.marker is None or above.marker is None:
        return False
    other = line.marker.kind != above.marker.kind
    return other and line.marker.number == 1 and len(split_measures([piece_of(line)])) > 1


LAYOUT = Layout("plain", read)
