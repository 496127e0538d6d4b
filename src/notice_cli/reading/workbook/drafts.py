"""What the sheets say about an issue, written into the text and put into its fields."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.model import Status
from notice_cli.model.ledger import STATUSES
from notice_cli.outline import parse_marker
from notice_cli.page.block import fold
from notice_cli.reading.draft import IssueDraft, SectionDraft
from notice_cli.reading.issue import Gathered, finish
from notice_cli.reading.labels import Labelled
from notice_cli.reading.measures import FoundMeasure, measure_of
from notice_cli.reading.piece import Piece, cut, whole
from notice_cli.reading.status import parse_status
from notice_cli.reading.words import LABELS
from notice_cli.reading.workbook.heads import Name
from notice_cli.reading.workbook.issues import Found
from notice_cli.reading.workbook.writing import Text
from notice_cli.text.numerals import parse_numeral

_DRESS = "()（）.、． "
_STATUS_OF: dict[str, Status] = {
    word: status  # type: ignore[misc]
    for status, words in STATUSES.items()
    for word in words
}
Values = dict[Name, list[Piece]]
"""The pieces of an issue by what they are, in the order of the text."""


def read_section(piece: Piece) -> SectionDraft:
    """A heading without its number."""
    marker = parse_marker(piece.text)
    heading = cut(piece, marker.end) if marker else piece
    return SectionDraft(heading, marker.label if marker else None, piece.start)


def write_issue(text: Text, found: Found, *, ours: bool, main: bool) -> tuple[IssueDraft, Piece | None]:
    """Write an issue's cells and read them.

    Args:
        text: The text to write into.
        found: What the sheets say.
        ours: Whether its list is one that we wrote: then its columns are taken as they stand.
        main: Whether its rows are those of the sheet whose lines are told.

    Returns:
        The issue, its section still open, and the piece that names its group.
    """
    start = text.length
    values: Values = {}
    unnamed: list[Piece] = []
    for name, _, cell in found.cells:
        pieces = text.add(cell.text, cell.row if main else None)
        (values.setdefault(name, []) if name else unnamed).extend(pieces)
    for name, words in found.further:
        values.setdefault(name, []).extend(text.add(words, None))
    measures = tuple(one for row in found.measures for one in _write_measure(text, row.values))
    group = values.get("group")
    gathered = _gather(values, start, text.length - 1)
    draft = _as_it_stands(values, finish(gathered, None)) if ours else finish(gathered, None)
    draft = draft.replace(measures=measures) if ours or found.measures else draft
    return draft, whole(group) if group else None


def _write_measure(text: Text, values: dict[str, str]) -> list[FoundMeasure]:
    label = fold(values.get("label", "")) or None
    if label:
        text.add(label, None)
    pieces = text.add(values["text"], None)
    return [measure_of(whole(pieces), label)] if pieces else []


def _gather(values: Values, start: int, end: int) -> Gathered:
    """The issue's number, its text, and what its columns say."""
    number = values["number"][0].text if values.get("number") else None
    value = parse_numeral(number.strip(_DRESS)) if number else None
    lead = whole(values["issue"])
    marker = parse_marker(lead.text)
    if marker and (number is None or marker.number == value):
        lead, number, value = cut(lead, marker.end), number or marker.label, marker.number
    issue = Gathered(value, number, lead, start, end)
    persons = values.get("person", []) if not values.get("who") else []
    for name, pieces in (*values.items(), ("who", persons)):
        if name in LABELS and name not in ("issue", "group") and pieces:
            issue.values.append((Labelled(name, "", None, pieces[0], pieces[0].start), list(pieces)))
    return issue


def _as_it_stands(values: Values, draft: IssueDraft) -> IssueDraft:
    """An issue of our own list: number, label, text, status and result are what their cells say."""
    status, result = values.get("status"), values.get("status_text")
    number = parse_numeral(values["number"][0].text) if values.get("number") else draft.number
    return draft.replace(
        number=number,
        label=values["label"][0].text if values.get("label") else None,
        text=whole(values["issue"]),
        status=_parse_own_status(status),
        status_text=whole(result) if result else None,
        status_heading=whole(status) if status and not result else None,
    )


def _parse_own_status(pieces: Sequence[Piece] | None) -> Status | None:
    text = whole(pieces).text if pieces else ""
    return _STATUS_OF.get(text) or _STATUS_OF.get(text.lower()) or parse_status(text)
