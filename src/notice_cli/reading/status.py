"""A status: one wording to one of five classes."""

from __future__ import annotations

import re
from contextvars import ContextVar
from functools import lru_cache

from notice_cli.model import Status
from notice_cli.reading.words import STATUS_STARTS, STATUS_TAILS, STATUS_WORDS

LONGEST = 40
"""Characters above which a text is no status, but something about it."""


def _longest_first(words: list[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


Additions = tuple[tuple[Status, tuple[str, ...]], ...]
"""Further wordings by their class."""
CURRENT_STATUSES: ContextVar[Additions] = ContextVar("statuses", default=())
"""The wordings that the notice being read is read with, beside the known ones."""


@lru_cache(maxsize=8)
def _table(additions: Additions) -> tuple[re.Pattern[str], dict[str, Status]]:
    """The pattern of a status, and the class of each core."""
    classes = {word: status for status, words in (*STATUS_WORDS.items(), *additions) for word in words}
    starts = _longest_first(STATUS_STARTS)
    pattern = re.compile(
        rf"(?:{starts}){{0,3}}[:：]?(?:\d{{4}}年(?:\d{{1,2}}月)?(?:\d{{1,2}}日|底)?前?)?(?:{starts}){{0,2}}"
        rf"(?P<core>{_longest_first(list(classes))})(?:{_longest_first(STATUS_TAILS)}){{0,6}}"
    )
    return pattern, classes


_BETWEEN = str.maketrans(dict.fromkeys(",，、;；/／()（） "))
"""What may stand between the parts of a status."""
_ENDS = " \t。.;；,，!！"
_HEADING = re.compile(
    r"(?P<status>[^()（）]{2,16}?)(?:类|型)?的?(?:反馈|整改|具体|巡视|巡察){0,2}(?:问题|事项|任务|项目)"
    r"(?:清单|台账|情况|(?:进展|整改|落实|完成)情况)?(?:\s?[(（][^()（）]{1,20}[)）]|[共有]{1,2}\d{1,4}[个项条]|\d{1,4}[个项条])?[。:：]?"
)
_FIRST_SENTENCE = re.compile(r"[。;；]")


def parse_status(text: str) -> Status | None:
    """The class of a wording that is a status and nothing else; None if it is more or less than that."""
    return _parse(text, CURRENT_STATUSES.get())


@lru_cache(maxsize=1024)
def _parse(text: str, additions: Additions) -> Status | None:
    text = text.strip(_ENDS)
    if not text or len(text) > LONGEST:
        return None
    pattern, classes = _table(additions)
    match = pattern.fullmatch(text.translate(_BETWEEN))
    return classes[match["core"]] if match else None


def parse_status_heading(text: str) -> Status | None:
    """The class that a heading gives the issues below it: 已完成整改的问题(22个); None if it gives none."""
    match = _HEADING.fullmatch(text) if "问题" in text or "任务" in text or "事项" in text else None
    return parse_status(match["status"]) if match else None


def split_status(text: str) -> tuple[str, int] | None:
    """A status that is the first sentence of `text`, and where the rest begins; None if there is none."""
    match = _FIRST_SENTENCE.search(text, 0, LONGEST)
    first = text[: match.start()] if match else text[: LONGEST + 1]
    if parse_status(first) is None:
        return None
    end = match.end() if match else len(text)
    while end < len(text) and text[end] == " ":
        end += 1
    return first.strip(), end
