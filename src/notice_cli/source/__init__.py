"""Where bytes come from: files, folders, standard input, http and https addresses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from notice_cli.errors import SourceError
from notice_cli.source.fetched import LISTED, Fetched, Limits, Origin
from notice_cli.source.file import read_file, read_stdin
from notice_cli.source.folder import expand, is_archive, parse_snapshot

__all__ = [
    "LISTED",
    "SOURCES",
    "Fetched",
    "Limits",
    "Origin",
    "expand",
    "fetch",
    "fetch_lead",
    "is_archive",
    "locate",
    "render_page",
]

_SCHEME_CHARACTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789+.-")


def _scheme(source: str) -> str:
    """`https` of `HTTPS://a.cn`, `file` of `file:a`, empty for a path; a drive (one letter) is none."""
    start = source.lstrip()[:40].lower()
    scheme, mark, _ = start.partition("://")
    if start.startswith("file:"):
        return "file"
    return scheme if mark and len(scheme) > 1 and _SCHEME_CHARACTERS.issuperset(scheme) else ""


def _read_url(url: str, limits: Limits) -> Fetched:
    if limits.archive is not None:
        from notice_cli.source.snapshot import read_snapshot

        return read_snapshot(url, limits)
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
    """The bytes of one source: `-`, an http(s) URL, a snapshot, or a file (a `Path` is always a file).

    Raises SourceError, whose sentence says what, where and what to do.
    """
    if isinstance(source, Path):
        return read_file(source, limits)
    source, limits = locate(source, limits)
    read = next(read for accepts, read in SOURCES.values() if accepts(source))
    return read(source, limits)


def locate(source: str, limits: Limits = _LIMITS) -> tuple[str, Limits]:
    """The address of a snapshot, with limits that name its archive and its time; else what was given."""
    found = parse_snapshot(source)
    if found is None:
        return source, limits
    archive, moment, url = found
    return url, limits.replace(archive=archive, moment=moment)


def fetch_lead(url: str, limits: Limits, origin: Origin) -> Fetched:
    """The bytes of an address that a page or a list leads to: public, and not against robots.txt.

    Raises SourceError, as `fetch`.
    """
    if limits.archive is None:
        from notice_cli.source.http import read_url

        if limits.robots:
            from notice_cli.source.robots import check_robots

            check_robots(url, limits, origin)
        return read_url(url, limits, origin)
    return _read_url(url, limits)


def render_page(got: Fetched, limits: Limits, origin: Origin) -> Fetched:
    """What a browser makes of a page that a script fills.

    Raises SourceError: `missing_extra`, `no_browser`, `render`.
    """
    from notice_cli.source.render import draw_page

    return draw_page(got, limits, origin)
