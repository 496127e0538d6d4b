"""What a page's block-level elements say about the text in them, and the blocks that they make of it."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field

from notice_cli.page.block import Block, Place
from notice_cli.page.grid import TABLE_TAGS, Table, find_cell
from notice_cli.text.pattern import lazy_pattern

FURNITURE_TAGS = frozenset(("nav", "header", "footer", "aside", "form", "menu"))
_ARTICLE_TAGS = frozenset(("article", "main"))
"""Elements whose own header is no furniture: it holds the title."""
_NEVER_FURNITURE = frozenset(("p", "br", "td", "tr", "body", "tbody", "li"))
_FURNITURE_NAMES = lazy_pattern(
    r"nav|foot|share|crumb|position|breadcrumb|relat|relevan|recommend|toolbar|tools|menu|sidebar|copyright"
    r"|prev|next|pager|pagination|qrcode|print|banner|logo|search|login|weizhi|dqwz|hotnews|popup|dialog",
    re.I,
)
"""Parts of class and id names that page furniture carries, whatever the content system."""


class Places(Struct):
    """The elements of a page so far; number 0 stands for the page itself."""

    wanted: frozenset[str]
    """Names (`#id`, `.class`) whose elements are to be told in `named`."""
    known: list[Place] = field(default_factory=lambda: [Place(0, "", None)])
    named: dict[str, tuple[int, ...]] = field(default_factory=dict)
    tables: dict[int, Table] = field(default_factory=dict)


def add_place(
    places: Places,
    parent: int,
    tag: str,
    line: int | None,
    names: tuple[str, ...] = (),
    spans: tuple[int, int] = (1, 1),
) -> None:
    """Add a block-level element: what it says itself, else what the one around it says.

    Args:
        places: The elements before it.
        parent: The number of the block-level element around it.
        tag: In lower case.
        line: Of its start tag.
        names: As `name_element` gives them.
        spans: How many rows and columns it takes if it is a cell.
    """
    known, number = places.known, len(places.known)
    furniture, cell = known[parent].furniture, known[parent].cell
    if names:
        note_names(places, names, number)
        furniture = number if is_called_furniture(tag, names) else furniture
    if tag in FURNITURE_TAGS and not (tag == "header" and _is_in(parent, known, _ARTICLE_TAGS)):
        furniture = number
    if tag in TABLE_TAGS:
        cell = find_cell(tag, spans, parent, known, places.tables) or cell
    known.append(Place(parent, tag, line, furniture, cell))


@lru_cache(maxsize=512)
def name_element(classes: str | None, own: str | None) -> tuple[str, ...]:
    """What an element is called: `#id`, `.class`, in lower case. A page repeats a few names."""
    names = [f".{name}" for name in classes.lower().split()] if classes else []
    return (f"#{own.lower()}", *names) if own else tuple(names)


def note_names(places: Places, names: tuple[str, ...], number: int) -> None:
    """Keep an element's number under each wanted name that it carries."""
    for name in names:
        if name in places.wanted:
            places.named[name] = (*places.named.get(name, ()), number)


@lru_cache(maxsize=512)
def is_called_furniture(tag: str, names: tuple[str, ...]) -> bool:
    """Whether an element's names say that all in it is page furniture."""
    return tag not in _NEVER_FURNITURE and _FURNITURE_NAMES.search(" ".join(names)) is not None


def _is_in(number: int, places: Sequence[Place], tags: Container[str]) -> bool:
    """Whether an element is, or stands in, one of the tags."""
    while number and places[number].tag not in tags:
        number = places[number].parent
    return number > 0


def make_blocks(
    runs: Sequence[tuple[int, int | None]],
    texts: Sequence[str],
    places: Sequence[Place],
    links: Mapping[int, int],
) -> tuple[Block, ...]:
    """Runs of text between two block boundaries, folded, with what their elements say about them.

    Args:
        runs: The number of each run's element, and the line that it begins in.
        texts: What each holds.
        places: The elements.
        links: How many characters of link text stand in each.
    """
    blocks: list[Block] = []
    every = map(" ".join, map(str.split, texts))
    for (number, line), run, folded in zip(runs, texts, every, strict=True):
        if not folded:
            continue
        place = places[number]
        if place.tag == "pre":
            blocks += _kept_lines(number, line, run, place)
            continue
        linked = number in links and links[number] * 2 > len(folded)
        first = line + _leading_breaks(run) if line and run is not folded and run[0] != folded[0] else line
        blocks.append(Block(folded, first, number, place.tag, place.cell, place.furniture, linked))
    return tuple(blocks)


def _leading_breaks(run: str) -> int:
    """Line breaks before the first visible character."""
    return run.count("\n", 0, len(run) - len(run.lstrip()))


def _kept_lines(number: int, line: int | None, run: str, about: Place) -> Iterator[Block]:
    """Preformatted text: line by line."""
    for below, text in enumerate(run.split("\n")):
        folded = " ".join(text.split())
        if folded:
            yield Block(folded, line and line + below, number, about.tag, about.cell, about.furniture)
