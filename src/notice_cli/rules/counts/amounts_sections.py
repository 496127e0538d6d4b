"""CNT019 amounts-sections：各部分申报的金额，加起来应等于全文申报的金额。

查什么：每个部分都写了“涉及金额”（或“已整改金额”）的，换算成同一单位相加，应等于开头申报的那个数。
Where every section declares its amount at fault (or put right), they add up to the amount of the whole.

误：审计指出问题2个，涉及金额1.5亿元。
    （一）学习方面
    该方面共1个问题，涉及金额5,000万元。
    问题1：学习不深入。
    整改情况：一是制定计划。
    （二）管理方面
    该方面共1个问题，涉及金额9,000万元。
    问题2：台账不全。
    整改情况：一是重建台账。
正：审计指出问题2个，涉及金额1.5亿元。
    （一）学习方面
    该方面共1个问题，涉及金额5,000万元。
    问题1：学习不深入。
    整改情况：一是制定计划。
    （二）管理方面
    该方面共1个问题，涉及金额10,000万元。
    问题2：台账不全。
    整改情况：一是重建台账。

不判：不是每个部分都申报了一次金额，或开头没有申报；注明只公开部分内容。
Silent where not every section declares one amount, or the notice none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.completeness import find_part
from notice_cli.rules.evidence import quotes_of
from notice_cli.rules.figures import section_number
from notice_cli.rules.money import YUAN, Money, fit, money_equation, read_money, role_of
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words(
    "各部分金额之和 {sum} = {left} {unit} ≠ 全文申报 {total} {unit}",
)
_ROUNDED = Words(
    "各部分金额之和 {sum} = {left} {unit}，全文申报 {total} {unit}；如系四舍五入所致，可不改",
)
_NONE = Words("不是每个部分都申报了金额")

_Key = tuple[str, str]


def check(notice: Notice) -> Iterator[Outcome]:
    """Each kind of amount, section by section, against the whole."""
    part = find_part(notice)
    if part:
        yield part
        return
    sections = {issue.section for issue in notice.issues}
    told = (
        _judge(notice, scopes)
        for scopes in _amounts(notice).values()
        if {section_number(scope) for scope in scopes if scope != "notice"} == sections
        and len(scopes) > 2
        and all(len(each) == 1 for each in scopes.values())
    )
    yield from verdict(told, Silent(_NONE))


def _amounts(notice: Notice) -> dict[_Key, dict[str, list[Money]]]:
    """The declared amounts by their kind and scope."""
    kinds: dict[_Key, dict[str, list[Money]]] = {}
    for count in notice.counts:
        if count.unit in YUAN:
            for one in read_money(notice.text, count.span.start, count.span.end):
                kind = role_of(one.label)
                if kind:
                    kinds.setdefault(kind, {}).setdefault(count.scope, []).append(one)
    return kinds


def _judge(notice: Notice, scopes: Mapping[str, list[Money]]) -> Failed | Held:
    whole = scopes["notice"][0]
    parts = [each[0] for scope, each in scopes.items() if scope != "notice"]
    told = (money_equation(notice, parts, "=", whole),)
    fits = fit(parts, whole)
    if fits == "meets":
        return Held(told)
    facts = {"sum": told[0].expression, "left": told[0].left, "total": told[0].right, "unit": whole.unit}
    words, level = (_SENTENCE, None) if fits == "differs" else (_ROUNDED, "note")
    return Failed(words, facts, quotes_of(told), told, level="note" if level else None)


RULE = Rule("CNT019", "amounts-sections", "warning", check, reads_issues=True)
