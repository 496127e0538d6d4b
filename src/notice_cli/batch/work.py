"""One chunk: its inputs are read and judged, and written as one part of each table."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from notice_cli.batch.inputs import read_input, refuse_changed
from notice_cli.batch.parts import to_parquet
from notice_cli.batch.plan import Chunk, Input, Options
from notice_cli.batch.rows import Tables, add_failure, add_notice
from notice_cli.batch.store import Store
from notice_cli.batch.tables import TABLES
from notice_cli.errors import NoticeError, UnreadableError
from notice_cli.language import Lang
from notice_cli.model import Notice
from notice_cli.page.memory import uncollected
from notice_cli.pipeline import PLAIN, Vocabulary, check, read_bytes, read_vocabulary

GivenUp = Mapping[int, tuple[str, str]]
"""Inputs that cost a worker its life, by their place in the chunk: the kind of failure and its sentence."""
UNFIT = (UnicodeError, ValueError, OverflowError)
"""What storing raises where a text holds half a character, or a number is beyond its column."""
Counts = dict[str, int]
"""Rows by table."""


def part_name(table: str, number: int) -> str:
    """`issues/part-00012.parquet`."""
    return f"{table}/part-{number:05}.parquet"


@uncollected
def write_chunk(
    chunk: Chunk, given_up: GivenUp, options: Options, store: Store, tell: Callable[[int], None]
) -> Counts:
    """Read a chunk and write its parts; a table without rows gets none.

    Args:
        chunk: The inputs.
        given_up: Which of them are not tried again, and why.
        options: The settings of the run.
        store: Where the data set lies.
        tell: Hears the place of each input before it is read, and -1 when all are.

    Returns:
        Rows by table.
    """
    tables = _read_chunk(chunk, given_up, options, tell, careful=False)
    try:
        parts = _parts(tables)
    except UNFIT:
        tables = _read_chunk(chunk, given_up, options, tell, careful=True)
        parts = _parts(tables)
    for name, data in parts.items():
        store.write(part_name(name, chunk.number), data)
    return {name: len(rows) for name, rows in tables.items()}


def _parts(tables: Tables) -> dict[str, bytes]:
    return {name: to_parquet(name, rows) for name, rows in tables.items() if rows}


def _read_chunk(
    chunk: Chunk, given_up: GivenUp, options: Options, tell: Callable[[int], None], *, careful: bool
) -> Tables:
    """The rows of all inputs; where it is careful, an input whose rows cannot be stored is a failure."""
    tables: Tables = {name: [] for name in TABLES}
    for at, one in enumerate(chunk.inputs):
        tell(at)
        own: Tables = {name: [] for name in TABLES}
        if at in given_up:
            add_failure(own, one, *given_up[at])
        else:
            _add(own, one, options, careful=careful)
        for name, rows in own.items():
            tables[name] += rows
        gc.collect(0)  # what this page left that refers to itself; the rows so far are not looked at again
    tell(-1)
    return tables


def _add(tables: Tables, one: Input, options: Options, *, careful: bool) -> None:
    """Put what an input gives into the empty tables; nothing that it does stops the others."""
    if one.kind is not None:
        add_failure(tables, one, one.kind, one.message or one.kind)
        return
    lang: Lang = "en" if options.lang == "en" else "zh"
    try:
        _read(tables, one, options, lang)
        if careful:
            _parts(tables)
    except NoticeError as error:
        add_failure(tables, one, error.kind, error.message(lang))
    except Exception as error:  # ours or a plugin's: the others go on
        for rows in tables.values():
            rows.clear()
        reason = f"{type(error).__name__}: {error}"[:300]
        add_failure(
            tables, one, "internal", UnreadableError("internal", one.uri, reason=reason).message(lang)
        )


def _read(tables: Tables, one: Input, options: Options, lang: Lang) -> None:
    notice = _read_planned(one, options)
    report = check(notice, options.select, options.ignore, lang, levels=dict(options.levels))  # type: ignore[arg-type]
    add_notice(tables, one, notice, report)


def _read_planned(one: Input, options: Options) -> Notice:
    """The record of an input whose bytes are those of the plan: the record tells their hash."""
    got = read_input(one)
    try:
        notice = read_bytes(got, _vocabulary(options.config))
    except Exception:
        refuse_changed(one, sha256(got.data).hexdigest())
        raise
    refuse_changed(one, notice.source.sha256)
    return notice


@cache
def _vocabulary(config: str | None) -> Vocabulary:
    return read_vocabulary(Path(config)) if config else PLAIN
