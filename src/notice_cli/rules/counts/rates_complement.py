"""CNT024 rates-complement：完成率与未完成率，相加应等于100%。

查什么：“完成率92.86%，未完成率7.14%”：同一句里一正一反的两个率，按印出的位数相加应等于100%。
A rate and its opposite in one sentence add up to 100 %, at the precision they are printed in.

误：问题整改完成率92.86%，未完成率17.14%。
正：问题整改完成率92.86%，未完成率7.14%。

不判：没有在同一句里既申报完成率又申报未完成率。
Silent where no sentence declares both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice
from notice_cli.rules.evidence import placed_operand, quotes_of
from notice_cli.rules.looking import find_around
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("{one}% 与 {other}% 之和 {sum}% ≠ 100%")
_NONE = Words("没有在同一句里既申报完成率又申报未完成率")
_RATE = r"率?\s?(?:达到|达|为|是|占比?)?\s?(?P<{0}>\d{{1,3}}(?:\.(?P<{0}_places>\d{{1,4}}))?)\s?[%％]"
_PAIR = lazy_pattern(
    r"(?<!未)(?:完成|整改|办结|销号)"
    + _RATE.format("one")
    + r"[^。\n%％]{0,20}?(?:未|尚未|没有)(?:完成)?(?:整改|完成|办结|销号)?"
    + _RATE.format("other")
)


_SIGNS = ("%", "％")
_BEFORE, _BEHIND = 24, 64
"""Characters that the first rate takes up to its sign, and the rest behind it, at most."""


def check(notice: Notice) -> Iterator[Outcome]:
    """Every rate that its opposite follows."""
    pairs = find_around(_PAIR, _SIGNS, notice.text, _BEFORE, _BEHIND)
    yield from verdict((_judge(notice, match) for match in pairs), Silent(_NONE))


def _judge(notice: Notice, match: re.Match[str]) -> Failed | Held:
    one, other = (float(match[name]) for name in ("one", "other"))
    told = _equation(notice, match)
    steps = [10.0 ** -len(match[f"{name}_places"] or "") for name in ("one", "other")]
    if abs(one + other - 100) <= (0.0 if steps == [1.0, 1.0] else max(steps)) + 1e-9:
        return Held((told,))
    facts = {"one": match["one"], "other": match["other"], "sum": told.left}
    return Failed(_SENTENCE, facts, quotes_of((told,)), (told,))


def _equation(notice: Notice, match: re.Match[str]) -> Arithmetic:
    operands = tuple(
        placed_operand(notice, float(match[name]), match.start(name), match.end(name))
        for name in ("one", "other")
    )
    return Arithmetic(
        expression=f"{match['one']} + {match['other']}",
        left=round(float(match["one"]) + float(match["other"]), 4),
        operator="~=",
        right=100,
        operands=operands,
    )


RULE = Rule("CNT024", "rates-complement", "warning", check)
