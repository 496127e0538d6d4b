"""What an archive holds: one line of JSON an answer, in the order they came."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from notice_cli.errors import SourceError, system_reason
from notice_cli.source.file import parse_path
from notice_cli.source.folder import INDEX
from notice_cli.source.media import SAYS_NOTHING

PAGES_PREFIX = "pages-"
PAGES_SUFFIX = ".warc.gz"
READABLE = ("text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/pdf")
READABLE_SUFFIX = "wordprocessingml.document"


class Entry(NamedTuple):
    """One stored answer and where it lies; `sha256` is of the page's bytes, unpacked."""

    url: str
    time: str
    sha256: str | None
    kind: str
    """`response`, `revisit` (nothing changed since the one before), or `resource` (a browser's work)."""
    status: int
    media_type: str | None
    file: str
    offset: int
    length: int
    digest: str | None = None
    """Of the body as it was sent, in the words of the WARC record."""
    etag: str | None = None
    modified: str | None = None
    via: str | None = None
    """The page that leads there as its part or attachment; None for what was asked for itself."""

    @property
    def is_page(self) -> bool:
        """Whether a page was answered, now or before: no redirect."""
        return self.status // 100 == 2 or self.kind == "revisit"


def read_index(folder: Path) -> list[Entry]:
    """The entries of an archive; a last line that was cut off is passed over.

    Raises:
        SourceError: `broken_archive`, `unreadable_file`.
    """
    try:
        lines = (folder / INDEX).read_bytes().split(b"\n")
        return [Entry(**json.loads(line)) for line in lines[:-1]]
    except OSError as error:
        reason = system_reason(error)
        raise SourceError("unreadable_file", parse_path(folder / INDEX), reason=reason) from error
    except (ValueError, TypeError, RecursionError) as error:
        raise SourceError("broken_archive", parse_path(folder / INDEX), reason=INDEX) from error


def write_entry(entry: Entry) -> bytes:
    """The line of an entry."""
    told = {
        name: value
        for name, value in entry._asdict().items()
        if value is not None or name not in Entry._field_defaults
    }
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace") + b"\n"


def is_readable(media_type: str | None) -> bool:
    """Whether a stored answer may be a notice; what says nothing about itself may be one."""
    if media_type is None or media_type.endswith(READABLE_SUFFIX):
        return True
    return media_type in READABLE or media_type in SAYS_NOTHING
