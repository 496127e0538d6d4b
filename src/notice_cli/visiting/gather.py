"""A page and what belongs to it, read: the parts joined, the attachment under its page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, cast
from urllib.parse import urlsplit

from notice_cli.errors import RefusalError, SourceError, UnreadableError
from notice_cli.language import LANGS, Words
from notice_cli.page.joining import without_title
from notice_cli.page.page import KNOWN, Known, Page, read_page
from notice_cli.source import Fetched, Limits, Origin, fetch_lead, render_page
from notice_cli.visiting.leads import choose_attachments, same_site

MOST_PARTS = 20
"""Further parts of a page that are followed."""


class Ways(NamedTuple):
    """How leads are followed."""

    lead: Callable[[str, Fetched], Fetched]
    """Reads an address that a page leads to."""
    draw: Callable[[Fetched], Fetched]
    """Opens a page in a browser."""


def ways_of(limits: Limits) -> Ways:
    """From the network or the archive, as the limits say."""
    return Ways(
        lambda url, leader: fetch_lead(url, limits, origin_of(leader)),
        lambda page: render_page(page, limits, origin_of(page)),
    )


class Leaf(NamedTuple):
    """The bytes of a page or a document, and what they hold."""

    got: Fetched
    page: Page


class Sheaf(NamedTuple):
    """What one notice is read from: its parts in their order, and the page that they are attached to."""

    parts: tuple[Leaf, ...]
    cover: Leaf | None = None


def gather(got: Fetched, limits: Limits, known: Known = KNOWN, ways: Ways | None = None) -> Iterator[Sheaf]:
    """The notices of a page that was fetched: one, or one for each attachment that holds one.

    Args:
        got: The page.
        limits: Whether and how far leads are followed.
        known: What is known of pages.
        ways: How leads are followed, where not as the limits say.

    Raises:
        UnreadableError: the page holds no notice, and leads to none that can be read.
    """
    ways = ways or ways_of(limits)
    try:
        first = _open(got, known)
    except RefusalError as error:
        yield from _elsewhere(got, error, limits, known, ways)
    else:
        yield Sheaf(tuple(_with_rest(first, limits, known, ways)))


def _open(got: Fetched, known: Known, *, refuse: bool = True) -> Leaf:
    return Leaf(got, read_page(got.data, got.media_type, got.charset, got.uri, known, refuse=refuse))


def _elsewhere(
    got: Fetched, error: RefusalError, limits: Limits, known: Known, ways: Ways
) -> Iterator[Sheaf]:
    """The notice of a page that holds none itself."""
    if error.kind == "script_shell" and limits.render and not got.rendered and _is_address(got.uri):
        yield from gather(ways.draw(got), limits, known, ways)
    elif error.kind == "attachment_only" and limits.follow and _is_address(got.uri):
        yield from _attached(got, error, limits, known, ways)
    else:
        raise error


def _attached(got: Fetched, error: RefusalError, limits: Limits, known: Known, ways: Ways) -> Iterator[Sheaf]:
    links = cast("Sequence[str]", error.facts.get("addresses", ()))
    failures: list[UnreadableError] = []
    chosen = choose_attachments(got.uri, links)
    cover = _open(got, known, refuse=False)
    if len(chosen) > 1:  # the page's title need not be each document's
        cover = Leaf(got, without_title(cover.page))
    for link in chosen:
        try:
            yield Sheaf((_open(ways.lead(link, got), known),), cover)
        except UnreadableError as one:
            failures.append(one)
    if len(failures) == len(chosen):
        raise failures[0]
    for failure in failures:
        limits.tell(unread(failure))


def _with_rest(first: Leaf, limits: Limits, known: Known, ways: Ways) -> list[Leaf]:
    """A page and the parts that follow it; the last one's `next` is None where all were read."""
    leaves, seen = [first], {first.got.uri}
    while (url := leaves[-1].page.next) and _may_follow(first.got, url, limits) and len(leaves) <= MOST_PARTS:
        if url in seen:
            return _ended(leaves)
        part = _part(url, leaves[-1], limits, known, ways)
        if part is None or part.got.uri in seen:
            break
        if part.got.data == leaves[-1].got.data:
            return _ended(leaves)
        seen |= {url, part.got.uri}
        leaves.append(part)
    return leaves


def _ended(leaves: list[Leaf]) -> list[Leaf]:
    """The parts where the last one leads back to what was read: nothing is missing."""
    return [*leaves[:-1], Leaf(leaves[-1].got, leaves[-1].page.replace(next=None))]


def _may_follow(first: Fetched, url: str, limits: Limits) -> bool:
    return limits.follow and _is_address(first.uri) and same_site(first.uri, url)


def _part(url: str, leader: Leaf, limits: Limits, known: Known, ways: Ways) -> Leaf | None:
    """The next part, None where it cannot be had, which is told."""
    try:
        got = ways.lead(url, leader.got)
        try:
            return _open(got, known)
        except RefusalError as error:
            if error.kind in ("challenge", "login", "error_page"):
                raise
            return _open(got, known, refuse=False)
    except UnreadableError as error:
        limits.tell(SourceError("part_unread", url, reason=spoken(error)))
        return None


def unread(error: UnreadableError) -> SourceError:
    """What is told of an attachment beside others that were read."""
    return SourceError("attachment_unread", error.where, reason=spoken(error))


def spoken(error: UnreadableError) -> Words:
    """An error's sentence as a part of another one."""
    return Words(*(error.message(lang).replace("{", "{{").replace("}", "}}") for lang in LANGS))


def _is_address(uri: str) -> bool:
    return uri.startswith(("http://", "https://"))


def origin_of(leader: Fetched) -> Origin:
    """Who leads on from a page."""
    parts = urlsplit(leader.uri)
    return Origin(parts.hostname or "", parts.port or {"http": 80}.get(parts.scheme, 443), leader.peer)
