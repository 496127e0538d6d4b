"""One issue on a page of its own: 整改任务, 整改措施, 整改完成情况 as headings or as labels in a line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.issue import Gathered, finish
from notice_cli.reading.labels import RESULT_ROLES, Labelled, role_of, split_labels
from notice_cli.reading.piece import Piece, piece_of
from notice_cli.reading.zones import Zones


def read(zones: Zones) -> Iterator[Reading]:
    """One issue, where its label stands once, before labels for measures or results that stand once each."""
    labelled = {line.start for line in zones.headings if role_of(line.body)}
    lines = sorted((*zones.issues, *(line for line in zones.headings if line.start in labelled)), key=_place)
    if any(line.cell is not None for line in lines):
        return
    values, orphans = _values(lines)
    roles = [one.role for one, _ in values]
    names = [one.label for one, _ in values if one.role in RESULT_ROLES]
    if roles.count("issue") != 1 or roles[0] != "issue" or not names or len(set(names)) < len(names):
        return
    first = values[0][0]
    issue = Gathered(None, None, Piece("", first.start, first.start, None), first.start, lines[-1].end)
    issue.values = values
    yield Reading((finish(issue, None),), (), 1 - orphans / len(lines), headings=())


def _place(line: Line) -> int:
    return line.start


def _values(lines: Sequence[Line]) -> tuple[list[tuple[Labelled, list[Piece]]], int]:
    """Every label with the paragraphs under it, and how many lines stand before the first."""
    values: list[tuple[Labelled, list[Piece]]] = []
    orphans = 0
    for line in lines:
        begin = line.marker.end if line.marker else 0
        lead, labels = split_labels(line, begin)
        if lead.text and values:
            values[-1][1].append(piece_of(line, 0, lead.end - line.start))
        elif lead.text:
            orphans += 1
        values += [(one, [one.value] if one.value.text else []) for one in labels]
    return values, orphans


LAYOUT = Layout("task", read)
