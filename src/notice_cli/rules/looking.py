"""What would be slow to look for in a whole text, looked for only where a part of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_cli.model import Notice
from notice_cli.rules.memo import once
from notice_cli.text.pattern import lazy_pattern
from notice_cli.text.places import find_places

_LONG = lazy_pattern(r"[0-9０-９](?:[\s-]?[0-9０-９]){10}(?:[\s-]?[0-9０-９])*+")


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
    """Start and end of every run of eleven digits or more, blanks and dashes between them."""
    return tuple(match.span() for match in _LONG.finditer(notice.text))
