"""Which addresses of a page are followed: on the same site, and of a kind that can be read."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from notice_cli.errors import RefusalError

FOLLOWED = (".docx", ".html", ".htm", ".shtml", ".txt", ".md", ".pdf")
"""Endings of attachments that are read; of one document in several formats the first of these."""
MOST_ATTACHMENTS = 5


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: one host, with or without `www.` before it."""
    return bool(_site(one)) and _site(one) == _site(other)


def _site(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def choose_attachments(where: str, links: Iterable[str]) -> list[str]:
    """The attachments of the page at `where` that are read, each document once, in the page's order.

    Raises:
        RefusalError: `attachment_elsewhere`, `attachment_format`, where there is none.
    """
    every = list(links)
    readable = [link for link in every if suffix_of(link) in FOLLOWED]
    near = [link for link in readable if same_site(where, link)]
    if near:
        return _each_once(near)[:MOST_ATTACHMENTS]
    if readable:
        raise RefusalError("attachment_elsewhere", where, links="  ".join(readable[:MOST_ATTACHMENTS]))
    suffixes = " ".join(dict.fromkeys(suffix_of(link) for link in every))
    raise RefusalError(
        "attachment_format", where, suffixes=suffixes, links="  ".join(every[:MOST_ATTACHMENTS])
    )


def _each_once(links: list[str]) -> list[str]:
    """One link for each document: `a.pdf` is left out beside `a.docx`."""
    best: dict[str, str] = {}
    for link in links:
        stem = str(PurePosixPath(urlsplit(link).path).with_suffix(""))
        known = best.get(stem)
        if known is None or _rank(link) < _rank(known):
            best[stem] = link
    return list(best.values())


def _rank(link: str) -> int:
    return FOLLOWED.index(suffix_of(link))


def suffix_of(link: str) -> str:
    """The ending of an address's path: `.docx`."""
    try:
        return PurePosixPath(urlsplit(link).path).suffix.lower()
    except ValueError:
        return ""
