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
from typing import TYPE_CHECKING

from notice_cli.errors import UnreadableError
from notice_cli.language import Lang
from notice_cli.outline import read_outline
from notice_cli.page.memory import uncollected
from notice_cli.page.metadata import Labels, PageMetadata
from notice_cli.page.page import KNOWN, Known, Page, explain_page, read_page
from notice_cli.page.sites import Site, elements_of
from notice_cli.reading.notice import read_notice
from notice_cli.reading.vocabulary import Spoken, speaking, spoken
from notice_cli.source import Fetched, Limits, expand, fetch, is_archive, locate
from notice_cli.values import Value

if TYPE_CHECKING:
    from notice_cli.model import Comparison, Notice, Report, Severity, Timeline
    from notice_cli.page.explain import PartOfPage
    from notice_cli.reports.review_model import Reviewed
    from notice_cli.visiting import Sheaf

RECORD_TYPES = ("application/json", "application/jsonl", "application/x-ndjson")


class Vocabulary(Value):
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
    added_sites = [Site(one.name, one.recognise, tuple(map(str.lower, one.body))) for one in config.sites]
    sites = (*added_sites, *KNOWN.sites)
    words = spoken(added.labels.model_dump(), added.status.model_dump())
    return Vocabulary(Known(Labels(added.metadata.model_dump()), sites, elements_of(sites)), words)


PLAIN = Vocabulary()
LIMITS = Limits()


def read(source: str | Path | bytes, vocabulary: Vocabulary = PLAIN, limits: Limits = LIMITS) -> Notice:
    """Read one notice.

    Args:
        source: A path, an http(s) URL, `-` for standard input, or a page's bytes. A record that
            `notice parse` wrote is taken as well (its first notice, if it holds several).
        vocabulary: Words and sites beside the known ones, see `read_vocabulary`.
        limits: How much, how long and how far an address is read.

    Raises:
        UnreadableError: the source cannot be had, is no text, or is no rectification notice.
    """
    return next(read_all(source, vocabulary, limits))


def read_all(
    source: str | Path | bytes, vocabulary: Vocabulary = PLAIN, limits: Limits = LIMITS
) -> Iterator[Notice]:
    """Read all notices of a source: a page holds one, a file of records or an archive may hold many."""
    if isinstance(source, str) and is_archive(source):
        for one in expand([source]):
            yield from read_all(one, vocabulary, limits)
        return
    got, limits = _fetch(source, limits)
    if is_record(got):
        yield from _records(got)
    elif got.data[:2] in _MAY_BE_WORKBOOKS and is_workbook(got):
        yield from _ledgers(got, vocabulary)
    elif got.fetched_at is not None:
        yield from (notice for _, notice in _read_sheaves(got, vocabulary, limits))
    else:
        yield read_bytes(got, vocabulary)


def _fetch(source: str | Path | bytes, limits: Limits) -> tuple[Fetched, Limits]:
    """The bytes of a source, and the limits for what it leads to: a snapshot leads into its archive."""
    if isinstance(source, bytes):
        return Fetched("bytes", source, None, None, None), limits
    if isinstance(source, str):
        source, limits = locate(source, limits)
    got = fetch(source, limits)
    return got, limits.replace(moment=limits.moment or got.fetched_at) if limits.archive else limits


def _read_sheaves(got: Fetched, vocabulary: Vocabulary, limits: Limits) -> Iterator[tuple[Sheaf, Notice]]:
    """The notices that a fetched page holds or leads to; of several attachments not each need be one."""
    from notice_cli.visiting import gather, unread

    failures, count = [], 0
    for sheaf in gather(got, limits, vocabulary.page):
        try:
            notice = read_sheaf(sheaf, vocabulary)
        except UnreadableError as error:
            failures.append(error)
        else:
            count += 1
            yield sheaf, notice
    if failures and not count:
        raise failures[0]
    for failure in failures:
        limits.tell(unread(failure))


def read_sheaf(sheaf: Sheaf, vocabulary: Vocabulary = PLAIN) -> Notice:
    """A page and what belongs to it to its record: the parts joined, an attachment under its page."""
    from notice_cli.page.joining import cover_page, join_pages

    page = join_pages([leaf.page for leaf in sheaf.parts])
    if sheaf.cover is not None:
        page = cover_page(sheaf.cover.page, page)
    outline = read_outline(page.titles, page.blocks)
    with speaking(vocabulary.words) if vocabulary.words else nullcontext():
        return read_notice(outline, page.metadata, _sheaf_source(sheaf, page), page.page_title)


def _sheaf_source(sheaf: Sheaf, page: Page) -> dict[str, object]:
    parts = [_source(*leaf) for leaf in sheaf.parts]
    kept = ("uri", "media_type", "sha256", "size", "fetched_at")
    told = [{name: part[name] for name in kept} for part in parts] if len(parts) > 1 else []
    attached_to = sheaf.cover.got.uri if sheaf.cover else None
    return {**_source(sheaf.parts[0].got, page), "parts": told, "attached_to": attached_to}


_MAY_BE_WORKBOOKS = (b"PK", b"\xd0\xcf")
_WORKBOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def is_workbook(got: Fetched) -> bool:
    """Whether the bytes are an Excel workbook, which is read as a ledger."""
    from notice_cli.page import workbook

    return got.media_type != _WORD_TYPE and workbook.is_workbook(got.data)


def _ledgers(got: Fetched, vocabulary: Vocabulary) -> Iterator[Notice]:
    """The notices that a workbook is the ledger of.

    Raises:
        UnreadableError: it cannot be read, or lists no issues.
    """
    from notice_cli.page.workbook import read_workbook
    from notice_cli.reading.workbook import read_ledgers

    source = _source(got, Page((), (), PageMetadata(), None, _WORKBOOK_TYPE, None, 0, "workbook"))
    with speaking(vocabulary.words) if vocabulary.words else nullcontext():
        yield from read_ledgers(read_workbook(got.data, got.uri), source)


@uncollected
def read_bytes(got: Fetched, vocabulary: Vocabulary = PLAIN) -> Notice:
    """A page's bytes to its record."""
    page = read_page(got.data, got.media_type, got.charset, got.uri, vocabulary.page)
    outline = read_outline(page.titles, page.blocks)
    page = page.replace(titles=(), blocks=())
    with speaking(vocabulary.words) if vocabulary.words else nullcontext():
        return read_notice(outline, page.metadata, _source(got, page), page.page_title)


def explain(
    source: str | Path, vocabulary: Vocabulary = PLAIN, limits: Limits = LIMITS
) -> Iterator[tuple[Notice, list[PartOfPage] | None]]:
    """All notices of a source, each with the blocks of its page; a record has no page any more.

    Raises:
        UnreadableError: as `read`.
    """
    got, limits = _fetch(source, limits)
    if is_record(got):
        yield from ((notice, None) for notice in _records(got))
    elif got.fetched_at is not None:
        for sheaf, notice in _read_sheaves(got, vocabulary, limits):
            yield notice, _explain_sheaf(sheaf, vocabulary)
    else:
        notice = read_bytes(got, vocabulary)
        yield notice, explain_page(got.data, got.media_type, got.charset, got.uri, vocabulary.page)


def _explain_sheaf(sheaf: Sheaf, vocabulary: Vocabulary) -> list[PartOfPage]:
    every = (leaf.got for leaf in sheaf.parts)
    known = vocabulary.page
    pages = (explain_page(got.data, got.media_type, got.charset, got.uri, known) for got in every)
    return [part for page in pages for part in page]


def is_record(got: Fetched) -> bool:
    """Whether the bytes are what `notice parse` wrote."""
    return got.media_type in RECORD_TYPES or (got.data[:1] in (b"{", b"[") and got.data[:5] != b"{\\rtf")


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
        "rendered": got.rendered,
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


def review(notice: Notice, report: Report) -> Reviewed:
    """What the review page shows of a notice: with its report, the days of its measures, plans left out."""
    from notice_cli.reports.review_model import DatedMeasure, Reviewed
    from notice_cli.rules.measure_dates import dates_in_measures, is_plan

    positions = {id(issue): at for at, issue in enumerate(notice.issues)}
    dated = (
        DatedMeasure(positions[id(one.issue)], one.date.start, one.date.end, one.value, one.certain)
        for one in dates_in_measures(notice)
        if not is_plan(notice.text, one.date)
    )
    return Reviewed(notice, report, tuple(dated))


def check_against(
    notice: Notice,
    report: Report,
    ledger: Notice,
    lang: Lang = "zh",
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    levels: Mapping[str, Severity] | None = None,
) -> Report:
    """The report on a notice with what it differs in from the bureau's own ledger.

    Args:
        notice: What was published.
        report: What `check` found in it.
        ledger: The ledger, as `read` gives it.
        lang: Language of the messages.
        select: Codes or prefixes of codes; all where empty.
        ignore: The same, to leave out.
        levels: Levels of codes that differ from their own.
    """
    from notice_cli.comparing.against import hold_against
    from notice_cli.rules.claims import judge_claims
    from notice_cli.rules.completeness import find_part

    held = hold_against(notice, ledger, lang, partial=find_part(notice) is not None)

    def wanted(code: str) -> bool:
        return (not select or code.startswith(tuple(select))) and not code.startswith(tuple(ignore))

    found = (one for one in held.findings if wanted(one.code))
    relevelled = (one.model_copy(update={"level": (levels or {}).get(one.code, one.level)}) for one in found)
    findings = (*report.findings, *relevelled)
    passed = (*report.passed, *(one for one in held.passed if wanted(one.code)))
    silent = (*report.not_applicable, *(one for one in held.not_applicable if wanted(one.code)))
    claims = judge_claims(len(notice.counts), findings, passed)
    changed = {"findings": findings, "passed": passed, "not_applicable": silent, "claims": claims}
    return report.model_copy(update=changed)


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


def rule_versions(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> dict[str, str]:
    """The rules chosen, each with 12 digits of the hash of its source: another version, another hash.

    Raises:
        UsageError: as `check`.
    """
    import inspect

    from notice_cli.rules import choose
    from notice_cli.rules.plugins import all_rules

    rules = choose(select, ignore, all_rules())
    sources = ((rule.code, Path(inspect.getfile(rule.check)).read_bytes()) for rule in rules)
    return {code: hashlib.sha256(source).hexdigest()[:12] for code, source in sources}


def topics_of(text: str) -> tuple[str, ...]:
    """The subjects that an issue names, in the order that it names them."""
    from notice_cli.comparing.topics import find_topics

    return find_topics(text)


def body_of(notice: Notice) -> str | None:
    """The body that issued a notice, without 中共 and 党组: of the signature, the metadata or the title."""
    from notice_cli.comparing.kinds import fold_body
    from notice_cli.rules.titles import issuer_of

    named = notice.signature.issuer or notice.metadata.issuer or issuer_of(notice.title or "")
    return fold_body(named) if named else None
