"""What changed from one notice to another."""

from __future__ import annotations

from typing import Literal

from notice_cli.model.count import What
from notice_cli.model.issue import Status
from notice_cli.model.notice import Source
from notice_cli.model.record import Record
from notice_cli.model.span import Span

Kind = Literal["years", "revision"]
ChangeKind = Literal["recurring", "new", "gone", "edited", "added", "removed"]
Group = Literal[
    "reopened",
    "dropped",
    "persisting",
    "back",
    "recurring",
    "review",
    "removed",
    "edited",
    "added",
    "new",
    "gone",
]
"""What is told together, the most serious first."""
EditKind = Literal["same", "removed", "added"]


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
    edited: tuple[tuple[int, int], ...] = ()
    """Those of the repeated ones whose words are not quite the same."""


class Likeness(Record):
    """What the similarity of two issues rests on: parts that are added up, then scaled to 0 to 1.

    Where one text is a copy of the other, the similarity is at least the share of it that was copied.

    A part is what it adds to the logarithm of the odds that the two are one. `near` is for how near in matter
    they are, whatever words they use; `rivals` for how much nearer to each other than to any other issue;
    `beside` for how near when the words of both are struck out; `across` for what the text of one shares with
    the measures of the other; `measures` for how these are worded; `section` for a common heading; `named`
    for what both name; `frame`, `opening` and `apart` are what is taken away where both share set phrases
    around different things, open with the same words, or speak of two sides of one thing. `own` is no part:
    the likeness of their words alone, 0 to 1, `named` before it is weighed, or the share copied; `subjects`,
    `faults`, `words`, `amounts` and `letters` say what it rests on.
    """

    subjects: float = 0.0
    faults: float = 0.0
    words: float = 0.0
    amounts: float = 0.0
    letters: float = 0.0
    measures: float = 0.0
    section: float = 0.0
    own: float = 0.0
    near: float = 0.0
    rivals: float = 0.0
    beside: float = 0.0
    across: float = 0.0
    named: float = 0.0
    frame: float = 0.0
    opening: float = 0.0
    apart: float = 0.0
    shared_subjects: tuple[str, ...] = ()
    """Subjects that both name, the most telling first."""
    shared_faults: tuple[str, ...] = ()


class Edit(Record):
    """A run of words that stands in both texts, or in the old or the new one only."""

    kind: EditKind
    text: str


class FigureMove(Record):
    """A figure of the issue's text with its unit as printed; null where one side has none like it."""

    old: str | None = None
    new: str | None = None


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
    group: Group = "recurring"
    """Where it is told: the most serious that holds."""
    persisting: bool = False
    """Open in both notices."""
    status_forward: bool = False
    status_back: bool = False
    split: bool = False
    """The old issue stands as several in the new notice; each has a change of its own."""
    merged: bool = False
    """Several old issues stand as one in the new notice."""
    confirmed: bool = False
    """Somebody said that the two are one."""
    likeness: Likeness | None = None
    edits: tuple[Edit, ...] = ()
    """The old text made into the new one, word by word; empty where they are the same or one is missing."""
    figures: tuple[FigureMove, ...] = ()
    """Figures of the two texts that differ."""
    old_deadline: str | None = None
    new_deadline: str | None = None
    edited: tuple[str, ...] = ()
    """Of a revision: the fields of the issue that were edited."""
    old_span: Span | None = None
    new_span: Span | None = None
    fingerprint: str = ""
    """The same for the same texts of the same change, wherever they stand: 16 hexadecimal digits."""


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


class Decision(Record):
    """A decision about a pair that cannot be applied, and why."""

    verdict: Literal["confirm", "reject"]
    old: int
    new: int
    reason: Literal["no_such_issue", "text_changed"]


class Comparison(Record):
    """The outcome of `notice diff OLD NEW`."""

    schema_version: Literal["1"] = "1"
    kind: Kind
    old: Side
    new: Side
    issues: tuple[Change, ...] = ()
    counts: tuple[CountChange, ...] = ()
    fields: tuple[FieldChange, ...] = ()
    stale_decisions: tuple[Decision, ...] = ()
    """Decisions about pairs that do not apply to these notices."""


class Sighting(Record):
    """An issue of a thread in one of the notices."""

    notice: int
    """Position of the notice in the timeline, from 0."""
    issue: int
    status: Status | None = None
    text: str
    span: Span
    similarity: float | None = None
    """To the one before it; null for the first."""
    needs_review: bool = False


class Thread(Record):
    """One issue over the years."""

    sightings: tuple[Sighting, ...]
    reopened: bool = False
    """It was called completed and came back."""
    persisting: bool = False
    """It came back while it was open."""
    dropped_while_open: bool = False
    """It was open when it was last reported, and a later notice does not have it."""


class Timeline(Record):
    """The outcome of `notice diff A B C`: threads of issues over three or more notices, in their order."""

    schema_version: Literal["1"] = "1"
    notices: tuple[Side, ...]
    threads: tuple[Thread, ...] = ()
