"""What changed from one notice to another."""

from __future__ import annotations

from typing import Literal

from notice_cli.model.count import What
from notice_cli.model.issue import Status
from notice_cli.model.notice import Source
from notice_cli.model.span import Record

Kind = Literal["years", "revision"]
ChangeKind = Literal["recurring", "new", "gone", "edited", "added", "removed"]


class Side(Record):
    """One of the two notices."""

    title: str | None = None
    issuer: str | None = None
    signed_on: str | None = None
    source: Source


class MeasureChanges(Record):
    """Ordinals of measures: repeated nearly word for word, added, removed."""

    repeated: tuple[tuple[int, int], ...] = ()
    added: tuple[int, ...] = ()
    removed: tuple[int, ...] = ()


class Change(Record):
    """One issue's change; `old` and `new` are issue numbers."""

    change: ChangeKind
    old: int | None = None
    new: int | None = None
    similarity: float | None = None
    """0 to 1; null where only one side has the issue."""
    needs_review: bool = False
    reopened: bool = False
    dropped_while_open: bool = False
    old_status: Status | None = None
    new_status: Status | None = None
    old_text: str | None = None
    new_text: str | None = None
    measures: MeasureChanges | None = None


class CountChange(Record):
    """A declared figure side by side; `delta` is new minus old, null where one side has none."""

    what: What
    old: int | float | None = None
    new: int | float | None = None
    delta: int | float | None = None


class FieldChange(Record):
    """A plain field that differs, named by its path: `contact.phones`."""

    field: str
    old: str | None = None
    new: str | None = None


class Comparison(Record):
    """The outcome of `notice diff OLD NEW`."""

    schema_version: Literal["1"] = "1"
    kind: Kind
    old: Side
    new: Side
    issues: tuple[Change, ...] = ()
    counts: tuple[CountChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
