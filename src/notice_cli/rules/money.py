"""Amounts of money in the body, sentence by sentence, brought to one unit: 1.49亿元 may be 14,900万元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from notice_cli.model import Arithmetic, Notice, Operand
from notice_cli.model.finding import Operator
from notice_cli.rules.evidence import lines_with, placed_operand
from notice_cli.rules.memo import once
from notice_cli.text.amounts import find_plain_amounts, half_width
from notice_cli.text.pattern import lazy_pattern

YUAN = {"元": 1, "万元": 10_000, "亿元": 10**8, "万亿元": 10**12}
"""How many 元 a unit is."""
Fit = Literal["meets", "rounded", "differs"]
"""Whether parts make up a whole: yes; no, but rounding may be the reason; no."""
_DECIMALS = lazy_pattern(r"[.．]([0-9０-９]{1,6})")
_CLAUSE = lazy_pattern("[,;:(、]")
_HAIR = 0.005
"""Half a 分: smaller differences are those of floating point."""


class Money(NamedTuple):
    """An amount at `text[start:end]`; all bounds are in 元."""

    value: int | float
    """As printed, in `unit`."""
    unit: str
    yuan: float
    low: float
    """The least and the most that the words allow (近, 余, 约)."""
    high: float
    step: float
    """What one more in the last printed digit would be."""
    gap: str
    """The words before it, in half width: back to the amount before it or the start of the sentence."""
    start: int
    end: int

    @property
    def label(self) -> str:
        """The words of its own clause before it: 已追缴资金 in 应追缴资金50万元，已追缴资金45万元."""
        return _CLAUSE.split(self.gap)[-1]

    @property
    def has_decimals(self) -> bool:
        """Whether the amount is printed with decimals: then it may have been rounded."""
        return self.step < YUAN[self.unit]


Sentence = tuple[Money, ...]


@once
def money_lines(notice: Notice) -> tuple[tuple[Sentence, ...], ...]:
    """Every line that names amounts, as the amounts of its sentences."""
    return tuple(tuple(_sentences(notice.text, start, end)) for start, end in lines_with(notice, "元"))


def money_sentences(notice: Notice) -> Iterator[Sentence]:
    """The amounts of every sentence that names two or more."""
    return (one for line in money_lines(notice) for one in line if len(one) > 1)


def _sentences(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end:
        stop = text.find("。", start, end)
        stop = end if stop < 0 else stop
        if text.find("元", start, stop) >= 0:
            yield read_money(text, start, stop)
        start = stop + 1


def read_money(text: str, start: int, end: int) -> Sentence:
    """The amounts of money in `text[start:end]`, in order."""
    found: list[Money] = []
    at, plain = 0, half_width(text[start:end])
    for one in find_plain_amounts(plain):
        if one.unit in YUAN:
            rate = YUAN[one.unit]
            low, high = one.bounds
            match = _DECIMALS.search(plain, one.start, one.end)
            step = rate / 10 ** (len(match[1]) if match else 0)
            place = (plain[at : one.start], start + one.start, start + one.end)
            found.append(Money(one.value, one.unit, one.value * rate, low * rate, high * rate, step, *place))
            at = one.end
    return tuple(found)


def same_amount(one: Money, other: Money) -> bool:
    """Whether the two may be one amount, the coarser of them rounded or cut off at its last digit."""
    coarse, fine = sorted((one, other), key=lambda each: -each.step)
    slack = coarse.step if coarse.step > fine.step else 0.0
    return coarse.low - slack / 2 <= fine.high + _HAIR and fine.low <= coarse.high + slack + _HAIR


def exceeds(one: Money, other: Money) -> bool:
    """Whether `one` is surely larger than `other`."""
    return one.low > other.high + other.step * (other.step > one.step) + _HAIR and not same_amount(one, other)


def fit(parts: Sequence[Money], whole: Money) -> Fit:
    """Whether the parts make up the whole, rounded where printed in a larger unit or more coarsely."""
    finest = min(one.step for one in parts)
    over = whole.step if whole.step > finest else 0.0
    loose = sum(one.step for one in parts if YUAN[one.unit] > YUAN[whole.unit])
    low, high = sum(one.low for one in parts), sum(one.high for one in parts)
    if low - loose / 2 <= whole.high + over + _HAIR and whole.low - over / 2 <= high + loose + _HAIR:
        return "meets"
    rounded = sum(one.step for one in (*parts, whole) if one.has_decimals) / 2
    gap = max(low - whole.high, whole.low - high)
    return "rounded" if gap <= rounded + _HAIR else "differs"


Role = Literal["due", "done", "rest"]
_BACK = (
    "(?:收缴|追缴|清退|退缴|退还|收回|上缴|追回|退回|补缴|归还|返还"
    "|清收|征收|缴纳|追收|退赔|入库|清缴|缴库|退款)"
)
_MONEY = "(?:(?:问题|违规|违纪|资金|款项)?(?:金额|资金|款项|款|额))?"
_EXTENT = "(?:共计|合计|总计|累计|共|总|达到|达|为|约|近|的|计)*"
_WORDS: tuple[tuple[str, Role, str], ...] = (
    ("back", "rest", rf"(?:尚|(?<![退归返偿])还|仍|剩|余|未).{{0,8}}{_BACK}|^[尚还仍其剩][余有欠剩]|^余下"),
    ("back", "due", rf"(?:应|需|须|待)(?:予|予以|当|该|依法)?(?:{_BACK}|[收退缴还追]).{{0,8}}$"),
    ("back", "done", rf"(?:已|实际).{{0,6}}?(?:{_BACK}|[收退缴还追]).{{0,8}}$"),
    ("involved", "done", rf"已(?:完成)?(?:整改|纠正)(?:到位|完成)?{_MONEY}{_EXTENT}$"),
    ("involved", "done", rf"整改(?:到位|完成)?(?:问题)?(?:金额|资金){_EXTENT}$"),
    ("involved", "due", rf"(?:涉及|问题|违规|查出).{{0,4}}(?:金额|资金){_EXTENT}$"),
)
"""What the words before an amount make of it, of which family: to be paid back or paid back, at fault or put
right."""
_ROLES = tuple((family, role, lazy_pattern(pattern)) for family, role, pattern in _WORDS)


def role_of(label: str) -> tuple[str, Role] | None:
    """`("back", "due")` for 应追缴资金; None where the words say nothing of the kind."""
    return next(((family, role) for family, role, words in _ROLES if words.search(label)), None)


def money_operand(notice: Notice, one: Money) -> Operand:
    """The amount as a term of an equation; it is a declared figure where the record has it as one."""
    placed = placed_operand(notice, one.value, one.start, one.end)
    return placed.model_copy(update={"count": _counts(notice).get((one.end, one.value))})


@once
def _counts(notice: Notice) -> dict[tuple[int, float], int]:
    """Declared amounts of money by where they end, and their value."""
    found: dict[tuple[int, float], int] = {}
    for index, count in enumerate(notice.counts):
        if count.unit in YUAN:
            start, end = count.span.start, count.span.end
            found.update({(one.end, one.value): index for one in read_money(notice.text, start, end)})
    return found


def money_equation(notice: Notice, left: Sequence[Money], operator: Operator, right: Money) -> Arithmetic:
    """`8600 / 10000 + 3.2` = `4.06`: the left side in the unit of the right one."""
    total = round(sum(one.yuan for one in left) / YUAN[right.unit], 9)
    return Arithmetic(
        expression=" + ".join(term(one, right.unit) for one in left),
        left=int(total) if total == int(total) else round(total, 6),
        operator=operator,
        right=right.value,
        operands=tuple(money_operand(notice, one) for one in (*left, right)),
    )


def term(one: Money, unit: str) -> str:
    """The amount in another unit, as a term of an expression: 8600 / 10000."""
    own, wanted = YUAN[one.unit], YUAN[unit]
    if own == wanted:
        return f"{one.value}"
    return f"{one.value} * {own // wanted}" if own > wanted else f"{one.value} / {wanted // own}"
