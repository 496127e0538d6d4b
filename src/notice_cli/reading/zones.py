"""The parts of a notice: preamble, general part, issues, next steps, and the lines that close it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Literal

from notice_cli.outline import Line
from notice_cli.outline.markers import Kind
from notice_cli.reading.labels import RESULT_ROLES, role_of, split_labels
from notice_cli.reading.tail import Closing, split_tail
from notice_cli.reading.words import (
    ABOUT_STARTS,
    BARE_ENDINGS,
    COLUMN_LABELS,
    ISSUE_HEADINGS,
    ISSUE_NOUNS,
    KEEPING_HEADINGS,
    LEADERSHIP_HEADINGS,
    NEXT_HEADINGS,
    NEXT_STARTS,
    OVERVIEW_HEADINGS,
    STRONG_OVERVIEW,
)
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

Zone = Literal["overview", "issues", "next"]
_LONGEST_HEADING = 60
_LONGEST_BARE = 24
_BARE_LAST = frozenset([ending[-1] for ending in BARE_ENDINGS])
"""Characters that a heading without a number ends with."""
_PUNCTUATION = lazy_pattern("[。；;，,：:！!]")
_STOPS = lazy_pattern("[。；;]")
_COLON = lazy_pattern("[:：]")
_OPENING_LABEL = lazy_pattern(r"[【\[]?\s?([\w ]{2,12}?)\s?[】\]:：]")
_LONGEST_LABEL = 14
_SHALL = lazy_pattern(
    r"[^。；;，,：:]{0,16}(?:党组|党委|支部|总支|党工委|[我全本][局委院校县区市镇乡街司部会社所中公集单]{1,2}|公司|学校|学院|医院|政府)将"
)
"""How a closing paragraph begins in which the body itself says what it will do."""
_NEXT, _KEEPING, _STRONG, _ISSUES, _OVERVIEW, _LEADERSHIP = (
    lazy_pattern("|".join(map(re.escape, words)))
    for words in (
        NEXT_HEADINGS,
        KEEPING_HEADINGS,
        STRONG_OVERVIEW,
        ISSUE_HEADINGS,
        OVERVIEW_HEADINGS,
        LEADERSHIP_HEADINGS,
    )
)
"""What the words of a heading tell of its part."""
_PART = lazy_pattern(r"第[一二三四五六七八九十]{1,2}部分")
_SEVERAL = 2
_HEADING_KINDS = ("han", "han_paren", "dot", "paren", "circled", "named")


ABOUT = lazy_pattern(
    r"^(?:关于|针对|对于|对|就).{2,200}?问题[”’\"]?(?:的?整改(?:落实)?(?:情况)?(?:方面)?)?(?=[。:：,，;；\s]|$|——)"
)
"""关于…的问题: a title and a problem in one."""


FIRST_SENTENCE = lazy_pattern("^[^。;；:：]{3,60}(?=。)")


class Zones(Value):
    """The body's lines by part; headings of the parts stand in `headings` and in none of them."""

    preamble: tuple[Line, ...]
    overview: tuple[Line, ...]
    issues: tuple[Line, ...]
    next_steps: tuple[Line, ...]
    tail: tuple[Closing, ...]
    headings: tuple[Line, ...]


def is_heading(line: Line) -> bool:
    """A numbered line that is a heading: short, and no sentence."""
    if line.marker is None or line.marker.kind == "shi":
        return False
    begin = line.marker.end
    if not 0 < len(line.text) - begin <= _LONGEST_HEADING or line.cell is not None:
        return False
    return _STOPS.search(line.text.rstrip("。"), begin) is None


def read_zones(lines: Sequence[Line], *, loose: bool = False) -> Zones:
    """Divide a body. What no heading assigns belongs to the issues.

    Args:
        lines: The lines of the body.
        loose: Whether a heading that may tell of the general part or of issues is taken for the latter.
    """
    body, tail = split_tail(lines)
    first = _with_name_above(body, _first_part(body))
    if loose:
        first = min(first, _first_label(body))
    top = _top_kind(body)
    headings, parts = _divide(body, first, top, loose=loose)
    opening = {line.start for line, zone in headings if zone == "issues"}
    named, parts["issues"] = _several([line for line, _ in headings], parts["issues"], opening, top)
    issues, rest = _closing(parts["issues"]) if not parts["next"] else (parts["issues"], [])
    return Zones(
        tuple(body[:first]),
        tuple(parts["overview"]),
        tuple(issues),
        (*rest, *parts["next"]),
        tuple(tail),
        tuple(named),
    )


def _divide(
    lines: Sequence[Line], first: int, top: Kind, *, loose: bool
) -> tuple[list[tuple[Line, Zone]], dict[Zone, list[Line]]]:
    """The headings with the part that each opens, and the lines by part: the issues' headings, too.

    What stands before the first line that is told belongs to no part.
    """
    parts: dict[Zone, list[Line]] = {"overview": [], "issues": [], "next": []}
    headings: list[tuple[Line, Zone]] = []
    labels: Collection[str] | None = None
    zone: Zone = "issues"
    begin = first
    for at in _may_name_parts(lines, first, top):
        line = lines[at]
        named = zone_of(line, top, loose=loose)
        if named and line.marker is None:
            labels = _repeated_labels(lines) if labels is None else labels
            named = None if line.text in labels else named
        if named and not (named == zone == "issues" and top == "han_paren"):
            _put(parts, zone, lines[begin:at], headings)
            headings.append((line, named))
            zone = named
            begin = at if named == "issues" else at + 1
        elif zone == "overview" and top == "han" and _is_top_heading(line):
            _put(parts, zone, lines[begin:at], headings)
            zone, begin = "issues", at
    _put(parts, zone, lines[begin:], headings)
    return headings, parts


def _may_name_parts(lines: Sequence[Line], first: int, top: Kind) -> list[int]:
    """Numbers of the lines that have a number of the first level, or none and the end of a short heading."""
    return [
        at
        for at, line in enumerate(lines[first:], first)
        if (
            (line.text[-1:] in _BARE_LAST and len(line.text) <= _LONGEST_BARE)
            if line.marker is None
            else line.marker.kind == top
        )
    ]


def _put(
    parts: dict[Zone, list[Line]], zone: Zone, lines: Sequence[Line], headings: Sequence[tuple[Line, Zone]]
) -> None:
    """Add lines to their part; paragraphs right below the first heading of the issues tell of them all."""
    end = 1
    if zone == "issues" and not parts[zone] and headings and lines and lines[0] == headings[-1][0]:
        while end < len(lines) and _is_lead(lines[end]):
            end += 1
        end = 1 if end > 1 and role_of(lines[0].body) == "issue" else end
        parts["overview"] += lines[1:end]
    parts[zone] += (*lines[:1], *lines[end:])


def _top_kind(lines: Sequence[Line]) -> Kind:
    """The kind of number that the headings of the first level carry."""
    for line in lines:
        if line.marker is not None and line.marker.kind == "han":
            return "han"
    return "han_paren"


def _is_top_heading(line: Line) -> bool:
    return line.marker is not None and line.marker.kind == "han" and is_heading(line)


def _repeated_labels(lines: Sequence[Line]) -> set[str]:
    """Labels that stand on lines of their own, more than once: no headings of a part."""
    seen: set[str] = set()
    again: set[str] = set()
    for line in lines:
        if line.marker is None and len(line.text) <= _LONGEST_BARE:
            (again if line.text in seen else seen).add(line.text)
    return {text for text in again if role_of(text)}


def _first_label(lines: Sequence[Line]) -> int:
    """The line above the first line that begins with a label."""
    for at, line in enumerate(lines):
        head = _COLON.split(line.text[:_LONGEST_LABEL], maxsplit=1)
        if len(head) > 1 and line.cell is None and role_of(head[0]) in RESULT_ROLES:
            return max(at - 1, 0)
    return len(lines)


def _several(
    headings: list[Line], issues: list[Line], opening: set[int], top: Kind
) -> tuple[list[Line], list[Line]]:
    """Headings of several parts with issues group them, and stand among them; the heading of one does not."""
    alone = len(opening) < _SEVERAL and not _stands_behind_others(issues, opening)
    if alone and issues and issues[0].start in opening:
        return headings, issues[1:]
    if alone or top != "han":
        return headings, [line for line in issues if line.start not in opening] if opening else issues
    bare = {line.start for line in headings if line.marker is None and not opens_part(line)}
    kept = [line for line in headings if line.start not in opening or line.start in bare]
    return kept, [line for line in issues if line.start not in bare]


def _stands_behind_others(issues: Sequence[Line], opening: set[int]) -> bool:
    """Whether other headings of the first level, whatever they hold, stand before the one that is named."""
    first = min(opening, default=0)
    before = takewhile(lambda line: line.start < first, issues)
    return any(map(_is_top_heading, before))


def _is_lead(line: Line) -> bool:
    """A paragraph right below the heading of the issues' part that is none of them."""
    plain = line.cell is None and line.marker is None and line.text.endswith(("。", ":", "："))
    return plain and not line.text.startswith(ABOUT_STARTS) and not opens_by_label(line)


def _first_part(lines: Sequence[Line]) -> int:
    """Where the preamble ends: at a numbered line, a table cell, a label, or a heading."""
    for at, line in enumerate(lines):
        if line.cell is not None:
            return at
        if _opens_unnumbered(line) if line.marker is None else _opens_numbered(line, line.marker.kind):
            return at
    return len(lines)


def _opens_unnumbered(line: Line) -> bool:
    """Whether a line without a number is a heading, a label, a problem's title or a ledger's head."""
    return (
        opens_part(line)
        or zone_of(line) is not None
        or opens_by_label(line)
        or is_full_title(line)
        or _opens_ledger(line.text)
    )


def _opens_numbered(line: Line, kind: Kind) -> bool:
    """Whether a numbered line is more than an item of a list: 一是…, 第一,… may still tell of an issue."""
    if kind in _HEADING_KINDS or is_listed_title(line) or is_listed_issue(line):
        return True
    return opens_part(line) or _opens_ledger(line.text)


def is_titled(line: Line) -> bool:
    """Whether a paragraph without a number begins with a problem's title: 关于…的问题。…"""
    if line.marker is not None or line.cell is not None or not line.text.startswith(ABOUT_STARTS[0]):
        return False
    return ABOUT.match(line.text) is not None


def is_listed_title(line: Line) -> bool:
    """Whether a problem's title is an item of a list: 一是关于…的问题。… 第一,关于…的问题。…"""
    listed = line.marker is not None and line.marker.kind in ("shi", "ordinal")
    return listed and line.body.startswith(ABOUT_STARTS[0]) and _is_sentence(line.body)


def is_listed_issue(line: Line) -> bool:
    """Whether an item of a list tells its result under a label: 一是调研不深。开展走访。整改情况:已完成。"""
    if line.marker is None or line.marker.kind != "shi" or line.cell is not None:
        return False
    lead, labels = split_labels(line, line.marker.end)
    return bool(lead.text) and any(one.role in RESULT_ROLES for one in labels)


def is_full_title(line: Line) -> bool:
    """Whether a problem's title is a sentence of its own; 关于反馈的问题,… may open a preamble."""
    return line.cell is None and line.body.startswith(ABOUT_STARTS[0]) and _is_sentence(line.body)


def _is_sentence(text: str) -> bool:
    """Whether nothing but the end of a sentence follows a problem's title."""
    match = ABOUT.match(text)
    return match is not None and text[match.end() : match.end() + 1] in ("", "。", "：", ":")


def _opens_ledger(text: str) -> bool:
    """Whether a line is the first cell of a flattened ledger's head, or its whole head: 序号 | 问题 | …."""
    return text[:6].strip("| ｜").split("|")[0].split("｜")[0].strip() in COLUMN_LABELS["number"]


def opens_by_label(line: Line) -> bool:
    """Whether a line without a number begins with a label for an issue: 问题:…, 整改任务:…."""
    if line.marker is not None or line.cell is not None:
        return False
    label = _OPENING_LABEL.match(line.text)
    return label is not None and role_of(label[1]) == "issue"


def _with_name_above(body: Sequence[Line], first: int) -> int:
    """A name that stands alone above the first labelled issue belongs to it."""
    if 0 < first < len(body) and opens_by_label(body[first]) and is_name(body[first - 1]):
        return first - 1
    return first


def is_name(line: Line) -> bool:
    """A short line without a number and without a sentence: a name, a heading that has no number."""
    bare = line.marker is None and line.cell is None and len(line.text) <= _LONGEST_BARE
    return bare and not _PUNCTUATION.search(line.text)


def zone_of(line: Line, top: Kind = "han", *, loose: bool = False) -> Zone | None:
    """The part that a heading of the first level opens, numbered or not; None for any other line."""
    if line.cell is not None:
        return None
    if line.marker is None:
        bare = len(line.text) <= _LONGEST_BARE and line.text.endswith(BARE_ENDINGS)
        return zone_of_heading(line.text) if bare and not _PUNCTUATION.search(line.text) else None
    if line.marker.kind != top or not is_heading(line) or _tells_issue(line.body):
        return None
    if top == "han_paren" and not line.body.endswith(BARE_ENDINGS):
        return None
    return zone_of_heading(line.body, loose=loose)


def opens_part(line: Line) -> bool:
    """Whether a line is the heading of a numbered part of the notice: 第二部分 …."""
    short = line.cell is None and len(line.text) <= _LONGEST_HEADING and line.text[:1] == "第"
    return short and _PART.match(line.text) is not None and not _STOPS.search(line.text)


def names_part(line: Line) -> bool:
    """Whether a heading of the first level does nothing but name the issues' part: 二、…问题的整改情况."""
    return line.body.rstrip("。").endswith(BARE_ENDINGS) and zone_of(line) == "issues"


def _tells_issue(text: str) -> bool:
    """反馈问题:… with the issue itself behind the label."""
    label, colon, told = text.replace("：", ":").partition(":")
    return bool(colon) and bool(told.strip()) and role_of(label) == "issue"


def zone_of_heading(text: str, *, loose: bool = False) -> Zone | None:
    """What a heading's words say; None where it names a group of issues."""
    if text.startswith("关于") or "“" in text:
        return None
    if _NEXT.search(text) and len(text) <= 40:
        return "next"
    if _KEEPING.search(text) and not any(noun in text for noun in ISSUE_NOUNS):
        return "next"
    if _STRONG.search(text):
        return "overview"
    if text.endswith("方面"):
        return None
    if _ISSUES.search(text) and not _is_leadership(text):
        return "issues"
    weak = _OVERVIEW.search(text) is not None and "问题" not in text
    if weak and loose and "整改" in text and not _is_leadership(text):
        return "issues"
    return "overview" if weak else None


def _is_leadership(text: str) -> bool:
    """Headings of the part that tells how the leaders organised the work."""
    return _LEADERSHIP.search(text) is not None


def _closing(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Paragraphs on next steps that end the issues without a heading of their own."""
    at = len(lines)
    while at and lines[at - 1].cell is None and _is_next(lines[at - 1]):
        at -= 1
    return lines[:at], lines[at:]


def _is_next(line: Line) -> bool:
    if line.marker is not None or ":" in line.text[:12]:
        return False
    return line.text.startswith(NEXT_STARTS) or (_SHALL.match(line.text) is not None and "整改" in line.text)
