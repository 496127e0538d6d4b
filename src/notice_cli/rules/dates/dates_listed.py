"""DAT008 dates-listed：列出日期的会议，日期数应等于写明的次数。

查什么：“先后于3月5日、4月8日、5月6日召开党组会3次”，列了几个日期，就应是几次。
Where the dates of meetings are listed beside their number, there are as many dates.

误：3月5日、4月8日、5月6日先后召开党组会4次。
正：3月5日、4月8日、5月6日先后召开党组会3次。

不判：次数旁边没有列出两个以上完整的日期；以“等”结尾。
Silent where no number of times stands beside two whole dates or more, and where the list ends in 等.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.dating import PlacedDate, dates_of
from notice_cli.rules.evidence import equation, listed_operand, placed_operand, quotes_of
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.numerals import parse_numeral
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "列出 {listed} 个日期（{words}），写作 {stated} 次",
)
_NONE = Words("次数旁边没有列出日期")
_JOIN = lazy_pattern(r"\s{0,2}(?:[、和及与]|以及)\s{0,2}")
_LONGEST_JOIN = 6
_NUMBER = r"(?P<number>[0-9０-９]{1,2}|[一二两三四五六七八九十]{1,3})\s?[次场]"
_BEHIND = lazy_pattern(
    rf"[^。；;，,、（(每等至到第余多近约\n0-9０-９]{{0,24}}?(?:召开|开展|组织|进行|举办)[^。；;，,、（(每等第余多近约\n0-9０-９]{{0,16}}?{_NUMBER}(?!会议[，,]?纪要)"
)
_BEFORE = lazy_pattern(rf"{_NUMBER}[^。；;，,、（(\n]{{0,6}}[（(](?:分别[为是]|即|时间为)?$")
_CLOSES = lazy_pattern(r"\s{0,2}[）)]")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every run of dates, with the number of times behind it or before its brackets."""
    told = (one for run in _runs(notice.text) if (one := _judge(notice, run)) is not None)
    yield from verdict(told, Silent(_NONE))


def _runs(text: str) -> list[list[PlacedDate]]:
    """Dates that 、 or 和 strings together, two or more."""
    runs: list[list[PlacedDate]] = []
    open_to = -1
    for before, date in pairwise(dates_of(text)):
        near = date.start - before.end <= _LONGEST_JOIN
        if not near or not _JOIN.fullmatch(text, before.end, date.start):
            continue
        if before.end == open_to:
            runs[-1].append(date)
        else:
            runs.append([before, date])
        open_to = date.end
    return [run for run in runs if _is_whole(text, run)]


def _is_whole(text: str, run: list[PlacedDate]) -> bool:
    """Whether every date names its day and nothing strange hangs on to the first."""
    named = all(one.found.state == "good" and text[one.start : one.end].endswith(("日", "号")) for one in run)
    return named and text[max(run[0].start - 1, 0) : run[0].start] not in tuple("、和及与至到-—~～")


def _judge(notice: Notice, run: list[PlacedDate]) -> Failed | Held | None:
    text, start, end = notice.text, run[0].start, run[-1].end
    behind = _BEHIND.match(text, end, min(end + 60, len(text)))
    before = _BEFORE.search(text[max(start - 24, 0) : start]) if _CLOSES.match(text, end) else None
    match = behind or before
    stated = parse_numeral(match["number"]) if match else None
    if match is None or stated is None:
        return None
    first = start if behind else max(start - 24, 0) + match.start()
    shown = placed_operand(notice, stated, first, match.end() if behind else end)
    told = (equation([listed_operand(len(run), text[start:end])], "=", shown),)
    if len(run) == stated:
        return Held(told)
    facts = {"listed": len(run), "stated": stated, "words": text[start:end]}
    return Failed(_SENTENCE, facts, quotes_of(told), told)


RULE = Rule("DAT008", "dates-listed", "warning", check)
