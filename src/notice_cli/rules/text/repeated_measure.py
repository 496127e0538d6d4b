"""TXT002 repeated-measure：两个问题之下不宜有几乎一字不差的措施。

查什么：不同问题的两条措施，字词几乎全同。作提示：可能一项工作管两个问题，也可能是抄来凑数。
No measure stands, nearly word for word, under two issues. A note only: one piece of work may serve two.

误：问题1：学习不深入。
    整改情况：一是修订学习制度，逐月开展检查并在全局范围内通报结果。
    问题2：台账不全。
    整改情况：一是修订学习制度，逐月开展检查并在全局范围内通报结果。
正：问题1：学习不深入。
    整改情况：一是修订学习制度，逐月开展检查并在全局范围内通报结果。
    问题2：台账不全。
    整改情况：一是重新建立物资台账，由专人逐笔登记核对并按季度盘点。

不判：没有读出措施。
Silent where no measures were read.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Issue, Measure, Notice, Quote
from notice_cli.rules.evidence import quote
from notice_cli.rules.repeats import find_repeated
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent

_SENTENCE = Words(
    "问题{issue}的措施与问题{other}的几乎一字不差；如一项工作对应两个问题，可不改",
)
_NONE = Words("没有读出措施")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every measure with an earlier one under another issue."""
    measures = [(issue, measure) for issue in notice.issues for measure in issue.measures]
    if not measures:
        yield Silent(_NONE)
        return
    pairs = find_repeated([measure.text for _, measure in measures])
    told = [
        _fail(notice, measures[one], measures[other])
        for one, other in pairs
        if measures[one][0] is not measures[other][0]
    ]
    yield from told
    if not told:
        yield Held()


def _fail(notice: Notice, first: tuple[Issue, Measure], second: tuple[Issue, Measure]) -> Failed:
    facts = {"issue": second[0].number, "other": first[0].number}
    places = (_place(notice, first[1]), _place(notice, second[1]))
    return Failed(_SENTENCE, facts, places, issue=second[0].number)


def _place(notice: Notice, measure: Measure) -> Quote:
    return quote(notice, measure.span.start, min(measure.span.end, measure.span.start + 60))


RULE = Rule("TXT002", "repeated-measure", "note", check, reads_issues=True)
