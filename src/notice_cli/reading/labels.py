"""Labels in a line (整改情况:, 责任单位:, 整改时限:) and what they introduce."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct, field

from notice_cli.outline import Line
from notice_cli.outline.markers import MARKS
from notice_cli.reading.piece import Piece, piece_at, piece_of
from notice_cli.reading.status import parse_status
from notice_cli.reading.words import ABOUT_STARTS, LABEL_PARTS, LABEL_SIGNS, LABELS, Role
from notice_cli.values import Value

_MARKS = MARKS | frozenset("▪•●·✔✓√")
"""Ornaments that may stand before a label."""
_BEFORE = frozenset(" 。；;、,，.．)）】]【[") | _MARKS
"""Characters that may stand before a label inside a line."""
_BRACKETS = {")": "(", "）": "（"}
_LONGEST_BRACKET = 40
_LONGEST_ALONE = 60
_AROUND = "【】[]*· "
"""What may stand around a label that stands alone."""
_BEHIND = frozenset(_AROUND + ":：")
_DRESS = frozenset(" )）")


RESULT_ROLES: tuple[Role, ...] = ("status", "progress", "measures", "plan")
"""What tells what came of an issue, or what is done about it."""


SIDE_ROLES: tuple[Role, ...] = ("who", "person", "deadline", "aside")
"""What a short value tells beside the issue and its result."""


class _Kept(Struct):
    """What was found out about lines and cells within a block of `keeping_labels`."""

    roles: dict[str, Role | None] = field(default_factory=dict)
    splits: dict[tuple[int, int], tuple[Line, Split]] = field(default_factory=dict)
    """Lines split, by where they begin and where the marker ends."""


class LabelTable(Value):
    """The labels made ready to be found."""

    roles: dict[str, Role]
    lengths: dict[str, tuple[int, ...]]
    """Last character of a label, and how long the labels are that end with it, longest first."""
    longest: int
    kept: _Kept | None = None


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
_NEAR = _LONGEST_LEARNT + 2
"""Characters within which the colon stands behind an ornament and a label that may be learnt."""


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
    learnt: dict[Role, list[str]] = {}
    for head, told in _unknown_heads(lines, known).items():
        role = _role_by_values(told) or role_by_signs(head) if len(told) >= _OFTEN else None
        if role:
            learnt.setdefault(role, []).append(head)
    return learnt


def _unknown_heads(lines: Iterable[Line], known: Mapping[str, Role]) -> dict[str, list[str]]:
    """What stands before the first colon of lines, if it may be a label and is none that is known."""
    values: dict[str, list[str]] = {}
    for line in lines:
        text, marker = line.text, line.marker
        begin = marker.end if marker is not None else 0
        near = text[begin : begin + _NEAR]
        if "：" in near:
            near = near.replace("：", ":")
        elif ":" not in near:
            continue
        head = near.partition(":")[0]
        if head not in known and line.cell is None:
            if marker is None and head[:1] in _MARKS:
                begin, head = 1, head[1:]
            if _may_be_label(head) and head not in known:
                values.setdefault(head, []).append(text[begin + len(head) + 1 :])
    return values


def _may_be_label(head: str) -> bool:
    fits = _SHORTEST_LEARNT <= len(head) <= _LONGEST_LEARNT and head.isalpha()
    return fits and not head.startswith(ABOUT_STARTS[:2])


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


Split = tuple[Piece, list[Labelled]]
"""What stands in a line before its first label, and the labels with their values."""


@contextmanager
def keeping_labels() -> Iterator[None]:
    """Within this block a text is looked through for labels once, however many layouts ask."""
    token = CURRENT_LABELS.set(CURRENT_LABELS.get().replace(kept=_Kept()))
    try:
        yield
    finally:
        CURRENT_LABELS.reset(token)


def role_of(text: str) -> Role | None:
    """The role of a text that is a label and nothing else, as table heads and cells print it."""
    table = CURRENT_LABELS.get()
    kept = table.kept
    if kept is None:
        return _role(text, table)
    if text not in kept.roles:
        kept.roles[text] = _role(text, table)
    return kept.roles[text]


def _role(text: str, table: LabelTable) -> Role | None:
    compact = text.replace(" ", "").strip(":：")
    role = table.roles.get(compact) if len(compact) <= table.longest else None
    if role is None and ("(" in compact or "（" in compact):
        return table.roles.get(compact.replace("（", "(").partition("(")[0])
    return role


def split_labels(line: Line, begin: int = 0) -> Split:
    """What stands in a line before its first label, and the labels with their values.

    Args:
        line: The line.
        begin: Where in the line to begin, behind a marker.
    """
    table = CURRENT_LABELS.get()
    kept = table.kept
    if kept is None:
        return _split(line, begin, table)
    known = kept.splits.get((line.start, begin))
    if known is None or known[0] is not line:
        known = kept.splits[line.start, begin] = line, _split(line, begin, table)
    return known[1]


def _split(line: Line, begin: int, table: LabelTable) -> Split:
    text = line.text
    last = text[-1:]
    if last in _BRACKETS and (named := _split_bracket(line, begin, table)):
        return named
    plain = text.replace("：", ":") if "：" in text else text
    head, colon, told = plain[begin:].partition(":")
    role = table.roles.get(head) if colon else None
    if role and ":" not in told:
        start, origin = line.start + begin, line.source_line
        value = piece_at(told, start + len(head) + 1, origin)
        return Piece("", start, start, origin), [Labelled(role, head, None, value, start)]
    found = _labels(text, plain, begin, begin + len(head), table) if colon else []
    if "【" in text and text[begin : begin + 1] == "【":
        found = [*_bracketed(text, begin, table), *found]
    if not found and (last in table.lengths or last in _BEHIND or "(" in text or "（" in text):
        found = _alone(line, begin, table)
    if not found:
        return piece_of(line, begin), []
    lead = piece_of(line, begin, found[0][0])
    if lead.text in _MARKS:
        lead = piece_of(line, begin, begin)
    return lead, _labelled(line, found)


_Found = tuple[int, int, str, Role, tuple[int, int] | None]
"""Where a label begins, where its value begins, the label, its role, where a bracket behind it stands."""


def _labelled(line: Line, found: Sequence[_Found]) -> list[Labelled]:
    """The labels with their values, each of which ends where the next label begins."""
    labelled, end = [], None
    for begin, value, label, role, bracket in reversed(found):
        inner = piece_of(line, *bracket) if bracket else None
        labelled.append(Labelled(role, label, inner, piece_of(line, value, end), line.start + begin))
        end = begin
    labelled.reverse()
    return labelled


def _split_bracket(line: Line, begin: int, table: LabelTable) -> Split | None:
    """Who is responsible until when, in brackets behind a text: …迟缓(责任部门:工程部;完成时限:12月)."""
    opened = line.text.rfind(_BRACKETS[line.text[-1]], begin + 1)
    if opened < 0 or line.text[opened - 1] in _BRACKETS:
        return None
    inside = line.replace(text=line.text[opened + 1 : -1], start=line.start + opened + 1, marker=None)
    nothing, labels = _split(inside, 0, table)
    if nothing.text or not labels or any(one.role not in SIDE_ROLES for one in labels):
        return None
    lead, before = _split(line.replace(text=line.text[:opened]), begin, table)
    return lead, [*before, *labels]


def _bracketed(text: str, begin: int, table: LabelTable) -> Iterator[_Found]:
    """A label in brackets that a text begins with: 【整改情况】一是…."""
    close = text.find("】", begin, begin + 2 * table.longest)
    role = role_of(text[begin + 1 : close]) if close > 0 else None
    if role:
        value = close + 1 + (text[close + 1 : close + 2] in "：:")
        yield begin, value, text[begin + 1 : close], role, None


def _alone(line: Line, begin: int, table: LabelTable) -> list[_Found]:
    """A label without a colon that is all of a line, but for the number before it: (二)整改措施."""
    text = line.text
    behind, longest = line.marker.end if line.marker else begin, table.longest + 2
    for start in (begin, behind) if begin != behind else (begin,):
        rest = text[start:].strip(_AROUND) if len(text) - start <= _LONGEST_ALONE else ""
        role = role_of(rest) if 1 < len(rest) <= longest else None
        if role:
            return [(start, len(text), text[start:].strip(), role, None)]
    return []


def _labels(text: str, plain: str, begin: int, colon: int, table: LabelTable) -> list[_Found]:
    """Every label with a colon, from the first on; all colons of `plain` are half-width."""
    found: list[_Found] = []
    floor = begin
    while colon >= 0:
        head = text[floor:colon] if colon - floor <= table.longest else ""
        role = table.roles.get(head)
        one = (floor, colon + 1, head, role, None) if role else _label_inside(text, floor, colon, table)
        if one:
            found.append(one)
            floor = colon + 1
        colon = plain.find(":", colon + 1)
    return found


def _label_inside(text: str, floor: int, colon: int, table: LabelTable) -> _Found | None:
    """The label that ends at a colon; a bracket may stand between them, spaces between its characters."""
    last = text[colon - 1] if colon > floor else ""
    for length in table.lengths.get(last, ()):
        start = colon - length
        if start >= floor and (label := text[start:colon]) in table.roles and _opens(text, floor, start):
            return start, colon + 1, label, table.roles[label], None
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
    return start, colon + 1, label, CURRENT_LABELS.get().roles[label.replace(" ", "")], bracket


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
