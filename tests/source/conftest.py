"""A real server on loopback that misbehaves by path: each path is one entry of ANSWERS."""

from __future__ import annotations

import gzip
import itertools
import socket
import socketserver
import struct
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

import pytest

from notice_cli.source.manners import PACE

PAGE = "<title>示例县整改通报</title><p>反馈问题3个，已完成3个。</p>".encode()
MEGABYTE = bytes(1_000_000)


@dataclass
class Site:
    """Where the server listens, and what it was asked."""

    url: str = ""
    requests: list[tuple[str, str]] = field(default_factory=list)
    """Path and head of each request."""
    closing: threading.Event = field(default_factory=threading.Event)

    def asked(self, path: str) -> int:
        return sum(1 for seen, _ in self.requests if seen == path)


Answer = Callable[[socket.socket, Site, int], None]
"""Sends one answer; the number says how often the path was asked before."""


def reply(status: str = "200 OK", *headers: str, body: bytes = PAGE, length: int | None = -1) -> Answer:
    """An answer of one piece; `length` -1 is the true length, None sends none."""
    told = [f"Content-Length: {len(body) if length == -1 else length}"] if length is not None else []
    head = "\r\n".join([f"HTTP/1.1 {status}", *headers, *told, "", ""]).encode("utf-8")
    return lambda sock, site, number: sock.sendall(head + body)


def first(times: int, bad: Answer, then: Answer) -> Answer:
    return lambda sock, site, number: (bad if number < times else then)(sock, site, number)


def endless(head: bytes, piece: bytes, pause: float = 0) -> Answer:
    def send(sock: socket.socket, site: Site, number: int) -> None:
        sock.sendall(head)
        while not site.closing.wait(pause) and sock.send(piece):
            pass

    return send


def hang_up(sock: socket.socket, site: Site, number: int) -> None:
    pass


def stall(head: bytes) -> Answer:
    def send(sock: socket.socket, site: Site, number: int) -> None:
        sock.sendall(head)
        site.closing.wait(30)

    return send


def reset(sock: socket.socket, start: bytes) -> None:
    """Break the connection off, so that the other side is told."""
    sock.sendall(start)
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    sock.close()


HTML = "Content-Type: text/html; charset=utf-8"
GZIP = "Content-Encoding: gzip"
OK = b"HTTP/1.1 200 OK\r\n\r\n"
TLS = b"\x16\x03"
CHUNKED = "Transfer-Encoding: chunked"
GZ = gzip.compress(PAGE)

ANSWERS: dict[str, Answer] = {
    "/page": reply("200 OK", HTML),
    "/untyped.htm": reply(),
    "/odd-type": reply("200 OK", "Content-Type: \x01/; charset=\x02"),
    "/lying-charset": reply("200 OK", 'Content-Type: text/html; Charset="GB2312"'),
    "/%E6%95%B4%E6%94%B9%20a?q=%E5%8D%95": reply("200 OK", HTML),
    "/empty": reply("204 No Content", length=None, body=b""),
    # redirects
    "/moved": reply("302 Found", "Location: page", body=b""),
    "/moved-chinese": reply("301 Moved", "Location: /整改 a?q=单", body=b""),
    "/circle": reply("302 Found", "Location: /circle", body=b""),
    "/to-file": reply("302 Found", "Location: file:///etc/passwd", body=b""),
    "/to-ftp": reply("302 Found", "Location: ftp://files.invalid/a.html", body=b""),
    "/to-script": reply("302 Found", "Location: javascript:alert(1)", body=b""),
    "/to-escape": reply("302 Found", "Location: http://\x1b[31mred\x07/", body=b""),
    "/nowhere": reply("302 Found", body=b""),
    **{f"/hop{n}": reply("307 Temporary", f"Location: /hop{n + 1}", body=b"") for n in range(1, 6)},
    "/hop6": reply("200 OK", HTML),
    # statuses
    "/404": reply("404 Not Found"),
    "/403": reply("403 Forbidden"),
    "/500": reply("500 Oops"),
    "/503": reply("503 Busy"),
    "/503-once": first(1, reply("503 Busy"), reply("200 OK", HTML)),
    "/429-twice": first(2, reply("429 Slow down", "Retry-After: 0"), reply("200 OK", HTML)),
    "/503-one-second": first(1, reply("503 Busy", "Retry-After: 1"), reply("200 OK", HTML)),
    "/503-tomorrow": reply("503 Busy", "Retry-After: 86400"),
    "/503-eight": reply("503 Busy", "Retry-After: 8"),
    "/503-nonsense": reply("503 Busy", f"Retry-After: {'9' * 5000}"),
    "/206": reply("206 Partial Content", "Content-Range: bytes 0-3/9"),
    # broken connections
    "/hangs-up": hang_up,
    "/hangs-up-once": first(1, hang_up, reply("200 OK", HTML)),
    "/short": reply("200 OK", HTML, length=len(PAGE) + 7),
    "/short-once": first(1, reply("200 OK", HTML, length=9999), reply("200 OK", HTML)),
    "/length-nonsense": reply("200 OK", HTML, "Content-Length: many", length=None),
    "/length-twice": reply("200 OK", HTML, "Content-Length: 5", length=7),
    "/length-huge": reply("200 OK", HTML, length=10**12),
    "/not-http": lambda sock, site, number: sock.sendall(b"SSH-2.0-\x1b[2J\r\n"),
    "/chunked": reply("200 OK", CHUNKED, length=None, body=b"3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"),
    "/chunk-short": reply("200 OK", CHUNKED, length=None, body=b"9\r\nabc"),
    "/chunk-unended": reply("200 OK", CHUNKED, length=None, body=b"3\r\nabc\r\n"),
    "/headers-many": endless(b"HTTP/1.1 200 OK\r\n", b"X-A: b\r\n"),
    "/header-long": endless(b"HTTP/1.1 200 OK\r\nX-A: ", b"b" * 999),
    "/reset": lambda sock, site, number: reset(sock, b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\nab"),
    "/header-megabyte": reply("200 OK", HTML, "X-A: " + "b" * 1_000_000),
    "/header-lines": reply("200 OK", HTML, *(f"X-{number}: " + "b" * 60_000 for number in range(17))),
    "/cookies": reply("200 OK", HTML, *(f"Set-Cookie: c{number}={number}" for number in range(10_000))),
    "/to-cloud": reply("302 Found", "Location: http://169.254.169.254/latest/meta-data", body=b""),
    "/to-loopback-name": reply("302 Found", "Location: http://rebound.invalid/admin", body=b""),
    # packed bodies
    "/gzip": reply("200 OK", HTML, GZIP, body=GZ),
    "/gzip-parts": reply("200 OK", GZIP, body=gzip.compress(b"ab") + gzip.compress(b"c") + bytes(9)),
    "/gzip-short": reply("200 OK", HTML, GZIP, body=GZ[:-9]),
    "/gzip-empty": reply("200 OK", HTML, GZIP, body=b""),
    "/gzip-not": reply("200 OK", HTML, GZIP),
    "/gzip-bomb": reply("200 OK", HTML, GZIP, body=gzip.compress(MEGABYTE * 30)),
    "/brotli": reply("200 OK", HTML, "Content-Encoding: br"),
    # without end
    "/stalls": stall(b""),
    "/stalls-in-head": stall(b"HTTP/1.1 200 OK\r\nX-A: b"),
    "/stalls-in-body": stall(OK + PAGE),
    "/endless": endless(OK, MEGABYTE),
    "/endless-gzip": endless(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", gzip.compress(b"") * 999),
    "/drips": endless(OK, b".", pause=0.1),
    "/drips-headers": endless(b"HTTP/1.1 200 OK\r\nX-A: ", b".", pause=0.1),
    "/continues": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.01),
}


@pytest.fixture(scope="session")
def server() -> Iterator[Site]:
    site = Site()
    counters = {path: itertools.count() for path in ANSWERS}

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            head = b""
            while not head.startswith(TLS) and b"\r\n\r\n" not in head and (piece := self.request.recv(4096)):
                head += piece
            words = head.decode("latin-1").split(" ")
            path = words[1] if len(words) > 1 else ""
            site.requests.append((path, head.decode("latin-1")))
            with suppress(OSError):
                if head.startswith(TLS):
                    self.request.sendall(OK)
                elif path in ANSWERS:
                    ANSWERS[path](self.request, site, next(counters[path]))

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as listening:
        site.url = f"http://127.0.0.1:{listening.server_address[1]}"
        threading.Thread(target=listening.serve_forever, args=(0.05,), daemon=True).start()
        yield site
        site.closing.set()
        listening.shutdown()


@pytest.fixture
def site(server: Site) -> Site:
    server.requests.clear()
    return server


@pytest.fixture(autouse=True)
def _unhurried(monkeypatch):
    """No host has asked for patience yet, and no proxy stands between."""
    PACE.turns.clear()
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
