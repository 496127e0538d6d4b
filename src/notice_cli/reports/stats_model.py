"""What a question to a data set gave: rows under named columns, for every format alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from notice_cli.language import Lang, Words

Cell = str | int | float | bool | None
Kind = Literal["text", "number", "percent"]


@dataclass(frozen=True, slots=True)
class StatColumn:
    """A column: its name for programs, its title for people, and the words of its values."""

    name: str
    title: Words
    kind: Kind = "text"
    words: Mapping[str, Words] | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars: which columns name a bar, and which are stacked in it."""

    labels: tuple[int, ...]
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stat:
    """One answer."""

    name: str
    title: Words
    columns: tuple[StatColumn, ...]
    rows: Sequence[Sequence[Cell]]
    chart: Chart | None = None
    note: Words | None = None
    """How the figures are meant."""


NOT_STATED = Words("未注明")
NO_ROWS = Words("没有")


def say_cell(value: Cell, column: StatColumn, lang: Lang) -> str:
    """A value as people read it: `83.3%`, `1,204`, `已完成`."""
    if value is None:
        return NOT_STATED.say(lang) if column.words else "–"
    if column.kind == "percent" and isinstance(value, (int, float)):
        return f"{value:.1f}%"
    if isinstance(value, float):
        return f"{value:,.2f}".rstrip("0").rstrip(".")
    if isinstance(value, int) and column.kind == "number":
        return f"{value:,}"
    words = column.words.get(str(value)) if column.words else None
    return words.say(lang) if words else str(value)
