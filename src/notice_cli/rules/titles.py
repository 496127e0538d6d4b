"""Titles and names of bodies, folded so that only real differences are left."""

from __future__ import annotations

import re
import unicodedata

from notice_cli.text.pattern import lazy_pattern

_SUFFIX = lazy_pattern(
    r"[\[(〔][^\[\]()〔〕]{0,12}(?:公开|公示|摘要|摘编|全文|稿|版|试行)[^\[\]()〔〕]{0,6}[\])〕]$|[\[(]?(?:19|20)\d\d-\d\d-\d\d[\])]?$"
)
_PREFIX = lazy_pattern(r"^(?:[【\[][^【】\[\]]{1,12}[】\]]|[\u4e00-\u9fff]{2,6}:)")
_ANGLES = (("〈", "<"), ("〉", ">"), ("《", "<"), ("》", ">"), ("“", '"'), ("”", '"'), ("—", "-"), ("–", "-"))
_BLANKS = lazy_pattern(r"[\s\u200b\ufeff]+")
_BODY_MARKS = ("党组", "党委", "党工委", "党总支", "党支部", "机关党委", "委员会", "委")
_PARTY = ("中国共产党", "中共")
_PLACES = "省市县区旗州盟乡镇道村社"
_GOVERNMENT = ("人民政府", "政府")


def fold(text: str) -> str:
    """Width, white space, brackets and quotes folded away."""
    plain = unicodedata.normalize("NFKC", text)
    for mark, folded in _ANGLES:
        plain = plain.replace(mark, folded)
    return _BLANKS.sub("", plain)


def fold_title(title: str) -> str:
    """A title without （社会公开稿） behind and 【巡察整改】 before it."""
    plain = fold(title)
    return _PREFIX.sub("", _SUFFIX.sub("", plain), count=1)


def same_title(one: str, other: str) -> bool:
    """Whether two titles agree; one that was cut short with … or leaves the issuer out does."""
    left, right = sorted((fold_title(one), fold_title(other)), key=len)
    if left == right or right.endswith(left):
        return True
    cut = re.sub(r"(?:\.{2,}|…+)$", "", left)
    return cut != left and right.startswith(cut)


def issuer_of(title: str) -> str | None:
    """中共青湖市林业局党组 before 关于…; None where the title begins with 关于 or names nobody."""
    before, about, _ = fold_title(title).partition("关于")
    return before if about and len(before) > 3 else None


def same_body(one: str, other: str) -> bool:
    """Whether two names are those of one body: X局党组, 中共X局党组, X局, or one short for the other."""
    left, right = _core(one), _core(other)
    if left == right:
        return True
    short, full = sorted((left, right), key=len)
    return len(short) > 1 and short[-1] == full[-1] and _is_abbreviation(short, full)


def _core(name: str) -> str:
    """市林业局 for 中共市林业局党组; a place keeps whether its party committee or government is meant."""
    plain = fold(name)
    party = next((mark for mark in _PARTY if plain.startswith(mark)), "")
    plain = plain.removeprefix(party)
    for mark in _GOVERNMENT:
        if plain.endswith(mark):
            return plain.removesuffix(mark) + "|政"
    stripped = next((plain.removesuffix(mark) for mark in _BODY_MARKS if plain.endswith(mark)), plain)
    return stripped + "|党" if stripped and stripped != plain and stripped[-1] in _PLACES else stripped


def _is_abbreviation(short: str, full: str) -> bool:
    """Whether the letters of `short` stand in `full` in the same order."""
    letters = iter(full)
    return all(letter in letters for letter in short)
