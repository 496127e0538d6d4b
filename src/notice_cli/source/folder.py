"""A folder of pages becomes the list of its pages."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path, PurePath

from notice_cli.errors import SourceError
from notice_cli.source.file import parse_path

PAGE_SUFFIXES = (".html", ".htm", ".shtml", ".shtm", ".xhtml", ".txt")
"""What counts as a page or a text in a folder; anything else is read where it is named itself."""

COMPANION_SUFFIXES = ("_files", ".files")
"""A browser that saves `page.html` puts its images, scripts and frames into `page_files` beside it."""


def expand(sources: Sequence[str]) -> list[str]:
    """The sources with each folder replaced by its pages, sorted, of all depths.

    Left out are hidden names, the resource folder that a browser saves beside a page, and links to folders.
    A folder inside that cannot be listed stays in the list, so that `fetch` says why.
    Raises SourceError `empty_folder`.
    """
    return [page for source in sources for page in (_pages(source) if _is_folder(source) else (source,))]


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
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if not _is_companion(entry.name, names):
                folders.append(entry.path)
        elif _is_page(entry):
            pages.append(entry.path)


def _is_page(entry: os.DirEntry[str]) -> bool:
    suffix = PurePath(entry.name).suffix.lower()
    return suffix in PAGE_SUFFIXES and (entry.is_file() or entry.is_symlink())


def _is_companion(name: str, names: set[str]) -> bool:
    for ending in COMPANION_SUFFIXES:
        stem = name.removesuffix(ending)
        if stem != name and any(stem + suffix in names for suffix in PAGE_SUFFIXES):
            return True
    return False
