"""The record beside the text: facts, declared figures, issues, each with the id of its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from notice_cli.language import Lang
from notice_cli.model import Issue, Notice, Report
from notice_cli.reports.parse_table import GENRE_WORDS, STATUS_WORDS, WHAT_WORDS
from notice_cli.reports.review_marks import measure_at
from notice_cli.reports.review_model import DatedMeasure, Mark
from notice_cli.reports.review_words import FACTS, WORDS
from notice_cli.reports.terminal import cut

_HEADLINE, _MEASURE = 66, 56
"""Cells of an issue's and of a measure's words beside the text, where they stand in full."""
_INSPECTION = ("team", "round", "started_on", "ended_on", "feedback_on")
_METADATA = ("issued_on", "published_on", "document_number", "index_number")


class Fact(NamedTuple):
    """A plain value; `target` is empty where it does not stand in the text."""

    name: str
    label: str
    value: str
    target: str


class Figure(NamedTuple):
    """A declared figure and what became of it."""

    name: str
    label: str
    value: str
    clause: str
    state: str
    codes: tuple[str, ...]


class Step(NamedTuple):
    """A measure of an issue: its words cut short, its dates with their places."""

    name: str
    ordinal: int
    words: str
    dates: tuple[tuple[str, str], ...]


class Entry(NamedTuple):
    """An issue of the record; `notes` are label, value and target of its further fields."""

    name: str
    number: int
    words: str
    status: str
    status_words: str
    notes: tuple[tuple[str, str, str], ...]
    steps: tuple[Step, ...]
    findings: tuple[int, ...]


def read_facts(notice: Notice, marks: Sequence[Mark], lang: Lang) -> Iterator[Fact]:
    """The notice's plain values that are stated."""
    known = {mark.name for mark in marks}
    values = _values(notice, lang)
    for field, words in FACTS.items():
        if values.get(field):
            name = f"fact-{field}"
            yield Fact(name, words.say(lang), values[field], name if name in known else "")


def _values(notice: Notice, lang: Lang) -> dict[str, str]:
    told, meta, contact, signed = notice.inspection, notice.metadata, notice.contact, notice.signature
    plain = {
        "title": notice.title,
        "genre": GENRE_WORDS[notice.genre].say(lang),
        "issuer": signed.issuer,
        "meta_issuer": meta.issuer if meta.issuer != signed.issuer else None,
        **{name: getattr(told, name) for name in _INSPECTION},
        "signed_on": signed.signed_on,
        **{name: getattr(meta, name) for name in _METADATA},
        "phones": "  ".join(contact.phones),
        "emails": "  ".join(contact.emails),
        "address": contact.address,
        "postcode": contact.postcode,
        "layout": f"{notice.layout.name} ({notice.layout.score:.2f})",
    }  # fmt: skip
    return {name: value for name, value in plain.items() if value}


def read_figures(notice: Notice, report: Report, lang: Lang) -> Iterator[Figure]:
    """Every declared figure with its state."""
    claims = {claim.count: claim for claim in report.claims}
    for at, count in enumerate(notice.counts):
        claim = claims.get(at)
        yield Figure(
            name=f"count-{at}",
            label=WHAT_WORDS[count.what].say(lang),
            value=f"{count.value}{count.unit or ''}",
            clause=cut(count.text, 60),
            state=claim.state if claim else "unverified",
            codes=claim.codes if claim else (),
        )


def read_entries(
    notice: Notice, report_findings: Sequence[int | None], dated: Sequence[DatedMeasure], lang: Lang
) -> Iterator[Entry]:
    """Every issue, with its measures.

    Args:
        notice: The notice.
        report_findings: For each finding, in the page's order, the number of the issue that it is about.
        dated: The dates in measures.
        lang: The language of the labels.
    """
    dates: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for at, one in enumerate(dated):
        dates.setdefault((one.issue, measure_at(notice, one)), []).append((one.value, f"date-{at}"))
    about: dict[int, list[int]] = {}
    for at, number in enumerate(report_findings):
        if number is not None:
            about.setdefault(number, []).append(at)
    for at, issue in enumerate(notice.issues):
        yield Entry(
            name=f"issue-{at}",
            number=issue.number,
            words=cut(issue.text, _HEADLINE),
            status=issue.status or "unstated",
            status_words=(STATUS_WORDS[issue.status] if issue.status else WORDS["not_stated"]).say(lang),
            notes=tuple(_notes(at, issue, lang)),
            steps=tuple(_steps(at, issue, dates)),
            findings=tuple(about.get(issue.number, ())),
        )


def _notes(at: int, issue: Issue, lang: Lang) -> Iterator[tuple[str, str, str]]:
    """Status as printed, deadline, who is responsible, outcome."""
    values = {
        "status": WORDS["printed"].say(lang, text=issue.status_text) if issue.status_text else "",
        "deadline": issue.deadline or "",
        "responsible": "、".join(issue.responsible),
        "outcome": cut(issue.outcome or "", _HEADLINE),
    }
    for name, value in values.items():
        if value:
            evidence = issue.evidence.get(name)
            yield WORDS[name].say(lang), value, f"{name}-{at}" if evidence and evidence.span else ""


def _steps(at: int, issue: Issue, dates: dict[tuple[int, int], list[tuple[str, str]]]) -> Iterator[Step]:
    for number, one in enumerate(issue.measures):
        found = tuple(dates.get((at, number), ()))
        yield Step(f"measure-{at}-{number}", one.ordinal, cut(one.text, _MEASURE), found)
