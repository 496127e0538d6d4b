"""One issue from what was gathered about it: its text, its labelled values, its plain paragraphs.

A label's value decides what it is, not its name: 整改情况 may hold a result, measures, or both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from notice_cli.model import Status
from notice_cli.outline import parse_marker
from notice_cli.reading.draft import IssueDraft
from notice_cli.reading.labels import Labelled
from notice_cli.reading.measures import split_measures
from notice_cli.reading.piece import Piece, cut
from notice_cli.reading.status import closing_status, parse_status, split_status
from notice_cli.reading.words import Role
from notice_cli.text.pattern import lazy_pattern

_BRACKET_STATUS = lazy_pattern(r"[(（【\[]([^()（）【】\[\]]{1,30})[)）】\]]。?$")
_CLOSING_BRACKETS = (")", "）", "】", "]", ")。", "）。", "】。", "]。")
_VALUE_ROLES: tuple[Role, ...] = ("measures", "progress", "plan")
_LONGEST_STATUS = 30
"""Characters up to which what stands under a status label is its value, known wording or not."""
_YES_NO: dict[str, Status] = {
    "是": "completed",
    "已销号": "completed",
    "√": "completed",
    "否": "not_completed",
}
"""Values of a label that asks (是否销号)."""


@dataclass(slots=True)
class Gathered:
    """All that was found of an issue: its number, its opening words, its values, its plain paragraphs."""

    number: int | None
    label: str | None
    lead: Piece
    start: int
    end: int
    section: int | None = None
    values: list[tuple[Labelled, list[Piece]]] = field(default_factory=list)
    plain: list[Piece] = field(default_factory=list)


def finish(issue: Gathered, section: int | None) -> IssueDraft:
    """All that was gathered about an issue, put into its fields."""
    text, status_text = _text(issue)
    found: _Status = (parse_status(status_text.text), status_text) if status_text else None
    done: list[Piece] = []
    planned: list[Piece] = []
    result_of_plan: _Status = None
    fields: dict[Role, Piece] = {}
    for label, paragraphs in issue.values:
        found = _bracket_status(label) or found
        if label.role in ("status", "progress"):
            result, rest = _status_and_rest(label, paragraphs)
            found = found or result
            done += rest
        elif label.role in ("measures", "plan"):
            told, rest = _leading_status(paragraphs)
            result_of_plan = result_of_plan or told
            (done if label.role == "measures" else planned).extend(rest)
        elif paragraphs:
            fields.setdefault(label.role, whole(paragraphs))
    found = found or result_of_plan
    plain = issue.plain if not (done or planned) else []
    if plain and found is None:
        found, plain = _leading_status(plain)
    found = found or _closing_status(done or planned or plain)
    measures = split_measures(done or planned or plain)
    return IssueDraft(
        issue.number,
        issue.label,
        text,
        issue.start,
        issue.end,
        section,
        found[0] if found else None,
        found[1] if found else None,
        tuple(measures),
        fields.get("outcome"),
        fields.get("who"),
        fields.get("deadline"),
    )


_Status = tuple[Status | None, Piece] | None


def _text(issue: Gathered) -> tuple[Piece, Piece | None]:
    """The problem as reported; a result in brackets behind it is cut off."""
    text = issue.lead
    named = next((parts for label, parts in issue.values if label.role == "issue" and parts), None)
    if not text.text and named:
        ends = _list_below(named)
        text = whole(named[:ends])
        issue.plain[:0] = named[ends:]
    elif not text.text and issue.plain:
        text = issue.plain.pop(0)
    match = _BRACKET_STATUS.search(text.text) if text.text.endswith(_CLOSING_BRACKETS) else None
    if match and parse_status(match[1]):
        return cut(text, 0, match.start()), cut(text, *match.span(1))
    if issue.plain and any(label.role in _VALUE_ROLES for label, _ in issue.values):
        text = whole([text, *issue.plain])
        issue.plain.clear()
    return text, None


def _list_below(named: Sequence[Piece]) -> int:
    """Where, below a problem under its label, a list begins that is no part of it."""
    for at, piece in enumerate(named[1:], 1):
        marker = parse_marker(piece.text)
        if marker and marker.number == 1:
            return at
    return len(named)


def whole(paragraphs: Sequence[Piece]) -> Piece:
    """Paragraphs as one piece."""
    text = " ".join(piece.text for piece in paragraphs)
    return Piece(text, paragraphs[0].start, paragraphs[-1].end, paragraphs[0].line)


def _bracket_status(label: Labelled) -> _Status:
    status = parse_status(label.bracket.text) if label.bracket else None
    return (status, label.bracket) if label.bracket and status else None


def _status_and_rest(label: Labelled, paragraphs: list[Piece]) -> tuple[_Status, list[Piece]]:
    """A value decides what it is: a status, a status and measures, or measures."""
    if not paragraphs:
        return None, []
    first = paragraphs[0]
    asked = label.label.startswith("是否") or (label.role == "status" and not label.label)
    status = (_YES_NO.get(first.text) if asked else None) or parse_status(first.text)
    if status is not None:
        return (status, first), list(paragraphs[1:])
    split = split_status(first.text, labelled=True)
    if split:
        result = cut(first, 0, len(split[0]))
        rest = cut(first, split[1])
        return (parse_status(result.text), result), [piece for piece in (rest, *paragraphs[1:]) if piece.text]
    if label.role == "status" and len(first.text) <= _LONGEST_STATUS:
        return (None, first), list(paragraphs[1:])
    return None, list(paragraphs)


def _closing_status(paragraphs: Sequence[Piece]) -> _Status:
    """A result that is the last sentence of an issue; it stays in its measure as well."""
    span = closing_status(paragraphs[-1].text) if paragraphs else None
    if span is None:
        return None
    result = cut(paragraphs[-1], *span)
    return parse_status(result.text), result


def _leading_status(plain: list[Piece]) -> tuple[_Status, list[Piece]]:
    """A result that is the first sentence of an issue's plain paragraphs."""
    split = split_status(plain[0].text) if plain else None
    if split is None:
        return None, plain
    result, rest = cut(plain[0], 0, len(split[0])), cut(plain[0], split[1])
    return (parse_status(result.text), result), [piece for piece in (rest, *plain[1:]) if piece.text]
