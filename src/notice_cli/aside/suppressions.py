"""Suppressions: a code, a notice and quoted words, with a reason and perhaps an end."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path

from notice_cli.config import Suppression
from notice_cli.language import Words
from notice_cli.model import Finding, Report, Suppressed

EXPIRED = Words(
    "notice.toml 里的搁置已于 {until} 到期：{code}“{text}”（{reason}）",
)
UNUSED = Words(
    "notice.toml 里的搁置没有用上，可以删去：{code}“{text}”（{reason}）",
)


def suppress(
    report: Report, given: Sequence[Suppression], folder: Path, today: date
) -> tuple[Report, set[int]]:
    """The report with what is suppressed set aside, and the positions of the suppressions that were used.

    Args:
        report: What the rules gave.
        given: Suppressions in the order of the configuration.
        folder: Where the patterns of notices start from.
        today: A suppression whose `until` is before this day suppresses nothing.
    """
    path = relative(report.uri, folder)
    valid = {at: one for at, one in enumerate(given) if not has_expired(one, today) and _names(one, path)}
    kept: list[Finding] = []
    aside: list[Suppressed] = list(report.suppressed)
    used: set[int] = set()
    for finding in report.findings:
        at = next((at for at, one in valid.items() if _is_meant(one, finding)), None)
        if at is None:
            kept.append(finding)
        else:
            used.add(at)
            aside.append(Suppressed(finding=finding, reason=valid[at].reason, by="config"))
    return report.model_copy(update={"findings": tuple(kept), "suppressed": tuple(aside)}), used


def has_expired(one: Suppression, today: date) -> bool:
    """Whether its last day is over."""
    return one.until is not None and one.until < today


def relative(uri: str, folder: Path) -> str:
    """A path from `folder` with forward slashes; what is no path below it stays as it is."""
    if "://" in uri[:12]:
        return uri
    try:
        return Path(uri).resolve().relative_to(folder.resolve()).as_posix()
    except (ValueError, OSError):
        return Path(uri).as_posix()


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern (`*`, `?`) names the path, or the file alone."""
    return fnmatchcase(path, pattern) or fnmatchcase(path.rpartition("/")[2], pattern)


def _names(one: Suppression, path: str) -> bool:
    return matches(path, one.notice)


def _is_meant(one: Suppression, finding: Finding) -> bool:
    """Whether code and words fit; white space makes no difference."""
    words = _bare(one.text)
    places = [finding.message, *(place.text for place in finding.evidence)]
    return finding.code == one.code.upper() and any(words in _bare(place) for place in places)


def _bare(text: str) -> str:
    return "".join(text.split())
