"""Where in a notice something stands."""

from __future__ import annotations

from notice_cli.model.record import Small


class Span(Small, kw_only=True):
    """Offsets in characters into the notice's own `text`: `text[start:end]` is the evidence."""

    start: int
    end: int


class Evidence(Small, kw_only=True):
    """Where a plain value was read: its span in the body, its line in the file (1-based)."""

    span: Span | None = None
    source_line: int | None = None
    repaired: bool = False
    """True for a damaged date that has exactly one possible reading."""
