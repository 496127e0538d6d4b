"""WARC files: records written one at a time, read at their place, and searched for what they hold."""

from __future__ import annotations

import base64
import hashlib
import http.client
import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, NamedTuple
from zlib import error as ZlibError  # noqa: N812

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord
from warcio.warcwriter import WARCWriter

from notice_cli.errors import SourceError
from notice_cli.source.file import parse_path
from notice_cli.source.index import Entry

VERSION = "WARC/1.1"
NOT_MODIFIED = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
IDENTICAL = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
VIA = "WARC-X-Via"
"""Our own field: the page that leads to this one."""
_PIECE = 65_536
_AS_IT_IS = "warcinfo"
"""The kind whose block and digests warcio leaves alone; what a record is stands in its headers."""
_DAMAGES = (ArchiveLoadFailed, OSError, EOFError, ValueError, ZlibError, AttributeError, TypeError)
"""What warcio raises on bytes that are no WARC."""


class Stored(NamedTuple):
    """A record's message: an HTTP answer as sent, or a document by itself."""

    entry: Entry
    message: bytes


def write_info(out: IO[bytes], name: str, software: str) -> None:
    """The record that begins a file: who wrote it."""
    writer = WARCWriter(out, gzip=True, warc_version=VERSION)
    info = {"software": software, "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record(name, info))


def write_record(out: IO[bytes], kind: str, headers: dict[str, str], block: IO[bytes]) -> None:
    """A record around `block`, which is read from where it stands; its digests are among the headers."""
    writer = WARCWriter(out, gzip=True, warc_version=VERSION)
    told = writer._init_warc_headers(headers["WARC-Target-URI"], kind, headers)
    start = block.tell()
    length = block.seek(0, io.SEEK_END) - start
    block.seek(start)
    content = headers.get("Content-Type", "application/http; msgtype=response")
    record = ArcWarcRecord("warc", _AS_IT_IS, told, block, None, content, length)
    record.payload_length = length
    writer.write_record(record)


def digests(block: IO[bytes], head: int) -> tuple[str, str]:
    """Digest of a block from where it stands, and of what follows its first `head` bytes."""
    start, whole, payload = block.tell(), hashlib.sha256(), hashlib.sha256()
    whole.update(block.read(head))
    while piece := block.read(_PIECE):
        whole.update(piece)
        payload.update(piece)
    block.seek(start)
    return _told(whole.digest()), _told(payload.digest())


def _told(digest: bytes) -> str:
    return "sha256:" + base64.b32encode(digest).decode("ascii")


def head_length(block: IO[bytes]) -> int:
    """Bytes of an HTTP message before its body."""
    start = block.tell()
    while block.readline().strip():
        pass
    length = block.tell() - start
    block.seek(start)
    return length


def read_record(file: Path, offset: int, max_bytes: int) -> bytes:
    """The block of the record at `offset`.

    Raises:
        SourceError: `broken_archive`, `too_large`, `missing`.
    """
    try:
        with file.open("rb") as stream:
            stream.seek(offset)
            record = next(iter(ArchiveIterator(stream, no_record_parse=True)))
            return _read_block(record, file, max_bytes)
    except FileNotFoundError as error:
        raise SourceError("missing", parse_path(file)) from error
    except (*_DAMAGES, StopIteration) as error:
        raise damaged(file, error) from error


def _read_block(record: ArcWarcRecord, file: Path, max_bytes: int) -> bytes:
    block: bytes = record.raw_stream.read(max_bytes)
    while piece := record.raw_stream.read(_PIECE):
        block += piece
        if len(block) > max_bytes:
            raise SourceError("too_large", parse_path(file), limit=f"{max_bytes / 1_000_000:g}")
    if len(block) < int(record.rec_headers.get_header("Content-Length") or 0):
        raise EOFError("record")
    return block


def damaged(file: Path, error: BaseException) -> SourceError:
    """The error of a file that is no WARC, or is one no longer."""
    reason = str(error).strip().partition("\n")[0][:120] or type(error).__name__
    return SourceError("broken_archive", parse_path(file), reason=reason)


def scan(file: Path, max_bytes: int, *, repair: bool = False) -> Iterator[Stored]:
    """Every answer in a file and where it lies; one too large to be a page is passed over.

    Args:
        file: A `.warc` or `.warc.gz`.
        max_bytes: Of one record.
        repair: Whether a damaged end is passed over, as a process that was killed leaves one.

    Raises:
        SourceError: `broken_archive`, `missing`.
    """
    try:
        with file.open("rb") as stream:
            records = ArchiveIterator(stream, no_record_parse=True)
            for record in records:
                stored = _stored(record, file, max_bytes)
                length = records.get_record_length()
                if stored:
                    entry = stored.entry._replace(offset=records.get_record_offset(), length=length)
                    yield Stored(entry, stored.message)
    except FileNotFoundError as error:
        raise SourceError("missing", parse_path(file)) from error
    except _DAMAGES as error:
        if not repair:
            raise damaged(file, error) from error


def _stored(record: ArcWarcRecord, file: Path, max_bytes: int) -> Stored | None:
    """The answer in a record, None where it holds none."""
    told = record.rec_headers.get_header
    url, kind = told("WARC-Target-URI") or "", record.rec_type
    if kind not in ("response", "revisit", "resource") or not url.startswith(("http://", "https://")):
        return None
    try:
        message = _read_block(record, file, max_bytes)
    except SourceError:
        return None
    status, media_type, etag, modified = _head(message, kind, told("Content-Type"))
    time = (told("WARC-Date") or "")[:19].rstrip("Z") + "Z"
    entry = Entry(
        url, time, None, kind, status, media_type, file.name, 0, 0,
        told("WARC-Payload-Digest"), etag, modified, told(VIA),
    )  # fmt: skip
    return Stored(entry, message)


def _head(message: bytes, kind: str, content: str | None) -> tuple[int, str | None, str | None, str | None]:
    """Status, media type, ETag and Last-Modified of a message."""
    if kind == "resource":
        return 200, (content or "").partition(";")[0].strip() or None, None, None
    line, _, rest = message.partition(b"\n")
    words = line.split(None, 2)
    status = int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
    headers = http.client.parse_headers(io.BytesIO(rest))
    media_type = (headers.get("Content-Type") or "").partition(";")[0].strip().lower() or None
    return status, media_type, headers.get("ETag"), headers.get("Last-Modified")


def now() -> str:
    """The time of a record that is written now."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
