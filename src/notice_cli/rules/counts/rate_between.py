"""CNT022 rate-between：总的完成率，应在各部分完成率之间。

查什么：“完成率97.28%，其中甲类96.61%、乙类96.93%”：总的率不会高于每一个部分的率，也不会低于每一个。
只作提示：也可能没有把各部分列全。
An overall rate lies between the rates of its parts. A note only: parts may be left out.

误：问题整改完成率97.28%，其中立行立改类96.61%、分阶段类96.93%。
正：问题整改完成率96.79%，其中立行立改类96.61%、分阶段类96.93%。

不判：没有在同一句里分列两个以上部分的完成率；以“等”结尾。
Silent where no sentence gives the rates of two parts or more, and where the list is open.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice, Operand
from notice_cli.rules.evidence import placed_operand, quotes_of
from notice_cli.rules.figures import Figure, declared, operand, sentence
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.amounts import find_amounts
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "总的完成率 {rate}% 不在各部分的 {least}% 与 {most}% 之间；如没有列全，可不改",
)
_NONE = Words("没有分列各部分的完成率")
_OPENS = lazy_pattern(r"\s{0,2}[，,；;：:（(]?\s{0,2}(?:其中|分别)")
_OPEN_END = lazy_pattern("等|提高|提升|上升|增长|下降|占|满意|另|此外")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every rate that 其中 and the rates of two parts follow."""
    rates = [one for each in declared(notice, "completion_rate").values() for one in each]
    told = (_judge(notice, one, parts) for one in rates if len(parts := _parts(notice, one)) > 1)
    yield from verdict(told, Silent(_NONE))


def _parts(notice: Notice, rate: Figure) -> list[Operand]:
    stop = sentence(notice, rate)[1]
    text = notice.text[rate.end : stop]
    if not _OPENS.match(text) or _OPEN_END.search(text):
        return []
    found = [one for one in find_amounts(text) if one.unit == "%" and not one.approximate]
    return [placed_operand(notice, one.value, rate.end + one.start, rate.end + one.end) for one in found]


def _judge(notice: Notice, rate: Figure, parts: list[Operand]) -> Failed | Held:
    ordered = sorted(parts, key=lambda one: float(one.value))
    least, most, own = ordered[0], ordered[-1], operand(notice, rate)
    told = (_order(least, own), _order(own, most))
    if float(least.value) <= rate.high and rate.low <= float(most.value):
        return Held(told)
    facts = {"rate": rate.value, "least": least.value, "most": most.value}
    return Failed(_SENTENCE, facts, quotes_of(told), told)


def _order(one: Operand, other: Operand) -> Arithmetic:
    return Arithmetic(
        expression=f"{one.value}", left=one.value, operator="<=", right=other.value, operands=(one, other)
    )


RULE = Rule("CNT022", "rate-between", "note", check)
