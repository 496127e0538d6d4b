"""Places where characters plainly fell out, as a table of patterns that no sound text can match.

    >>> [damage.name for damage in find_damage("市委第巡察组反馈216个方面问题")]
    ['ordinal', 'aspects']

Garbled dates are not among them: they are read by `text.dates`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from notice_cli.language import Words
from notice_cli.text.pattern import lazy_pattern

_STOP = "[，,。；;、！!）)\\s]|$"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A damage; its pattern begins with one plain character, so that most of a text is passed over fast."""

    name: str
    pattern: re.Pattern[str]
    why: Words
    part: re.Pattern[str] | None = None
    """What stands in all that it finds, where it cannot begin with one character."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged place: `text[start:end]`, and why it cannot be right."""

    name: str
    start: int
    end: int
    why: Words


def _damage(name: str, pattern: str, about: Words, part: re.Pattern[str] | None = None) -> Pattern:
    return Pattern(name, lazy_pattern(pattern), about, part)


_SET_PHRASES = (
    "三重一大",
    "三会一课",
    "一岗双责",
    "两个维护",
    "两个确立",
    "四个意识",
    "四个自信",
    "八项规定",
    "四种形态",
    "六项纪律",
    "三严三实",
    "三公经费",
    "四个清单",
    "两个责任",
)
"""Set phrases that begin with a number; written in quotes without it, the number fell out."""

_COUNTED = ("反馈", "指出", "揭示", "梳理出", "涉及", "发现")
"""Verbs that a number of issues follows."""
_BARE_CLASSIFIER = lazy_pattern("个(?<=[馈出示及现了的]个)(?:方|大|类|具|问)")
"""A classifier of issues directly behind one of these verbs."""
_CLOSING = ("〕", r"\]", "］")
"""Brackets that close the year in a document's number."""
_OPENING = ("〔", "［")
"""Those that open it."""
_JOINED_MARKS = (r",\.", r"，\.", r"\.[.,，]")
"""Marks that do not stand side by side in a number."""

PATTERNS = (
    _damage(
        "ordinal",
        "第(?:[巡察视]{1,2}|督察|检查|审计)组",
        Words("“第”后面缺少序号"),
    ),
    _damage(
        "ordinal",
        "第(?:[轮批]次?(?:巡[察视]|督察|审计)|[届轮](?:[市县区省党]委|人大)"
        "|次(?:集体|党[组委]|会议|全会|全体|常委)|号(?:问题|文件)|季度)",
        Words("“第”后面缺少序号"),
    ),
    _damage(
        "aspects",
        r"个方面(?<=[\d０-９]{3}个方面)(?:的|个|具体|突出){0,2}(?:问题)?",
        Words("“方面”不会有上百个，数字中间缺字"),
    ),
    _damage(
        "classifier",
        "方面个(?:具体|突出)?(?:问题|任务|事项)",
        Words("量词“个”前面缺少数字"),
    ),
    _damage(
        "classifier",
        f"(?:{'|'.join(_COUNTED)})[了的]?个(?:方面|大?类|(?:具体)?问题)",
        Words("量词“个”前面缺少数字"),
        _BARE_CLASSIFIER,
    ),
    _damage(
        "persons",
        f"处分人(?<![受被]处分人)(?={_STOP})",
        Words("“处分”与“人”之间缺少人数"),
    ),
    _damage(
        "measures",
        f"措施条(?={_STOP})",
        Words("“条”前面缺少数字"),
    ),
    _damage(
        "regulations",
        f"制度项(?={_STOP})",
        Words("“项”前面缺少数字"),
    ),
    _damage(
        "meetings",
        f"会议次(?={_STOP})",
        Words("“次”前面缺少数字"),
    ),
    _damage(
        "money",
        f"万元(?<=(?:资金|款项|共计|合计|损失)万元)(?={_STOP})",
        Words("“万元”前面缺少数字"),
    ),
    _damage(
        "rate",
        "率(?:达到了?|[为达是])?[%％]",
        Words("百分号前面缺少数字"),
    ),
    *(
        _damage(
            "document-number",
            rf"{mark}(?<=(?:19|20)\d\d.)(?<![〔\[［（(【\d]\d\d\d\d.)\s?第?\s?\d{{1,5}}\s?号",
            Words("文号缺少左括号“〔”"),
        )
        for mark in _CLOSING
    ),
    *(
        _damage(
            "document-number",
            rf"{mark}(?:19|20)\d{{2}}\s?第?\s?\d{{0,5}}\s?号",
            Words("文号缺少右括号“〕”"),
        )
        for mark in _OPENING
    ),
    _damage(
        "document-number",
        r"〔(?:(?:19|20)\d{2}〕第?号|〕第?\d{0,5}号)",
        Words("文号缺少年份或序号"),
    ),
    _damage(
        "empty-date",
        r"年(?<=[\d０-９]{4}年)\s{0,3}月\s{0,3}日",
        Words("日期缺少月份和日子"),
    ),
    _damage(
        "empty-date",
        rf"月日(?<=[\d０-９]月日)(?=[至向起后]|{_STOP})",
        Words("日期缺少日子"),
    ),
    *(
        _damage(
            "number",
            rf"{marks}(?<=[\d０-９]..)(?=[\d０-９])",
            Words("数字中标点重叠，缺少数字"),
        )
        for marks in _JOINED_MARKS
    ),
    _damage(
        "set-phrase",
        f"“(?:{'|'.join(sorted({phrase[1:] for phrase in _SET_PHRASES}))})”",
        Words("固定提法缺少开头的数字"),
    ),
    _damage(
        "set-phrase",
        "半篇文章(?<![前后上下]半篇文章)",
        Words("“半篇文章”前面缺少“前”或“后”"),
    ),
    _damage(
        "word",
        r"关(?<=[，,。；;：:、\n]关)(?:单位|部门|规定要求|责任人员?)",
        Words("“关”前面缺少“有”或“相”"),
    ),
)
"""Every damage that is looked for."""


@lru_cache(maxsize=4)
def find_damage(text: str) -> tuple[Damage, ...]:
    """Every damaged place of `text`, in order; a place under an earlier one is not repeated."""
    found = sorted(_matches(text), key=lambda one: (one.start, -one.end))
    kept: list[Damage] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _matches(text: str) -> Iterator[Damage]:
    """Each match, with the digits that it cuts into."""
    for each in PATTERNS:
        for match in each.pattern.finditer(text) if each.part is None or each.part.search(text) else ():
            start, end = match.span()
            yield Damage(each.name, _digits_before(text, start), _digits_after(text, end), each.why)


def _digits_before(text: str, start: int) -> int:
    low = max(start - 9, 0)
    while start > low and text[start - 1].isdecimal():
        start -= 1
    return start


def _digits_after(text: str, end: int) -> int:
    high = min(end + 9, len(text))
    while 0 < end < high and text[end - 1] in "0123456789.,，" and text[end].isdecimal():
        end += 1
    return end


def is_damaged(text: str, start: int, end: int) -> bool:
    """Whether characters plainly fell out somewhere in `text[start:end]`."""
    found = find_damage(text)
    at = bisect_left(found, end, key=lambda one: one.start)
    return at > 0 and found[at - 1].end > start
