"""What changed between two notices, for a clerk: the most serious first, then figures and fields."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from notice_cli.language import Lang, Words
from notice_cli.model import Change, Comparison, CountChange, FieldChange, Side, Status
from notice_cli.model.comparison import Group
from notice_cli.reports import diff_words as say
from notice_cli.reports.terminal import cut, visible, wrap

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.table import Table
    from rich.text import Text

NUMBER, MARGIN = 4, 6
"""Cells of a number's column, and of the blanks between the four columns."""
FLAGS_SHOWN = ("status_forward", "status_back", "split", "merged", "confirmed")
"""Flags that no group tells."""
STATUS_CELLS: dict[Lang, int] = {"zh": 19, "en": 20}


def render(comparison: Comparison, lang: Lang, color: bool, width: int) -> str:
    """The comparison as text: issues by group, figures side by side, changed fields, a legend.

    Args:
        comparison: What `compare_notices` gave.
        lang: The language of all that is not the notices' own.
        color: Whether to write ANSI colours.
        width: Cells of the terminal; lines are kept within it, down to 50.
    """
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=max(width, 50),
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        _environ={},
    )
    for part in _parts(comparison, lang, console.width):
        console.print(part, highlight=False, markup=False, emoji=False)
    return "".join(line.rstrip() + "\n" for line in out.getvalue().splitlines())


def _parts(comparison: Comparison, lang: Lang, width: int) -> Iterator[RenderableType]:
    """The report from head to legend."""
    yield _text(say.KINDS[comparison.kind].say(lang), "bold")
    for words, side in ((say.OLD, comparison.old), (say.NEW, comparison.new)):
        yield _text(_named(words.say(lang), side, width), "dim")
    groups = group(comparison.issues)
    for name, changes in groups.items():
        words, style = say.GROUPS[name]
        yield ""
        yield _text("\n".join(wrap(words.say(lang, count=len(changes)), width)), style)
        yield _issues(changes, lang, width)
    yield from _figures(comparison.counts, lang)
    yield from _fields(comparison.fields, lang, width)
    yield ""
    yield _summary(comparison, groups, lang)
    if comparison.issues:
        yield _text("\n".join(wrap(say.LEGEND.say(lang), width)), "dim")


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(words, style)


def _named(label: str, side: Side, width: int) -> str:
    """A notice by its date, and its title or the place that it was read from; on one line."""
    parts = (label, side.signed_on, side.title or side.source.uri)
    return cut("  ".join(visible(part) for part in parts if part), width)


def group(changes: Sequence[Change]) -> dict[Group, list[Change]]:
    """The changes by group, the most serious group first; groups without one are left out."""
    groups: dict[Group, list[Change]] = {name: [] for name in say.GROUPS}
    for change in changes:
        groups[change.group].append(change)
    return {name: members for name, members in groups.items() if members}


def _table(*columns: tuple[str, int | None]) -> Table:
    """A table without lines; a column of no width takes what it needs."""
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, header_style="dim")
    for heading, width in columns:
        table.add_column(_text(heading), width=width, overflow="fold")
    return table


def _issues(changes: Sequence[Change], lang: Lang, width: int) -> Table:
    """Old and new number, status moves, and the words of both."""
    status = STATUS_CELLS[lang]
    room = width - 2 * NUMBER - status - MARGIN
    heads = (say.OLD, NUMBER), (say.NEW, NUMBER), (say.STATUS, status), (say.ISSUE, room)
    table = _table(*((words.say(lang), room) for words, room in heads))
    for change in changes:
        table.add_row(
            _text(_number(change.old)),
            _text(_number(change.new)),
            _moves(change, lang),
            _said(change, lang, room),
        )
    return table


def _number(number: int | None) -> str:
    return say.ABSENT if number is None else str(number)


def _moves(change: Change, lang: Lang) -> Text:
    """The status, its move where both notices have the issue, and how alike the two are."""
    old, new = _status(change.old_status, lang), _status(change.new_status, lang)
    text = _text(
        f"{old} → {new}" if change.old is not None and change.new is not None else _one(change, old, new)
    )
    if change.similarity is not None:
        text.append("\n" + say.ALIKE.say(lang, likeness=change.similarity), "dim")
    for flag in FLAGS_SHOWN:
        if getattr(change, flag):
            text.append("\n" + say.FLAGS[flag].say(lang), "dim")
    if change.edited:
        fields = "、" if lang == "zh" else ", "
        text.append("\n" + fields.join(say.EDITED[field].say(lang) for field in change.edited), "dim")
    if change.measures and change.measures.repeated:
        text.append("\n" + say.REPEATED.say(lang, count=len(change.measures.repeated)), "dim")
    return text


def _one(change: Change, old: str, new: str) -> str:
    return old if change.new is None else new


def _status(status: Status | None, lang: Lang) -> str:
    return say.ABSENT if status is None else say.STATUSES[status].say(lang)


def _said(change: Change, lang: Lang, room: int) -> Text:
    """The issue in the words of the new notice, and below in those of the old one."""
    new, old = (text and visible(text) for text in (change.new_text, change.old_text))
    if not (new and old) or new == old:
        return _text(_short(new or old or "", room))
    text = _text(_short(new, room))
    text.append("\n" + _short(f"{say.OLD.say(lang)}  {old}", room), "dim")
    return text


def _short(text: str, room: int) -> str:
    """The first lines of a text, with … where it goes on."""
    first, *rest = wrap(text, room)
    return "\n".join([first, cut("".join(rest), room)] if rest else [first])


def _figures(counts: Sequence[CountChange], lang: Lang) -> Iterator[RenderableType]:
    """The declared figures side by side."""
    if not counts:
        return
    yield ""
    yield _text(say.FIGURES.say(lang), "bold")
    heads = (say.FIGURE, say.OLD, say.NEW, say.DELTA)
    table = _table(*((words.say(lang), None) for words in heads))
    for column in table.columns[1:]:
        column.justify = "right"
    for row in counts:
        values = (_value(row.old), _value(row.new), _delta(row.delta))
        table.add_row(_text(say.WHATS[row.what].say(lang)), *map(_text, values))
    yield table


def _value(value: float | None) -> str:
    return say.ABSENT if value is None else f"{value:,}"


def _delta(delta: float | None) -> str:
    return "" if delta is None else "=" if delta == 0 else f"{delta:+,}"


def _fields(fields: Sequence[FieldChange], lang: Lang, width: int) -> Iterator[RenderableType]:
    """The fields that differ."""
    if not fields:
        return
    yield ""
    yield _text(say.FIELDS.say(lang), "bold")
    first = 14 if lang == "zh" else 16
    room = (width - first - MARGIN) // 2
    table = _table((say.FIELD.say(lang), first), (say.OLD.say(lang), room), (say.NEW.say(lang), room))
    for field in fields:
        values = (_short(visible(value or say.ABSENT), room) for value in (field.old, field.new))
        table.add_row(_text(_field_name(field.field, lang)), *map(_text, values))
    yield table


def _field_name(path: str, lang: Lang) -> str:
    """The field in words; one of the page's own by its label."""
    words = say.FIELD_NAMES.get(path, Words("{path}"))
    return words.say(lang, path=visible(path.rpartition(".")[2]))


def _summary(comparison: Comparison, groups: dict[Group, list[Change]], lang: Lang) -> Text:
    """One line with how many issues each group has."""
    if not (comparison.issues or comparison.counts or comparison.fields):
        return _text(say.NO_CHANGE.say(lang), "bold green")
    found = [say.SUMMARY[name].say(lang, count=len(changes)) for name, changes in groups.items()]
    return _text("，".join(found) if lang == "zh" else ", ".join(found), "bold")
