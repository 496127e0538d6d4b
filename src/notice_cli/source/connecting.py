"""A connection to an address: judged, through a proxy, or with old encryption, as the limits say."""

from __future__ import annotations

import ssl
from urllib.parse import SplitResult

from urllib3 import exceptions
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.util import Url

from notice_cli.errors import SourceError
from notice_cli.source.guard import check_public, is_literal, port_of, resolve
from notice_cli.source.proxy import credentials, find_proxy
from notice_cli.source.trip import Trip

_LEGACY_SERVERS = 0x4
"""OP_LEGACY_SERVER_CONNECT, which Python names from 3.12 on."""


def connect(trip: Trip, address: SplitResult) -> HTTPConnection:
    """An open connection for one request to an address.

    Raises:
        SourceError: `unknown_host`, `private_address`, `proxy_kind` or `proxy`.
        OSError, urllib3.exceptions.HTTPError: it cannot be had.
    """
    proxy = find_proxy(address)
    if proxy is not None:
        return _connect_proxy(trip, address, proxy)
    trip.stage = "resolve"
    peers = resolve(address)
    if trip.origin is not None and not trip.limits.allow_private:
        check_public(address, peers, trip.origin)
    return _connect_any(trip, address, peers)


def _connect_any(trip: Trip, address: SplitResult, peers: list[str]) -> HTTPConnection:
    """A connection to the first of the addresses that takes it."""
    for number, peer in enumerate(peers, 1):
        trip.peer = peer
        connection = _connection(trip, address, peer, port_of(address))
        try:
            return _open(trip, connection, address.scheme == "https")
        except (exceptions.NewConnectionError, exceptions.ConnectTimeoutError):
            connection.close()
            if number == len(peers) or trip.stage == "handshake":
                raise
    raise AssertionError("a name has an address")


def _connection(trip: Trip, address: SplitResult, host: str, port: int) -> HTTPConnection:
    seconds = trip.limits.connect_seconds
    if address.scheme == "http":
        return HTTPConnection(host, port, timeout=seconds)
    context = _old_tls() if trip.limits.old_tls else None
    name = address.hostname
    return HTTPSConnection(host, port, timeout=seconds, ssl_context=context, server_hostname=name)


def _open(trip: Trip, connection: HTTPConnection, encrypted: bool) -> HTTPConnection:
    trip.stage = "connect"
    try:
        connection.connect()
    except TimeoutError as error:  # urllib3 tells a connection that is not taken by an error of its own
        trip.stage = "handshake" if encrypted else trip.stage
        raise exceptions.ConnectTimeoutError from error
    trip.sockets.append(connection.sock)
    trip.check_time()
    connection.timeout = trip.limits.read_seconds
    connection.sock.settimeout(trip.limits.read_seconds)
    return connection


def _old_tls() -> ssl.SSLContext:
    """Whatever this OpenSSL still speaks; certificates are checked all the same."""
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.set_ciphers("DEFAULT:@SECLEVEL=0")
    context.options |= _LEGACY_SERVERS
    return context


def _connect_proxy(trip: Trip, address: SplitResult, proxy: Url) -> HTTPConnection:
    """A connection through a proxy, which looks names up itself: they cannot be judged here."""
    if trip.origin is not None and not trip.limits.allow_private:
        _judge_literal(trip, address)
    trip.peer = None
    connection = _connection(trip, address, proxy.host or "", proxy.port or 80)
    if address.scheme == "https":
        connection.set_tunnel(address.hostname or "", port_of(address), credentials(proxy))
    try:
        return _open(trip, connection, address.scheme == "https")
    except ssl.SSLError:
        raise
    except (OSError, exceptions.HTTPError) as error:
        where = f"{proxy.host}:{proxy.port or 80}"
        raise SourceError("proxy", address.geturl(), proxy=where, reason=_reason(error)) from error


def _judge_literal(trip: Trip, address: SplitResult) -> None:
    host = address.hostname or ""
    if is_literal(host) and trip.origin:
        check_public(address, [host], trip.origin)
    else:
        trip.limits.tell(SourceError("unjudged", address.geturl()))


def _reason(error: Exception) -> str:
    return str(error)[:200] or type(error).__name__
