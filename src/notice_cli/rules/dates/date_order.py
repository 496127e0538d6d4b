"""DAT003 date-order：巡察开始、结束、反馈、公布的日期应有先后。

查什么：巡察（审计）开始 ≤ 结束 ≤ 反馈 ≤ 公布。只写到月份的按月份比。
The inspection starts, ends, is fed back and is published in this order; a month alone is compared as a month.

误：2023年9月15日至6月14日，市委第三巡察组开展了巡察。
正：2023年6月14日至9月15日，市委第三巡察组开展了巡察。

不判：可比的日期不足两个。由缺字推定的日期只作警告。
Silent where fewer than two of the dates are known. A date that was repaired makes it a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from notice_cli.language import Words, words_in
from notice_cli.model import Arithmetic, Evidence, Notice
from notice_cli.rules.dating import is_after, parse_iso
from notice_cli.rules.evidence import field_operand, quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words("{first}（{one}）晚于{second}（{other}）")
_TOO_FEW = Words("可比的日期不足两个")
_INSPECTION = {
    "started_on": Words("巡察开始日期"),
    "ended_on": Words("巡察结束日期"),
    "feedback_on": words_in("date_order", "反馈日期"),
}
_METADATA = {
    "published_on": words_in("date_order", "发布日期"),
    "issued_on": words_in("date_order", "成文日期"),
}
_SIGNED = words_in("date_order", "落款日期")


class _Step(NamedTuple):
    name: Words
    value: str
    evidence: Evidence | None


def check(notice: Notice) -> Iterator[Outcome]:
    """Each date of the course of events against the next one known."""
    told = (_compare(notice, one, other) for one, other in pairwise(_steps(notice)))
    yield from verdict(told, Silent(_TOO_FEW))


def _steps(notice: Notice) -> list[_Step]:
    """The dates that are known, in the order in which they should come."""
    seen, page, signed = notice.inspection, notice.metadata, notice.signature
    steps = [_Step(name, getattr(seen, key), seen.evidence.get(key)) for key, name in _INSPECTION.items()]
    last = [_Step(name, getattr(page, key), page.evidence.get(key)) for key, name in _METADATA.items()]
    last.append(_Step(_SIGNED, signed.signed_on or "", signed.evidence.get("signed_on")))
    known = [step for step in last if parse_iso(step.value)][:1]
    return [*(step for step in steps if parse_iso(step.value)), *known]


def _compare(notice: Notice, one: _Step, other: _Step) -> Failed | Held:
    operands = tuple([field_operand(notice, step.value, step.evidence) for step in (one, other)])
    told = Arithmetic(
        expression=one.value, left=one.value, operator="<=", right=other.value, operands=operands
    )
    return _fail(notice, one, other, told) if is_after(one.value, other.value) else Held((told,))


def _fail(notice: Notice, one: _Step, other: _Step, told: Arithmetic) -> Failed:
    facts = {"first": one.name, "one": one.value, "second": other.name, "other": other.value}
    places = tuple(quote_field(notice, step.value, step.evidence) for step in (one, other))
    repaired = any(step.evidence is not None and step.evidence.repaired for step in (one, other))
    return Failed(_SENTENCE, facts, places, (told,), level="warning" if repaired else None)


RULE = Rule("DAT003", "date-order", "error", check)
