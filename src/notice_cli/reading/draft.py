"""What a layout hands on: issues and sections as found, each value a piece of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from notice_cli.model import Status
from notice_cli.outline import Line
from notice_cli.reading.measures import FoundMeasure
from notice_cli.reading.piece import Piece
from notice_cli.reading.zones import Zones
from notice_cli.values import Value


class IssueDraft(Value):
    """One issue; `number` is the printed one."""

    number: int | None
    label: str | None
    text: Piece
    start: int
    end: int
    section: int | None = None
    status: Status | None = None
    status_text: Piece | None = None
    measures: tuple[FoundMeasure, ...] = ()
    outcome: Piece | None = None
    responsible: Piece | None = None
    deadline: Piece | None = None
    status_heading: Piece | None = None
    """The heading that gives the status, where the issue itself states none."""


class SectionDraft(Value):
    """A group of issues: its heading, and the paragraphs between the heading and its first issue."""

    heading: Piece
    label: str | None
    start: int
    lead: tuple[Line, ...] = ()


class Reading(Value):
    """What one layout makes of the issues' part."""

    issues: tuple[IssueDraft, ...]
    sections: tuple[SectionDraft, ...] = ()
    explained: float = 0.0
    """Share of the part's lines that found a place."""
    runs_on: bool = True
    """Whether the printed numbers run through the whole notice."""
    missed: int = 0
    """Lines that call an issue by name and number, or state another result, and yet opened none."""
    headings: tuple[Line, ...] = ()
    """Every heading among the issues, those of the sections included."""
    general: tuple[Line, ...] = ()
    """Lines under headings of the first level that hold no issue."""


class Layout(Value):
    """A way of laying out issues: a name, and what reads it, in several ways or in none."""

    name: str
    read: Callable[[Zones], Iterable[Reading]]
    certain: bool = False
    """Whether its issues are called by name: a reading that explains all is final, whatever the totals."""
