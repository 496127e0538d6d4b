"""NUM003 measure-order：一个问题之下，“一是、二是、三是”应依次排列，不缺不重。

查什么：每个问题的措施编号（一是、（1）、①……）从1起逐个加1；重新从1起算作另一组。
Within an issue 一是, 二是, 三是 … run in order, none missing, none twice; a return to 1 starts another list.

误：问题1：学习不深入。整改情况：一是制定计划。三是开展研讨。
正：问题1：学习不深入。整改情况：一是制定计划。二是开展研讨。

不判：措施没有编号。
Silent where no measure bears an enumerator.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from notice_cli.language import Words
from notice_cli.model import Issue, Measure, Notice, Quote
from notice_cli.rules.evidence import quote
from notice_cli.rules.numbers import parse_label, written
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.pattern import lazy_pattern

_MISSING = Words(
    "问题{issue}的措施编号缺 {missing}：“{label}”前面没有它",
)
_TWICE = Words("问题{issue}的措施编号“{label}”重复")
_BACK = Words(
    "问题{issue}的措施编号“{label}”排在后面的编号之后",
)
_NO_LABELS = Words("措施没有编号")
_DIGITS = lazy_pattern(r"[0-9０-９一二三四五六七八九十百\u2460-\u249b\u3220-\u3229\u2776-\u277f]+")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every issue with two or more enumerated measures."""
    lists = [(issue, _enumerated(issue)) for issue in notice.issues]
    faults = (one for issue, measures in lists for one in _faults(notice, issue, measures))
    yield from verdict([*faults, *(Held() for _, measures in lists if measures)], Silent(_NO_LABELS))


def _enumerated(issue: Issue) -> list[tuple[int, Measure]]:
    """The measures with a number, of the style that the first of them has."""
    numbered = [(value, one) for one in issue.measures if (value := parse_label(one.label)) is not None]
    if not numbered:
        return []
    style = _style(numbered[0][1].label or "")
    return [(value, one) for value, one in numbered if _style(one.label or "") == style]


@lru_cache(maxsize=512)
def _style(label: str) -> tuple[str, str]:
    """What is left of an enumerator without its number, and the kind of its digits."""
    match = _DIGITS.search(label)
    letter = match[0][0] if match else ""
    kind = "arabic" if letter.isdecimal() else "chinese" if "一" <= letter <= "龥" else "sign"
    return kind, "是" if label.endswith("是") else ""


def _faults(notice: Notice, issue: Issue, measures: list[tuple[int, Measure]]) -> Iterator[Failed]:
    before = 0
    for value, measure in measures:
        words = _fault(before, value) if value != before + 1 else None
        if words is _MISSING and _stands_unread(notice, issue, measure, before + 1):
            words = None
        if words is not None:
            missing = str(before + 1) if value == before + 2 else f"{before + 1}–{value - 1}"
            facts = {"issue": issue.number, "label": measure.label, "missing": missing}
            yield Failed(words, facts, (_place(notice, measure),), issue=issue.number)
        before = value


def _fault(before: int, value: int) -> Words | None:
    if value == 1 and before > 1:
        return None
    if value == before:
        return _TWICE
    return _MISSING if value > before else _BACK


def _stands_unread(notice: Notice, issue: Issue, measure: Measure, number: int) -> bool:
    """Whether the missing enumerator stands in the issue after all: then our reading missed it."""
    label = measure.label or ""
    before, after = _DIGITS.split(label, maxsplit=1)
    digits = label[len(before) : len(label) - len(after)]
    numeral = rf"\s{{0,2}}(?:{'|'.join(written(number, digits))})\s{{0,2}}"
    pattern = rf"(?:^|[\s。；;：:]){re.escape(before)}{numeral}{re.escape(after)}"
    return re.search(pattern, notice.text[issue.span.start : measure.span.start]) is not None


def _place(notice: Notice, measure: Measure) -> Quote:
    """The enumerator and the first words after it."""
    label, start, end = measure.label or "", measure.span.start, measure.span.end
    before = notice.text.rfind(label, max(start - len(label) - 4, 0), start)
    start = start if before < 0 else before
    return quote(notice, start, min(start + 20, max(end, start)))


RULE = Rule("NUM003", "measure-order", "warning", check, reads_issues=True)
