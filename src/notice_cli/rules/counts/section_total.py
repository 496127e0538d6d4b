"""CNT008 section-total：各部分申报的问题数，应与该部分列出的一致，加起来等于总数。

查什么：“该方面共6个问题”，这一部分就应列出6个；每个部分都申报了的，相加应等于全文申报的总数。
A section's declared issues are the issues listed under it, and the sections add up to the whole.

误：反馈问题3个。
    （一）学习方面
    本方面指出问题2个。
    问题1：学习不深入。
    整改情况：一是制定计划。
    （二）管理方面
    本方面指出问题1个。
    问题2：台账不全。
    整改情况：一是重建台账。
    问题3：制度不全。
    整改情况：一是完善制度。
正：反馈问题3个。
    （一）学习方面
    本方面指出问题1个。
    问题1：学习不深入。
    整改情况：一是制定计划。
    （二）管理方面
    本方面指出问题2个。
    问题2：台账不全。
    整改情况：一是重建台账。
    问题3：制度不全。
    整改情况：一是完善制度。

不判：各部分没有申报问题数；注明只公开部分内容。
Silent where no section declares its issues, and where the notice prints a part only.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice
from notice_cli.rules.completeness import find_part
from notice_cli.rules.evidence import equation, listed_operand, quotes_of
from notice_cli.rules.figures import Figure, declared, distinct, may_be, operand, section_number
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_LISTED = Words(
    "第{section}部分的问题：申报 {declared} 个，列出 {listed} 个",
)
_WHOLE = Words(
    "各部分问题数之和 {sum} = {left} ≠ 问题总数 {total}",
)
_NONE = Words("各部分没有申报问题数")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every section against its list, then all of them against the whole."""
    scopes, part = declared(notice, "issues"), find_part(notice)
    sections = {
        number: each for scope, each in scopes.items() if (number := section_number(scope)) is not None
    }
    if part or not sections:
        yield part or Silent(_NONE)
        return
    listed = Counter(issue.section for issue in notice.issues)
    own = [_against_list(notice, number, figures, listed[number]) for number, figures in sections.items()]
    yield from verdict(
        [*own, *_against_whole(notice, sections, scopes.get("notice", []), listed)], Silent(_NONE)
    )


def _against_list(notice: Notice, number: int, figures: list[Figure], listed: int) -> Failed | Held:
    right = [one for one in figures if may_be(one, listed)]
    shown = listed_operand(listed, f"{listed}")
    sums = tuple(equation([operand(notice, one)], "=", shown) for one in right or distinct(figures)[:1])
    if right:
        return Held(sums)
    facts = {"section": number, "declared": figures[0].value, "listed": listed}
    return Failed(_LISTED, facts, quotes_of(sums), sums)


def _against_whole(
    notice: Notice, sections: dict[int, list[Figure]], totals: list[Figure], listed: Counter[int | None]
) -> Iterator[Failed | Held]:
    """The sum of the sections, where each section that holds issues declares its own, once."""
    parts = [each[0] for each in sections.values()]
    if not totals or set(listed) - set(sections) or len(parts) < 2:
        return
    if any(len(distinct(each)) > 1 for each in sections.values()):
        return
    low, high = sum(one.low for one in parts), sum(one.high for one in parts)
    total = next((one for one in totals if low <= one.high and one.low <= high), None)
    told = equation([operand(notice, one) for one in parts], "=", operand(notice, total or totals[0]))
    yield Held((told,)) if total else _fail_whole(told)


def _fail_whole(told: Arithmetic) -> Failed:
    facts = {"sum": told.expression, "left": told.left, "total": told.right}
    return Failed(_WHOLE, facts, quotes_of((told,)), (told,))


RULE = Rule("CNT008", "section-total", "error", check, reads_issues=True)
