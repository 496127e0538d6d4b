"""Measures: one after another by their enumerators, or a paragraph each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from notice_cli.outline import parse_marker
from notice_cli.reading.piece import Piece, cut
from notice_cli.text.numerals import parse_circled, parse_numeral
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_HAN_NUMERALS = "一二三四五六七八九十"
_MOST_HAN = 3
_HAN = f"[{_HAN_NUMERALS}]{{1,{_MOST_HAN}}}"
_ENUMERATORS: dict[str, re.Pattern[str]] = {
    "shi": lazy_pattern(rf"({_HAN})是(?!否|非)"),
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
"""Kinds of enumerators."""
_HINTS: tuple[tuple[str, str], ...] = (
    *(
        ("一是", "shi"),
        ("二是", "shi"),
        ("①", "circled"),
        ("②", "circled"),
        ("⑴", "circled"),
        ("⑵", "circled"),
    ),
    *(
        ("(1", "paren"),
        ("（1", "paren"),
        ("（１", "paren"),
        ("(１", "paren"),
        ("(2", "paren"),
        ("（2", "paren"),
        ("( ", "paren"),
        ("（ ", "paren"),
    ),
    *(
        ("1)", "half"),
        ("1）", "half"),
        ("1.", "dot"),
        ("1．", "dot"),
        ("1、", "dot"),
        ("1 .", "dot"),
        ("2.", "dot"),
    ),
    *(
        ("2、", "dot"),
        ("2．", "dot"),
        ("第一", "ordinal"),
        ("第二", "ordinal"),
        ("其一", "its"),
        ("其二", "its"),
    ),
    *(
        ("一要", "yao"),
        ("二要", "yao"),
        ("(一", "han"),
        ("（一", "han"),
        ("首先", "first"),
        ("其次", "first"),
        *((letter + sign, "letter") for letter in "AaBb" for sign in ".．、)）"),
        *((noun + number, "named") for noun in ("措施", "举措", "做法") for number in "1一（("),
        *((bullet, "bullet") for bullet in "•●▪■◆▶➢"),
    ),
)
"""What a value must contain for a kind of enumerator to be looked for at all."""
_CIRCLED = frozenset(chr(code) for code in (*range(0x2460, 0x2474), *range(0x2474, 0x2488)))
_AMOUNT = lazy_pattern(r"\d{1,2}[.．]\d{1,4}(?:[万亿%％元倍米公亩吨]|个百分点)")
_POINTS = frozenset(".．")
_TRAILING = " ;；,，"
_START_KINDS = dict(_HINTS)
_WEAK = frozenset("，,、")
"""Behind these an enumerator counts only where the list has no stronger ones."""
_STOPS = frozenset('。；;：:！!？?）)”" ') | _WEAK
"""Characters behind which an enumerator may stand."""
_NEXT_LINE = 1
"""Characters between two lines of one measure: the line break."""
_LONGEST_LEAD = 40
"""Characters up to which a text before the first enumerator only introduces the list."""


class FoundMeasure(Value):
    """A measure without its enumerator; `label` is the enumerator as printed."""

    piece: Piece
    label: str | None


class _Growing(Value):
    """A measure whose further paragraphs may follow: joined when all have come."""

    parts: list[Piece]
    label: str | None


def split_measures(values: Sequence[Piece]) -> list[FoundMeasure]:
    """The measures in the paragraphs of a value: by enumerators where there are any, else one a paragraph."""
    values = [value for value in values if value.text]
    first = _first_list(values)
    if first is None:
        return [FoundMeasure(value, None) for value in values]
    at, pattern, matches = first
    found: list[_Growing] = []
    for number, value in enumerate(values):
        if number != at:
            matches = _list(value.text, pattern, _last_number(found))
        _add_paragraph(found, value, matches)
    return [measure for measure in map(_joined, found) if measure.piece.text]


def _first_list(values: Sequence[Piece]) -> tuple[int, re.Pattern[str], list[re.Match[str]]] | None:
    """The paragraph with the first enumerator, its pattern (it numbers the outer list), its places."""
    for at, value in enumerate(values):
        text = value.text
        at_start = _START_KINDS.get(text[:2]) or _START_KINDS.get(text[:1])
        if at_start and (matches := _list(text, _ENUMERATORS[at_start])) and matches[0].start() == 0:
            return at, _ENUMERATORS[at_start], matches
        kinds = dict.fromkeys([kind for hint, kind in _HINTS if hint in text])
        lists = [(matches, kind) for kind in kinds if (matches := _list(text, _ENUMERATORS[kind]))]
        if lists:
            matches, kind = min(lists, key=_place)
            return at, _ENUMERATORS[kind], matches
    return None


def _place(one: tuple[list[re.Match[str]], str]) -> int:
    return one[0][0].start()


def _list(text: str, pattern: re.Pattern[str], last: int = 0) -> list[re.Match[str]]:
    """The enumerators of one list in a paragraph; those of a list inside a measure are left out.

    A number may be missing or doubled (that is a finding, not a reason to lose a measure), but a list
    does not run backwards.
    """
    kept = []
    for match in _standing(text, pattern, strict=bool(last)):
        number = _number(match, last)
        if (
            text[match.end() - 1] in _POINTS
            and _is_decimal(match)
            and (number != last + 1 or _is_amount(match))
        ):
            continue
        if number >= last and (last or number == 1 or match.start() == 0):
            kept.append(match)
            last = number
    return kept


def _is_decimal(match: re.Match[str]) -> bool:
    """Whether digits follow a number's point: then only its place in the list makes it an enumerator."""
    return match.string[match.end() : match.end() + 1].isdecimal()


def _is_amount(match: re.Match[str]) -> bool:
    """Whether a number with its point and the digits behind it is an amount in the middle of a text."""
    return match.start() > 0 and _AMOUNT.match(match.string, match.start()) is not None


def _standing(text: str, pattern: re.Pattern[str], *, strict: bool) -> list[re.Match[str]]:
    """Enumerators that stand at the start or behind the end of a clause; behind a comma only if none do."""
    matches, strong = [], []
    for match in _matches(text, pattern):
        at = match.start()
        before = text[at - 1] if at else "。"
        if before in _STOPS or text[at] in _CIRCLED:
            matches.append(match)
            if before not in _WEAK:
                strong.append(match)
    return strong if len(strong) > 1 or strict else matches


def _matches(text: str, pattern: re.Pattern[str]) -> Iterable[re.Match[str]]:
    """All that looks like an enumerator of one kind."""
    return _shi(text) if pattern is _ENUMERATORS["shi"] else pattern.finditer(text)


def _shi(text: str) -> Iterator[re.Match[str]]:
    """一是, 十二是: found by 是, before which few numbers stand."""
    at = text.find("是")
    while at >= 0:
        begin = at
        while begin > max(0, at - _MOST_HAN) and text[begin - 1] in _HAN_NUMERALS:
            begin -= 1
        match = _ENUMERATORS["shi"].match(text, begin) if begin < at else None
        if match:
            yield match
        at = text.find("是", at + 1)


def _number(match: re.Match[str], last: int) -> int:
    """The enumerator's number; words that have none (其次) count on."""
    number = parse_numeral(match[1]) or parse_circled(match[1][0])
    return last + 1 if number is None else number


def _add_paragraph(found: list[_Growing], value: Piece, matches: list[re.Match[str]]) -> None:
    """Add the measures of one more paragraph; one without enumerators goes on with the last."""
    begin = matches[0].start() if matches else None
    lead = cut(value, 0, begin) if begin != 0 else None
    if lead and lead.text and found and lead.start - found[-1].parts[-1].end <= _NEXT_LINE:
        found[-1].parts.append(lead)
    elif lead and lead.text and (found or not (matches and _introduces(lead.text))):
        found.append(_Growing([lead], None))  # a label stood between them, or it is the first
    ends = [*(match.start() for match in matches[1:]), len(value.text)]
    found += [_measure(value, match, end) for match, end in zip(matches, ends, strict=False)]


def _introduces(lead: str) -> bool:
    """Whether a text before the first enumerator only introduces the list."""
    return len(lead) <= _LONGEST_LEAD or lead.endswith((":", "："))


def _last_number(found: list[_Growing]) -> int:
    """The number of the last enumerator so far, 0 if there is none."""
    marker = parse_marker(found[-1].label) if found and found[-1].label else None
    return marker.number if marker else len(found)


def _joined(measure: _Growing) -> FoundMeasure:
    """A measure's paragraphs as one text, without what only separates it from the next measure."""
    parts, label = measure.parts, measure.label
    first, last = parts[0], parts[-1]
    text = first.text if first is last else " ".join([part.text for part in parts])
    kept = text.rstrip(_TRAILING)
    if first is last and kept == text:
        return FoundMeasure(first, label)
    return FoundMeasure(Piece(kept, first.start, last.end - len(text) + len(kept), first.line), label)


def _measure(value: Piece, match: re.Match[str], end: int) -> _Growing:
    """The text between an enumerator and the next."""
    text, begin = value.text, match.end()
    while begin < end and text[begin] == " ":
        begin += 1
    text = text[begin:end].rstrip()
    start = value.start + begin
    return _Growing([Piece(text, start, start + len(text), value.line)], match[0].strip())
