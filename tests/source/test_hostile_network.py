"""Servers that mean ill: each ends within its limit, with a message of its own, and with little memory."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time

import pytest

from notice_cli.errors import SourceError
from notice_cli.source import Limits, fetch
from notice_cli.source.http import record_url

HASTY = Limits(
    connect_seconds=1,
    read_seconds=0.5,
    total_seconds=4,
    backoff_seconds=0.01,
    max_bytes=2_000_000,
    host_seconds=0,
)

CASES = {
    "/stalls": ("timeout", "等待应答"),
    "/stalls-in-head": ("timeout", "等待应答"),
    "/stalls-in-body": ("timeout", "接收内容"),
    "/drips": ("timeout", "接收内容"),
    "/endless": ("too_large", "2 MB"),
    "/gzip-bomb": ("unpacks_too_large", "解开"),
    "/to-cloud": ("private_address", "169.254.169.254"),
    "/to-file": ("bad_redirect", "file:///etc/passwd"),
    "/to-loopback-name": ("private_address", "127.0.0.1"),
    "/header-megabyte": ("bad_answer", "应答头过大"),
    "/header-lines": ("bad_answer", "应答头过大"),
    "/cookies": ("bad_answer", "应答头过多"),
    "/short": ("truncated", "比说明的短"),
    "/reset": ("truncated", "中途断开"),
}


@pytest.fixture
def names(monkeypatch):
    """Names that resolve as told, one answer after the other."""
    real, told = socket.getaddrinfo, {"rebound.invalid": ["127.0.0.1"]}

    def answer(host, port, *args, **kwargs):
        if host not in told:
            return real(host, port, *args, **kwargs)
        found = told[host][0] if len(told[host]) == 1 else told[host].pop(0)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, port))]

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    return told


def ask(url: str, limits: Limits, **facts) -> object:
    return record_url(url, limits, **facts) if facts else fetch(url, limits)


def refused(url: str, limits: Limits = HASTY, **facts) -> SourceError:
    with pytest.raises(SourceError) as caught:
        ask(url, limits, **facts)
    return caught.value


@pytest.mark.parametrize("recorded", [False, True])
@pytest.mark.parametrize("path", CASES)
def test_each_ends_in_time_with_its_own_words(site, names, path, recorded):
    kind, word = CASES[path]
    begun = time.monotonic()
    error = refused(site.url + path, HASTY, **({"origin": None} if recorded else {}))
    assert time.monotonic() - begun < HASTY.total_seconds + 2
    assert error.kind == kind
    assert word in error.message("zh")


def test_a_handshake_that_is_never_answered():
    with socket.socket() as deaf:
        deaf.bind(("127.0.0.1", 0))
        deaf.listen()
        error = refused(f"https://127.0.0.1:{deaf.getsockname()[1]}/")
    assert error.kind == "timeout"
    assert "协商加密" in error.message("zh")


def test_a_name_that_is_never_found(monkeypatch):
    release = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: release.wait(10) or [])
    error = refused("http://slow.invalid/", HASTY.replace(total_seconds=0.3))
    release.set()
    assert "查找域名" in error.message("zh")


@pytest.mark.parametrize("path", ["/short", "/reset", "/gzip-bomb", "/stalls-in-body"])
def test_nothing_is_kept_of_half_an_answer(site, path):
    hops: list = []
    with pytest.raises(SourceError):
        hops.extend(record_url(site.url + path, HASTY)[1])
    assert not hops


def test_what_a_person_typed_is_honoured(site, names):
    names["intranet.invalid"] = ["127.0.0.1"]
    port = site.url.rpartition(":")[2]
    assert fetch(f"http://intranet.invalid:{port}/page", HASTY).data
    assert fetch(f"http://intranet.invalid:{port}/moved", HASTY).uri.endswith("/page")


def test_a_name_is_judged_where_it_is_connected_to(site, names):
    """A name that is public when it is judged and private a moment later leads to the public address."""
    asked: list[str] = []
    real = socket.socket.connect

    def connect(self, address):
        asked.append(address[0])
        raise ConnectionRefusedError if address[0] != "127.0.0.1" else real(self, address)

    names["turning.invalid"] = ["93.184.215.14", "127.0.0.1"]
    from notice_cli.source import LISTED

    socket_connect = socket.socket.connect
    try:
        socket.socket.connect = connect
        error = refused("http://turning.invalid/", HASTY.replace(retries=0), origin=LISTED)
    finally:
        socket.socket.connect = socket_connect
    assert error.kind == "unreachable"
    assert asked == ["93.184.215.14"]


_MEASURED = """
import json, pathlib, re, sys
from notice_cli.errors import SourceError
from notice_cli.source import Limits
from notice_cli.source.http import record_url
kinds = []
for path in sys.argv[2:]:
    try:
        limits = Limits(read_seconds=0.5, total_seconds=15, backoff_seconds=0.01, host_seconds=0)
        record_url(sys.argv[1] + path, limits)
    except SourceError as error:
        kinds.append(error.kind)
peak = re.search(r"VmHWM:\\s+(\\d+) kB", pathlib.Path("/proc/self/status").read_text())
print(json.dumps([kinds, int(peak[1])]))
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="the peak is told by /proc (ru_maxrss counts the parent too)"
)
def test_memory_stays_small(site):
    paths = [path for path in CASES if path != "/drips"]
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, site.url, *paths], capture_output=True, check=True, timeout=120,
        env={**os.environ, "NO_PROXY": "*"},
    )  # fmt: skip
    kinds, kilobytes = json.loads(done.stdout)
    assert len(kinds) == len(paths)
    assert kilobytes < 150_000
