"""A problem that the inspection reported, and what was done about it."""

from __future__ import annotations

from typing import Literal

from msgspec import field

from notice_cli.model.record import Small
from notice_cli.model.span import Evidence, Span

Status = Literal["completed", "basically_completed", "ongoing", "in_progress", "not_completed"]


class Measure(Small, kw_only=True):
    """One measure taken, without its enumerator."""

    ordinal: int
    text: str
    span: Span
    source_line: int | None = None
    label: str | None = None
    """The enumerator as printed (一是, (1), ①), null where none is."""


class Issue(Small, kw_only=True):
    """One problem reported; `evidence` tells where status and deadline stand."""

    number: int
    label: str | None = None
    section: int | None = None
    text: str
    status: Status | None = None
    status_text: str | None = None
    measures: tuple[Measure, ...] = ()
    outcome: str | None = None
    responsible: tuple[str, ...] = ()
    deadline: str | None = None
    span: Span
    source_line: int | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)
