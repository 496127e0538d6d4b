"""MET005 team-mismatch：标题里的巡察组，应与正文里的是同一个。

查什么：标题写“市委第三巡察组”，正文却只提到第二巡察组。
The team that the title names is one that the body names: not 第三巡察组 above and only 第二巡察组 below.

误：标题：关于落实市委第三巡察组反馈意见整改情况的通报
    2023年6月14日至9月15日，市委第二巡察组开展了巡察。
正：标题：关于落实市委第三巡察组反馈意见整改情况的通报
    2023年6月14日至9月15日，市委第三巡察组开展了巡察。

不判：标题没有写明第几组，或正文没有再提。
Silent where the title names no numbered team, and where the body names none.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.evidence import quote, quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.text.numerals import parse_numeral
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("标题写“{title}”，正文写“{body}”")
_NONE = Words("标题或正文没有写明第几组")
_TEAM = lazy_pattern(
    r"第\s?([0-9０-９]{1,3}|[一二三四五六七八九十]{1,4})\s?(?:巡[视察]|生态环境保护督察|督察)组"
)
_LEAD = 3000
"""Characters of the body that say who inspected."""


def check(notice: Notice) -> Iterator[Outcome]:
    """The title's team against those that the head of the body names."""
    title = notice.evidence.get("title")
    start = title.span.end if title and title.span else 0
    first = notice.issues[0].span.start if notice.issues else len(notice.text)
    named = list(_TEAM.finditer(notice.text, start, min(max(first, start), start + _LEAD)))
    above = _TEAM.search(notice.title or "")
    if above is None or not named:
        yield Silent(_NONE)
    elif any(parse_numeral(one[1]) == parse_numeral(above[1]) for one in named):
        yield Held()
    else:
        places = (quote_field(notice, notice.title or "", title), quote(notice, *named[0].span()))
        yield Failed(_SENTENCE, {"title": above[0], "body": named[0][0]}, places)


RULE = Rule("MET005", "team-mismatch", "warning", check)
