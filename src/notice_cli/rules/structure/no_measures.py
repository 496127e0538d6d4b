"""STR002 no-measures：每个问题都应写明整改措施。

查什么：问题下面没有任何措施。
Every issue has measures.

误：问题1：学习不深入。问题2：台账不全。整改情况：一是重建台账。
正：问题1：学习不深入。整改情况：一是制定计划。问题2：台账不全。整改情况：一是重建台账。

不判：没有一个问题读出措施。没有措施的超过一半时，可能是读漏了，只作一条提示。
Silent where no issue has any. One note where more than half have none: our reading may have missed them.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.lacking import judge_lacking
from notice_cli.rules.rule import Outcome, Rule

_SENTENCE = Words("问题{number}没有整改措施")
_DOUBTFUL = Words(
    "{lacking} 个问题没有读出整改措施，也可能是读漏了",
)
_NONE = Words("没有一个问题读出整改措施")


def check(notice: Notice) -> Iterator[Outcome]:
    """Issues without measures beside issues with some."""
    lacking = [issue for issue in notice.issues if not issue.measures]
    yield from judge_lacking(notice, lacking, _NONE, _SENTENCE, _DOUBTFUL)


RULE = Rule("STR002", "no-measures", "warning", check, reads_issues=True)
