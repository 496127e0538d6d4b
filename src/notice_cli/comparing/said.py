"""What an issue says, as far as comparing it goes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notice_cli.model import Issue, Notice
from notice_cli.text.pattern import lazy_pattern

_WRAPPED = lazy_pattern(r"^关于(.{4,2000})的问题[。.]?$", re.DOTALL)

LONGEST = 400
"""Letters of one measure that are looked at."""
MOST = 2000
"""Letters of an issue's text, and of its measures in all, that are looked at."""


@dataclass(frozen=True, slots=True)
class Said:
    """An issue's own words, those of its measures, and the heading that it stands under."""

    text: str
    measures: str = ""
    heading: str = ""


def unwrap(text: str) -> str:
    """`text` without `关于…的问题` around it, which says nothing."""
    wrapped = _WRAPPED.match(text)
    return wrapped.group(1) if wrapped else text


def read_said(issue: Issue, heading: str = "") -> Said:
    """What `issue` says under `heading`."""
    measures = "。".join(measure.text[:LONGEST] for measure in issue.measures[:8])
    return Said(unwrap(issue.text)[:MOST], measures[:MOST], heading)


def read_all_said(notice: Notice) -> list[Said]:
    """What each issue of a notice says, in order."""
    headings = {section.number: section.heading for section in notice.sections}
    return [read_said(issue, headings.get(issue.section or 0, "")) for issue in notice.issues]
