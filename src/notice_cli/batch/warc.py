"""Pages in WARC files: which records are pages, and one record read again by its offset."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from notice_cli.batch.plan import Input
from notice_cli.batch.store import is_remote, open_remote
from notice_cli.errors import SourceError, system_reason
from notice_cli.language import Lang
from notice_cli.source import Fetched, Limits
from notice_cli.source.file import too_large
from notice_cli.source.media import parse_content_type

if TYPE_CHECKING:
    from warcio.archiveiterator import ArchiveIterator
    from warcio.recordloader import ArcWarcRecord

ENDINGS = (".warc", ".warc.gz")
PAGE_RECORDS = ("response", "resource")
"""Kinds of records that hold what was read; the others tell of it."""
PAGE_TYPES = (
    "text/",
    "application/xhtml+xml",
    "application/xml",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
"""Media types of pages, by their beginning; images, styles and scripts beside a page are none."""
NO_PAGES = ("text/css", "text/javascript", "text/csv")
LIMITS = Limits()
PIECE = 65_536


def is_archive(name: str) -> bool:
    """Whether a name is that of a WARC file."""
    return name.lower().endswith(ENDINGS)


def list_records(uri: str, place: str, lang: Lang) -> Iterator[Input]:
    """The pages of an archive in their order, each with its offset and its hash.

    A page that the server answered with an error, or that is too large, stands in the list with the reason.
    An archive that breaks off gives the pages before the break, then the reason.

    Raises:
        SourceError: it cannot be opened.
    """
    from warcio.exceptions import ArchiveLoadFailed

    with _opened(uri, place) as stream:
        records = _iterate(stream)
        try:
            for record in records:
                if record.rec_type in PAGE_RECORDS and _is_page(record):
                    listed = _listed(record, uri, place, lang)
                    yield listed._replace(offset=records.get_record_offset())  # asking for it ends the record
        except (ArchiveLoadFailed, OSError, EOFError, ValueError) as error:
            reason = str(error)[:200]
            sentence = SourceError("bad_warc", uri, reason=reason)
            yield Input(uri, place, kind=sentence.kind, message=sentence.message(lang))


def read_record(one: Input) -> Fetched:
    """The page of the record at an input's offset.

    Raises:
        SourceError: it cannot be read.
    """
    from warcio.exceptions import ArchiveLoadFailed

    with _opened(one.archive or one.uri, one.place) as stream:
        stream.seek(one.offset or 0)
        try:
            record = next(_iterate(stream))
            return _fetched(record, _payload(record, one.uri))
        except (ArchiveLoadFailed, OSError, EOFError, ValueError, StopIteration) as error:
            raise SourceError("bad_warc", one.archive or one.uri, reason=str(error)[:200]) from None


def _iterate(stream: BinaryIO) -> ArchiveIterator:
    from warcio.archiveiterator import ArchiveIterator

    return ArchiveIterator(stream)


@contextmanager
def _opened(uri: str, place: str) -> Iterator[BinaryIO]:
    """The bytes of an archive, local or in a storage."""
    try:
        if is_remote(place):
            system, path = open_remote(place)
            stream = system.open(path, "rb")
        else:
            stream = open(place, "rb")  # noqa: SIM115, PTH123 - closed below
    except OSError as error:
        kind = "missing" if isinstance(error, FileNotFoundError) else "unreadable_file"
        raise SourceError(kind, uri, reason=system_reason(error)) from None
    with stream:
        yield stream


def _is_page(record: ArcWarcRecord) -> bool:
    media_type = _content_type(record)[0] or "text/html"
    return media_type.startswith(PAGE_TYPES) and media_type not in NO_PAGES


def _content_type(record: ArcWarcRecord) -> tuple[str | None, str | None]:
    headers = record.http_headers or record.rec_headers
    return parse_content_type(headers.get_header("Content-Type") or "")


def _listed(record: ArcWarcRecord, uri: str, place: str, lang: Lang) -> Input:
    page = record.rec_headers.get_header("WARC-Target-URI") or uri
    one = Input(page, place, archive=uri)
    status = record.http_headers.get_statuscode() if record.http_headers else "200"
    try:
        if status != "200":
            raise SourceError("archived_status", page, status=status)
        data = _payload(record, page)
    except SourceError as error:
        return one._replace(kind=error.kind, message=error.message(lang))
    return one._replace(sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def _payload(record: ArcWarcRecord, uri: str) -> bytes:
    """The page as its server meant it: out of its transfer and content encodings."""
    stream, data = record.content_stream(), bytearray()
    while piece := stream.read(PIECE):
        data += piece
        if len(data) > LIMITS.max_bytes:
            raise too_large(uri, LIMITS)
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise EOFError("the record is shorter than it says")
    return bytes(data)


def _fetched(record: ArcWarcRecord, data: bytes) -> Fetched:
    media_type, charset = _content_type(record)
    uri = record.rec_headers.get_header("WARC-Target-URI")
    return Fetched(uri, data, media_type, charset, record.rec_headers.get_header("WARC-Date"))
