"""A paragraph taken apart: sentences into items, each item's figures with the words before and behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from notice_cli.reading.count_words import Word, find_words
from notice_cli.text.amounts import Amount, find_amounts, half_width
from notice_cli.text.numerals import parse_numeral

Link = Literal["sentence", "semicolon", "comma", "item"]
LINKS: dict[str, Link] = {
    **dict.fromkeys("。!?.", "sentence"),
    ";": "semicolon",
    **dict.fromkeys(",:()[]", "comma"),
    "、": "item",
}
"""How what follows a separator hangs on what stands before it."""
STRENGTH: dict[Link, int] = {"item": 0, "comma": 1, "semicolon": 2, "sentence": 3}

_SEPARATOR = re.compile(r"[。!?;,:()\[\]、]|\.(?!\d)")
_NUMERAL = r"[\d一二三四五六七八九十百]{1,5}"
_REFERENCE = rf"(?:第|问题|序号|编号|任务){{0,2}}{_NUMERAL}(?:号|项|个|条)?(?:问题|任务|事项)?"
_LIST = rf"{_REFERENCE}(?:(?:、|,|和|及|与|以及|;|至|到|-|—|~){_REFERENCE}){{0,80}}"
_REFERENCES = re.compile(
    rf"[(\[](?=[^)\]]{{0,200}}?(?:第|号|问题|序号|编号))(?:即|分别[为是]|为|详见|见|具体为)?(?P<inside>{_LIST})[)\]]"
    rf"|[,:](?:即|分别[为是])(?=[^,;。]{{0,200}}?(?:第|号|问题|序号|编号))(?P<after>{_LIST})(?=[,;。]|$)"
)
_STEP = re.compile(rf"({_NUMERAL})|[至到—~-]")
_LONGEST_RANGE = 200


@dataclass(frozen=True, slots=True)
class Item:
    """A piece between separators; pieces of a list without a figure of their own stay together."""

    start: int
    end: int
    link: Link
    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in its item: the words before it (since the figure before) and behind it (as far as its own)."""

    amount: Amount
    item: Item
    link: Link
    refs: tuple[int, ...]
    before: tuple[Word, ...]
    after: tuple[Word, ...]
    near: tuple[Word, ...]
    """The words of `before` that stand directly at the number, nothing unknown between."""
    bare: bool
    """True where nothing at all stands before the number in its item."""
    last: bool
    """True for the last figure of its item."""


def fold(text: str) -> tuple[str, Sequence[int]]:
    """The text in half width without spaces, and the place in `text` of each of its characters (and of the end)."""
    plain = half_width(text)
    if " " not in plain:
        return plain, range(len(plain) + 1)
    places = [place for place, letter in enumerate(plain) if letter != " "]
    return "".join(plain[place] for place in places), [*places, len(plain)]


def take_references(text: str) -> tuple[str, dict[int, tuple[int, ...]]]:
    """The text with the brackets that name issues blanked out, and the issues they name by where they begin.

    `正在推进2个(第5、15号问题)` gives `{6: (5, 15)}`.
    """
    found: dict[int, tuple[int, ...]] = {}

    def blank(match: re.Match[str]) -> str:
        found[match.start()] = _numbers(match["inside"] or match["after"])
        return " " * len(match[0])

    return _REFERENCES.sub(blank, text), found


def _numbers(text: str) -> tuple[int, ...]:
    """4、8和13至15 as 4, 8, 13, 14, 15."""
    numbers: list[int] = []
    ranged = False
    for match in _STEP.finditer(text):
        number = parse_numeral(match[1]) if match[1] else None
        if number is not None and ranged and numbers and 0 < number - numbers[-1] < _LONGEST_RANGE:
            numbers.extend(range(numbers[-1] + 1, number + 1))
        elif number is not None:
            numbers.append(number)
        ranged = number is None
    return tuple(numbers)


def read_items(text: str) -> list[Item]:
    """The items of a folded paragraph in order; empty where it holds no figure."""
    amounts = find_amounts(text)
    return _joined(_pieces(text, amounts)) if amounts else []


def read_mentions(text: str, item: Item, references: dict[int, tuple[int, ...]]) -> list[Mention]:
    """The figures of one item, the words between two of them shared out."""
    edges = [item.start, *(edge for amount in item.amounts for edge in (amount.start, amount.end)), item.end]
    between = [find_words(text, edges[place], edges[place + 1]) for place in range(0, len(edges), 2)]
    found: list[Mention] = []
    begin, before = item.start, between[0]
    for place, amount in enumerate(item.amounts):
        last = place == len(item.amounts) - 1
        after = between[place + 1]
        own = after if last else _own(amount, before, after, between[place + 2])
        near = _adjacent(before, amount.start)
        link = item.link if place == 0 else "item"
        found.append(
            Mention(
                amount,
                item,
                link,
                _references(references, edges[2 * place + 2], edges[2 * place + 3]),
                tuple(before),
                tuple(own),
                near,
                begin == amount.start,
                last,
            )
        )
        begin, before = (own[-1].end if own else amount.end), after[len(own) :]
    return found


def _references(references: dict[int, tuple[int, ...]], start: int, end: int) -> tuple[int, ...]:
    """The issues named between two figures."""
    return next((references[place] for place in range(start, end) if place in references), ())


def noun_behind(words: Sequence[Word]) -> int | None:
    """The place among the words behind a figure of the noun that it counts; None where they name none."""
    for place, word in enumerate(words):
        if "noun" in word.senses:
            return place if place == 0 or _may_precede(words[:place]) else None
        if word.senses.keys() & {"make", "sanction", "meeting", "money", "lead", "event"} or _stops(word):
            return None
    return None


def _may_precede(words: Sequence[Word]) -> bool:
    """A result before the noun belongs to it only with 的: 22个已完成整改的问题."""
    return words[-1].text.endswith("的") or not any("status" in word.senses for word in words)


def _stops(word: Word) -> bool:
    return word.senses.get("mark") in ("stop", "part", "beside", "respectively", "share", "subset", "remain", "except")


def _own(amount: Amount, before: Sequence[Word], after: list[Word], beyond: Sequence[Word]) -> list[Word]:
    """Which words between two figures belong to the first: its noun, else its result where the second has one of its own."""
    if amount.unit in ("方面", "类") or (after and after[0].text in ("方面", "类")):
        return after[: 1 if after and after[0].text in ("方面", "类") else 0]
    noun = noun_behind(after)
    if noun is not None:
        return after[: noun + 1]
    if after and (after[0].senses.get("mark") == "part" or (amount.unit == "%" and after[0].text == "的")):
        return after[:1]
    if not before and any("status" in word.senses for word in beyond):
        return after
    return []


def _adjacent(words: Sequence[Word], end: int) -> tuple[Word, ...]:
    place = len(words)
    while place and words[place - 1].end == end:
        place -= 1
        end = words[place].start
    return tuple(words[place:])


def _pieces(text: str, amounts: list[Amount]) -> Iterator[Item]:
    """The text between separators that stand in no figure."""
    start, link, first = 0, "sentence", 0
    spans = iter(amounts)
    current = next(spans, None)
    for match in _SEPARATOR.finditer(text):
        place = match.start()
        while current and current.end <= place:
            current = next(spans, None)
        if current and current.start <= place < current.end:
            continue
        first, inside = _inside(amounts, first, place)
        yield Item(start, place, link, inside)  # type: ignore[arg-type]
        start, link = match.end(), LINKS[match[0]]
    yield Item(start, len(text), link, tuple(amounts[first:]))  # type: ignore[arg-type]


def _inside(amounts: list[Amount], first: int, end: int) -> tuple[int, tuple[Amount, ...]]:
    last = first
    while last < len(amounts) and amounts[last].end <= end:
        last += 1
    return last, tuple(amounts[first:last])


def _joined(pieces: Iterator[Item]) -> list[Item]:
    """Two separators in a row count as the stronger; a list is cut only behind a figure."""
    items: list[Item] = []
    pending: Link = "item"
    for piece in pieces:
        link = max(piece.link, pending, key=STRENGTH.__getitem__)
        if piece.start == piece.end:
            pending = link
            continue
        pending = "item"
        if items and link == "item" and not items[-1].amounts:
            items[-1] = replace(items[-1], end=piece.end, amounts=piece.amounts)
        else:
            items.append(replace(piece, link=link))
    return items
