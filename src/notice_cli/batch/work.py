"""One chunk: its inputs are read and judged, and written as one part of each table."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

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

Got = TypeVar("Got")
Failure = tuple[str, str]
"""The kind of a failure and its sentence."""
GivenUp = Mapping[int, Failure]
"""Inputs that cost a worker its life, by their place in the chunk."""
UNFIT = (UnicodeError, ValueError, OverflowError)
"""What storing raises where a text holds half a character, or a number is beyond its column."""
Counts = dict[str, int]
"""Rows by table."""
MOST_TOGETHER = 25
"""Inputs that are read before the first of them is judged."""
MOST_BYTES = 4_000_000
"""What they hold together, about."""


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
        tell: Hears the place of each input before it is read and again before it is judged, then -1.

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
    tables = _no_rows()
    for group in _groups(chunk.inputs):
        read = [_read(at, one, given_up, options, tell) for at, one in group]
        for (at, one), got in zip(group, read, strict=True):
            tell(at)
            for name, rows in _rows(one, got, options, careful=careful).items():
                tables[name] += rows
        del read
        gc.collect(0)  # what these pages left that refers to itself; the rows so far are not looked at again
    tell(-1)
    return tables


def _no_rows() -> Tables:
    return {name: [] for name in TABLES}


def _groups(inputs: Sequence[Input]) -> Iterator[list[tuple[int, Input]]]:
    """The inputs and their places in groups that are first all read and then all judged.

    The processor then keeps at hand what a stage needs: up to a tenth of the time.
    """
    group: list[tuple[int, Input]] = []
    size = 0
    for at, one in enumerate(inputs):
        group.append((at, one))
        size += MOST_BYTES if one.size is None else one.size
        if len(group) == MOST_TOGETHER or size >= MOST_BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group


def _read(
    at: int, one: Input, given_up: GivenUp, options: Options, tell: Callable[[int], None]
) -> Notice | Failure:
    """The record of the input at a place, or why there is none."""
    tell(at)
    if at in given_up:
        return given_up[at]
    if one.kind is not None:
        return one.kind, one.message or one.kind
    return _unless_it_fails(one, options, lambda: _read_planned(one, options))


def _rows(one: Input, got: Notice | Failure, options: Options, *, careful: bool) -> Tables:
    """The rows that an input gives, of a failure where it cannot be judged or kept."""
    if isinstance(got, Notice):
        notice = got
        kept = _unless_it_fails(one, options, lambda: _judged(one, notice, options, careful=careful))
        if isinstance(kept, dict):
            return kept
        got = kept
    tables = _no_rows()
    add_failure(tables, one, *got)
    return tables


def _judged(one: Input, notice: Notice, options: Options, *, careful: bool) -> Tables:
    tables = _no_rows()
    report = check(notice, options.select, options.ignore, _lang(options), levels=dict(options.levels))  # type: ignore[arg-type]
    add_notice(tables, one, notice, report)
    if careful:
        _parts(tables)
    return tables


def _unless_it_fails(one: Input, options: Options, stage: Callable[[], Got]) -> Got | Failure:
    """What a stage gives, or how it failed; nothing that an input does stops the others."""
    try:
        return stage()
    except NoticeError as error:
        return error.kind, error.message(_lang(options))
    except Exception as error:  # ours or a plugin's: the others go on
        reason = f"{type(error).__name__}: {error}"[:300]
        return "internal", UnreadableError("internal", one.uri, reason=reason).message(_lang(options))


def _lang(options: Options) -> Lang:
    return "en" if options.lang == "en" else "zh"


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
