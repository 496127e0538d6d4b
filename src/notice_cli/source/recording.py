"""An answer's bytes as they came, kept while it is read."""

from __future__ import annotations

import io
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from socket import socket
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from notice_cli.text.pattern import lazy_pattern

_IN_MEMORY = 1_000_000
_MOST_HEAD = 1_000_000
_INTERIM = lazy_pattern(rb"HTTP/1\.\d 1\d\d ")


class _Tee(io.BufferedReader):
    """A reader that writes down what is read of it."""

    def __init__(self, raw: io.RawIOBase, keep: Callable[[bytes], None]) -> None:
        super().__init__(raw)
        self._keep = keep

    def _kept(self, data: bytes) -> bytes:
        self._keep(data)
        return data

    def readline(self, size: int | None = -1, /) -> bytes:
        return self._kept(super().readline(size))

    def read(self, size: int | None = -1, /) -> bytes:
        return self._kept(super().read(size))

    def read1(self, size: int = -1, /) -> bytes:
        return self._kept(super().read1(size))

    def readinto(self, buffer: bytearray, /) -> int:  # type: ignore[override]
        count = super().readinto(buffer)
        self._keep(bytes(memoryview(buffer)[:count]))
        return count


class Recording:
    """Keeps one answer of at most so many bytes; `response` takes the place of a connection's own class."""

    def __init__(self, max_bytes: int) -> None:
        self._most = max_bytes + _MOST_HEAD
        self._size = 0
        self.answer = cast("IO[bytes]", SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115

    def response(self, sock: socket, *, method: str | None = None, debuglevel: int = 0) -> HTTPResponse:
        """The response that `http.client` reads from a socket, recorded."""
        response = HTTPResponse(sock, debuglevel, method=method)
        raw = response.fp.detach()
        response.fp = _Tee(raw, self._keep)
        return response

    def _keep(self, data: bytes) -> None:
        self._size += len(data)
        if self._size > self._most:
            raise HTTPException("more than may be kept")
        self.answer.write(data)

    def close(self) -> IO[bytes]:
        """The answer, placed at its status line: interim ones (100 Continue) before it are passed over."""
        start = 0
        self.answer.seek(0)
        while _INTERIM.match(self.answer.read(13)):
            self.answer.seek(start)
            while self.answer.readline().strip():
                pass
            start = self.answer.tell()
        self.answer.seek(start)
        return self.answer
