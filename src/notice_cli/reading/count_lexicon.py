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
    sizes, lexicon = _SIZES, _LEXICON  # once, not for every character
    while start < end:
        begin = text[start : start + 2]
        for size in sizes[begin] if begin in sizes else sizes.get(begin[0], ()):
            word = text[start : start + size]
            if word in lexicon and start + size <= end:
                found.append(Word(word, lexicon[word], start, start + size))
                start += size
                break
        else:
            if begin[0] == "《" and (close := text.find("》", start, end)) > 0:
                found.append(Word("《》", TITLE, start, close + 1))
                start = close
            start += 1
    return found


def kinds_of(words: Iterable[Word]) -> set[str]:
    """The kinds of all the words: `noun`, `status`, `mark`, …"""
    return set().union(*[word.senses for word in words])


def _lexicon() -> dict[str, dict[str, str]]:
    """Every word with its senses; words of one sense alone share one dictionary, for there are thousands."""
    lexicon: dict[str, dict[str, str]] = {}
    for kind, table in TABLES:
        for sense, words in table.items():
            alone = {kind: sense}
            for word in words.split():
                known = lexicon.setdefault(word, alone)
                if kind not in known:
                    lexicon[word] = {**known, kind: sense}
    return lexicon


def _sizes(words: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that begin with each one or two characters, longest first."""
    sizes: dict[str, tuple[int, ...]] = {}
    for word in sorted(words, key=len):
        begin, size = word[:2], len(word)
        known = sizes.get(begin) or sizes.get(begin[0], ())
        if size not in known:
            sizes[begin] = (size, *known)
    return sizes


_LEXICON = _lexicon()
_SIZES = _sizes(_LEXICON)
