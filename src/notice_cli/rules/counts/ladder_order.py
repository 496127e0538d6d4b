"""CNT013 ladder-order：方面、类、具体问题逐级细分，上一级不应多于下一级。

查什么：“4个方面20个问题”，方面数 ≤ 类数 ≤ 问题数。逐级细分的数从不相加。
Aspects, categories and issues are levels of one ladder: a level is not larger than the finer one. They are
never summed.

误：反馈20个方面4个问题。
正：反馈4个方面20个问题。

不判：没有在同一句里申报两级以上。
Silent where no sentence declares two levels.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from notice_cli.language import Words
from notice_cli.model import Notice, What
from notice_cli.rules.evidence import equation, quotes_of
from notice_cli.rules.figures import Figure, declared, operand, sentence
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words(
    "{left} {coarse}多于 {right} {fine}：上一级多于下一级",
)
_NONE = Words("没有在同一句里申报两级以上的数")
_LADDER: tuple[What, ...] = ("aspects", "categories", "issues")
_NAMES = {
    "aspects": Words("个方面"),
    "categories": Words("类"),
    "issues": Words("个问题"),
}


def check(notice: Notice) -> Iterator[Outcome]:
    """Every two neighbouring levels that one sentence declares, the coarser first."""
    figures = [one for each in declared(notice, *_LADDER).values() for one in each]
    told = (_judge(notice, one, other) for one, other in pairwise(figures) if _are_steps(notice, one, other))
    yield from verdict(told, Silent(_NONE))


def _are_steps(notice: Notice, one: Figure, other: Figure) -> bool:
    down = _LADDER.index(one.what) < _LADDER.index(other.what)
    return down and one.scope == other.scope and other.start < sentence(notice, one)[1]


def _judge(notice: Notice, one: Figure, other: Figure) -> Failed | Held:
    told = (equation([operand(notice, one)], "<=", operand(notice, other)),)
    if one.low <= other.high:
        return Held(told)
    facts = {"left": one.value, "right": other.value, "coarse": _NAMES[one.what], "fine": _NAMES[other.what]}
    return Failed(_SENTENCE, facts, quotes_of(told), told)


RULE = Rule("CNT013", "ladder-order", "warning", check)
