"""Two notices side by side: what came back, what is new, what is gone, and which figures moved."""

from __future__ import annotations

from notice_cli.comparing.changes import find_issue_changes
from notice_cli.comparing.fields import find_field_changes
from notice_cli.comparing.figures import find_count_changes
from notice_cli.comparing.kinds import find_kind
from notice_cli.comparing.verdict import FAIL_ON, differs
from notice_cli.model import Comparison, Notice, Side

__all__ = ["FAIL_ON", "compare_notices", "differs"]


def compare_notices(old: Notice, new: Notice) -> Comparison:
    """What changed from `old` to `new`.

    Issues are paired by what they say. Of two years every issue and every declared figure is listed; of a
    revision (same issuer, same feedback date) only what was changed.
    A notice compared with itself has no changes.
    """
    kind = find_kind(old, new)
    return Comparison(
        kind=kind,
        old=_side(old),
        new=_side(new),
        issues=find_issue_changes(kind, old, new),
        counts=find_count_changes(old, new, changed_only=kind == "revision"),
        fields=find_field_changes(old, new, with_title=kind == "revision"),
    )


def _side(notice: Notice) -> Side:
    return Side(
        title=notice.title,
        issuer=notice.signature.issuer or notice.metadata.issuer,
        signed_on=notice.signature.signed_on,
        source=notice.source,
    )
