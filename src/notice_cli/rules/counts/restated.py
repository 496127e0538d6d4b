"""CNT012 restated：同一个数印了几次，应当是同一个数。

查什么：问题总数、各类完成数、措施数、制度数、完成率，在同一范围内印了几次，每次都应相同。
One figure stated twice is the same figure: issues, issues by status, measures, regulations and rates
of one scope.

误：反馈问题23个。对照反馈的24个问题，逐一整改。
正：反馈问题23个。对照反馈的23个问题，逐一整改。

不判：每个数只印了一次；同一句里分列的两类（“应于年底完成的28项”“长期坚持的2项”）。会议、人数、金额从不比较；一个数恰是其余几个之和的（分批反馈）不算不同；
“问题”之下再细分的“具体问题”较多的，是两级。
Silent where nothing is stated twice. Meetings, persons and amounts are never compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice, What
from notice_cli.rules.evidence import equation, quotes_of
from notice_cli.rules.figures import STATUS_COUNTS, Figure, agree, declared, operand, sentence
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.rules.vocabulary import NAMES, scope_words

_SENTENCE = Words(
    "{where}{name}前后不一致：{first}，又作 {second}",
)
_ONCE = Words("没有印过两次的数字")
_KINDS: tuple[What, ...] = (
    "issues",
    *STATUS_COUNTS,
    "measures",
    "measures_completed",
    "regulations",
    "completion_rate",
)
_POPULATIONS = ("措施", "金额", "资金", "任务", "问题")
"""A rate is one of these; rates of two of them are two rates."""
_FINER = "具体"


def check(notice: Notice) -> Iterator[Outcome]:
    """Every kind of figure in every scope, each later one against the first."""
    groups = [
        group
        for figures in declared(notice, *_KINDS).values()
        for group in _populations(figures)
        if len(group) > 1
    ]
    yield from verdict((one for group in groups for one in _judge(notice, group)), Silent(_ONCE))


def _populations(figures: list[Figure]) -> list[list[Figure]]:
    """Figures of one scope apart by kind, rates also by what they are rates of."""
    groups: dict[tuple[What, str], list[Figure]] = {}
    for figure in figures:
        of = next((word for word in _POPULATIONS if word in figure.text), "")
        key = of if figure.what == "completion_rate" else ""
        groups.setdefault((figure.what, key), []).append(figure)
    return list(groups.values())


def _judge(notice: Notice, group: list[Figure]) -> Iterator[Failed | Held]:
    first, is_sum = group[0], _is_sum(group)
    for other in group[1:]:
        if (
            first.what in STATUS_COUNTS
            and other.start < sentence(notice, first)[1]
            and not agree(first, other)
        ):
            continue
        told = (equation([operand(notice, first)], "=", operand(notice, other)),)
        if agree(first, other):
            yield Held(told)
        elif not is_sum and not _is_finer(first, other):
            facts = {
                "where": scope_words(first.scope),
                "name": NAMES[first.what],
                "first": first.value,
                "second": other.value,
            }
            yield Failed(_SENTENCE, facts, quotes_of(told), told)


def _is_sum(group: list[Figure]) -> bool:
    """Whether one figure is the sum of the others: batches and their total."""
    values = sorted(one.value for one in group)
    return len(values) > 2 and abs(sum(values[:-1]) - values[-1]) < 1e-6


def _is_finer(first: Figure, other: Figure) -> bool:
    """Whether the larger one counts 具体问题 and the smaller one does not: two levels."""
    small, large = sorted((first, other), key=lambda one: one.value)
    return _FINER in large.text and _FINER not in small.text


RULE = Rule("CNT012", "restated", "error", check)
