"""What would be slow to look for in a whole text, looked for only where a part of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_cli.model import Notice
from notice_cli.rules.memo import once
from notice_cli.text.pattern import lazy_pattern
from notice_cli.text.places import find_places

_LONG = lazy_pattern(r"[0-9０-９](?:[\s-]?[0-9０-９]){10}(?:[\s-]?[0-9０-９])*+")
_INSIDE = lazy_pattern(r"[0-9０-９\s-]")
_SIX_INSIDE = lazy_pattern(r"[0-9０-９\s-]{6}")
_WIDEST = 21
"""Characters of eleven digits, at most."""


def find_around(
    pattern: re.Pattern[str], words: tuple[str, ...], text: str, before: int, behind: int
) -> Iterator[re.Match[str]]:
    """Every match of `pattern`, each of which holds one of the words.

    Args:
        pattern: What is looked for.
        words: One of them stands in every match.
        text: Where.
        before: How far from a match's beginning its first such word may stand.
        behind: How far from that word's beginning a match may end.
    """
    end = 0
    for place in find_places(text, words):
        match = pattern.search(text, max(end, place - before), place + behind)
        if match:
            yield match
            end = match.end()


@once
def long_numbers(notice: Notice) -> tuple[tuple[int, int], ...]:
    """Start and end of every run of eleven digits or more, blanks and dashes between them.

    A run covers one of every eleven characters, and the five before or behind it: those are looked at first.
    """
    text, end = notice.text, 0
    found: list[tuple[int, int]] = []
    for sample in _INSIDE.finditer(text[10::11]):
        at = 11 * sample.end() - 1
        if at >= end and (_SIX_INSIDE.match(text, at) or _SIX_INSIDE.match(text, at - 5)):
            near = _LONG.search(text, max(end, at - 10), at + _WIDEST)
            match = _LONG.match(text, near.start()) if near else None
            if match:
                found.append(match.span())
                end = match.end()
    return tuple(found)
