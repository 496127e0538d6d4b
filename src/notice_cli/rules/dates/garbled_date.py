"""DAT002 garbled-date：日期不应缺字。

查什么：年、月、日脱落，数字连在一起的日期（2023614日、至915日），以及年份脱落的日期（——年11月27日）。
只有一种读法时给出建议写法。
No date with lost characters; what to write instead is given where one reading only is possible.

误：2023614日至915日，市委第三巡察组开展了巡察。
正：2023年6月14日至9月15日，市委第三巡察组开展了巡察。

不判：正文没有日期。
Silent where the body has no dates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.dating import PlacedDate, chinese, dates_of, parse_iso, ranges_of
from notice_cli.rules.evidence import quote
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words("日期“{date}”缺字{reading}")
_NO_DATES = Words("正文没有日期")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every damaged date; the two ends of one range are one fault."""
    dates = dates_of(notice.text)
    garbled = [one for one in dates if one.found.state == "garbled"]
    failed = [_fail(notice, one) for one in _ranges(notice.text, garbled)]
    yield from verdict([*failed, *(Held() for _ in dates[:1])], Silent(_NO_DATES))


def _ranges(text: str, dates: Sequence[PlacedDate]) -> list[list[PlacedDate]]:
    """Each of these dates with those that 至 or a dash joins to it; two of one range are told once."""
    ranges = ranges_of(text) if dates else ()
    before = {last.start: first for first, last in ranges}
    behind = {first.start: last for first, last in ranges}
    runs: list[list[PlacedDate]] = []
    for date in dates:
        if not runs or date.start > runs[-1][-1].start:
            run = _follow(date, before)[::-1]
            runs.append([*run, *_follow(date, behind)[1:]])
    return runs


def _follow(date: PlacedDate, joined: Mapping[int, PlacedDate]) -> list[PlacedDate]:
    """The date, the one that it is joined to, and so on."""
    run = [date]
    while run[-1].start in joined:
        run.append(joined[run[-1].start])
    return run


def _fail(notice: Notice, dates: list[PlacedDate]) -> Failed:
    place = quote(notice, dates[0].start, dates[-1].end)
    readings = [_reading(notice, date) for date in dates]
    known = [one for one in readings if one is not None]
    suggestion = _written(known, notice.text, dates) if len(known) == len(dates) else None
    facts = {"date": place.text, "reading": _told(suggestion, dates)}
    return Failed(_SENTENCE, facts, (place,), suggestion=suggestion)


def _reading(notice: Notice, date: PlacedDate) -> str | None:
    """The one reading, or the one of several that the record of the inspection has chosen."""
    if date.found.value is not None:
        return date.found.value
    seen = notice.inspection
    chosen = {seen.started_on, seen.ended_on, seen.feedback_on} & set(date.found.readings)
    return chosen.pop() if len(chosen) == 1 else None


def _written(values: list[str], text: str, dates: list[PlacedDate]) -> str:
    """2023年6月14日至9月15日: later dates of one year without it."""
    told = [chinese(values[0])]
    for before, value in pairwise(values):
        same_year = before[:4] == value[:4]
        told.append(chinese(value).partition("年")[2] if same_year and len(value) > 4 else chinese(value))
    joins = [text[one.end : two.start].strip() for one, two in pairwise(dates)]
    return "".join(f"{date}{join}" for date, join in zip(told, [*joins, ""], strict=True))


def _told(suggestion: str | None, dates: list[PlacedDate]) -> Words:
    """What it may have been."""
    if suggestion:
        return Words(f"，应为 {suggestion}", f": it reads {suggestion}")
    readings = [chinese(one) for date in dates for one in date.found.readings if parse_iso(one)]
    if not readings:
        return Words("，原文已不可知")
    return Words(f"，可能是 {'、'.join(readings)}", f"; it may be {', '.join(readings)}")


RULE = Rule("DAT002", "garbled-date", "warning", check)
