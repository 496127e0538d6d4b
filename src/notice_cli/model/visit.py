"""What became of an address that `notice fetch` was to store."""

from __future__ import annotations

from notice_cli.model.record import Record


class Visit(Record):
    """One address and its outcome: `stored`, `changed`, `unchanged`, or the kind of what went wrong."""

    url: str
    outcome: str
    uri: str | None = None
    """The final address, after redirects."""
    media_type: str | None = None
    sha256: str | None = None
    size: int | None = None
    fetched_at: str | None = None
    leads: tuple[str, ...] = ()
    """Parts and attachments that were stored with the page."""
    refusal: str | None = None
    """Why the stored page holds no notice that can be read, in the words of `parse`."""
    message: str | None = None
    """What went wrong, and what to do."""
