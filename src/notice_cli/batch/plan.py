"""What a run is to do: its settings, its inputs in order, each with its hash, cut into chunks."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

CHUNK = 200
"""Inputs of a chunk, by default: a chunk is one part of each table."""


class Options(NamedTuple):
    """The settings that decide what a data set holds; they stand in its manifest."""

    version: str
    """Of this package; a worker of another version refuses."""
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    levels: tuple[tuple[str, str], ...] = ()
    lang: str = "zh"
    config: str | None = None
    """A `notice.toml` with further words and sites."""
    config_sha256: str | None = None
    chunk: int = CHUNK
    timeout: float = 30.0
    """Seconds for reading one input, and as many again for judging it."""


class Input(NamedTuple):
    """One page to be read: a file, an object of a storage, or a record of a WARC file."""

    uri: str
    """As given for a file, the page's own address for a record of an archive."""
    place: str
    """Where its bytes are had: an absolute path or a storage's address."""
    archive: str | None = None
    """The archive as given, None where the input is no record of one."""
    offset: int | None = None
    sha256: str | None = None
    size: int | None = None
    kind: str | None = None
    """Why it could not be had when the plan was made, None where it could."""
    message: str | None = None
    duplicate_of: str | None = None
    """The uri of an earlier input of the same bytes: this one is not read."""


class Chunk(NamedTuple):
    """Inputs that are read together and written as one part of each table."""

    number: int
    inputs: tuple[Input, ...]


def mark_duplicates(inputs: Sequence[Input]) -> Iterator[Input]:
    """The inputs in order, each that repeats the bytes of an earlier one marked so."""
    first: dict[str, str] = {}
    for one in inputs:
        if one.sha256 is None or one.sha256 not in first:
            if one.sha256 is not None:
                first[one.sha256] = one.uri
            yield one
        else:
            yield one._replace(duplicate_of=first[one.sha256])


def cut_chunks(inputs: Sequence[Input], size: int) -> list[Chunk]:
    """Inputs that are no duplicates, `size` a chunk."""
    read = [one for one in inputs if one.duplicate_of is None]
    return [Chunk(n, tuple(read[at : at + size])) for n, at in enumerate(range(0, len(read), size))]


def to_line(one: NamedTuple) -> str:
    """A record of a plan as one line of JSON."""
    return json.dumps(one, ensure_ascii=True, separators=(",", ":"))


def parse_inputs(text: str) -> list[Input]:
    """Inputs of a plan from their lines."""
    return [Input(*json.loads(line)) for line in text.splitlines()]


def parse_options(values: Sequence[object]) -> Options:
    """Options from their JSON array."""
    one = Options(*values)  # type: ignore[arg-type]
    return one._replace(
        select=tuple(one.select),
        ignore=tuple(one.ignore),
        levels=tuple((code, level) for code, level in one.levels),
    )
