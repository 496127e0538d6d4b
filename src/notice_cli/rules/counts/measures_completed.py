"""CNT005 measures-completed：完成的整改措施，不应多于制定的整改措施。

查什么：完成（落实）的措施条数小于或等于制定的条数。
Measures completed are not more than measures formulated.

误：制定整改措施61条，完成整改措施69条。
正：制定整改措施69条，完成整改措施61条。

不判：没有同时申报两个数；注明措施后来又有新增。
Silent where one of the two is not declared, and where the notice says that measures were added later.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.evidence import equation, quotes_of
from notice_cli.rules.figures import by_kind, declared_in_all, operand, sentence
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "整改措施：已完成 {completed} > 制定 {formulated}",
)
_NOT_BOTH = Words("没有同时申报制定和完成的措施数")
_ADDED = Words("注明措施后来有新增")
_LATER = lazy_pattern(r"(?:新增|增加|增补|补充制定|追加)(?:了|的)?[^。；;，,\n]{0,8}(?:措施|举措)")


def check(notice: Notice) -> Iterator[Outcome]:
    """The largest number completed against the largest number formulated."""
    kinds = by_kind(declared_in_all(notice, "measures", "measures_completed"))
    if len(kinds) < 2:
        yield Silent(_NOT_BOTH)
        return
    most = max(kinds["measures"], key=lambda one: one.high)
    done = max(kinds["measures_completed"], key=lambda one: one.low)
    sums = (equation([operand(notice, done)], "<=", operand(notice, most)),)
    if done.low <= most.high:
        yield Held(sums)
    elif _LATER.search(notice.text, *sentence(notice, done)):
        yield Silent(_ADDED)
    else:
        facts = {"completed": done.value, "formulated": most.value}
        yield Failed(_SENTENCE, facts, quotes_of(sums), sums)


RULE = Rule("CNT005", "measures-completed", "error", check)
