"""The parts of a notice: preamble, general part, issues, next steps, and the lines that close it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from notice_cli.outline import Line
from notice_cli.reading.tail import split_tail
from notice_cli.reading.words import ISSUE_HEADINGS, NEXT_HEADINGS, NEXT_STARTS, OVERVIEW_HEADINGS

Zone = Literal["overview", "issues", "next"]
_LONGEST_HEADING = 60
_STRONG_OVERVIEW = (
    "基本情况",
    "总体情况",
    "组织开展",
    "整体情况",
    "总体评价",
    "工作概况",
    "组织实施",
    "组织推动",
)
_LONGEST_BARE = 24
_BARE_ENDINGS = ("情况", "安排", "打算", "计划", "方向", "工作", "措施", "进展", "成效", "举措")
"""How a heading ends that carries no number."""
_PUNCTUATION = re.compile("[。；;，,：:！!]")
_STOPS = re.compile("[。；;]")
_HEADING_KINDS = ("han", "han_paren", "dot", "paren", "named")


@dataclass(frozen=True, slots=True)
class Zones:
    """The body's lines by part; headings of the parts stand in `headings` and in none of them."""

    preamble: tuple[Line, ...]
    overview: tuple[Line, ...]
    issues: tuple[Line, ...]
    next_steps: tuple[Line, ...]
    tail: tuple[Line, ...]
    headings: tuple[Line, ...]


def is_heading(line: Line) -> bool:
    """A numbered line that is a heading: short, and no sentence."""
    if line.marker is None or line.marker.kind == "shi":
        return False
    return (
        len(line.body) <= _LONGEST_HEADING and not _STOPS.search(line.body.rstrip("。")) and line.cell is None
    )


def read_zones(lines: Sequence[Line]) -> Zones:
    """Divide a body. What no heading assigns belongs to the issues."""
    body, tail = split_tail(lines)
    first = next((at for at, line in enumerate(body) if _opens_parts(line)), len(body))
    parts: dict[Zone, list[Line]] = {"overview": [], "issues": [], "next": []}
    headings: list[Line] = []
    zone: Zone = "issues"
    for line in body[first:]:
        named = zone_of(line)
        if named:
            zone = named
            headings.append(line)
        else:
            parts[zone].append(line)
    issues, rest = _closing(parts["issues"]) if not parts["next"] else (parts["issues"], [])
    return Zones(
        tuple(body[:first]),
        tuple(parts["overview"]),
        tuple(issues),
        (*rest, *parts["next"]),
        tuple(tail),
        tuple(headings),
    )


def _opens_parts(line: Line) -> bool:
    """Whether the preamble ends before this line: a numbered line, a table cell, or a heading by its words."""
    if line.cell is not None or (line.marker is not None and line.marker.kind in _HEADING_KINDS):
        return True
    return zone_of(line) is not None


def zone_of(line: Line) -> Zone | None:
    """The part that a heading of the first level opens, numbered or not; None for any other line."""
    if line.cell is not None:
        return None
    if line.marker is None:
        bare = len(line.text) <= _LONGEST_BARE and not _PUNCTUATION.search(line.text)
        return _zone_of_heading(line.text) if bare and line.text.endswith(_BARE_ENDINGS) else None
    return _zone_of_heading(line.body) if line.marker.kind == "han" and is_heading(line) else None


def _zone_of_heading(text: str) -> Zone | None:
    """What a heading's words say; None where it names a group of issues."""
    if text.startswith("关于") or "“" in text:
        return None
    if any(word in text for word in NEXT_HEADINGS) and len(text) <= 40:
        return "next"
    if any(word in text for word in _STRONG_OVERVIEW):
        return "overview"
    if text.endswith("方面"):
        return None
    if any(word in text for word in ISSUE_HEADINGS) and not _is_leadership(text):
        return "issues"
    return "overview" if any(word in text for word in OVERVIEW_HEADINGS) and "问题" not in text else None


def _is_leadership(text: str) -> bool:
    """Headings of the part that tells how the leaders organised the work."""
    return any(
        word in text for word in ("组织落实", "责任落实", "主体责任", "第一责任人", "组织领导", "整改责任")
    )


def _closing(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Paragraphs on next steps that end the issues without a heading of their own."""
    at = len(lines)
    while at and lines[at - 1].cell is None and _is_next(lines[at - 1]):
        at -= 1
    return lines[:at], lines[at:]


def _is_next(line: Line) -> bool:
    return line.marker is None and line.text.startswith(NEXT_STARTS) and ":" not in line.text[:12]
