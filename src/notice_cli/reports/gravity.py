"""Findings in the order in which a person should see them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from notice_cli.model import Finding, Report, Severity

LEVELS: tuple[Severity, ...] = ("error", "warning", "note")
"""The gravest first."""


def gravity(finding: Finding) -> tuple[int, int]:
    """A sort key: level, then place in the text."""
    place = next((one.span.start for one in finding.evidence if one.span is not None), -1)
    return LEVELS.index(finding.level), place


def ranked(reports: Sequence[Report]) -> Iterator[tuple[Report, Finding]]:
    """Every finding of every report, the gravest first, reports in the order given."""
    pairs = ((at, report, finding) for at, report in enumerate(reports) for finding in report.findings)
    for _, report, finding in sorted(pairs, key=lambda one: (gravity(one[2])[0], one[0], gravity(one[2])[1])):
        yield report, finding
