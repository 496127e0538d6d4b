"""Two notices side by side: what came back, what is new, what is gone, and which figures moved."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.comparing.changes import find_issue_changes
from notice_cli.comparing.decisions import Verdicts, apply_decisions, propose_decisions, read_decisions
from notice_cli.comparing.fields import find_field_changes
from notice_cli.comparing.figures import find_count_changes
from notice_cli.comparing.kinds import find_kind
from notice_cli.comparing.side import read_side
from notice_cli.comparing.timeline import find_threads
from notice_cli.comparing.verdict import FAIL_ON, differs
from notice_cli.model import Comparison, Notice

__all__ = [
    "FAIL_ON",
    "Verdicts",
    "compare_notices",
    "differs",
    "find_threads",
    "propose_decisions",
    "read_decisions",
]


def compare_notices(old: Notice, new: Notice, verdicts: Sequence[Verdicts] = ()) -> Comparison:
    """What changed from `old` to `new`.

    Issues are paired by what they say, and as people decided. Of two years every issue and every declared
    figure is listed; of a revision (same issuer, same feedback date) only what was changed.
    A notice compared with itself has no changes.
    """
    kind = find_kind(old, new)
    decided, stale = apply_decisions(verdicts, old.issues, new.issues)
    return Comparison(
        kind=kind,
        old=read_side(old),
        new=read_side(new),
        issues=find_issue_changes(kind, old, new, decided),
        counts=find_count_changes(old, new, changed_only=kind == "revision"),
        fields=find_field_changes(old, new, with_title=kind == "revision"),
        stale_decisions=stale,
    )
