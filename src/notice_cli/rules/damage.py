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

_STOP = "[，,。；;、！!）)\\s]|$"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A damage: tried only on a text that holds `needle`."""

    name: str
    needle: str
    pattern: re.Pattern[str]
    why: Words


@dataclass(frozen=True, slots=True)
class Damage:
    """A damaged place: `text[start:end]`, and why it cannot be right."""

    name: str
    start: int
    end: int
    why: Words


def _damage(name: str, needle: str, pattern: str, zh: str, en: str) -> Pattern:
    return Pattern(name, needle, re.compile(pattern, re.MULTILINE), Words(zh, en))


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

PATTERNS = (
    _damage(
        "ordinal",
        "第",
        r"第(?:[巡察视]{1,2}|督察|检查|审计)组",
        "“第”后面缺少序号",
        "the number after 第 is missing",
    ),
    _damage(
        "ordinal-round",
        "第",
        r"第(?:[轮批](?:次)?(?:巡[察视]|督察|审计)|[届轮](?:市委|县委|区委|省委|党委|人大)"
        r"|次(?:集体|党组|党委|会议|全会|全体|常委)|号(?:问题|文件)|季度)",
        "“第”后面缺少序号",
        "the number after 第 is missing",
    ),
    _damage(
        "aspects",
        "个方面",
        r"(?<![\d０-９.])[1-9１-９][\d０-９]{2,4}个(?:大)?方面(?:的)?(?:个|具体|突出)?(?:问题)?",
        "“方面”不会有上百个，数字中间缺字",
        "there are never hundreds of 方面: characters between two numbers fell out",
    ),
    _damage(
        "classifier",
        "个",
        r"(?:方面|大?类|大项)(?:共|共计|的)?个(?:具体|突出)?(?:问题|任务|事项)"
        r"|(?:反馈|指出|揭示|梳理出|涉及|发现)(?:了|的)?个(?:方面|大类|类|具体问题|问题)",
        "量词“个”前面缺少数字",
        "the number before 个 is missing",
    ),
    _damage(
        "sanctioned",
        "处分人",
        rf"(?:党纪|政纪|政务|纪律|党政纪|组织)[\u4e00-\u9fff]{{0,2}}处分人(?={_STOP})"
        rf"|(?<![受被])处分人(?={_STOP})",
        "“处分”与“人”之间缺少人数",
        "the number of persons before 人 is missing",
    ),
    _damage(
        "measures",
        "条",
        rf"(?:制定|完成|落实|采取|细化)[\u4e00-\u9fff]{{0,6}}(?:措施|举措)条(?={_STOP})",
        "“条”前面缺少数字",
        "the number before 条 is missing",
    ),
    _damage(
        "regulations",
        "制度项",
        rf"(?:建立|修订|完善|出台|制定|健全|废止)[\u4e00-\u9fff]{{0,8}}制度项(?={_STOP})",
        "“项”前面缺少数字",
        "the number before 项 is missing",
    ),
    _damage(
        "meetings",
        "次",
        rf"召开[\u4e00-\u9fff]{{2,12}}会(?:议)?次(?={_STOP})",
        "“次”前面缺少数字",
        "the number before 次 is missing",
    ),
    _damage(
        "money",
        "万元",
        rf"(?:资金|款项|共计|合计|损失)万元(?={_STOP})",
        "“万元”前面缺少数字",
        "the amount before 万元 is missing",
    ),
    _damage(
        "rate",
        "率",
        r"率(?:为|达|达到|达到了|是)?[%％]",
        "百分号前面缺少数字",
        "the number before % is missing",
    ),
    _damage(
        "document-number",
        "号",
        r"(?<![〔\[［(（【\d])(?:19|20)\d{2}[〕\]］]\s?(?:第\s?)?\d{1,5}\s?号",
        "文号缺少左括号“〔”",
        "the opening bracket 〔 of a document number is missing",
    ),
    _damage(
        "document-number",
        "号",
        r"[〔［](?:19|20)\d{2}\s?(?:第\s?)?\d{0,5}\s?号",
        "文号缺少右括号“〕”",
        "the closing bracket 〕 of a document number is missing",
    ),
    _damage(
        "document-number",
        "〕",
        r"〔(?:19|20)\d{2}〕(?:第)?号|〔〕(?:第)?\d{0,5}号",
        "文号缺少年份或序号",
        "the year or the serial number of a document number is missing",
    ),
    _damage(
        "empty-date",
        "年",
        r"[\d０-９]{4}年\s{0,3}月\s{0,3}日",
        "日期缺少月份和日子",
        "the month and the day of a date are missing",
    ),
    _damage(
        "empty-date",
        "月日",
        rf"[\d０-９]{{1,2}}月日(?=[至向起后]|{_STOP})",
        "日期缺少日子",
        "the day of a date is missing",
    ),
    _damage(
        "number",
        ".",
        r"(?<![\d.])\d{1,9}(?:[,，]\.\d|\.[,，]\d|\.\.\d)\d{0,4}",
        "数字中标点重叠，缺少数字",
        "two marks meet within a number: a digit is missing",
    ),
    _damage(
        "set-phrase",
        "“",
        "“(?:" + "|".join(sorted({phrase[1:] for phrase in _SET_PHRASES})) + ")”",
        "固定提法缺少开头的数字",
        "the number that this set phrase begins with is missing",
    ),
    _damage(
        "set-phrase",
        "半篇文章",
        r"(?<![前后上下])半篇文章",
        "“半篇文章”前面缺少“前”或“后”",
        "前 or 后 before 半篇文章 is missing",
    ),
    _damage(
        "word",
        "关",
        r"(?:^|(?<=[，,。；;：:、]))关(?:单位|部门|规定要求|责任人员?)",
        "“关”前面缺少“有”或“相”",
        "有 or 相 before 关 is missing",
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
    for each in PATTERNS:
        if each.needle in text:
            for match in each.pattern.finditer(text):
                yield Damage(each.name, match.start(), match.end(), each.why)


def is_damaged(text: str, start: int, end: int) -> bool:
    """Whether characters plainly fell out somewhere in `text[start:end]`."""
    found = find_damage(text)
    at = bisect_left(found, end, key=lambda one: one.start)
    return at > 0 and found[at - 1].end > start
