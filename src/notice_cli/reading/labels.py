"""Labels in a line (整改情况:, 责任单位:, 整改时限:) and what they introduce."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextvars import ContextVar
from typing import NamedTuple

from notice_cli.outline import Line
from notice_cli.reading.piece import Piece, piece_of
from notice_cli.reading.words import LABEL_PARTS, LABELS, Role
from notice_cli.text.colons import find_colons

_BEFORE = frozenset(" 。；;、,，.．)）】]【[")
"""Characters that may stand before a label inside a line."""
_BRACKETS = {")": "(", "）": "（"}
_LONGEST_BRACKET = 40
_LONGEST_ALONE = 60
_DRESS = frozenset(" )）")


class LabelTable(NamedTuple):
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
    for role, labels in (additions or {}).items():
        roles |= dict.fromkeys((label.replace(" ", "") for label in labels), role)
    by_end: dict[str, set[int]] = {}
    for label in roles:
        by_end.setdefault(label[-1], set()).add(len(label))
    lengths = {last: tuple(sorted(found, reverse=True)) for last, found in by_end.items()}
    return LabelTable(roles, lengths, max(map(len, roles)))


CURRENT_LABELS: ContextVar[LabelTable] = ContextVar("labels", default=label_table())  # noqa: B039
"""The labels that the notice being read is read with."""


class Labelled(NamedTuple):
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
    found = _labels(text, begin)
    if text[begin : begin + 1] == "【":
        found = [*_bracketed(text, begin), *found]
    if not found and (role := _whole_line(text, begin)):
        found = [(begin, len(text), len(text), text[begin:].strip(), role, None)]
    if not found:
        return piece_of(line, begin), []
    lead = piece_of(line, begin, found[0][0])
    labelled = []
    for at, (start, _, value_start, label, role, bracket) in enumerate(found):
        end = found[at + 1][0] if at + 1 < len(found) else None
        inner = piece_of(line, *bracket) if bracket else None
        labelled.append(Labelled(role, label, inner, piece_of(line, value_start, end), line.start + start))
    return lead, labelled


_Found = tuple[int, int, int, str, Role, tuple[int, int] | None]


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
    roles, lengths, longest = table
    for length in lengths.get(last, ()):
        start = colon - length
        if start >= floor and text[start:colon] in roles and _opens(text, floor, start):
            label = text[start:colon]
            return start, colon, colon + 1, label, roles[label], None
    dressed = last in _DRESS or " " in text[max(floor, colon - 2 * longest) : colon]
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
    roles, _, longest = CURRENT_LABELS.get()
    while at > floor and len(compact) < longest:
        at -= 1
        if text[at] == " ":
            continue
        compact = text[at] + compact
        if compact in roles and _opens(text, floor, at):
            best = at
    return best


def _opens(text: str, floor: int, at: int) -> bool:
    """Whether a label may begin here: at the start, or behind the end of a clause."""
    return at == floor or text[at - 1] in _BEFORE
