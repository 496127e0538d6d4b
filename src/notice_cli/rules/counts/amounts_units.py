"""CNT017 amounts-units：同一笔金额用两种单位写出的，应当相等。

查什么：“1,234,500元（123.45万元）”“1.49亿元，即14,900万元”，元、万元、亿元换算后，按印得较粗的一个的位数，
四舍五入或舍去都算对。
One amount written in two units, directly one behind the other, is one amount: units are converted, the
coarser figure may be rounded or cut off.

误：清退违规资金1,234,500元（12.345万元）。
正：清退违规资金1,234,500元（123.45万元）。

不判：没有用两种单位紧接着写出的金额。
Silent where no amount is written in two units.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.evidence import quotes_of
from notice_cli.rules.money import Money, money_equation, money_sentences, same_amount
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "同一笔金额前后不等：{left} {unit}（{sum}），又作 {right} {unit}",
)
_NONE = Words("没有用两种单位写出的金额")
_AGAIN = lazy_pattern(r"(?P<open>[(])?,?(?:也就是|即|折合|约合|合|折|计)?(?:人民币)?(?P<about>约)?")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every two neighbouring amounts with nothing but a bracket or 即 between."""
    pairs = (pair for sentence in money_sentences(notice) for pair in pairwise(sentence))
    told = (_judge(notice, *pair) for pair in pairs if _is_restated(notice.text, *pair))
    yield from verdict(told, Silent(_NONE))


def _is_restated(text: str, one: Money, other: Money) -> bool:
    """Whether the second stands alone in brackets behind the first, or behind 即."""
    match = _AGAIN.fullmatch(other.gap)
    if match is None or one.unit == other.unit:
        return False
    return text[other.end : other.end + 1] in "）)" if match["open"] else len(other.gap.strip(",约")) > 0


def _judge(notice: Notice, one: Money, other: Money) -> Failed | Held:
    told = (money_equation(notice, [one], "~=" if one.step != other.step else "=", other),)
    if same_amount(one, other):
        return Held(told)
    facts = {"sum": told[0].expression, "left": told[0].left, "right": told[0].right, "unit": other.unit}
    return Failed(_SENTENCE, facts, quotes_of(told), told)


RULE = Rule("CNT017", "amounts-units", "error", check)
