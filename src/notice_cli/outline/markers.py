"""The numbers that stand before headings and items: 一、 (一) 1. (1) ① 第一, 一是 问题1:."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple, cast

from notice_cli.text.numerals import parse_circled, parse_numeral

Kind = Literal["han", "han_paren", "dot", "paren", "circled", "named", "ordinal", "shi"]
LEVELS: dict[Kind, int] = {"han": 1, "han_paren": 2, "dot": 3, "paren": 4, "circled": 5}
"""Depth of the kinds that headings carry, as official documents order them."""

_HAN = "[一二三四五六七八九十百零〇]{1,6}"
_NUMBER = "[0-9０-９]{1,4}"
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

_MARKER = re.compile(
    rf"""
      (?P<named>[【\[]?(?:(?:[0-9０-９]{{1,3}}\s?[.．、]|[(（](?:{_HAN}|{_NUMBER})[)）]、?|{_HAN}、)\s?)?
        (?:(?:{"|".join(NAMES)})\s?[(（]?(?P<named_number>{_NUMBER}|{_HAN})[)）]?(?:\s?[:：、.．—】\]]{{1,2}}|\s|$)
          |第\s?(?P<nth>{_NUMBER}|{_HAN})\s?个?(?:问题|项|条)\s?[:：、】\]]{{1,2}}
          |序号\s?[:：]\s?(?P<serial>{_NUMBER})(?=\s|$)))
    | (?P<han>(?P<han_number>{_HAN})\s?[、.．](?!\d))
    | (?P<han_paren>[(（]?\s?(?P<han_paren_number>{_HAN})\s?[)）]、?)
    | (?P<dot>(?P<dot_number>{_NUMBER})\s?(?:[.．](?![0-9０-９])|、))
    | (?P<paren>[(（]\s?(?P<paren_number>{_NUMBER})\s?[)）]、?|(?P<half_number>[0-9０-９]{{1,3}})[)）])
    | (?P<circled>[①-⑳⑴-⒇⒈-⒛㈠-㈩])、?
    | (?P<shi>(?P<shi_number>[一二三四五六七八九十]{{1,3}})(?:是|要)(?!否|非))
    | (?P<ordinal>
        (?:第(?P<ordinal_number>[一二三四五六七八九十]{{1,3}})|其(?P<its_number>[一二三四五六七八九十]))
        [,，、:：])
    """,
    re.VERBOSE,
)
_TIGHT = re.compile(r"([0-9０-９]{1,3})\s?[.．](?=(?:19|20)\d\d年|\d{1,5}(?:[.．]\d{1,4})?[^\d.．年月日%％])")
"""A number whose text begins with digits: 7.3家单位…, 2.2023年5月…"""
_FIRST = frozenset("0123456789０１２３４５６７８９一二三四五六七八九十百零〇(（第其序【[").union(
    (name[0] for name in NAMES),
    (chr(c) for a, b in (("①", "⑳"), ("⑴", "⒛"), ("㈠", "㈩")) for c in range(ord(a), ord(b) + 1)),
)
"""Characters that a marker may begin with."""


class Marker(NamedTuple):
    """A number at the start of a line."""

    kind: Kind
    number: int
    label: str
    """As printed, without a colon behind it: `问题1`, `1.`, `(三)`."""
    end: int
    """Where the text behind it begins."""


def parse_marker(text: str) -> Marker | None:
    """The marker that `text` begins with, or None."""
    if not text or text[0] not in _FIRST:
        return None
    match = _MARKER.match(text)
    if match is None:
        return None
    kind = cast("Kind", match.lastgroup)
    number = _number(match, kind)
    if number is None:
        return None
    end = match.end()
    if text[end : end + 1] == " ":
        end += 1
    return Marker(kind, number, match[0].rstrip(" :：,，"), end)


def parse_tight_marker(text: str, expected: int) -> Marker | None:
    """The marker of a text that begins with digits itself (7.3家单位), where its number is expected."""
    match = _TIGHT.match(text)
    if match is None or parse_numeral(match[1]) != expected:
        return None
    return Marker("dot", expected, match[0], match.end())


_NUMBERS: dict[Kind, tuple[str, ...]] = {
    "named": ("named_number", "nth", "serial"),
    "han": ("han_number",),
    "han_paren": ("han_paren_number",),
    "dot": ("dot_number",),
    "paren": ("paren_number", "half_number"),
    "shi": ("shi_number",),
    "ordinal": ("ordinal_number", "its_number"),
}
"""Groups that hold a kind's number."""


def _number(match: re.Match[str], kind: Kind) -> int | None:
    if kind == "circled":
        return parse_circled(match["circled"][0])
    return parse_numeral(next(match[name] for name in _NUMBERS[kind] if match[name]))
