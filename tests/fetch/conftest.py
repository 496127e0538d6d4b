"""Servers of invented bureaus, and a process that has not visited any."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from town import Handler, Server, Town

from notice_cli.source import robots
from notice_cli.source.manners import PACE


@pytest.fixture
def new_town() -> Iterator[Callable[[str], Town]]:
    """Makes servers, each at a host and a port of its own."""
    servers = []

    def make(host: str = "127.0.0.1") -> Town:
        server = Server((host, 0), Handler)
        server.town = Town(f"http://{host}:{server.server_address[1]}")
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        return server.town

    yield make
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def town(new_town) -> Town:
    return new_town()


@pytest.fixture(autouse=True)
def _first_visit(monkeypatch):
    """No host was asked before, and no proxy stands between."""
    PACE.turns.clear()
    robots.forget()
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
