"""What a source yields, and the limits it is read within."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from notice_cli.values import Value

if TYPE_CHECKING:
    from notice_cli.errors import NoticeError


class Fetched(Value):
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
    peer: str | None = None
    """The network address that a URL was read from; None for a file, an archive, and behind a proxy."""
    rendered: bool = False
    """The bytes are what a browser made of the page, not what the server sent."""


class Origin(Value):
    """Who leads to an address: a page's or a redirect's host, port and network address."""

    host: str
    port: int
    peer: str | None


LISTED = Origin("", 0, None)
"""A list leads to the address: it has no host of its own."""


def _keep_quiet(error: NoticeError) -> None:
    """Nobody wants to be told."""


class Limits(Value):
    """How much, how long and how far a source is read: bytes, seconds, tries, places."""

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
    """The first pause before a retry; each further one is twice as long, and up to half as long again."""
    retry_after_seconds: float = 30
    """The longest Retry-After that is waited for."""
    host_seconds: float = 1
    """From the end of one request to the begin of the next at the same host; Crawl-delay may ask for more."""
    robots: bool = True
    """Whether robots.txt is asked about addresses that pages and lists lead to."""
    allow_private: bool = False
    """Whether pages, redirects and lists may lead to addresses that are not public."""
    old_tls: bool = False
    """Whether TLS 1.0, 1.1 and weak keys are accepted: what is sent so may be read and changed on the way."""
    follow: bool = True
    """Whether the next parts of a page, and the attachment that holds its body, are read too."""
    render: bool = False
    """Whether a page that a script fills is opened in a browser."""
    archive: str | None = None
    """A folder or file of snapshots, which answers instead of the network."""
    moment: str | None = None
    """The time of the snapshot that leads here: its parts are those stored next; None for the latest."""
    tell: Callable[[NoticeError], None] = _keep_quiet
    """Called with what a reader should know though the source is read: a part that could not be had."""
