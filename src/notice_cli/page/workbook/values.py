"""What a cell shows: strings, numbers, dates and percentages as a reader of the sheet sees them.

>>> show_number("45357", "date")
'2024-03-06'
>>> show_number("0.792", "percent")
'79.2%'
>>> show_number("23.0", None)
'23'
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from notice_cli.page.workbook.package import Package, read_elements
from notice_cli.text.pattern import lazy_pattern

Style = Literal["date", "percent"] | None
_DATE_IDS = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Built-in number formats that show dates or times, those of Chinese Excel included."""
_PERCENT_IDS = frozenset((9, 10))
_QUOTED = lazy_pattern(r"\"[^\"]{0,200}\"|\\.|\[[^\]]{0,60}\]|_.|\*.")
_ESCAPED = lazy_pattern(r"_x([0-9A-Fa-f]{4})_")
_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - days of a sheet have no zone
_DAYS_TO_1904 = 1462
_LAST_DAY = 2_958_465


class Formats(NamedTuple):
    """What is needed to show a cell: the shared strings, styles by number, days to add."""

    strings: tuple[str, ...] = ()
    styles: tuple[Style, ...] = ()
    days: int = 0


def read_formats(package: Package, strings: str, styles: str, *, from_1904: bool) -> Formats:
    """Shared strings and styles out of their parts, either of which may be missing."""
    texts = tuple(unescape(one.texts.get("t", "")) for one in read_elements(package, strings))
    return Formats(texts, tuple(_read_styles(package, styles)), _DAYS_TO_1904 if from_1904 else 0)


def _read_styles(package: Package, part: str) -> Iterator[Style]:
    """What each cell format shows; those of named styles (`cellStyleXfs`) stand apart."""
    custom: dict[str, Style] = {}
    wanted = False
    for name, attributes, _ in read_elements(package, part, "numFmt", "cellStyleXfs", "cellXfs", "xf"):
        if name == "numFmt":
            custom[attributes.get("numFmtId", "")] = _style_of(attributes.get("formatCode", ""))
        elif name != "xf":
            wanted = name == "cellXfs"
        elif wanted:
            yield _style(attributes.get("numFmtId", "0"), custom)


def _style(number: str, custom: dict[str, Style]) -> Style:
    if number in custom:
        return custom[number]
    known = int(number) if number.isdecimal() and len(number) < 6 else 0
    return "date" if known in _DATE_IDS else "percent" if known in _PERCENT_IDS else None


def _style_of(code: str) -> Style:
    """What a format code shows: `yyyy"年"m"月"` a date, `0.0%` a percentage."""
    bare = _QUOTED.sub("", code[:400]).lower()
    if "%" in bare:
        return "percent"
    return "date" if "general" not in bare and any(letter in bare for letter in "ymdh") else None


def unescape(text: str) -> str:
    """`_x000D_` as the character that it stands for."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda found: _character(found[1]), text)


def _character(digits: str) -> str:
    letter = chr(int(digits, 16))
    return "\n" if letter == "\r" else "�" if "\ud800" <= letter <= "\udfff" else letter


def show_number(written: str, style: Style, days: int = 0) -> str:
    """A number as the sheet shows it; what is no number stays as it is."""
    try:
        value = float(written)
    except ValueError:
        return written
    if style == "date" and 0 < value + days <= _LAST_DAY:
        return _show_date(value + days)
    return f"{_plain(value * 100)}%" if style == "percent" else _plain(value)


def _plain(value: float) -> str:
    """Fifteen digits, as Excel keeps them, without a point that nothing follows."""
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return f"{value:.15g}"


def _show_date(days: float) -> str:
    moment = _EPOCH + timedelta(days=days)
    if moment.time() == moment.time().min:
        return f"{moment:%Y-%m-%d}"
    return f"{moment:%H:%M}" if days < 1 else f"{moment:%Y-%m-%d %H:%M}"
