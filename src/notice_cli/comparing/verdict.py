"""Whether a comparison trips `--fail-on`."""

from __future__ import annotations

from notice_cli.model import Comparison, Timeline

FAIL_ON = ("any", "recurring", "reopened", "none")


def differs(result: Comparison | Timeline, fail_on: str) -> bool:
    """Whether a comparison or a timeline has what `fail_on` names, one of `FAIL_ON`.

    `any`: an issue, a figure or a field that changed; `recurring`: an issue of two years, those to be
    reviewed among them; `reopened`: one that an earlier notice called completed; `none`: nothing trips.
    """
    if isinstance(result, Timeline):
        return _threads_differ(result, fail_on)
    issues = result.issues
    match fail_on:
        case "none":
            return False
        case "recurring":
            return any(change.change == "recurring" for change in issues)
        case "reopened":
            return any(change.reopened for change in issues)
    return bool(issues or result.fields or any(row.old != row.new for row in result.counts))


def _threads_differ(timeline: Timeline, fail_on: str) -> bool:
    match fail_on:
        case "none":
            return False
        case "recurring":
            return any(len(thread.sightings) > 1 for thread in timeline.threads)
        case "reopened":
            return any(thread.reopened for thread in timeline.threads)
    return bool(timeline.threads)
