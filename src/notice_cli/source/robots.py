"""What a site allows programs: its robots.txt, asked once for each host."""

from __future__ import annotations

import time
from threading import Lock
from typing import NamedTuple
from urllib.parse import SplitResult

from protego import Protego

from notice_cli.errors import SourceError
from notice_cli.source.address import read_address
from notice_cli.source.fetched import Limits, Origin
from notice_cli.source.http import AGENT, read_url
from notice_cli.source.manners import PACE

_MAX_BYTES = 500_000
"""Of a robots.txt; a longer one is taken for none."""
_LONGEST_PAUSE = 600
"""Seconds between two requests; a longer Crawl-delay is taken for this one."""
_KEPT_SECONDS = 24 * 3600
_FAILURE_KEPT_SECONDS = 120
_UNHEARD = (
    "unknown_host",
    "unreachable",
    "timeout",
    "tls",
    "private_address",
    "proxy",
    "proxy_kind",
    "put_off",
)
"""The page itself would fail so."""

_DOWN = ("robots_unread", "unknown_host", "unreachable", "timeout", "tls")


class Rules(NamedTuple):
    """What a host's robots.txt says, or why it could not be had; until when that holds."""

    robots: Protego | None
    failure: SourceError | None
    until: float


_known: dict[str, Rules] = {}
_lock = Lock()


def forget() -> None:
    """Ask every host anew."""
    with _lock:
        _known.clear()


def check_robots(url: str, limits: Limits, origin: Origin | None) -> None:
    """A program may ask for an address; a Crawl-delay is kept from now on.

    Raises:
        SourceError: `robots`, `robots_unread`, or why the host cannot be reached.
    """
    address = read_address(url)
    host = f"{address.scheme}://{address.netloc}"
    with _lock:
        rules = _known.get(host)
    if rules is None or rules.until < time.monotonic():
        rules = _ask(address, limits, origin)
        with _lock:
            _known[host] = rules
    if rules.failure is not None:
        raise SourceError(rules.failure.kind, address.geturl(), **rules.failure.facts)
    if rules.robots is not None and not rules.robots.can_fetch(address.geturl(), AGENT):
        raise SourceError("robots", address.geturl())


def _ask(address: SplitResult, limits: Limits, origin: Origin | None) -> Rules:
    """The rules of a host: everything is allowed where there is no robots.txt that can be read as one."""
    until = time.monotonic() + _KEPT_SECONDS
    where = f"{address.scheme}://{address.netloc}/robots.txt"
    try:
        got = read_url(where, limits.replace(max_bytes=_MAX_BYTES, retries=min(1, limits.retries)), origin)
    except SourceError as error:
        failure = _failure(error)
        return Rules(None, failure, _failed_until(failure) if failure else until)
    robots = Protego.parse(got.data.decode("utf-8", "replace"))
    delay = robots.crawl_delay(AGENT)
    if delay is not None and delay > 0:
        PACE.slow_down(address.netloc, min(float(delay), _LONGEST_PAUSE))
    return Rules(robots, None, until)


def _failed_until(failure: SourceError) -> float:
    """A host that is down is left alone for a while; what depends on who leads there is judged each time."""
    return time.monotonic() + (_FAILURE_KEPT_SECONDS if failure.kind in _DOWN else 0)


def _failure(error: SourceError) -> SourceError | None:
    """Why nothing may be asked, None where a robots.txt that cannot be had allows everything."""
    status = error.facts.get("status")
    if isinstance(status, int) and (status >= 500 or status == 429):
        return SourceError("robots_unread", error.where, status=status)
    return error if error.kind in _UNHEARD else None
