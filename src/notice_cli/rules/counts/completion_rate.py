"""CNT007 completion-rate：申报的完成率，应等于完成数除以总数。

查什么：完成率按印出的小数位数，四舍五入或直接舍去，都算对；“已完成”里算不算基本完成、持续整改，两种算法都试。
写作100%的，不能由99.6%进位而来。
The stated rate is completed / total at the precision it is printed in, rounded or truncated. Whether the
basically completed and the ongoing are counted as done is tried both ways; 100 % is never rounded up to.

误：反馈问题24个，已完成整改19个，完成率为83.2%。
正：反馈问题24个，已完成整改19个，完成率为79.2%。

不判：没有申报完成率，或没有总数、完成数；金额、资金的完成率。
Silent where no rate is declared, or what it is a rate of is not.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice, What
from notice_cli.rules.evidence import quotes_of
from notice_cli.rules.figures import Figure, by_kind, declared, distinct, operand
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.rules.vocabulary import scope_words
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "{where}完成率：申报 {stated}%，按 {sum} ÷ {total} 应为 {rate}%",
)
_NO_RATE = Words("没有申报完成率")
_NO_BASIS = Words("没有申报完成率所依据的总数和完成数")
_DECIMALS = lazy_pattern(r"[.．]([0-9０-９]{1,6})\s{0,2}[%％]")
_MONEY = ("金额", "资金", "款")
_LATER: tuple[What, ...] = ("issues_basically_completed", "issues_ongoing")
_KINDS: tuple[What, ...] = (
    *("completion_rate", "issues", "issues_completed", "measures", "measures_completed"),
    *_LATER,
)

_Kinds = dict[What, list[Figure]]
_Pair = tuple[tuple[Figure, ...], Figure]
"""What was done, and of how many."""


def check(notice: Notice) -> Iterator[Outcome]:
    """Every declared rate against each reading of what was done."""
    scopes = map(by_kind, declared(notice, *_KINDS).values())
    rated = [(kinds, rate) for kinds in scopes for rate in kinds.get("completion_rate", [])]
    told = (one for kinds, rate in rated if (one := _judge(notice, kinds, rate)) is not None)
    yield from verdict(told, Silent(_NO_BASIS if rated else _NO_RATE))


def _judge(notice: Notice, kinds: _Kinds, rate: Figure) -> Failed | Held | None:
    pairs = [] if any(word in rate.text for word in _MONEY) else list(_pairs(kinds, rate))
    right = next((pair for pair in pairs if _fits(rate, pair)), None)
    if right is not None:
        return Held((_equation(notice, rate, right),))
    return _fail(notice, rate, pairs[0]) if pairs else None


def _pairs(kinds: _Kinds, rate: Figure) -> Iterator[_Pair]:
    """Completed, with and without what follows it, of each total; measures where the rate may be theirs."""
    later = [kinds[kind][0] for kind in _LATER if kind in kinds]
    if "措施" not in rate.text:
        for done, total in product(
            distinct(kinds.get("issues_completed", [])), distinct(kinds.get("issues", []))
        ):
            yield from (((done, *more), total) for more in _choices(later))
    if "问题" not in rate.text:
        made = distinct(kinds.get("measures", []))
        yield from (((done,), total) for done in kinds.get("measures_completed", []) for total in made)


def _choices(later: list[Figure]) -> list[tuple[Figure, ...]]:
    return [(), *((one,) for one in later), *([tuple(later)] if len(later) > 1 else [])]


def _fits(rate: Figure, pair: _Pair) -> bool:
    """Whether the intervals meet, the rate rounded or cut off at the precision that it is printed in."""
    done, total = pair
    if total.low <= 0:
        return True
    low = 100 * sum(one.low for one in done) / total.high
    high = 100 * sum(one.high for one in done) / total.low
    step = 10.0 ** -_places(rate)
    above = 0.0 if rate.low == 100 else step / 2
    return low - step + 1e-9 < rate.high and rate.low <= high + above + 1e-9


def _places(rate: Figure) -> int:
    """Decimals that the rate is printed with."""
    match = _DECIMALS.search(rate.text)
    return len(match[1]) if match else 0


def _equation(notice: Notice, rate: Figure, pair: _Pair) -> Arithmetic:
    """100 * 19 / 24 ~= 79.2."""
    done, total = pair
    over = " + ".join(str(one.value) for one in done)
    shown = f"({over})" if len(done) > 1 else over
    return Arithmetic(
        expression=f"100 * {shown} / {total.value}",
        left=round(100 * sum(one.value for one in done) / total.value, 4) if total.value else 0,
        operator="~=",
        right=rate.value,
        operands=tuple(operand(notice, one) for one in (*done, total, rate)),
    )


def _fail(notice: Notice, rate: Figure, pair: _Pair) -> Failed:
    told = _equation(notice, rate, pair)
    facts = {
        "where": scope_words(rate.scope),
        "stated": rate.value,
        "sum": " + ".join(str(one.value) for one in pair[0]),
        "total": pair[1].value,
        "rate": round(float(told.left), max(_places(rate), 1)),
    }
    return Failed(_SENTENCE, facts, quotes_of((told,)), (told,))


RULE = Rule("CNT007", "completion-rate", "error", check)
