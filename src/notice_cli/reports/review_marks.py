"""Which words of a notice are marked on the review page, and with what."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from notice_cli.model import Evidence, Finding, Notice, Report, Span
from notice_cli.reports.review_model import DatedMeasure, Mark, Place

_DATES = ("started_on", "ended_on", "feedback_on", "signed_on")
_FACTS = ("team", "round", "issuer", "phones", "emails", "address", "postcode", "title")
MOST_PLACES = 200
"""Places of one finding that are marked."""


def find_marks(notice: Notice, report: Report, dated: Sequence[DatedMeasure]) -> list[Mark]:
    """Every value that was read, where it stands."""
    return [
        *_counts(notice, report),
        *_statuses(notice),
        *_facts(notice),
        *(_date(notice, at, one) for at, one in enumerate(dated)),
    ]


def find_places(findings: Sequence[Finding]) -> list[Place]:
    """Every place that a finding rests on, findings in the order given."""
    return [
        Place(at, number, quote.span.start, quote.span.end, finding.level)
        for at, finding in enumerate(findings)
        for number, quote in enumerate(finding.evidence[:MOST_PLACES])
        if quote.span is not None
    ]


def _mark(kind: str, name: str, span: Span, row: str, state: str = "") -> Mark:
    return Mark(kind, name, span.start, span.end, row, state)


def _counts(notice: Notice, report: Report) -> Iterator[Mark]:
    states = {claim.count: claim.state for claim in report.claims}
    for at, count in enumerate(notice.counts):
        yield _mark("count", f"count-{at}", count.span, f"count-{at}", states.get(at, "unverified"))


def _statuses(notice: Notice) -> Iterator[Mark]:
    for at, issue in enumerate(notice.issues):
        for field in ("status", "deadline", "responsible", "outcome"):
            span = _span(issue.evidence, field)
            if span is not None:
                kind = "status" if field == "status" else "fact"
                yield _mark(kind, f"{field}-{at}", span, f"issue-{at}", issue.status or "")


def _facts(notice: Notice) -> Iterator[Mark]:
    told = {
        **notice.inspection.evidence,
        **notice.signature.evidence,
        **notice.contact.evidence,
        **notice.evidence,
    }
    for field in (*_DATES, *_FACTS):
        span = _span(told, field)
        if span is not None:
            yield _mark("date" if field in _DATES else "fact", f"fact-{field}", span, f"fact-{field}")


def _span(evidence: Mapping[str, Evidence], field: str) -> Span | None:
    return evidence[field].span if field in evidence else None


def _date(notice: Notice, at: int, one: DatedMeasure) -> Mark:
    return Mark("date", f"date-{at}", one.start, one.end, f"measure-{one.issue}-{measure_at(notice, one)}")


def measure_at(notice: Notice, one: DatedMeasure) -> int:
    """Position of the measure that the date stands in."""
    starts = [measure.span.start for measure in notice.issues[one.issue].measures]
    return max(bisect_right(starts, one.start) - 1, 0)
