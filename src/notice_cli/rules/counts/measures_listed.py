"""CNT006 measures-listed：正文列出的整改措施，应与申报的措施条数相符。

查什么：正文逐条列出的措施数，等于申报制定的条数，或等于申报完成的条数。
The measures listed in the body are as many as those declared: formulated, or completed.

误：制定整改措施3条。问题1：学习不深入。整改情况：一是制定计划。二是开展研讨。
正：制定整改措施2条。问题1：学习不深入。整改情况：一是制定计划。二是开展研讨。

不判：没有申报措施数；没有读出措施；注明只公开部分内容；列出的问题远少于申报。
正文的措施大多没有“一是”“（1）”之类编号时，几条算一条说不准，只作提示。
Silent without a declared number. A note only where most measures bear no enumerator: then how many they are
depends on our reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice, What
from notice_cli.rules.completeness import find_part, find_shortfall
from notice_cli.rules.evidence import equation, listed_operand, quotes_of
from notice_cli.rules.figures import Figure, by_kind, declared_in_all, distinct, may_be, operand
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.rules.vocabulary import NAMES

_SENTENCE = Words(
    "整改措施：申报{declared}，正文列出 {listed} 条，对不上",
)
_DOUBTFUL = Words(
    "整改措施：申报{declared}，正文读出 {listed} 条；正文的措施没有编号，几条算一条说不准",
)
_NO_COUNT = Words("没有申报整改措施条数")
_NO_MEASURES = Words("正文没有读出整改措施")


def check(notice: Notice) -> Iterator[Outcome]:
    """The measures listed against those formulated and those completed."""
    figures = declared_in_all(notice, "measures", "measures_completed")
    measures = [measure for issue in notice.issues for measure in issue.measures]
    part = find_part(notice) or find_shortfall(notice)
    if part or not figures or not measures:
        yield part or Silent(_NO_MEASURES if figures else _NO_COUNT)
        return
    bare = [measure.label for measure in measures].count(None)
    yield _compare(notice, figures, len(measures), enumerated=2 * bare <= len(measures))


def _compare(notice: Notice, figures: list[Figure], listed: int, *, enumerated: bool) -> Outcome:
    agreeing = [one for one in figures if may_be(one, listed)]
    each = [one for kind in by_kind(figures).values() for one in distinct(kind)]
    shown = listed_operand(listed, f"{listed}")
    sums = tuple(equation([shown], "=", operand(notice, one)) for one in agreeing or each)
    if agreeing:
        return Held(sums)
    facts = {"declared": _told(each), "listed": listed}
    if enumerated:
        return Failed(_SENTENCE, facts, quotes_of(sums), sums)
    return Failed(_DOUBTFUL, facts, quotes_of(sums), sums, level="note")


def _told(figures: list[Figure]) -> Words:
    """制定 61 条、完成 69 条."""
    chinese = "、".join(f"{_VERBS[one.what]} {one.value} 条" for one in figures)
    return Words(chinese, ", ".join(f"{one.value} {NAMES[one.what].en}" for one in figures))


_VERBS: dict[What, str] = {"measures": "制定", "measures_completed": "完成"}

RULE = Rule("CNT006", "measures-listed", "warning", check, reads_issues=True)
