"""CNT001 issues-total：申报的问题总数，应与正文逐条列出的问题数一致。

查什么：通报开头申报“反馈问题N个”，正文逐条列出的问题也应是N个。
The issues declared are as many as the issues listed: a reader who counts must come to the same number.

误：反馈问题3个。问题1：学习不深入。问题2：台账不全。
正：反馈问题2个。问题1：学习不深入。问题2：台账不全。

不判：没有申报总数；没有读出逐条问题；注明只公开部分内容（摘编、涉密不公开）；页面只是多页之一。
总数印了几次而互不相同时，只要有一次与正文一致，就由 CNT012 去说。列出的不到申报的一半，或恰与申报的
方面数相同，只作提示：可能按大类列出，也可能没有读全。
Silent without a declared total or a list, and where the notice says that it prints a part only. A note where
half of the issues or more are missing, or the list has as many as there are aspects.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.completeness import find_part, find_shortfall
from notice_cli.rules.evidence import equation, listed_operand, quotes_of
from notice_cli.rules.figures import declared_in_all, distinct, may_be, operand
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent

_SENTENCE = Words(
    "问题总数：申报 {declared} 个，正文逐条列出 {listed} 个",
)
_DOUBTFUL = Words(
    "问题总数：申报 {declared} 个，正文读出 {listed} 个；可能按大类列出、只公开一部分，也可能没有读全",
)
_NO_TOTAL = Words("没有申报问题总数")


def check(notice: Notice) -> Iterator[Outcome]:
    """Each declared total against the number of issues listed."""
    figures, part = declared_in_all(notice, "issues"), find_part(notice)
    if not figures or part:
        yield part or Silent(_NO_TOTAL)
        return
    right = [one for one in figures if may_be(one, len(notice.issues))]
    listed = listed_operand(len(notice.issues), _labels(notice))
    sums = tuple(equation([operand(notice, one)], "=", listed) for one in right or distinct(figures))
    if right:
        yield Held(sums)
        return
    facts = {"declared": "、".join(str(one.value) for one in distinct(figures)), "listed": listed.value}
    if find_shortfall(notice):
        yield Failed(_DOUBTFUL, facts, quotes_of(sums), sums, level="note")
    else:
        yield Failed(_SENTENCE, facts, quotes_of(sums), sums)


def _labels(notice: Notice) -> str:
    """问题1…问题23: the first and the last issue as they are labelled."""
    first, last = notice.issues[0], notice.issues[-1]
    return f"{first.label or first.number}…{last.label or last.number}"


RULE = Rule("CNT001", "issues-total", "error", check, reads_issues=True)
