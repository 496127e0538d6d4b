"""CNT009 regulations-named：申报制度件数时点名的《制度》，应与件数相符。

查什么：“修订《甲》《乙》2项”，点名几件就是几件；名单以“等”结尾的，点名的可以少，不可以多。
Regulations named where their number is declared are as many, or fewer if the list ends in 等.

误：修订《财务管理办法》《采购管理办法》等制度1项。
正：修订《财务管理办法》《采购管理办法》等制度5项。

不判：没有申报制度件数；件数旁边没有点名。
Silent where no number of regulations is declared, or none is named beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice, Operand, What
from notice_cli.rules.evidence import equation, quote, quotes_of
from notice_cli.rules.figures import Figure, declared_in_all, operand
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "规章制度：申报 {declared} {unit}，点名的有 {named} 件",
)
_NONE = Words("申报制度件数的地方没有点名制度")
_KINDS: tuple[What, ...] = (
    "regulations",
    "regulations_new",
    "regulations_revised",
    "regulations_abolished",
)
_NAME = lazy_pattern(r"《(?:[^《》\n]|《[^《》\n]{0,80}》){1,120}》(?:[(（][^()（）\n]{0,30}[)）])?")
_NUMBER = lazy_pattern(r"[\d０-９〇零一二两三四五六七八九十百]{1,6}")
_BETWEEN = lazy_pattern(r"[、,，和及与以\s]{0,4}")
_UNTIL_FIGURE = lazy_pattern(
    r"(等)?[共计合的各类项件个部相关配套内部控规章管理工作制度机办法文件方案意见细则\s]{0,14}"
)


def check(notice: Notice) -> Iterator[Outcome]:
    """Every declared number of regulations against the names that run up to it."""
    figures = declared_in_all(notice, *_KINDS)
    told = (one for figure in figures if (one := _judge(notice, figure)) is not None)
    yield from verdict(told, Silent(_NONE))


def _judge(notice: Notice, figure: Figure) -> Failed | Held | None:
    found = _names_before(notice.text, figure)
    if found is None:
        return None
    start, named, open_ended = found
    place = quote(notice, start, figure.end)
    listed = Operand(value=named, text=place.text, span=place.span, source_line=place.source_line)
    told = (equation([listed], "<=" if open_ended else "=", operand(notice, figure)),)
    if named <= figure.high and (open_ended or named >= figure.low):
        return Held(told)
    facts = {
        "declared": figure.value,
        "named": named,
        "unit": notice.counts[figure.index].unit or "件",
    }
    return Failed(_SENTENCE, facts, quotes_of(told), told)


def _names_before(text: str, figure: Figure) -> tuple[int, int, bool] | None:
    """Where the run of names starts that leads to the figure, how many they are, whether 等 follows."""
    end, low = figure.end, max(figure.end - 1500, 0)
    start = max(text.rfind("\n", low, end), text.rfind("。", low, end), low - 1) + 1
    names = list(_NAME.finditer(text, start, end))
    number = _NUMBER.search(text, max(names[-1].end(), figure.start), end) if names else None
    tail = _UNTIL_FIGURE.fullmatch(text, names[-1].end(), number.start()) if number else None
    if tail is None:
        return None
    first = len(names) - 1
    while first and _BETWEEN.fullmatch(text, names[first - 1].end(), names[first].start()):
        first -= 1
    return names[first].start(), len(names) - first, tail[1] is not None


RULE = Rule("CNT009", "regulations-named", "warning", check)
