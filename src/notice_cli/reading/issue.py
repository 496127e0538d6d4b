"""One issue from what was gathered about it: its text, its labelled values, its plain paragraphs.

A label's value decides what it is, not its name: 整改情况 may hold a result, measures, or both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct, field

from notice_cli.model import Status
from notice_cli.outline import parse_marker
from notice_cli.reading.draft import IssueDraft
from notice_cli.reading.labels import Labelled, role_of
from notice_cli.reading.measures import split_measures
from notice_cli.reading.piece import Piece, cut, whole
from notice_cli.reading.status import (
    LONGEST,
    begins_as_status,
    closing_status,
    ends_as_status,
    parse_status,
    split_status,
)
from notice_cli.reading.words import Role
from notice_cli.text.pattern import lazy_pattern

_BRACKET_STATUS = lazy_pattern(r"[(（【\[〔［]([^()（）【】\[\]〔〕［］]{1,30})[)）】\]〕］]。?$")
_DASH_STATUS = lazy_pattern(
    r"\s?(?:[—－–-]{1,2}\s?|\s(?=已|均已|基本|正在|持续|长期|未|尚))([^—－–\s-]{2,30})$"
)
"""A result behind a dash or a space: …不到位——已完成."""
_CLOSING_BRACKETS = frozenset(")）】]〕］")
_VALUE_ROLES: tuple[Role, ...] = ("measures", "progress", "plan")
_LONGEST_STATUS = 30
"""Characters up to which what stands under a status label is its value, known wording or not."""
_TELLS = lazy_pattern(r"\d{1,9}(?:\.\d{1,9})?[^\d年月日%％.]|[^,，、]{4}[,，][^,，、]{4}")
"""What a text has that tells what was done and is no result: a figure with its unit, clauses."""
_ASKS = "是否"
"""How a label begins that asks."""
_YES_NO: dict[str, Status] = {
    "是": "completed",
    "已销号": "completed",
    "√": "completed",
    "否": "not_completed",
}
"""Values of a label that asks (是否销号)."""


class Gathered(Struct):
    """All that was found of an issue: its number, its opening words, its values, its plain paragraphs."""

    number: int | None
    label: str | None
    lead: Piece
    start: int
    end: int
    section: int | None = None
    opened: int = 0
    """Where its opening line ends."""
    uncut: Piece | None = None
    """Its opening words before what follows its title was cut off them."""
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
        if label.bracket:
            found = _bracket_status(label.bracket) or found
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
    texts = done or planned or plain
    if found is None:
        found, texts = _closing_bracket(texts)
    found = found or _closing_status(texts)
    draft = IssueDraft(
        issue.number,
        issue.label,
        text,
        issue.start,
        issue.end,
        section,
        found[0] if found else None,
        found[1] if found else None,
        tuple(split_measures(texts)),
    )
    return _with_fields(draft, fields) if fields else draft


def _with_fields(draft: IssueDraft, fields: Mapping[Role, Piece]) -> IssueDraft:
    return draft.replace(
        outcome=fields.get("outcome"),
        responsible=fields.get("who") or fields.get("person"),
        deadline=fields.get("deadline"),
    )


_Status = tuple[Status | None, Piece] | None


def _text(issue: Gathered) -> tuple[Piece, Piece | None]:
    """The problem as reported; a result in brackets behind it is cut off."""
    text = issue.lead
    if not text.text:
        text = _told_below(issue) or text
    bracketed = _split_bracket(text)
    if bracketed:
        return bracketed
    if issue.plain and _says_what_was_done(issue):
        text = whole(_made_whole(text, issue))
        issue.plain.clear()
    return text, None


def _made_whole(text: Piece, issue: Gathered) -> list[Piece]:
    """The problem and its paragraphs; a title and what was cut off it are one again, as they are printed."""
    first, *more = issue.plain
    if issue.uncut and first.end == issue.uncut.end:
        return [issue.uncut, *more]
    return [text, first, *more]


def _told_below(issue: Gathered) -> Piece | None:
    """The problem under its label, else in the first paragraph behind the number."""
    named = next((parts for label, parts in issue.values if label.role == "issue" and parts), None)
    if named:
        ends = _list_below(named)
        issue.plain[:0] = named[ends:]
        return whole(named[:ends])
    return issue.plain.pop(0) if issue.plain else None


def _split_bracket(text: Piece) -> tuple[Piece, Piece] | None:
    """A problem and the result in brackets behind it, with its label or without: …不严(整改状态:已完成)."""
    if not ends_as_status(text.text):
        return None
    closed = text.text.rstrip("。")[-1:] in _CLOSING_BRACKETS
    match = (_BRACKET_STATUS if closed else _DASH_STATUS).search(text.text, max(0, len(text.text) - LONGEST))
    if match is None:
        return None
    label, colon, value = match[1].replace("：", ":").rpartition(":")
    if parse_status(value) is None or (colon and role_of(label) not in ("status", "progress")):
        return None
    return cut(text, 0, match.start()), cut(text, match.end(1) - len(value), match.end(1))


def _says_what_was_done(issue: Gathered) -> bool:
    """Whether labels give more than a result; where they do not, a list above them tells what was done."""
    told = [parts for label, parts in issue.values if label.role in _VALUE_ROLES]
    if told and all(len(parts) == 1 and parse_status(parts[0].text) for parts in told):
        first = parse_marker(issue.plain[0].text)
        return issue.plain[0].start >= issue.opened and (first is None or first.number != 1)
    return bool(told)


def _list_below(named: Sequence[Piece]) -> int:
    """Where, below a problem under its label, a list begins that is no part of it."""
    for at, piece in enumerate(named[1:], 1):
        marker = parse_marker(piece.text)
        if marker and marker.number == 1:
            return at
    return len(named)


def _bracket_status(bracket: Piece) -> _Status:
    status = parse_status(bracket.text)
    return (status, bracket) if status else None


def _status_and_rest(label: Labelled, paragraphs: list[Piece]) -> tuple[_Status, list[Piece]]:
    """A value decides what it is: a status, a status and measures, or measures."""
    if not paragraphs:
        return None, []
    first, text = paragraphs[0], paragraphs[0].text
    asked = label.label[:2] == _ASKS if label.label else label.role == "status"
    begins = begins_as_status(text)
    status = (_YES_NO.get(text) if asked else None) or (parse_status(text) if begins else None)
    if status is not None:
        return (status, first), paragraphs[1:]
    split = split_status(text, labelled=True) if begins else None
    if split:
        result = cut(first, 0, len(split[0]))
        rest = cut(first, split[1])
        return (parse_status(result.text), result), [piece for piece in (rest, *paragraphs[1:]) if piece.text]
    if label.role == "status" and len(text) <= _LONGEST_STATUS and not _TELLS.search(text):
        return (None, first), paragraphs[1:]
    return None, paragraphs


def _closing_bracket(paragraphs: list[Piece]) -> tuple[_Status, list[Piece]]:
    """A result in brackets that ends an issue, and is not one of several that end its measures."""
    split = _split_bracket(paragraphs[-1]) if paragraphs else None
    if split is None or any(split[1].text in piece.text for piece in (*paragraphs[:-1], split[0])):
        return None, paragraphs
    rest = [split[0]] if split[0].text else []
    return (parse_status(split[1].text), split[1]), [*paragraphs[:-1], *rest]


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
