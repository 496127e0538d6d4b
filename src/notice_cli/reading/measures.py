"""Measures: one after another by their enumerators, or a paragraph each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from notice_cli.outline import parse_marker
from notice_cli.reading.piece import Piece, cut, whole
from notice_cli.text.numerals import parse_circled, parse_numeral
from notice_cli.text.pattern import lazy_pattern

_HAN_NUMERALS = "一二三四五六七八九十"
_TENS = {letter: number for number, letter in enumerate(_HAN_NUMERALS, 1)}
_MOST_HAN = 3
_NOT_SHI = frozenset("否非")
"""Behind 是 they make another word of it: 是否, 是非."""
_HAN = f"[{_HAN_NUMERALS}]{{1,{_MOST_HAN}}}"
_ENUMERATORS: dict[str, re.Pattern[str]] = {
    "circled": lazy_pattern("([①-⑳⑴-⒇])"),
    "paren": lazy_pattern(r"[(（]\s?(\d{1,2})\s?[)）]、?"),
    "half": lazy_pattern(r"(\d{1,2})[)）]"),
    "dot": lazy_pattern(r"(\d{1,2})\s?[.．、]"),
    "ordinal": lazy_pattern(rf"第({_HAN})[,，、:：]"),
    "its": lazy_pattern(r"其([一二三四五六七八九十])[,，、:：是]"),
    "yao": lazy_pattern(rf"({_HAN})要"),
    "han": lazy_pattern(rf"[(（]({_HAN})[)）]"),
    "bullet": lazy_pattern("([•●▪■◆▶➢])"),
    "named": lazy_pattern(rf"(?:整改)?(?:措施|举措|做法)\s?[(（]?(\d{{1,2}}|{_HAN})[)）]?[:：、.．]"),
    "letter": lazy_pattern(r"([A-Ha-h])[.．、)）](?![A-Za-z0-9])"),
    "first": lazy_pattern(r"(首先|其次|再次|然后|最后)(?!一公里)[,，、:：]?"),
}
"""Kinds of enumerators, but for 一是, which is found without a pattern."""
_HINTS: dict[str, tuple[str, ...]] = {
    "shi": ("一是", "二是"),
    "circled": ("①", "②", "⑴", "⑵"),
    "paren": ("(1", "（1", "（１", "(１", "(2", "（2", "( ", "（ "),
    "half": ("1)", "1）"),
    "dot": ("1.", "1．", "1、", "1 .", "2.", "2、", "2．"),
    "ordinal": ("第一", "第二"),
    "its": ("其一", "其二"),
    "yao": ("一要", "二要"),
    "han": ("(一", "（一"),
    "first": ("首先", "其次"),
    "letter": tuple(letter + sign for letter in "AaBb" for sign in ".．、)）"),
    "named": tuple(noun + number for noun in ("措施", "举措", "做法") for number in "1一（("),
    "bullet": tuple("•●▪■◆▶➢"),
}
"""What a value must contain for a kind of enumerator to be looked for at all."""
_AMOUNT = lazy_pattern(r"\d{1,2}[.．]\d{1,4}(?:[万亿%％元倍米公亩吨]|个百分点)")
_POINTS = frozenset(".．")
_TRAILING = " ;；,，"
_START_KINDS = {hint: kind for kind, hints in _HINTS.items() for hint in hints}
_HINTS_BY_LETTER = {
    letter: tuple(hint for hint in _START_KINDS if hint[0] == letter)
    for letter in dict.fromkeys(hint[0] for hint in _START_KINDS)
}
_WEAK = frozenset("，,、")
"""Behind these an enumerator counts only where the list has no stronger ones."""
_STRONG = frozenset('。；;：:！!？?）)”" ')
_START = "。"
"""What stands, as it were, before the beginning."""
_SHI_LABELS = list(
    pairwise([f"{numeral}是" for numeral in (*_HAN_NUMERALS, *[f"十{unit}" for unit in _HAN_NUMERALS[:9]])])
)
"""Each enumerator from 一是 on with the one that follows it."""
_STOPS = _STRONG | _WEAK
"""Characters behind which an enumerator may stand."""
_NEXT_LINE = 1
"""Characters between two lines of one measure: the line break."""
_LONGEST_LEAD = 40
"""Characters up to which a text before the first enumerator only introduces the list."""


class FoundMeasure(Piece):
    """A measure without its enumerator; `label` is the enumerator as printed."""

    label: str | None = None


def measure_of(piece: Piece, label: str | None = None) -> FoundMeasure:
    """A piece as a measure."""
    return FoundMeasure(piece.text, piece.start, piece.end, piece.line, label)


_Place = tuple[int, int, int, str]
"""Where an enumerator begins and ends, its number (0 for a word without: 其次), what stands before it."""
_More = dict[int, list[Piece]]
"""Further paragraphs of a measure, by its place among the measures: joined when all have come."""


def split_measures(values: Sequence[Piece]) -> list[FoundMeasure]:
    """The measures in the paragraphs of a value: by enumerators where there are any, else one a paragraph."""
    if len(values) == 1 and (in_turn := _in_turn(values[0])):
        return in_turn
    values = [value for value in values if value.text]
    first = _first_list(values)
    if first is None:
        return [measure_of(value) for value in values]
    at, kind, places = first
    found: list[FoundMeasure] = []
    more: _More = {}
    for number, value in enumerate(values):
        here = places if number == at else _list(value.text, kind, _last_number(found))
        _add_paragraph(found, more, value, here)
    return _closed(_joined(found, more) if more else found)


def _in_turn(value: Piece) -> list[FoundMeasure]:
    """The measures of 一是…。二是…。三是…, the commonest list, in one go; none where it is not as plain."""
    text, at, line = value.text, value.start, value.line
    if text[:2] != "一是":
        return []
    found: list[FoundMeasure] = []
    count, rest = 0, text[2:]
    for label, following in _SHI_LABELS:
        part, goes_on, rest = rest.partition(following)
        if part[:1] in _NOT_SHI or (goes_on and part[-1:] not in _STRONG):
            return []
        kept = part.strip()
        start = at = at + len(label)
        if kept is not part:
            start += len(part) - len(part.lstrip())
        if kept and kept[-1] in _TRAILING:
            kept = kept.rstrip(_TRAILING)
        if kept:
            found.append(FoundMeasure(kept, start, start + len(kept), line, label))
        count += 1
        at += len(part)
        if not goes_on:
            break
    is_all = text.count("是") == count or _count_shi(text) == count
    return found if is_all and count > 1 else []


def _count_shi(text: str) -> int:
    """How many 是 stand behind a numeral."""
    return len([1 for before in text.split("是")[:-1] if before[-1:] in _TENS])


def _first_list(values: Sequence[Piece]) -> tuple[int, str, list[_Place]] | None:
    """The paragraph with the first enumerator, its kind (it numbers the outer list), its places."""
    for at, value in enumerate(values):
        text = value.text
        kind = _START_KINDS.get(text[:2]) or _START_KINDS.get(text[:1])
        if kind and (places := _list(text, kind)) and places[0][0] == 0:
            return at, kind, places
        lists = [(places, kind) for kind in _kinds_in(text) if (places := _list(text, kind))]
        if lists:
            places, kind = min(lists)
            return at, kind, places
    return None


def _kinds_in(text: str) -> set[str]:
    """The kinds of enumerators that a text may hold."""
    holds = text.__contains__
    letters = filter(holds, _HINTS_BY_LETTER)
    return {_START_KINDS[hint] for letter in letters for hint in filter(holds, _HINTS_BY_LETTER[letter])}


def _list(text: str, kind: str, last: int = 0) -> list[_Place]:
    """The enumerators of one list in a paragraph; those of a list inside a measure are left out.

    A number may be missing or doubled (that is a finding, not a reason to lose a measure), but a list
    does not run backwards.
    """
    places = _standing(text, kind, strict=last > 0)
    if kind == "shi" and [place[2] for place in places] == [*range(last + 1, last + 1 + len(places))]:
        return places
    kept = []
    for place in places:
        begin, end, number, _ = place
        number = number or last + 1
        if text[end - 1] in _POINTS and _is_no_number(text, begin, end, follows=number == last + 1):
            continue
        if number >= last and (last or number == 1 or begin == 0):
            kept.append(place)
            last = number
    return kept


def _is_no_number(text: str, begin: int, end: int, *, follows: bool) -> bool:
    """Whether digits follow a number's point: then only its place in the list makes it an enumerator."""
    if not text[end : end + 1].isdecimal():
        return False
    return not follows or (begin > 0 and _AMOUNT.match(text, begin) is not None)


def _standing(text: str, kind: str, *, strict: bool) -> list[_Place]:
    """Enumerators that stand at the start or behind the end of a clause; behind a comma only if none do."""
    places = _shi(text) if kind == "shi" else _places(text, kind)
    if len(places) == 1 and places[0][0] == 0:
        return places
    if kind == "circled":
        strong = [place for place in places if place[3] not in _WEAK]
    else:
        strong = [place for place in places if place[3] in _STRONG]
    if len(strong) > 1 or strict:
        return strong
    return places if kind == "circled" else [place for place in places if place[3] in _STOPS]


def _places(text: str, kind: str) -> list[_Place]:
    """All that looks like an enumerator of one kind."""
    places = []
    for match in _ENUMERATORS[kind].finditer(text):
        begin, printed = match.start(), match[1]
        number = parse_numeral(printed) or parse_circled(printed[0]) or 0
        places.append((begin, match.end(), number, text[begin - 1] if begin else _START))
    return places


def _shi(text: str) -> list[_Place]:
    """一是, 十二是: found by 是, before which few numbers stand."""
    places, at = [], -1
    for before in text.split("是")[:-1]:
        at += 1 + len(before)
        last = before[-1:]
        if last in _TENS and text[at + 1 : at + 2] not in _NOT_SHI:
            sign = text[at - 2] if at > 1 else _START
            places.append(_shi_at(text, at) if sign in _TENS else (at - 1, at + 1, _TENS[last], sign))
    return places


def _shi_at(text: str, at: int) -> _Place:
    """The place of a 是 with several numerals before it: 十二是."""
    near = text[max(0, at - _MOST_HAN) : at]
    printed = near[len(near.rstrip(_HAN_NUMERALS)) :]
    begin = at - len(printed)
    return begin, at + 1, parse_numeral(printed) or 0, text[begin - 1] if begin else _START


def _add_paragraph(found: list[FoundMeasure], more: _More, value: Piece, places: Sequence[_Place]) -> None:
    """Add the measures of one more paragraph; one without enumerators goes on with the last."""
    text = value.text
    end = places[0][0] if places else len(text)
    if end:
        _add_lead(found, more, measure_of(cut(value, 0, end)), listed=bool(places))
    listed, end = [], len(text)
    for begin, behind, _, _ in reversed(places):
        part = text[behind:end]
        kept = part.strip()
        start = value.start + behind
        if kept is not part:
            start += len(part) - len(part.lstrip())
        listed.append(FoundMeasure(kept, start, start + len(kept), value.line, text[begin:behind]))
        end = begin
    listed.reverse()
    found += listed


def _add_lead(found: list[FoundMeasure], more: _More, lead: FoundMeasure, *, listed: bool) -> None:
    """Add what stands before the first enumerator of a paragraph, or a paragraph without any."""
    if not lead.text:
        return
    last: Sequence[Piece] = more.get(len(found) - 1) or found[-1:]
    if last and lead.start - last[-1].end <= _NEXT_LINE:
        more.setdefault(len(found) - 1, []).append(lead)
    elif found or not (listed and _introduces(lead.text)):
        found.append(lead)  # a label stood between them, or it is the first


def _introduces(lead: str) -> bool:
    """Whether a text before the first enumerator only introduces the list."""
    return len(lead) <= _LONGEST_LEAD or lead.endswith((":", "："))


def _last_number(found: Sequence[FoundMeasure]) -> int:
    """The number of the last enumerator so far, 0 if there is none."""
    label = found[-1].label if found else None
    number = _number_in(label) if label else None
    return len(found) if number is None else number


@lru_cache(maxsize=512)
def _number_in(label: str) -> int | None:
    """The number of an enumerator as printed, None for one without: 一是, (2), •."""
    marker = parse_marker(label)
    return marker.number if marker else None


def _joined(found: Sequence[FoundMeasure], more: _More) -> list[FoundMeasure]:
    """The measures, each with its paragraphs as one text."""
    joined = list(found)
    for at, paragraphs in more.items():
        joined[at] = measure_of(whole([found[at], *paragraphs]), found[at].label)
    return joined


def _closed(found: list[FoundMeasure]) -> list[FoundMeasure]:
    """The measures without what only separates one from the next."""
    if not [1 for one in found if one.text[-1:] in _TRAILING]:
        return found
    kept = [(one, one.text.rstrip(_TRAILING)) for one in found]
    return [one.replace(text=text, end=one.end - len(one.text) + len(text)) for one, text in kept if text]
