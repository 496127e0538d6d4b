"""Threads of issues over three or more notices as GitHub-flavoured Markdown: the most serious first."""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Lang, Words
from notice_cli.model import Sighting, Thread, Timeline
from notice_cli.reports import diff_words as say
from notice_cli.reports.diff_markdown import name_side, safe, table
from notice_cli.reports.diff_timeline import group_threads


def render(timeline: Timeline, lang: Lang) -> str:
    """The timeline as Markdown: the notices, then a table a group, with a column for each notice."""
    return "\n".join(_lines(timeline, lang)) + "\n"


def _lines(timeline: Timeline, lang: Lang) -> Iterator[str]:
    yield f"# {say.TIMELINE.say(lang, count=len(timeline.notices))}"
    yield ""
    for at, side in enumerate(timeline.notices, start=1):
        yield f"{at}. {name_side(side)}"
    columns = [Words(f"[{at}]", f"[{at}]") for at in range(1, len(timeline.notices) + 1)]
    for name, threads in group_threads(timeline.threads).items():
        title = say.THREAD_GROUPS[name].say(lang, count=len(threads))
        rows = [_row(thread, len(columns), lang) for thread in threads]
        yield from table(title, [*columns, say.ISSUE], rows, lang)


def _row(thread: Thread, notices: int, lang: Lang) -> list[str]:
    """Number and status in each notice, and the words of the last one."""
    found = {one.notice: _cell(one, lang) for one in thread.sightings}
    return [*(found.get(at, say.ABSENT) for at in range(notices)), safe(thread.sightings[-1].text)]


def _cell(one: Sighting, lang: Lang) -> str:
    status = say.ABSENT if one.status is None else say.STATUSES[one.status].say(lang)
    doubt = [say.FLAGS["needs_review"].say(lang)] if one.needs_review else []
    return "<br>".join([f"{one.issue} {status}", *doubt])
