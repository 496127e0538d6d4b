"""What a source yields, and the limits it is read within."""

from __future__ import annotations

from typing import NamedTuple


class Fetched(NamedTuple):
    """The bytes of one source and what was said about them on the way; nothing is decoded yet."""

    uri: str
    """As given for a file (with `/`), the final address for a URL, `-` for standard input."""
    data: bytes
    media_type: str | None
    """From Content-Type, else from the ending of the name; None where neither tells."""
    charset: str | None
    """From Content-Type only, as sent: it may be wrong."""
    fetched_at: str | None
    """`2024-10-22T08:00:00Z` for a URL, None for a file."""


class Limits(NamedTuple):
    """How much and how long a source is read: bytes, seconds, tries."""

    max_bytes: int = 20_000_000
    """Of a file, and of a page both as sent and as unpacked."""
    connect_seconds: float = 10
    read_seconds: float = 20
    """The longest silence of a server."""
    total_seconds: float = 60
    """For one URL with all its redirects, retries and pauses."""
    redirects: int = 5
    retries: int = 3
    backoff_seconds: float = 0.5
    """The first pause before a retry; each further one is twice as long."""
    retry_after_seconds: float = 30
    """The longest Retry-After that is waited for."""
