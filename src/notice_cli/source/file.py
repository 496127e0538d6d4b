"""Bytes from a file or from standard input."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from notice_cli.errors import SourceError, system_reason
from notice_cli.language import Words
from notice_cli.source.fetched import Fetched, Limits
from notice_cli.source.media import parse_name

_FIRST = 262_144
"""Bytes to ask for at first: room for all that may come takes longer to get than a page to read."""
NO_PERMISSION = Words("没有读取权限")
NO_INPUT = Words("标准输入已关闭")


def read_file(path: str | Path, limits: Limits) -> Fetched:
    """The file at `path`; SourceError `missing`, `folder`, `unreadable_file` or `too_large`."""
    uri = parse_path(path)
    try:
        if not uri:
            raise FileNotFoundError
        with Path(path).open("rb") as stream:
            data = _read_capped(stream, uri, limits)
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        raise SourceError("missing", uri) from error
    except OSError as error:
        is_folder = os.path.isdir(path)  # noqa: PTH112 - a Path would raise where nobody may look
        raise (_folder_error(path, uri) if is_folder else _unreadable(uri, error)) from error
    return Fetched(uri, data, parse_name(uri), None, None)


def read_stdin(uri: str, limits: Limits) -> Fetched:
    """All of standard input; SourceError `unreadable_file` where it is closed, or `too_large`."""
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise SourceError("unreadable_file", uri, reason=NO_INPUT)
    try:
        return Fetched(uri, _read_capped(stream, uri, limits), None, None, None)
    except OSError as error:
        raise _unreadable(uri, error) from error
    except ValueError as error:
        raise SourceError("unreadable_file", uri, reason=NO_INPUT) from error


def parse_path(path: str | Path) -> str:
    """The path as given, with `/`; a byte of the name that is no text is spelled out: `a\\udcff.html`."""
    return os.fspath(path).replace(os.sep, "/").encode("utf-8", "backslashreplace").decode()


def _read_capped(stream: BinaryIO, uri: str, limits: Limits) -> bytes:
    data = stream.read(_FIRST)
    if len(data) == _FIRST <= limits.max_bytes:
        data += stream.read(limits.max_bytes + 1 - _FIRST)
    if len(data) > limits.max_bytes:
        raise too_large(uri, limits)
    return data


def too_large(uri: str, limits: Limits) -> SourceError:
    """The error of a source that holds more than the limit."""
    return SourceError("too_large", uri, limit=f"{limits.max_bytes / 1_000_000:g}")


def _folder_error(path: str | Path, uri: str) -> SourceError:
    try:
        os.scandir(path).close()
    except OSError as error:
        return _unreadable(uri, error)
    return SourceError("folder", uri)


def _unreadable(uri: str, error: OSError) -> SourceError:
    reason = NO_PERMISSION if isinstance(error, PermissionError) else system_reason(error)
    return SourceError("unreadable_file", uri, reason=reason)
