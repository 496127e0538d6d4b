"""What an exception on the way means, in words a reader understands."""

from __future__ import annotations

import ssl
import time
import zlib
from http.client import BadStatusLine, HTTPException, LineTooLong, RemoteDisconnected
from urllib.parse import SplitResult

from urllib3 import exceptions

from notice_cli.errors import SourceError
from notice_cli.language import NOTHING, Words
from notice_cli.source.trip import STAGES, Trip

NO_CONNECTION = Words("连接被拒绝或网络不通")
BROKEN = Words("连接中途断开")
SHORT = Words("收到的内容比说明的短")
NOT_HTTP = Words("不是有效的网页应答")
LONG_HEAD = Words("应答头过大")
MANY_HEADERS = Words("应答头过多")
BAD_GZIP = Words("压缩内容已损坏")
NO_WORDS = NOTHING
OLD_TLS = Words(
    "；网站若只会旧式加密，可加 --old-tls，但传输内容可能被偷看或篡改",
)

Kinds = type[Exception] | tuple[type[Exception], ...]
CAUSES: tuple[tuple[Kinds, str, Words], ...] = (
    (exceptions.NameResolutionError, "unknown_host", NO_WORDS),
    (exceptions.NewConnectionError, "unreachable", NO_CONNECTION),
    (exceptions.ConnectTimeoutError, "timeout", NO_WORDS),
    ((exceptions.SSLError, ssl.SSLError), "tls", NO_WORDS),
    ((exceptions.ReadTimeoutError, TimeoutError), "timeout", NO_WORDS),
    ((exceptions.IncompleteRead, EOFError), "truncated", SHORT),
    (exceptions.LocationParseError, "bad_url", NO_WORDS),
    (RemoteDisconnected, "unreachable", BROKEN),
    (LineTooLong, "bad_answer", LONG_HEAD),
    (BadStatusLine, "bad_answer", NOT_HTTP),
    (OSError, "unreachable", BROKEN),
    (zlib.error, "bad_answer", BAD_GZIP),
    ((HTTPException, exceptions.HTTPError, ValueError), "bad_answer", NOT_HTTP),
)
"""What an exception means, the first that fits: the kind of error and its reason."""


def to_source_error(trip: Trip, address: SplitResult, error: Exception) -> SourceError:
    """The error of this reading that an exception stands for."""
    kind, reason = _meaning(error)
    detail = getattr(error, "verify_message", "") or getattr(error, "reason", "") or type(error).__name__
    facts = {"reason": reason, "detail": str(detail), "seconds": f"{_waited(trip, error):g}"}
    return SourceError(kind, address.geturl(), **facts, stage=STAGES[trip.stage], advice=_advise(error))


def _meaning(error: Exception) -> tuple[str, Words]:
    if isinstance(error, exceptions.ProtocolError) and not isinstance(error, exceptions.IncompleteRead):
        inner = error.args[1] if len(error.args) > 1 else None
        return "truncated", BROKEN if isinstance(inner, ConnectionError) else SHORT
    if isinstance(error, HTTPException) and "headers" in str(error):
        return "bad_answer", MANY_HEADERS
    return next((kind, reason) for types, kind, reason in CAUSES if isinstance(error, types))


def _advise(error: Exception) -> Words:
    """Old encryption may help where the handshake failed, not where a certificate is wrong."""
    return NO_WORDS if isinstance(error, ssl.SSLCertVerificationError) else OLD_TLS


def _waited(trip: Trip, error: Exception) -> float:
    if time.monotonic() > trip.deadline:
        return trip.limits.total_seconds
    connecting = isinstance(error, exceptions.ConnectTimeoutError)
    return trip.limits.connect_seconds if connecting else trip.limits.read_seconds
