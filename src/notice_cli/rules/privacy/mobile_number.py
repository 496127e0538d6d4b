"""PRV002 mobile-number：联系方式之外，不应出现个人手机号。

查什么：正文里的11位手机号（中间有空格、横线的也算）；联系方式一行里的、打了星号的不算。
No personal mobile number outside the contact line; masked ones are no fault.

误：由张某（13800138000）负责整改。
正：由张某（138****8000）负责整改。

不判：从不。
Never silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.evidence import quote
from notice_cli.rules.looking import long_numbers
from notice_cli.rules.rule import Failed, Held, Outcome, Rule
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("联系方式之外出现手机号 {masked}")
_NUMBER = lazy_pattern(
    r"[1１](?<![0-9０-９A-Za-z.\-].)[3-9３-９][0-9０-９]([\s-]?)[0-9０-９]{4}\1[0-9０-９]{4}(?![0-9０-９A-Za-z])"
)
_CONTACT = lazy_pattern(
    r"电\s{0,4}话|手\s{0,4}机(?:号码?)?\s{0,2}[:：]|热\s{0,2}线|联\s{0,4}系\s{0,4}(?:人|方\s{0,2}式|方\s{0,2}法)"
    r"|微\s?信|短\s?信|来\s?电|致\s?电|拨\s?打"
)


def check(notice: Notice) -> Iterator[Outcome]:
    """Every number of that form in a line that is no contact line."""
    numbers = (
        match
        for start, end in long_numbers(notice)
        for match in _NUMBER.finditer(notice.text, start, end + 1)
    )
    found = [match for match in numbers if not _is_contact(notice, match.start())]
    for match in found:
        masked = f"{match[0][:3]}****{match[0][-2:]}"
        yield Failed(_SENTENCE, {"masked": masked}, (quote(notice, *match.span()),))
    if not found:
        yield Held()


def _is_contact(notice: Notice, at: int) -> bool:
    """Whether the line or the one before it speaks of calling, or the record holds it as a contact."""
    text = notice.text
    known = [one.span for one in notice.contact.evidence.values() if one.span is not None]
    if any(span.start <= at < span.end for span in known):
        return True
    start = text.rfind("\n", 0, at) + 1
    before = text.rfind("\n", 0, max(start - 1, 0)) + 1
    return _CONTACT.search(text, max(before, at - 160), at) is not None


RULE = Rule("PRV002", "mobile-number", "warning", check)
