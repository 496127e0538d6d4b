"""Read this file first: bytes become a page, the page an outline, the outline a notice.

read     source -> bytes -> page -> outline -> Notice
check    Notice -> rules -> Report
compare  Notice x Notice -> Comparison
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from notice_cli.errors import UnreadableError
from notice_cli.language import Lang
from notice_cli.model import Comparison, Notice, Report, Unreadable
from notice_cli.outline import read_outline
from notice_cli.page.page import Page, read_page
from notice_cli.reading.notice import read_notice
from notice_cli.source import Fetched, fetch

RECORD_TYPES = ("application/json", "application/jsonl", "application/x-ndjson")


def read(source: str | Path | bytes) -> Notice:
    """Read one notice.

    Args:
        source: A path, an http(s) URL, `-` for standard input, or a page's bytes. A record that
            `notice parse` wrote is taken as well (its first notice, if it holds several).

    Raises:
        UnreadableError: the source cannot be had, is no text, or is no rectification notice.
    """
    return next(read_all(source))


def read_all(source: str | Path | bytes) -> Iterator[Notice]:
    """Read all notices of a source: a page holds one, a file of records may hold many."""
    got = Fetched("bytes", source, None, None, None) if isinstance(source, bytes) else fetch(source)
    if got.media_type in RECORD_TYPES or got.data[:1] in (b"{", b"["):
        from notice_cli.source.records import read_records

        yield from read_records(got.data, got.uri)
    else:
        yield read_bytes(got)


def read_bytes(got: Fetched) -> Notice:
    """A page's bytes to its record."""
    page = read_page(got.data, got.media_type, got.charset, got.uri)
    outline = read_outline(page.titles, page.blocks)
    return read_notice(outline, page.metadata, _source(got, page), page.page_title)


def _source(got: Fetched, page: Page) -> dict[str, object]:
    return {
        "uri": got.uri,
        "media_type": page.media_type,
        "encoding": page.encoding,
        "replaced": page.replaced,
        "sha256": hashlib.sha256(got.data).hexdigest(),
        "size": len(got.data),
        "fetched_at": got.fetched_at,
        "next": page.next,
        "body_method": page.method,
    }


def check(
    notice: Notice, select: Sequence[str] = (), ignore: Sequence[str] = (), lang: Lang = "zh"
) -> Report:
    """Judge one notice by the rules.

    Args:
        notice: What `read` gave.
        select: Codes or prefixes of codes to judge by; all where empty.
        ignore: Codes or prefixes of codes to leave out.
        lang: Language of the messages.

    Raises:
        UsageError: a code that no rule has.
    """
    from notice_cli.rules import choose, judge

    return judge(notice, choose(select, ignore), lang)


def unreadable(uri: str, error: UnreadableError, lang: Lang = "zh") -> Report:
    """The report on a source that could not be read."""
    return Report(uri=uri, unreadable=Unreadable(kind=error.kind, message=error.message(lang)))


def compare(old: Notice, new: Notice) -> Comparison:
    """Compare two notices of one body: what recurred, what is new, what was dropped while still open."""
    from notice_cli.comparing import compare_notices

    return compare_notices(old, new)


def differs(comparison: Comparison, fail_on: str = "any") -> bool:
    """Whether a comparison has a difference of the kind asked for: any, recurring, reopened, none."""
    from notice_cli.comparing import differs as has_difference

    return has_difference(comparison, fail_on)
