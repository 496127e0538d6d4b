"""A folder of pages becomes the list of its pages."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath

from notice_cli.errors import SourceError
from notice_cli.source.file import parse_path

PAGE_SUFFIXES = (
    *(".html", ".htm", ".shtml", ".shtm", ".xhtml", ".mhtml", ".mht", ".txt", ".md", ".docx", ".pdf"),
    *(".docm", ".doc", ".wps", ".ofd"),  # not read, and said to be so
)
"""What counts as a page or a text in a folder; anything else is read where it is named itself."""
NO_PAGES = ("readme.md", "changelog.md")
HIDDEN = (".", "~$")
"""What names begin with that are not for reading: hidden files, and the locks of open Word documents."""

WARC_SUFFIXES = (".warc", ".warc.gz")
INDEX = "notice-archive.jsonl"
"""Lies in every folder that `notice fetch` wrote: what its WARC files hold."""

COMPANION_SUFFIXES = ("_files", ".files")
"""A browser that saves `page.html` puts its images, scripts and frames into `page_files` beside it."""


def expand(sources: Sequence[str]) -> list[str]:
    """The sources with each folder replaced by its pages, sorted, of all depths, an archive by its pages.

    Left out are hidden names, the resource folder that a browser saves beside a page, and links to folders.
    A folder inside that cannot be listed stays in the list, so that `fetch` says why.
    Raises SourceError `empty_folder`, or why an archive cannot be read.
    """
    return [page for source in sources for page in _expand(source)]


def _expand(source: str) -> Sequence[str]:
    if is_archive(source):
        return _snapshots(source)
    if not _is_folder(source):
        return (source,)
    return [one for page in _pages(source) for one in _unpacked(page)]


def _unpacked(page: str) -> Sequence[str]:
    """The snapshots of an archive in a folder; one that cannot be read stays, so that it is told."""
    try:
        return _snapshots(page) if page.lower().endswith(WARC_SUFFIXES) else (page,)
    except SourceError:
        return (page,)


def is_archive(source: str) -> bool:
    """Whether a source is an archive of pages: a WARC file, or a folder that `notice fetch` wrote."""
    if source.lower().endswith(WARC_SUFFIXES):
        return True
    try:
        return bool(source) and Path(source, INDEX).is_file()
    except (OSError, ValueError):
        return False


def _snapshots(archive: str) -> list[str]:
    """A source for each page of an archive: `pages#http://a.cn/1.html`."""
    from notice_cli.source.snapshot import pages

    return [f"{archive}#{url}" for url in pages(archive)]


def parse_snapshot(source: str) -> tuple[str, str | None, str] | None:
    """Archive, time and address of a snapshot, None where a source is none.

    `pages#http://a.cn/1.html` is the latest, `pages#2024-10-22T08:00:00Z#http://a.cn/1.html` the one of that
    time or the next after it.
    """
    archive, mark, rest = source.partition("#")
    if not mark or archive.startswith(("http://", "https://")) or not is_archive(archive):
        return None
    moment, mark, url = rest.partition("#")
    if not mark or moment.startswith(("http://", "https://")):
        moment, url = "", rest
    return (archive, moment or None, url) if url.startswith(("http://", "https://")) else None


def _is_folder(source: str) -> bool:
    try:
        return bool(source) and source != "-" and Path(source).is_dir()
    except OSError:  # a name too long, a parent that is closed to us: `fetch` says so
        return False


def _pages(folder: str) -> list[str]:
    pages: list[str] = []
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as entries:
                _sort_entries(list(entries), pages, waiting)
        except OSError:
            pages.append(here)
    if not pages:
        raise SourceError("empty_folder", parse_path(folder), suffixes=" ".join(PAGE_SUFFIXES))
    return sorted(page.replace(os.sep, "/") for page in pages)


def _sort_entries(entries: list[os.DirEntry[str]], pages: list[str], folders: list[str]) -> None:
    names = {entry.name for entry in entries}
    for entry in entries:
        if entry.name.startswith(HIDDEN) or entry.name.lower() in NO_PAGES:
            continue
        if entry.is_dir(follow_symlinks=False):
            if not _is_companion(entry.name, names):
                folders.append(entry.path)
        elif _is_page(entry):
            pages.append(entry.path)


def _is_page(entry: os.DirEntry[str]) -> bool:
    suffix = PurePath(entry.name).suffix.lower()
    is_page = suffix in PAGE_SUFFIXES or entry.name.lower().endswith(WARC_SUFFIXES)
    return is_page and (entry.is_file() or entry.is_symlink())


def _is_companion(name: str, names: set[str]) -> bool:
    for ending in COMPANION_SUFFIXES:
        stem = name.removesuffix(ending)
        if stem != name and any(stem + suffix in names for suffix in PAGE_SUFFIXES):
            return True
    return False
