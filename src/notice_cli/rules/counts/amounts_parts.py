"""CNT016 amounts-parts：同一句里分列的金额，应与合计的金额相符。

查什么：“退缴津补贴2万元、清退接待费3.5万元，共5.5万元”，各项之和等于合计；“追缴50万元，其中……”，任何一项
不多于总额，各项之和也不多于总额；“其余”说出来的，加上应等于总额。元、万元、亿元先换算，再按印出的位数四舍五入或
舍去来比；相差很小、可能由四舍五入造成的，只作提示。
Amounts that one sentence sums up agree with their total, those behind 其中 are not more than the whole; units
are converted, and what rounding may explain is a note.

误：退缴津补贴2万元、清退超标准接待费3.5万元，共计6.5万元。
正：退缴津补贴8600元、清退超标准接待费3.5万元，共计4.36万元。

不判：没有在同一句里既列各项又列合计。
Silent where no sentence gives both parts and a total.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice
from notice_cli.rules.evidence import quotes_of
from notice_cli.rules.money import Money, Sentence, exceeds, fit, money_equation, money_sentences
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.pattern import lazy_pattern

_SUM = Words(
    "金额各项之和 {sum} = {left} {unit} ≠ 合计 {total} {unit}",
)
_OVER = Words(
    "其中各项金额之和 {sum} = {left} {unit} > 总额 {total} {unit}",
)
_MORE = Words(
    "其中一项 {sum} = {left} {unit} > 总额 {total} {unit}",
)
_ROUNDED = Words(
    "金额各项之和 {sum} = {left} {unit}，合计 {total} {unit}；如系四舍五入所致，可不改",
)
_NONE = Words("没有在同一句里既列各项金额又列合计")
_TOTAL = lazy_pattern(
    r"[,;、(]\s?(?:以上|上述|前述)?(?:[两二三四五六七八九]项|各项)?(?:金额|资金|款项)?(?:共计|合计|总计|共)"
    r"(?:退缴|清退|追缴|追回|收缴|上缴|退还|退回|收回|挽回|核减|涉及|节约|减少)?(?:金额|资金|款项|损失|人民币|为|达|计)?"
)
"""The words directly before the total of what stands before it."""
_IS_TOTAL = lazy_pattern("合计|共计|总计|[,;(]共")
_OPENS = lazy_pattern(
    r"(?:[,(]占[^,;(]{1,30}|[^,;:(\d并和]{0,14})[,;(:]?(?:(?P<all>分别[为是])|其中|包括|包含|含(?!税))"
)
"""The words directly behind a whole that open its parts; 分别为 gives all of them."""
_INNER = lazy_pattern("含|包括|[(]|占|分别")
_ENDS = lazy_pattern(
    r"[;]|另|此外|同时|(?<![退归偿返发])还|累计|合计|共|节约|增收|投入|预算|标准|每|罚|超过|不足"
)
_MOST = 12
"""As many parts are looked at."""
_REST = lazy_pattern(r"其余|剩余|余下|剩下|其他")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every sentence with three amounts or more, or two with 其中 between."""
    told = (
        one
        for sentence in money_sentences(notice)
        for one in (*_totals_behind(notice, sentence), *_parts_behind(notice, sentence))
    )
    yield from verdict(told, Silent(_NONE))


def _totals_behind(notice: Notice, sentence: Sentence) -> Iterator[Failed | Held]:
    """A total that sums up what stands before it: all of it, or the last few."""
    for at, whole in enumerate(sentence):
        if at >= 2 and _TOTAL.fullmatch(whole.gap):
            runs = [sentence[first:at] for first in range(_first(sentence, at), at - 1)]
            right = next((run for run in runs if fit(run, whole) == "meets"), None)
            if right or runs:
                yield _judge(notice, right or runs[0], whole, _SUM)


def _first(sentence: Sentence, at: int) -> int:
    """Where the parts of the total at `at` may begin: with 其中, behind another total, at most 12 back."""
    least = max(at - _MOST, 0)
    for one in range(at - 1, least, -1):
        if _IS_TOTAL.search(sentence[one].gap):
            return one + 1
        if "其中" in sentence[one].gap:
            return one
    return least


def _parts_behind(notice: Notice, sentence: Sentence) -> Iterator[Failed | Held]:
    """What 其中 or 分别为 opens, up to the next amount that is of another kind."""
    for at, whole in enumerate(sentence[:-1]):
        opened = _OPENS.match(sentence[at + 1].gap)
        if opened:
            parts, closed = _parts(sentence[at + 1 : at + _MOST])
            yield from _judge_parts(notice, parts, whole, closed=closed or bool(opened["all"]))


def _parts(following: Sentence) -> tuple[list[Money], bool]:
    """The parts, and whether 其余 closes the list; what hangs under a part is left out."""
    parts = [following[0]]
    for one in following[1:]:
        if _ENDS.search(one.gap):
            break
        if _REST.search(one.gap):
            return [*parts, one], True
        if not _INNER.search(one.gap):
            parts.append(one)
    return parts, False


def _judge_parts(
    notice: Notice, parts: list[Money], whole: Money, *, closed: bool
) -> Iterator[Failed | Held]:
    larger = [one for one in parts if exceeds(one, whole)]
    if larger:
        yield from (_fail(_MORE, money_equation(notice, [one], "<=", whole), whole) for one in larger)
    elif closed or fit(parts, whole) == "meets":
        yield _judge(notice, tuple(parts), whole, _SUM)
    elif sum(one.low for one in parts) > whole.high:
        yield _judge(notice, tuple(parts), whole, _OVER)
    else:
        yield Held((money_equation(notice, parts, "<=", whole),))


def _judge(notice: Notice, parts: Sentence, whole: Money, words: Words) -> Failed | Held:
    told = money_equation(notice, parts, "<=" if words is _OVER else "=", whole)
    fits = fit(parts, whole)
    if fits == "meets":
        return Held((told,))
    return _fail(_ROUNDED if fits == "rounded" else words, told, whole)


def _fail(words: Words, told: Arithmetic, whole: Money) -> Failed:
    facts = {"sum": told.expression, "left": told.left, "total": told.right, "unit": whole.unit}
    return Failed(words, facts, quotes_of((told,)), (told,), level="note" if words is _ROUNDED else None)


RULE = Rule("CNT016", "amounts-parts", "warning", check)
