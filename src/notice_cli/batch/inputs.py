"""What INPUT may be: files, folders, globs, WARC files, and the same in a storage that fsspec reaches."""

from __future__ import annotations

import glob
import hashlib
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from notice_cli.batch.plan import Input
from notice_cli.batch.store import is_remote, open_remote
from notice_cli.batch.warc import is_archive, list_records, read_record
from notice_cli.errors import NoticeError, SourceError, UsageError, system_reason
from notice_cli.language import Lang
from notice_cli.source import Fetched, Limits, expand
from notice_cli.source.file import parse_path, read_file, too_large
from notice_cli.source.folder import PAGE_SUFFIXES
from notice_cli.source.media import parse_name

LIMITS = Limits()
READERS = 8
"""Threads that read and hash inputs while the plan is made: reading waits, hashing runs beside Python."""
_WINDOW = 1_000
_GLOB = frozenset("*?[")


def list_inputs(given: Sequence[str], lang: Lang, told: Callable[[int], None]) -> Iterator[Input]:
    """Every page of what is given, in the order given (a folder's and a glob's sorted), with its hash.

    What cannot be had stands in the list with the reason. `told` hears how many there are so far.
    """
    pages = (page for one in given for page in _pages(one, lang))
    count = 0
    with ThreadPoolExecutor(READERS) as pool:
        while window := list(islice(pages, _WINDOW)):
            yield from pool.map(lambda one: _hashed(one, lang), window)
            count += len(window)
            told(count)


def read_input(one: Input) -> Fetched:
    """The bytes of an input; whether they are still those of the plan, `refuse_changed` tells.

    Raises:
        SourceError: they cannot be had.
    """
    if one.offset is not None:
        return read_record(one)
    if is_remote(one.place):
        return Fetched(one.uri, _read_remote(one), parse_name(one.uri), None, None)
    return read_file(Path(one.place), LIMITS).replace(uri=one.uri)


def refuse_changed(one: Input, sha256: str) -> None:
    """Nothing, where the bytes with this hash are those that the plan names.

    Raises:
        SourceError: they are others.
    """
    if one.sha256 not in (None, sha256):
        raise SourceError("changed", one.uri)


def _hashed(one: Input, lang: Lang) -> Input:
    """The input with the hash and the size of its bytes, or with the reason why there are none."""
    if one.kind is not None or one.sha256 is not None:
        return one
    try:
        data = read_input(one).data
    except NoticeError as error:
        return one._replace(kind=error.kind, message=error.message(lang))
    return one._replace(sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def _pages(given: str, lang: Lang) -> Iterator[Input]:
    """The pages of one INPUT; the INPUT itself with the reason where it has none."""
    try:
        for uri, place in _remote_files(given) if is_remote(given) else _local_files(given):
            if is_archive(uri):
                yield from list_records(uri, place, lang)
            else:
                yield Input(uri, place)
    except NoticeError as error:
        yield Input(parse_path(given), given, kind=error.kind, message=error.message(lang))


def _local_files(given: str) -> Iterator[tuple[str, str]]:
    """Files of a path, a folder or a glob: as told, and absolute."""
    found = [given]
    if _GLOB & set(given) and not Path(given).exists():
        found = sorted(glob.glob(given, recursive=True))  # noqa: PTH207 - a path may be absolute
        if not found:
            raise SourceError("no_match", parse_path(given))
    for one in found:
        for path in _unfold(one):
            yield parse_path(path), str(Path(path).absolute())


def _unfold(path: str) -> list[str]:
    """A folder's pages and archives; a file itself."""
    if not Path(path).is_dir():
        return [path]
    archives = [str(one) for one in Path(path).rglob("*") if is_archive(one.name)]
    try:
        return sorted([*expand([path]), *archives])
    except SourceError:
        if archives:
            return sorted(archives)
        raise


def _remote_files(given: str) -> Iterator[tuple[str, str]]:
    """Files of an address, a folder or a glob in a storage."""
    if given.startswith(("http://", "https://")):
        raise SourceError("batch_address", given)
    system, path = open_remote(given)
    try:
        if _GLOB & set(path):
            found = sorted(system.glob(path))
        elif system.isdir(path):
            endings = (*PAGE_SUFFIXES, ".warc", ".warc.gz")
            found = sorted(one for one in system.find(path) if one.lower().endswith(endings))
        else:
            found = [path]
    except Exception as error:  # each kind of storage has its own errors
        raise SourceError("unreadable_file", given, reason=str(error)[:200]) from None
    if not found:
        raise SourceError("no_match", given)
    for one in found:
        url = system.unstrip_protocol(one)
        yield url, url


def _read_remote(one: Input) -> bytes:
    system, path = open_remote(one.place)
    try:
        with system.open(path, "rb") as stream:
            data = bytes(stream.read(LIMITS.max_bytes + 1))
    except FileNotFoundError:
        raise SourceError("missing", one.uri) from None
    except Exception as error:
        raise SourceError("unreadable_file", one.uri, reason=str(error)[:200]) from None
    if len(data) > LIMITS.max_bytes:
        raise too_large(one.uri, LIMITS)
    return data


def read_list(path: str) -> list[str]:
    """The inputs that a list file names, one a line; empty lines and lines that begin with # are none.

    Raises:
        UsageError: the file cannot be read, or is no UTF-8.
    """
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise UsageError("unreadable_file", path, reason=system_reason(error)) from None
    except UnicodeDecodeError:
        raise UsageError("bad_input_list", path) from None
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]
