"""Automatic numbers of a Word document as they are printed: 一、 (一) 1. ① 壹."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from notice_cli.page.documents.package import W
from notice_cli.text.pattern import lazy_pattern

_PLACE = lazy_pattern(r"%([1-9])")
_HAN = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_MOST = 9999
"""Numbers above this one are written in digits."""
_DEEPEST = 9
_MOST_STYLES_UP = 20


class Level(NamedTuple):
    """One level of a list."""

    start: int
    format: str
    text: str
    """`%1、`: what stands around the numbers of this level and of those above."""
    restart: int | None
    """The level whose numbers begin this one anew; None for any above."""
    legal: bool
    """Whether all numbers are written in digits."""


class Item(NamedTuple):
    """Which list a paragraph belongs to, and on which level."""

    list: str
    level: int


@dataclass(frozen=True, slots=True)
class Lists:
    """The lists of a document and how far each is counted."""

    levels: Mapping[str, Mapping[int, Level]]
    """Of each list: its levels."""
    shared: Mapping[str, str]
    """Lists that count together carry the same value."""
    starts: Mapping[str, Mapping[int, int]]
    """Where a list begins anew."""
    styles: Mapping[str, Item]
    counters: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[str] = field(default_factory=set)


def read_lists(numbering: etree._Element | None, styles: etree._Element | None) -> Lists:
    """The lists that a document defines; none where it has no numbering."""
    abstract: dict[str, etree._Element] = {}
    levels: dict[str, Mapping[int, Level]] = {}
    shared: dict[str, str] = {}
    starts: dict[str, Mapping[int, int]] = {}
    for one in numbering.iter(f"{W}abstractNum") if numbering is not None else ():
        abstract[one.get(f"{W}abstractNumId") or ""] = one
    for one in numbering.iter(f"{W}num") if numbering is not None else ():
        number = one.get(f"{W}numId") or ""
        shared[number] = _value(one, "abstractNumId") or ""
        base = _base(abstract, shared[number])
        levels[number] = _levels(base) | _levels_over(one)
        starts[number] = _starts(one)
    return Lists(levels, shared, starts, _style_items(styles, levels, abstract, shared))


def number_label(lists: Lists, paragraph: etree._Element) -> str:
    """The number that is printed before a paragraph, counted on; empty where it has none, or a bullet."""
    item = _item(lists, paragraph)
    level = lists.levels.get(item.list, {}).get(item.level) if item else None
    if item is None or level is None:
        return ""
    numbers = _count_on(lists, item)
    return (
        ""
        if level.format == "bullet"
        else _PLACE.sub(lambda m: _written(lists, item, level, numbers, int(m[1]) - 1), level.text)
    )


def _item(lists: Lists, paragraph: etree._Element) -> Item | None:
    """The paragraph's own list, else that of its style."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        return lists.styles.get("")
    style = lists.styles.get(_value(properties, "pStyle") or "")
    own = properties.find(f"{W}numPr")
    number = _value(own, "numId") if own is not None else None
    if number is None:
        level = _value(own, "ilvl") if own is not None else None
        return style._replace(level=_whole(level, style.level)) if style else None
    return Item(number, _whole(_value(own, "ilvl"), 0))


def _count_on(lists: Lists, item: Item) -> dict[int, int]:
    """The numbers of all levels of the list after one more item."""
    numbers = lists.counters.setdefault(lists.shared.get(item.list, item.list), {})
    if item.list not in lists.begun:
        lists.begun.add(item.list)
        for level, start in lists.starts.get(item.list, {}).items():
            numbers[level] = start - 1
    own = lists.levels[item.list]
    for above in range(item.level):
        numbers.setdefault(above, own[above].start if above in own else 1)
    numbers[item.level] = numbers.get(item.level, own[item.level].start - 1) + 1
    for below in [n for n in numbers if n > item.level]:
        restart = own[below].restart if below in own else None
        if restart is None or (restart > 0 and item.level < restart):
            del numbers[below]
    return numbers


def _written(lists: Lists, item: Item, level: Level, numbers: Mapping[int, int], at: int) -> str:
    """One number of a label, in the format of its own level."""
    own = lists.levels[item.list].get(at)
    if own is None or at > item.level:
        return ""
    number = numbers.get(at, own.start)
    form = "decimal" if level.legal else own.format
    return FORMATS.get(form, str)(number) if 0 <= number <= _MOST else str(number)


def _han(number: int, digits: str = _HAN, units: str = "十百千", *, ten: str = "十") -> str:
    """23 -> 二十三, 105 -> 一百〇五."""
    if number < 10:
        return digits[number]
    places = str(number)
    parts = [
        (digits[int(d)], units[len(places) - at - 2] if at < len(places) - 1 else "", d)
        for at, d in enumerate(places)
    ]
    text = "".join(digit + unit if d != "0" else digits[0] for digit, unit, d in parts).rstrip(digits[0])
    text = re.sub(f"{digits[0]}+", digits[0], text)
    return text[1:] if 10 <= number < 20 and ten == "十" else text


def _digits(number: int) -> str:
    """23 -> 二三."""
    return "".join(_HAN[int(digit)] for digit in str(number))


def _full_width(number: int) -> str:
    return str(number).translate({ord("0") + n: "０１２３４５６７８９"[n] for n in range(10)})


def _enclosed(first: str, most: int) -> Callable[[int], str]:
    """Numbers up to `most` as one character: ①; above it in digits."""
    return lambda number: chr(ord(first) + number - 1) if 1 <= number <= most else str(number)


def _one_of(letters: str) -> Callable[[int], str]:
    """甲乙丙, begun anew behind the last."""
    return lambda number: letters[(number - 1) % len(letters)] if number > 0 else str(number)


def _letters(first: str) -> Callable[[int], str]:
    """a, b, …, z, aa, bb."""
    return lambda number: (
        chr(ord(first) + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 261 else str(number)
    )


def _roman(number: int) -> str:
    steps = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"))
    text = ""
    for value, letters in (*steps, (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        text += letters * (number // value)
        number %= value
    return text


FORMATS: dict[str, Callable[[int], str]] = {
    "none": lambda number: "",
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _enclosed("①", 20),
    "decimalEnclosedCircleChinese": _enclosed("①", 20),
    "decimalEnclosedParen": _enclosed("⑴", 20),
    "decimalEnclosedFullstop": _enclosed("⒈", 20),
    "ideographEnclosedCircle": _enclosed("㊀", 10),
    "chineseCounting": _han,
    "chineseCountingThousand": _han,
    "japaneseCounting": _han,
    "taiwaneseCounting": _han,
    "taiwaneseCountingThousand": _han,
    "ideographDigital": _digits,
    "japaneseDigitalTenThousand": _digits,
    "taiwaneseDigital": _digits,
    "chineseLegalSimplified": lambda number: _han(number, _LEGAL, "拾佰仟", ten="壹拾"),
    "ideographTraditional": _one_of("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _one_of("子丑寅卯辰巳午未申酉戌亥"),
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
}
"""Names of number formats and how each writes a number; any other format is written in digits."""


def _base(abstract: Mapping[str, etree._Element], number: str) -> etree._Element | None:
    """A list's definition; one that only points to a style is looked up there."""
    one = abstract.get(number)
    link = _value(one, "numStyleLink") if one is not None else None
    if link is None:
        return one
    return next((other for other in abstract.values() if _value(other, "styleLink") == link), one)


def _levels(parent: etree._Element | None) -> dict[int, Level]:
    found = parent.findall(f"{W}lvl") if parent is not None else []
    return {_whole(one.get(f"{W}ilvl"), 0): _level(one) for one in found}


def _levels_over(number: etree._Element) -> dict[int, Level]:
    """The levels that a list defines over those it takes from elsewhere."""
    return {at: level for over in number.findall(f"{W}lvlOverride") for at, level in _levels(over).items()}


def _level(one: etree._Element) -> Level:
    restart = _value(one, "lvlRestart")
    return Level(
        _whole(_value(one, "start"), 0),
        _value(one, "numFmt") or "decimal",
        _value(one, "lvlText") or "",
        None if restart is None else _whole(restart, 0),
        one.find(f"{W}isLgl") is not None,
    )


def _starts(number: etree._Element) -> dict[int, int]:
    found = ((over, _value(over, "startOverride")) for over in number.findall(f"{W}lvlOverride"))
    return {_whole(over.get(f"{W}ilvl"), 0): _whole(start, 1) for over, start in found if start is not None}


def _style_items(
    styles: etree._Element | None,
    levels: Mapping[str, Mapping[int, Level]],
    abstract: Mapping[str, etree._Element],
    shared: Mapping[str, str],
) -> dict[str, Item]:
    """The list that each paragraph style puts its paragraphs into; `""` is the style of those without one."""
    by_id = {
        one.get(f"{W}styleId") or "": one
        for one in (styles if styles is not None else ())
        if one.tag == f"{W}style"
    }
    items: dict[str, Item] = {}
    for name in by_id:
        number, owner = _style_number(by_id, name)
        if number is None or number not in levels:
            continue
        base = _base(abstract, shared.get(number, ""))
        named = (
            lvl
            for lvl in (base.findall(f"{W}lvl") if base is not None else ())
            if _value(lvl, "pStyle") in (name, owner)
        )
        level = next((_whole(lvl.get(f"{W}ilvl"), 0) for lvl in named), None)
        items[name] = Item(number, level if level is not None else _style_level(by_id[owner]))
        if by_id[name].get(f"{W}default") in ("1", "true") and by_id[name].get(f"{W}type") == "paragraph":
            items[""] = items[name]
    return items


def _style_number(by_id: Mapping[str, etree._Element], name: str) -> tuple[str | None, str]:
    """The list that a style or one that it is based on names, and which of them does."""
    for _ in range(_MOST_STYLES_UP):
        one = by_id.get(name)
        if one is None:
            break
        number = one.find(f"{W}pPr/{W}numPr")
        if number is not None and (value := _value(number, "numId")) is not None:
            return value, name
        name = _value(one, "basedOn") or ""
    return None, name


def _style_level(style: etree._Element) -> int:
    number = style.find(f"{W}pPr/{W}numPr")
    return _whole(_value(number, "ilvl"), 0) if number is not None else 0


def _value(parent: etree._Element | None, name: str) -> str | None:
    """The `w:val` of a child."""
    child = parent.find(W + name) if parent is not None else None
    return child.get(f"{W}val") if child is not None else None


def _whole(text: str | None, otherwise: int) -> int:
    """A small whole number, else what stands for it."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else otherwise
