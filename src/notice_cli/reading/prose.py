"""Issues laid out as paragraphs: an opening line each, then labelled lines or plain paragraphs.

The layouts of this kind differ in what opens an issue; all else is read here once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import pairwise

from msgspec import Struct, field

from notice_cli.model import Status
from notice_cli.outline import Line, Marker, parse_marker
from notice_cli.outline.markers import LEVELS, Kind
from notice_cli.reading.draft import IssueDraft, Reading, SectionDraft
from notice_cli.reading.issue import Gathered, finish
from notice_cli.reading.labels import RESULT_ROLES, SIDE_ROLES, split_labels
from notice_cli.reading.piece import Piece, cut, piece_of
from notice_cli.reading.status import parse_status_heading
from notice_cli.reading.zones import ABOUT, is_heading, is_name, opens_part, zone_of
from notice_cli.text.pattern import lazy_pattern

_COMPOUND = lazy_pattern(r"\d[-－—.]\d")
"""What the label of an issue has in it whose number is that of its group and its own: 任务2-3."""
_PART = "第"
"""How the heading of a numbered part begins."""
_ASPECT = "方面"
"""How the name of a group of issues ends."""
_LEVEL_OF_NAMED = 3
_LONGEST_GROUP = 200
_LONGEST_ORNAMENT = 2
_MOST_UNNUMBERED = 3


class _Groups(Struct):
    """Sections so far, the lines between a heading and its first issue kept with it."""

    headings: list[Line] = field(default_factory=list)
    leads: list[list[Line]] = field(default_factory=list)


def read_prose(
    lines: Sequence[Line],
    opening: Set[int],
    kind: Kind,
    *,
    names: bool = False,
    title: re.Pattern[str] = ABOUT,
) -> Reading:
    """Read the issues' part.

    Args:
        lines: The lines of the part.
        opening: The places of the lines that open an issue each.
        kind: The kind of marker that the issues carry; headings have shallower ones.
        names: Whether a name that stands alone above an issue is a heading.
        title: What of an issue's opening line names it; the rest is what was done.
    """
    issues: list[Gathered] = []
    groups = _Groups()
    orphans = missed = 0
    current: Gathered | None = None
    section: int | None = None
    for at, line in enumerate(lines):
        marker = line.marker
        if at in opening:
            current = _open(line, section, title)
            issues.append(current)
        elif (
            (marker is not None or line.text[:1] == _PART)
            and _is_group(line, kind)
            and not (current and _lists(current, line, lines, at, opening))
        ) or (at + 1 in opening and _heads(line, lines[at + 1], kind, current, names=names)):
            groups.headings.append(line)
            groups.leads.append([])
            current, section = None, len(groups.headings)
        elif current is not None and _is_ornament(line) and not opening.isdisjoint((at + 1, at + 2)):
            current = None
        elif current is not None:
            if marker is not None:
                missed += marker.kind == "named"
            _add(current, line)
        else:
            missed += _states_result(line)
            if groups.leads:
                groups.leads[-1].append(line)
            else:
                orphans += 1
    return _reading(lines, issues, groups, orphans, missed + _repeated(issues))


def _is_group(line: Line, kind: Kind) -> bool:
    """A heading above the issues' own level."""
    marker = line.marker
    if marker is not None and _is_above(marker, kind) and is_heading(line):
        return True
    return line.text[:1] == _PART and opens_part(line)


def _is_ornament(line: Line) -> bool:
    """A numeral alone in its line, as cards carry it above their names: 02."""
    return len(line.text) <= _LONGEST_ORNAMENT and line.text.isdecimal() and line.cell is None


def _is_above(marker: Marker, kind: Kind) -> bool:
    return marker.kind in LEVELS and LEVELS[marker.kind] < LEVELS.get(kind, _LEVEL_OF_NAMED)


def _heads(line: Line, below: Line, kind: Kind, current: Gathered | None, *, names: bool) -> bool:
    """Whether a line right above an issue is a heading though it does not look like one.

    It is a shallower number above the first issue of a list, however long, or a name that stands alone
    where no label waits for its value.
    """
    if line.marker is not None and _is_above(line.marker, kind):
        first = below.marker is not None and below.marker.number == 1
        return first and len(line.text) <= _LONGEST_GROUP and not split_labels(line)[1]
    if not (names or line.text[-2:] == _ASPECT):
        return False
    waits = current is not None and current.values and not current.values[-1][1]
    return not waits and is_name(line)


def _states_result(line: Line) -> bool:
    """Whether a line outside all issues states what came of one."""
    return line.cell is None and any(one.role in RESULT_ROLES for one in split_labels(line)[1])


def _lists(current: Gathered, line: Line, lines: Sequence[Line], at: int, opening: Set[int]) -> bool:
    """Whether a line that looks like a heading is an item below a label of the issue: 整改情况: 1.… 2.…."""
    if line.marker is None or not current.values or current.values[-1][0].role not in RESULT_ROLES:
        return False
    below = lines[at + 1] if at + 1 in opening else None
    if below is not None and below.marker is not None and below.marker.number == 1:
        return False
    return _goes_on(line.marker, current.values[-1][1])


def _goes_on(marker: Marker, paragraphs: Sequence[Piece]) -> bool:
    """Whether a number goes on with the list in the paragraphs before it, or begins one."""
    for skipped, paragraph in enumerate(reversed(paragraphs[-_MOST_UNNUMBERED:])):
        last = parse_marker(paragraph.text)
        if last and last.kind == marker.kind:
            return last.number < marker.number <= last.number + 1 + skipped
    return marker.number == 1 and not paragraphs


def _repeated(issues: Sequence[Gathered]) -> int:
    """How often a label of results or measures comes again: another issue stated what came of it."""
    told = [
        (at, one.label)
        for at, issue in enumerate(issues)
        for one, _ in issue.values
        if one.role in RESULT_ROLES
    ]
    return len(told) - len(set(told))


def _open(line: Line, section: int | None, title: re.Pattern[str]) -> Gathered:
    """An issue from its opening line: text, labels in the same line, and a result in brackets."""
    begin = line.marker.end if line.marker else 0
    lead, labelled = split_labels(line, begin)
    about = title.match(lead.text)
    number, label = (line.marker.number, line.marker.label) if line.marker else (None, None)
    opened = Gathered(number, label, lead, line.start, line.end, section, line.end)
    if about:
        opened.lead = cut(lead, 0, about.end())
        rest = cut(lead, about.end())
        plain = Piece(rest.text.lstrip("。:：,，;；— "), rest.start, rest.end, rest.line)
        if plain.text:
            opened.uncut = lead
            opened.plain.append(_moved(rest, plain.text))
    for one in labelled:
        opened.values.append((one, [one.value] if one.value.text else []))
    return opened


def _moved(piece: Piece, text: str) -> Piece:
    """A piece whose beginning was cut off."""
    return Piece(text, piece.end - len(text), piece.end, piece.line)


def _add(issue: Gathered, line: Line) -> None:
    """One more line of an issue: a label opens a value, any other line goes on with the last."""
    lead, labelled = split_labels(line)
    if lead.text and not (labelled and line.marker and lead.text == line.marker.label):
        (issue.plain if _is_closed(issue) else issue.values[-1][1]).append(lead)
    for one in labelled:
        issue.values.append((one, [one.value] if one.value.text else []))
    issue.end = line.end


def _is_closed(issue: Gathered) -> bool:
    """Whether a paragraph goes on with no label: none came yet, or its short value stands in brackets."""
    if not issue.values:
        return True
    label, parts = issue.values[-1]
    return label.role in SIDE_ROLES and bool(parts) and parts[-1].start < issue.opened


def _reading(
    lines: Sequence[Line], issues: Sequence[Gathered], groups: _Groups, orphans: int, missed: int
) -> Reading:
    kept = _kept(groups, issues)
    numbers = {at + 1: place for place, at in enumerate(kept, 1)}
    states = {at + 1: state for at in kept if (state := parse_status_heading(groups.headings[at].body))}
    drafts = tuple([finish(issue, numbers.get(issue.section or 0)) for issue in issues])
    if states:
        pairs = zip(drafts, issues, strict=True)
        drafts = tuple([_with_state(draft, issue, groups, states) for draft, issue in pairs])
    sections = tuple(_section(groups.headings[at], groups.leads[at]) for at in kept)
    explained = 1 - orphans / len(lines) if lines else 0.0
    general = tuple(_general(groups, issues))
    outside = {line.start for line in general}
    headings = tuple(line for line in groups.headings if line.start not in outside)
    return Reading(drafts, sections, explained, run_on(drafts), missed, headings, general)


def _kept(groups: _Groups, issues: Sequence[Gathered]) -> list[int]:
    """The headings that have issues right below them; that of the one part with issues is no group."""
    holding = {issue.section for issue in issues}
    kept = [at for at in range(len(groups.headings)) if at + 1 in holding]
    parts = {at for at in kept if _is_whole_part(groups.headings[at])}
    return [at for at in kept if at not in parts] if len(parts) == 1 else kept


def _is_whole_part(heading: Line) -> bool:
    """Whether a heading names the issues' part, and not one of several numbered parts."""
    return zone_of(heading) == "issues" and not opens_part(heading)


def _general(groups: _Groups, issues: Sequence[Gathered]) -> Iterator[Line]:
    """Headings of the first level without issues below them, and all that stands under them."""
    holding = {issue.section for issue in issues}
    tops = [at for at, line in enumerate(groups.headings) if line.marker and line.marker.kind == "han"]
    for top, end in pairwise([*tops, len(groups.headings)]):
        if issues and not any(at + 1 in holding for at in range(top, end)):
            for at in range(top, end):
                yield groups.headings[at]
                yield from groups.leads[at]


def _with_state(
    draft: IssueDraft, issue: Gathered, groups: _Groups, states: Mapping[int, Status]
) -> IssueDraft:
    """An issue that states no result has that of the heading above it, where the heading names one."""
    state = states.get(issue.section or 0)
    if state is None or draft.status or draft.status_text:
        return draft
    heading = groups.headings[(issue.section or 1) - 1]
    return draft.replace(status=state, status_heading=piece_of(heading, heading.body_start - heading.start))


def _section(heading: Line, lead: Sequence[Line]) -> SectionDraft:
    label = heading.marker.label if heading.marker else None
    return SectionDraft(
        piece_of(heading, heading.body_start - heading.start), label, heading.start, tuple(lead)
    )


def run_on(issues: Sequence[IssueDraft]) -> bool:
    """Whether the printed numbers run through: they do unless a later section begins at 1 again."""
    last: int | None = None
    if _COMPOUND.search(" ".join([issue.label or "" for issue in issues])):
        return False
    for issue in issues:
        if issue.number is None:
            return False
        if issue.section != last and last is not None and issue.number == 1:
            return False
        last = issue.section
    return True
