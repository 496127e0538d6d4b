"""What the review page is made from, and the pieces that its template puts together."""

from __future__ import annotations

from typing import NamedTuple

from notice_cli.model import Notice, Report


class DatedMeasure(NamedTuple):
    """A date in a measure of the issue at position `issue`: `notice.text[start:end]`, read as `value`."""

    issue: int
    start: int
    end: int
    value: str
    """ISO 8601, with or without a day."""
    certain: bool
    """Whether its year was printed."""


class Reviewed(NamedTuple):
    """A source that was checked; the notice is None where it could not be read."""

    notice: Notice | None
    report: Report
    dated: tuple[DatedMeasure, ...] = ()


class Mark(NamedTuple):
    """A value at `text[start:end]`; its id on the page ends in `name`, its record's in `row`."""

    kind: str
    """`count`, `status`, `date` or `fact`."""
    name: str
    start: int
    end: int
    row: str
    state: str = ""
    """Of a count: verified, contradicted or unverified."""


class Place(NamedTuple):
    """What a finding rests on: `text[start:end]`; `finding` is its position in the page's order."""

    finding: int
    number: int
    start: int
    end: int
    level: str


class Chip(NamedTuple):
    """A small link between words: the number of an issue, a measure or a finding."""

    kind: str
    name: str
    """What its own id ends in; empty where it has none."""
    target: str
    """What the id that it leads to ends in."""
    shown: str
    told: str


class Piece(NamedTuple):
    """Words of a line that are marked in one way."""

    words: str
    before: tuple[Chip, ...]
    also: tuple[Chip, ...]
    """Values that begin here under a shorter one, or under one that stands on the same words."""
    names: tuple[str, ...]
    """Ids of places that begin here and have no element of their own."""
    findings: tuple[int, ...]
    level: str
    place: str
    """The id of the place that begins here."""
    value: Mark | None
    begins: bool
    """Whether the value begins here, not in the piece before."""
    measure: bool
    after: tuple[Chip, ...]
    hidden: int
    """Findings whose chips were left out."""


class Line(NamedTuple):
    """A block of the notice."""

    number: int | None
    heading: int
    """Rank of a heading from 1; 0 for a paragraph."""
    kind: str
    """`title`, `unparsed`, or nothing."""
    issue: int | None
    status: str
    pieces: tuple[Piece, ...]
