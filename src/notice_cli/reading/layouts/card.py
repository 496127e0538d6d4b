"""Cards: a table an issue, a label and its value a row (序号 | 1, 反馈问题 | …, 整改情况 | …)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.outline import Line, parse_marker
from notice_cli.reading.draft import Layout, Reading, SectionDraft
from notice_cli.reading.grid import GridCell, GridTable, split_tables
from notice_cli.reading.issue import Gathered, finish
from notice_cli.reading.labels import Labelled
from notice_cli.reading.layouts.ledger import Column, column_of
from notice_cli.reading.piece import Piece, piece_of, whole
from notice_cli.reading.prose import run_on
from notice_cli.reading.zones import Zones, is_heading
from notice_cli.text.numerals import parse_numeral


def read(zones: Zones) -> Iterator[Reading]:
    """Tables whose first column holds labels; a repeated 序号 or 问题 begins another issue."""
    parts = split_tables(zones.issues)
    sections: list[SectionDraft] = []
    issues: list[Gathered] = []
    headings: list[Line] = []
    orphans = 0
    for part in parts:
        if isinstance(part, GridTable):
            if not _is_card(part):
                return
            issues += _read_cards(part, len(sections) or None)
        elif is_heading(part):
            piece = Piece(part.body, part.body_start, part.end, part.source_line)
            sections.append(SectionDraft(piece, part.marker.label if part.marker else None, part.start))
            headings.append(part)
        elif sections and sections[-1].start > (issues[-1].start if issues else 0):
            sections[-1] = _with_lead(sections[-1], part)
        else:
            orphans += 1
    if issues:
        drafts = tuple(finish(issue, issue.section) for issue in issues)
        explained = 1 - orphans / len(zones.issues)
        yield Reading(drafts, tuple(sections), explained, run_on(drafts), headings=tuple(headings))


def _with_lead(section: SectionDraft, line: Line) -> SectionDraft:
    return SectionDraft(section.heading, section.label, section.start, (*section.lead, line))


def _is_card(table: GridTable) -> bool:
    """Whether most rows begin with a label."""
    labelled = [row for row in table.rows if column_of(row[0].text)]
    if len(labelled) * 2 <= len(table.rows):
        return False
    return not any(len(row) > 1 and all(column_of(cell.text) for cell in row[1:]) for row in labelled)


def _read_cards(table: GridTable, section: int | None) -> Iterator[Gathered]:
    """The issues of one table of cards."""
    current: Gathered | None = None
    seen: set[Column] = set()
    for label, role, value in _pairs(table):
        if current is None or (role in ("number", "issue") and role in seen):
            if current is not None:
                yield current
            current, seen = _opened(label, section), set()
        seen.add(role)
        _add(current, label, role, value)
    if current is not None:
        yield current


def _pairs(table: GridTable) -> Iterator[tuple[GridCell, Column, list[GridCell]]]:
    """Every label with the cells up to the next label of its row."""
    for row in table.rows:
        at = 0
        while at < len(row):
            role = column_of(row[at].text)
            end = at + 1
            while end < len(row) and column_of(row[end].text) is None:
                end += 1
            if role:
                yield row[at], role, list(row[at + 1 : end])
            at = end


def _opened(label: GridCell, section: int | None) -> Gathered:
    start = label.lines[0].start
    nothing = Piece("", start, start, label.lines[0].source_line)
    return Gathered(None, None, nothing, start, label.lines[-1].end, section)


def _add(issue: Gathered, label: GridCell, role: Column, value: Sequence[GridCell]) -> None:
    """Put one labelled value into an issue."""
    lines = [line for cell in value for line in cell.lines]
    if not lines:
        return
    issue.end = max([issue.end, *[line.end for line in lines]])
    pieces = [piece_of(line) for line in lines]
    if role == "number":
        issue.number = parse_numeral(pieces[0].text.strip("()（）.、 "))
    elif role == "issue":
        text = whole(pieces)
        marker = parse_marker(text.text)
        if marker and issue.number is None:
            issue.number, issue.label = marker.number, marker.label
            text = Piece(text.text[marker.end :], text.start + marker.end, text.end, text.line)
        issue.lead = text
    else:
        issue.values.append((Labelled(role, label.text, None, pieces[0], label.lines[0].start), pieces))


LAYOUT = Layout("card", read)
