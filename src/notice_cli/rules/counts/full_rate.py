"""CNT014 full-rate：申报完成率100%或全部完成的，正文不应有未完成的问题。

查什么：完成率写作100%，而某个问题的结果是“未完成”“正在整改”。持续整改、长期坚持可以算作完成，不报。
Where a rate of 100 % is declared, no issue is listed as not completed or in progress; ongoing may count
as done.

误：反馈问题2个，问题整改完成率100%。
    问题1：学习不深入。
    整改结果：已完成。
    问题2：台账不全。
    整改结果：未完成。
正：反馈问题2个，问题整改完成率100%。
    问题1：学习不深入。
    整改结果：已完成。
    问题2：台账不全。
    整改结果：已完成。

不判：没有申报100%的完成率；正文没有写明每个问题的结果。
Silent where no rate of 100 % is declared, and where no issue prints its result.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Issue, Notice
from notice_cli.rules.evidence import quote, quote_field
from notice_cli.rules.figures import Figure, declared, section_number
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent

_SENTENCE = Words(
    "申报完成率 100%，问题{number}的结果却是“{status}”",
)
_NONE = Words("没有申报100%的完成率")
_NO_STATUS = Words("正文没有写明每个问题的整改结果")
_OPEN = ("in_progress", "not_completed")
_OTHERS = ("措施", "金额", "资金", "阶段", "序时", "年度", "到期", "应")
"""A rate of these is not one of all issues."""


def check(notice: Notice) -> Iterator[Outcome]:
    """Every full rate against the issues of its scope."""
    full = [one for each in declared(notice, "completion_rate").values() for one in each if _is_full(one)]
    if not full or all(issue.status is None for issue in notice.issues):
        yield Silent(_NO_STATUS if full else _NONE)
        return
    pairs = [(rate, issue) for rate in full for issue in notice.issues if _contradicts(rate, issue)]
    yield from (_fail(notice, rate, issue) for rate, issue in pairs)
    if not pairs:
        yield Held()


def _is_full(rate: Figure) -> bool:
    return rate.low == 100 and not any(word in rate.text for word in _OTHERS)


def _contradicts(rate: Figure, issue: Issue) -> bool:
    section = section_number(rate.scope)
    return issue.status in _OPEN and (rate.scope == "notice" or section == issue.section)


def _fail(notice: Notice, rate: Figure, issue: Issue) -> Failed:
    status = issue.status_text or str(issue.status)
    places = (quote(notice, rate.start, rate.end), quote_field(notice, status, issue.evidence.get("status")))
    return Failed(_SENTENCE, {"number": issue.number, "status": status}, places, issue=issue.number)


RULE = Rule("CNT014", "full-rate", "warning", check, reads_issues=True)
