"""DAT001 impossible-date：日期应当存在。

查什么：正文里写出月、日的日期，日历上要有这一天。
Every date exists in the calendar.

误：2024年2月30日召开专题会议。
正：2024年2月29日召开专题会议。

不判：正文没有日期。缺字的日期（2023614日）归 DAT002。
Silent where the body has no dates. A date that lost characters is DAT002's.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.dating import PlacedDate, dates_of
from notice_cli.rules.evidence import quote
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words("日期“{date}”不存在")
_NO_DATES = Words("正文没有日期")
_NAMES_DAY = frozenset("日号-/.年")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every date of the body that names a day."""
    dates = dates_of(notice.text)
    failed = [
        _fail(notice, one)
        for one in dates
        if one.found.state == "impossible" and _names_day(notice.text, one)
    ]
    yield from verdict([*failed, *(Held() for _ in dates[:1])], Silent(_NO_DATES))


def _names_day(text: str, date: PlacedDate) -> bool:
    """Whether more than a month is printed; 18月 without a year or a day is a span of time."""
    return not _NAMES_DAY.isdisjoint(text[date.start : date.end])


def _fail(notice: Notice, date: PlacedDate) -> Failed:
    place = quote(notice, date.start, date.end)
    return Failed(_SENTENCE, {"date": place.text}, (place,))


RULE = Rule("DAT001", "impossible-date", "error", check)
