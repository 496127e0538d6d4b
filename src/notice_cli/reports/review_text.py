"""The text of a notice in lines and pieces: where marks overlap, the words are cut at every border.

One sweep over the text from border to border; of values that overlap the shortest is shown, all keep an id.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_cli.language import Lang
from notice_cli.model import Notice
from notice_cli.reports.gravity import LEVELS
from notice_cli.reports.review_model import Chip, Line, Mark, Piece, Place
from notice_cli.reports.review_words import WORDS

_MOST_CHIPS = 6
"""Numbers of findings shown behind one place."""
_LONGEST_HEADING = 80
"""Characters of a line up to which it may be a heading."""


class _Range(NamedTuple):
    """What lies over `text[start:end]`: an issue, a measure, an unparsed block, a value or a place."""

    start: int
    end: int
    kind: str
    key: tuple[int, ...] = ()
    mark: Mark | None = None
    place: Place | None = None


def read_lines(notice: Notice, marks: Sequence[Mark], places: Sequence[Place], lang: Lang) -> Iterator[Line]:
    """The blocks of the notice's text, cut into pieces.

    Args:
        notice: The notice.
        marks: Its values.
        places: What the findings rest on.
        lang: The language of what the chips tell.
    """
    text = notice.text
    ranges = sorted(_clean(text, _ranges(notice, marks, places)), key=lambda one: (one.start, -one.end))
    sweep = _Sweep(notice, ranges, lang)
    headings = _headings(notice)
    start = 0
    for words in text.split("\n"):
        end = start + len(words)
        yield sweep.line(start, end, headings.get(start, 0))
        start = end + 1


def _ranges(notice: Notice, marks: Iterable[Mark], places: Iterable[Place]) -> Iterator[_Range]:
    for at, issue in enumerate(notice.issues):
        yield _Range(issue.span.start, issue.span.end, "issue", (at,))
        for number, one in enumerate(issue.measures):
            yield _Range(one.span.start, one.span.end, "measure", (at, number))
    for block in notice.unparsed:
        yield _Range(block.span.start, block.span.end, "unparsed")
    for mark in marks:
        yield _Range(mark.start, mark.end, "value", mark=mark)
    for place in places:
        yield _Range(place.start, place.end, "place", mark=None, place=place)


def _clean(text: str, ranges: Iterable[_Range]) -> Iterator[_Range]:
    """Ranges within the text that neither begin nor end with a line's end."""
    for one in ranges:
        start, end = max(0, min(one.start, len(text))), max(0, min(one.end, len(text)))
        while start < end and text[start] == "\n":
            start += 1
        while start < end and text[end - 1] == "\n":
            end -= 1
        if start >= end:
            start = end = _a_place(text, start)
        yield one._replace(start=start, end=end)


def _a_place(text: str, at: int) -> int:
    """Where in a line one can go to, for what marks nothing: `at`, or the nearest place before it."""
    while at > 0 and text[at : at + 1] in ("", "\n"):
        at -= 1
    return at


def _headings(notice: Notice) -> dict[int, int]:
    """Start of each heading's line and its rank, from 1; a paragraph that begins with its heading is none."""
    ranks: dict[int, int] = {}
    before = 0
    for one in notice.outline:
        start = notice.text.rfind("\n", 0, max(one.span.start, 0)) + 1
        if _line_end(notice.text, start) - start <= _LONGEST_HEADING:
            before = min(max(one.level, 1), before + 1, 3)
            ranks[start] = before
    return ranks


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


class _Sweep:
    """What lies over the place that the sweep has come to."""

    def __init__(self, notice: Notice, ranges: Sequence[_Range], lang: Lang) -> None:
        self.notice, self.ranges, self.lang = notice, ranges, lang
        self.at = 0
        self.over: list[_Range] = []
        self.borders = sorted({border for one in ranges for border in (one.start, one.end)})
        self.border = 0

    def line(self, start: int, end: int, heading: int) -> Line:
        """The line `text[start:end]`; lines are asked for in order."""
        cuts = [start, *self._borders(start, end), end]
        pieces = []
        kinds: set[str] = set()
        issue: int | None = None
        for low, high in pairwise(cuts) if end > start else ():
            begun = self._enter(low)
            kinds.update(one.kind for one in self.over)
            inside = [one.key[0] for one in self.over if one.kind == "issue"]
            issue = inside[-1] if issue is None and inside else issue
            pieces.append(self._piece(low, high, begun))
        status = "" if issue is None else self.notice.issues[issue].status or "unstated"
        title = _in_title(self.notice, start, end)
        kind = "unparsed" if "unparsed" in kinds else "title" if title else ""
        return Line(self.notice.source_line(start), heading, kind, issue, status, tuple(pieces))

    def _borders(self, start: int, end: int) -> list[int]:
        """The borders inside the line."""
        found = []
        while self.border < len(self.borders) and self.borders[self.border] < end:
            if self.borders[self.border] > start:
                found.append(self.borders[self.border])
            self.border += 1
        return found

    def _enter(self, low: int) -> list[_Range]:
        """Leave what has ended, enter what has begun; what has begun is given."""
        begun = []
        while self.at < len(self.ranges) and self.ranges[self.at].start <= low:
            begun.append(self.ranges[self.at])
            self.at += 1
        self.over = [one for one in (*self.over, *begun) if one.end > low]
        return begun

    def _piece(self, low: int, high: int, begun: Sequence[_Range]) -> Piece:
        values = [one for one in self.over if one.mark is not None]
        best = min(values, key=lambda one: one.end - one.start, default=None)
        value = best.mark if best else None
        places = sorted({one.place for one in self.over if one.place is not None})
        place = next((one.place for one in begun if one.place is not None and one.end > low), None)
        hidden = [one.place for one in begun if one.place is not None and one.place != place]
        ended = [one for one in self.over if one.end == high] + [one for one in begun if one.end <= low]
        chips = [
            self._finding_chip(one) for one in sorted(one.place for one in ended if one.place is not None)
        ]
        return Piece(
            words=self.notice.text[low:high],
            before=tuple(self._chip(one) for one in begun if one.kind in ("issue", "measure")),
            also=tuple(self._also(one.mark) for one in begun if one.mark is not None and one.mark != value),
            names=tuple(map(_place_name, hidden)),
            findings=tuple(sorted({one.finding for one in places})),
            level=min((one.level for one in places), key=_gravity, default=""),
            place=_place_name(place) if place else "",
            value=value,
            begins=best is not None and best in begun,
            measure=any(one.kind == "measure" for one in self.over),
            after=tuple(chips[:_MOST_CHIPS]),
            hidden=max(len(chips) - _MOST_CHIPS, 0),
        )

    def _chip(self, one: _Range) -> Chip:
        issue = self.notice.issues[one.key[0]]
        if one.kind == "issue":
            told = WORDS["issue_number"].say(self.lang, number=issue.number)
            return Chip("issue", f"issue-{one.key[0]}", f"issue-{one.key[0]}", told, told)
        measure = issue.measures[one.key[1]]
        told = WORDS["measure_number"].say(self.lang, issue=issue.number, number=measure.ordinal)
        name = f"measure-{one.key[0]}-{one.key[1]}"
        return Chip("measure", name, name, "▸" if measure.label else str(measure.ordinal), told)

    def _also(self, mark: Mark) -> Chip:
        told = WORDS["to_record"].say(self.lang, text=self.notice.text[max(mark.start, 0) : mark.end])
        return Chip("also", mark.name, mark.row, "+", told)

    def _finding_chip(self, place: Place) -> Chip:
        level = WORDS[place.level].say(self.lang)
        told = WORDS["to_finding"].say(self.lang, number=place.finding + 1, level=level)
        return Chip(place.level, "", f"finding-{place.finding}", str(place.finding + 1), told)


def _in_title(notice: Notice, start: int, end: int) -> bool:
    span = notice.evidence["title"].span if "title" in notice.evidence else None
    return span is not None and span.start < end and start < span.end


def _gravity(level: str) -> int:
    return [*LEVELS].index(level)  # type: ignore[arg-type]


def _place_name(place: Place) -> str:
    return f"place-{place.finding}-{place.number}"
