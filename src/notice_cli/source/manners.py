"""One request at a time and one a second for each host, unless it asks for longer pauses."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Lock

from notice_cli.errors import SourceError


@dataclass(slots=True)
class Turn:
    """A host's door: who is in, when the next may enter, and how long the host wants between two."""

    lock: Lock = field(default_factory=Lock)
    free_at: float = 0
    delay: float = 0


@dataclass(frozen=True, slots=True)
class Pace:
    """The doors of all hosts that were visited, by `host:port`; times are of `time.monotonic`."""

    turns: dict[str, Turn] = field(default_factory=dict)

    def door(self, host: str) -> Turn:
        """The door of one host, the same for all who come."""
        return self.turns.setdefault(host, Turn())

    def free_at(self, host: str) -> float:
        """When the next request to this host may start."""
        return self.door(host).free_at

    def put_off(self, host: str, until: float) -> None:
        """No request to this host before that time."""
        door = self.door(host)
        door.free_at = max(door.free_at, until)

    def slow_down(self, host: str, delay: float) -> None:
        """The host wants this many seconds between two requests."""
        turn = self.door(host)
        turn.free_at += max(0.0, delay - turn.delay)
        turn.delay = delay

    @contextmanager
    def turn(self, host: str, seconds: float, deadline: float) -> Iterator[None]:
        """Wait for this host's turn, and keep others waiting until the request is over.

        Raises:
            SourceError: `put_off`, where the turn does not come before the deadline.
        """
        turn = self.door(host)
        if not turn.lock.acquire(timeout=max(0.0, deadline - time.monotonic())):
            raise _too_late(host, turn)
        try:
            if turn.free_at > deadline:
                raise _too_late(host, turn)
            time.sleep(max(0.0, turn.free_at - time.monotonic()))
            try:
                yield
            finally:
                turn.free_at = max(turn.free_at, time.monotonic() + max(seconds, turn.delay))
        finally:
            turn.lock.release()


PACE = Pace()
"""One for the whole process: a host does not care which call asks it."""


def _too_late(host: str, turn: Turn) -> SourceError:
    return SourceError("put_off", host, seconds=f"{max(0.0, turn.free_at - time.monotonic()):.0f}")
