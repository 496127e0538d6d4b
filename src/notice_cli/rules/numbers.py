"""The numbers that are printed before issues and measures, as runs that should count up by one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from notice_cli.model import Issue, Notice
from notice_cli.rules.memo import once
from notice_cli.text.numerals import parse_circled, parse_numeral

_NUMERAL = re.compile(
    r"[0-9０-９]{1,6}|[一二三四五六七八九十百零〇]{1,7}|[\u2460-\u249b\u3220-\u3229\u2776-\u277f]"
)
_COMPOUND = re.compile(r"[0-9０-９][-.．—][0-9０-９]")

_MOST = 30
"""As many missing numbers are looked for in the text."""

Run = list[tuple[int, Issue]]
"""Issues with the numbers that they print, where numbers should run 1, 2, 3."""


@lru_cache(maxsize=512)
def parse_label(label: str | None) -> int | None:
    """The number in 问题4, (三), ⑤, 六是; None for 1-2, 其一 without a numeral, or no label."""
    if not label or _COMPOUND.search(label):
        return None
    match = _NUMERAL.search(label)
    if match is None:
        return None
    return (
        parse_circled(match[0]) if len(match[0]) == 1 and not _is_plain(match[0]) else parse_numeral(match[0])
    )


@lru_cache(maxsize=512)
def skeleton(label: str | None) -> tuple[str, str]:
    """The marks of a label and the kind of its digits: 3. and ３． are alike, 三、 and （3） are others."""
    match = _NUMERAL.search(label or "")
    if label is None or match is None:
        return label or "", ""
    kind = "arabic" if match[0].isdecimal() else "chinese" if _is_plain(match[0][0]) else "sign"
    bare = label[: match.start()] + label[match.end() :]
    return bare.translate(_FOLD).strip(), kind


_FOLD = str.maketrans("（）．，：、", "().,:,")


def _is_plain(letter: str) -> bool:
    return letter.isdecimal() or "一" <= letter <= "龥"


@once
def printed_runs(notice: Notice) -> list[Run]:
    """One run where numbers go through the whole notice, else a run for every return to 1."""
    numbered = [(value, issue) for issue in notice.issues if (value := parse_label(issue.label)) is not None]
    if all(value == issue.number for value, issue in numbered):
        return [numbered] if numbered else []
    runs: list[Run] = []
    for value, issue in numbered:
        last = runs[-1][-1] if runs else None
        if last is None or value == 1 or (issue.section != last[1].section and value != last[0] + 1):
            runs.append([])
        runs[-1].append((value, issue))
    return runs


class Gap(NamedTuple):
    """The numbers that are missing between two issues, or before the first."""

    before: int
    above: Issue | None
    after: int
    below: Issue

    @property
    def missing(self) -> range:
        """The numbers."""
        return range(self.before + 1, self.after)


def find_gaps(run: Run) -> Iterator[Gap]:
    """Where a run, in ascending order, leaves numbers out."""
    before, above = 0, None
    for value, issue in sorted(run, key=lambda pair: pair[0]):
        if value > before + 1:
            yield Gap(before, above, value, issue)
        before, above = value, issue


def is_unread(notice: Notice, gap: Gap) -> bool:
    """Whether the missing numbers stand in the text after all, taken for something else."""
    start, end = gap.above.span.start if gap.above else _list_start(notice, gap.below), gap.below.span.start
    return len(gap.missing) <= _MOST and all(
        stands_unread(notice.text, gap.below.label, number, start, end) for number in gap.missing
    )


def _list_start(notice: Notice, first: Issue) -> int:
    """Where the part begins that the first issue stands in."""
    heads = [one.span.end for one in notice.outline if one.level == 1]
    ends = (*heads, *(one.span.end for one in notice.overview))
    return max((end for end in ends if end <= first.span.start), default=0)


def stands_unread(text: str, label: str | None, number: int, start: int, end: int) -> bool:
    """Whether a line of `text[start:end]` begins with `number` in the style of `label`: we missed it."""
    match = _NUMERAL.search(label or "")
    if label is None or match is None:
        return False
    before, after = (_any_width(marks) for marks in (label[: match.start()], label[match.end() :]))
    pattern = rf"^\s{{0,6}}{before}\s?(?:{'|'.join(written(number, match[0]))})\s?{after}"
    return re.compile(pattern, re.MULTILINE).search(text, start, end) is not None


def _any_width(marks: str) -> str:
    """A pattern for the marks around a number, full width or half."""
    widths = {"(": "[(（]", ")": "[)）]", ".": "[.．]", ":": "[:：]", ",": "[,，、]"}
    return "".join(widths.get(mark, re.escape(mark)) for mark in marks.translate(_FOLD))


def written(number: int, like: str = "") -> tuple[str, ...]:
    """12 as 12, １２ and 十二 (Chinese numerals up to 99); as ⑫ where `like` is ③ or another such sign."""
    sign = parse_circled(like) if len(like) == 1 and not _is_plain(like) else None
    if sign is not None:
        return (chr(ord(like) + number - sign),)
    arabic = str(number)
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in arabic)
    tens, ones = divmod(number, 10)
    if not 0 < number < 100:
        return arabic, wide
    digits = "〇一二三四五六七八九"
    high = "" if tens == 0 else "十" if tens == 1 else f"{digits[tens]}十"
    return arabic, wide, high + (digits[ones] if ones else "")
