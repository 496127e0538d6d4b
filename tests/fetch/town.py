"""A small web server on loopback: pages of an invented bureau, by path; it writes down who asked for what."""

from __future__ import annotations

import http.server
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from places import ROOT

HTML = "text/html; charset=utf-8"
NOTICE = (ROOT / "samples" / "lanchuan-culture-2024.html").read_bytes()


@dataclass
class Answer:
    """What a path answers."""

    body: bytes = b""
    status: int = 200
    media_type: str = HTML
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Town:
    """The server: what it answers, and the path, time and headers of each request."""

    url: str = ""
    answers: dict[str, Answer | Callable[[dict[str, str]], Answer]] = field(default_factory=dict)
    requests: list[tuple[str, float, dict[str, str]]] = field(default_factory=list)

    @property
    def asked(self) -> list[str]:
        return [path for path, _, _ in self.requests if path != "/robots.txt"]

    def put(self, path: str, body: bytes | str, **facts) -> str:
        self.answers[path] = Answer(body.encode() if isinstance(body, str) else body, **facts)
        return self.url + path


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        town: Town = self.server.town
        headers = {name.lower(): value for name, value in self.headers.items()}
        town.requests.append((self.path, time.monotonic(), headers))
        answer = town.answers.get(self.path, Answer(b"no such page", 404))
        answer = answer(headers) if callable(answer) else answer
        self.send_response(answer.status)
        if answer.body or answer.status == 200:
            self.send_header("Content-Type", answer.media_type)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.headers.get("Transfer-Encoding") != "chunked":
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *args) -> None:
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    town: Town
