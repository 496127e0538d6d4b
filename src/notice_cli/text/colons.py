"""Where colons of either width stand in a text."""

from __future__ import annotations


def find_colons(text: str, begin: int = 0) -> list[int]:
    """The places of `:` and `：` from `begin` on; a search by pattern takes many times as long."""
    plain = text.replace("：", ":")
    places: list[int] = []
    at = plain.find(":", begin)
    while at >= 0:
        places.append(at)
        at = plain.find(":", at + 1)
    return places
