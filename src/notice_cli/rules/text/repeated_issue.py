"""TXT003 repeated-issue：同一个问题不宜列两次。

查什么：两个问题的表述几乎一字不差。作提示：可能漏改了复制来的文字。
No issue is reported twice in the same words. A note only.

误：问题1：党组理论学习中心组学习不够深入。
    整改情况：一是制定计划。
    问题2：党组理论学习中心组学习不够深入。
    整改情况：一是重建台账。
正：问题1：党组理论学习中心组学习不够深入。
    整改情况：一是制定计划。
    问题2：国有资产管理台账登记不够完整。
    整改情况：一是重建台账。

不判：没有读出逐条问题。
Silent where no list of issues was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Issue, Notice
from notice_cli.rules.evidence import quote_issue
from notice_cli.rules.repeats import find_repeated
from notice_cli.rules.rule import Failed, Held, Outcome, Rule

_SENTENCE = Words("问题{issue}与问题{other}的表述几乎一字不差")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every issue with an earlier one in its words."""
    issues = notice.issues
    told = [
        _fail(notice, issues[one], issues[other])
        for one, other in find_repeated([one.text for one in issues])
    ]
    yield from told
    if not told:
        yield Held()


def _fail(notice: Notice, first: Issue, second: Issue) -> Failed:
    facts = {"issue": second.number, "other": first.number}
    return Failed(
        _SENTENCE, facts, (quote_issue(notice, first), quote_issue(notice, second)), issue=second.number
    )


RULE = Rule("TXT003", "repeated-issue", "note", check, reads_issues=True)
