"""Outline to Notice: the parts are read one after another and put into one record."""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, takewhile
from operator import attrgetter
from typing import Any

from notice_cli.model import Genre, Notice
from notice_cli.outline import Line, Outline
from notice_cli.outline.markers import LEVELS
from notice_cli.page.metadata import PageMetadata
from notice_cli.reading.counts import Figure, Paragraph, read_counts
from notice_cli.reading.draft import IssueDraft, Reading, SectionDraft
from notice_cli.reading.head import DatePiece, Inspection, genre_of, read_inspection
from notice_cli.reading.labels import learning_labels
from notice_cli.reading.layouts import Choice, choose
from notice_cli.reading.passages import PassageDraft, read_passages
from notice_cli.reading.piece import Piece
from notice_cli.reading.refusal import Signs, is_result_figure, refuse_others
from notice_cli.reading.run_together import split_run_together
from notice_cli.reading.tail import Contact, Signature, read_tail
from notice_cli.reading.words import POSTS
from notice_cli.reading.zones import Zones, read_zones
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

Json = dict[str, Any]
_BETWEEN_NAMES = lazy_pattern("[、，,；;。/]|" + "".join(f"(?<!{post})" for post in POSTS) + " ")
"""What stands between two who are responsible."""
_OPENING_LENGTH = 2000
_PARTIES = ("中共", "中国共产党")
_NO_SPAN = (sys.maxsize, sys.maxsize)
_LINE_BREAK = 1
"""Characters between two lines."""


def read_notice(
    outline: Outline, metadata: PageMetadata, source: Json, page_title: str | None = None
) -> Notice:
    """The record of a notice.

    Args:
        outline: The notice's text, its lines, its title's lines.
        metadata: What the page says about itself.
        source: The fields of `model.Source`.
        page_title: What the head of the page calls it.

    Raises:
        RefusalError: `plan`, `news`, or `not_notice`: the text is no rectification notice.
    """
    title = _title(outline, metadata, page_title)
    with learning_labels(outline.lines):
        zones, figures, (layout, reading, score) = _read_parts(split_run_together(outline.lines))
    opening = zones.preamble or zones.overview[:2]
    refuse_others(title, outline.text, _signs(reading, figures), source["uri"])
    genre = genre_of(title or "", outline.text[:_OPENING_LENGTH])
    titles = outline.titles[0] if outline.titles else ()
    contact, signature = read_tail(zones.tail)
    written = signature.signed_on or metadata.values.get("issued_on")
    inspection = (
        Inspection() if genre == "audit" else read_inspection(titles, opening, zones.overview, written)
    )
    found = Parts(title, genre, inspection, zones, figures, reading, contact, signature, layout.name, score)
    return compose(outline, metadata, source, found)


class Parts(Value):
    """All that was read in a text, before it is put into a record."""

    title: str | None
    genre: Genre
    inspection: Inspection
    zones: Zones
    figures: Sequence[Figure]
    reading: Reading
    contact: Contact
    signature: Signature
    layout: str
    score: float


def compose(outline: Outline, metadata: PageMetadata, source: Json, parts: Parts) -> Notice:
    """The record of what was read; what found no place in it is listed in it too.

    Args:
        outline: The text.
        metadata: What the page says about itself.
        source: The fields of `model.Source`.
        parts: What was read in the text.
    """
    zones, reading = parts.zones, parts.reading
    lines = [*chain(*outline.titles), *outline.lines]
    leads = [*(_paragraph(line, "notice") for line in reading.general), *_leads(reading)]
    overview = read_passages(zones.overview) + read_passages(reading.general)
    steps = read_passages(zones.next_steps)
    figures = (*parts.figures, *(read_counts(leads) if leads else ()))
    record = {
        "source": source,
        "genre": parts.genre,
        "title": parts.title,
        "text": outline.text,
        "metadata": {**metadata.values, "other": metadata.other, "evidence": _lines(metadata.lines)},
        "inspection": _inspection(parts.inspection),
        "counts": [_count(figure, outline.text) for figure in figures],
        "outline": _headings((*zones.headings, *reading.headings), (*overview, *steps)),
        "preamble": _preamble(zones.preamble),
        "overview": [_passage(draft, number) for number, draft in enumerate(overview, 1)],
        "sections": [_section(draft, number) for number, draft in enumerate(reading.sections, 1)],
        "layout": {"name": parts.layout, "score": parts.score},
        "issues": [_issue(d, at, reading.runs_on, outline.text) for at, d in enumerate(reading.issues, 1)],
        "next_steps": [_passage(draft, number) for number, draft in enumerate(steps, 1)],
        "contact": _contact(parts.contact),
        "signature": _signature(parts.signature),
        "evidence": _title_evidence(outline),
        "lines": [(line.start, line.source_line) for line in lines],
    }
    spans = [(issue.start, issue.end) for issue in reading.issues] + _covered(record)
    record["unparsed"] = [_block(line) for line in _uncovered(lines, spans)]
    return Notice.of(record)


def _read_parts(lines: Sequence[Line]) -> tuple[Zones, list[Figure], Choice]:
    """The parts, the figures of the general one, and the issues.

    Where no issue is found, headings that may tell of the general part or of issues are taken for the
    latter; that holds if every issue found so has its result or its measures under a label.
    """
    zones = read_zones(lines)
    figures = _figures(zones)
    chosen = choose(zones, _totals(figures))
    if not chosen[1].issues:
        loose = read_zones(lines, loose=True)
        again = choose(loose, _totals(figures)) if loose.issues != zones.issues else chosen
        if again[1].issues and again[0].name != "plain" and all(i.measures for i in again[1].issues):
            return loose, _figures(loose), again
    return zones, figures, chosen


def _figures(zones: Zones) -> list[Figure]:
    return read_counts([_paragraph(line, "notice") for line in (*zones.preamble, *zones.overview)])


def _totals(figures: Iterable[Figure]) -> tuple[int, ...]:
    return tuple(int(f.value) for f in figures if f.what == "issues" and f.scope == "notice")


def _title(outline: Outline, metadata: PageMetadata, page_title: str | None) -> str | None:
    """The title as the page prints it above the body, else as its head gives it."""
    if outline.titles:
        return "".join(line.text for line in _by_rank(outline.titles)[0])
    return metadata.values.get("title") or page_title


def _by_rank(titles: Sequence[Sequence[Line]]) -> list[Sequence[Line]]:
    """The prints of the title; the document's own goes first where the page's is short of the issuer."""
    if len(titles) > 1 and titles[0][0].text.startswith("关于") and titles[1][0].text.startswith(_PARTIES):
        return [titles[1], titles[0], *titles[2:]]
    return list(titles)


def _signs(reading: Reading, figures: Sequence[Figure]) -> Signs:
    """What was read that tells a notice from other texts."""
    return Signs(
        issues=len(reading.issues),
        statuses=len([1 for issue in reading.issues if issue.status]),
        measured=len([1 for issue in reading.issues if issue.measures]),
        figures=sum(1 for figure in figures if is_result_figure(figure.what, figure.scope)),
    )


def _paragraph(line: Line, scope: str) -> Paragraph:
    return Paragraph(line.text, line.start, line.source_line, scope)


def _leads(reading: Reading) -> Iterator[Paragraph]:
    """Section headings and the paragraphs below them, which may declare the section's figures."""
    for number, section in enumerate(reading.sections, 1):
        heading = section.heading
        yield Paragraph(heading.text, heading.start, heading.line, f"section:{number}")
        for line in section.lead:
            yield _paragraph(line, f"section:{number}")


def _span(start: int, end: int) -> Json:
    return {"start": start, "end": end}


def _evidence(piece: Piece) -> Json:
    return {"span": {"start": piece.start, "end": piece.end}, "source_line": piece.line}


def _lines(lines: dict[str, int | None]) -> Json:
    return {name: {"source_line": line} for name, line in lines.items() if line is not None}


def _count(figure: Figure, text: str) -> Json:
    return {
        "what": figure.what,
        "value": figure.value,
        "unit": figure.unit,
        "approximate": figure.approximate,
        "refs": figure.refs,
        "scope": figure.scope,
        "derived": figure.derived,
        "text": text[figure.start : figure.end],
        "span": _span(figure.start, figure.end),
        "source_line": figure.line,
    }


def _inspection(found: Inspection) -> Json:
    pieces = {"team": found.team, "round": found.round}
    dates = {"started_on": found.started_on, "ended_on": found.ended_on, "feedback_on": found.feedback_on}
    record: Json = {"level": found.level}
    record |= {name: piece.text for name, piece in pieces.items() if piece}
    record |= {name: one.value for name, one in dates.items() if one}
    evidence = {name: _evidence(piece) for name, piece in pieces.items() if piece}
    evidence |= {name: _date_evidence(one) for name, one in dates.items() if one}
    return {**record, "evidence": evidence}


def _date_evidence(found: DatePiece) -> Json:
    return {**_evidence(found.piece), "repaired": found.repaired}


def _headings(lines: Iterable[Line], passages: Iterable[PassageDraft]) -> list[Json]:
    """Every numbered heading outside the issues, in the order of the text."""
    found = [_heading(line) for line in lines]
    for passage in passages:
        if passage.heading and passage.line.marker and passage.line.marker.kind in LEVELS:
            piece = passage.heading
            level = LEVELS[passage.line.marker.kind]
            found.append(_entry(level, passage.label, piece.text, passage.start, piece.end, piece.line))
    return sorted(found, key=lambda entry: int(entry["span"]["start"]))


def _heading(line: Line) -> Json:
    marker = line.marker
    level = LEVELS.get(marker.kind, 1) if marker else 1
    label = marker.label if marker else None
    return _entry(level, label, line.body, line.start, line.end, line.source_line)


def _entry(level: int, label: str | None, text: str, start: int, end: int, line: int | None) -> Json:
    return {"level": level, "label": label, "heading": text, "span": _span(start, end), "source_line": line}


def _preamble(lines: Sequence[Line]) -> Json | None:
    if not lines:
        return None
    text = "\n".join(line.text for line in lines)
    return {"text": text, "span": _span(lines[0].start, lines[-1].end), "source_line": lines[0].source_line}


def _passage(draft: PassageDraft, number: int) -> Json:
    return {
        "number": number,
        "heading": draft.heading.text if draft.heading else None,
        "text": draft.text.text or (draft.heading.text if draft.heading else ""),
        "span": _span(draft.start, draft.end),
        "source_line": draft.line.source_line,
    }


def _section(draft: SectionDraft, number: int) -> Json:
    heading = draft.heading
    start = heading.start if heading.text else draft.start
    return {
        "number": number,
        "heading": heading.text,
        "label": draft.label,
        "span": _span(start, heading.end),
        "source_line": heading.line,
    }


def _issue(draft: IssueDraft, position: int, runs_on: bool, text: str) -> Json:
    status = draft.status_text or draft.status_heading
    record: Json = {
        "number": draft.number if runs_on and draft.number is not None else position,
        "label": draft.label,
        "section": draft.section,
        "text": draft.text.text or text[draft.start : draft.end].partition("\n")[0],
        "status": draft.status,
        "measures": [
            {
                "ordinal": ordinal,
                "text": one.text,
                "span": {"start": one.start, "end": one.end},
                "source_line": one.line,
                "label": one.label,
            }
            for ordinal, one in enumerate(draft.measures, 1)
        ],
        "span": {"start": draft.start, "end": draft.end},
        "source_line": draft.text.line,
    }
    if status is not None:
        record["status_text"] = draft.status_text.text if draft.status_text else None
        record["evidence"] = {"status": _evidence(status)}
    if draft.deadline or draft.outcome or draft.responsible:
        _add_labelled(record, draft)
    return record


def _add_labelled(record: Json, draft: IssueDraft) -> None:
    """Add what stands under labels beside the result and the measures, with its evidence."""
    deadline, outcome, responsible = draft.deadline, draft.outcome, draft.responsible
    record["deadline"] = deadline.text.rstrip("。；;") if deadline else None
    record["outcome"] = outcome.text if outcome else None
    record["responsible"] = _responsible(responsible) if responsible else ()
    found = {"deadline": deadline, "outcome": outcome, "responsible": responsible}
    evidence = {name: _evidence(piece) for name, piece in found.items() if piece}
    record["evidence"] = {**record.get("evidence", {}), **evidence}


def _responsible(piece: Piece) -> list[str]:
    """Units and persons, as they are separated in print; a post and its holder are one: 副局长 沙某."""
    return [name for part in _BETWEEN_NAMES.split(piece.text) if (name := part.strip())]


def _contact(found: Contact) -> Json:
    parts = {"phones": found.phones[:1], "address": [found.address], "postcode": [found.postcode]}
    parts |= {"emails": found.emails[:1], "text": [found.where]}
    return {
        "phones": [piece.text for piece in found.phones],
        "address": found.address.text if found.address else None,
        "postcode": found.postcode.text if found.postcode else None,
        "emails": [piece.text for piece in found.emails],
        "evidence": {name: _evidence(some[0]) for name, some in parts.items() if some and some[0]},
    }


def _signature(found: Signature) -> Json:
    evidence: Json = {}
    if found.issuer:
        first, last = found.issuer[0], found.issuer[-1]
        evidence["issuer"] = {"span": _span(first.start, last.end), "source_line": first.line}
    if found.date:
        evidence["signed_on"] = _evidence(found.date)
    issuer = "".join(piece.text for piece in found.issuer) or None
    return {"issuer": issuer, "signed_on": found.signed_on, "evidence": evidence}


def _title_evidence(outline: Outline) -> Json:
    """Where the title stands; a second print of it is the document's own heading."""
    names = ("title", "heading")
    groups = zip(names, _by_rank(outline.titles), strict=False)
    return {
        name: {"span": _span(group[0].start, group[-1].end), "source_line": group[0].source_line}
        for name, group in groups
    }


def _block(line: Line) -> Json:
    return {"text": line.text, "span": _span(line.start, line.end), "source_line": line.source_line}


def _uncovered(lines: Sequence[Line], covered: Iterable[tuple[int, int]]) -> list[Line]:
    """Lines, in the order of the text, that lie under none of the spans."""
    lost: list[Line] = []
    reach = 0
    for start, end in (*sorted(covered), _NO_SPAN):
        if start > reach + _LINE_BREAK:
            lost += _between(lines, reach, start)
        if end > reach:
            reach = end
    return lost


def _between(lines: Sequence[Line], begin: int, end: int) -> Iterator[Line]:
    """Lines that stand whole between two places of the text."""
    first = bisect_left(lines, begin, key=attrgetter("start"))
    return takewhile(lambda line: line.end <= end, islice(lines, first, None))


def _covered(record: Json) -> list[tuple[int, int]]:
    """Every span of the record that may be the only one over a line; what lies in an issue is not asked."""
    named = ("counts", "outline", "overview", "sections", "next_steps")
    spans = [part["span"] for name in named for part in record[name]]
    told = (record, record["contact"], record["signature"], record["inspection"])
    spans += [place["span"] for part in told for place in part["evidence"].values()]
    if record["preamble"]:
        spans.append(record["preamble"]["span"])
    return [(span["start"], span["end"]) for span in spans]
