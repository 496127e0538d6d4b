"""A workbook to records: what its sheets say becomes one text, and the issues in it one record a notice.

The canonical text is written cell by cell, a paragraph a line: facts and figures first, then each issue with
its measures, then what belongs to none. Of a list that we wrote the columns are taken as they stand; one kept
by hand is read as a ledger on a page is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from notice_cli.errors import RefusalError
from notice_cli.model import Notice
from notice_cli.outline import Line
from notice_cli.page.block import fold
from notice_cli.page.workbook import Sheet
from notice_cli.reading.counts import Figure, Paragraph, read_counts
from notice_cli.reading.draft import IssueDraft, Reading
from notice_cli.reading.head import genre_of, read_inspection
from notice_cli.reading.layouts import score
from notice_cli.reading.notice import Parts, compose
from notice_cli.reading.prose import run_on
from notice_cli.reading.tail import closing_line, read_tail
from notice_cli.reading.workbook.drafts import read_section, write_issue
from notice_cli.reading.workbook.facts import (
    Facts,
    genre_in,
    metadata_of,
    read_facts,
    write_contact,
    write_figures,
    write_inspection,
    write_signature,
)
from notice_cli.reading.workbook.issues import Found, Gathering, gather_issues
from notice_cli.reading.workbook.tables import Row, Table, Tables, read_tables
from notice_cli.reading.workbook.writing import Text
from notice_cli.reading.zones import Zones

NAME = "workbook"
"""The layout's name in the record."""
_LONGEST_TITLE = 80
_NO_TITLE = frozenset("：:。；;")


def read_ledgers(sheets: Sequence[Sheet], source: dict[str, Any]) -> Iterator[Notice]:
    """The record of every notice that a workbook is the ledger of.

    Args:
        sheets: Its visible sheets.
        source: The fields of `model.Source`.

    Raises:
        RefusalError: `no_ledger`: no sheet lists issues.
    """
    tables = read_tables(sheets)
    listed = any("issue" in table.names and table.rows for table in tables.lists)
    if not (listed or tables.own.get("counts")):
        raise RefusalError("no_ledger", source["uri"])
    for part in _split_notices(tables):
        yield _read_ledger(part, source)


def _split_notices(tables: Tables) -> Iterator[Tables]:
    """The tables of each notice, where a column says which notice a row belongs to."""
    marks = dict.fromkeys(row.values.get("notice", "") for row in tables.own.get("facts", ()))
    marks |= dict.fromkeys(_mark(row) for table in tables.lists for row in table.rows)
    if not any("notice" in table.names for table in tables.lists):
        yield tables
        return
    for mark in marks:
        lists = (t._replace(rows=tuple(row for row in t.rows if _mark(row) == mark)) for t in tables.lists)
        own = {
            kind: tuple(row for row in rows if row.values.get("notice", "") == mark)
            for kind, rows in tables.own.items()
        }
        yield Tables(tuple(lists), own, tables.lines)


def _mark(row: Row) -> str:
    return next((cell.text for name, _, cell in row.cells if name == "notice"), "")


def _read_ledger(tables: Tables, source: dict[str, Any]) -> Notice:
    """One record out of the tables of one notice."""
    text = Text()
    facts, unknown = read_facts(tables.own.get("facts", ()))
    above = [line for table in tables.lists for line in table.above]
    title = _write_title(text, facts, above)
    opening = _write_lines(text, above)
    inspection = write_inspection(text, facts)
    figures = [*write_figures(text, tables.own.get("counts", ()))]
    gathering = gather_issues(tables.lists, tables.own.get("measures", ()))
    reading = _write_issues(text, gathering, facts, tables.lists)
    contact, signature = write_contact(text, facts), write_signature(text, facts)
    sections = {one.section for one in gathering.issues}
    closing = _write_lines(text, [note for note in gathering.notes if note not in sections])
    _write_lines(text, [*unknown, *tables.lines])
    if not facts:
        titles = text.titles
        inspection = read_inspection(titles, opening, ())
        contact, signature = read_tail([*map(closing_line, closing)])
    figures = figures or _read_figures([*text.titles, *opening, *closing])
    genre = genre_in(facts) or genre_of(title or "", "".join(line.text for line in opening))
    zones = Zones(tuple(opening), (), (), (), (), ())
    totals = tuple(int(one.value) for one in figures if one.what == "issues" and one.scope == "notice")
    parts = Parts(
        title, genre, inspection, zones, figures, reading, contact, signature, NAME, score(reading, totals)
    )
    return compose(text.outline(), metadata_of(facts), source, parts)


def _write_title(text: Text, facts: Facts, above: list[str]) -> str | None:
    """The title: as told, else the first line above the list that is short and no sentence."""
    told = facts.get("title", [None])[0]
    found = next((one for one in above if len(one) <= _LONGEST_TITLE and not _NO_TITLE & set(one)), None)
    title = told or found
    if title is None:
        return None
    if found is not None and told is None:
        above.remove(found)
    return " ".join(piece.text for piece in text.add(title, None, title=True)) or None


def _write_lines(text: Text, cells: Sequence[str]) -> list[Line]:
    """Write cells that belong to no issue, and give their lines."""
    before = len(text.lines)
    for one in cells:
        text.add(one, None)
    return text.lines[before:]


def _read_figures(lines: Sequence[Line]) -> list[Figure]:
    return read_counts([Paragraph(line.text, line.start, line.source_line, "notice") for line in lines])


def _write_issues(text: Text, gathering: Gathering, facts: Facts, tables: Sequence[Table]) -> Reading:
    """Write and read all issues, each in its section."""
    sections = [read_section(piece) for one in facts.get("section", ()) for piece in text.add(one, None)]
    names = [fold(one) for one in facts.get("section", ())]
    ours = {table.sheet for table in tables if table.ours}
    main = next((table.sheet for table in tables if "issue" in table.names), None)
    drafts: list[IssueDraft] = []
    at: int | None = None
    for one in gathering.issues:
        at = _place_section(one, names, at)
        if at is not None and at > len(sections) and not _in_cells(one):
            sections += [read_section(piece) for piece in text.add(one.section or "", None)]
        draft, group = write_issue(text, one, ours=one.sheet in ours, main=one.sheet == main)
        if at is not None and at > len(sections) and group:
            sections.append(read_section(group))
        drafts.append(draft.replace(section=at))
    return Reading(tuple(drafts), tuple(sections), 1.0, bool(ours) or run_on(drafts))


def _place_section(issue: Found, names: list[str], last: int | None) -> int | None:
    """The number of an issue's section, a new one where none has its name; None outside all sections."""
    if issue.section is None:
        return None
    name = fold(issue.section)
    begin = (last or 1) - 1
    places = (at for at in (*range(begin, len(names)), *range(begin)) if names[at] == name)
    found: int | None = next(places, None)
    if found is None:
        names.append(name)
        return len(names)
    return found + 1


def _in_cells(issue: Found) -> bool:
    return any(name == "group" and cell.text == issue.section for name, _, cell in issue.cells)
