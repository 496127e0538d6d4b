"""Numbers with their units, and vague ones as intervals.

    23个  ２３个  二十三个  5,482.15万元  1.2万人  79.2%  百分之九十  30余次  近六成  60%以上

Numbers that count nothing are passed over: ordinals (第5次, 第4、8项), titles, set phrases (八项规定), dates.
"""

from __future__ import annotations

import math
import re
from typing import Literal

from notice_cli.text.numerals import DIGITS, parse_digits, parse_numeral
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

Mark = Literal["below", "about", "over", "at_least", "at_most", "exact"]

MARKS_BEFORE: dict[str, Mark] = {
    **dict.fromkeys(("近", "将近", "接近"), "below"),
    **dict.fromkeys(("约", "约为", "大约", "大概", "约有"), "about"),
    **dict.fromkeys(("逾", "多于"), "over"),
    **dict.fromkeys(("超", "超过", "突破", "不少于", "不低于", "至少", "过"), "at_least"),
    **dict.fromkeys(("不足", "不到", "低于", "少于", "不超过", "至多", "最多"), "at_most"),
}
"""Words directly before a number that make it vague; the longest that fits counts."""
MARKS_AFTER: dict[str, Mark] = {
    **dict.fromkeys(("余", "多"), "over"),
    **dict.fromkeys(("左右", "上下", "来"), "about"),
    "以上": "at_least",
    **dict.fromkeys(("以下", "以内"), "at_most"),
}
"""Words within or directly behind a number and its unit that make it vague."""
NO_MARKS = (
    "最近",
    "附近",
    "临近",
    "预约",
    "节约",
    "违约",
    "履约",
    "通过",
    "经过",
    "记过",
    "大过",
    "改过",
    "难过",
)
"""Words that end like a mark and are none."""
SET_PHRASES = (
    "八项规定 三重一大 三会一课 一把手 两个维护 两个确立 四个意识 四个自信 四个全面 四种形态 "
    "一岗双责 三严三实 两学一做 六项纪律 三项制度 两个责任 五位一体 三位一体 四位一体 三个区分开来 "
    "一方面 一次性 一起 一体 一件事 一家人 一条龙 一项一项 一件一件 一条一条 一个一个 "
    "三个聚焦 四个聚焦 五个聚焦 三个必须 四个必须 五个必须 四个融入"
)
"""Set phrases that begin with a number and count nothing."""
CLASSIFIERS = (
    "人次 场次 批次 大类 小类 大方面 方面 大项 小项 个 项 条 件 处 起 宗 类 名 人 位 次 场 期 份 批 轮 "
    "家 户 卷 篇 部 支 套 台 辆 亩 册 款 例 笔"
)
"""What stands between a number and the thing counted."""
MODIFIED = {"大类": "类", "小类": "类", "大方面": "方面", "大项": "项", "小项": "项"}
"""Classifiers with an adjective before them."""

_WIDTHS = tuple(
    zip("０１２３４５６７８９，．：；（）％！？［］－～＋　", "0123456789,.:;()%!?[]-~+ ", strict=True)
)
_WIDE = lazy_pattern("[\uff01-\uff5e\u3000]")
"""Where nothing of it stands, a text is in half width."""
_MARK_ENDS = {mark[-1] for mark in MARKS_BEFORE}
_CLASSIFIER = "|".join(CLASSIFIERS.split())
_SET_PHRASES = tuple(SET_PHRASES.split())
_CHINESE = "〇○零一二两三四五六七八九十百千万亿廿壹贰叁肆伍陆柒捌玖拾佰仟"
_FIRST = "〇零一二两三四五六七八九十百廿壹贰叁肆伍陆柒捌玖拾佰"
_NUMBER = rf"""(?:
    (?<![\d.]) (?P<digits>
        \d{{1,3}} (?:,\d{{3}}){{1,4}} (?!\d) (?:\.\d{{1,6}})? | \d{{1,9}} (?:\.\d{{1,6}})? )
  | (?<![{_CHINESE}数几]) (?!(?<=[上成])百) (?!(?<=队)伍) (?!(?<=[上前新每这逐历统])一)
    (?P<chinese> [{_CHINESE}]{{1,12}}? )
)"""
_UNIT = rf"""(?P<more>[余多来])? (?:
    (?P<money> (?:万亿|亿|万)? [余多]? 元 )
  | (?P<myriad> [万亿])? (?P<more_still>[余多])?
    (?: (?P<percent>%) | (?P<classifier>{_CLASSIFIER})
        (?!月|多月|工作日|小时|百分点|自然日|星期|季度|半月|年|国家) )
) (?P<behind>以上|以下|以内|左右|上下|多(?!次|个|人|项))?"""
_BEHIND = "%成分元万亿余多来" + "".join(sorted({one[0] for one in CLASSIFIERS.split()}))
"""What can stand directly behind the number of an amount."""
_PATTERN = lazy_pattern(
    rf"""(?:
    {_NUMBER} {_UNIT}
  | 百分之 (?P<hundredths> \d{{1,3}}(?:\.\d{{1,4}})? | [{_CHINESE}]{{1,5}}(?:点[{_CHINESE}]{{1,4}})? )
    (?P<beyond>以上|左右|多)?
  | (?<![{_CHINESE}]) (?P<tenths> [一二三四五六七八九] ) 成 (?![立员为果效份就分了本])
    (?P<tenths_more> [一二三四五六七八九半]?多?(?:以上|左右)? )
  | (?P<half> 过半数? | 半数以上 ) )""",
    re.VERBOSE,
)
_PARTS = ("digits", "chinese", "myriad", "money", "classifier", "behind", "more", "more_still")
"""The groups of a number with its unit; the last three say how it is vague."""
_ANCHOR = lazy_pattern(
    rf"""[\d{_FIRST}第《“过半](?:
    (?<=《) [^》]{{1,80}}》
  | (?<=第) [\d{_CHINESE}][\d{_CHINESE}、至到和及~—第-]{{0,600}}
  | (?<=“) [\d{_FIRST}][^”]{{1,12}}”
  | (?<=[过半])
  | (?=[\d{_CHINESE},.点]{{0,30}}[{_BEHIND}]) )""",
    re.VERBOSE,
)
"""The character that a number with a unit may begin with; tried nowhere else, for `_PATTERN` is slow over a
whole text. Titles, ordinals and numbers in quotes, in which none is read, are matched whole."""


class Amount(Value):
    """A number with its unit at `text[start:end]`."""

    value: int | float
    """The number as printed; 1.2万人 is 12000 in 人, 1.2万元 stays 1.2 in 万元."""
    unit: str
    mark: Mark
    """How the number is vague."""
    start: int
    end: int
    chinese: bool = False
    """True where the number is printed in Chinese numerals."""

    @property
    def approximate(self) -> bool:
        """True where the number is vague (近, 余, 约, 以上, 六成)."""
        return self.mark != "exact"

    @property
    def bounds(self) -> tuple[float, float]:
        """The closed interval in which what the number stands for lies."""
        return _interval(self.value, self.mark, 100.0 if self.unit == "%" else math.inf)


def half_width(text: str) -> str:
    """The text with full-width digits and ASCII punctuation in half width; as long as before."""
    if not _WIDE.search(text):
        return text
    for wide, narrow in _WIDTHS:
        text = text.replace(wide, narrow)
    return text


def find_amounts(text: str) -> list[Amount]:
    """Every number with a unit in the text (any width), in order; ordinals and set phrases are none."""
    return find_plain_amounts(half_width(text))


def find_plain_amounts(plain: str) -> list[Amount]:
    """As `find_amounts`, of a text in half width."""
    found: list[Amount] = []
    end = 0
    for anchor in _ANCHOR.finditer(plain):
        at, behind = anchor.span()
        match = _PATTERN.match(plain, at) if at >= end and behind == at + 1 else None
        if match:
            end = match.end()
            amount = _amount(plain, match)
            if amount:
                found.append(amount)
    return found


def bounds(clause: str, value: float) -> tuple[float, float]:
    """The closed interval that the figure `value`, printed in `clause`, may lie in: (20, 30) for 20余个.

    An exact figure, or one that is not printed there, gives `(value, value)`.
    """
    for amount in find_amounts(clause):
        if amount.value == value:
            return amount.bounds
    return value, value


def _amount(plain: str, match: re.Match[str]) -> Amount | None:
    digits, chinese, myriad, money, classifier, behind, more, more_still = match.group(*_PARTS)
    value = int(digits) if digits and digits.isdecimal() else _value(plain, match)
    if value is None:
        return None
    start = match.start()
    mark: Mark = "exact"
    if plain[start - 1 : start] in _MARK_ENDS:
        start, mark = _mark_before(plain, start)
    if mark == "exact" and (behind or more or more_still or money or not (digits or chinese)):
        mark = _mark_after(match)
    value = _scaled(value, myriad) if myriad else value
    unit = MODIFIED.get(classifier, classifier) if classifier else _unit(money)
    return Amount(value, unit, mark, start, match.end(), digits is None)


def _value(plain: str, match: re.Match[str]) -> int | float | None:
    """1,203, 2.5, 二十三, 百分之九十; None for a set phrase."""
    if match["digits"]:
        return _decimal(match["digits"])
    if plain.startswith(_SET_PHRASES, match.start()):
        return None
    return _chinese(match["chinese"]) if match["chinese"] else _part(match)


def _part(match: re.Match[str]) -> int | float | None:
    """百分之九十, 六成, 过半."""
    if match["hundredths"]:
        return _hundredths(match["hundredths"])
    if match["tenths"]:
        more = match["tenths_more"][:1]
        return (parse_numeral(match["tenths"]) or 0) * 10 + (5 if more == "半" else DIGITS.get(more, 0))
    return 50


def _decimal(digits: str) -> int | float:
    plain = digits.replace(",", "")
    return float(plain) if "." in plain else int(plain)


def _chinese(text: str) -> int | None:
    """二十三, 一百零五; None for two digits side by side (三五个), which are no number."""
    if len(text) > 1 and not any(letter in "十百千万亿廿拾佰仟〇零○" for letter in text):
        return None
    return parse_numeral(text)


def _hundredths(text: str) -> int | float | None:
    if text == "百":
        return 100
    if text[0].isdecimal():
        return _decimal(text)
    whole, _, behind = text.partition("点")
    number, digits = _chinese(whole), parse_digits(behind)
    return number if number is None or digits is None else float(f"{number}.{digits:0{len(behind)}}")


def _scaled(number: int | float, myriad: str) -> int | float:
    scaled = round(number * (10_000 if myriad == "万" else 100_000_000), 4)
    return int(scaled) if scaled == int(scaled) else scaled


def _unit(money: str | None) -> str:
    return money.replace("余", "").replace("多", "") if money else "%"


def _mark_before(plain: str, start: int) -> tuple[int, Mark]:
    """Where the figure begins with the word before it, and what that word makes of it."""
    if plain.endswith(NO_MARKS, 0, start):
        return start, "exact"
    for size in (3, 2, 1):
        mark = MARKS_BEFORE.get(plain[start - size : start]) if start >= size else None
        if mark:
            return start - size, mark
    return start, "exact"


def _mark_after(match: re.Match[str]) -> Mark:
    """What the words within or behind a figure make of it."""
    if not (match["digits"] or match["chinese"]):
        return _part_mark(match)
    behind, more, more_still, money = match.group("behind", "more", "more_still", "money")
    behind = behind or more or more_still
    if not behind and money and len(money) > 1 and money[-2] in "余多":
        behind = "余"
    return MARKS_AFTER[behind] if behind else "exact"


def _part_mark(match: re.Match[str]) -> Mark:
    if match["half"]:
        return "at_least"
    if match["tenths"]:
        return _tenths_mark(match["tenths_more"])
    return MARKS_AFTER[match["beyond"]] if match["beyond"] else "exact"


def _tenths_mark(more: str) -> Mark:
    for word in ("以上", "多"):
        if more.endswith(word):
            return MARKS_AFTER[word]
    return "about"


def _interval(value: float, mark: Mark, limit: float) -> tuple[float, float]:
    slack = max(_step(value) / 2, abs(value) / 10)
    return {
        "below": (value - slack, value),
        "about": (value - slack, min(value + slack, limit)),
        "over": (value, min(value + max(_step(value), slack), limit)),
        "at_least": (value, limit),
        "at_most": (0.0, value),
        "exact": (value, value),
    }[mark]


def _step(value: float) -> float:
    """The size of the last digit that is not a trailing zero: 10 for 20, 100 for 2100, 0.1 for 1.5."""
    if value != int(value):
        return float(10 ** -len(repr(value).partition(".")[2]))
    step = 1
    while value and value % (step * 10) == 0:
        step *= 10
    return step
