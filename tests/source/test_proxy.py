"""Proxies that the environment names: asked for pages, tunnelled through, judged as far as they can be."""

from __future__ import annotations

import base64
import socket
import socketserver
import threading
from contextlib import suppress

import pytest

from notice_cli.errors import SourceError
from notice_cli.source import LISTED, Limits, fetch
from notice_cli.source.http import read_url

QUICK = Limits(host_seconds=0, backoff_seconds=0.01, total_seconds=5, retries=0)
PAGE = b"<p>through the proxy</p>"


class Proxy(socketserver.ThreadingTCPServer):
    """Answers every request with a page, refuses every tunnel; keeps what it was asked."""

    daemon_threads = True
    asked: list[str]


class Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head and (piece := self.request.recv(4096)):
            head += piece
        self.server.asked.append(head.decode("latin-1"))
        answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (
            len(PAGE),
            PAGE,
        )
        if head.startswith(b"CONNECT"):
            answer = b"HTTP/1.1 403 Forbidden\r\n\r\n"
        elif b"/away" in head.partition(b"\r\n")[0]:
            answer = b"HTTP/1.1 302 Found\r\nLocation: http://b.invalid/\r\nContent-Length: 0\r\n\r\n"
        elif b"/metadata" in head.partition(b"\r\n")[0]:
            answer = b"HTTP/1.1 302 Found\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n"
        with suppress(OSError):
            self.request.sendall(answer)


@pytest.fixture
def proxy(monkeypatch):
    with Proxy(("127.0.0.1", 0), Handler) as server:
        server.asked = []
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        where = f"http://clerk:geheim%21@127.0.0.1:{server.server_address[1]}"
        monkeypatch.setenv("http_proxy", where)
        monkeypatch.setenv("https_proxy", where)
        yield server
        server.shutdown()


def test_a_page_is_asked_of_the_proxy(proxy):
    got = fetch("http://a.invalid/x?y=1", QUICK)
    assert (got.data, got.uri, got.peer) == (PAGE, "http://a.invalid/x?y=1", None)
    [head] = proxy.asked
    assert head.startswith("GET http://a.invalid/x?y=1 HTTP/1.1\r\n")
    assert "\r\nHost: a.invalid\r\n" in head
    assert base64.b64encode(b"clerk:geheim!").decode() in head


def test_an_encrypted_page_is_tunnelled(proxy):
    with pytest.raises(SourceError) as caught:
        fetch("https://a.invalid/x", QUICK)
    assert caught.value.kind == "proxy"
    assert "403" in caught.value.message("zh")
    assert "geheim" not in caught.value.message("zh")
    [head] = proxy.asked
    assert head.startswith("CONNECT a.invalid:443 ")
    assert "authorization: Basic" in head


def test_names_behind_a_proxy_are_not_judged_and_that_is_told(proxy):
    told: list = []
    got = fetch("http://a.invalid/away", QUICK.replace(tell=told.append))
    assert got.uri == "http://b.invalid/"
    [error] = told
    assert (error.kind, error.where) == ("unjudged", "http://b.invalid/")
    told.clear()
    read_url("http://c.invalid/", QUICK.replace(tell=told.append), LISTED)
    assert told
    told.clear()
    fetch("http://c.invalid/", QUICK.replace(tell=told.append))
    assert not told


def test_an_address_in_figures_is_judged_behind_a_proxy_too(proxy):
    with pytest.raises(SourceError) as caught:
        fetch("http://a.invalid/metadata", QUICK)
    assert caught.value.kind == "private_address"
    assert len(proxy.asked) == 1


def test_loopback_and_what_is_excepted_go_past_the_proxy(proxy, site, monkeypatch):
    assert fetch(site.url + "/page", QUICK).data
    monkeypatch.setenv("no_proxy", "a.invalid")
    monkeypatch.setattr(
        socket, "getaddrinfo", lambda *a, **k: (_ for _ in ()).throw(socket.gaierror(-2, "x"))
    )
    with pytest.raises(SourceError) as caught:
        fetch("http://a.invalid/x", QUICK)
    assert caught.value.kind == "unknown_host"
    assert not proxy.asked


@pytest.mark.parametrize("named", ["socks5://clerk:geheim@127.0.0.1:9", "https://127.0.0.1:9", "http://"])
def test_other_proxies_are_refused(monkeypatch, named):
    monkeypatch.setenv("http_proxy", named)
    with pytest.raises(SourceError) as caught:
        fetch("http://a.invalid/", QUICK)
    assert caught.value.kind == "proxy_kind"
    assert "geheim" not in caught.value.message("zh")


def test_a_proxy_that_is_not_there(monkeypatch):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        monkeypatch.setenv("http_proxy", f"127.0.0.1:{free.getsockname()[1]}")
        with pytest.raises(SourceError) as caught:
            fetch("http://a.invalid/", QUICK)
    assert caught.value.kind == "proxy"
