"""CNT020 amounts-rate：金额的整改率、追缴率，应等于两个金额之比。

查什么：“涉及问题金额2.99亿元，已整改金额2.435亿元，占问题金额的81.4%”：换算后相除，按印出的小数位数四舍五入或
舍去。
A rate of money is what was put right (or paid back) over what was at issue, at the precision it is printed
in.

误：涉及问题金额3,000万元，已整改金额2,400万元，占问题金额的88%。
正：涉及问题金额3,000万元，已整改金额2,400万元，占问题金额的80%。

不判：没有申报金额的比率；同一段里应、已两个金额没有各申报一次。
Silent where no rate of money is declared, or its paragraph does not declare both amounts once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice, Operand
from notice_cli.rules.evidence import placed_operand, quotes_of
from notice_cli.rules.memo import once
from notice_cli.rules.money import Money, money_lines, money_operand, role_of, term
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.amounts import find_plain_amounts, half_width
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "金额的比率：申报 {stated}%，按 {sum} 应为 {rate}%",
)
_NONE = Words("没有申报金额的比率，或它所依据的两个金额")
_OF_MONEY = lazy_pattern(
    r"占(?:全部|总|应|涉及|问题|违规)[^,;。]{0,10}(?:金额|资金|款|额)|(?:金额|资金|款项)[^,;。]{0,6}率"
    r"|(?:收缴|追缴|清退|退缴|追回|收回|上缴|退还)(?:完成|到位)?率"
)
_SHARE = lazy_pattern("[,(、]占")
_OF_IT = lazy_pattern(r"的\d{1,3}(?:\.\d{1,6})?%")
_MOST = 30
"""As many amounts are looked back on."""
_DECIMALS = lazy_pattern(r"\.(\d{1,6})\s{0,2}%")


class _Rate(NamedTuple):
    """The rate `done` / `due` at `text[start:end]`; `step` is one in its last digit."""

    value: int | float
    step: float
    start: int
    end: int
    done: Money
    due: Money


def check(notice: Notice) -> Iterator[Outcome]:
    """Every rate of money against the two amounts of its paragraph."""
    told = (
        _judge(notice, rate)
        for line in money_lines(notice)
        for rate in _rates(notice, [each for sentence in line for each in sentence])
    )
    yield from verdict(told, Silent(_NONE))


def _rates(notice: Notice, line: list[Money]) -> Iterator[_Rate]:
    """The exact rates of money in a line, with the amounts before them."""
    if not line:
        return
    start = notice.text.rfind("\n", 0, line[0].start) + 1
    stop = notice.text.find("\n", line[0].start)
    text, at = half_width(notice.text[start : stop if stop >= 0 else None]), 0
    for one in find_plain_amounts(text) if "%" in text else ():
        known = bisect_right(line, start + one.start, key=lambda each: each.end)
        before = line[max(0, known - _MOST) : known]
        if one.unit == "%" and not one.approximate and (pair := _pair(before, text[at : one.end])):
            yield _Rate(
                one.value, _step(text[one.start : one.end]), start + one.start, start + one.end, *pair
            )
        at = one.end


def _step(printed: str) -> float:
    match = _DECIMALS.search(printed)
    return 10.0 ** -(len(match[1]) if match else 0)


def _judge(notice: Notice, rate: _Rate) -> Failed | Held:
    told = _equation(notice, rate)
    if _fits(rate, rate.done, rate.due):
        return Held((told,))
    facts = {"stated": rate.value, "sum": told.expression, "rate": round(float(told.left), 2)}
    return Failed(_SENTENCE, facts, quotes_of((told,)), (told,))


def _pair(before: list[Money], words: str) -> tuple[Money, Money] | None:
    """What a rate is of: 8,500万元，占总额1亿元的85%, or the one amount done and the one due before it."""
    if len(before) > 1 and _SHARE.match(before[-1].gap) and _OF_IT.fullmatch(words):
        return before[-2], before[-1]
    if not _OF_MONEY.search(words):
        return None
    for family in ("involved", "back"):
        done, due = (
            [one for one in before if role_of(one.label) == (family, role)] for role in ("done", "due")
        )
        if len(done) == len(due) == 1 and due[0].low > 0:
            return done[0], due[0]
    return None


def _fits(rate: _Rate, done: Money, due: Money) -> bool:
    """Whether the intervals meet, the rate rounded or cut off, the amounts rounded to their last digit."""
    low = 100 * (done.low - _slack(done)) / (due.high + _slack(due))
    high = 100 * (done.high + _slack(done)) / max(due.low - _slack(due), 1e-9)
    rounded = low - rate.step / 2 <= rate.value + 1e-9 and rate.value <= high + rate.step / 2 + 1e-9
    return rounded or low - rate.step <= rate.value <= high


def _slack(one: Money) -> float:
    """What may have been rounded off, at most a twentieth: 1亿元 is not any amount up to 1.5亿元."""
    return min(one.step / 2, one.yuan / 20)


def _equation(notice: Notice, rate: _Rate) -> Arithmetic:
    """100 * 2.435 / 2.99 ~= 81.4."""
    done, due = rate.done, rate.due
    return Arithmetic(
        expression=f"100 * {term(done, due.unit)} / {due.value}",
        left=round(100 * done.yuan / due.yuan, 4),
        operator="~=",
        right=rate.value,
        operands=(
            money_operand(notice, done),
            money_operand(notice, due),
            _operand(notice, rate),
        ),
    )


def _operand(notice: Notice, rate: _Rate) -> Operand:
    """The rate; it is a declared figure where the record has it as one."""
    placed = placed_operand(notice, rate.value, rate.start, rate.end)
    starts, indices = _declared(notice)
    at = bisect_right(starts, rate.start) - 1
    if at < 0:
        return placed
    count = notice.counts[indices[at]]
    same = count.value == rate.value and rate.start < count.span.end
    return placed.model_copy(update={"count": indices[at]}) if same else placed


@once
def _declared(notice: Notice) -> tuple[list[int], list[int]]:
    """Where the clauses of the declared rates start, and which they are."""
    rates = [(count.span.start, index) for index, count in enumerate(notice.counts) if count.unit == "%"]
    return [start for start, _ in sorted(rates)], [index for _, index in sorted(rates)]


RULE = Rule("CNT020", "amounts-rate", "warning", check)
