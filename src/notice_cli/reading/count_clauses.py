"""A paragraph taken apart: sentences into items, items into figures with the words around them."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from notice_cli.reading.count_lexicon import Word, find_words
from notice_cli.text.amounts import Amount, find_plain_amounts, half_width
from notice_cli.text.numerals import parse_numeral
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

LISTED, COMMA, SEMICOLON, SENTENCE = range(4)
"""How strongly a separator parts what follows it from what stands before it."""
LINKS = {**dict.fromkeys("。!?.", SENTENCE), ";": SEMICOLON, **dict.fromkeys(",:()[]", COMMA), "、": LISTED}

_SEPARATOR = lazy_pattern(r"[。!?;,:()\[\]、.](?<!\.(?=\d))")
_NUMERAL = r"[\d一二三四五六七八九十百]{1,5}"
_REFERENCE = rf"(?:第|问题|序号|编号|任务){{0,2}}{_NUMERAL}(?:号|项|个|条)?(?:问题|任务|事项)?"
_LIST = rf"{_REFERENCE}(?:(?:、|,|和|及|与|以及|;|至|到|-|—|~){_REFERENCE}){{0,80}}"
_IN_BRACKETS = lazy_pattern(
    rf"[(\[](?=[^)\]]{{0,200}}?(?:第|号|问题|序号|编号))(?:即|分别[为是]|为|详见|见|具体为)?({_LIST})[)\]]"
)
_IN_CLAUSE = lazy_pattern(
    rf"[,:](?:即|分别[为是])(?=[^,;。]{{0,200}}?(?:第|号|问题|序号|编号))({_LIST})(?=[,;。]|$)"
)
_ASIDE = lazy_pattern(r"\(([^()]{1,60})\)(?=[^,;:。()、])")
"""A remark in the middle of a clause: 1个(关于储备不足)长期坚持."""
_WHOLE = lazy_pattern(r"(占[^,;。()]{1,12})\(([^()]{1,8})\)(的)")
"""A whole in brackets: 占问题总数(24个)的95.8%."""
_STEP = lazy_pattern(rf"({_NUMERAL})|[至到—~-]")
_LONGEST_RANGE = 200
_NAMING = {"noun", "event", "brief"}
"""Kinds of words of which a name of what issues are about is made."""
_LONGEST_SUBJECT = 10
"""What issues are about (干部队伍建设) is no longer than this."""
TIMES = ("次", "场", "期", "场次", "轮", "批次")
"""Classifiers of what happens a number of times."""
_STOPS = frozenset(("stop", "give", "part", "beside", "respectively", "share", "subset", "remain", "except"))
"""Marks behind which no noun belongs to the figure before them."""


class Item(Value):
    """A piece between separators; pieces of a list without a figure of their own stay together."""

    start: int
    end: int
    link: int
    """The strength of the separator before it."""
    amounts: Sequence[Amount]


class Mention(Value):
    """A figure in its item, the words before it (since the figure before) and its own words behind it."""

    amount: Amount
    item: Item
    link: int
    refs: tuple[int, ...]
    before: Sequence[Word]
    after: Sequence[Word]
    near: Sequence[Word]
    """The words of `before` that stand directly at the number, nothing unknown between."""
    marks: Sequence[str]
    """The marks (其中, 另有, 除, …) among the words before it."""
    bare: bool
    """True where nothing at all stands before the number in its item."""
    last: bool
    """True for the last figure of its item."""


def fold(text: str) -> tuple[str, Sequence[int]]:
    """The text in half width without spaces, and where its characters (and its end) stand in `text`."""
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
        found[match.start()] = _numbers(match[1])
        return " " * len(match[0])

    if "(" in text or "[" in text:
        text = _IN_BRACKETS.sub(blank, text)
        text = _WHOLE.sub(r"\1 \2 \3", text) if ")的" in text else text
    if "即" in text or "分别" in text:
        text = _IN_CLAUSE.sub(blank, text)
    return _ASIDE.sub(_blank_aside, text) if "(" in text else text, found


def _blank_aside(match: re.Match[str]) -> str:
    return match[0] if find_plain_amounts(match[1]) else " " * len(match[0])


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


Run = list[Item]
"""Figures that 、 strings together, each in its item; an item without one stands alone."""


def read_runs(text: str, amounts: Sequence[Amount]) -> list[Run]:
    """The runs of a folded paragraph in order, of the sentences that hold one of its figures."""
    runs: list[Run] = []
    end = first = 0
    while first < len(amounts):
        start = max(text.rfind("。", end, amounts[first].start) + 1, end)
        end = text.find("。", amounts[first].end)
        end = len(text) if end < 0 else end
        last = first
        while last < len(amounts) and amounts[last].start < end:
            last += 1
        _add_runs(runs, text, start, end, amounts[first:last])
        first = last
    return runs


def _add_runs(runs: list[Run], text: str, start: int, end: int, amounts: Sequence[Amount]) -> None:
    """A sentence's pieces: of two separators in a row the stronger counts; a list is cut behind a figure."""
    first = last = 0
    link, stop, figure = SENTENCE, start - 1, amounts[0].start
    for piece in _SEPARATOR.split(text[start:end]):
        stop += 1 + len(piece)
        if figure <= stop:
            last, figure = _behind(amounts, last, stop)
            if figure <= stop:
                continue  # the separator stands in a figure
        if start < stop:
            if link == LISTED and not runs[-1][0].amounts:
                former = runs.pop()[0]
                start, link = former.start, former.link
            item = Item(start, stop, link, amounts[first:last] if first < last else ())
            if link == LISTED and item.amounts and runs[-1][0].amounts:
                runs[-1].append(item)
            else:
                runs.append([item])
            link, first = LISTED, last
        start = stop + 1
        if stop < end and (strength := LINKS[text[stop]]) > link:
            link = strength


def _behind(amounts: Sequence[Amount], place: int, stop: int) -> tuple[int, int]:
    """The place of the first figure, from a place on, that ends behind `stop`, and where it begins."""
    while place < len(amounts) and amounts[place].end <= stop:
        place += 1
    return place, amounts[place].start if place < len(amounts) else sys.maxsize


def read_mentions(text: str, item: Item, references: dict[int, tuple[int, ...]]) -> list[Mention]:
    """The figures of one item, the words between two of them shared out."""
    found: list[Mention] = []
    amounts, link, begin = item.amounts, item.link, item.start
    before: Sequence[Word] = find_words(text, begin, amounts[0].start)
    for place, amount in enumerate(amounts, 1):
        last = place == len(amounts)
        reach = item.end if last else amounts[place].start
        after = find_words(text, amount.end, reach) if amount.end < reach else []
        if found and found[-1].before and amount.unit.endswith("元") and _sums(before, begin, amount.start):
            before = found[-1].before  # 清退12人次4.32万元, 清退补助2笔共0.86万元
        own = after if last else _own(text, item, place, before, after)
        refs = _references(references, amount.end, reach) if references else ()
        near = _adjacent(before, amount.start)
        marks = [word.senses["mark"] for word in before if "mark" in word.senses]
        found.append(Mention(amount, item, link, refs, before, own, near, marks, begin == amount.start, last))
        begin, before, link = (own[-1].end if own else amount.end), after[len(own) :], LISTED
    return found


def _sums(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether between two figures stands nothing, or that the second is the sum of the first."""
    summing = [word for word in words if word.senses.get("mark") in ("total", "fill")]
    return sum(word.end - word.start for word in summing) == end - start


def _references(references: dict[int, tuple[int, ...]], start: int, end: int) -> tuple[int, ...]:
    """The issues named between two figures."""
    for place in range(start, end):
        if place in references:
            return references[place]
    return ()


def noun_behind(words: Sequence[Word]) -> int | None:
    """The place among the words behind a figure of the noun that it counts; None where they name none."""
    for place, word in enumerate(words):
        if "noun" in word.senses:
            if place and not _may_precede(words[:place]):
                return None
            return _head(words, place) if place + 1 < len(words) else place
        if word.senses.keys() & {"make", "sanction", "meeting", "money", "lead", "event"} or _stops(word):
            return None
    return None


def _head(words: Sequence[Word], place: int) -> int:
    """3个科室负责人 are persons, 5件重点问题线索 clues: of two nouns that touch the second is counted.

    7个干部队伍建设问题 are issues: a noun that leads up to 问题 only says what they are about.
    """
    if words[place].senses["noun"] in ("people", "thing"):
        place = _issues_behind(words, place)
    behind = [word for word in words[place + 1 : place + 2] if word.start == words[place].end]
    nouns = [word.senses.get("noun") for word in behind]
    return place + 1 if "clues" in nouns or ("people" in nouns and _is_body(words[place])) else place


def _issues_behind(words: Sequence[Word], place: int) -> int:
    """The place of 问题 where nothing but names leads up to it; the old place where it is not there."""
    for at in range(place + 1, len(words)):
        if words[at].senses.get("noun") == "issues":
            return at if words[at].start - words[place].start <= _LONGEST_SUBJECT else place
        if not words[at].senses.keys() <= _NAMING:
            break
    return place


def _is_body(word: Word) -> bool:
    return word.senses["noun"] == "body"


def _may_precede(words: Sequence[Word]) -> bool:
    """A result before the noun belongs to it only with 的: 22个已完成整改的问题."""
    return words[-1].text.endswith("的") or not any("status" in word.senses for word in words)


def _stops(word: Word) -> bool:
    return word.senses.get("mark") in _STOPS


def _own(text: str, item: Item, place: int, before: Sequence[Word], after: Sequence[Word]) -> Sequence[Word]:
    """Of the words between two figures those of the first: its noun, or its result if the second has one.

    The second figure is that at `place` of the item.
    """
    unit = item.amounts[place - 1].unit
    if unit in ("方面", "类") or (after and after[0].text in ("方面", "类")):
        return after[: 1 if after and after[0].text in ("方面", "类") else 0]
    noun = noun_behind(after)
    if noun is not None:
        return after[: noun + 1] if unit not in TIMES else []
    if after and (after[0].senses.get("mark") == "part" or (unit == "%" and after[0].text == "的")):
        return after[:1]
    if not before and any("status" in word.senses for word in _beyond(text, item, place)):
        return after
    return []


def _beyond(text: str, item: Item, place: int) -> list[Word]:
    """The words behind the figure at a place of its item, up to the next one."""
    behind = item.amounts[place + 1 : place + 2]
    return find_words(text, item.amounts[place].end, behind[0].start if behind else item.end)


def _adjacent(words: Sequence[Word], end: int) -> Sequence[Word]:
    """The last words of which each ends where the next begins, and the last at `end`."""
    place = len(words)
    for word in reversed(words):
        if word.end != end:
            break
        end, place = word.start, place - 1
    return words[place:]
