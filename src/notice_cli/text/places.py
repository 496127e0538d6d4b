"""Where words stand in a text; a search by pattern takes many times as long."""

from __future__ import annotations

from collections.abc import Iterable


def find_places(text: str, words: Iterable[str]) -> list[int]:
    """Where any of the words begins in the text, in order."""
    places: list[int] = []
    for word in words:
        place = text.find(word)
        while place >= 0:
            places.append(place)
            place = text.find(word, place + 1)
    places.sort()
    return places
