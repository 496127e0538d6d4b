"""Chunks over processes of this machine: each is fed by a thread, which takes the next when one is done."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from notice_cli.batch.plan import Chunk, Options
from notice_cli.batch.watch import Child
from notice_cli.language import Lang

if TYPE_CHECKING:
    from notice_cli.batch.work import Counts

Done = tuple[Chunk, "Counts"]
"""A chunk, and the rows that it gave by table."""
Inbox = queue.SimpleQueue["Done | BaseException"]


def count_processors() -> int:
    """The processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_local(
    chunks: Sequence[Chunk], options: Options, store_url: str, jobs: int, lang: Lang
) -> Iterator[Done]:
    """Have chunks written by `jobs` processes; each comes back when it is written, in no order.

    A child has one chunk at a time, so nothing piles up. However this ends, the children end with it.

    Raises:
        UsageError: the first error of a child that is no input's.
    """
    todo, taking = iter(chunks), threading.Lock()
    done: Inbox = queue.SimpleQueue()
    children = [Child(options, store_url) for _ in range(min(jobs, len(chunks)))]

    def take() -> Chunk | None:
        with taking:
            return next(todo, None)

    try:
        for child in children:
            threading.Thread(target=_feed, args=(child, take, done, lang), daemon=True).start()
        for _ in chunks:
            result = done.get()
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        for child in children:
            child.close()


def _feed(child: Child, take: Callable[[], Chunk | None], done: Inbox, lang: Lang) -> None:
    """Give a child one chunk after another, until there are no more or one fails."""
    try:
        while chunk := take():
            done.put((chunk, child.run(chunk, lang)))
    except BaseException as error:  # told where the run waits
        done.put(error)
