"""Ledgers flattened to text: the head's words one a line, then a cell a line, rows told by their numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from notice_cli.outline import Line, parse_marker
from notice_cli.reading.draft import Layout, Reading, SectionDraft
from notice_cli.reading.issue import Gathered, finish
from notice_cli.reading.labels import Labelled
from notice_cli.reading.layouts.ledger import Column, column_of
from notice_cli.reading.piece import Piece, piece_of, whole
from notice_cli.reading.prose import run_on
from notice_cli.reading.status import parse_status, split_status
from notice_cli.reading.zones import Zones
from notice_cli.text.numerals import parse_numeral
from notice_cli.text.pattern import lazy_pattern

_LEAST_COLUMNS = 3
_BARS = "|｜"
_LEAST_BARS = 2
_BETWEEN_BARS = lazy_pattern("[^|｜]+")
_MOST_COLUMNS = 16
_LONGEST_NUMBER = 4
_SENTENCE = lazy_pattern("[。；;]")
_DEADLINE = lazy_pattern("年|月|底前|日前|立行立改|长期|持续|已完成|即知即改|季度")
_ENUMERATED = lazy_pattern(r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[)）.．、]|是)|[①-⑳•·]")
_ANSWERS = ("是", "否", "√", "×", "/", "已销号", "未销号")
_NAME_ENDS = "局科室部办组处院委司会站所校镇乡村队股"
_SKIPPED = -1.5
"""What a column without a cell costs: flattened pages leave empty cells out."""


def read(zones: Zones) -> Iterator[Reading]:
    """The rows below a head whose words stand one a line; a number alone opens a row if it is the next."""
    lines = [cell for line in zones.issues for cell in _cells(line)]
    head = _find_head(lines)
    if head is None:
        return
    at, columns = head
    rows, orphans = _rows(lines, at + len(columns), columns)
    if rows:
        sections: list[SectionDraft] = []
        issues = [_issue(row, columns, sections) for row in rows]
        drafts = tuple(finish(issue, issue.section) for issue in issues)
        yield Reading(drafts, tuple(sections), 1 - (orphans + at) / len(lines), run_on(drafts))


def _cells(line: Line) -> list[Line]:
    """A line that prints a row, its cells divided by bars, as a line for each cell that holds something."""
    if line.cell is not None or sum(map(line.text.count, _BARS)) < _LEAST_BARS:
        return [line]
    cells = []
    for match in _BETWEEN_BARS.finditer(line.text):
        text = match[0].strip()
        if text.strip("-—:："):
            start = line.start + line.text.index(text, match.start())
            cells.append(Line(text, start, start + len(text), line.source_line, parse_marker(text)))
    return cells


def _find_head(lines: Sequence[Line]) -> tuple[int, list[Column | None]] | None:
    """Where the head begins, and its columns."""
    for at, line in enumerate(lines):
        if line.cell is None and column_of(line.text) == "number":
            columns = _columns(lines[at : at + _MOST_COLUMNS])
            if len(columns) >= _LEAST_COLUMNS and "issue" in columns:
                return at, columns
    return None


def _columns(lines: Sequence[Line]) -> list[Column | None]:
    """The columns that neighbouring lines name."""
    columns: list[Column | None] = []
    for line in lines:
        role = column_of(line.text)
        if role is None:
            break
        columns.append(role)
    return columns


def _rows(
    lines: Sequence[Line], begin: int, columns: Sequence[Column | None]
) -> tuple[list[list[Line]], int]:
    """The lines of each row, the number first; heads that come again are left out."""
    rows: list[list[Line]] = []
    orphans = 0
    for line in lines[begin:]:
        number = _number(line.text)
        if number is not None and number == len(rows) + 1:
            rows.append([line])
        elif column_of(line.text) in columns and line.text not in _ANSWERS and column_of(line.text):
            continue
        elif rows:
            rows[-1].append(line)
        else:
            orphans += 1
    return rows, orphans


def _number(text: str) -> int | None:
    """The number that a line is, and nothing else."""
    bare = text.strip("()（）.、 ")
    return parse_numeral(bare) if 0 < len(bare) <= _LONGEST_NUMBER else None


def _issue(row: Sequence[Line], columns: Sequence[Column | None], sections: list[SectionDraft]) -> Gathered:
    """A row's lines dealt to the columns behind the number."""
    rest = [column for column in columns if column != "number"]
    cells: list[list[Piece]] = [[] for _ in rest]
    for line, place in zip(row[1:], _deal(row[1:], rest), strict=True):
        cells[place].append(piece_of(line))
    start, end = row[0].start, row[-1].end
    issue = Gathered(_number(row[0].text), row[0].text, Piece("", start, start, None), start, end)
    for column, pieces in zip(rest, cells, strict=True):
        if not pieces or column is None:
            continue
        if column == "issue":
            issue.lead = whole(pieces)
        elif column == "group":
            _enter(sections, whole(pieces))
        else:
            issue.values.append((Labelled(column, "", None, pieces[0], pieces[0].start), pieces))
    issue.section = len(sections) or None
    return issue


def _enter(sections: list[SectionDraft], name: Piece) -> None:
    """A new section where the column of groups says another one."""
    if not sections or sections[-1].heading.text != name.text:
        sections.append(SectionDraft(name, None, name.start))


def _deal(lines: Sequence[Line], columns: Sequence[Column | None]) -> list[int]:
    """The column of each line: in order, so that the lines look most like what stands in their columns."""
    width = len(columns)
    best = [_SKIPPED * column for column in range(width)]
    ways: list[list[int]] = []
    for at, line in enumerate(lines):
        worth = [_likeness(line.text, column) for column in columns]
        stays = [best[c] + worth[c] + _more(lines, at, columns[c]) if at else _NEVER for c in range(width)]
        enters: list[float] = []
        before: list[int] = []
        lead, source = (0.0, -1) if at == 0 else (_NEVER, -1)
        for column in range(width):
            enters.append(lead + worth[column])
            before.append(source)
            come = best[column] if at else _NEVER
            lead, source = max((lead + _SKIPPED, source), (come, column))
        ways.append([c if stays[c] >= enters[c] else before[c] for c in range(width)])
        best = [max(stays[c], enters[c]) for c in range(width)]
    best = [value + _SKIPPED * (width - 1 - column) for column, value in enumerate(best)]
    return _traced(ways, best.index(max(best))) if lines else []


_NEVER = float("-inf")


def _traced(ways: Sequence[Sequence[int]], last: int) -> list[int]:
    dealt = [last]
    for way in reversed(ways[1:]):
        dealt.append(way[dealt[-1]])
    return dealt[::-1]


def _more(lines: Sequence[Line], at: int, column: Column | None) -> float:
    """How well a line goes on with the cell of the line before."""
    text = lines[at].text
    if column in ("measures", "progress", "plan"):
        again = text[:1] in "1(（①一" and _starts_at_one(text)
        return -2.0 if again else 0.0
    return -0.5 if column == "issue" else -1.5


def _starts_at_one(text: str) -> bool:
    return (
        text.lstrip("(（")[:2] in ("1.", "1、", "1．", "1)", "1）", "一是", "一、", "一)", "一）")
        or text[:1] == "①"
    )


def _likeness(text: str, column: Column | None) -> float:
    """How much a line looks like what stands in a column."""
    return _LIKENESS.get(column or "aside", _as_aside)(text)


def _as_aside(text: str) -> float:
    return 0.5 if len(text) <= 12 and not _SENTENCE.search(text) else -1.0


def _as_deadline(text: str) -> float:
    return 3.0 if len(text) <= 20 and (_DEADLINE.search(text) or parse_status(text)) else -2.0


def _as_who(text: str) -> float:
    if _SENTENCE.search(text) or len(text) > 60 or _ENUMERATED.match(text):
        return -3.0
    return 2.0 if text.rstrip(")）")[-1:] in _NAME_ENDS else 0.5


def _as_status(text: str) -> float:
    return 3.0 if text in _ANSWERS or parse_status(text) else -2.0


def _as_group(text: str) -> float:
    return 1.5 if text.endswith("方面") else 0.5 if len(text) <= 24 and not _SENTENCE.search(text) else -2.0


def _as_issue(text: str) -> float:
    return -1.5 if _ENUMERATED.match(text) or text in _ANSWERS else 1.0


def _as_measure(text: str) -> float:
    if text in _ANSWERS:
        return -2.0
    listed = 2.0 if _ENUMERATED.match(text) else 0.0
    return listed + (1.0 if _SENTENCE.search(text) else 0.0) + (0.5 if len(text) > 20 else 0.0)


def _as_progress(text: str) -> float:
    return 3.0 if split_status(text) else _as_measure(text)


_LIKENESS: dict[Column, Callable[[str], float]] = {
    "aside": _as_aside,
    "deadline": _as_deadline,
    "who": _as_who,
    "status": _as_status,
    "group": _as_group,
    "issue": _as_issue,
    "measures": _as_measure,
    "plan": _as_measure,
    "next": _as_measure,
    "outcome": _as_measure,
    "progress": _as_progress,
}


LAYOUT = Layout("flat-ledger", read)
