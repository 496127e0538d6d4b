"""What a check found, what it passed, and what it could not judge."""

from __future__ import annotations

from typing import Literal

from notice_cli.model.notice import Source
from notice_cli.model.record import Record, Small
from notice_cli.model.span import Span

Severity = Literal["error", "warning", "note"]
Operator = Literal["=", "<=", ">=", "<", "~="]
ClaimState = Literal["verified", "contradicted", "unverified"]


class Operand(Small, kw_only=True):
    """One figure of an equation and the place it was read from."""

    value: int | float | str
    text: str
    span: Span | None = None
    source_line: int | None = None
    count: int | None = None
    """Index into the notice's `counts`, where the figure is a declared one."""


class Arithmetic(Small, kw_only=True):
    """A comparison that a rule made: `22 + 1` = `23`."""

    expression: str
    left: int | float | str
    operator: Operator
    right: int | float | str
    operands: tuple[Operand, ...] = ()


class FigureChange(Small, kw_only=True):
    """One printed figure, or one number counted in the body, and what it would have to be."""

    text: str
    old: int | float
    new: int | float
    span: Span | None = None
    source_line: int | None = None
    count: int | None = None
    """Index into the notice's `counts`, where the figure is a declared one."""


class Repair(Small, kw_only=True):
    """A hypothesis, never an edit: the smallest changes that would make all equations true."""

    text: str
    changes: tuple[FigureChange, ...] = ()


class Quote(Small, kw_only=True):
    """A place that a finding rests on."""

    text: str
    span: Span | None = None
    source_line: int | None = None


class Finding(Small, kw_only=True):
    """One fault; `message` is a sentence with the figures in it."""

    code: str
    name: str
    level: Severity
    message: str
    arithmetic: tuple[Arithmetic, ...] = ()
    evidence: tuple[Quote, ...] = ()
    issue: int | None = None
    suggestion: str | None = None
    repairs: tuple[Repair, ...] = ()
    """What may be wrong, the likeliest first."""
    fingerprint: str | None = None
    """Names the finding by its code and its words, not by its line: it survives text inserted above it."""


class Suppressed(Small, kw_only=True):
    """A finding that was set aside, why, and by which list."""

    finding: Finding
    reason: str
    by: Literal["config", "baseline"]


class Broken(Small, kw_only=True):
    """A rule that raised: it neither passed nor failed."""

    code: str
    error: str


class Passed(Small, kw_only=True):
    """A rule that looked and found nothing wrong."""

    code: str
    arithmetic: tuple[Arithmetic, ...] = ()


class NotApplicable(Small, kw_only=True):
    """A rule that lacked its facts, and which."""

    code: str
    reason: str


class Claim(Small, kw_only=True):
    """A declared figure and what became of it: `count` is its index in the notice's `counts`."""

    count: int
    state: ClaimState
    codes: tuple[str, ...] = ()


class Unreadable(Small, kw_only=True):
    """Why a source could not be checked."""

    kind: str
    message: str


class Report(Record):
    """The outcome of `notice check` on one source."""

    schema_version: Literal["1"] = "1"
    source: Source | None = None
    uri: str
    title: str | None = None
    findings: tuple[Finding, ...] = ()
    passed: tuple[Passed, ...] = ()
    not_applicable: tuple[NotApplicable, ...] = ()
    claims: tuple[Claim, ...] = ()
    suppressed: tuple[Suppressed, ...] = ()
    broken: tuple[Broken, ...] = ()
    unreadable: Unreadable | None = None
