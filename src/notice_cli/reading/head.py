"""What the title and the first paragraphs say: genre, inspecting body, round, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from notice_cli.model import Genre
from notice_cli.outline import Line
from notice_cli.reading.piece import Piece, piece_of
from notice_cli.reading.words import GENRES, LEVELS
from notice_cli.text.dates import FoundDate, find_dates
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_MOST_BEFORE_TEAM, _MOST_BEFORE = 20, 25
"""Characters that the name of a team, and any name, has before its hint at most."""
_LONGEST_SENTENCE = 300
_HAN = "[一二三四五六七八九十百]{1,4}"
_NAME = r"[^\W\d_由经在被受据照向对和与及接按为从年月日]"
_BODY = (
    rf"(?:中央|自治区党委|兵团党委|[省市县区州盟旗]委|{_NAME}{{1,8}}(?:党委|党组|工委)|党委|党组|公司|集团)"
)
_KIND = "(?:联合|专项|提级|交叉|机动){0,2}"
_NUMBER = rf"(?:{_HAN}|\d{{1,2}})"
_NUMBERED = rf"第{_NUMBER}{_KIND}巡[察视]组|巡[察视]第{_NUMBER}组"


class _Name(Value):
    """What a name looks like, and what every one ends with."""

    pattern: re.Pattern[str]
    hint: re.Pattern[str]
    sign: str
    """A character of every hint."""
    reach: int
    """Characters that the name has before its hint, at most."""


_TEAM_PATTERN = lazy_pattern(
    rf"{_BODY}(?:{_NUMBERED}|{_KIND}巡[察视](?:第?{_NUMBER})?组)|{_NUMBERED}"
    r"|(?:中央|[省市])第[一二三四五六七八九十]{1,3}生态环境保护督察组"
)
_TEAM = _Name(
    _TEAM_PATTERN,
    lazy_pattern(r"[察视](?:组|第\w{1,4}组|[一二三四五六七八九十\d]{1,3}组)"),
    "组",
    _MOST_BEFORE_TEAM,
)
_ROUND_PATTERN = lazy_pattern(
    rf"(?:{_NUMBER}届)?(?:{_BODY})?(?:\d{{4}}年)?"
    rf"第{_NUMBER}轮\s?[^\W\d_]{{0,4}}?巡[察视]"
)
_ROUND = _Name(_ROUND_PATTERN, lazy_pattern(r"轮\s?[^\W\d_]{0,4}?巡[察视]"), "轮", _MOST_BEFORE)
_SIGN = lazy_pattern(r"[\W_]")
"""What stands in no name before its hint."""
_LEVELS = tuple((level, lazy_pattern(words)) for level, words in LEVELS)
_RANGE = lazy_pattern(r"\s{0,2}起?(?:至|到|[-—–－~～]{1,2})\s{0,2}")
_FEEDBACK = lazy_pattern("反馈|通报|移交")
_STOP = lazy_pattern("[。；;]")
_EARLIER = lazy_pattern("上轮|上一轮|前一轮|上次|以往|此前")
_SHOWN = lazy_pattern("公[示告](?:期|时间)[^。；;]*$")
_NEAR = 24
"""Characters before a period in which it may be called that of the publicity."""
_SINCE = frozenset("自从于")
_ONWARDS = lazy_pattern("起|开始")


class DatePiece(Value):
    """A date with its place; `repaired` where characters are lost and one reading is left."""

    value: str
    piece: Piece
    repaired: bool


class Inspection(Value):
    """The inspection that the notice answers, as far as it is told."""

    team: Piece | None = None
    level: str | None = None
    round: Piece | None = None
    started_on: DatePiece | None = None
    ended_on: DatePiece | None = None
    feedback_on: DatePiece | None = None


def genre_of(title: str, text: str) -> Genre:
    """The genre that the title's words tell, or else those of the first paragraphs."""
    for source in (title, text):
        for genre, words in GENRES:
            for word in words:
                if word in source:
                    return genre  # type: ignore[return-value]
    return "other"


def read_inspection(
    title: Sequence[Line], opening: Sequence[Line], general: Sequence[Line], written: str | None = None
) -> Inspection:
    """Team, level, round and dates; the opening goes before the title, the title before the general part.

    Args:
        title: The lines of the title.
        opening: The lines above the general part.
        general: The general part.
        written: The day that the notice was signed or issued, in ISO 8601, where it is known.
    """
    team = _in_full(_first(_TEAM, opening), opening) or _in_title(_TEAM, title) or _first(_TEAM, general)
    started, ended, feedback = _dates(opening, written)
    round_ = _first(_ROUND, opening) or _in_title(_ROUND, title)
    level = _level(team) or _level(round_)
    return Inspection(team, level, round_, started, ended, feedback)


def _first(name: _Name, lines: Sequence[Line]) -> Piece | None:
    """The first name."""
    for line in lines:
        match = _search(name, line.text)
        if match:
            return piece_of(line, *match.span())
    return None


def _in_full(team: Piece | None, lines: Sequence[Line]) -> Piece | None:
    """A team that is named without its committee as another sentence names it: 第一巡察组, 县委第一巡察组."""
    if team is None or not team.text.startswith("第"):
        return team
    for line in lines:
        at = line.text.find(team.text)
        while at >= 0:
            around = _TEAM_PATTERN.finditer(line.text, max(0, at - _MOST_BEFORE), at + len(team.text))
            full = next((match.span() for match in around if match.start() < at < match.end()), None)
            if full:
                return piece_of(line, *full)
            at = line.text.find(team.text, at + 1)
    return team


def _search(name: _Name, text: str) -> re.Match[str] | None:
    """The first name in a text; only what stands before the end that it must have is looked at."""
    for hint in name.hint.finditer(text) if name.sign in text else ():
        match = name.pattern.search(text, _begin(text, hint.start(), name.reach), hint.end())
        if match:
            return match
    return None


def _begin(text: str, at: int, reach: int) -> int:
    """Where a name that goes on at a place may begin: behind the last sign before it."""
    before = text[max(0, at - reach) : at]
    sign = _SIGN.search(before[::-1])
    return at - (sign.start() if sign else len(before))


def _in_title(name: _Name, title: Sequence[Line]) -> Piece | None:
    """A match in a title, which may be broken over several lines."""
    match = _search(name, "".join([line.text for line in title]))
    if match is None:
        return None
    start, last = _place(title, match.start()), _place(title, match.end() - 1)
    return Piece(match[0], start, last + 1, title[0].source_line)


def _place(title: Sequence[Line], at: int) -> int:
    """Where a character of the joined title stands in the notice's text."""
    for line in title[:-1]:
        if at < len(line.text):
            return line.start + at
        at -= len(line.text)
    return title[-1].start + at


def _level(piece: Piece | None) -> str | None:
    if piece is not None:
        for level, words in _LEVELS:
            if words.search(piece.text):
                return level
    return None


def _dates(
    opening: Sequence[Line], written: str | None
) -> tuple[DatePiece | None, DatePiece | None, DatePiece | None]:
    """Start and end of the first period told, and the date of the feedback, told behind it or before."""
    year: int | None = None
    before: list[tuple[Line, Sequence[FoundDate]]] = []
    for at, line in enumerate(opening):
        found = find_dates(line.text, year, written)
        period = next(_periods(line.text, found), None)
        if period:
            start, end = _settled(found[period[0]], found[period[1]])
            rest: list[tuple[Line, Sequence[FoundDate]]] = [(line, found[period[1] + 1 :])]
            rest += _later(opening[at + 1 :], end, written)
            rest += [*before, (line, found[: period[0]])]
            return _date_piece(line, start), _date_piece(line, end), _feedback(rest, end.value)
        before.append((line, found))
        year = next((int(one.value[:4]) for one in reversed(found) if one.value), year)
    start_piece = next(
        (_date_piece(line, one) for line, found in before for one in found if _begins(line, one)), None
    )
    return start_piece, None, _feedback(before)


def _begins(line: Line, found: FoundDate) -> bool:
    """Whether a date is told as the day that something began: 自…起."""
    before = line.text[found.start - 1 : found.start]
    return before in _SINCE and _ONWARDS.match(line.text, found.end) is not None


def _later(
    lines: Sequence[Line], end: FoundDate, written: str | None
) -> Iterator[tuple[Line, list[FoundDate]]]:
    year = int(end.value[:4]) if end.value else None
    for line in lines:
        yield line, find_dates(line.text, year, written)


def _periods(text: str, found: Sequence[FoundDate]) -> Iterator[tuple[int, int]]:
    """Neighbouring dates with nothing but 至 or a dash between them."""
    for at in range(len(found) - 1):
        shown = _SHOWN.search(text, max(0, found[at].start - _NEAR), found[at].start)
        if not shown and _RANGE.fullmatch(text[found[at].end : found[at + 1].start]):
            yield at, at + 1


def _settled(start: FoundDate, end: FoundDate) -> tuple[FoundDate, FoundDate]:
    """Of several readings those are left that keep the period's order."""
    if start.value is None and end.value:
        start = _narrowed(start, [one for one in start.readings if one <= end.value])
    if end.value is None and start.value:
        end = _narrowed(end, [one for one in end.readings if start.value <= one])
    return start, end


def _narrowed(found: FoundDate, readings: list[str]) -> FoundDate:
    value = readings[0] if len(readings) == 1 else None
    return FoundDate(found.start, found.end, value, found.state, found.readings, found.inherited)


def _feedback(rest: Sequence[tuple[Line, Sequence[FoundDate]]], end: str | None = None) -> DatePiece | None:
    """The first date that its own sentence connects with the feedback.

    One before the inspection's `end` counts only if its year is printed and no later one is there: then it
    is what the notice says, and the rules tell that it cannot be.
    """
    early: DatePiece | None = None
    for line, found in rest:
        for one in found:
            reach = one.end + _LONGEST_SENTENCE
            stop = _STOP.search(line.text, one.end, reach)
            if _FEEDBACK.search(line.text, one.end, stop.start() if stop else reach):
                if _EARLIER.search(line.text, _sentence_start(line.text, one.start), one.start):
                    continue
                if not (end and one.value and one.value < end):
                    return _date_piece(line, one)
                early = early or (None if one.inherited else _date_piece(line, one))
    return early


def _sentence_start(text: str, at: int) -> int:
    """Where the sentence begins in which a place stands."""
    least = max(0, at - _LONGEST_SENTENCE)
    stops = text.rfind("。", least, at), text.rfind("；", least, at), text.rfind(";", least, at)
    return max(least, max(stops) + 1)


def _date_piece(line: Line, found: FoundDate) -> DatePiece | None:
    if found.value is None:
        return None
    return DatePiece(found.value, piece_of(line, found.start, found.end), found.state == "garbled")
