"""CNT021 listed-parts：数字后面用“其中”“分别为”分列的，应与总数相符。

查什么：“召开会议14次，其中党组会6次、专题会5次、推进会3次”，“分别为9个、5个、9个”，按方面、会议种类、干部级别
分列的数，任何一项不多于总数，相加应等于总数。整改结果、处理种类、制度的分列，归 CNT002、CNT010、CNT011。
Figures that divide a declared one by aspect, kind of meeting or rank agree with it: none is larger, and they
add up where they claim to be all.

误：召开会议14次，其中党组会6次、专题会5次、推进会4次。
正：召开会议14次，其中党组会6次、专题会5次、推进会3次。

不判：没有分列；只列了一两项而少于总数；以“等”结尾，或另有其余；近似数。
Silent where nothing is divided; where one or two parts are named, the list is open or a figure is vague, only
more than the whole is a fault.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from notice_cli.language import Words
from notice_cli.model import Notice, Operand, What
from notice_cli.rules.evidence import equation, placed_operand, quotes_of
from notice_cli.rules.figures import Figure, declared, operand, sentence
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.amounts import Amount, find_amounts, find_plain_amounts, half_width
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "分列之和 {sum} = {left} ≠ 总数 {total}（“{words}”）",
)
_MORE = Words(
    "其中一项 {left} > 总数 {total}（“{words}”）",
)
_NONE = Words("没有在同一句里既申报总数又分列")
_WHOLES: tuple[What, ...] = (
    *("issues", "measures", "meetings", "clues", "units_accountable"),
    *("persons_accountable", "persons_disciplined", "persons_organizational", "persons_talked"),
)
_OTHERS: tuple[What, ...] = (*_WHOLES[5:], "persons_transferred")
_OPENS = lazy_pattern(r"[^,;:(]{0,8}[,;:(]?(?:(?P<all>[^,;:(]{0,20}分别[为是])|其中|包括)[,:]?")
_LABELS = {
    "issues": lazy_pattern("(?:方面|领域)的?(?:问题)?$"),
    "meetings": lazy_pattern("(?:会|会议|研究|调度|部署)(?:专题|集体)?(?:研究|讨论)?$"),
    "persons": lazy_pattern("(?:[厅处科股局]级|市管|县管|区管|镇管|村|一般|普通|其他)[^,;、]{0,6}$"),
}
_CLOSED = lazy_pattern("其他|一般|普通")
_OPEN_END = lazy_pattern("等|另|此外|其余|还|剩余|余下")
_SEVERAL = 3
"""So many parts claim to be all."""


class _Parts(NamedTuple):
    """What divides a figure: where the parts stand, what is said before each."""

    amounts: tuple[Amount, ...]
    labels: tuple[str, ...]
    all: bool
    text: str
    start: int


def check(notice: Notice) -> Iterator[Outcome]:
    """Every declared figure that 其中 or 分别为 follows in its sentence."""
    told = (
        one
        for figures in declared(notice, *_WHOLES).values()
        for whole in figures
        if whole.low == whole.high and not notice.counts[whole.index].derived
        for parts in _parts(notice, whole)
        for one in _judge(notice, whole, parts)
    )
    yield from verdict(told, Silent(_NONE))


def _parts(notice: Notice, whole: Figure) -> Iterator[_Parts]:
    """The figures of the same unit behind 其中, up to a semicolon."""
    at = whole.start + max((one.end for one in _own(whole)), default=len(whole.text))
    text = half_width(notice.text[at : sentence(notice, whole)[1]]).partition(";")[0]
    opened = _OPENS.match(text)
    if opened is None:
        return
    found = [one for one in find_plain_amounts(text) if one.unit == notice.counts[whole.index].unit]
    ends = [opened.end(), *(one.end for one in found)]
    labels = tuple(text[end : one.start].strip(",、和及") for end, one in zip(ends, found, strict=False))
    if found:
        yield _Parts(tuple(found), labels, bool(opened["all"]), text, at)


def _own(whole: Figure) -> list[Amount]:
    return [one for one in find_amounts(whole.text) if one.value == whole.value]


def _judge(notice: Notice, whole: Figure, parts: _Parts) -> Iterator[Failed | Held]:
    named = _divides(whole, parts)
    if not named or any(one.approximate for one in parts.amounts):
        return
    operands = [_operand(notice, parts, one) for one in parts.amounts]
    larger = [one for one in operands if float(one.value) > whole.value]
    if larger:
        yield from (_fail(notice, whole, [one], _MORE) for one in larger)
        return
    total = sum(one.value for one in parts.amounts)
    if total == whole.value:
        yield Held((equation(operands, "=", operand(notice, whole)),))
    elif total > whole.value or _claims_all(parts):
        yield _fail(notice, whole, operands, _SENTENCE)


def _divides(whole: Figure, parts: _Parts) -> bool:
    """Whether the parts are bare behind 分别为, or each is labelled as a part of such a whole."""
    if parts.all:
        return len(parts.amounts) > 1 and not any(parts.labels)
    pattern = _LABELS.get("persons" if whole.what in _OTHERS else whole.what)
    return pattern is not None and all(pattern.search(label) for label in parts.labels)


def _claims_all(parts: _Parts) -> bool:
    if _OPEN_END.search(parts.text[parts.amounts[0].start :]):
        return False
    return (
        parts.all
        or any(_CLOSED.search(one) for one in parts.labels)
        or (len(parts.amounts) >= _SEVERAL and not any("级" in one for one in parts.labels))
    )


def _operand(notice: Notice, parts: _Parts, one: Amount) -> Operand:
    return placed_operand(notice, one.value, parts.start + one.start, parts.start + one.end)


def _fail(notice: Notice, whole: Figure, operands: list[Operand], words: Words) -> Failed:
    told = (equation(operands, "<=" if words is _MORE else "=", operand(notice, whole)),)
    facts = {"sum": told[0].expression, "left": told[0].left, "total": whole.value, "words": whole.text}
    return Failed(words, facts, quotes_of(told), told)


RULE = Rule("CNT021", "listed-parts", "warning", check)
