"""CNT004 issue-refs：数字后点名的问题应当存在，并且正是那种结果。

查什么：“持续整改1个（4号问题）”，正文里应有问题4，结果应是持续整改。
An issue that a figure names itself exists, and has the status that the figure speaks of.

误：已完成1个，持续整改1个（2号问题）。问题1：学习不深入。整改结果：持续整改。问题2：台账不全。整改结果：已完成。
正：已完成1个，持续整改1个（1号问题）。问题1：学习不深入。整改结果：持续整改。问题2：台账不全。整改结果：已完成。

不判：数字没有点名问题；正文没有一个问题写明结果。被点名的问题漏写结果时只看它是否存在；
只公开部分内容的，没有列出的不看。
Silent where no figure names an issue, and where no issue prints a status.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Issue, Notice, Operand
from notice_cli.rules.completeness import find_part, find_shortfall
from notice_cli.rules.evidence import quote_field, quote_issue, quotes_of
from notice_cli.rules.figures import STATUS_COUNTS, STATUS_OF, Figure, declared_in_all, operand
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.rules.vocabulary import NAMES

_OTHER_STATUS = Words(
    "申报{name}的有{number}号问题，正文中问题{number}的结果是“{status}”",
)
_MISSING = Words(
    "申报{name}的有{number}号问题，正文中没有问题{number}",
)
_NO_STATUS = Words("正文没有写明每个问题的整改结果")
_NO_REFS = Words("数字没有点名问题编号")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every issue named beside a figure by status."""
    if all(issue.status is None for issue in notice.issues):
        yield Silent(_NO_STATUS)
        return
    part = find_part(notice) or find_shortfall(notice)
    issues = {issue.number: issue for issue in notice.issues}
    told = (
        _judge(notice, figure, number, issues.get(number))
        for figure in declared_in_all(notice, *STATUS_COUNTS)
        for number in notice.counts[figure.index].refs
        if part is None or number in issues
    )
    yield from verdict(told, part or Silent(_NO_REFS))


def _judge(notice: Notice, figure: Figure, number: int, issue: Issue | None) -> Failed | Held:
    told = (_equation(notice, figure, number, issue),)
    facts: dict[str, object] = {"name": NAMES[figure.what], "number": number}
    if issue is None:
        return Failed(_MISSING, facts, quotes_of(told), told)
    if issue.status is None or issue.status == STATUS_OF[figure.what]:
        return Held(told if issue.status else ())
    facts["status"] = issue.status_text or NAMES[issue.status]
    status = quote_field(notice, issue.status_text or issue.status, issue.evidence.get("status"))
    return Failed(_OTHER_STATUS, facts, (*quotes_of(told), status), told, number)


def _equation(notice: Notice, figure: Figure, number: int, issue: Issue | None) -> Arithmetic:
    """issue 4: the status that the body prints against the one that the figure speaks of."""
    shown = () if issue is None else (_issue_operand(notice, issue),)
    return Arithmetic(
        expression=f"issue {number}",
        left=(issue.status or "unstated") if issue else "absent",
        operator="=",
        right=STATUS_OF[figure.what],
        operands=(operand(notice, figure), *shown),
    )


def _issue_operand(notice: Notice, issue: Issue) -> Operand:
    place = quote_issue(notice, issue)
    return Operand(value=issue.number, text=place.text, span=place.span, source_line=place.source_line)


RULE = Rule("CNT004", "issue-refs", "error", check, reads_issues=True)
