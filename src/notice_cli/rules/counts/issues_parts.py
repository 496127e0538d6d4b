"""CNT002 issues-parts：各类完成情况的问题数之和，应等于问题总数。

查什么：已完成、基本完成、持续整改、正在整改、未完成，各类相加等于申报的总数；任何一类都不多于总数。
通报按部分分别申报的，各部分自己也要加得起来。
Completed, basically completed, ongoing, in progress and not completed add up to the issues declared.

误：反馈问题23个，已完成整改21个，持续整改1个。
正：反馈问题23个，已完成整改22个，持续整改1个。

不判：没有总数或没有分类数；只申报了一类而少于总数（其余未说明）；同一类印了不同的数；
另有移交、转办等不在五类之内的问题。
Silent where one class only is declared and the rest is unsaid, and where some issues were handed over.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice
from notice_cli.rules.evidence import equation, quotes_of
from notice_cli.rules.figures import (
    STATUS_COUNTS,
    Figure,
    by_kind,
    declared,
    distinct,
    operand,
    section_number,
    sentence,
)
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.rules.vocabulary import NAMES, scope_words
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "{where}各类问题数之和 {sum} = {left} ≠ 问题总数 {total}",
)
_MORE = Words("{where}{name} {left} > 问题总数 {total}")
_NO_PARTS = Words("没有同时申报问题总数和各类完成数")
_REST = Words("各类之外的问题去向没有说明")
_OUTSIDE = lazy_pattern(
    r"(?:移交|移送|转办|转交)(?![^，,。；;\n]{0,6}线索)|不属实|无需整改"
    r"|(?:其余|剩余|剩下|另有|其他)的?\s?(?:[0-9０-９]{1,4}|[一二三四五六七八九十]{1,3})?\s?(?:[个项]|问题|事项|任务|均|都|正)"
)
"""Words of a sentence that names issues beyond the five classes."""


def check(notice: Notice) -> Iterator[Outcome]:
    """The parts of each scope, the whole notice and every section, against its total."""
    scopes = declared(notice, "issues", *STATUS_COUNTS)
    told = (
        one
        for scope, figures in scopes.items()
        if scope == "notice" or section_number(scope) is not None
        for one in _check_scope(notice, figures)
    )
    yield from verdict(told, Silent(_NO_PARTS))


def _check_scope(notice: Notice, figures: list[Figure]) -> list[Outcome]:
    kinds = by_kind(figures)
    totals = distinct(kinds.pop("issues", []))
    parts = [each[0] for each in kinds.values()]
    if not totals or not parts or any(len(distinct(each)) > 1 for each in kinds.values()):
        return []
    return [*_larger_than_all(notice, parts, totals)] or [_judge(notice, parts, totals)]


def _larger_than_all(notice: Notice, parts: list[Figure], totals: list[Figure]) -> Iterator[Failed]:
    """A class that is larger than the whole."""
    most = max(totals, key=lambda one: one.high)
    for part in parts:
        if part.low > most.high:
            yield _fail(_MORE, part, equation([operand(notice, part)], "<=", operand(notice, most)))


def _judge(notice: Notice, parts: list[Figure], totals: list[Figure]) -> Outcome:
    low, high = sum(one.low for one in parts), sum(one.high for one in parts)
    operands = [operand(notice, one) for one in parts]
    for total in totals:
        if low <= total.high and total.low <= high:
            return Held((equation(operands, "=", operand(notice, total)),))
    if high < totals[0].low and (len(parts) == 1 or _names_others(notice, parts[0])):
        return Silent(_REST)
    return _fail(_SENTENCE, parts[0], equation(operands, "=", operand(notice, totals[0])))


def _fail(words: Words, part: Figure, told: Arithmetic) -> Failed:
    facts = {
        "where": scope_words(part.scope),
        "name": NAMES[part.what],
        "sum": told.expression,
        "left": told.left,
        "total": told.right,
    }
    return Failed(words, facts, quotes_of((told,)), (told,))


def _names_others(notice: Notice, part: Figure) -> bool:
    """Whether the sentence of the parts names issues beyond the five classes."""
    return _OUTSIDE.search(notice.text, *sentence(notice, part)) is not None


RULE = Rule("CNT002", "issues-parts", "error", check)
