"""Where bytes come from: files, folders, standard input, http and https addresses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from notice_cli.errors import SourceError
from notice_cli.source.fetched import Fetched, Limits
from notice_cli.source.file import read_file, read_stdin
from notice_cli.source.folder import expand

__all__ = ["SOURCES", "Fetched", "Limits", "expand", "fetch"]

_SCHEME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789+.-")


def _scheme(source: str) -> str:
    """`https` of `HTTPS://a.cn`, `file` of `file:a`, empty for a path; a drive (one letter) is none."""
    start = source.lstrip()[:40].lower()
    scheme, mark, _ = start.partition("://")
    if start.startswith("file:"):
        return "file"
    return scheme if mark and len(scheme) > 1 and _SCHEME_CHARACTERS.issuperset(scheme) else ""


def _read_url(url: str, limits: Limits) -> Fetched:
    from notice_cli.source.http import read_url

    return read_url(url, limits)


def _refuse_scheme(source: str, limits: Limits) -> Fetched:
    from notice_cli.source.address import without_password

    raise SourceError("unsupported_scheme", without_password(source))


SOURCES: dict[str, tuple[Callable[[str], bool], Callable[[str, Limits], Fetched]]] = {
    "stdin": (lambda source: source == "-", read_stdin),
    "url": (lambda source: _scheme(source) in ("http", "https"), _read_url),
    "other_scheme": (lambda source: bool(_scheme(source)), _refuse_scheme),
    "file": (lambda source: True, read_file),
}
"""How a kind of source is told, and how it is read; tried in this order, the last takes all that is left."""

_LIMITS = Limits()


def fetch(source: str | Path, limits: Limits = _LIMITS) -> Fetched:
    """The bytes of one source: `-`, an http(s) URL, or a file (a `Path` is always a file).

    Raises SourceError, whose sentence says what, where and what to do.
    """
    if isinstance(source, Path):
        return read_file(source, limits)
    read = next(read for accepts, read in SOURCES.values() if accepts(source))
    return read(source, limits)
