"""A notice and its report to rows of the tables, in the order of their columns."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from notice_cli.batch.parts import Row
from notice_cli.batch.plan import Input
from notice_cli.pipeline import body_of, topics_of

if TYPE_CHECKING:
    from notice_cli.model import Arithmetic, Finding, Issue, Notice, Report

Tables = dict[str, list[Row]]


def add_notice(tables: Tables, one: Input, notice: Notice, report: Report) -> None:
    """Put a notice and what the rules said of it into the tables."""
    key = notice.source.sha256
    tables["notices"].append(_notice(one, notice, report))
    headings = {section.number: section.heading for section in notice.sections}
    for position, issue in enumerate(notice.issues, 1):
        tables["issues"].append(_issue(key, position, issue, headings))
        tables["measures"].extend(_measures(key, position, issue))
    tables["counts"].extend(_counts(key, notice, report))
    tables["findings"].extend(_findings(key, report))


def add_failure(tables: Tables, one: Input, kind: str, message: str) -> None:
    """Put an input that gave no notice into the table of failures."""
    tables["failures"].append((one.uri, one.archive, one.offset, one.sha256, one.size, kind, message))


def _notice(one: Input, notice: Notice, report: Report) -> Row:
    source, said, seen = notice.source, notice.metadata, notice.inspection
    contact, signature = notice.contact, notice.signature
    levels = Counter(finding.level for finding in report.findings)
    return (
        source.sha256,
        source.uri,
        one.archive,
        one.offset,
        source.media_type,
        source.encoding,
        source.replaced,
        source.size,
        _moment(source.fetched_at),
        source.next,
        notice.genre,
        notice.title,
        notice.text,
        body_of(notice),
        _year(said.published_on, said.issued_on, signature.signed_on, seen.feedback_on),
        notice.layout.name,
        notice.layout.score,
        said.title,
        said.index_number,
        said.document_number,
        said.topic,
        said.issuer,
        said.published_on,
        said.issued_on,
        said.validity,
        said.site_name,
        said.column,
        said.origin,
        list(said.other.items()),
        seen.team,
        seen.level,
        seen.round,
        seen.started_on,
        seen.ended_on,
        seen.feedback_on,
        contact.phones,
        contact.address,
        contact.postcode,
        contact.emails,
        signature.issuer,
        signature.signed_on,
        len(notice.issues),
        sum(len(issue.measures) for issue in notice.issues),
        len(notice.unparsed),
        levels["error"],
        levels["warning"],
        levels["note"],
        [one.code for one in report.passed],
        [one.code for one in report.not_applicable],
        [one.code for one in report.broken],
    )


def _issue(key: str, position: int, issue: Issue, headings: dict[int, str]) -> Row:
    status = issue.evidence.get("status")
    place = status.span if status else None
    topics = topics_of(issue.text)
    return (
        key,
        position,
        issue.number,
        issue.label,
        issue.section,
        headings.get(issue.section) if issue.section is not None else None,
        issue.text,
        issue.status,
        issue.status_text,
        place.start if place else None,
        place.end if place else None,
        topics[0] if topics else None,
        topics,
        len(issue.measures),
        issue.outcome,
        issue.responsible,
        issue.deadline,
        issue.span.start,
        issue.span.end,
        issue.source_line,
    )


def _measures(key: str, position: int, issue: Issue) -> Iterator[Row]:
    for one in issue.measures:
        span = one.span
        yield key, position, one.ordinal, one.label, one.text, span.start, span.end, one.source_line


def _counts(key: str, notice: Notice, report: Report) -> Iterator[Row]:
    claims = {claim.count: claim for claim in report.claims}
    for at, one in enumerate(notice.counts):
        claim = claims.get(at)
        yield (
            key,
            at,
            one.what,
            float(min(one.value, sys.float_info.max)),
            one.unit,
            one.approximate,
            one.derived,
            one.refs,
            one.scope,
            claim.state if claim else None,
            claim.codes if claim else (),
            one.text,
            one.span.start,
            one.span.end,
            one.source_line,
        )


def _findings(key: str, report: Report) -> Iterator[Row]:
    for at, one in enumerate(report.findings):
        yield (key, at, *_finding(one))


def _finding(one: Finding) -> Row:
    first = next((quote for quote in one.evidence if quote.span), None)
    return (
        one.code,
        one.name,
        one.level,
        one.message,
        one.issue,
        one.suggestion,
        [repair.text for repair in one.repairs],
        [_equation(equation) for equation in one.arithmetic],
        [quote.text for quote in one.evidence],
        one.fingerprint,
        first.span.start if first and first.span else None,
        first.span.end if first and first.span else None,
        first.source_line if first else None,
    )


def _equation(one: Arithmetic) -> str:
    """`22 + 1 = 23`, with the left side's value where it is a sum: `22 + 1 (23) = 24`."""
    left = one.expression if one.expression == str(one.left) else f"{one.expression} ({one.left})"
    return f"{left} {one.operator} {one.right}"


def _moment(text: str | None) -> datetime | None:
    """`2024-10-22T08:00:00Z` as a point of time; None where it is none."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC) if text else None
    except ValueError:
        return None


def _year(*dates: str | None) -> int | None:
    """The year of the first date that there is."""
    first = next((one for one in dates if one), "")
    return int(first[:4]) if first[:4].isdecimal() else None
