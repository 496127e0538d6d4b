"""The words of a count sentence found in a text."""

from __future__ import annotations

from collections.abc import Iterable

from notice_cli.reading.count_words import TABLES
from notice_cli.values import Value

TITLE = {"noun": "titles"}
"""The senses of a title in its marks."""


class Word(Value):
    """A word of the tables at `text[start:end]`: what it is, as kind -> sense."""

    text: str
    senses: dict[str, str]
    start: int
    end: int


def find_words(text: str, start: int, end: int) -> list[Word]:
    """The words of the tables in `text[start:end]`, the longest at each place; other text is passed over.

    A document's title in its marks is one word, whatever stands in it.
    """
    found: list[Word] = []
    sizes, lexicon = _SIZES.get, _LEXICON.get  # once, not for every character
    while start < end:
        for size in sizes(text[start : start + 2], _SINGLE):
            word = text[start : start + size]
            senses = lexicon(word)
            if senses is not None and start + size <= end:
                found.append(Word(word, senses, start, start + size))
                start += size
                break
        else:
            close = text.find("》", start, end) if text[start] == "《" else -1
            if close > 0:
                found.append(Word("《》", TITLE, start, close + 1))
            start = max(start, close) + 1
    return found


def _lexicon() -> dict[str, dict[str, str]]:
    lexicon: dict[str, dict[str, str]] = {}
    for kind, table in TABLES:
        for sense, words in table.items():
            for word in words.split():
                lexicon.setdefault(word, {}).setdefault(kind, sense)
    return lexicon


def _sizes(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that begin with each two characters, longest first, one character last."""
    sizes: dict[str, tuple[int, ...]] = {}
    for word in sorted(words, key=len):
        begin, size = word[:2], len(word)
        known = sizes.get(begin, _SINGLE)
        if size != known[0]:
            sizes[begin] = (size, *known)
    return sizes


_SINGLE = (1,)
_LEXICON = _lexicon()
_SIZES = _sizes(_LEXICON)
