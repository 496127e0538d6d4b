"""A status: one wording to one of five classes."""

from __future__ import annotations

import re
from functools import lru_cache

from notice_cli.model import Status
from notice_cli.reading.words import STATUS_STARTS, STATUS_TAILS, STATUS_WORDS

LONGEST = 40
"""Characters above which a text is no status, but something about it."""


def _longest_first(words: list[str] | tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_CLASS = {word: status for status, words in STATUS_WORDS.items() for word in words}
_STATUS = re.compile(
    rf"(?:{_longest_first(STATUS_STARTS)}){{0,3}}[,，:：]?(?:{_longest_first(STATUS_STARTS)}){{0,2}}"
    rf"(?P<core>{_longest_first(list(_CLASS))})(?:[,，、;；\s并且]{{0,2}}(?:{_longest_first(STATUS_TAILS)})){{0,4}}"
)
_ENDS = " \t。.;；,，!！"
_FIRST_SENTENCE = re.compile(r"[。;；]")


@lru_cache(maxsize=1024)
def parse_status(text: str) -> Status | None:
    """The class of a wording that is a status and nothing else; None if it is more or less than that."""
    text = text.strip(_ENDS)
    if not text or len(text) > LONGEST:
        return None
    match = _STATUS.fullmatch(text) or _STATUS.fullmatch(text.replace(" ", ""))
    return _CLASS[match["core"]] if match else None


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
