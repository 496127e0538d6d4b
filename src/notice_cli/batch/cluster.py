"""The same chunks on a Dask cluster: each task has its chunk written by a watched child of its worker."""

from __future__ import annotations

import atexit
import threading
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from notice_cli.batch.plan import Chunk, Input, Options, parse_options
from notice_cli.batch.watch import Child
from notice_cli.errors import NoticeError, UsageError
from notice_cli.language import Lang

if TYPE_CHECKING:
    from distributed import Client, Future

    from notice_cli.batch.local import Done
    from notice_cli.batch.work import Counts

Answer = tuple["Counts | None", "tuple[str, str, dict[str, str]] | None"]
"""What a task gives: rows by table, or the error that stops the run (errors of ours do not pickle)."""
AHEAD = 3
"""Chunks that wait at the scheduler, for each thread of a worker: no more than keeps the workers busy."""
RETRIES = 5
"""How often a chunk whose worker was lost is given to another."""
CONNECT_SECONDS = 20


def run_cluster(
    chunks: Sequence[Chunk], options: Options, store_url: str, scheduler: str, lang: Lang
) -> Iterator[Done]:
    """Have chunks written by the workers of a scheduler; each comes back when it is written, in no order.

    Raises:
        UsageError: `missing_extra`, `no_scheduler`, `worker_lost`, or a worker's error that is no input's.
    """
    client = _connect(scheduler)
    try:
        yield from _run(client, chunks, options, store_url, lang)
    finally:
        client.close()  # type: ignore[no-untyped-call]


def _run(
    client: Client, chunks: Sequence[Chunk], options: Options, store_url: str, lang: Lang
) -> Iterator[Done]:
    from distributed import as_completed

    todo = iter(chunks)

    def submit(how_many: int) -> dict[Any, Chunk]:
        return {
            client.submit(
                write_on_worker, chunk, options, store_url, lang, retries=RETRIES, pure=False
            ): chunk
            for chunk in islice(todo, how_many)
        }

    waiting = submit(AHEAD * _threads(client))
    completed = as_completed(list(waiting), loop=client.loop)  # type: ignore[no-untyped-call]
    for future in completed:
        chunk = waiting.pop(future)
        yield chunk, _result(future, chunk)
        for another, next_chunk in submit(1).items():
            waiting[another] = next_chunk
            completed.add(another)  # type: ignore[no-untyped-call]


def _result(future: Future[Answer], chunk: Chunk) -> Counts:
    """The rows that a task gave.

    Raises:
        UsageError: it gave none.
    """
    from distributed import KilledWorker

    try:
        rows, error = future.result()
    except KilledWorker as lost:
        raise UsageError("worker_lost", str(chunk.number), reason=str(lost)[:200]) from None
    if error is not None:
        kind, where, facts = error
        raise UsageError(kind, where, **facts)
    return rows or {}


def _connect(scheduler: str) -> Client:
    try:
        from distributed import Client
    except ImportError:
        raise UsageError("missing_extra", "--scheduler", extra="cluster") from None
    try:
        return Client(scheduler, timeout=CONNECT_SECONDS, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as error:
        raise UsageError("no_scheduler", scheduler, reason=type(error).__name__) from None


def _threads(client: Client) -> int:
    """Threads of all workers; one where none has come yet."""
    return sum(client.nthreads().values()) or 1  # type: ignore[no-untyped-call]


_children = threading.local()


def write_on_worker(chunk: Sequence[Any], options: Sequence[Any], store_url: str, lang: Lang) -> Answer:
    """What a task does: it has a chunk written.

    Each thread of a worker keeps one child from task to task.
    """
    number, inputs = chunk
    settings = parse_options(options)
    child: Child | None = getattr(_children, "child", None)
    if child is None or getattr(_children, "made_for", None) != (settings, store_url):
        if child is not None:
            child.close()
        child = Child(settings, store_url)
        atexit.register(child.close)
        _children.child, _children.made_for = child, (settings, store_url)
    try:
        return child.run(Chunk(number, tuple(Input(*one) for one in inputs)), lang), None
    except NoticeError as error:
        return None, (error.kind, error.where, {name: str(fact) for name, fact in error.facts.items()})
