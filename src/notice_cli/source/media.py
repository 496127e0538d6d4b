"""Media types: what a name's ending and a Content-Type header say."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

MEDIA_TYPES: dict[str, str] = {
    ".html": "text/html",
    ".htm": "text/html",
    ".shtml": "text/html",
    ".shtm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".mhtml": "text/html",
    ".mht": "text/html",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pdf": "application/pdf",
    ".json": "application/json",
    ".jsonl": "application/jsonl",
    ".ndjson": "application/jsonl",
}
"""Ending of a name to media type; other endings say nothing that the bytes do not say better."""

SAYS_NOTHING = ("application/octet-stream", "binary/octet-stream", "application/x-download")
"""What servers call any file that they only hand out: the ending of its name says more."""

_MEDIA_TYPE = r"[a-z0-9!#$&^_.+-]{1,64}/[a-z0-9!#$&^_.+-]{1,64}"
_CHARSET = r"[A-Za-z0-9_.:-]{1,40}"
"""Compiled when a URL is read, not before."""


def parse_name(name: str) -> str | None:
    """The media type that the ending of a file's name or a URL's path stands for: `a.HTM` -> `text/html`."""
    return MEDIA_TYPES.get(PurePosixPath(name).suffix.lower())


def parse_content_type(header: str) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type header, each None where absent or malformed.

    `Text/HTML; charset="GB2312"` -> `("text/html", "GB2312")`.
    """
    first, *parameters = header.split(";")
    media_type = first.strip().lower()
    charset = next(filter(None, map(_parse_charset, parameters)), None)
    return (media_type if re.fullmatch(_MEDIA_TYPE, media_type) else None), charset


def _parse_charset(parameter: str) -> str | None:
    name, _, value = parameter.partition("=")
    value = value.strip().strip("\"'")
    return value if name.strip().lower() == "charset" and re.fullmatch(_CHARSET, value) else None
