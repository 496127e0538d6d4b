"""STR001 no-status：只要有一个问题写明整改结果，每个问题都应写明。

查什么：正文里有的问题写了“整改结果：已完成”，有的没写。
Every issue states its result, once any does.

误：问题1：学习不深入。整改结果：已完成。问题2：台账不全。整改情况：一是重建台账。
正：问题1：学习不深入。整改结果：已完成。问题2：台账不全。整改结果：已完成。

不判：没有一个问题写明结果。写明的不到一半时，可能是读漏了，只作一条提示。
Silent where no issue states one. One note where fewer than half do: our reading may have missed them.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.lacking import judge_lacking
from notice_cli.rules.rule import Outcome, Rule

_SENTENCE = Words("问题{number}没有写明整改结果")
_DOUBTFUL = Words(
    "{lacking} 个问题没有读出整改结果，也可能是读漏了",
)
_NONE = Words("没有一个问题写明整改结果")


def check(notice: Notice) -> Iterator[Outcome]:
    """Issues without a status beside issues with one."""
    lacking = [issue for issue in notice.issues if issue.status is None]
    yield from judge_lacking(notice, lacking, _NONE, _SENTENCE, _DOUBTFUL)


RULE = Rule("STR001", "no-status", "error", check, reads_issues=True)
