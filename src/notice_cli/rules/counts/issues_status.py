"""CNT003 issues-status：申报的各类完成数，应与正文标明该结果的问题数一致。

查什么：申报“已完成22个、持续整改1个”，正文里结果写作已完成的应是22个，持续整改的应是1个。
Each declared number of issues by status is the number of issues listed with that status.

误：反馈问题2个，均已完成整改。问题1：学习不深入。整改结果：已完成。问题2：台账不全。整改结果：持续整改。
正：反馈问题2个，均已完成整改。问题1：学习不深入。整改结果：已完成。问题2：台账不全。整改结果：已完成。

不判：正文没有一个问题写明结果；没有申报各类完成数；注明只公开部分内容；列出的问题远少于申报。
有几个问题漏写结果时，漏写的按可能是任何一类算。
Silent where no issue prints a status. Issues without one may be of any class.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import NOTHING, Words
from notice_cli.model import Issue, Notice, Status
from notice_cli.rules.completeness import find_part, find_shortfall
from notice_cli.rules.evidence import equation, listed_operand, quote_issue, quotes_of
from notice_cli.rules.figures import STATUS_COUNTS, STATUS_OF, Figure, declared, operand
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.rules.vocabulary import NAMES, scope_words

_SENTENCE = Words(
    "{where}{name}的问题：申报 {declared} 个，正文写明的有 {listed} 个{which}",
)
_NO_STATUS = Words("正文没有写明每个问题的整改结果")
_NO_COUNT = Words("没有申报各类完成数")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every declared class, in the whole notice and in each section."""
    part = find_part(notice) or find_shortfall(notice)
    if part or all(issue.status is None for issue in notice.issues):
        yield part or Silent(_NO_STATUS)
        return
    listed = _issues_by_status(notice)
    told = (
        _compare(notice, figure, listed)
        for scope, figures in declared(notice, *STATUS_COUNTS).items()
        if scope in listed
        for figure in figures
    )
    yield from verdict(told, Silent(_NO_COUNT))


def _issues_by_status(notice: Notice) -> dict[str, dict[Status | None, list[Issue]]]:
    """The issues of every scope, by their status."""
    scopes: dict[str, dict[Status | None, list[Issue]]] = {}
    for issue in notice.issues:
        for scope in ("notice", f"section:{issue.section}"):
            scopes.setdefault(scope, {}).setdefault(issue.status, []).append(issue)
    return scopes


def _compare(
    notice: Notice, figure: Figure, listed: dict[str, dict[Status | None, list[Issue]]]
) -> Failed | Held:
    issues = listed[figure.scope]
    same = issues.get(STATUS_OF[figure.what], [])
    unsaid = len(issues.get(None, []))
    shown = listed_operand(len(same), "、".join(str(issue.number) for issue in same[:9]))
    told = (equation([operand(notice, figure)], "=", shown),)
    if figure.low <= len(same) + unsaid and len(same) <= figure.high:
        return Held(told if not unsaid else ())
    facts = {
        "where": scope_words(figure.scope),
        "name": NAMES[figure.what],
        "declared": figure.value,
        "listed": len(same),
        "which": _which(same),
    }
    places = tuple(quote_issue(notice, issue) for issue in same[:3])
    return Failed(_SENTENCE, facts, (*quotes_of(told), *places), told)


def _which(same: list[Issue]) -> Words:
    """（问题4、9）, where they are few."""
    if not same or len(same) > 9:
        return NOTHING
    numbers = "、".join(str(issue.number) for issue in same)
    return Words(f"（问题{numbers}）", f" ({numbers})")


RULE = Rule("CNT003", "issues-status", "error", check, reads_issues=True)
