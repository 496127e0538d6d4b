"""Lines to paragraphs: by the room that a line leaves, by indents, by the space between lines.

A line goes on where the first word of the next would not have fitted behind it, and where the next one
begins at the place at which the lines of a paragraph begin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notice_cli.page.documents.pdf_lines import Line, same_size, usual_distance
from notice_cli.text.numerals import parse_circled, parse_numeral
from notice_cli.text.pattern import lazy_pattern

_INDENT = 1.2
"""In characters: a line that begins so far behind the margin is indented."""
_ALIGNED = 0.4
_OFTEN = 4
_NARROWEST = 0.75
"""Share of a page's width that a line reaches before the edge of the page may have ended it."""
_DENSE = 5
"""One line in so many at least ends near the edge of running text."""
_SPARSE = 30
"""Not more than one line in so many reaches beyond it: a heading of the site, a footnote."""
_RAGGED = 1.5
"""In characters: how far from the edge full lines may end."""
_MOSTLY = 0.7
_EXACT = 0.04
"""In characters: how far places may be off."""
_EVEN = 0.4
_LOOSE = 1.25
"""Times the usual distance of lines above which a distance ends a paragraph."""
_CLOSING = "，。、；：？！”’）》〉】〕」』…,.;:?!)]%％·"
"""Characters that do not begin a line."""
_OPENING = "“‘（《〈【〔「『([+＋$￥¥"
"""Characters that do not end one."""
_GLUE = "“”‘’"
"""Characters beside which a line is not broken by all programs."""
_SPACE = 0.35
_FIRST_CHINESE = "\u2e80"
_WORD = lazy_pattern(r"[!-~]{1,40}")
_SENTENCE_END = "。！？；：!?;:”）)》】"
_NUMBERED = lazy_pattern(
    r"[(（]?\s?(?:[一二三四五六七八九十百]{1,4}|\d{1,3})\s?(?:[)）]|(?:、|[.．](?!\d)|[.．](?=\d{1,4}[年月])))|[①-⑳⑴-⒇]"
    r"|[\u4e00-\u9fff]{2,8}\d{0,3}\s?[:：]|第[一二三四五六七八九十]{1,3}[,，、]"
)
"""How a paragraph of a list begins."""


class Column(NamedTuple):
    """The edges between which lines are set."""

    left: float
    right: float
    middles: tuple[float, ...]
    """Where the middle of a centred line may be."""
    starts: frozenset[int] = frozenset()
    """Where many lines begin, in whole points."""


class Paragraph(NamedTuple):
    """A paragraph, and the page that it begins on."""

    text: str
    page: int


class Habits(NamedTuple):
    """How a document sets its paragraphs."""

    leading: float
    """Usual distance of two lines, in points; 0 where there is none."""
    size: float
    """Usual size of characters, in points."""
    blocks: frozenset[int]
    """Indents (in half characters) at which all lines of a paragraph begin."""
    spaced: bool
    """Whether space stands between paragraphs."""


def column_of(lines: Sequence[Line], width: float) -> Column:
    """The edges of the text of pages that are so wide; punctuation may hang beyond the right one.

    The right edge is the outermost place near which many lines end: single ones may reach beyond it.
    """
    ends = [line.x1 for line in lines if line.text[-1:] not in _CLOSING] or [line.x1 for line in lines]
    left = min(line.x0 for line in lines)
    right = _outermost(ends, _usual_size(lines))
    if _end_of_themselves(lines, right):
        right = max(right, _NARROWEST * width)
    begins = Counter(round(line.x0) for line in lines)
    starts = frozenset(start for start, often in begins.items() if often >= _OFTEN)
    return Column(left, right, ((left + right) / 2, width / 2), starts)


def _end_of_themselves(lines: Sequence[Line], right: float) -> bool:
    """Whether most of the longest lines end a sentence, as lines do not that an edge has broken."""
    longest = [line for line in lines if line.x1 > right - _RAGGED * line.size]
    return sum(ends_sentence(line) for line in longest) * 2 > len(longest)


def _outermost(places: Sequence[float], size: float) -> float:
    """The largest place, without the few beyond one near which, within a character or two, many are."""
    ordered = sorted(places, reverse=True)
    many, few = len(ordered) // _DENSE, len(ordered) // _SPARSE
    near = (at for at in range(few + 1) if ordered[at] - ordered[at + many] <= _RAGGED * size)
    return ordered[next(near, 0)]


def read_habits(lines: Sequence[Line], columns: Sequence[Column]) -> Habits:
    """How paragraphs are set, from all lines and the column that each stands in."""
    leading, size = usual_distance(lines), _usual_size(lines)
    same: Counter[int] = Counter()
    back: Counter[int] = Counter()
    gaps = []
    for a, b, column in zip(lines, lines[1:], columns, strict=False):
        if not _is_full(a, b, column):
            gaps.append(_is_loose(a, b, leading, size))
        elif _is_indented(a, column) and not ends_sentence(a):
            counter = same if abs(a.x0 - b.x0) < _ALIGNED * a.size else back
            counter[_level(a, column)] += 1
    blocks = frozenset(level for level, number in same.items() if number > 2 * back[level])
    return Habits(leading, size, blocks, bool(gaps) and sum(gaps) > _MOSTLY * len(gaps))


def _usual_size(lines: Sequence[Line]) -> float:
    return sorted(line.size for line in lines)[len(lines) // 2] if lines else 0.0


def _is_loose(one: Line, other: Line, leading: float, size: float) -> bool:
    """Whether more space stands between two lines than in a paragraph; larger lines have more."""
    usual = leading * max(1.0, one.size / size) if size else leading
    return one.page == other.page and usual > 0 and other.y - one.y > _LOOSE * usual + 1


def join_lines(lines: Sequence[Line], columns: Sequence[Column], habits: Habits) -> list[Paragraph]:
    """Lines to paragraphs, over the ends of pages.

    Args:
        lines: In the order of reading.
        columns: For each line the column that it stands in.
        habits: How the document sets its paragraphs.
    """
    found: list[list[int]] = []
    for at, line in enumerate(lines):
        own = [lines[number] for number in found[-1]] if found else []
        if own and _goes_on(own, line, columns[found[-1][-1]], columns[at], habits):
            found[-1].append(at)
        else:
            found.append([at])
    return [Paragraph(_joined(lines[at] for at in own), lines[own[0]].page) for own in found]


def reaches_on(lines: Sequence[Line], after: Sequence[Line], column: Column) -> bool:
    """Whether the last of some lines is full, so that those after may go on with its paragraph."""
    return bool(lines and after) and _is_full(lines[-1], after[0], column)


_ITEM = lazy_pattern(
    r"(?<![\d.])(?P<before>[(（]?)(?P<number>\d{1,3}|[一二三四五六七八九十]{1,3})(?P<behind>[)）]|、|[.．](?!\d)|[.．](?=\d{1,4}[年月])|是)"
    r"|(?P<circled>[①-⑳⑴-⒇])"
)
"""A number that begins an item: 1. (2) 三、 一是 ①."""


def begins_anew(lines: Sequence[Line]) -> bool:
    """Whether lines begin with a number."""
    return bool(lines) and (lines[0].text[0].isdigit() or _NUMBERED.match(lines[0].text) is not None)


def ends_sentence(line: Line) -> bool:
    """Whether a line ends as a sentence does."""
    return line.text[-1] in _SENTENCE_END


def _goes_on(own: Sequence[Line], line: Line, before: Column, column: Column, habits: Habits) -> bool:
    """Whether a line belongs to the paragraph of the lines above it."""
    last = own[-1]
    if not same_size(last, line) or not _is_full(last, line, before):
        return False
    if _is_loose(last, line, habits.leading, habits.size):
        return False
    if (
        line.x0 - column.left > _ALIGNED * line.size
        and _is_even(line, column)
        and all(_is_even(one, before) for one in own)
    ):
        return True
    if not _is_in_place(own, line, before, column, habits):
        return False
    if (
        own[0].x0 - before.left > line.x0 - column.left + _ALIGNED * line.size
    ):  # behind an indented first line
        return True
    if habits.spaced and last.page == line.page:
        return True
    return not _begins_item(_joined(own), line.text)


def _begins_item(before: str, text: str) -> bool:
    """Whether a line begins the next item of a list: its number follows the one that the text begins with.

    A number that follows one in the middle of the text before is only a part of the paragraph.
    """
    item = _ITEM.match(text)
    if item is None:
        return before[-1] in _SENTENCE_END and _NUMBERED.match(text) is not None
    earlier = [at for at, sign, number in _items(before) if (sign, number + 1) == _item_key(item)]
    if earlier:
        return earlier[-1] == 0
    return before[-1] in _SENTENCE_END and item["behind"] != "是"


def _items(text: str) -> Iterator[tuple[int, str, int]]:
    """Every number in a text that may begin an item: where, how it is written, and the number."""
    for item in _ITEM.finditer(text):
        yield item.start(), *_item_key(item)


def _item_key(item: re.Match[str]) -> tuple[str, int]:
    before, number, behind = item["before"], item["number"] or item["circled"], item["behind"]
    value = parse_circled(number) if item["circled"] else parse_numeral(number)
    return f"{before or ''}{'' if number.isdecimal() else '一'}{behind or ''}", value or 0


def _is_in_place(own: Sequence[Line], line: Line, before: Column, column: Column, habits: Habits) -> bool:
    """Whether a line begins where the next line of the paragraph would."""
    near = _ALIGNED * line.size
    first, begin = own[0], line.x0 - column.left + before.left
    if len(own) > 1:
        return abs(begin - own[-1].x0) < near
    if abs(begin - first.x0) < near:
        return not _is_indented(line, column) or _level(line, column) in habits.blocks
    if begin > first.x0:  # a hanging indent: behind a number and a gap
        return len(first.starts) > 1 and abs(begin - first.starts[1]) < near
    return not _is_indented(line, column)


def _is_full(line: Line, after: Line, column: Column) -> bool:
    """Whether the first word of the line after would not have fitted behind this one."""
    centred = _is_even(line, column) and line.x0 - column.left > line.size
    used = line.x1 - (line.x0 if centred else column.left)
    needed = _first_width(after) + (_SPACE * line.size if _mixed(line.text[-1], after.text[0]) else 0)
    return used + needed > column.right - column.left - _EXACT * line.size


def _mixed(one: str, other: str) -> bool:
    """Whether a Western and a Chinese character meet, between which programs put a little space."""
    return one.isalnum() and other.isalnum() and one.isascii() != other.isascii()


def _first_width(line: Line) -> float:
    """Width of what cannot be parted at the beginning of a line."""
    text = line.text
    end = _unit_end(text, 0)
    while end < len(text) and _holds(text[end - 1], text[end]):
        end = _unit_end(text, end)
    return line.ends[end - 1] - line.x0


def _unit_end(text: str, at: int) -> int:
    """Where the Western word, or the one character, that begins at `at` ends."""
    word = _WORD.match(text, at)
    return word.end() if word else at + 1


def _holds(one: str, other: str) -> bool:
    """Whether two characters are not parted by the end of a line; some programs hold 。2 together too."""
    if other in _CLOSING or one in _OPENING or one in _GLUE or other in _GLUE:
        return True
    return one in _CLOSING and other.isalnum() and other < _FIRST_CHINESE


def _is_even(line: Line, column: Column) -> bool:
    """Whether the space before a line is that behind it, and is no indent that other lines have too."""
    near = _EVEN * line.size
    if max(line.x0 - column.left, column.right - line.x1) < near:
        return True
    if round(line.x0) in column.starts:
        return False
    return any(abs((line.x0 + line.x1) / 2 - middle) < near for middle in column.middles)


def _is_indented(line: Line, column: Column) -> bool:
    return line.x0 - column.left > _INDENT * line.size


def _level(line: Line, column: Column) -> int:
    return round(2 * (line.x0 - column.left) / line.size) if line.size else 0


def _joined(lines: Iterable[Line]) -> str:
    """The lines of a paragraph as one; words keep a space between them."""
    text = ""
    for line in lines:
        words = (
            text[-1:].isascii()
            and text[-1:].isalpha()
            and line.text[:1].isascii()
            and line.text[:1].isalpha()
        )
        text += (" " if words else "") + line.text
    return text
