"""CNT010 persons-parts：按处理种类分列的人数，应与申报的追责问责总人数相符。

查什么：“追责问责7人，其中诫勉谈话2人、批评教育5人”：任何一类不多于总人数；各类相加与总人数不等的，作提示，
因为一人可能受多种处理，也可能没有列全。人次不与人比。
Persons by kind of sanction agree with the declared whole. None is larger than it; a sum that differs is a
note only, as a person may be under several sanctions. 人次 is never compared with 人.

误：严肃追责问责4人，其中谈话提醒7人。
正：严肃追责问责7人，其中谈话提醒4人。

不判：没有在同一句里申报总人数和各类人数。
Silent where a whole and its kinds are not declared in one sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice, Severity, What
from notice_cli.rules.evidence import equation, quotes_of
from notice_cli.rules.figures import Figure, operand
from notice_cli.rules.parts import Division, divisions
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_MORE = Words("追责问责 {total} 人，其中一类却有 {left} 人")
_SUM = Words(
    "追责问责 {total} 人，各类之和 {sum} = {left}；如一人受多种处理或没有列全，可不改",
)
_NONE = Words("没有在同一句里申报总人数和各类人数")
_KINDS: tuple[What, ...] = (
    "persons_disciplined",
    "persons_organizational",
    "persons_talked",
    "persons_transferred",
)


def check(notice: Notice) -> Iterator[Outcome]:
    """Every number of persons accountable with the kinds behind it."""
    told = (
        one
        for division in divisions(notice, "persons_accountable", _KINDS)
        if _is_heads(notice, division.whole)
        for one in _judge(notice, division)
    )
    yield from verdict(told, Silent(_NONE))


def _is_heads(notice: Notice, figure: Figure) -> bool:
    """Persons, not 人次."""
    return notice.counts[figure.index].unit != "人次"


def _judge(notice: Notice, division: Division) -> list[Failed | Held]:
    parts = [one for one in division.parts if _is_heads(notice, one)]
    if not division.told or not parts:
        return []
    whole = operand(notice, division.whole)
    larger = [one for one in parts if one.low > division.whole.high]
    if larger:
        return [_fail(_MORE, equation([operand(notice, one)], "<=", whole), None) for one in larger]
    return _judge_sum(division, parts, equation([operand(notice, one) for one in parts], "=", whole))


def _judge_sum(division: Division, parts: list[Figure], told: Arithmetic) -> list[Failed | Held]:
    low, high = sum(one.low for one in parts), sum(one.high for one in parts)
    if low <= division.whole.high and division.whole.low <= high:
        return [Held((told,))]
    short = high < division.whole.low
    if short and (division.open_ended or len(parts) < 2):
        return [Held()]
    return [_fail(_SUM, told, "note")]


def _fail(words: Words, told: Arithmetic, level: Severity | None) -> Failed:
    facts = {"sum": told.expression, "left": told.left, "total": told.right}
    return Failed(words, facts, quotes_of((told,)), (told,), level=level)


RULE = Rule("CNT010", "persons-parts", "warning", check)
