"""A child that reads chunks, watched: who hangs or dies is replaced, the input that it was at given up."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections import Counter
from contextlib import suppress
from typing import Any

from notice_cli.batch.plan import Chunk, Options
from notice_cli.batch.work import Counts
from notice_cli.errors import UnreadableError, UsageError
from notice_cli.language import Lang

START_SECONDS = 120.0
"""How long a child may take before it tells of its first input."""
FIRST_SECONDS = 10.0
"""What the first input of a fresh child may take beside its own time."""
WRITE_FACTOR = 10
"""Writing a chunk may take this many times as long as one input."""
TRIES = 2
"""Deaths over one input until it is given up: the first may have been somebody else's doing."""
TRIES_WITHOUT = 3
"""Deaths over a chunk between its inputs until the run stops."""
GENERATION = 20_000
"""Inputs after which a child is replaced: whatever it gathered goes with it."""


class Child:
    """One process, and the messages that it sends; replaced when it is lost."""

    def __init__(self, options: Options, store_url: str) -> None:
        self._head = {"options": options, "store": store_url}
        self._timeout = options.timeout
        self._process: subprocess.Popen[bytes] | None = None
        self._inbox: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._read = 0
        self._closed = False

    def close(self) -> None:
        """End the process; it is not started again."""
        self._closed = True
        self._kill()

    def run(self, chunk: Chunk, lang: Lang) -> Counts:
        """Have a chunk written, however many processes it takes.

        Returns:
            Rows by table.

        Raises:
            UsageError: the child tells of an error that is not an input's, or keeps dying between inputs.
        """
        given_up: dict[int, tuple[str, str]] = {}
        deaths: Counter[int] = Counter()
        while True:
            answer = self._try(chunk, given_up)
            if isinstance(answer, dict):
                self._rest(len(chunk.inputs))
                return answer
            at, kind, reason = answer
            deaths[at] += 1
            if at < 0 and deaths[at] >= TRIES_WITHOUT:
                raise UsageError("worker_lost", str(chunk.number), reason=reason)
            if at >= 0 and (kind == "hung" or deaths[at] >= TRIES):
                uri = chunk.inputs[at].uri
                error = UnreadableError(kind, uri, reason=reason, seconds=f"{self._timeout:g}")
                given_up[at] = (kind, error.message(lang))

    def _try(self, chunk: Chunk, given_up: dict[int, tuple[str, str]]) -> Counts | tuple[int, str, str]:
        """Rows by table; else the input that the child was lost at (-1: none), the kind and the reason."""
        at, patience = -1, START_SECONDS
        if not self._send({"number": chunk.number, "inputs": chunk.inputs, "given_up": given_up}):
            return at, "died", self._burial()
        while True:
            try:
                message = self._inbox.get(timeout=patience)
            except queue.Empty:
                self._kill()
                return at, "hung", f"{patience:g} s"
            if not message:
                return at, "died", self._burial()
            if message[:1] == b"{":
                return _rows(json.loads(message))
            at = int(message)
            patience = self._patience(at)

    def _patience(self, at: int) -> float:
        """Seconds for the input at a place, or for writing (-1); a fresh child loads what it needs first."""
        if at < 0:
            return max(self._timeout * WRITE_FACTOR, START_SECONDS)
        return self._timeout + (FIRST_SECONDS if at == self._read == 0 else 0)

    def _send(self, order: dict[str, Any]) -> bool:
        """Whether the child, started if there is none, took the order."""
        process = self._process or self._start()
        assert process.stdin is not None
        try:
            process.stdin.write(json.dumps(order).encode() + b"\n")
            process.stdin.flush()
        except OSError:
            return False
        return True

    def _start(self) -> subprocess.Popen[bytes]:
        if self._closed:
            raise UsageError("worker_lost", "-", reason="closed")
        quiet = None if os.environ.get("NOTICE_TRACEBACK") else subprocess.DEVNULL
        command = [sys.executable, "-m", "notice_cli.batch.child"]
        process = subprocess.Popen(  # noqa: S603 - our own module
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=quiet, close_fds=True
        )
        self._process, self._inbox, self._read = process, queue.SimpleQueue(), 0
        threading.Thread(target=_listen, args=(process, self._inbox), daemon=True).start()
        self._send(self._head)
        return process

    def _rest(self, read: int) -> None:
        """After a chunk: a child that has read much makes room for a fresh one."""
        self._read += read
        if self._read >= GENERATION:
            self._kill()

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._burial()

    def _burial(self) -> str:
        """Wait for the end of the process and tell how it came to it."""
        process, self._process = self._process, None
        if process is None:
            return "closed"
        assert process.stdin is not None
        with suppress(OSError):
            process.stdin.close()
        code = process.wait()
        return f"exit code {code}" if code >= 0 else signal.Signals(-code).name


def _listen(process: subprocess.Popen[bytes], inbox: queue.SimpleQueue[bytes]) -> None:
    """Put every line of a child into the inbox, and an empty one at its end."""
    assert process.stdout is not None
    with process.stdout as lines:
        for line in lines:
            if line.endswith(b"\n"):  # else it died while it spoke
                inbox.put(line)
    inbox.put(b"")


def _rows(message: dict[str, Any]) -> Counts:
    """The rows that a child tells of.

    Raises:
        UsageError: the child tells of an error.
    """
    if "error" in message:
        kind, where, facts = message["error"]
        raise UsageError(kind, where, **facts)
    rows: Counts = message["rows"]
    return rows
