"""The figures that a notice declares: each paragraph's clauses read in order, then set against one another.

A paragraph becomes runs of items (`count_clauses`); each figure of an item gets its kind (`count_kinds`)
from the words around it (`count_words`, `count_status`) and the figures before it; what only the whole shows
comes last (`count_relations`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from notice_cli.model import What
from notice_cli.reading.count_clauses import (
    COMMA,
    SEMICOLON,
    SENTENCE,
    Item,
    Mention,
    Run,
    fold,
    read_mentions,
    read_runs,
    take_references,
)
from notice_cli.reading.count_kinds import (
    ISSUES,
    OTHER,
    STATUS_KINDS,
    Kind,
    Memory,
    Population,
    goes_on_rate,
    read_kinds,
)
from notice_cli.reading.count_lexicon import Word, find_words
from notice_cli.reading.count_relations import (
    DATE_SIGNS,
    Date,
    Reading,
    aim,
    derive,
    find_date,
    is_its_sum,
    is_of_each,
    lend_noun,
    pair,
    set_apart,
    settle,
)
from notice_cli.reading.count_status import read_status
from notice_cli.text.amounts import Amount, find_plain_amounts
from notice_cli.text.pattern import lazy_pattern
from notice_cli.text.places import find_places
from notice_cli.values import Value

_MOST_TOLD = 60
"""As many figures of a sentence are looked back on."""
_RESULT = lazy_pattern(r"[均全悉都皆已完办销]")
_TOPICS = {
    **dict.fromkeys(("制度", "建章", "立规", "立改废", "废改立"), "regulations"),
    **dict.fromkeys(("问题中", "问题里"), "issues"),
}
"""Words that say what the figures behind them are about; of issues only at the end of an item."""
_HELD = ("召开", "开了", "开", "举行")
_ONE_BY_ONE = lazy_pattern(r"一([项个件条])[、,][^\W\d_]{1,2}一\1")
_LEADS_IN = ("", "共", "共计", "合计", "计", "为")
_LONGEST_RESULT = 40
"""A result told without a figure (其余均已完成) is no longer than this."""


class Paragraph(Value):
    """A block of the notice's body in which figures are declared."""

    text: str
    """One line, white space folded, any width of punctuation and digits."""
    start: int
    """Offset of `text[0]` in the notice's text."""
    line: int | None
    """Line in the source (1-based)."""
    scope: str
    """`notice` or `section:2`."""


class Figure(Value):
    """A declared figure; `start` and `end` bound the clause it was read from, in the notice's text."""

    what: What
    value: int | float
    unit: str | None
    approximate: bool
    refs: tuple[int, ...]
    scope: str
    derived: bool
    start: int
    end: int
    line: int | None


def read_counts(paragraphs: Sequence[Paragraph]) -> list[Figure]:
    """Every figure that the paragraphs declare, in the order of the text; figures of no kind are `other`.

    Text of any shape gives a list; nothing is raised.
    """
    readings: list[Reading] = []
    memory = Memory()
    for number, paragraph in enumerate(paragraphs):
        if number and paragraph.scope != paragraphs[number - 1].scope:
            memory = Memory()
        _read_paragraph(paragraph, number, memory, readings)
    return [_figure(reading, paragraphs[reading.paragraph]) for reading in settle(readings)]


class _Course(Struct):
    """Where in a paragraph the reading stands, and what was told in its sentence."""

    paragraph: Paragraph
    number: int
    text: str
    places: Sequence[int]
    memory: Memory
    found: list[Reading]
    """Where what is read goes."""
    told: deque[Reading]
    """The latest of this sentence."""
    date: Date | None = None
    part: bool = False
    """True where the latest figure about issues was a result."""
    excepted: int | float = 0


def _read_paragraph(paragraph: Paragraph, number: int, memory: Memory, found: list[Reading]) -> None:
    memory.sentence += 1
    plain, places = fold(paragraph.text)
    amounts = find_plain_amounts(plain)
    if amounts:
        text, references = take_references(plain)
        if text != plain:
            amounts = [one for one in amounts if text[one.start] != " "]
        told: deque[Reading] = deque(maxlen=_MOST_TOLD)
        course = _Course(paragraph, number, text, places, memory, found, told)
        _read_runs(course, read_runs(text, amounts), references)


def _read_runs(course: _Course, runs: Sequence[Run], references: dict[int, tuple[int, ...]]) -> None:
    text, memory = course.text, course.memory
    dates, topics = find_places(text, DATE_SIGNS), find_places(text, _TOPICS)
    for place, run in enumerate(runs):
        first = run[0]
        start, end = first.start, run[-1].end
        if first.link > COMMA or memory.subset:
            _turn(course, first.link)
        if dates and start <= dates[-1] and dates[bisect_left(dates, start)] < end:
            course.date = find_date(text, start, end, course.date)
        if first.amounts:
            mentions = [one for item in run for one in read_mentions(text, item, references)]
            _read_run(course, _with_neighbours(course, mentions, runs, place))
            continue
        if topics and start <= topics[-1] and topics[bisect_left(topics, start)] < end:
            memory.topic = _topic(text, first) or memory.topic
        if course.told and end - start <= _LONGEST_RESULT and _RESULT.search(text, start, end):
            _read_implied_by(course, first, runs, place + 1)


def _topic(text: str, item: Item) -> str:
    """What a piece without a figure says that the next are about: 制度建设上, 反馈的问题中."""
    for word, topic in _TOPICS.items():
        place = text.rfind(word, item.start, item.end)
        if place >= 0 and (topic == "regulations" or place + len(word) == item.end):
            return topic
    return ""


def _turn(course: _Course, link: int) -> None:
    """Forget what a stop of this strength ends."""
    if link >= COMMA and course.memory.subset == "part":
        course.memory.subset = ""
    if link >= SEMICOLON:
        course.memory.subset, course.excepted = "", 0
    if link == SENTENCE:
        course.told.clear()
        course.memory.sentence += 1
        course.memory.persons.clear()
        course.memory.shared, course.memory.topic = None, ""


def _with_neighbours(
    course: _Course, mentions: list[Mention], runs: Sequence[Run], place: int
) -> list[Mention]:
    """The mentions of a run with what the items before and behind it say of them."""
    last = mentions[-1]
    if "remain" in last.marks or last.amount.unit.endswith("元"):
        mentions[-1] = _with_behind(course, last, runs, place + 1)
    first = mentions[0]
    told = _told_ahead(course, first, runs[place - 1]) if place else ()
    if told:
        mentions[0] = first.replace(before=[*told, *first.before], near=[*told, *first.near], bare=False)
    return mentions


def _with_behind(course: _Course, mention: Mention, runs: Sequence[Run], place: int) -> Mention:
    """其余5个问题,正在整改; 多发补贴4.8万元,已全部清退."""
    if "remain" in mention.marks:
        return mention.replace(after=[*mention.after, *_neighbour(course, runs, place)])
    if any("money" in word.senses for word in mention.after):
        return mention
    return mention.replace(after=[*mention.after, *_money_back(_neighbour(course, runs, place))])


def _told_ahead(course: _Course, mention: Mention, run: Run) -> list[Word]:
    """What the item before says of a figure: 反馈问题:24个; 已完成,并长期坚持的3个; 完成率居前,达98%."""
    counted, unit = bool(run[0].amounts), mention.amount.unit
    if not counted and _is_labelled(course.text, mention.item):
        return find_words(course.text, run[0].start, run[-1].end)
    if mention.link != COMMA:
        return []
    if not counted and read_status(mention.near) == "ongoing":
        words = find_words(course.text, run[0].start, run[-1].end)
        return words if read_status(words) and words[-1].end == run[-1].end else []
    if unit == "%" and goes_on_rate(mention) and not any("rate" in word.senses for word in mention.before):
        words = find_words(course.text, run[0].start, run[-1].end)
        return [word for word in words if "rate" in word.senses][-1:]
    if unit.endswith("元") and not counted and is_its_sum(mention):
        return _money_back(find_words(course.text, run[0].start, run[-1].end))
    return []


def _money_back(words: list[Word]) -> list[Word]:
    """多发补贴4.8万元,已全部清退: the money came back, unless the words say that it has not yet."""
    open_still = any(word.senses.get("status") in ("not", "need", "now") for word in words)
    planned = any(word.senses.get("mark") == "future" for word in words)
    return [] if open_still or planned else [word for word in words if word.senses.get("money") == "back"]


def _tells(text: str, item: Item) -> bool:
    """Whether the figures behind a colon or alone in a bracket tell what the words before it announce."""
    return bool(item.amounts) and (text[item.start - 1] == ":" or _is_labelled(text, item))


def _is_labelled(text: str, item: Item) -> bool:
    """已完成整改的问题(22个), 反馈问题:共24个: a figure alone behind a bracket or colon is told before it."""
    if not item.start or text[item.start - 1] not in "(:" or len(item.amounts) != 1:
        return False
    amount = item.amounts[0]
    return amount.end == item.end and text[item.start : amount.start] in _LEADS_IN


def _neighbour(course: _Course, runs: Sequence[Run], place: int) -> list[Word]:
    """The words of a neighbour that holds no figure and hangs on by a comma."""
    if place >= len(runs) or runs[place][0].amounts or runs[place][0].link > COMMA:
        return []
    return find_words(course.text, runs[place][0].start, runs[place][0].end)


def _read_run(course: _Course, mentions: list[Mention]) -> None:
    memory, unnamed = course.memory, len(mentions)
    if unnamed > 1 or is_of_each(mentions[0]):
        mentions, unnamed = pair(aim(lend_noun(set_apart(mentions))))
    for place, mention in enumerate(mentions):
        outer: Sequence[Word] = ()
        if "except" in mention.marks:
            mention, outer = _inside(mention)
        if "subset" in mention.marks:
            memory.subset = "part" if course.part else "total"
        for kind in read_kinds(mention, memory):
            kind = _narrowed(course, mention, _unnamed(course, kind) if place >= unnamed else kind)
            if mention.amount.chinese and _is_idle(course, mention, kind):
                continue
            _remember(course, _reading(course, mention, kind))
        if outer:
            course.excepted += 0 if kind.what in STATUS_KINDS.values() else mention.amount.value
            _read_implied(course, mention.item, outer)


def _unnamed(course: _Course, kind: Kind) -> Kind:
    """9个、5个、9个 behind 分别: parts of issues that are told apart by nothing we know."""
    if kind.population not in ISSUES:
        return kind
    if kind.what != "other":
        course.memory.shared = kind
    return Kind("other", kind.population, True)


def _inside(mention: Mention) -> tuple[Mention, Sequence[Word]]:
    """除1个外: what is said behind 外 is said of the others."""
    marks = [word.senses.get("mark") for word in mention.after]
    if "beside" not in marks:
        return mention, ()
    place = marks.index("beside")
    return mention.replace(after=mention.after[:place]), mention.after[place:]


def _narrowed(course: _Course, mention: Mention, kind: Kind) -> Kind:
    """A part of a part, or a total beside the total, is no figure of ours."""
    if kind.population == "side" and course.memory.subset:
        return OTHER
    if kind.population not in ISSUES or kind.what == "other":
        return kind
    if kind.total and "add" in mention.marks and course.memory.population(mention.amount.unit):
        return Kind("other", "side", True)
    inner = (
        (course.memory.subset and kind.total)
        or course.memory.subset == "part"
        or (kind.total and _is_some(course, mention, kind))
        or (kind.what == "issues_completed" and _is_closing(course, mention))
    )
    return OTHER if inner else kind


def _is_some(course: _Course, mention: Mention, kind: Kind) -> bool:
    """23个问题…,20个问题 with words unknown behind: some of those told before, who knows which."""
    if not course.told or mention.amount.mark != "exact":
        return False
    more = mention.bare and bool(mention.after) and mention.after[-1].end != mention.item.end
    if not more and not _tells_something(mention):
        return False
    return any(one.kind == kind and one.value > mention.amount.value for one in course.told)


def _tells_something(mention: Mention) -> bool:
    """已摆平问题23个: a result in words unknown."""
    pairs = pairwise(mention.before)
    return any(word.text in ("已", "已经") and word.end != behind.start for word, behind in pairs)


def _is_closing(course: _Course, mention: Mention) -> bool:
    """完成25个,销号13个: those closed are among those completed."""
    completed = [one.value for one in course.told if one.kind.what == "issues_completed"]
    if not completed or completed[-1] < mention.amount.value:
        return False
    done = [word.text for word in (*mention.near, *mention.after) if word.senses.get("status") == "done"]
    return bool(done) and all("销" in word or "验收" in word for word in done)


def _is_slogan(text: str, amount: Amount) -> bool:
    """完成一项、销号一项: one by one, no number."""
    around = text[max(0, amount.start - 5) : amount.end + 5]
    return any(one.group(1) == amount.unit for one in _ONE_BY_ONE.finditer(around))


def _is_idle(course: _Course, mention: Mention, kind: Kind) -> bool:
    """一 before its noun is mostly no number (一个问题一个方案); the figure is in Chinese numerals."""
    amount = mention.amount
    if amount.value != 1 or "一" not in course.text[amount.start : amount.end]:
        return False
    if _is_slogan(course.text, amount):
        return True
    if kind.what == "meetings" and any(word.text in _HELD for word in mention.near):
        return False
    if kind.what in STATUS_KINDS.values() and (mention.bare or "remain" in mention.marks):
        return course.memory.population(amount.unit) is None
    return kind.what == "other" or bool(mention.after) or amount.end != mention.item.end


def _reading(course: _Course, mention: Mention, kind: Kind) -> Reading:
    amount, item, paragraph = mention.amount, mention.item, course.paragraph
    return Reading(
        kind,
        amount.value,
        amount.unit,
        amount.mark != "exact",
        mention.refs,
        course.number,
        course.memory.sentence,
        paragraph.start + course.places[item.start],
        paragraph.start + course.places[item.end - 1] + 1,
        paragraph.scope,
        course.date,
        "running" in mention.marks,
    )


def _remember(course: _Course, reading: Reading) -> None:
    kind, memory = reading.kind, course.memory
    memory.previous = memory.previous if kind.population == "whole" else kind
    course.told.append(reading)
    course.found.append(reading)
    if kind.population in ("persons", "bodies", "cases") and kind.what != "other":
        memory.persons.append("persons_accountable" if kind.what == "units_accountable" else kind.what)
    if kind.what == "cases_filed":
        memory.populations.append(Population("cases", reading.unit, reading.value, memory.sentence))
    elif kind.total or kind.population in ("meetings", "measures"):
        memory.populations.append(Population(kind.population, reading.unit, reading.value, memory.sentence))
    if kind.population in ISSUES:
        course.part = not kind.total


def _read_implied_by(course: _Course, item: Item, runs: Sequence[Run], behind: int) -> None:
    """What an item without a figure implies of the total told before it in its sentence.

    It implies nothing where the run `behind` it tells in figures what it announces.
    """
    if behind < len(runs) and _tells(course.text, runs[behind][0]):
        return
    if [one for one in course.told if one.kind.total]:
        _read_implied(course, item, find_words(course.text, item.start, item.end))


def _read_implied(course: _Course, item: Item, words: Sequence[Word]) -> None:
    """The figure that an item without one implies: 均已完成, 其余均已完成."""
    covered = bool(words) and sum(word.end - word.start for word in words) == item.end - item.start
    if not covered and not any(word.senses.get("mark") == "all" for word in words):
        return
    reading = derive(words, course.told, course.excepted)
    if reading is None:
        return
    end = course.paragraph.start + course.places[item.end - 1] + 1
    reading = reading.replace(end=end)
    course.told.append(reading)
    course.found.append(reading)


def _figure(reading: Reading, paragraph: Paragraph) -> Figure:
    return Figure(
        reading.kind.what,
        reading.value,
        reading.unit,
        reading.approximate,
        reading.refs,
        reading.scope,
        reading.derived,
        reading.start,
        reading.end,
        paragraph.line,
    )
