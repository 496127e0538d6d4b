"""Answers of a data set as tables for a terminal, as CSV and as JSON."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import zip_longest

from notice_cli.language import Lang
from notice_cli.reports.stats_model import NO_ROWS, Cell, Stat, say_cell
from notice_cli.reports.terminal import Line, cells, cut, paint, visible, wrap

LONGEST = 60
"""Cells of a terminal that a column takes at most."""
_HEAD = 14
"""Cells that a head asks for; what is longer stands in several lines."""
_LINES = 3
"""Lines of a cell that are shown."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_table(stats: Sequence[Stat], lang: Lang, color: bool, width: int) -> str:
    """All answers, one below the other; long texts are folded, very long ones cut."""
    lines = [line for stat in stats for line in _table(stat, lang, width)]
    return paint(lines, color=color)


def _table(stat: Stat, lang: Lang, width: int) -> Iterator[Line]:
    yield [(stat.title.say(lang), "bold")]
    if stat.note:
        yield [(stat.note.say(lang), "dim")]
    if not stat.rows:
        yield [(NO_ROWS.say(lang), "")]
    else:
        shown = [
            [visible(say_cell(*pair, lang)) for pair in zip(row, stat.columns, strict=True)]
            for row in stat.rows
        ]
        heads = [column.title.say(lang) for column in stat.columns]
        widths = _widths([[cut(head, _HEAD) for head in heads], *shown], width)
        right = [column.kind != "text" for column in stat.columns]
        yield from ([(line, "dim")] for line in _row(heads, widths, right))
        yield from ([(line, "")] for row in shown for line in _row(row, widths, right))
    yield []


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Each column as wide as its longest text, the widest cut until all fit."""
    widths = [min(LONGEST, max(map(cells, column))) for column in zip(*rows, strict=True)]
    room = width - 2 * (len(widths) - 1)
    while sum(widths) > room and max(widths) > 8:
        widths[widths.index(max(widths))] -= 1
    return widths


def _row(row: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> Iterator[str]:
    """A row in as many lines as its longest cell takes."""
    for parts in zip_longest(*map(_folded, row, widths), fillvalue=""):
        yield "  ".join(map(_padded, parts, widths, right)).rstrip()


def _folded(text: str, width: int) -> list[str]:
    lines = [part for line in wrap(text, width) for part in _chopped(line, width)]
    if len(lines) > _LINES:
        lines[_LINES - 1 :] = ["".join(lines[_LINES - 1 :])]
    return [cut(line, width) for line in lines]


def _chopped(line: str, width: int) -> list[str]:
    """A word that is too long for its column (an address) in parts."""
    fits = cells(line) <= width or not line.isascii()
    return [line] if fits else [line[at : at + width] for at in range(0, len(line), width)]


def _padded(text: str, width: int, right: bool) -> str:
    blank = " " * (width - cells(text))
    return blank + text if right else text + blank


def render_csv(stats: Sequence[Stat]) -> str:
    """One answer as CSV with the names of its columns; several with a line `# name` above each."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for stat in stats:
        if len(stats) > 1:
            out.write(f"# {stat.name}\n")
        writer.writerow([_harmless(column.name) for column in stat.columns])
        writer.writerows([_harmless(cell) for cell in row] for row in stat.rows)
    return out.getvalue()


def _harmless(cell: Cell) -> Cell:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def render_json(stats: Sequence[Stat]) -> str:
    """An object with a list of rows for each answer."""
    names = {stat.name: [column.name for column in stat.columns] for stat in stats}
    told = {stat.name: [dict(zip(names[stat.name], row, strict=True)) for row in stat.rows] for stat in stats}
    return json.dumps(told, ensure_ascii=False, indent=1, default=str) + "\n"
