"""Measures: one after another by their enumerators, or a paragraph each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from notice_cli.outline import parse_marker
from notice_cli.reading.piece import Piece, cut
from notice_cli.text.numerals import parse_circled, parse_numeral

_HAN = "[一二三四五六七八九十]{1,3}"
_AFTER = r"(?:^|(?<=[。；;：:！!？?）)”\"，,、\s]))"
"""Where an enumerator may stand: at the start, or behind the end of a clause."""
_ENUMERATORS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("shi", re.compile(rf"{_AFTER}({_HAN})是(?!否|非)")),
    ("circled", re.compile("([①-⑳⑴-⒇])")),
    ("paren", re.compile(r"(?:^|(?<=[。；;：:！!？?”\s]))[(（](\d{1,2}|[０-９]{1,2})[)）]、?")),
    ("half", re.compile(r"(?:^|(?<=[。；;：:！!？?”\s]))(\d{1,2})[)）]")),
    ("dot", re.compile(r"(?:^|(?<=[。；;：:！!？?”\s]))(\d{1,2})\s?(?:[.．](?!\d)|、)")),
    ("ordinal", re.compile(rf"(?:^|(?<=[。；;：:\s]))第({_HAN})[,，、:：]")),
    ("its", re.compile(r"(?:^|(?<=[。；;：:\s]))其([一二三四五六七八九十])[,，、:：是]")),
    ("yao", re.compile(rf"(?:^|(?<=[。；;：:\s]))({_HAN})要")),
    ("han", re.compile(rf"(?:^|(?<=[。；;：:\s]))[(（]({_HAN})[)）]")),
    ("first", re.compile(r"(?:^|(?<=[。；;：:\s]))(首先|其次|再次|然后|最后)[,，、:：]")),
)
"""Kinds of enumerators, in the order in which they are tried."""
_HINTS: dict[str, tuple[str, ...]] = {
    "shi": ("一是", "二是"),
    "circled": ("①", "②", "⑴", "⑵"),
    "paren": ("(1", "（1", "（１", "(１", "(2", "（2"),
    "half": ("1)", "1）"),
    "dot": ("1.", "1．", "1、", "1 .", "2.", "2、", "2．"),
    "ordinal": ("第一", "第二"),
    "its": ("其一", "其二"),
    "yao": ("一要", "二要"),
    "han": ("(一", "（一"),
    "first": ("首先", "其次"),
}
"""What a value must contain for a kind of enumerator to be looked for at all."""
_TRAILING = " ;；,，"
_WEAK = "，,、"
"""Behind these an enumerator counts only where the list has no stronger ones."""
_LONGEST_LEAD = 40
"""Characters up to which a text before the first enumerator only introduces the list."""


@dataclass(frozen=True, slots=True)
class FoundMeasure:
    """A measure without its enumerator; `label` is the enumerator as printed."""

    piece: Piece
    label: str | None


def split_measures(values: Sequence[Piece]) -> list[FoundMeasure]:
    """The measures in the paragraphs of a value: by enumerators where there are any, else one a paragraph."""
    values = [value for value in values if value.text]
    pattern = _pattern(values)
    if pattern is None:
        return [FoundMeasure(value, None) for value in values]
    found: list[FoundMeasure] = []
    for value in values:
        found = _with_paragraph(found, value, pattern)
    return found


def _pattern(values: Iterable[Piece]) -> re.Pattern[str] | None:
    """The enumerator that comes first in a value's paragraphs: it numbers the outer list."""
    best: tuple[int, re.Pattern[str]] | None = None
    for name, pattern in _ENUMERATORS:
        at = 0
        for value in values:
            matches = _list(value.text, pattern) if any(hint in value.text for hint in _HINTS[name]) else []
            if matches:
                best = min(
                    best or (at + matches[0].start(), pattern), (at + matches[0].start(), pattern), key=_place
                )
                break
            at += len(value.text) + 1
    return best[1] if best else None


def _place(one: tuple[int, re.Pattern[str]]) -> int:
    return one[0]


def _list(text: str, pattern: re.Pattern[str], last: int = 0) -> list[re.Match[str]]:
    """The enumerators of one list in a paragraph; those of a list inside a measure are left out.

    A number may be missing or doubled (that is a finding, not a reason to lose a measure), but a list
    does not run backwards.
    """
    matches = list(pattern.finditer(text))
    strong = [match for match in matches if match.start() == 0 or text[match.start() - 1] not in _WEAK]
    kept = []
    for match in strong if len(strong) > 1 or last else matches:
        number = _number(match, last)
        if number >= last and (last or number == 1 or match.start() == 0):
            kept.append(match)
            last = number
    return kept


def _number(match: re.Match[str], last: int) -> int:
    """The enumerator's number; words that have none (其次) count on."""
    number = parse_numeral(match[1]) or parse_circled(match[1][0])
    return last + 1 if number is None else number


def _with_paragraph(found: list[FoundMeasure], value: Piece, pattern: re.Pattern[str]) -> list[FoundMeasure]:
    """The measures so far with those of one more paragraph; one without enumerators goes on with the last."""
    last = _last_number(found)
    matches = _list(value.text, pattern, last)
    lead = cut(value, 0, matches[0].start() if matches else None)
    if lead.text and found:
        found = [*found[:-1], _joined(found[-1], lead)]
    elif lead.text and not (matches and (len(lead.text) <= _LONGEST_LEAD or lead.text.endswith((":", "：")))):
        found = [FoundMeasure(lead, None)]
    ends = [*(match.start() for match in matches[1:]), len(value.text)]
    cuts = zip(matches, ends[: len(matches)], strict=True)
    return found + [_measure(value, match, end) for match, end in cuts]


def _last_number(found: list[FoundMeasure]) -> int:
    """The number of the last enumerator so far, 0 if there is none."""
    marker = parse_marker(found[-1].label) if found and found[-1].label else None
    return marker.number if marker else len(found)


def _joined(measure: FoundMeasure, more: Piece) -> FoundMeasure:
    whole = Piece(f"{measure.piece.text} {more.text}", measure.piece.start, more.end, measure.piece.line)
    return FoundMeasure(whole, measure.label)


def _measure(value: Piece, match: re.Match[str], end: int) -> FoundMeasure:
    """The text between an enumerator and the next, a separating semicolon left out."""
    body = cut(value, match.end(), end)
    text = body.text.rstrip(_TRAILING)
    return FoundMeasure(Piece(text, body.start, body.start + len(text), body.line), match[0].strip())
