"""Ledgers: a table with a head (序号, 反馈问题, 整改措施 …) and an issue a row, cells merged or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Literal

from msgspec import Struct, field

from notice_cli.outline import Line, parse_marker
from notice_cli.page.block import Cell
from notice_cli.reading.draft import Layout, Reading, SectionDraft
from notice_cli.reading.grid import GridCell, GridTable, split_tables
from notice_cli.reading.issue import Gathered, finish
from notice_cli.reading.labels import Labelled, role_by_signs, role_of
from notice_cli.reading.piece import Piece, cut, whole
from notice_cli.reading.prose import run_on
from notice_cli.reading.status import parse_status
from notice_cli.reading.words import COLUMN_LABELS, COLUMN_WORDS, Role
from notice_cli.reading.zones import Zones, is_heading
from notice_cli.text.numerals import parse_numeral

Column = Role | Literal["number"]
_NUMBERS = frozenset(COLUMN_LABELS["number"])
_LONGEST_NUMBER = max(map(len, _NUMBERS))
_LEAST_COLUMNS = 2
_RECTIFYING = "整改"
"""How the head of a column of tasks begins, beside which one of issues may stand."""
_SHARED: tuple[Column, ...] = ("who", "person", "deadline", "status")
"""What a cell merged over the rows of several issues says of each of them."""
_MOST_MERGED = 8
_TICKS = frozenset("√✓✔☑●■是")
_HEAD_WITHIN = 4
_LONGEST_HEAD = 16


class _Found(Struct):
    """Issues and sections so far."""

    issues: list[Gathered] = field(default_factory=list)
    sections: list[SectionDraft] = field(default_factory=list)
    orphans: int = 0
    results: dict[int, GridCell] = field(default_factory=dict)
    """Columns whose heads are results (已完成 | 正在推进), one of which is ticked in each row."""
    merged: list[GridCell] = field(default_factory=list)
    """Cells that reach into the rows below and say the same of each issue there."""


def read(zones: Zones) -> Iterator[Reading]:
    """All tables whose head names a column of issues; a table without a head goes on with the one before."""
    parts = split_tables(zones.issues)
    if not any(isinstance(part, GridTable) for part in parts):
        return
    found = _Found()
    columns: dict[int, Column] = {}
    for part in parts:
        if isinstance(part, Line):
            _read_line(found, part)
        else:
            columns = _read_table(found, part, columns)
    if found.issues:
        drafts = tuple(finish(issue, issue.section) for issue in found.issues)
        explained = 1 - found.orphans / max(len(zones.issues), 1)
        yield Reading(drafts, tuple(found.sections), explained, run_on(drafts))


def column_of(text: str) -> Column | None:
    """What a column's head says stands in it."""
    compact = text.replace(" ", "")
    return "number" if len(compact) <= _LONGEST_NUMBER and compact in _NUMBERS else role_of(compact)


def guess_column(text: str) -> Column | None:
    """What a head that is no known label means, from the first telling word in it: 督察指出的问题要点."""
    compact = text.replace(" ", "")
    if len(compact) > _LONGEST_HEAD:
        return None
    for role, words in COLUMN_WORDS:
        if any(map(compact.__contains__, words)):
            return role
    return role_by_signs(compact)


def _read_line(found: _Found, line: Line) -> None:
    """A line between tables: a heading groups the issues below it, any other found no place."""
    if is_heading(line):
        label = line.marker.label if line.marker else None
        text = line.body
        piece = Piece(text, line.body_start, line.end, line.source_line)
        found.sections.append(SectionDraft(piece, label, line.start))
    else:
        found.orphans += 1


def _read_table(found: _Found, table: GridTable, before: dict[int, Column]) -> dict[int, Column]:
    """The issues of one table; gives its columns, for a next part without a head."""
    head = next((at for at, row in enumerate(table.rows[:_HEAD_WITHIN]) if _is_head(row)), None)
    columns = _columns_of(table, head) if head is not None else before
    if head is not None:
        found.results = _results(table, head)
    if "issue" not in columns.values():
        found.orphans += sum(len(cell.lines) for row in table.rows for cell in row)
        return before
    for row in table.rows[(head + 1 if head is not None else 0) :]:
        if not _is_head(row) and row[0] not in found.results.values():
            _read_row(found, row, columns, table.width)
    return columns


def _is_head(row: Sequence[GridCell]) -> bool:
    """Whether a row is a table's head: its cells are labels, or tell like labels what stands below 序号."""
    named = len([1 for cell in row if column_of(cell.text)])
    if named >= _LEAST_COLUMNS and named * 2 >= len(row):
        return True
    telling = named and column_of(row[0].text) == "number" and all(len(c.text) <= _LONGEST_HEAD for c in row)
    return bool(telling) and sum(1 for cell in row[1:] if guess_column(cell.text)) >= _LEAST_COLUMNS


def _columns_of(table: GridTable, head: int) -> dict[int, Column]:
    """The columns that a head names, which may take several rows: the lower names are the finer ones."""
    columns: dict[int, Column] = {}
    heads: list[GridCell] = []
    for row in table.rows[head : head + _HEAD_WITHIN]:
        if not _is_head(row):
            break
        columns |= _columns(row)
        heads += row
    if "issue" not in columns.values():
        return columns | _unnamed(table.rows[head], columns)
    return columns | _one_issue(heads, columns)


def _one_issue(heads: Sequence[GridCell], columns: dict[int, Column]) -> dict[int, Column]:
    """Of several columns of issues the finest; those before it group them, tasks are planned."""
    named = [cell for cell in heads if columns.get(cell.cell.column) == "issue"]
    issues = [cell for cell in named if not cell.text.startswith(_RECTIFYING)] or named
    finest = issues[-1].cell
    return {
        cell.cell.column: "plan" if cell not in issues else "group"
        for cell in named
        if not finest.column <= cell.cell.column < finest.column + finest.colspan
    }


def _results(table: GridTable, head: int) -> dict[int, GridCell]:
    """The columns of a head that are results, where there are several."""
    for row in table.rows[head : head + 2]:
        states = {cell.cell.column: cell for cell in row if parse_status(cell.text)}
        if len(states) > 1 and (len(states) == len(row) or _is_head(row)):
            return states
    return {}


def _unnamed(head: Sequence[GridCell], columns: dict[int, Column]) -> dict[int, Column]:
    """Where no head names the issues: the first column whose head tells nothing, in a ledger with results."""
    known = {"number", "measures", "plan", "progress"} & set(columns.values())
    free = [cell.cell.column for cell in head if cell.cell.column not in columns]
    return {free[0]: "issue"} if free and len(known) > 1 else {}


def _columns(head: Sequence[GridCell]) -> dict[int, Column]:
    """Column number to what stands in it."""
    columns: dict[int, Column] = {}
    for cell in head:
        role = column_of(cell.text) or guess_column(cell.text)
        for column in range(cell.cell.column, cell.cell.column + cell.cell.colspan):
            if role:
                columns[column] = role
    return columns


def _read_row(found: _Found, row: Sequence[GridCell], columns: dict[int, Column], width: int) -> None:
    """A row is an issue, goes on with one, or is a heading over all columns."""
    if len(row) == 1 and row[0].cell.colspan * 2 > width:
        found.sections.append(_section(row[0]))
        return
    cells = {role: cell for cell in row if (role := columns.get(cell.cell.column))}
    if "group" in cells and parse_status(cells["group"].text):
        cells["status"] = cells.pop("group")
        columns = {**columns, cells["status"].cell.column: "status"}
    if "group" in cells:
        _enter_group(found, cells.pop("group"))
    row = _with_merged(found, row, columns)
    if "issue" in cells:
        found.issues.append(_issue(cells, len(found.sections) or None))
    elif not found.issues:
        found.orphans += sum(len(cell.lines) for cell in row)
        return
    issue = found.issues[-1]
    for cell in row:
        result = found.results.get(cell.cell.column)
        if result and cell.text in _TICKS:
            issue.values.append(
                (Labelled("status", "", None, result.pieces[0], cell.cell.column), result.pieces)
            )
        _add(issue, cell, None if result else columns.get(cell.cell.column, _role_by_value(cell)))


def _with_merged(found: _Found, row: Sequence[GridCell], columns: dict[int, Column]) -> Sequence[GridCell]:
    """The row of an issue with what cells merged over several rows say of it: one 责任部门 for two issues."""
    here = row[0].cell
    above = [one for one in found.merged if _reaches(one.cell, here)]
    shared = [cell for cell in row if cell.cell.rowspan > 1 and columns.get(cell.cell.column) in _SHARED]
    found.merged = (above + shared)[-_MOST_MERGED:]
    opens = above and any(columns.get(cell.cell.column) == "issue" for cell in row)
    return sorted((*row, *above), key=attrgetter("cell.column")) if opens else row


def _reaches(cell: Cell, here: Cell) -> bool:
    return cell.table == here.table and here.row < cell.row + cell.rowspan


def _role_by_value(cell: GridCell) -> Column | None:
    """What a cell is whose column's head tells nothing: a result, if it is one."""
    return "status" if parse_status(cell.text) else None


def _section(cell: GridCell) -> SectionDraft:
    piece = whole(cell.pieces)
    marker = parse_marker(piece.text)
    heading = cut(piece, marker.end) if marker else piece
    return SectionDraft(heading, marker.label if marker else None, piece.start)


def _enter_group(found: _Found, cell: GridCell) -> None:
    """A new section where the column of groups says another one."""
    section = _section(cell)
    if not found.sections or found.sections[-1].heading.text != section.heading.text:
        found.sections.append(section)


def _issue(cells: dict[Column, GridCell], section: int | None) -> Gathered:
    """An issue from its row; the number is that of its column."""
    number = cells["number"].text if "number" in cells else None
    text = whole(cells["issue"].pieces)
    first = cells.get("number", cells["issue"])
    start = min(first.lines[0].start, text.start)
    marker = parse_marker(text.text) if number is None else None
    if marker:
        text, number = cut(text, marker.end), marker.label
    value = marker.number if marker else parse_numeral(number.strip("()（）.、 ")) if number else None
    return Gathered(value, number, text, start, text.end, section)


def _add(issue: Gathered, cell: GridCell, role: Column | None) -> None:
    """A cell's lines go to the issue as the value of its column."""
    issue.end = max(issue.end, cell.lines[-1].end)
    if role is None or role == "number" or role in ("issue", "group"):
        return
    pieces = cell.pieces
    for label, values in issue.values:
        if label.role == role and label.start == cell.cell.column:
            values.extend(pieces)
            return
    issue.values.append((Labelled(role, "", None, pieces[0], cell.cell.column), pieces))


LAYOUT = Layout("ledger", read)
