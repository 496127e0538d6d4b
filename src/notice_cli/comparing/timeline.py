"""Three or more notices: each issue's thread over the years."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from notice_cli.comparing.changes import OPEN
from notice_cli.comparing.pairing import pair_issues
from notice_cli.comparing.said import Said, read_all_said
from notice_cli.comparing.side import read_side
from notice_cli.model import Issue, Notice, Sighting, Thread, Timeline

Found = tuple[Issue, Said, Sighting]


def find_threads(notices: Sequence[Notice]) -> Timeline:
    """The threads of issues over `notices`, in the order given, oldest first.

    Each notice's issues are paired with the last sighting of every thread, so that an issue which one notice
    left out is still found in the next.
    """
    threads: list[list[Found]] = []
    for at, notice in enumerate(notices):
        _add_notice(threads, at, notice)
    told = [_tell([sighting for *_, sighting in thread], len(notices)) for thread in threads]
    return Timeline(notices=tuple(map(read_side, notices)), threads=tuple(sorted(told, key=_seriousness)))


def _add_notice(threads: list[list[Found]], at: int, notice: Notice) -> None:
    """Put each issue of a notice at the end of its thread, or at the start of a new one."""
    said = read_all_said(notice)
    last = [thread[-1] for thread in threads]
    pairs = pair_issues([issue for issue, *_ in last], notice.issues, ([one for _, one, _ in last], said))
    met = {pair.new: pair for pair in sorted(pairs, key=lambda pair: pair.likeness)}
    free = set(range(len(threads)))
    for place, issue in enumerate(notice.issues):
        pair = met.get(place)
        known = pair if pair and pair.old in free else None
        sighting = Sighting(
            notice=at,
            issue=issue.number,
            status=issue.status,
            text=issue.text,
            span=issue.span,
            similarity=known.likeness if known else None,
            needs_review=bool(known and not known.sure),
        )
        if known:
            free.discard(known.old)
            threads[known.old].append((issue, said[place], sighting))
        else:
            threads.append([(issue, said[place], sighting)])


def _tell(sightings: Sequence[Sighting], notices: int) -> Thread:
    """A thread with what is serious about it; what somebody has to judge first proves nothing."""
    links = pairwise(sightings)
    before = [one.status for one, other in links if not other.needs_review]
    last = sightings[-1]
    return Thread(
        sightings=tuple(sightings),
        reopened="completed" in before,
        persisting=any(status in OPEN for status in before),
        dropped_while_open=last.status in OPEN and last.notice < notices - 1,
    )


def _seriousness(thread: Thread) -> tuple[bool, bool, bool, int, int, int]:
    """Reopened threads first, then the dropped and the persisting; long ones before short ones."""
    first = thread.sightings[0]
    return (
        not thread.reopened,
        not thread.dropped_while_open,
        not thread.persisting,
        -len(thread.sightings),
        first.notice,
        first.issue,
    )
