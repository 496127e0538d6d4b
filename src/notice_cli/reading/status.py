"""A status: one wording to one of five classes."""

from __future__ import annotations

from contextvars import ContextVar
from functools import lru_cache
from operator import itemgetter

from notice_cli.model import Status
from notice_cli.reading.words import STATUS_PARTS, STATUS_STARTS, STATUS_TAILS, STATUS_WORDS
from notice_cli.text.pattern import lazy_pattern

LONGEST = 40
"""Characters above which a text is no status, but something about it."""


Additions = tuple[tuple[Status, tuple[str, ...]], ...]
"""Further wordings by their class."""
CURRENT_STATUSES: ContextVar[Additions] = ContextVar("statuses", default=())
"""The wordings that the notice being read is read with, beside the known ones."""


_MOST_STARTS = (3, 2)
"""How many opening words may stand before a date and behind it."""
_MOST_TAILS = 6
_DATE = lazy_pattern(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日|底)?前?")


@lru_cache(maxsize=8)
def _classes(additions: Additions) -> dict[str, Status]:
    """The class of each core, the known ones and further ones."""
    made = {
        begin + end: status
        for status, (begins, ends) in STATUS_PARTS.items()
        for begin in begins.split()
        for end in ends.split()
    }
    return made | {word: status for status, words in [*STATUS_WORDS.items(), *additions] for word in words}


@lru_cache(maxsize=8)
def _last_letters(additions: Additions) -> frozenset[str]:
    """Characters that a status may end with, what may stand behind it left out or not."""
    words = [*filter(None, _classes(additions)), *STATUS_TAILS]
    letters = frozenset(map(itemgetter(-1), words))
    if letters.isdisjoint(_EDGES):
        return letters
    return letters.union([word.rstrip(_EDGES)[-1:] for word in words])


@lru_cache(maxsize=8)
def _first_letters(additions: Additions) -> frozenset[str]:
    """Characters that a status may begin with, but for the digits of a date."""
    words = (*_EDGES, *":：", *filter(None, _classes(additions)), *STATUS_STARTS)
    return frozenset(map(itemgetter(0), words))


_SEPARATORS = ",，、;；/／()（） "
_BETWEEN = str.maketrans(dict.fromkeys(_SEPARATORS))
"""What may stand between the parts of a status."""
_ENDS = " \t。.;；,，!！"
_EDGES = _ENDS + _SEPARATORS + "】]〕］\n"
"""What may stand before and behind a status."""
_HEADING = lazy_pattern(
    r"(?:第[一二三四五六七八九十]{1,2}部分[:：、\s]?\s?)?(?P<status>[^()（）]{2,16}?)(?:类|型)?的?(?P<more>(?:反馈|整改|具体|巡视|巡察){0,2})(?:问题|事项|任务|项目)"
    r"(?:清单|台账|情况|(?:进展|整改|落实|完成)情况)?(?:\s?[(（][^()（）]{1,20}[)）]|[共有]{1,2}\d{1,4}[个项条]|\d{1,4}[个项条])?[。:：]?"
)
_FIRST_SENTENCE = lazy_pattern(r"[。;；]")
_FIRST_CLAUSE = lazy_pattern(r"[,，]")
_LAST_SENTENCE = lazy_pattern(r"(?:^|[。;；])\s?([^。;；]{4,40})。?$")
_LAST_CLAUSE = lazy_pattern(r"[,，]((?:目前|现|该|此|本)[^。;；,，]{3,30})。?$")
_DONE = ("已整改", "已经整改")
"""Results by themselves, though their 整改 may stand before another word: 已整改,长期坚持."""
_TELLING = ("整改", "完成", "销号", "办结", "推进中", "目前", "该", "此", "本")
"""Words of which a last sentence has one that tells a result; 长期坚持 alone may be a measure."""
_SWAPPED, _PACE = "时序", "序时"
"""时序进度 is 序时进度."""
_ON_THE_WAY = ("序时进度", "正在", "推进")
"""Words behind a result that is not reached which tell that it is worked on: 未销号,达到序时进度."""


def parse_status(text: str) -> Status | None:
    """The class of a wording that is a status and nothing else; None if it is more or less than that."""
    text = text.strip(_ENDS)
    if not text or len(text) > LONGEST:
        return None
    known = _parse(text, CURRENT_STATUSES.get())
    if known is None and _SWAPPED in text:
        return _parse(text.replace(_SWAPPED, _PACE), CURRENT_STATUSES.get())
    return known


@lru_cache(maxsize=1024)
def _parse(text: str, additions: Additions) -> Status | None:
    text, classes = text.translate(_BETWEEN), _classes(additions)
    if text[-1:] not in _last_letters(additions):
        return None
    ends = sorted(_before(text, STATUS_TAILS, _MOST_TAILS), reverse=True)
    for begin in sorted(_core_begins(text), reverse=True):
        if text.endswith(_DONE, 0, begin) and begin < len(text):
            continue
        for end in ends:
            if end > begin and text[begin:end] in classes:
                return _weighed(classes[text[begin:end]], text[end:])
    return None


def _weighed(status: Status, behind: str) -> Status:
    """A class, what follows its wording considered."""
    on_the_way = status == "not_completed" and any(word in behind for word in _ON_THE_WAY)
    return "in_progress" if on_the_way else status


def _core_begins(text: str) -> set[int]:
    """Where the core may begin: behind 目前, 该问题已, 整改状态:, 2024年6月底前."""
    begins = _behind(text, {0}, STATUS_STARTS, _MOST_STARTS[0])
    begins |= {at + 1 for at in begins if text[at : at + 1] in (":", "：")}
    begins |= {date.end() for at in begins if (date := _DATE.match(text, at))}
    return _behind(text, begins, STATUS_STARTS, _MOST_STARTS[1])


def _behind(text: str, places: set[int], words: tuple[str, ...], most: int) -> set[int]:
    """The places, and those behind up to `most` of the words that follow them."""
    found = places
    for _ in range(most):
        places = {at + len(word) for at in places for word in words if text.startswith(word, at)}
        found = found | places
    return found


def _before(text: str, words: tuple[str, ...], most: int) -> set[int]:
    """The text's end, and the places before up to `most` of the words that end it."""
    found = places = {len(text)}
    for _ in range(most):
        places = {at - len(word) for at in places for word in words if text.endswith(word, 0, at)}
        found = found | places
    return found


def parse_status_heading(text: str) -> Status | None:
    """The class that a heading gives the issues below it: 已完成整改的问题(22个); None if it gives none."""
    match = _HEADING.fullmatch(text) if "问题" in text or "任务" in text or "事项" in text else None
    return parse_status(match["status"]) or parse_status(match["status"] + match["more"]) if match else None


def split_status(text: str, *, labelled: bool = False) -> tuple[str, int] | None:
    """A status that is the first sentence of `text`, and where the rest begins; None if there is none.

    Behind a label the first clause is enough: 完成情况:已完成,集中学习12次.
    """
    if not begins_as_status(text):
        return None
    match = _FIRST_SENTENCE.search(text, 0, LONGEST)
    first = text[: match.start()] if match else text[: LONGEST + 1]
    if parse_status(first) is None and labelled and (match := _FIRST_CLAUSE.search(text, 0, LONGEST)):
        first = text[: match.start()]
    if parse_status(first) is None:
        return None
    end = match.end() if match else len(text)
    while end < len(text) and text[end] == " ":
        end += 1
    return first.strip(), end


def begins_as_status(text: str) -> bool:
    """Whether a text's first character is one that a status may begin with: few other texts do."""
    first = text[:1]
    return first in _first_letters(CURRENT_STATUSES.get()) or first.isdecimal()


def ends_as_status(text: str) -> bool:
    """Whether a text's last letter is one that a status may end with: few other texts do."""
    return text.rstrip(_EDGES)[-1:] in _last_letters(CURRENT_STATUSES.get())


def closing_status(text: str) -> tuple[int, int] | None:
    """Where the last sentence stands if it says what came of the issue (该问题已完成整改), else None.

    So does the end of a sentence that goes over to the present: 修订办法,目前已整改到位.
    """
    for pattern in (_LAST_SENTENCE, _LAST_CLAUSE) if ends_as_status(text) else ():
        match = pattern.search(text, max(0, len(text) - LONGEST))
        if match and any(word in match[1] for word in _TELLING) and parse_status(match[1]):
            return match.span(1)
    return None
