"""A run from INPUTs to a whole data set; what was done before is not done again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notice_cli.batch import journal
from notice_cli.batch.cluster import run_cluster
from notice_cli.batch.inputs import list_inputs
from notice_cli.batch.local import run_local
from notice_cli.batch.plan import Chunk, Input, Options, cut_chunks, mark_duplicates
from notice_cli.batch.store import Store, open_store
from notice_cli.batch.work import Counts
from notice_cli.language import Lang


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run has made."""

    inputs: int
    duplicates: int
    rows: Counts


Watcher = Callable[[str, int, int, int], None]
"""Hears what goes on: `plan` or `read`, inputs done, inputs in all (0: not known yet), failures."""


def run(
    given: Sequence[str],
    target: str,
    options: Options,
    *,
    jobs: int,
    scheduler: str | None = None,
    resume: bool = False,
    lang: Lang = "zh",
    told: Watcher = lambda *_: None,
) -> Outcome | None:
    """Read INPUTs into a data set, or go on with one that was begun.

    Args:
        given: Files, folders, globs, WARC files, addresses of a storage; none where a run is gone on with.
        target: The data set's folder, or its address in a storage.
        options: What decides what it holds.
        jobs: Processes of this machine.
        scheduler: A Dask scheduler whose workers do it instead.
        resume: Go on where a run was killed.
        lang: The language of failures.
        told: Hears how far it is.

    Returns:
        What was made; None where the data set was whole already.

    Raises:
        UsageError: see `journal.begin`, `run_local`, `run_cluster`.
    """
    store = open_store(target)
    if resume and journal.is_finished(store):
        return None
    sources = journal.begin(store, options, given, resume=resume)
    inputs = _planned(store, sources, lang, told)
    chunks = cut_chunks(inputs, options.chunk)
    done = journal.read_done(store)
    journal.clear_undone(store, done)
    todo = [chunk for chunk in chunks if chunk.number not in done]
    results = (
        run_cluster(todo, options, store.url, scheduler, lang)
        if scheduler
        else run_local(todo, options, store.url, jobs, lang)
    )
    counting = _Counting(chunks, done, told)
    for chunk, rows in results:
        journal.mark_done(store, chunk, rows)
        done[chunk.number] = rows
        counting.add(chunk, rows)
    journal.clear_undone(store, done)  # what a killed child left half written
    rows = journal.finish(store, options, inputs, done)
    return Outcome(len(inputs), sum(one.duplicate_of is not None for one in inputs), rows)


def _planned(store: Store, sources: Sequence[str], lang: Lang, told: Watcher) -> list[Input]:
    """The plan as it was written down, else a new one."""
    before = journal.read_plan(store)
    if before is not None:
        return before
    listed = list_inputs(sources, lang, lambda count: told("plan", count, 0, 0))
    inputs = list(mark_duplicates(list(listed)))
    journal.write_plan(store, inputs)
    return inputs


class _Counting:
    """Inputs and failures so far, told as chunks are done."""

    def __init__(self, chunks: Sequence[Chunk], done: dict[int, Counts], told: Watcher) -> None:
        self._told = told
        self._total = sum(len(chunk.inputs) for chunk in chunks)
        self._read = sum(len(chunk.inputs) for chunk in chunks if chunk.number in done)
        self._failed = sum(rows["failures"] for rows in done.values())
        self._tell()

    def add(self, chunk: Chunk, rows: Counts) -> None:
        self._read += len(chunk.inputs)
        self._failed += rows["failures"]
        self._tell()

    def _tell(self) -> None:
        self._told("read", self._read, self._total, self._failed)
