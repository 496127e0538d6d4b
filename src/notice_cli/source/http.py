"""Bytes from an http or https address.

Each try is one connection of its own, so that the deadline can cut it: a server that drips bytes, or never
ends its headers, keeps every single read short. No cookies, no names and passwords.
"""

from __future__ import annotations

import random
import socket
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import closing, suppress
from datetime import UTC, datetime
from functools import cache
from http.client import HTTPException
from importlib import metadata
from threading import Thread
from urllib.parse import SplitResult

from urllib3 import exceptions
from urllib3.connection import HTTPConnection
from urllib3.response import BaseHTTPResponse

from notice_cli.errors import SourceError
from notice_cli.source.address import SCHEMES, parse_location, read_address, without_password
from notice_cli.source.advice import advise, parse_retry_after
from notice_cli.source.causes import LONG_HEAD, to_source_error
from notice_cli.source.connecting import connect
from notice_cli.source.fetched import Fetched, Limits, Origin
from notice_cli.source.guard import port_of
from notice_cli.source.manners import PACE
from notice_cli.source.media import SAYS_NOTHING, parse_content_type, parse_name
from notice_cli.source.proxy import credentials, find_proxy
from notice_cli.source.recording import Recording
from notice_cli.source.trip import STAGES, Hop, Trip, no_conditions
from notice_cli.source.unpack import PIECE, unpack

REDIRECTS = (301, 302, 303, 307, 308)
TRY_AGAIN_STATUS = (429, 502, 503, 504)
TRY_AGAIN = ("unreachable", "truncated")
AGENT = "notice-cli"
"""The name that robots.txt may call us by."""
_LONGEST_HEAD = 200_000


def read_url(url: str, limits: Limits, origin: Origin | None = None) -> Fetched:
    """The page at `url` after its redirects; `uri` is the final address.

    Args:
        url: The address.
        limits: How much, how long and how far it is read.
        origin: Who leads there, None for an address that a person typed.

    Raises:
        SourceError: `bad_url`, `unsupported_scheme`, `bad_redirect`, `unknown_host`, `private_address`,
            `proxy`, `proxy_kind`, `unreachable`, `tls`, `timeout`, `put_off`, `redirects`, `http_status`,
            `bad_answer`, `truncated`, `too_large` or `unpacks_too_large`.
    """
    got = _in_time(Trip(limits, time.monotonic() + limits.total_seconds, origin), url)
    if got is None:
        raise SourceError("bad_answer", without_password(url), reason="304")
    return got


def record_url(
    url: str,
    limits: Limits,
    origin: Origin | None = None,
    conditions: Callable[[str], dict[str, str]] = no_conditions,
) -> tuple[Fetched | None, list[Hop]]:
    """The page at `url`, None where it has not changed, and every answer on the way as it was sent.

    The arguments and errors of `read_url`; `conditions` gives the headers for what was seen before.
    """
    hops: list[Hop] = []
    trip = Trip(limits, time.monotonic() + limits.total_seconds, origin, conditions, hops)
    try:
        return _in_time(trip, url), hops
    except SourceError:
        forget(hops)
        raise


def forget(hops: list[Hop]) -> None:
    """Let go of answers that are not stored."""
    for hop in hops:
        hop.answer.close()


def _in_time(trip: Trip, url: str) -> Fetched | None:
    outcome: Future[Fetched | None] = Future()
    Thread(target=_run, args=(trip, url, outcome), daemon=True).start()
    try:
        return outcome.result(trip.limits.total_seconds)
    except TimeoutError as error:
        seconds, stage = f"{trip.limits.total_seconds:g}", STAGES[trip.stage]
        raise SourceError("timeout", without_password(url), seconds=seconds, stage=stage) from error
    finally:
        _hang_up(trip)


def _run(trip: Trip, url: str, outcome: Future[Fetched | None]) -> None:
    try:
        outcome.set_result(_follow(trip, url))
    except BaseException as error:
        outcome.set_exception(error)


def _hang_up(trip: Trip) -> None:
    """Wake the thread that still reads; it then closes what it opened."""
    for open_socket in trip.sockets:
        with suppress(OSError):
            open_socket.shutdown(socket.SHUT_RDWR)


def _follow(trip: Trip, url: str) -> Fetched | None:
    address = read_address(url)
    for _ in range(trip.limits.redirects + 1):
        answer = _persist(trip, address)
        if not isinstance(answer, str):
            return answer
        trip.origin = Origin(address.hostname or "", port_of(address), trip.peer)
        address = _read_location(address, answer)
    raise SourceError("redirects", without_password(url), limit=trip.limits.redirects)


def _read_location(address: SplitResult, location: str) -> SplitResult:
    try:
        return read_address(location)
    except SourceError as error:
        if error.kind == "bad_url" and location.startswith(SCHEMES):
            raise
        raise SourceError("bad_redirect", address.geturl(), target=without_password(location)) from error


def _persist(trip: Trip, address: SplitResult) -> Fetched | str | None:
    for number in range(trip.limits.retries + 1):
        try:
            return _take_turn(trip, address)
        except SourceError as error:
            pause = _pause(trip, error, number)
            if pause is None:
                raise
            trip.stage = "pause"
            time.sleep(pause)
    raise AssertionError("the last try returns or raises")


def _pause(trip: Trip, error: SourceError, number: int) -> float | None:
    """Seconds to wait before the next try; None where a further try is of no use, or too far off."""
    if number == trip.limits.retries:
        return None
    if error.kind not in TRY_AGAIN and error.facts.get("status") not in TRY_AGAIN_STATUS:
        return None
    asked = error.facts.get("retry_after")
    if isinstance(asked, float) and asked > trip.limits.retry_after_seconds:
        return None
    backoff = trip.limits.backoff_seconds * 2**number * random.uniform(1, 1.5)  # noqa: S311 - no secret
    pause = max(backoff, asked if isinstance(asked, float) else 0)
    return pause if time.monotonic() + pause < trip.deadline else None


def _take_turn(trip: Trip, address: SplitResult) -> Fetched | str | None:
    trip.stage = "turn"
    with PACE.turn(address.netloc, trip.limits.host_seconds, trip.deadline):
        return _ask(trip, address)


def _ask(trip: Trip, address: SplitResult) -> Fetched | str | None:
    """The page at `address`, the URL that it redirects to, or None where it has not changed."""
    if trip.hops is None:
        return _exchange(trip, address, None)
    recording = Recording(trip.limits.max_bytes)
    try:
        return _exchange(trip, address, recording)
    except BaseException:
        recording.answer.close()
        raise


def _exchange(trip: Trip, address: SplitResult, recording: Recording | None) -> Fetched | str | None:
    try:
        with closing(connect(trip, address)) as connection:
            if recording:
                connection.response_class = recording.response  # type: ignore[assignment]
            trip.stage = "head"
            _send(trip, connection, address)
            with closing(connection.getresponse()) as response:
                trip.stage = "body"
                return _read_answer(trip, address, response, recording)
    except (exceptions.HTTPError, HTTPException, OSError, zlib.error, EOFError, ValueError) as error:
        raise to_source_error(trip, address, error) from error


def _send(trip: Trip, connection: HTTPConnection, address: SplitResult) -> None:
    """Ask for the page; a proxy that is not tunnelled through is told the whole address."""
    target = address.path + (f"?{address.query}" if address.query else "")
    headers = {"Host": address.netloc, **_headers(), **trip.conditions(address.geturl())}
    proxy = find_proxy(address) if address.scheme == "http" else None
    if proxy is not None:
        target = f"http://{address.netloc}{target}"
        headers |= credentials(proxy)
    connection.request("GET", target, headers=headers, preload_content=False)


@cache
def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"{AGENT}/{_version()} (command-line reader of published notices)",
        "Accept": "text/html, application/xhtml+xml, text/plain, */*;q=0.5",
        "Accept-Language": "zh-CN, zh;q=0.9",
        "Accept-Encoding": "gzip",
        "Connection": "close",
    }


def _version() -> str:
    try:
        return metadata.version("notice-cli")
    except metadata.PackageNotFoundError:  # run from an unpacked archive
        return "unknown"


def _read_answer(
    trip: Trip, address: SplitResult, response: BaseHTTPResponse, recording: Recording | None
) -> Fetched | str | None:
    _check_head(address, response)
    location = response.headers.get("Location")
    redirect = parse_location(address, location) if location and response.status in REDIRECTS else None
    if (
        redirect is None
        and response.status != 304
        and (response.status // 100 != 2 or response.status == 206)
    ):
        raise _status_error(address, response)
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    if redirect is None and response.status != 304:
        page = read_page(trip, address, response, now)
    else:
        page = None
        _drain(trip, address, response)
    if recording and trip.hops is not None:
        trip.hops.append(_hop(trip, address, response, recording, now, page))
    return redirect or page


def read_page(trip: Trip, address: SplitResult, response: BaseHTTPResponse, now: str) -> Fetched:
    """The body of a successful answer, unpacked, and what its headers say about it."""
    encoding = response.headers.get("Content-Encoding", "").strip().lower()
    pieces = unpack(_pieces(trip, address, response), encoding)
    data = b"".join(_capped(trip, address, pieces, "unpacks_too_large"))
    media_type, charset = parse_content_type((response.headers.getlist("Content-Type") or [""])[-1])
    kind = parse_name(address.path) if media_type in (None, *SAYS_NOTHING) else media_type
    return Fetched(address.geturl(), data, kind, charset, now, trip.peer)


def _check_head(address: SplitResult, response: BaseHTTPResponse) -> None:
    if sum(len(name) + len(value) for name, value in response.headers.items()) > _LONGEST_HEAD:
        raise SourceError("bad_answer", address.geturl(), reason=LONG_HEAD)


def _drain(trip: Trip, address: SplitResult, response: BaseHTTPResponse) -> None:
    """Read what a redirect says beside its address, where it is kept."""
    if trip.hops is not None:
        for _ in _pieces(trip, address, response):
            pass


def _hop(
    trip: Trip,
    address: SplitResult,
    response: BaseHTTPResponse,
    recording: Recording,
    now: str,
    page: Fetched | None,
) -> Hop:
    etag, modified = (response.headers.get(name) for name in ("ETag", "Last-Modified"))
    media_type, data = (page.media_type, page.data) if page else (None, None)
    answer = recording.close()
    return Hop(address.geturl(), response.status, now, trip.peer, answer, etag, modified, media_type, data)


def _status_error(address: SplitResult, response: BaseHTTPResponse) -> SourceError:
    patience = parse_retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
    if patience:
        PACE.put_off(address.netloc, time.monotonic() + patience)
    facts = {"status": response.status, "retry_after": patience, "advice": advise(response.status, patience)}
    return SourceError("http_status", address.geturl(), **facts)


def _pieces(trip: Trip, address: SplitResult, response: BaseHTTPResponse) -> Iterator[bytes]:
    """The body as sent, piece by piece."""
    announced = response.length_remaining or 0
    if announced > trip.limits.max_bytes:
        raise _too_much(trip, address, "too_large")
    pieces = iter(lambda: response.read1(PIECE, decode_content=False), b"")
    yield from _capped(trip, address, pieces, "too_large")
    trip.check_time()  # what was hung up at the deadline looks like a body's end


def _capped(trip: Trip, address: SplitResult, pieces: Iterator[bytes], kind: str) -> Iterator[bytes]:
    """The pieces, until they are more than the limit or the time is up."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > trip.limits.max_bytes:
            raise _too_much(trip, address, kind)
        trip.check_time()
        yield piece


def _too_much(trip: Trip, address: SplitResult, kind: str) -> SourceError:
    return SourceError(kind, address.geturl(), limit=f"{trip.limits.max_bytes / 1_000_000:g}")
