"""What became of the issues, from one notice to another."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from notice_cli.comparing.pairing import Pair, pair_issues
from notice_cli.model import Change, Issue, MeasureChanges, Notice
from notice_cli.model.comparison import ChangeKind, Kind
from notice_cli.text.likeness import find_repeats, plain

REPEATED = 0.8
"""Measures that share so many character pairs are the same, nearly word for word."""

NAMES: dict[Kind, tuple[ChangeKind, ChangeKind, ChangeKind]] = {
    "years": ("recurring", "new", "gone"),
    "revision": ("edited", "added", "removed"),
}
"""What an issue of both, of the new one and of the old one is called."""

OPEN = frozenset(("basically_completed", "ongoing", "in_progress", "not_completed"))


def find_issue_changes(kind: Kind, old: Notice, new: Notice) -> tuple[Change, ...]:
    """Issues of both notices in the order of the new one, then the new ones, then those that are gone.

    Of a revision's issues those of both are listed only where something about them was changed.
    """
    both, added, removed = NAMES[kind]
    pairs = sorted(pair_issues(old.issues, new.issues), key=attrgetter("new"))
    edits = pairs if kind == "years" else [pair for pair in pairs if _is_edited(pair, old, new)]
    met_old, met_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    return (
        *(_in_both(both, pair, old.issues[pair.old], new.issues[pair.new], kind) for pair in edits),
        *(_in_new(added, issue) for at, issue in enumerate(new.issues) if at not in met_new),
        *(_in_old(removed, issue, kind) for at, issue in enumerate(old.issues) if at not in met_old),
    )


def _in_both(name: ChangeKind, pair: Pair, old: Issue, new: Issue, kind: Kind) -> Change:
    return Change(
        change=name,
        old=old.number,
        new=new.number,
        similarity=pair.likeness,
        needs_review=not pair.sure,
        reopened=kind == "years" and old.status == "completed",
        old_status=old.status,
        new_status=new.status,
        old_text=old.text,
        new_text=new.text,
        measures=_compare_measures(old, new),
    )


def _in_new(name: ChangeKind, issue: Issue) -> Change:
    return Change(change=name, new=issue.number, new_status=issue.status, new_text=issue.text)


def _in_old(name: ChangeKind, issue: Issue, kind: Kind) -> Change:
    return Change(
        change=name,
        old=issue.number,
        dropped_while_open=kind == "years" and issue.status in OPEN,
        old_status=issue.status,
        old_text=issue.text,
    )


def _compare_measures(old: Issue, new: Issue) -> MeasureChanges:
    """Which measures stand in both, by their ordinals, which came and which went."""
    there, here = ([measure.text for measure in issue.measures] for issue in (old, new))
    repeats = find_repeats(there, here, REPEATED)
    kept, kept_here = {i for i, _ in repeats}, {j for _, j in repeats}
    return MeasureChanges(
        repeated=tuple((old.measures[i].ordinal, new.measures[j].ordinal) for i, j in repeats),
        added=tuple(measure.ordinal for at, measure in enumerate(new.measures) if at not in kept_here),
        removed=tuple(measure.ordinal for at, measure in enumerate(old.measures) if at not in kept),
    )


def _is_edited(pair: Pair, old: Notice, new: Notice) -> bool:
    """Whether an issue says something else now, or has another number although nothing before it moved."""
    shifts = old.issues[pair.old].number - pair.old, new.issues[pair.new].number - pair.new
    return shifts[0] != shifts[1] or _says(old.issues[pair.old]) != _says(new.issues[pair.new])


def _says(issue: Issue) -> tuple[str | None, ...]:
    """All that a revision can change in an issue, without blanks and punctuation."""
    parts: Sequence[str | None] = (
        issue.text,
        issue.status,
        issue.status_text,
        issue.outcome,
        issue.deadline,
        "".join(issue.responsible),
        *(measure.text for measure in issue.measures),
    )
    return tuple(part and plain(part) for part in parts)
