"""Bytes from an http or https address.

Each try is one connection of its own, so that the deadline can cut it: a server that drips bytes, or never
ends its headers, keeps every single read short. No cookies, no names and passwords, no proxies.
"""

from __future__ import annotations

import socket
import ssl
import time
import zlib
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from http.client import BadStatusLine, HTTPException, RemoteDisconnected
from importlib import metadata
from threading import Thread
from urllib.parse import SplitResult

from urllib3 import exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.response import BaseHTTPResponse

from notice_cli.errors import SourceError
from notice_cli.language import Words
from notice_cli.source.address import parse_location, read_address, without_password
from notice_cli.source.advice import advise, parse_retry_after
from notice_cli.source.fetched import Fetched, Limits
from notice_cli.source.file import too_large
from notice_cli.source.media import parse_content_type, parse_name
from notice_cli.source.unpack import PIECE, unpack

REDIRECTS = (301, 302, 303, 307, 308)
TRY_AGAIN_STATUS = (429, 502, 503, 504)
TRY_AGAIN = ("unreachable", "truncated")
CONNECTIONS: dict[str, type[HTTPConnection]] = {"http": HTTPConnection, "https": HTTPSConnection}

NO_CONNECTION = Words("连接被拒绝或网络不通", "connection refused, or no way there")
BROKEN = Words("连接中途断开", "the connection broke off")
SHORT = Words("收到的内容比说明的短", "shorter than announced")
NOT_HTTP = Words("不是有效的网页应答", "no valid HTTP answer")
BAD_GZIP = Words("压缩内容已损坏", "its compressed data are damaged")
NO_WORDS = Words("", "")

CAUSES: tuple[tuple[type[Exception] | tuple[type[Exception], ...], str, Words], ...] = (
    (exceptions.NameResolutionError, "unknown_host", NO_WORDS),
    (exceptions.NewConnectionError, "unreachable", NO_CONNECTION),
    (exceptions.ConnectTimeoutError, "timeout", NO_WORDS),
    ((exceptions.SSLError, ssl.SSLError), "tls", NO_WORDS),
    ((exceptions.ReadTimeoutError, TimeoutError), "timeout", NO_WORDS),
    ((exceptions.ProtocolError, EOFError), "truncated", SHORT),
    (exceptions.LocationParseError, "bad_url", NO_WORDS),
    (RemoteDisconnected, "unreachable", BROKEN),
    (BadStatusLine, "bad_answer", NOT_HTTP),
    (OSError, "unreachable", BROKEN),
    (zlib.error, "bad_answer", BAD_GZIP),
    ((HTTPException, exceptions.HTTPError, ValueError), "bad_answer", NOT_HTTP),
)
"""What an exception means, the first that fits: the kind of error and its reason."""


@dataclass(frozen=True, slots=True)
class Trip:
    """One URL being read: its limits, its end (of `time.monotonic`), and the sockets that it opened."""

    limits: Limits
    deadline: float
    sockets: list[socket.socket] = field(default_factory=list)


def read_url(url: str, limits: Limits) -> Fetched:
    """The page at `url` after its redirects; `uri` is the final address.

    Raises SourceError: `bad_url`, `unsupported_scheme`, `unknown_host`, `unreachable`, `tls`, `timeout`,
    `redirects`, `http_status`, `bad_answer`, `truncated` or `too_large`.
    """
    trip = Trip(limits, time.monotonic() + limits.total_seconds)
    outcome: Future[Fetched] = Future()
    Thread(target=_run, args=(trip, url, outcome), daemon=True).start()
    try:
        return outcome.result(limits.total_seconds)
    except TimeoutError as error:
        raise SourceError("timeout", without_password(url), seconds=f"{limits.total_seconds:g}") from error
    finally:
        _hang_up(trip)


def _run(trip: Trip, url: str, outcome: Future[Fetched]) -> None:
    try:
        outcome.set_result(_follow(trip, url))
    except BaseException as error:
        outcome.set_exception(error)


def _hang_up(trip: Trip) -> None:
    """Wake the thread that still reads; it then closes what it opened."""
    for open_socket in trip.sockets:
        with suppress(OSError):
            open_socket.shutdown(socket.SHUT_RDWR)


def _follow(trip: Trip, url: str) -> Fetched:
    here = url
    for _ in range(trip.limits.redirects + 1):
        answer = _persist(trip, read_address(here))
        if isinstance(answer, Fetched):
            return answer
        here = answer
    raise SourceError("redirects", without_password(url), limit=trip.limits.redirects)


def _persist(trip: Trip, address: SplitResult) -> Fetched | str:
    for number in range(trip.limits.retries + 1):
        try:
            return _ask(trip, address)
        except SourceError as error:
            pause = _pause(trip, error, number)
            if pause is None:
                raise
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
    pause = max(trip.limits.backoff_seconds * 2**number, asked if isinstance(asked, float) else 0)
    return pause if time.monotonic() + pause < trip.deadline else None


def _ask(trip: Trip, address: SplitResult) -> Fetched | str:
    """The page at `address`, or the URL that it redirects to."""
    try:
        with closing(_connection(trip, address)) as connection:
            _connect(trip, connection)
            connection.request("GET", _target(address), headers=_headers(), preload_content=False)
            with closing(connection.getresponse()) as response:
                return _read_answer(trip, address, response)
    except (exceptions.HTTPError, HTTPException, OSError, zlib.error, EOFError, ValueError) as error:
        raise _source_error(trip, address, error) from error


def _connection(trip: Trip, address: SplitResult) -> HTTPConnection:
    kind = CONNECTIONS[address.scheme]
    port = address.port or kind.default_port
    return kind(address.hostname or "", port, timeout=trip.limits.connect_seconds)


def _connect(trip: Trip, connection: HTTPConnection) -> None:
    try:
        connection.connect()
    except TimeoutError as error:  # in the handshake of https
        raise exceptions.ConnectTimeoutError from error
    trip.sockets.append(connection.sock)
    _check_time(trip)
    connection.timeout = trip.limits.read_seconds


def _check_time(trip: Trip) -> None:
    if time.monotonic() > trip.deadline:
        raise TimeoutError


def _target(address: SplitResult) -> str:
    return address.path + (f"?{address.query}" if address.query else "")


@cache
def _headers() -> dict[str, str]:
    return {
        "User-Agent": f"notice-cli/{_version()} (command-line reader of published notices)",
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


def _read_answer(trip: Trip, address: SplitResult, response: BaseHTTPResponse) -> Fetched | str:
    location = response.headers.get("Location")
    if response.status in REDIRECTS and location is not None:
        return parse_location(address, location)
    if response.status // 100 != 2 or response.status == 206:
        raise _status_error(address, response)
    data = b"".join(_capped(trip, address, unpack(_pieces(trip, address, response), _encoding(response))))
    media_type, charset = parse_content_type((response.headers.getlist("Content-Type") or [""])[-1])
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Fetched(address.geturl(), data, media_type or parse_name(address.path), charset, now)


def _encoding(response: BaseHTTPResponse) -> str:
    return response.headers.get("Content-Encoding", "").strip().lower()


def _status_error(address: SplitResult, response: BaseHTTPResponse) -> SourceError:
    patience = parse_retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
    facts = {"status": response.status, "retry_after": patience, "advice": advise(response.status, patience)}
    return SourceError("http_status", address.geturl(), **facts)


def _pieces(trip: Trip, address: SplitResult, response: BaseHTTPResponse) -> Iterator[bytes]:
    """The body as sent, piece by piece."""
    announced = response.length_remaining or 0
    if announced > trip.limits.max_bytes:
        raise too_large(address.geturl(), trip.limits)
    yield from _capped(trip, address, iter(lambda: response.read1(PIECE, decode_content=False), b""))


def _capped(trip: Trip, address: SplitResult, pieces: Iterator[bytes]) -> Iterator[bytes]:
    """The pieces, until they are more than the limit or the time is up."""
    size = 0
    for piece in pieces:
        size += len(piece)
        if size > trip.limits.max_bytes:
            raise too_large(address.geturl(), trip.limits)
        _check_time(trip)
        yield piece


def _source_error(trip: Trip, address: SplitResult, error: Exception) -> SourceError:
    kind, reason = next((kind, reason) for types, kind, reason in CAUSES if isinstance(error, types))
    detail = getattr(error, "verify_message", "") or getattr(error, "reason", "") or type(error).__name__
    seconds = f"{_waited(trip, error):g}"
    return SourceError(kind, address.geturl(), reason=reason, detail=str(detail), seconds=seconds)


def _waited(trip: Trip, error: Exception) -> float:
    if time.monotonic() > trip.deadline:
        return trip.limits.total_seconds
    connecting = isinstance(error, exceptions.ConnectTimeoutError)
    return trip.limits.connect_seconds if connecting else trip.limits.read_seconds
