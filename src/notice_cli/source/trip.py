"""One URL being read, and what of its answers is kept."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, NamedTuple

from notice_cli.language import Words
from notice_cli.source.fetched import Limits, Origin

STAGES: dict[str, Words] = {
    "turn": Words("按网站要求的间隔等待"),
    "resolve": Words("查找域名"),
    "connect": Words("建立连接"),
    "handshake": Words("协商加密"),
    "head": Words("等待应答"),
    "body": Words("接收内容"),
    "pause": Words("等待重试"),
}
"""Where a reading may stand still, in its order."""


class Hop(NamedTuple):
    """One answer of a server, whole and as sent: a page, a redirect, or that nothing has changed."""

    url: str
    status: int
    time: str
    """`2024-10-22T08:00:00Z`."""
    peer: str | None
    answer: IO[bytes]
    """Status line, headers and body, byte for byte."""
    etag: str | None
    modified: str | None
    media_type: str | None
    data: bytes | None
    """The body of a page, unpacked; None for a redirect and where nothing has changed."""


def no_conditions(url: str) -> dict[str, str]:
    """Headers for a page that was never seen."""
    return {}


@dataclass(slots=True)
class Trip:
    """The limits of one reading, its end (of `time.monotonic`), its sockets, and what is kept of it."""

    limits: Limits
    deadline: float
    origin: Origin | None = None
    """Who leads there: None for an address that a person typed."""
    conditions: Callable[[str], dict[str, str]] = no_conditions
    """Headers for an address that was seen before: If-None-Match, If-Modified-Since."""
    hops: list[Hop] | None = None
    """Filled where the answers are wanted as sent."""
    stage: str = "turn"
    peer: str | None = None
    sockets: list[socket.socket] = field(default_factory=list)

    def check_time(self) -> None:
        """Raise TimeoutError where the time is up."""
        if time.monotonic() > self.deadline:
            raise TimeoutError
