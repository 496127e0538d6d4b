"""What became of the issues, from one notice to another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from hashlib import sha256
from typing import get_args

from notice_cli.comparing.decisions import UNDECIDED, Decided
from notice_cli.comparing.pairing import Pair, pair_issues
from notice_cli.comparing.said import read_all_said
from notice_cli.comparing.wording import find_edits, find_figure_changes
from notice_cli.model import Change, Issue, Likeness, MeasureChanges, Notice, Status
from notice_cli.model.comparison import ChangeKind, Group, Kind
from notice_cli.text.likeness import find_repeats, plain

REPEATED = 0.8
"""Measures that share so many character pairs are the same, nearly word for word."""

NAMES: dict[Kind, tuple[ChangeKind, ChangeKind, ChangeKind]] = {
    "years": ("recurring", "new", "gone"),
    "revision": ("edited", "added", "removed"),
}
"""What an issue of both, of the new one and of the old one is called."""

STATUSES: tuple[Status, ...] = get_args(Status)
"""The best first."""
OPEN = frozenset(STATUSES[1:])
GROUPS: tuple[Group, ...] = get_args(Group)
"""The most serious first."""


def find_issue_changes(
    kind: Kind, old: Notice, new: Notice, decided: Decided = UNDECIDED
) -> tuple[Change, ...]:
    """The changes, the most serious first, those of one group in the order of the new notice, then the old.

    Of a revision's issues those of both are listed only where something about them was changed.
    """
    said = read_all_said(old), read_all_said(new)
    pairs = pair_issues(old.issues, new.issues, said, decided)
    changes = [*_find_both(kind, old, new, pairs), *_find_one_sided(kind, old, new, pairs)]
    return tuple(sorted(changes, key=_seriousness))


def _seriousness(change: Change) -> tuple[int, bool, int, int]:
    return GROUPS.index(change.group), change.new is None, change.new or 0, change.old or 0


def _find_both(kind: Kind, old: Notice, new: Notice, pairs: Iterable[Pair]) -> Iterable[Change]:
    """The issues that stand in both notices."""
    for pair in pairs:
        one, other = old.issues[pair.old], new.issues[pair.new]
        edited = _find_edited(pair, one, other) if kind == "revision" else ()
        if kind == "years" or edited:
            yield _in_both(kind, pair, one, other, edited)


def _find_one_sided(kind: Kind, old: Notice, new: Notice, pairs: Iterable[Pair]) -> Iterable[Change]:
    """The issues that stand in one notice only."""
    met_old, met_new = {pair.old for pair in pairs}, {pair.new for pair in pairs}
    _, added, removed = NAMES[kind]
    yield from (_in_new(added, issue) for at, issue in enumerate(new.issues) if at not in met_new)
    yield from (_in_old(removed, issue, kind) for at, issue in enumerate(old.issues) if at not in met_old)


def _in_both(kind: Kind, pair: Pair, old: Issue, new: Issue, edited: tuple[str, ...]) -> Change:
    reopened = kind == "years" and old.status == "completed"
    persisting = kind == "years" and old.status in OPEN and new.status in OPEN
    step = _step(old.status, new.status)
    name = NAMES[kind][0]
    return Change(
        change=name,
        old=old.number,
        new=new.number,
        similarity=pair.likeness,
        needs_review=not pair.sure,
        reopened=reopened,
        old_status=old.status,
        new_status=new.status,
        old_text=old.text,
        new_text=new.text,
        measures=_compare_measures(old, new),
        group=_find_group(name, not pair.sure, reopened, persisting, step > 0),
        persisting=persisting,
        status_forward=step < 0,
        status_back=step > 0,
        split=pair.split,
        merged=pair.merged,
        confirmed=pair.confirmed,
        likeness=_tell_likeness(pair),
        edits=find_edits(old.text, new.text),
        figures=find_figure_changes(old.text, new.text),
        old_deadline=old.deadline,
        new_deadline=new.deadline,
        edited=edited,
        old_span=old.span,
        new_span=new.span,
        fingerprint=_fingerprint(name, old, new),
    )


def _find_group(name: ChangeKind, review: bool, reopened: bool, persisting: bool, back: bool) -> Group:
    """The most serious group that a pair belongs to; one to be judged first is told apart."""
    told: tuple[tuple[bool, Group], ...] = (
        (review, "review"),
        (reopened, "reopened"),
        (persisting, "persisting"),
        (back, "back"),
        (name == "edited", "edited"),
    )
    return next((group for holds, group in told if holds), "recurring")


def _tell_likeness(pair: Pair) -> Likeness:
    """The parts of the score, rounded as they are printed."""
    parts = asdict(pair.score)
    del parts["likeness"]
    return Likeness(**{k: round(v, 4) if isinstance(v, float) else v for k, v in parts.items()})


def _step(old: Status | None, new: Status | None) -> int:
    """By how many steps the status is worse than before; 0 where one is not stated."""
    return STATUSES.index(new) - STATUSES.index(old) if old and new else 0


def _fingerprint(name: ChangeKind, old: Issue | None, new: Issue | None) -> str:
    texts = (plain(issue.text) if issue else "" for issue in (old, new))
    return sha256("\n".join((name, *texts)).encode("utf-8", "replace")).hexdigest()[:16]


def _in_new(name: ChangeKind, issue: Issue) -> Change:
    return Change(
        change=name,
        new=issue.number,
        new_status=issue.status,
        new_text=issue.text,
        group="new" if name == "new" else "added",
        new_deadline=issue.deadline,
        new_span=issue.span,
        fingerprint=_fingerprint(name, None, issue),
    )


def _in_old(name: ChangeKind, issue: Issue, kind: Kind) -> Change:
    dropped = kind == "years" and issue.status in OPEN
    return Change(
        change=name,
        old=issue.number,
        dropped_while_open=dropped,
        old_status=issue.status,
        old_text=issue.text,
        group="dropped" if dropped else "gone" if name == "gone" else "removed",
        old_deadline=issue.deadline,
        old_span=issue.span,
        fingerprint=_fingerprint(name, issue, None),
    )


def _compare_measures(old: Issue, new: Issue) -> MeasureChanges:
    """Which measures stand in both, by their ordinals, which came and which went."""
    there, here = ([measure.text for measure in issue.measures] for issue in (old, new))
    repeats = find_repeats(there, here, REPEATED)
    kept, kept_here = {i for i, _ in repeats}, {j for _, j in repeats}
    edited = [(i, j) for i, j in repeats if plain(there[i]) != plain(here[j])]
    return MeasureChanges(
        repeated=tuple((old.measures[i].ordinal, new.measures[j].ordinal) for i, j in repeats),
        added=tuple(measure.ordinal for at, measure in enumerate(new.measures) if at not in kept_here),
        removed=tuple(measure.ordinal for at, measure in enumerate(old.measures) if at not in kept),
        edited=tuple((old.measures[i].ordinal, new.measures[j].ordinal) for i, j in edited),
    )


def _find_edited(pair: Pair, old: Issue, new: Issue) -> tuple[str, ...]:
    """The fields in which an issue says something else now; its number where nothing before it moved."""
    there, here = _say(old), _say(new)
    moved = old.number - pair.old != new.number - pair.new
    return (("number",) if moved else ()) + tuple(field for field in there if there[field] != here[field])


def _say(issue: Issue) -> dict[str, object]:
    """All that a revision can change in an issue, without blanks and punctuation."""
    said: dict[str, str | None] = {
        "text": issue.text,
        "status": issue.status,
        "status_text": issue.status_text,
        "outcome": issue.outcome,
        "deadline": issue.deadline,
        "responsible": "".join(issue.responsible),
    }
    plainly: dict[str, object] = {field: text and plain(text) for field, text in said.items()}
    return plainly | {"measures": [plain(measure.text) for measure in issue.measures]}
