"""NUM002 issue-duplicate：同一编号不应出现两次。

查什么：贯穿全文的编号看全文，每个部分重新从1编起的看各部分。
No issue number stands twice, in the notice or within a section that numbers on its own.

误：问题1：学习不深入。问题1：台账不全。
正：问题1：学习不深入。问题2：台账不全。

不判：问题没有印编号。
Silent where issues bear no numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Issue, Notice
from notice_cli.rules.evidence import quote_issue
from notice_cli.rules.numbers import Run, printed_runs
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words("问题编号 {number} 重复")
_NO_NUMBERS = Words("问题没有印编号")


def check(notice: Notice) -> Iterator[Outcome]:
    """Each run of printed numbers for repeats."""
    runs = printed_runs(notice)
    repeats = (one for run in runs for one in _repeats(notice, run))
    yield from verdict([*repeats, *(Held() for _ in runs)], Silent(_NO_NUMBERS))


def _repeats(notice: Notice, run: Run) -> Iterator[Failed]:
    seen: dict[int, Issue] = {}
    for value, issue in run:
        first = seen.setdefault(value, issue)
        if first is not issue:
            places = (quote_issue(notice, first), quote_issue(notice, issue))
            yield Failed(_SENTENCE, {"number": value}, places, issue=issue.number)


RULE = Rule("NUM002", "issue-duplicate", "error", check, reads_issues=True)
