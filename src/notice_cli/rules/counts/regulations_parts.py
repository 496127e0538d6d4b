"""CNT011 regulations-parts：新建、修订、废止的制度数之和，应等于申报的制度总数。

查什么：“建立健全制度13项，其中新建8项、修订5项”，8 + 5 应为13；废止的算不算在内，两种算法都试。
New, revised and abolished regulations add up to the regulations declared, where the parts claim to be the
whole; with and without the abolished ones.

误：建立健全制度13项，其中新建制度8项、修订制度4项。
正：建立健全制度13项，其中新建制度8项、修订制度5项。

不判：没有在同一句里申报总数和各类数；只列了一类而少于总数；列举以“等”结尾。
Silent where a whole and its parts are not declared in one sentence, and where the list is open.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice, What
from notice_cli.rules.evidence import equation, quotes_of
from notice_cli.rules.figures import Figure, declared, operand, sentence
from notice_cli.rules.parts import Division, divisions
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("规章制度：{sum} = {left}，申报总数 {total}")
_NONE = Words("没有在同一句里申报制度总数和各类数")
_REST = Words("各类之外的制度没有说明")
_TOTAL = lazy_pattern("共计|合计|总计|共")
_PARTS = lazy_pattern(r"\s{0,2}[，,：:(（]?\s{0,2}(?:其中|分别)")
_KINDS: tuple[What, ...] = ("regulations_new", "regulations_revised", "regulations_abolished")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every number of regulations with the parts behind it."""
    ahead = (each for each in divisions(notice, "regulations", _KINDS) if each.told)
    told = (_judge(notice, each) for each in (*ahead, *_totals_behind(notice), *_wholes_of_one_kind(notice)))
    yield from verdict(told, Silent(_NONE))


def _totals_behind(notice: Notice) -> Iterator[Division]:
    """修订12项，新建8项，共20项: a bare total with its parts before it in the sentence."""
    for figures in declared(notice, "regulations", *_KINDS).values():
        for at, whole in enumerate(figures):
            if whole.what == "regulations" and _TOTAL.match(whole.text):
                start = sentence(notice, whole)[0]
                parts = tuple(one for one in figures[max(at - 3, 0) : at] if one.start >= start)
                if len({one.what for one in parts} & set(_KINDS)) == len(parts) > 1:
                    yield Division(whole, parts, told=True, open_ended=False)


def _wholes_of_one_kind(notice: Notice) -> Iterator[Division]:
    """修订完善制度7项，其中新建3项、修订4项: the whole is named by one of its verbs."""
    for figures in declared(notice, *_KINDS).values():
        for whole, *parts in zip(figures, figures[1:], figures[2:], strict=False):
            told = _PARTS.match(notice.text, whole.end) is not None
            within = parts[1].start < sentence(notice, whole)[1]
            if told and within and parts[0].what != parts[1].what:
                yield Division(whole, tuple(parts), told=True, open_ended=False)


def _judge(notice: Notice, division: Division) -> Outcome:
    parts, whole = list(division.parts), division.whole
    kept = [one for one in parts if one.what != "regulations_abolished"]
    for chosen in (parts, kept) if kept else (parts,):
        if sum(one.low for one in chosen) <= whole.high and whole.low <= sum(one.high for one in chosen):
            return Held((_equation(notice, chosen, whole),))
    short = sum(one.high for one in parts) < whole.low
    if short and (len(parts) < 2 or _is_open(notice, division)):
        return Silent(_REST)
    told = _equation(notice, parts, whole)
    facts = {"sum": told.expression, "left": told.left, "total": told.right}
    return Failed(_SENTENCE, facts, quotes_of((told,)), (told,))


def _is_open(notice: Notice, division: Division) -> bool:
    """Whether 另 or 此外 stands behind the last part."""
    end = division.parts[-1].end
    return any(word in notice.text[end : end + 12] for word in ("另", "此外", "其余", "还"))


def _equation(notice: Notice, parts: list[Figure], whole: Figure) -> Arithmetic:
    return equation([operand(notice, one) for one in parts], "=", operand(notice, whole))


RULE = Rule("CNT011", "regulations-parts", "error", check)
