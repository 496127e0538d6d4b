"""DAT007 period-length：写明的期限，应与起止日期相符。

查什么：“2023年6月14日至9月15日，为期三个月”：按天写的相差不超过两天（首尾算不算都对），按月写的相差不超过二十天。
The stated length agrees with the dates before it: within two days for 天, within twenty days for 个月.

误：2023年6月14日至7月15日，市委第三巡察组开展了为期三个月的巡察。
正：2023年6月14日至9月15日，市委第三巡察组开展了为期三个月的巡察。

不判：起止日期之后没有写明期限；按工作日写的。
Silent where no length is stated behind a range of dates, and for working days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.dating import PlacedDate, parse_iso, ranges_of
from notice_cli.rules.evidence import quote
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.numerals import parse_numeral
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("起止日期相隔 {days} 天，写作“{length}”")
_NONE = Words("起止日期之后没有写明期限")
_LENGTH = lazy_pattern(
    r"(?:为期|历时|共|时间为?)\s?(?P<about>约|近|[^。\n]{0,0})(?P<number>[0-9０-９]{1,3}|[一二两三四五六七八九十]{1,3})"
    r"\s?(?P<half>个半)?(?P<more>余|多)?(?P<unit>天(?!气)|日(?=的|[，,。；;）)])|个?月)"
)
_FAR = 60
"""Characters behind the range in which its length is looked for."""


def check(notice: Notice) -> Iterator[Outcome]:
    """Every range of dates that is followed by its length."""
    told = (
        outcome
        for first, last in ranges_of(notice.text)
        if (outcome := _judge(notice, first, last)) is not None
    )
    yield from verdict(told, Silent(_NONE))


def _judge(notice: Notice, first: PlacedDate, last: PlacedDate) -> Failed | Held | None:
    days, match = _days(first, last), _length_after(notice.text, last.end)
    if days is None or match is None:
        return None
    number, by_month = parse_numeral(match["number"].replace("两", "二")) or 0, match["unit"].endswith("月")
    wanted = (number + (0.5 if match["half"] else 0)) * 30.4 if by_month else float(number)
    if abs(days + 0.5 - wanted) <= (20 if by_month else 2) or match["about"] or match["more"]:
        return Held()
    places = (quote(notice, first.start, last.end), quote(notice, *match.span()))
    return Failed(_SENTENCE, {"days": days, "length": match[0]}, places)


def _length_after(text: str, at: int) -> re.Match[str] | None:
    """The length in the same sentence, before any other date."""
    stop = min(
        (found for mark in "。\n年" if (found := text.find(mark, at, at + _FAR)) >= 0), default=at + _FAR
    )
    return _LENGTH.search(text, at, stop)


def _days(first: PlacedDate, last: PlacedDate) -> int | None:
    """Days from one to the other, where both are whole and in order."""
    one, other = parse_iso(first.found.value), parse_iso(last.found.value)
    if one is None or other is None or len(one) < 3 or len(other) < 3:
        return None
    days = (date(*other) - date(*one)).days
    return days if days > 0 else None


RULE = Rule("DAT007", "period-length", "warning", check)
