"""Snapshots written down: what a server sent, whole or not at all, and never twice.

A record is on the disk before its line in the index is; whatever a killed process left behind the last line
is cut off when the archive is opened again.
"""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import IO

from filelock import FileLock, Timeout

from notice_cli.errors import SourceError, UsageError, system_reason
from notice_cli.source.fetched import Fetched
from notice_cli.source.file import parse_path
from notice_cli.source.folder import INDEX
from notice_cli.source.index import PAGES_PREFIX, PAGES_SUFFIX, Entry, read_index, write_entry
from notice_cli.source.snapshot import Shelf, index_file
from notice_cli.source.trip import Hop
from notice_cli.source.warc import (
    IDENTICAL,
    NOT_MODIFIED,
    VIA,
    digests,
    head_length,
    write_info,
    write_record,
)

LOCK = ".lock"
FILE_BYTES = 1_000_000_000
"""A WARC file that is larger is not continued."""


@dataclass(slots=True)
class Archive:
    """A folder of snapshots open for writing; every method may be called by several threads."""

    folder: Path
    software: str
    """Who writes, as the files shall say."""
    entries: list[Entry] = field(default_factory=list)
    latest: dict[tuple[str, bool], Entry] = field(default_factory=dict)
    """The last answer that says what a page holds, by address and by whether a browser made it."""
    lock: Lock = field(default_factory=Lock)
    by_url: dict[str, list[Entry]] = field(default_factory=dict)

    @property
    def shelf(self) -> Shelf:
        """The archive as it is read."""
        return Shelf(self.folder, self.by_url)

    def remember(self, entry: Entry) -> None:
        """Take an entry into account that is written."""
        self.entries.append(entry)
        self.by_url.setdefault(entry.url, []).append(entry)
        if entry.is_page:
            self.latest[entry.url, entry.kind == "resource"] = entry

    def conditions(self, url: str) -> dict[str, str]:
        """Headers that ask a server for a page only if it has changed since it was stored."""
        seen = self.latest.get((_key(url), False))
        if seen is None:
            return {}
        told = {"If-None-Match": seen.etag, "If-Modified-Since": seen.modified}
        return {name: value for name, value in told.items() if value}

    def store(self, hop: Hop, via: str | None = None) -> Entry:
        """Keep one answer: whole, or where nothing has changed, only that it was asked for.

        Args:
            hop: The answer.
            via: The page that leads there as its part or attachment.

        Raises:
            UsageError: `unwritable`.
        """
        url = _key(hop.url)
        sha256 = None if hop.data is None else hashlib.sha256(hop.data).hexdigest()
        entry = Entry(
            url, hop.time, sha256, "response", hop.status, hop.media_type, "", 0, 0,
            None, hop.etag, hop.modified, via,
        )  # fmt: skip
        with self.lock:
            seen = self.latest.get((url, False))
            if seen and (hop.status == 304 or sha256 == seen.sha256 is not None):
                return self._append(_revisit(entry, seen), _head(hop.answer), _refers(entry, seen, hop.peer))
            return self._append(entry, hop.answer, {"WARC-IP-Address": hop.peer or ""})

    def store_rendered(self, got: Fetched, via: str | None = None) -> Entry:
        """Keep what a browser made of a page, unless it is what it made before."""
        sha256, url = hashlib.sha256(got.data).hexdigest(), _key(got.uri)
        with self.lock:
            seen = self.latest.get((url, True))
            if seen and seen.sha256 == sha256:
                return seen
            kind, media_type = "resource", got.media_type or "text/html"
            entry = Entry(url, got.fetched_at or "", sha256, kind, 200, media_type, "", 0, 0, via=via)
            return self._append(entry, io.BytesIO(got.data), {"Content-Type": f"{media_type}; charset=utf-8"})

    def _append(self, entry: Entry, block: IO[bytes], told: dict[str, str]) -> Entry:
        try:
            entry = self._write(entry, block, told)
            with (self.folder / INDEX).open("ab") as index:
                index.write(write_entry(entry))
                _flush(index)
        except OSError as error:
            reason = system_reason(error)
            raise UsageError("unwritable", parse_path(self.folder), reason=reason) from error
        self.remember(entry)
        return entry

    def _write(self, entry: Entry, block: IO[bytes], told: dict[str, str]) -> Entry:
        whole, payload = digests(block, 0 if entry.kind == "resource" else head_length(block))
        if entry.kind != "revisit":
            entry = entry._replace(digest=payload)
        headers = _headers(entry, whole) | {name: value for name, value in told.items() if value}
        file = self._file()
        with file.open("ab") as out:
            start = out.tell()
            try:
                if not start:
                    write_info(out, file.name, self.software)
                begin = out.tell()
                write_record(out, entry.kind, headers, block)
                _flush(out)
                return entry._replace(file=file.name, offset=begin, length=out.tell() - begin)
            except BaseException:
                out.truncate(start)
                raise

    def _file(self) -> Path:
        """The file that is written to now: the last one, or a further one where that is full."""
        files = _files(self.folder)
        if files and files[-1].stat().st_size < FILE_BYTES:
            return files[-1]
        return self.folder / f"{PAGES_PREFIX}{len(files) + 1:04}{PAGES_SUFFIX}"


@contextmanager
def open_archive(folder: Path, software: str) -> Iterator[Archive]:
    """A folder of snapshots, made where there is none, for this process alone.

    Raises:
        UsageError: `busy_archive`, `unwritable`.
        SourceError: `broken_archive`.
    """
    lock = FileLock(folder / LOCK)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock.acquire(timeout=0)
    except Timeout as error:
        raise UsageError("busy_archive", parse_path(folder)) from error
    except OSError as error:
        raise UsageError("unwritable", parse_path(folder), reason=system_reason(error)) from error
    try:
        archive = Archive(folder, software)
        for entry in _recover(folder):
            archive.remember(entry)
        yield archive
    finally:
        lock.release()


def _recover(folder: Path) -> list[Entry]:
    """The entries of an archive, its files cut to what they hold."""
    if not (folder / INDEX).is_file():
        entries = [entry for file in _files(folder) for entry in index_file(file, repair=True)]
        (folder / INDEX).write_bytes(b"".join(map(write_entry, entries)))
    entries = read_index(folder)
    _cut(folder / INDEX, (folder / INDEX).read_bytes().rfind(b"\n") + 1)
    for file in _files(folder):
        ends = (entry.offset + entry.length for entry in entries if entry.file == file.name)
        _cut(file, max(ends, default=0))
    return entries


def _cut(file: Path, end: int) -> None:
    size = file.stat().st_size
    if size < end:
        raise SourceError("broken_archive", parse_path(file), reason=f"{size} < {end}")
    if size > end:
        os.truncate(file, end)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"{PAGES_PREFIX}*{PAGES_SUFFIX}"))


def _headers(entry: Entry, block_digest: str) -> dict[str, str]:
    told = {
        "WARC-Target-URI": entry.url,
        "WARC-Date": entry.time,
        "WARC-Block-Digest": block_digest,
        "WARC-Payload-Digest": entry.digest if entry.status != 304 else None,
        VIA: entry.via,
    }
    return {name: value for name, value in told.items() if value}


def _revisit(entry: Entry, seen: Entry) -> Entry:
    """The entry of an answer that only says that nothing has changed."""
    return entry._replace(
        kind="revisit",
        sha256=seen.sha256,
        digest=seen.digest,
        media_type=entry.media_type or seen.media_type,
        etag=entry.etag or seen.etag,
        modified=entry.modified or seen.modified,
    )


def _refers(entry: Entry, seen: Entry, peer: str | None) -> dict[str, str]:
    return {
        "WARC-Profile": NOT_MODIFIED if entry.status == 304 else IDENTICAL,
        "WARC-Refers-To-Target-URI": seen.url,
        "WARC-Refers-To-Date": seen.time,
        "WARC-IP-Address": peer or "",
    }


def _head(answer: IO[bytes]) -> IO[bytes]:
    """The headers of an answer without its body."""
    return io.BytesIO(answer.read(head_length(answer)))


def _flush(out: IO[bytes]) -> None:
    out.flush()
    os.fsync(out.fileno())


def _key(url: str) -> str:
    return url.partition("#")[0]
