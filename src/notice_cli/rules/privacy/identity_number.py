"""PRV001 identity-number：通报不应出现居民身份证号。

查什么：18位身份证号（校验码正确，或前面写着身份证），和前面写着身份证的15位号码；打了星号的不算。
No resident identity number: 18 digits with a right check digit, or 15 or 18 behind the word. Masked ones
are no fault.

误：责令张某（身份证号：330102199001011239）退还款项。
正：责令张某（身份证号：3301**********1239）退还款项。

不判：从不。
Never silent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.evidence import quote
from notice_cli.rules.looking import long_numbers
from notice_cli.rules.rule import Failed, Held, Outcome, Rule
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("出现身份证号 {masked}")
_NUMBER = lazy_pattern(
    r"[1-9１-９](?<![0-9A-Za-z０-９.].)[0-9０-９]{14}(?:[0-9０-９]{2}[0-9０-９XxＸｘ])?(?![0-9A-Za-z０-９])"
)
_MORE = 2
"""Characters behind the digits that are looked at: X, and what must not follow."""
_BIRTH = lazy_pattern(r"\d{6}(?:(?:19|20)\d\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]")
_NAMED = lazy_pattern("身份证|身份号码|公民身份")
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_WIDE = str.maketrans("０１２３４５６７８９Ｘｘx", "0123456789XXX")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every number of that length."""
    numbers = (
        match
        for start, end in long_numbers(notice)
        for match in _NUMBER.finditer(notice.text, start, end + _MORE)
    )
    found = [match for match in numbers if _is_identity(notice.text, match)]
    for match in found:
        digits = match[0].translate(_WIDE)
        yield Failed(_SENTENCE, {"masked": f"{digits[:4]}…{digits[-2:]}"}, (quote(notice, *match.span()),))
    if not found:
        yield Held()


def _is_identity(text: str, match: re.Match[str]) -> bool:
    digits = match[0].translate(_WIDE)
    if _NAMED.search(text, max(match.start() - 12, 0), match.start()):
        return True
    return _BIRTH.fullmatch(digits) is not None and _check_letter(digits) == digits[-1]


def _check_letter(digits: str) -> str:
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=False))
    return "10X98765432"[total % 11]


RULE = Rule("PRV001", "identity-number", "error", check)
