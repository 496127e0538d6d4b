"""Whether a comparison trips `--fail-on`."""

from __future__ import annotations

from notice_cli.model import Comparison

FAIL_ON = ("any", "recurring", "reopened", "none")


def differs(comparison: Comparison, fail_on: str) -> bool:
    """Whether `comparison` has what `fail_on` names, one of `FAIL_ON`.

    `any`: an issue, a figure or a field that changed; `recurring`: an issue of both years, those to be
    reviewed among them; `reopened`: one that the old notice called completed; `none`: nothing trips.
    """
    issues = comparison.issues
    match fail_on:
        case "none":
            return False
        case "recurring":
            return any(change.change == "recurring" for change in issues)
        case "reopened":
            return any(change.reopened for change in issues)
    return bool(issues or comparison.fields or any(row.old != row.new for row in comparison.counts))
