"""Threads of issues over three or more notices, for a clerk: the most serious first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.language import Lang
from notice_cli.model import Side, Status, Thread, Timeline
from notice_cli.reports import diff_words as say
from notice_cli.reports.terminal import Line, cut, paint, visible, wrap

ARROW = " → "
INDENT = "    "


def render(timeline: Timeline, lang: Lang, color: bool, width: int) -> str:
    """The timeline as text: the notices, then the threads by group, statuses in order.

    Args:
        timeline: What `find_threads` gave.
        lang: The language of all that is not the notices' own.
        color: Whether to write ANSI colours.
        width: Cells of the terminal; lines are kept within it, down to 50.
    """
    return paint(list(_lines(timeline, lang, max(width, 50))), color=color)


def _lines(timeline: Timeline, lang: Lang, width: int) -> Iterator[Line]:
    yield [(say.TIMELINE.say(lang, count=len(timeline.notices)), "bold")]
    for at, side in enumerate(timeline.notices, start=1):
        yield [(cut(f"[{at}] {_name(side)}", width), "dim")]
    groups = group_threads(timeline.threads)
    for name, threads in groups.items():
        yield []
        yield [(say.THREAD_GROUPS[name].say(lang, count=len(threads)), "bold")]
        for thread in threads:
            yield from _thread(thread, lang, width, short=name == "once")


def _name(side: Side) -> str:
    parts = (side.signed_on, side.title or side.source.uri)
    return "  ".join(visible(part) for part in parts if part)


def group_threads(threads: Sequence[Thread]) -> dict[str, list[Thread]]:
    """The threads by the most serious thing about them, the most serious group first."""
    groups: dict[str, list[Thread]] = {name: [] for name in say.THREAD_GROUPS}
    for thread in threads:
        groups[_group_of(thread)].append(thread)
    return {name: members for name, members in groups.items() if members}


def _group_of(thread: Thread) -> str:
    """The most serious group that a thread belongs to."""
    told = (
        (thread.reopened, "reopened"),
        (thread.dropped_while_open, "dropped"),
        (thread.persisting, "persisting"),
        (len(thread.sightings) > 1, "recurring"),
    )
    return next((name for holds, name in told if holds), "once")


def _thread(thread: Thread, lang: Lang, width: int, *, short: bool) -> Iterator[Line]:
    """Where the issue stood and how, and its words the last time; one line for what stood once."""
    steps = [
        f"[{one.notice + 1}] {one.issue} {_status(one.status, lang)}"
        + (f" ({say.FLAGS['needs_review'].say(lang)})" if one.needs_review else "")
        for one in thread.sightings
    ]
    text = visible(thread.sightings[-1].text)
    if short:
        yield [(cut(f"  {steps[0]}  {text}", width), "")]
        return
    for line in wrap(ARROW.join(steps), width - 2):
        yield [("  " + line, "")]
    yield [(cut(INDENT + text, width), "dim")]


def _status(status: Status | None, lang: Lang) -> str:
    return say.ABSENT if status is None else say.STATUSES[status].say(lang)
