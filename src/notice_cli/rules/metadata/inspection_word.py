"""MET006 inspection-word：中央、省级叫巡视，市县叫巡察，一份通报里不应混用。

查什么：“县委第五巡视组”“省委第二巡察组”，以及同一个组一处写巡视组、一处写巡察组。市委巡视组只在直辖市有，不报。
Central and provincial teams are 巡视组, those of counties and districts 巡察组; one team is not called both.

误：县委第五巡视组对局党组进行了巡察。
正：县委第五巡察组对局党组进行了巡察。

不判：没有写明哪一级第几组。
Silent where no numbered team is named with its committee.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.evidence import quote
from notice_cli.rules.looking import find_around
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.text.numerals import parse_numeral
from notice_cli.text.pattern import lazy_pattern

_WRONG = Words("“{words}”应为“{right}”")
_BOTH = Words("同一个组，一处写“{first}”，一处写“{words}”")
_NONE = Words("没有写明哪一级第几组")
_TEAM = lazy_pattern(
    r"(?P<body>中央|自治区党委|[省市县区旗州盟]委)第\s?(?P<number>[0-9０-９]{1,3}|[一二三四五六七八九十]{1,4})\s?巡(?P<word>[视察])组"
)
_WITHIN = ("央第", "委第")
_BEFORE, _BEHIND = 5, 12
"""Characters of a team's name before one of these and from there on, at most."""
_RIGHT = {
    **dict.fromkeys(("中央", "省委", "自治区党委"), "视"),
    **dict.fromkeys(("县委", "旗委", "区委"), "察"),
}
"""What the teams of a body are called."""


def check(notice: Notice) -> Iterator[Outcome]:
    """Every numbered team against its level, and against its first mention; each mistake once."""
    first: dict[tuple[str, int | None], re.Match[str]] = {}
    faults: dict[str, Failed] = {}
    for match in find_around(_TEAM, _WITHIN, notice.text, _BEFORE, _BEHIND):
        named = first.setdefault((match["body"], parse_numeral(match["number"])), match)
        right = _RIGHT.get(match["body"])
        if right not in (None, match["word"]):
            faults.setdefault(match[0], _wrong(notice, match, f"巡{right}组"))
        elif named["word"] != match["word"] and named[0] not in faults:
            faults.setdefault(match[0], _both(notice, named, match))
    yield from faults.values()
    if not faults:
        yield Held() if first else Silent(_NONE)


def _wrong(notice: Notice, match: re.Match[str], right: str) -> Failed:
    written = match[0][:-3] + right
    place = quote(notice, *match.span())
    return Failed(_WRONG, {"words": match[0], "right": written}, (place,), suggestion=written)


def _both(notice: Notice, named: re.Match[str], match: re.Match[str]) -> Failed:
    places = (quote(notice, *named.span()), quote(notice, *match.span()))
    return Failed(_BOTH, {"first": named[0], "words": match[0]}, places)


RULE = Rule("MET006", "inspection-word", "warning", check)
