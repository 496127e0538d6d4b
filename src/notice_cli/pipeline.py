"""Read this file first: bytes become a page, the page an outline, the outline a notice.

read     source -> bytes -> page -> outline -> Notice
check    Notice -> rules -> Report
compare  Notice x Notice -> Comparison
follow   Notice x Notice x ... -> Timeline
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from notice_cli.errors import UnreadableError
from notice_cli.language import Lang
from notice_cli.outline import read_outline
from notice_cli.page.metadata import Labels
from notice_cli.page.page import KNOWN, Known, Page, explain_page, read_page
from notice_cli.page.sites import Site
from notice_cli.reading.notice import read_notice
from notice_cli.reading.vocabulary import Spoken, speaking, spoken
from notice_cli.source import Fetched, fetch

if TYPE_CHECKING:
    from notice_cli.model import Comparison, Notice, Report, Severity, Timeline
    from notice_cli.page.explain import PartOfPage

RECORD_TYPES = ("application/json", "application/jsonl", "application/x-ndjson")


class Vocabulary(NamedTuple):
    """What pages and texts are read with: labels, status words and sites, the known ones and further ones."""

    page: Known = KNOWN
    words: Spoken | None = None


def read_vocabulary(file: Path) -> Vocabulary:
    """The vocabulary that a `notice.toml` (or `[tool.notice]` of a `pyproject.toml`) gives.

    Raises:
        UsageError: the file cannot be read, or holds what is not known.
    """
    from notice_cli.config import read_config

    config = read_config(file)
    if not config.sites and config.vocabulary == type(config.vocabulary)():
        return PLAIN
    added = config.vocabulary
    sites = (Site(one.name, one.recognise, tuple(map(str.lower, one.body))) for one in config.sites)
    words = spoken(added.labels.model_dump(), added.status.model_dump())
    return Vocabulary(Known(Labels(added.metadata.model_dump()), (*sites, *KNOWN.sites)), words)


PLAIN = Vocabulary()


def read(source: str | Path | bytes, vocabulary: Vocabulary = PLAIN) -> Notice:
    """Read one notice.

    Args:
        source: A path, an http(s) URL, `-` for standard input, or a page's bytes. A record that
            `notice parse` wrote is taken as well (its first notice, if it holds several).
        vocabulary: Words and sites beside the known ones, see `read_vocabulary`.

    Raises:
        UnreadableError: the source cannot be had, is no text, or is no rectification notice.
    """
    return next(read_all(source, vocabulary))


def read_all(source: str | Path | bytes, vocabulary: Vocabulary = PLAIN) -> Iterator[Notice]:
    """Read all notices of a source: a page holds one, a file of records may hold many."""
    got = Fetched("bytes", source, None, None, None) if isinstance(source, bytes) else fetch(source)
    if is_record(got):
        yield from _records(got)
    else:
        yield read_bytes(got, vocabulary)


def read_bytes(got: Fetched, vocabulary: Vocabulary = PLAIN) -> Notice:
    """A page's bytes to its record."""
    page = read_page(got.data, got.media_type, got.charset, got.uri, vocabulary.page)
    outline = read_outline(page.titles, page.blocks)
    with speaking(vocabulary.words) if vocabulary.words else nullcontext():
        return read_notice(outline, page.metadata, _source(got, page), page.page_title)


def explain(
    source: str | Path, vocabulary: Vocabulary = PLAIN
) -> Iterator[tuple[Notice, list[PartOfPage] | None]]:
    """All notices of a source, each with the blocks of its page; a record has no page any more.

    Raises:
        UnreadableError: as `read`.
    """
    got = fetch(source)
    if is_record(got):
        yield from ((notice, None) for notice in _records(got))
    else:
        notice = read_bytes(got, vocabulary)
        yield notice, explain_page(got.data, got.media_type, got.charset, got.uri, vocabulary.page)


def is_record(got: Fetched) -> bool:
    """Whether the bytes are what `notice parse` wrote."""
    return got.media_type in RECORD_TYPES or got.data[:1] in (b"{", b"[")


def _records(got: Fetched) -> Iterator[Notice]:
    from notice_cli.source.records import read_records

    yield from read_records(got.data, got.uri)


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
    notice: Notice,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    lang: Lang = "zh",
    *,
    draft: bool = False,
    levels: Mapping[str, Severity] | None = None,
) -> Report:
    """Judge one notice by the rules.

    Args:
        notice: What `read` gave.
        select: Codes or prefixes of codes to judge by; all where empty.
        ignore: Codes or prefixes of codes to leave out.
        lang: Language of the messages.
        draft: A text before publication: metadata, signature and dates of publication are not judged.
        levels: Levels of codes that differ from the rule's own.

    Raises:
        UsageError: a code that no rule has, or a plugin that cannot be loaded.
    """
    from notice_cli.rules import choose, judge
    from notice_cli.rules.plugins import all_rules

    return judge(notice, choose(select, ignore, all_rules()), lang, draft=draft, levels=levels)


def unreadable(uri: str, error: UnreadableError, lang: Lang = "zh") -> Report:
    """The report on a source that could not be read."""
    from notice_cli.model import Report, Unreadable

    return Report(uri=uri, unreadable=Unreadable(kind=error.kind, message=error.message(lang)))


def compare(old: Notice, new: Notice, decisions: str = "", where: str = "decisions") -> Comparison:
    """Compare two notices of one body: what recurred, what is new, what was dropped while still open.

    Args:
        old: The earlier notice.
        new: The later one.
        decisions: TOML of pairs that people confirmed or rejected, as `comparing.decisions` tells.
        where: What to call the decisions in errors.

    Raises:
        UsageError: the decisions cannot be read.
    """
    from notice_cli.comparing import compare_notices, read_decisions

    return compare_notices(old, new, read_decisions(decisions, where))


def follow(notices: Sequence[Notice]) -> Timeline:
    """Follow each issue over three or more notices of one body, oldest first."""
    from notice_cli.comparing import find_threads

    return find_threads(notices)


def differs(result: Comparison | Timeline, fail_on: str = "any") -> bool:
    """Whether a comparison has a difference of the kind asked for: any, recurring, reopened, none."""
    from notice_cli.comparing import differs as has_difference

    return has_difference(result, fail_on)
