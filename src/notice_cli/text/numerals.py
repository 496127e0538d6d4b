"""Numbers as notices print them: 23, ２３, 二十三, 廿三, 一百零三, 二〇二四, ①, ⑴, ㈠."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

DIGITS = {
    **dict(zip("〇○零０一二三四五六七八九", (0, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)),
    **dict(zip("两壹贰叁肆伍陆柒捌玖", (2, 1, 2, 3, 4, 5, 6, 7, 8, 9), strict=True)),
}
"""Chinese digits in all the glyphs that stand for them."""
UNITS = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10_000, "亿": 100_000_000}
_MOST_DIGITS = 18
"""Longer than this is no figure of a notice."""
MYRIADS = (10_000, 100_000_000)


@lru_cache(maxsize=4096)
def parse_numeral(text: str) -> int | None:
    """The whole number that `text` is, in Arabic, full-width or Chinese digits; None if it is none."""
    plain = text.replace(",", "").replace("，", "")
    if len(plain) > _MOST_DIGITS:
        return None
    if plain.isdecimal():
        return int(plain)
    if all(letter in DIGITS for letter in plain):
        return parse_digits(plain)
    return _with_units(plain)


def parse_digits(text: str) -> int | None:
    """A number written digit by digit (二〇二四, 2024, ２０２４); None if a character is no digit."""
    if text.isdecimal():
        return int(text)
    digits = [DIGITS.get(letter, unicodedata.decimal(letter, None)) for letter in text]
    if not digits or None in digits:
        return None
    return int("".join(str(digit) for digit in digits))


@lru_cache(maxsize=256)
def parse_circled(letter: str) -> int | None:
    """The number in ①, ⑴, ⒈ or ㈠; None if the character is none of these."""
    value = unicodedata.numeric(letter, None)
    return int(value) if value is not None and not letter.isdecimal() and letter not in DIGITS else None


def _with_units(text: str) -> int | None:
    """二十三, 一百零三, 三万五千: a digit before each unit, 十 alone being ten."""
    total = part = digit = 0
    for letter in text:
        if letter in DIGITS:
            digit = DIGITS[letter]
        elif letter == "廿":
            part += 20
        elif letter not in UNITS:
            return None
        elif UNITS[letter] in MYRIADS:
            total, part, digit = total + (part + digit) * UNITS[letter], 0, 0
        else:
            part, digit = part + (digit or 1) * UNITS[letter], 0
    return total + part + digit if text else None
