"""Labels in a line (整改情况:, 责任单位:, 整改时限:) and what they introduce."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from notice_cli.outline import Line
from notice_cli.outline.markers import MARKS
from notice_cli.reading.piece import Piece, piece_of
from notice_cli.reading.status import parse_status
from notice_cli.reading.words import ABOUT_STARTS, LABEL_PARTS, LABEL_SIGNS, LABELS, Role
from notice_cli.text.colons import find_colons
from notice_cli.values import Value

_MARKS = MARKS | frozenset("▪•●·✔✓√")
"""Ornaments that may stand before a label."""
_BEFORE = frozenset(" 。；;、,，.．)）】]【[") | _MARKS
"""Characters that may stand before a label inside a line."""
_BRACKETS = {")": "(", "）": "（"}
_LONGEST_BRACKET = 40
_LONGEST_ALONE = 60
_DRESS = frozenset(" )）")


RESULT_ROLES: tuple[Role, ...] = ("status", "progress", "measures", "plan")
"""What tells what came of an issue, or what is done about it."""


SIDE_ROLES: tuple[Role, ...] = ("who", "person", "deadline", "aside")
"""What a short value tells beside the issue and its result."""


class LabelTable(Value):
    """The labels made ready to be found."""

    roles: dict[str, Role]
    lengths: dict[str, tuple[int, ...]]
    """Last character of a label, and how long the labels are that end with it, longest first."""
    longest: int


def label_table(additions: Mapping[Role, Sequence[str]] | None = None) -> LabelTable:
    """The known labels, and further ones by their role."""
    roles: dict[str, Role] = {
        begin + end: role
        for role, tables in LABEL_PARTS.items()
        for begins, ends in tables
        for begin in begins.split()
        for end in ends.split()
    }
    roles |= {label: role for role, labels in LABELS.items() for label in labels}
    return _table(roles, additions or {})


def _table(known: Mapping[str, Role], additions: Mapping[Role, Sequence[str]]) -> LabelTable:
    """Known labels and further ones, by their last characters too."""
    roles = dict(known)
    for role, labels in additions.items():
        roles |= dict.fromkeys((label.replace(" ", "") for label in labels), role)
    by_end: dict[str, set[int]] = {}
    for label in roles:
        by_end.setdefault(label[-1], set()).add(len(label))
    lengths = {last: tuple(sorted(found, reverse=True)) for last, found in by_end.items()}
    return LabelTable(roles, lengths, max(map(len, roles)))


CURRENT_LABELS: ContextVar[LabelTable] = ContextVar("labels", default=label_table())  # noqa: B039
"""The labels that the notice being read is read with."""


_OFTEN = 2
"""Lines that a label must stand before to be learnt."""
_SHORTEST_LEARNT, _LONGEST_LEARNT = 3, 10


@contextmanager
def learning_labels(lines: Iterable[Line]) -> Iterator[None]:
    """Within this block labels are known, too, that only these lines use, if their words tell what."""
    table = CURRENT_LABELS.get()
    learnt = _learn(lines, table.roles)
    token = CURRENT_LABELS.set(_table(table.roles, learnt)) if learnt else None
    try:
        yield
    finally:
        if token:
            CURRENT_LABELS.reset(token)


def _learn(lines: Iterable[Line], known: Mapping[str, Role]) -> dict[Role, list[str]]:
    """What stands before a colon at the start of several lines: 查摆出的突出问题:, 当前办理状态:."""
    values: dict[str, list[str]] = {}
    for line in lines:
        head, value = _unknown_head(line, known)
        if head:
            values.setdefault(head, []).append(value)
    learnt: dict[Role, list[str]] = {}
    for head, told in values.items():
        role = _role_by_values(told) or role_by_signs(head) if len(told) >= _OFTEN else None
        if role:
            learnt.setdefault(role, []).append(head)
    return learnt


def _unknown_head(line: Line, known: Mapping[str, Role]) -> tuple[str | None, str]:
    """What stands before the first colon of a line, if it may be a label and is none that is known."""
    begin = line.marker.end if line.marker else int(line.text[:1] in _MARKS)
    head, colon, _ = line.text[begin : begin + _LONGEST_LEARNT + 1].replace("：", ":").partition(":")
    fits = bool(colon) and line.cell is None and len(head) >= _SHORTEST_LEARNT and head.isalpha()
    if not fits or head in known or head.startswith(ABOUT_STARTS[:2]):
        return None, ""
    return head, line.text[begin + len(head) + 1 :]


def _role_by_values(values: Iterable[str]) -> Role | None:
    """A label is one of results if nothing else stands behind it."""
    return "status" if all(map(parse_status, values)) else None


def role_by_signs(label: str) -> Role | None:
    """What a label introduces that no table knows, by the words in it."""
    for role, within, ends in LABEL_SIGNS:
        if label.endswith(ends) and (not within or any(word in label for word in within)):
            return role
    return None


class Labelled(Value):
    """A label's value: its role, the label as printed, what stood in brackets behind it."""

    role: Role
    label: str
    bracket: Piece | None
    value: Piece
    start: int
    """Where the label itself begins."""


def role_of(text: str) -> Role | None:
    """The role of a text that is a label and nothing else, as table heads and cells print it."""
    compact = text.replace(" ", "").strip(":：")
    roles = CURRENT_LABELS.get().roles
    return roles.get(compact) or roles.get(compact.split("(")[0].split("（")[0])


def split_labels(line: Line, begin: int = 0) -> tuple[Piece, list[Labelled]]:
    """What stands in a line before its first label, and the labels with their values.

    Args:
        line: The line.
        begin: Where in the line to begin, behind a marker.
    """
    text = line.text
    named = _split_bracket(line, begin) if text[-1:] in _BRACKETS else None
    if named:
        return named
    found = _labels(text, begin)
    if text[begin : begin + 1] == "【":
        found = [*_bracketed(text, begin), *found]
    if not found:
        found = _alone(line, begin)
    if not found:
        return piece_of(line, begin), []
    lead = piece_of(line, begin, found[0][0])
    if lead.text in _MARKS:
        lead = piece_of(line, begin, begin)
    labelled = []
    for at, (start, _, value_start, label, role, bracket) in enumerate(found):
        end = found[at + 1][0] if at + 1 < len(found) else None
        inner = piece_of(line, *bracket) if bracket else None
        labelled.append(Labelled(role, label, inner, piece_of(line, value_start, end), line.start + start))
    return lead, labelled


_Found = tuple[int, int, int, str, Role, tuple[int, int] | None]


def _split_bracket(line: Line, begin: int) -> tuple[Piece, list[Labelled]] | None:
    """Who is responsible until when, in brackets behind a text: …迟缓(责任部门:工程部;完成时限:12月)."""
    opened = line.text.rfind(_BRACKETS[line.text[-1]], begin + 1)
    if opened < 0 or line.text[opened - 1] in _BRACKETS:
        return None
    inside = line.replace(text=line.text[opened + 1 : -1], start=line.start + opened + 1, marker=None)
    nothing, labels = split_labels(inside)
    if nothing.text or not labels or any(one.role not in SIDE_ROLES for one in labels):
        return None
    lead, before = split_labels(line.replace(text=line.text[:opened]), begin)
    return lead, [*before, *labels]


def _bracketed(text: str, begin: int) -> Iterator[_Found]:
    """A label in brackets that a text begins with: 【整改情况】一是…."""
    close = text.find("】", begin, begin + 2 * CURRENT_LABELS.get().longest)
    role = role_of(text[begin + 1 : close]) if close > 0 else None
    if role:
        yield (
            begin,
            close,
            close + 1 + (text[close + 1 : close + 2] in "：:"),
            text[begin + 1 : close],
            role,
            None,
        )


def _alone(line: Line, begin: int) -> list[_Found]:
    """A label without a colon that is all of a line, but for the number before it: (二)整改措施."""
    for start in dict.fromkeys((begin, line.marker.end if line.marker else begin)):
        role = _whole_line(line.text, start)
        if role:
            return [(start, len(line.text), len(line.text), line.text[start:].strip(), role, None)]
    return []


def _whole_line(text: str, begin: int) -> Role | None:
    """The role of a line that is a label without a colon."""
    if len(text) - begin > _LONGEST_ALONE:
        return None
    rest = text[begin:].strip("【】[]*· ")
    return role_of(rest) if 1 < len(rest) <= CURRENT_LABELS.get().longest + 2 else None


def _labels(text: str, begin: int) -> list[_Found]:
    """Every label with a colon: start, end, start of its value, label, role, bracket."""
    found: list[_Found] = []
    table = CURRENT_LABELS.get()
    for colon in find_colons(text, begin):
        one = _label_before(text, found[-1][2] if found else begin, colon, table)
        if one:
            found.append(one)
    return found


def _label_before(text: str, floor: int, colon: int, table: LabelTable) -> _Found | None:
    """The label that ends at a colon; a bracket may stand between them, spaces between its characters."""
    last = text[colon - 1] if colon > floor else ""
    roles = table.roles
    for length in table.lengths.get(last, ()):
        start = colon - length
        if start >= floor and text[start:colon] in roles and _opens(text, floor, start):
            label = text[start:colon]
            return start, colon, colon + 1, label, roles[label], None
    dressed = last in _DRESS or " " in text[max(floor, colon - 2 * table.longest) : colon]
    return _dressed_label(text, floor, colon) if dressed else None


def _dressed_label(text: str, floor: int, colon: int) -> _Found | None:
    """A label with a bracket behind it or spaces in it."""
    end, bracket = len(text[floor:colon].rstrip()) + floor, None
    if end > floor and text[end - 1] in _BRACKETS:
        opened = text.rfind(_BRACKETS[text[end - 1]], max(floor, end - _LONGEST_BRACKET), end)
        if opened < 0:
            return None
        end, bracket = opened, (opened + 1, end - 1)
    start = _label_start(text, floor, end)
    if start is None:
        return None
    label = text[start:end].strip()
    return start, colon, colon + 1, label, CURRENT_LABELS.get().roles[label.replace(" ", "")], bracket


def _label_start(text: str, floor: int, end: int) -> int | None:
    """Where the longest label begins that ends at `end`, spaces between its characters allowed."""
    best, compact, at = None, "", end
    table = CURRENT_LABELS.get()
    while at > floor and len(compact) < table.longest:
        at -= 1
        if text[at] == " ":
            continue
        compact = text[at] + compact
        if compact in table.roles and _opens(text, floor, at):
            best = at
    return best


def _opens(text: str, floor: int, at: int) -> bool:
    """Whether a label may begin here: at the start, or behind the end of a clause."""
    return at == floor or text[at - 1] in _BEFORE
