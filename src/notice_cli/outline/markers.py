"""The numbers that stand before headings and items: 一、 (一) 1. (1) ① 第一, 一是 问题1:."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from notice_cli.text.numerals import parse_circled, parse_numeral
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

Kind = Literal["han", "han_paren", "dot", "paren", "circled", "named", "ordinal", "shi"]
LEVELS: dict[Kind, int] = {"han": 1, "han_paren": 2, "dot": 3, "paren": 4, "circled": 5}
"""Depth of the kinds that headings carry, as official documents order them."""

NAMES = (
    "问题",
    "整改任务",
    "整改事项",
    "反馈意见",
    "反馈问题",
    "整改问题",
    "存在问题",
    "任务",
    "事项",
    "意见",
    "问题清单",
    "具体问题",
    "巡察反馈问题",
    "巡视反馈问题",
    "主要问题",
    "突出问题",
    "发现问题",
    "审计发现问题",
)
"""Nouns that a number may follow as an issue's label."""

_MORE = r"(?:\s?[、,，和及至~—-]\s?\d{1,3}(?=[、,，和及至~—)）\]】:：\s-])){0,6}"
"""Further numbers of issues that are told of together: 问题4、5:…"""
_NAMED = lazy_pattern(
    rf"""(?:任务|问题|整改任务)?序号\s?[:：]\s?(?P<serial>\d{{1,4}})(?=\s|$)
        |(?:{"|".join(sorted(NAMES, key=len, reverse=True))})\s?
          [(（]?(?:\d{{1,3}}[-－—.])?(?P<number>\d{{1,6}}|\w{{1,6}}){_MORE}[)）]?(?:\s?[:：、.．—】\]|｜]{{1,2}}|\s|$)
        |第\s?(?P<nth>\w{{1,6}}?)\s?个?(?:问题|项|条)\s?[:：、】\]]{{1,2}}
""",
    re.VERBOSE,
)
_CALLED = lazy_pattern(
    r"[【\[]?第?(?P<nth>\d{1,3}|[一二三四五六七八九十]{1,3})号(?:问题|任务|事项)\s?[:：】\]]{1,2}|"
    r"[【\[]?[^\W\d_]{2,6}?(?:问题|任务|事项)\s?[(（]?(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})[)）]?\s?[:：】\]]{1,2}"
)
_LONGEST_CALLED = 9
"""Characters within which the noun of a called number stands."""
_MOST_DIGITS = 4
_TWO_DIGITS = 2
_LONGEST_NUMBER = 12
_STEMS: dict[str, tuple[str, ...]] = {}
"""What a named marker begins with, a number before it and its bracket left out, by the first character."""
for _stem in ("第", "序号", *NAMES):
    _STEMS[_stem[0]] = (*_STEMS.get(_stem[0], ()), _stem)
_BEFORE_NAMES = ("dot", "paren", "han", "han_paren")
_TIGHT = lazy_pattern(
    r"([0-9０-９]{1,3})(?:\s?[.．](?=(?:19|20)\d\d年|\d{1,5}(?:[.．]\d{1,4})?[^\d.．年月日%％])"
    r"|\s(?=[^\W\d_]{4})(?![个名项条件年月日人次家户起万亿元]))"
)
"""A number whose text begins with digits, or that has lost its point: 7.3家单位…, 2.2023年5月…, 3 会议…"""
_DECIMAL = lazy_pattern(
    r"\d{1,2}[.．](\d{1,2})(?:[.．](\d{1,2}))?[.．]?[\s、](?=[^\W\d_]{2})(?![万亿公米吨亩倍元个千百平立小])"
)
"""A number within a number: 2.1 …, 2.1.3 …."""
DIGITS = frozenset("0123456789０１２３４５６７８９")
_HAN = frozenset("一二三四五六七八九十百零〇")
_HAN_SIGNED = lazy_pattern(r"([一二三四五六七八九十百零〇]{1,6}) ?(?:[、.．](?!\d)|([)）])、?)")
_SHI = lazy_pattern("([一二三四五六七八九十]{1,3})[是要](?![否非])")
_DIGITS_SIGNED = lazy_pattern("([0-9０-９]{1,4})( ?)(.?)(.?)", re.DOTALL)
_BRACKETED = lazy_pattern("[(（] ?(?:([一二三四五六七八九十百零〇]{1,6})|([0-9０-９]{1,4})) ?[)）]、?")
_ORDINAL = lazy_pattern("(?:第([一二三四五六七八九十]{1,3})|其([一二三四五六七八九十]))[,，、:：]")
_CIRCLED = frozenset(chr(c) for a, b in ("①⑳", "⑴⒛", "㈠㈩") for c in range(ord(a), ord(b) + 1))
_OPENING, _CLOSING = frozenset("(（"), frozenset(")）")
_DOTS = frozenset(".．")
MARKS = frozenset("■▲◆★※☆►▶◇□△▌▍◎➤✦")
"""Ornaments that may stand before a number or a label."""


class Marker(Value):
    """A number at the start of a line."""

    kind: Kind
    number: int
    label: str
    """As printed, without a colon behind it: `问题1`, `1.`, `(三)`."""
    end: int
    """Where the text behind it begins."""


_Found = tuple[Kind, int | None, int]
"""A marker's kind, its number, and where it ends."""


def parse_marker(text: str) -> Marker | None:
    """The marker that `text` begins with, or None."""
    if not text:
        return None
    first = text[0]
    found = _READERS[first](text) if first in _READERS else None
    if found is None:
        head = text[:_LONGEST_CALLED]
        if "问题" in head or "任务" in head or "事项" in head or "意见" in head or first == "序":
            found = (_match_name(text) if first in _STEMS else None) or _called(text)
        if found is None:
            return _behind_mark(text) if first in MARKS else None
    kind, number, end = found
    if number is None:
        return None
    return Marker(kind, number, text[:end].rstrip(" :：,，"), end + 1 if text.startswith(" ", end) else end)


def _behind_mark(text: str) -> Marker | None:
    """The marker behind an ornament: ■ 问题一, ▲1.."""
    bare = text[1:].lstrip()
    marker = parse_marker(bare) if bare[:1] not in MARKS else None
    return marker.replace(end=marker.end + len(text) - len(bare)) if marker else None


def _named(text: str, begin: int) -> _Found | None:
    """问题1: 整改任务二 第3个问题: 序号: 4, from `begin` on."""
    stems = _STEMS.get(text[begin : begin + 1])
    return _match_name(text, begin) if stems and text.startswith(stems, begin) else None


def _match_name(text: str, begin: int = 0) -> _Found | None:
    """A named marker, its noun at `begin`."""
    match = _NAMED.match(text, begin)
    if match is None:
        return None
    printed = match[match.lastindex or 0]
    number = parse_numeral(printed) if len(printed) <= _MOST_DIGITS or not printed.isdecimal() else None
    return ("named", number, match.end()) if number is not None else None


def _named_in_bracket(text: str) -> _Found | None:
    """【问题1】 【1.问题1】."""
    behind = text[1 : 1 + _LONGEST_NUMBER]
    number = _numbered(behind) if behind[:1] in _NUMBERS else None
    return _named(text, 1 + _behind_number(behind, number))


def _called(text: str) -> _Found | None:
    """查摆问题1: 督察事项(三): a noun that no table names, by how it ends."""
    match = _CALLED.match(text)
    return ("named", parse_numeral(match["number"] or match["nth"]), match.end()) if match else None


def _behind_number(text: str, found: _Found | None) -> int:
    """Where the noun of a named marker would begin that has a number before it: 1.问题1."""
    if found is None or found[0] not in _BEFORE_NAMES:
        return 0
    return found[2] + 1 if text.startswith(" ", found[2]) else found[2]


def _led_by_number(text: str) -> _Found | None:
    """A number, or the named marker behind it: 1. 1.问题1."""
    found = _numbered(text)
    return (_named(text, _behind_number(text, found)) or found) if found else None


def _numbered(text: str) -> _Found | None:
    """A number alone, by what the text begins with."""
    first = text[0]
    if first in DIGITS:
        return _after_digits(text)
    return _after_han(text) if first in _HAN else _bracketed(text)


def _circled(text: str) -> _Found | None:
    """① ⑴ ㈠."""
    return "circled", parse_circled(text[0]), 2 if text[1:2] == "、" else 1


def _nth(text: str) -> _Found | None:
    """第3个问题: 第一,."""
    return _named(text, 0) or _ordinal(text)


def _after_han(text: str) -> _Found | None:
    """一、 一) 一是 一要."""
    if match := _HAN_SIGNED.match(text):
        return "han_paren" if match[2] else "han", parse_numeral(match[1]), match.end()
    match = _SHI.match(text)
    return ("shi", parse_numeral(match[1]), match.end()) if match else None


def _after_digits(text: str) -> _Found | None:
    """1. 1、 1) 01 (a nought before it makes it a number without a point)."""
    match = _DIGITS_SIGNED.match(text)
    digits, space, sign, behind = match.groups() if match else ("", "", "", "")
    at, number = len(digits) + len(space), parse_numeral(digits)
    if sign in _DOTS and (decimal := _DECIMAL.match(text)):
        return ("circled" if decimal[2] else "paren"), parse_numeral(decimal[2] or decimal[1]), decimal.end()
    if space and digits[0] == "0" and len(digits) == _TWO_DIGITS and sign.isalpha():
        return "dot", number, len(digits)
    if sign == "、" or (sign in _DOTS and behind not in DIGITS):
        return "dot", number, at + 1
    return ("paren", number, at + 1) if sign in _CLOSING and at == len(digits) < 4 else None


def _bracketed(text: str) -> _Found | None:
    """(一) (1)."""
    match = _BRACKETED.match(text)
    if match is None:
        return None
    return "han_paren" if match[1] else "paren", parse_numeral(match[1] or match[2]), match.end()


def _ordinal(text: str) -> _Found | None:
    """第一, 其一:."""
    match = _ORDINAL.match(text)
    return ("ordinal", parse_numeral(match[1] or match[2]), match.end()) if match else None


_NUMBERS = DIGITS | _HAN | _OPENING
"""Characters that a number begins with which may stand before a named marker."""
_READERS: dict[str, Callable[[str], _Found | None]] = {
    **dict.fromkeys(_NUMBERS, _led_by_number),
    **dict.fromkeys(_CIRCLED, _circled),
    **dict.fromkeys("【[", _named_in_bracket),
    "第": _nth,
    "其": _ordinal,
}
"""The characters that a marker may begin with, but for the names' own, and what reads it."""


def parse_tight_marker(text: str, expected: int) -> Marker | None:
    """The marker of a text that begins with digits itself (7.3家单位), where its number is expected."""
    match = _TIGHT.match(text) if text[:1] in DIGITS else None
    if match is None or parse_numeral(match[1]) != expected:
        return None
    return Marker("dot", expected, match[0], match.end())
