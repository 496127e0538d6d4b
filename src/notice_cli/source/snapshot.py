"""Pages out of an archive: the same bytes and headers through the same reading as from the network."""

from __future__ import annotations

import hashlib
import io
import time
import zlib
from collections.abc import Sequence
from contextlib import closing
from functools import lru_cache
from http.client import HTTPException
from pathlib import Path
from typing import NamedTuple
from urllib.parse import SplitResult

from urllib3 import exceptions
from urllib3.connection import HTTPConnection

from notice_cli.errors import SourceError
from notice_cli.source.address import parse_location, read_address
from notice_cli.source.causes import to_source_error
from notice_cli.source.fetched import Fetched, Limits
from notice_cli.source.file import parse_path
from notice_cli.source.folder import INDEX
from notice_cli.source.http import REDIRECTS, read_page
from notice_cli.source.index import Entry, is_readable, read_index
from notice_cli.source.trip import Trip
from notice_cli.source.warc import read_record, scan

_HEAD_BYTES = 2_000_000


class Shelf(NamedTuple):
    """An archive open for reading: its folder, and its answers by address, oldest first."""

    folder: Path
    entries: dict[str, list[Entry]]


def open_shelf(archive: str) -> Shelf:
    """The answers in an archive: a folder that `notice fetch` wrote, or a WARC file.

    Raises:
        SourceError: `no_archive`, `broken_archive`.
    """
    path = Path(archive)
    index = path / INDEX
    try:
        stamp = (index if path.is_dir() else path).stat()
    except OSError as error:
        raise SourceError("no_archive", archive) from error
    return _open(path, stamp.st_mtime_ns, stamp.st_size)


@lru_cache(maxsize=4)
def _open(path: Path, changed: int, size: int) -> Shelf:
    entries = read_index(path) if path.is_dir() else index_file(path)
    by_url: dict[str, list[Entry]] = {}
    for entry in entries:
        by_url.setdefault(entry.url, []).append(entry)
    return Shelf(path if path.is_dir() else path.parent, by_url)


def index_file(file: Path, *, repair: bool = False) -> list[Entry]:
    """The entries of a WARC file without an index; arguments and errors of `warc.scan`."""
    entries, known = [], dict[str, str | None]()
    for entry, message in scan(file, Limits().max_bytes + _HEAD_BYTES, repair=repair):
        sha256 = known.get(entry.url) if entry.kind == "revisit" else _sha256(entry, message)
        known[entry.url] = sha256 or known.get(entry.url)
        entries.append(entry._replace(sha256=sha256))
    return entries


def _sha256(entry: Entry, message: bytes) -> str | None:
    if entry.status // 100 != 2:
        return None
    try:
        return hashlib.sha256(_replay(entry, message, Limits()).data).hexdigest()
    except SourceError:
        return None


def pages(archive: str) -> list[str]:
    """The addresses that were asked for and answered by a page, in their order.

    Raises:
        SourceError: as `open_shelf`, or `empty_archive`.
    """
    found = [
        url
        for url, entries in open_shelf(archive).entries.items()
        if (last := _last_page(entries)) and last.via is None and is_readable(last.media_type)
    ]
    if not found:
        raise SourceError("empty_archive", archive)
    return found


def _last_page(entries: Sequence[Entry]) -> Entry | None:
    last = next((entry for entry in reversed(entries) if entry.is_page), None)
    return original(entries, last) if last else None


def history(archive: str, url: str) -> tuple[list[str], tuple[str, str]]:
    """The snapshots of a page that differ from the one before, and the first and the last of all.

    Raises:
        SourceError: as `open_shelf`; `not_stored`, or `few_snapshots` where it was seen only once.
    """
    seen = _seen(archive, url)
    if len(seen) < 2:
        raise SourceError("few_snapshots", url, times=seen[0].time)
    changed = [one for at, one in enumerate(seen) if not at or one.sha256 != seen[at - 1].sha256]
    first, *_, last = (f"{archive}#{one.time}#{one.url}" for one in seen)
    return [f"{archive}#{one.time}#{one.url}" for one in changed], (first, last)


def _seen(archive: str, url: str) -> list[Entry]:
    """The answers that say what a page, which redirects may lead to, held; never none."""
    shelf, address = open_shelf(archive), read_address(url)
    for _ in range(Limits().redirects + 1):
        entries = shelf.entries.get(_without_fragment(address).geturl(), [])
        found = [entry for entry in entries if entry.is_page]
        if found or not entries:
            break
        address = _location(address, _message(shelf, entries[-1], Limits()))
    if not found:
        raise SourceError("not_stored", url, archive=archive)
    return found


def read_snapshot(url: str, limits: Limits) -> Fetched:
    """What the archive of the limits holds of an address: as `read_url`, without the network.

    Raises:
        SourceError: `not_stored`, `no_archive`, `broken_archive`, `redirects`, and those of a broken answer.
    """
    return read_from(open_shelf(limits.archive or ""), url, limits)


def read_from(shelf: Shelf, url: str, limits: Limits) -> Fetched:
    """What a shelf holds of an address; the limits and errors of `read_snapshot`."""
    address = read_address(url)
    for _ in range(limits.redirects + 1):
        key = _without_fragment(address).geturl()
        entries = shelf.entries.get(key)
        if not entries:
            raise SourceError("not_stored", key, archive=limits.archive or parse_path(shelf.folder))
        seen = _at(entries, limits.moment)
        entry = original(entries, seen)
        message = _message(shelf, entry, limits)
        if entry.status not in REDIRECTS:
            got = _replay(entry, message, limits)
            return got.replace(uri=address.geturl(), fetched_at=seen.time)
        address = _location(address, message)
    raise SourceError("redirects", url, limit=limits.redirects)


def _at(entries: Sequence[Entry], moment: str | None) -> Entry:
    """The first entry from a moment on, the last of all where there is none."""
    later = (entry for entry in entries if moment is not None and entry.time >= moment)
    return next(later, entries[-1])


def original(entries: Sequence[Entry], seen: Entry) -> Entry:
    """The answer that holds the bytes of one that only says that nothing changed."""
    if seen.kind != "revisit":
        return seen
    before = (one for one in entries if one.kind != "revisit" and one.sha256 == seen.sha256)
    return next(before, seen)


def _message(shelf: Shelf, entry: Entry, limits: Limits) -> bytes:
    return read_record(shelf.folder / entry.file, entry.offset, limits.max_bytes + _HEAD_BYTES)


def _without_fragment(address: SplitResult) -> SplitResult:
    return address._replace(fragment="")


def _location(address: SplitResult, message: bytes) -> SplitResult:
    with _replayed(message) as connection, closing(connection.getresponse()) as response:
        return read_address(parse_location(address, response.headers.get("Location") or ""))


def _replay(entry: Entry, message: bytes, limits: Limits) -> Fetched:
    """A stored message as the page that it was."""
    if entry.kind == "resource":
        return Fetched(entry.url, message, entry.media_type, "utf-8", entry.time, rendered=True)
    address = read_address(entry.url)
    trip = Trip(limits, time.monotonic() + limits.total_seconds, stage="body")
    try:
        with _replayed(message) as connection, closing(connection.getresponse()) as response:
            return read_page(trip, address, response, entry.time)
    except (exceptions.HTTPError, HTTPException, OSError, zlib.error, EOFError, ValueError) as error:
        raise to_source_error(trip, address, error) from error


class _Replayed:
    """A socket that has already received everything."""

    def __init__(self, message: bytes) -> None:
        self._message = message

    def makefile(self, mode: str) -> io.BufferedReader:
        return io.BufferedReader(io.BytesIO(self._message))

    def sendall(self, data: bytes) -> None:
        """Nobody listens."""

    def settimeout(self, seconds: float) -> None:
        """Nothing is waited for."""

    def close(self) -> None:
        """Nothing is open."""


def _replayed(message: bytes) -> closing[HTTPConnection]:
    connection = HTTPConnection("archive.invalid")
    connection.sock = _Replayed(message)
    connection.request("GET", "/", preload_content=False)
    return closing(connection)
