"""What an issue says, as far as comparing it goes."""

from __future__ import annotations

from dataclasses import dataclass

from notice_cli.model import Issue, Notice

LONGEST = 400
"""Letters of one measure that are looked at."""
MOST = 2000
"""Letters of an issue's measures that are looked at in all."""


@dataclass(frozen=True, slots=True)
class Said:
    """An issue's own words, those of its measures, and the heading that it stands under."""

    text: str
    measures: str = ""
    heading: str = ""


def read_said(issue: Issue, heading: str = "") -> Said:
    """What `issue` says under `heading`."""
    measures = "。".join(measure.text[:LONGEST] for measure in issue.measures[:8])
    return Said(issue.text, measures[:MOST], heading)


def read_all_said(notice: Notice) -> list[Said]:
    """What each issue of a notice says, in order."""
    headings = {section.number: section.heading for section in notice.sections}
    return [read_said(issue, headings.get(issue.section or 0, "")) for issue in notice.issues]
