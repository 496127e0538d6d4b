"""Where in a notice something stands."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """Base of all records: frozen, no unknown fields, built when first used."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Span(Record):
    """Offsets in characters into the notice's own `text`: `text[start:end]` is the evidence."""

    start: int
    end: int


class Evidence(Record):
    """Where a plain value was read: its span in the body, its line in the file (1-based)."""

    span: Span | None = None
    source_line: int | None = None
    repaired: bool = False
    """True for a damaged date that has exactly one possible reading."""
