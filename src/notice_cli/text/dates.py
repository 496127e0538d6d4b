"""Dates as notices print them: every form, damaged ones included, each with its place.

2024年10月22日  2024-10-22  2024/10/22  2024.10.22  二〇二四年十月二十二日  2024年10月
10月22日 (the year inherited)
2023614日 (characters lost: read only where one reading is possible)  2月30日 (exists in no calendar)
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Literal

from notice_cli.text.numerals import parse_digits, parse_numeral
from notice_cli.text.pattern import lazy_pattern
from notice_cli.text.places import find_places
from notice_cli.values import Value

State = Literal["good", "impossible", "garbled"]


class FoundDate(Value):
    """A date at `text[start:end]`; `value` in ISO 8601 as far as printed, None where it cannot be told."""

    start: int
    end: int
    value: str | None
    state: State
    readings: tuple[str, ...] = ()
    """For a garbled date: every reading that exists in the calendar, with its year where one is known."""
    inherited: bool = False
    """True where the year was not printed but taken from an earlier date."""


_D = "[0-9０-９]"
_CN_YEAR = "[〇○零０一二三四五六七八九]{4}"
_CN_MONTH = "十[一二]?|[一二三四五六七八九]"
_CN_DAY = "(?:[一二三]?十|廿)[一二三四五六七八九]?|[一二三四五六七八九]"
_DASH = r"\s{0,2}(?:至|到|[-—–－~～]{1,2})\s{0,2}"
_BETWEEN = lazy_pattern(rf"(?:\s{{0,2}}起)?{_DASH}")
_WIDEST_DASH = 9
"""Characters between the ends of a range, at most."""

_DATE = lazy_pattern(
    rf"""
    (?=[\s0-9０-９〇○零一二三四五六七八九十今本去同当次翌年至到—–~～－-])  # what any of them begins with
    (?<!{_D})(?:
      (?P<typo>(?:19|20)\d\d)\s?月\s?(?P<typo_month>\d{{1,2}})\s?月\s?(?P<typo_day>\d{{1,2}})\s?日
    | (?:(?P<year>{_D}{{4}}|{_CN_YEAR})\s{{0,2}}年\s{{0,2}}|(?P<relative>[今本去同当次翌]年)\s?)?
      (?P<month>{_D}{{1,2}}|{_CN_MONTH})\s{{0,2}}月
      (?:\s{{0,2}}(?P<day>{_D}{{1,2}}|{_CN_DAY})\s{{0,2}}(?:[日号]|(?={_DASH}{_D}{{1,2}}\s?日)))?
    | (?P<bare>{_D}{{4}}|{_CN_YEAR})\s{{0,2}}年(?!\s?[末底初]?来)
    | (?P<iso>(?P<iso_year>(?:19|20)\d\d)(?P<sep>[-/.])
        (?P<iso_month>\d{{1,2}})(?P=sep)(?P<iso_day>\d{{1,2}}))(?!{_D}|[.]\d)
    | (?P<glued>(?:19|20)\d{{4,6}})(?:\s?日|(?=[向至]))
    | (?<=日){_DASH}(?P<last>\d{{1,2}})\s?[日号]
    | (?<=日){_DASH}(?P<glued_last>\d{{3,4}})\s?日
    | (?P<glued_short>\d{{3,4}})\s?日(?={_DASH}(?:(?:19|20)?\d{{3,6}}\s?日))
    | (?:(?<=[—\-,，。;；(（])|^)(?P<lost_year>年)
        \s?(?P<lost_month>\d{{1,2}})\s?月\s?(?P<lost_day>\d{{1,2}})\s?日
    )
    """,
    re.VERBOSE,
)
_PLAIN = lazy_pattern(
    r"((?:19|20)[0-9]{2})(?:-([0-9]{1,2})-|年([0-9]{1,2})月)([0-9]{1,2})(?(2)|日)(\s\d\d:\d\d(?::\d\d)?)?"
)
"""A day as most metadata and closing lines give it, a time behind it: read without a search."""
_ANCHOR = lazy_pattern(
    r"[0-9０-９一二三四五六七八九十〇○零廿](?=\s{0,3}[年月日号]|(?<=\d\d\d\d)[-/.]\d|(?<=\d\d\d\d\d\d)\s?[向至日])"
)
"""The numeral before the first unit or sign of a date: every date has one, few other places do."""
_NUMERALS = "0123456789０１２３４５６７８９〇○零一二三四五六七八九十廿"
_UNITS = "年月日号"
_SIGNS = "-/."
_AFTER_GLUED = "向至"
"""What may stand behind an anchor."""
_REACH = 12
"""Characters from the beginning of a date to its first numeral before a unit, and some more."""
_BLANKS = (
    " \t\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
    "\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""White space within a line."""
_BEFORE_ANCHOR = _NUMERALS + "今本去同当次翌年月日号至到-—–－~～/.\n" + _BLANKS
"""What may stand in a date before its anchor: numerals, units, dashes, signs and white space."""
_COMMON = lazy_pattern(
    rf"(?<!{_D})((?:19|20)[0-9]{{2}})年"
    rf"(?:([0-9]{{1,2}})月(?:([0-9]{{1,2}})日|(?![\s0-9０-９一二三四五六七八九十廿]))"
    rf"|(?![\s0-9０-９一二三四五六七八九十])(?![末底初]?来))"
)
"""A year, its month and its day, printed as most are: no other form of `_DATE` can begin sooner or go on."""
_LONGEST_PERIOD = 6
"""Months up to which a range may run into the next year without saying so."""
_RELATIVE = {"同年": 0, "当年": 0, "次年": 1, "翌年": 1}
"""Years told from the one before."""
_SINCE_WRITING = {"今年": 0, "本年": 0, "去年": -1}
"""Years told from the one in which the text was written."""


def find_dates(text: str, year: int | None = None, written: str | None = None) -> list[FoundDate]:
    """Every date in `text`, in order.

    Args:
        text: One line or paragraph.
        year: The year that a date without one has, until a year is printed.
        written: The day, in ISO 8601, that the text was written: 今年 and 去年 are told from it.
    """
    return _dates_at(text, [anchor.start() for anchor in _ANCHOR.finditer(text)], year, written)


def find_line_dates(text: str) -> Iterator[tuple[int, FoundDate]]:
    """Every date of a text of many lines, and where its line starts: `find_dates` of each line, sooner."""
    for start, line, anchors in _lines_with(_anchors(text), text):
        for one in _dates_at(line, anchors, None):
            yield start, one


def _lines_with(anchors: Iterable[int], text: str) -> list[tuple[int, str, list[int]]]:
    """Each line that has anchors, behind where it starts and with where they stand in it."""
    lines: list[tuple[int, str, list[int]]] = []
    start, stop = 0, -1
    own: list[int] = []
    for anchor in anchors:
        if anchor > stop:
            start, stop, own = text.rfind("\n", 0, anchor) + 1, text.find("\n", anchor), []
            stop = stop if stop >= 0 else len(text)
            lines.append((start, text[start:stop], own))
        own.append(anchor - start)
    return lines


def _anchors(text: str) -> list[int]:
    """Where `_ANCHOR` matches in the lines of a text, in order: found by what stands behind."""
    anchors: list[int] = []
    for place in find_places(text, _UNITS + _SIGNS + _AFTER_GLUED):
        at = place - 1
        if text[at] not in _NUMERALS:
            if not text[at].isspace():
                continue
            near = max(place - 3, 0)
            at = near + len(text[near:place].rstrip(_BLANKS)) - 1
        if at >= 0 and text[at] in _NUMERALS and (text[place] in _UNITS or _is_glued(text, at, place)):
            anchors.append(at)
    return anchors


def _is_glued(text: str, at: int, place: int) -> bool:
    """Whether a sign stands between figures of a day, 向 or 至 behind the figures of a whole date."""
    if text[place] in _SIGNS:
        figures = text[at - 3 : at + 1] + text[place + 1 : place + 2]
        return place == at + 1 and at >= 3 and len(figures) == 5 and figures.isdecimal()
    return place <= at + 2 and at >= 5 and text[at - 5 : at + 1].isdecimal()


def _dates_at(
    text: str, anchors: Iterable[int], year: int | None, written: str | None = None
) -> list[FoundDate]:
    """The dates of a line, each of which has one of these anchors."""
    found: list[FoundDate] = []
    one: FoundDate | None = None
    end, dated = 0, None
    for at in anchors:
        if at < end:
            continue
        match = _COMMON.match(text, at - 3) if at - 3 >= end else None
        if match:
            one = _common(match)
        elif match := _match(text, at, end):
            known = int(dated[:4]) if dated else year
            if match["relative"] in _SINCE_WRITING:
                one = _since_writing(match, one, written)
            else:
                one = _READERS[match.lastgroup or ""](match, one, known)
        else:
            continue
        found.append(one)
        end, dated = match.end(), one.value or dated
    return found


def _match(text: str, at: int, end: int) -> re.Match[str] | None:
    """The match of `_DATE` with this anchor: slow over a text, it is tried where the date may begin."""
    begin = at - _REACH if at - _REACH > end else end
    for start in range(begin + len(text[begin:at].rstrip(_BEFORE_ANCHOR)), at + 1):
        if match := _DATE.match(text, start):
            return match
    return None


def _common(match: re.Match[str]) -> FoundDate:
    """2023年, 2023年6月, 2023年6月14日."""
    years, month, day = match.groups()
    when = _calendar(int(years), int(month), int(day) if day else None) if month else years
    return FoundDate(match.start(), match.end(), when, "good" if when else "impossible")


def parse_date(text: str) -> str | None:
    """The one date that `text` is or begins with (a time may follow), in ISO 8601; None if there is none."""
    text = text.strip()
    plain = _PLAIN.fullmatch(text)
    if plain:
        return _plain_day(plain)
    found = find_dates(text)
    return found[0].value if found and found[0].start == 0 and found[0].state == "good" else None


def find_whole_date(text: str) -> FoundDate | None:
    """The date that is all of `text`; None where it is none, or more than one date."""
    plain = _PLAIN.fullmatch(text)
    if plain and not plain[5]:
        day = _plain_day(plain)
        return FoundDate(0, len(text), day, "good" if day else "impossible")
    found = find_dates(text)
    whole = len(found) == 1 and found[0].start == 0 and found[0].end == len(text)
    return found[0] if whole else None


def _plain_day(match: re.Match[str]) -> str | None:
    """The day that `_PLAIN` found, in ISO 8601; None if there is no such day."""
    return _calendar(int(match[1]), int(match[2] or match[3]), int(match[4]))


def _printed(match: re.Match[str], before: FoundDate | None, year: int | None) -> FoundDate:
    """2024年10月22日, 10月22日, 2024年10月, 同年3月."""
    years, relative, months, days = match.group("year", "relative", "month", "day")
    if years:
        year = parse_digits(years)
    elif relative:
        year = year + _RELATIVE.get(relative, 0) if year else None
    month = parse_numeral(months)
    day = parse_numeral(days) if days else None
    inherited = years is None
    if inherited and not relative and before and is_range(match.string, before.end, match.start()):
        year = _year_after(before, year, month or 0)
    return _dated(match, year, month or 0, day, inherited)


def _since_writing(match: re.Match[str], before: FoundDate | None, written: str | None) -> FoundDate:
    """今年2月26日: without a value where it is not known when that was written, or it would lie behind."""
    year = int(written[:4]) + _SINCE_WRITING[match["relative"]] if written else None
    one = _READERS[match.lastgroup or ""](match, before, year)
    return one.replace(value=None) if one.value and one.value > str(written)[: len(one.value)] else one


def is_range(text: str, end: int, start: int) -> bool:
    """Whether only a dash or 至 stands between the end of one date and the start of the next."""
    return start - end <= _WIDEST_DASH and _BETWEEN.fullmatch(text, end, start) is not None


def _year_after(before: FoundDate | None, year: int | None, month: int) -> int | None:
    """The year of a range's end: that of its start, or the next where the month would run backwards."""
    if before is None or before.value is None or year is None or len(before.value) < 7:
        return year
    months = month - int(before.value[5:7])
    return year + 1 if months < 0 and months + 12 <= _LONGEST_PERIOD else year


def _iso(match: re.Match[str], before: FoundDate | None, year: int | None) -> FoundDate:
    """2024-10-22, 2024/10/22, 2024.10.22."""
    return _dated(match, int(match["iso_year"]), int(match["iso_month"]), int(match["iso_day"]), False)


def _bare_year(match: re.Match[str], before: FoundDate | None, year: int | None) -> FoundDate:
    """2024年."""
    value = parse_digits(match["bare"])
    return FoundDate(match.start(), match.end(), f"{value:04d}", "good")


def _last_day(match: re.Match[str], before: FoundDate | None, year: int | None) -> FoundDate:
    """…12月20日—22日: the year and month of the date before."""
    day = int(match["last"])
    start, end = match.span("last")[0], match.end()
    if before is None or before.value is None or len(before.value) < 10:
        return FoundDate(start, end, None, "good", inherited=True)
    when = _calendar(int(before.value[:4]), int(before.value[5:7]), day)
    return FoundDate(start, end, when, "good" if when else "impossible", inherited=True)


def _typed_month(match: re.Match[str], before: FoundDate | None, year: int | None) -> FoundDate:
    """2025月7月29日: 月 typed for 年."""
    when = _calendar(int(match["typo"]), int(match["typo_month"]), int(match["typo_day"]))
    return FoundDate(match.start(), match.end(), when, "garbled", (when,) if when else ())


def _glued(match: re.Match[str], before: FoundDate | None, year: int | None) -> FoundDate:
    """2023614日: 年 and 月 lost."""
    digits = match["glued"]
    return _garbled(match, match.start(), _split(int(digits[:4]), digits[4:]))


def _glued_end(match: re.Match[str], before: FoundDate | None, year: int | None) -> FoundDate:
    """…日至915日: 月 lost in a range's end, its year that of the start."""
    start = before.value or (before.readings[0] if before.readings else "") if before else ""
    own = int(start[:4]) if start else year
    readings = _split(own, match["glued_last"]) if own else ()
    later = tuple(r for r in readings if r >= start)
    return _garbled(match, match.start("glued_last"), later or readings)


def _glued_start(match: re.Match[str], before: FoundDate | None, year: int | None) -> FoundDate:
    """614日至915日: 月 lost in both ends of a range that prints no year."""
    return _garbled(match, match.start(), _split(year, match["glued_short"]) if year else ())


def _lost_year(match: re.Match[str], before: FoundDate | None, year: int | None) -> FoundDate:
    """——年11月27日: the year's digits lost; no reading can be told."""
    return FoundDate(match.start("lost_year"), match.end(), None, "garbled")


_READERS: dict[str, Callable[[re.Match[str], FoundDate | None, int | None], FoundDate]] = {
    "typo_day": _typed_month,
    "month": _printed,
    "day": _printed,
    "bare": _bare_year,
    "iso": _iso,
    "glued": _glued,
    "last": _last_day,
    "glued_last": _glued_end,
    "glued_short": _glued_start,
    "lost_day": _lost_year,
}
"""The group that each form of `_DATE` fills last, and what reads it."""


def _dated(match: re.Match[str], year: int | None, month: int, day: int | None, inherited: bool) -> FoundDate:
    """A date whose parts were printed; without a year it has no value, yet may be impossible."""
    start, end = match.span()
    when = _calendar(year or 2000, month, day)
    if when is None:
        return FoundDate(start, end, None, "impossible", (), inherited)
    return FoundDate(start, end, when if year else None, "good", (), inherited)


def _garbled(match: re.Match[str], start: int, readings: tuple[str, ...]) -> FoundDate:
    return FoundDate(start, match.end(), readings[0] if len(readings) == 1 else None, "garbled", readings)


def _calendar(year: int, month: int, day: int | None) -> str | None:
    """ISO 8601, `YYYY-MM` without a day; None if there is no such day."""
    try:
        when = date(year, month, 1 if day is None else day)
    except ValueError:
        return None
    return when.isoformat() if day is not None else when.isoformat()[:7]


def _split(year: int, digits: str) -> tuple[str, ...]:
    """Every month and day, written without leading zeros, that `digits` may run together."""
    days: list[str] = []
    for month, day in ((digits[:1], digits[1:]), (digits[:2], digits[2:])):
        if 0 < len(day) < 3 and month[0] != "0" and day[0] != "0":
            when = _calendar(year, int(month), int(day))
            if when:
                days.append(when)
    return tuple(days)
