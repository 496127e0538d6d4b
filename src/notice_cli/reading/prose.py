"""Issues laid out as paragraphs: an opening line each, then labelled lines or plain paragraphs.

The layouts of this kind differ in what opens an issue; all else is read here once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from notice_cli.outline import Line
from notice_cli.outline.markers import LEVELS, Kind
from notice_cli.reading.draft import IssueDraft, Reading, SectionDraft
from notice_cli.reading.issue import Gathered, finish
from notice_cli.reading.labels import split_labels
from notice_cli.reading.piece import Piece, cut, piece_of
from notice_cli.reading.zones import is_heading

ABOUT = re.compile(
    r"^(?:关于|针对|对于|对|就).{2,200}?问题[”’\"]?(?:的?整改(?:落实)?(?:情况)?(?:方面)?)?(?=[。:：,，;；\s]|$|——)"
)
"""关于…的问题: a title and a problem in one."""
_LEVEL_OF_NAMED = 3


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
    issues: list[Gathered] = []
    groups = _Groups()
    orphans = missed = 0
    current: Gathered | None = None
    for at, line in enumerate(lines):
        if opens(at):
            current = _open(line, len(groups.headings) or None)
            issues.append(current)
        elif _is_group(line, kind):
            groups.headings.append(line)
            groups.leads.append([])
            current = None
        elif current is not None:
            missed += line.marker is not None and line.marker.kind == "named"
            _add(current, line)
        elif groups.leads:
            groups.leads[-1].append(line)
        else:
            orphans += 1
    return replace(_reading(lines, issues, groups, orphans), missed=missed)


def _is_group(line: Line, kind: Kind) -> bool:
    """A heading above the issues' own level."""
    if line.marker is None or not is_heading(line) or line.marker.kind not in LEVELS:
        return False
    return LEVELS[line.marker.kind] < LEVELS.get(kind, _LEVEL_OF_NAMED)


def _open(line: Line, section: int | None) -> Gathered:
    """An issue from its opening line: text, labels in the same line, and a result in brackets."""
    begin = line.marker.end if line.marker else 0
    lead, labelled = split_labels(line, begin)
    about = ABOUT.match(lead.text)
    number, label = (line.marker.number, line.marker.label) if line.marker else (None, None)
    opened = Gathered(number, label, lead, line.start, line.end, section)
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


def _add(issue: Gathered, line: Line) -> None:
    """One more line of an issue: a label opens a value, any other line goes on with the last."""
    lead, labelled = split_labels(line)
    if lead.text:
        (issue.values[-1][1] if issue.values else issue.plain).append(lead)
    issue.values += [(one, [one.value] if one.value.text else []) for one in labelled]
    issue.end = line.end


def _reading(lines: Sequence[Line], issues: Sequence[Gathered], groups: _Groups, orphans: int) -> Reading:
    kept = [at for at in range(len(groups.headings)) if _holds(groups, at, issues)]
    numbers = {at + 1: place for place, at in enumerate(kept, 1)}
    drafts = tuple(finish(issue, numbers.get(issue.section or 0)) for issue in issues)
    sections = tuple(_section(groups.headings[at], groups.leads[at]) for at in kept)
    explained = 1 - orphans / len(lines) if lines else 0.0
    return Reading(drafts, sections, explained, run_on(drafts), headings=tuple(groups.headings))


def _holds(groups: _Groups, at: int, issues: Sequence[Gathered]) -> bool:
    """Whether a heading has issues right below it."""
    return any(issue.section == at + 1 for issue in issues)


def _section(heading: Line, lead: Sequence[Line]) -> SectionDraft:
    label = heading.marker.label if heading.marker else None
    return SectionDraft(
        piece_of(heading, heading.body_start - heading.start), label, heading.start, tuple(lead)
    )


def run_on(issues: Sequence[IssueDraft]) -> bool:
    """Whether the printed numbers run through: they do unless a later section begins at 1 again."""
    last: int | None = None
    for issue in issues:
        if issue.number is None:
            return False
        if issue.section != last and last is not None and issue.number == 1:
            return False
        last = issue.section
    return True
