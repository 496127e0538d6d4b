"""Issues laid out as paragraphs: an opening line each, then labelled lines or plain paragraphs.

The layouts of this kind differ in what opens an issue; all else is read here once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from notice_cli.model import Status
from notice_cli.outline import Line, Marker
from notice_cli.outline.markers import LEVELS, Kind
from notice_cli.reading.draft import IssueDraft, Reading, SectionDraft
from notice_cli.reading.labels import Labelled, split_labels
from notice_cli.reading.measures import split_measures
from notice_cli.reading.piece import Piece, cut, piece_of
from notice_cli.reading.status import parse_status, split_status
from notice_cli.reading.words import Role
from notice_cli.reading.zones import is_heading

ABOUT = re.compile(
    r"^(?:关于|针对|对于|对|就).{2,200}?问题[”’\"]?(?:的?整改(?:落实)?(?:情况)?(?:方面)?)?(?=[。:：,，;；\s]|$|——)"
)
"""关于…的问题: a title and a problem in one."""
_BRACKET_STATUS = re.compile(r"[(（【\[]([^()（）【】\[\]]{1,30})[)）】\]]。?$")
_LEVEL_OF_NAMED = 3
_VALUE_ROLES: tuple[Role, ...] = ("measures", "progress", "plan")


@dataclass(slots=True)
class _Open:
    """An issue being read: its opening, its labelled values, its plain paragraphs."""

    marker: Marker | None
    lead: Piece
    start: int
    end: int
    section: int | None
    values: list[tuple[Labelled, list[Piece]]] = field(default_factory=list)
    plain: list[Piece] = field(default_factory=list)


@dataclass(slots=True)
class _Groups:
    """Sections so far, the lines between a heading and its first issue kept with it."""

    headings: list[Line] = field(default_factory=list)
    leads: list[list[Line]] = field(default_factory=list)


def read_prose(lines: Sequence[Line], opens: Callable[[int], bool], kind: Kind) -> Reading:
    """Read the issues' part.

    Args:
        lines: The lines of the part.
        opens: Whether the line of a number (its place in `lines`) opens an issue.
        kind: The kind of marker that the issues carry; headings have shallower ones.
    """
    issues: list[_Open] = []
    groups = _Groups()
    orphans = 0
    current: _Open | None = None
    for at, line in enumerate(lines):
        if opens(at):
            current = _open(line, len(groups.headings) or None)
            issues.append(current)
        elif _is_group(line, kind):
            groups.headings.append(line)
            groups.leads.append([])
            current = None
        elif current is not None:
            _add(current, line)
        elif groups.leads:
            groups.leads[-1].append(line)
        else:
            orphans += 1
    return _reading(lines, issues, groups, orphans)


def _is_group(line: Line, kind: Kind) -> bool:
    """A heading above the issues' own level."""
    if line.marker is None or not is_heading(line) or line.marker.kind not in LEVELS:
        return False
    return LEVELS[line.marker.kind] < LEVELS.get(kind, _LEVEL_OF_NAMED)


def _open(line: Line, section: int | None) -> _Open:
    """An issue from its opening line: text, labels in the same line, and a result in brackets."""
    begin = line.marker.end if line.marker else 0
    lead, labelled = split_labels(line, begin)
    about = ABOUT.match(lead.text)
    opened = _Open(line.marker, lead, line.start, line.end, section)
    if about:
        opened.lead = cut(lead, 0, about.end())
        rest = cut(lead, about.end())
        plain = Piece(rest.text.lstrip("。:：,，;；— "), rest.start, rest.end, rest.line)
        if plain.text:
            opened.plain.append(_moved(rest, plain.text))
    opened.values = [(one, [one.value] if one.value.text else []) for one in labelled]
    return opened


def _moved(piece: Piece, text: str) -> Piece:
    """A piece whose beginning was cut off."""
    return Piece(text, piece.end - len(text), piece.end, piece.line)


def _add(issue: _Open, line: Line) -> None:
    """One more line of an issue: a label opens a value, any other line goes on with the last."""
    lead, labelled = split_labels(line)
    if lead.text:
        (issue.values[-1][1] if issue.values else issue.plain).append(lead)
    issue.values += [(one, [one.value] if one.value.text else []) for one in labelled]
    issue.end = line.end


def _reading(lines: Sequence[Line], issues: Sequence[_Open], groups: _Groups, orphans: int) -> Reading:
    kept = [at for at in range(len(groups.headings)) if _holds(groups, at, issues)]
    numbers = {at + 1: place for place, at in enumerate(kept, 1)}
    drafts = tuple(_finish(issue, numbers.get(issue.section or 0)) for issue in issues)
    sections = tuple(_section(groups.headings[at], groups.leads[at]) for at in kept)
    explained = 1 - orphans / len(lines) if lines else 0.0
    return Reading(drafts, sections, explained, _run_on(drafts))


def _holds(groups: _Groups, at: int, issues: Sequence[_Open]) -> bool:
    """Whether a heading has issues right below it."""
    return any(issue.section == at + 1 for issue in issues)


def _section(heading: Line, lead: Sequence[Line]) -> SectionDraft:
    label = heading.marker.label if heading.marker else None
    return SectionDraft(
        piece_of(heading, heading.body_start - heading.start), label, heading.start, tuple(lead)
    )


def _run_on(issues: Sequence[IssueDraft]) -> bool:
    """Whether the printed numbers run through: they do unless a later section begins at 1 again."""
    last: int | None = None
    for issue in issues:
        if issue.number is None:
            return False
        if issue.section != last and last is not None and issue.number == 1:
            return False
        last = issue.section
    return True


def _finish(issue: _Open, section: int | None) -> IssueDraft:
    """All that was gathered about an issue, put into its fields."""
    text, status_text = _text(issue)
    found: _Status = (parse_status(status_text.text), status_text) if status_text else None
    done: list[Piece] = []
    planned: list[Piece] = []
    fields: dict[Role, Piece] = {}
    for label, paragraphs in issue.values:
        found = _bracket_status(label) or found
        if label.role in ("status", "progress"):
            result, rest = _status_and_rest(label, paragraphs)
            found = found or result
            done += rest
        elif label.role == "measures":
            done += paragraphs
        elif label.role == "plan":
            planned += paragraphs
        elif paragraphs:
            fields.setdefault(label.role, _whole(paragraphs))
    plain = issue.plain if not (done or planned) else []
    if plain and found is None:
        found, plain = _leading_status(plain)
    measures = split_measures(done or planned or plain)
    return IssueDraft(
        issue.marker.number if issue.marker else None,
        issue.marker.label if issue.marker else None,
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


def _text(issue: _Open) -> tuple[Piece, Piece | None]:
    """The problem as reported; a result in brackets behind it is cut off."""
    text = issue.lead
    if not text.text and issue.plain:
        text = issue.plain.pop(0)
    match = _BRACKET_STATUS.search(text.text)
    if match and parse_status(match[1]):
        return cut(text, 0, match.start()), cut(text, *match.span(1))
    if issue.plain and any(label.role in _VALUE_ROLES for label, _ in issue.values):
        text = _whole([text, *issue.plain])
        issue.plain.clear()
    return text, None


def _whole(paragraphs: Sequence[Piece]) -> Piece:
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
    status = parse_status(first.text)
    if status is not None:
        return (status, first), list(paragraphs[1:])
    split = split_status(first.text)
    if split:
        result = cut(first, 0, len(split[0]))
        rest = cut(first, split[1])
        return (parse_status(result.text), result), [piece for piece in (rest, *paragraphs[1:]) if piece.text]
    if label.role == "status" and len(first.text) <= _LONGEST_STATUS:
        return (None, first), list(paragraphs[1:])
    return None, list(paragraphs)


_LONGEST_STATUS = 30
"""Characters up to which what stands under a status label is its value, known wording or not."""


def _leading_status(plain: list[Piece]) -> tuple[_Status, list[Piece]]:
    """A result that is the first sentence of an issue's plain paragraphs."""
    split = split_status(plain[0].text)
    if split is None:
        return None, plain
    result, rest = cut(plain[0], 0, len(split[0])), cut(plain[0], split[1])
    return (parse_status(result.text), result), [piece for piece in (rest, *plain[1:]) if piece.text]
