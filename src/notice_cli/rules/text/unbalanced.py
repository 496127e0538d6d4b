"""TXT004 unbalanced：引号、括号、书名号应成对。

查什么：每一段里 “” ‘’ 《》 〈〉 （） 【】 〔〕 的开与合；全角半角可以混用；编号“一)”“1)”不算；
上一段开、下一段合的，算成对；直引号 " 分不出开合，不看。
Quotes, brackets and book-title marks are balanced within a paragraph; width may be mixed; enumerators such as
`1)` and straight quotes are not looked at.

误：建立“四个清单，逐一销号。
正：建立“四个清单”，逐一销号。

不判：从不。
Never silent.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.damage import is_damaged
from notice_cli.rules.evidence import blocks, quote
from notice_cli.rules.rule import Failed, Held, Outcome, Rule
from notice_cli.text.pattern import lazy_pattern

_CLOSES = Words("「{words}」：{mark} 前面没有与它成对的")
_OPENS = Words("「{words}」：{mark} 后面没有与它成对的")
_PAIRS = (
    ("“", "”"),
    ("‘", "’"),
    ("《", "》"),
    ("〈", "〉"),
    ("（(", "）)"),
    ("【", "】"),
    ("〔[［", "〕]］"),
)
"""Opening and closing marks; those of one pair in any width."""
_OPENING = {mark: pair for pair, (opening, _) in enumerate(_PAIRS) for mark in opening}
_CLOSING = {mark: pair for pair, (_, closing) in enumerate(_PAIRS) for mark in closing}
_MARK = lazy_pattern("[“”‘’《》〈〉（）()【】〔〕\\[\\]［］]")
_MARK_OR_END = lazy_pattern("[“”‘’《》〈〉（）()【】〔〕\\[\\]［］\n]")
_ENUMERATOR = lazy_pattern(r"(?:^|[\s。；;：:，,、》”])(?:[一二三四五六七八九十]{1,3}|\d{1,3}|[A-Za-z])$")
_WORDS = 12
"""Characters shown beside a mark; of equal marks in one line the first is told."""

_Line = tuple[int, int]
_Loose = dict[int, list[int]]
"""Where marks without their partner stand, pair by pair."""


def check(notice: Notice) -> Iterator[Outcome]:
    """Every line of the body, its loose ends matched with those of the next line."""
    text = notice.text
    loose = [
        one for one in _loose_marks(text, list(blocks(notice))) if not is_damaged(text, one[0], one[0] + 1)
    ]
    first = {(line, text[at]): at for at, line in sorted(loose, reverse=True)}
    for (line, _), at in reversed(first.items()):
        yield _fail(notice, at, line)
    if not first:
        yield Held()


def _loose_marks(text: str, lines: list[_Line]) -> Iterator[tuple[int, _Line]]:
    """Each mark without a partner, with its line."""
    held: _Loose = {}
    before = (0, 0)
    marks = "".join(_MARK_OR_END.findall(text)).split("\n")
    if all(map(_is_balanced, marks)):
        return
    for line, own in zip(lines, marks, strict=True):
        opened, closed = ({}, {}) if _is_balanced(own) else _scan(text, *line)
        if not closed and not held:
            held, before = opened, line
            continue
        for pair, places in closed.items():
            matched = min(len(places), len(held.get(pair, ())))
            held[pair] = held.get(pair, [])[: -matched or None]
            yield from ((at, line) for at in places[matched:])
        yield from ((at, before) for places in held.values() for at in places)
        held, before = opened, line
    yield from ((at, before) for places in held.values() for at in places)


@lru_cache(maxsize=512)
def _is_balanced(marks: str) -> bool:
    """Whether each of these marks closes the last of its pair that is open, and none stays open."""
    opened: Counter[int] = Counter()
    for mark in marks:
        opened[_OPENING[mark] if mark in _OPENING else _CLOSING[mark]] += 1 if mark in _OPENING else -1
        if mark in _CLOSING and opened[_CLOSING[mark]] < 0:
            return False
    return not any(opened.values())


def _scan(text: str, start: int, end: int) -> tuple[_Loose, _Loose]:
    """The opening and the closing marks of a line that have no partner in it."""
    opened: _Loose = {}
    closed: _Loose = {}
    for match in _MARK.finditer(text, start, end):
        mark, at = match[0], match.start()
        if mark in _OPENING:
            opened.setdefault(_OPENING[mark], []).append(at)
        elif opened.get(_CLOSING[mark]):
            opened[_CLOSING[mark]].pop()
        elif not _stands_alone(text, start, at):
            closed.setdefault(_CLOSING[mark], []).append(at)
    return opened, closed


def _stands_alone(text: str, start: int, at: int) -> bool:
    """一) and 1), or the apostrophe of a foreign name."""
    before = text[max(start, at - 4) : at]
    if text[at] in ")）":
        return _ENUMERATOR.search(before) is not None
    return text[at] == "’" and before[-1:].isascii() and before[-1:].isalnum()


def _fail(notice: Notice, at: int, line: _Line) -> Failed:
    mark, (start, end) = notice.text[at], line
    opens = mark in _OPENING
    low, high = (at, min(end, at + _WORDS)) if opens else (max(start, at + 1 - _WORDS), at + 1)
    place = quote(notice, low, high)
    return Failed(_OPENS if opens else _CLOSES, {"words": place.text, "mark": mark}, (place,))


RULE = Rule("TXT004", "unbalanced", "warning", check)
