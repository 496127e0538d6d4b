"""Addresses visited and stored: several hosts at a time, each host one request at a time."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock, Thread
from typing import Any
from urllib.parse import urlsplit

from notice_cli.errors import RefusalError, SourceError, UnreadableError
from notice_cli.language import Lang
from notice_cli.model import Visit
from notice_cli.page.page import read_page
from notice_cli.source import Fetched, Limits, Origin
from notice_cli.source.address import parse_address, read_address
from notice_cli.source.advice import CHALLENGES
from notice_cli.source.archive import Archive
from notice_cli.source.http import forget, record_url
from notice_cli.source.manners import PACE
from notice_cli.source.robots import check_robots
from notice_cli.source.snapshot import read_from
from notice_cli.source.trip import Hop
from notice_cli.visiting.gather import Ways, gather, origin_of, ways_of
from notice_cli.visiting.journal import Run

WORKERS = 4
"""Hosts that are asked at a time."""
PATIENCE = 300
"""Seconds; a host that wants to be left alone for longer is not waited for."""
GATEKEEPERS = ("challenge", "login", "error_page")
"""Pages that stand before the one that was asked for: they are not stored in its place."""


@dataclass(slots=True)
class Tour:
    """What the visits of one run share: where they are stored, how far they go, and what was stored."""

    archive: Archive
    limits: Limits
    run: Run
    lang: Lang
    origin: Origin | None = None
    """None for addresses that a person typed, LISTED for those of a list."""
    before: dict[str, str | None] = field(default_factory=dict)
    """The sha256 of each page as the archive held it when the run began."""
    stored: set[str] = field(default_factory=set)
    """The addresses that this run has stored."""
    lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        entries = self.archive.entries
        self.before.update((one.url, one.sha256) for one in entries[: self.run.entries] if one.is_page)
        self.stored.update(one.url for one in entries[self.run.entries :])


def tour(visits: Tour, urls: Sequence[str]) -> Iterator[Visit]:
    """Visit each address once; those that the run was done with before come first and are not asked again."""
    waiting: dict[str, deque[str]] = {}
    for url in _once(urls):
        if url in visits.run.done:
            yield Visit.model_validate(visits.run.done[url])
        else:
            waiting.setdefault(_host(url), deque()).append(url)
    for visit in _in_turn(waiting, lambda url: visit_one(visits, url), visits):
        visits.run.write(visit.model_dump(mode="json", exclude_none=True))
        yield visit


def _once(urls: Sequence[str]) -> list[str]:
    """The addresses as they are asked for, without those that are the same."""
    known = ((parse_address(url), url) for url in urls)
    return list(
        dict.fromkeys(address.geturl().partition("#")[0] if address else url for address, url in known)
    )


def _host(url: str) -> str:
    try:
        return urlsplit(url).netloc
    except ValueError:
        return ""


def _in_turn(waiting: dict[str, deque[str]], visit: Callable[[str], Visit], visits: Tour) -> Iterator[Visit]:
    """Visit whichever host is free next; a result as soon as there is one."""
    running: dict[Future[Visit], str] = {}
    again: set[str] = set()
    while waiting or running:
        yield from _give_up(waiting, visits)
        for host in _due(waiting, set(running.values()))[: WORKERS - len(running)]:
            running[_start(visit, waiting[host].popleft())] = host
            if not waiting[host]:
                del waiting[host]
        pause = _pause(waiting, set(running.values()))
        if running:
            done = wait(running, timeout=pause, return_when=FIRST_COMPLETED)[0]
            for future in done:
                host, found = running.pop(future), future.result()
                if found.url not in again and _comes_back(found, host):
                    again.add(found.url)
                    waiting.setdefault(host, deque()).append(found.url)
                else:
                    yield found
        elif waiting:
            time.sleep(pause or 0)


def _comes_back(visit: Visit, host: str) -> bool:
    """Whether a host answered that it wants to be asked again, and that soon enough."""
    return visit.outcome == "http_status" and 1 < PACE.free_at(host) - time.monotonic() <= PATIENCE


def _due(waiting: dict[str, deque[str]], busy: set[str]) -> list[str]:
    """Hosts that may be asked now, the one that has waited longest first."""
    now = time.monotonic()
    return sorted(
        (host for host in waiting if host not in busy and PACE.free_at(host) <= now), key=PACE.free_at
    )


def _pause(waiting: dict[str, deque[str]], busy: set[str]) -> float | None:
    """Seconds until the next host is free; None where only a result can change anything."""
    times = [PACE.free_at(host) for host in waiting if host not in busy]
    return max(0.01, min(times) - time.monotonic()) if times and len(busy) < WORKERS else None


def _give_up(waiting: dict[str, deque[str]], visits: Tour) -> Iterator[Visit]:
    """What is left of hosts that want to be left alone for long."""
    for host in list(waiting):
        seconds = PACE.free_at(host) - time.monotonic()
        if seconds > PATIENCE:
            for url in waiting.pop(host):
                yield failed(url, SourceError("put_off", url, seconds=f"{seconds:.0f}"), visits.lang)


def _start(visit: Callable[[str], Visit], url: str) -> Future[Visit]:
    """A visit in a thread that does not keep an interrupted process alive."""
    future: Future[Visit] = Future()

    def work() -> None:
        try:
            future.set_result(visit(url))
        except BaseException as error:
            future.set_exception(error)

    Thread(target=work, daemon=True).start()
    return future


def failed(url: str, error: UnreadableError, lang: Lang, **facts: Any) -> Visit:  # noqa: ANN401
    """The record of an address that was not stored."""
    outcome = "challenge" if error.facts.get("status") in CHALLENGES else error.kind
    return Visit(url=url, outcome=outcome, message=error.message(lang), **facts)


def visit_one(visits: Tour, url: str) -> Visit:
    """Ask for one page, store it with its parts and attachments, and say what became of it."""
    try:
        got, hops = _ask(visits, read_address(url).geturl(), visits.origin)
        _check(got, hops)
    except UnreadableError as error:
        return failed(url, error, visits.lang)
    _keep(visits, hops, None)
    leads, refusal = _follow(visits, got)
    return Visit(
        url=url,
        outcome=_outcome(visits, got),
        uri=got.uri,
        media_type=got.media_type,
        sha256=hashlib.sha256(got.data).hexdigest(),
        size=len(got.data),
        fetched_at=got.fetched_at,
        leads=tuple(leads),
        refusal=refusal.message(visits.lang) if refusal else None,
    )


def _outcome(visits: Tour, got: Fetched) -> str:
    """`stored` for a page that is new to the archive, else whether it is another one now."""
    url = got.uri.partition("#")[0]
    if url not in visits.before:
        return "stored"
    same = visits.before[url] == hashlib.sha256(got.data).hexdigest()
    return "unchanged" if same else "changed"


def _ask(visits: Tour, url: str, origin: Origin | None) -> tuple[Fetched, list[Hop]]:
    """A page and the answers on the way to it; from the archive where this run has it, or it is unchanged."""
    limits, shelf = visits.limits, visits.archive.shelf
    if url.partition("#")[0] in visits.stored:
        with suppress(SourceError):  # a redirect may be stored, and not yet the page behind it
            return read_from(shelf, url, limits), []
    if limits.robots:
        check_robots(url, limits, origin)
    got, hops = record_url(url, limits, origin, visits.archive.conditions)
    if got is None:
        got = read_from(shelf, hops[-1].url, limits).replace(peer=hops[-1].peer, fetched_at=hops[-1].time)
    return got, hops


def _check(got: Fetched, hops: list[Hop]) -> None:
    """Refuse a page that stands before the one that was asked for, and let go of it."""
    try:
        read_page(got.data, got.media_type, got.charset, got.uri)
    except RefusalError as error:
        if error.kind in GATEKEEPERS:
            forget(hops)
            raise
    except UnreadableError:
        return  # it is what the server has there: stored, and told when it is read


def _keep(visits: Tour, hops: Sequence[Hop], via: str | None) -> None:
    """Store answers that this run has not stored."""
    for hop in hops:
        url = hop.url.partition("#")[0]
        with visits.lock:
            known = url in visits.stored
            visits.stored.add(url)
        if not known:
            visits.archive.store(hop, via)
        hop.answer.close()


def _follow(visits: Tour, got: Fetched) -> tuple[list[str], UnreadableError | None]:
    """Store what a page leads to: the addresses, and why the page holds no notice, where it holds none."""
    leads: list[str] = []

    def lead(url: str, leader: Fetched) -> Fetched:
        found, hops = _ask(visits, read_address(url).geturl(), origin_of(leader))
        _check(found, hops)
        _keep(visits, hops, got.uri)
        leads.append(found.uri)
        return found

    def draw(page: Fetched) -> Fetched:
        rendered = ways_of(visits.limits).draw(page)
        visits.archive.store_rendered(rendered)
        return rendered

    try:
        for _ in gather(got, visits.limits, ways=Ways(lead, draw)):
            pass
    except UnreadableError as error:
        return leads, error
    return leads, None


def read_list(file: Path) -> list[str]:
    """The addresses of a list, one a line; empty lines and `#` lines are passed over.

    Raises:
        SourceError: `missing`, `unreadable_file`, `too_large`, `bad_list`.
    """
    from notice_cli.source.file import read_file, read_stdin

    limits = Limits()
    data = (read_stdin("-", limits) if str(file) == "-" else read_file(file, limits)).data
    lines = (line.strip() for line in data.decode("utf-8-sig", "replace").splitlines())
    found = [line for line in lines if line and not line.startswith("#")]
    if not found:
        raise SourceError("bad_list", str(file))
    return found
