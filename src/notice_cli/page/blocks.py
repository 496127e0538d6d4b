"""A page's text cut into blocks: what a reader sees as one paragraph, cell or line, in order.

The tree is walked only at block level. Each block-level element gets a marker before its text and
one behind its end; one serialisation of the whole tree as text is then cut at the markers, so that
the inline elements (Word writes thousands) cost nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from notice_cli.page.block import BLOCK_TAGS, DROPPED_TAGS, INVISIBLE, Block, Cell, Cut, Place, fold
from notice_cli.page.deep import cut_deep

_FURNITURE_TAGS = frozenset(("nav", "header", "footer", "aside", "form", "menu"))
_FURNITURE_NAMES = re.compile(
    r"nav|foot|share|crumb|position|breadcrumb|relat|relevan|recommend|toolbar|tools|menu|sidebar|copyright"
    r"|prev|next|pager|pagination|qrcode|print|banner|logo|search|login|weizhi|dqwz|hotnews|popup|dialog",
    re.I,
)
"""Parts of class and id names that page furniture carries, whatever the content system."""
_HIDDEN = etree.XPath(
    "//*[@hidden or contains(translate(@style,'DISPLAYNO ','displayno'),'display:none')"
    " or contains(translate(@style,'VISBLTYHDEN ','visbltyhden'),'visibility:hidden')]"
)
_DOCUMENT_ENDS = (b"</body>", b"</html>", b"</BODY>", b"</HTML>")
"""libxml2 reads nothing behind these, though pages write them in the middle."""
_MARK = "\ufdd0"
"""A noncharacter, never valid in a page: cuts the text at block boundaries."""
_STRANGERS = re.compile(_MARK.encode() + rb"|&#(?:0{0,9}64976|x0{0,9}fdd0);?", re.I)
"""The marker where a page writes it nevertheless."""
_MAX_LINE = 65535
"""Line numbers above this one are not reliable in libxml2."""


@dataclass(slots=True)
class _Table:
    number: int
    row: int = -1
    taken: set[tuple[int, int]] = field(default_factory=set)


def cut_text(text: str) -> Cut:
    """Plain text: a block a line."""
    text = INVISIBLE.sub("", text)
    lines = ((" ".join(line.split()), number) for number, line in enumerate(text.split("\n"), 1))
    return Cut(tuple(Block(line, number) for line, number in lines if line))


def cut_html(text: str) -> Cut:
    """HTML: a block for each run of text between two block boundaries. Never raises for bad markup."""
    markup = _prepared(text.encode("utf-8", "replace"))
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(markup, parser)
    if root is None:
        return Cut(())
    if parser.error_log.filter_from_fatals():
        return Cut(cut_deep(markup.decode()))
    title, meta = _head(root)
    _drop_unseen(root, markup.lower())
    elements = list(root.iter(*BLOCK_TAGS))
    places = _places(elements)
    return Cut(tuple(_blocks(root, elements, places)), tuple(places), title, meta)


def _prepared(markup: bytes) -> bytes:
    """The page without what would end it early, and without our marker."""
    for end in _DOCUMENT_ENDS:
        markup = markup.replace(end, b"")
    if _MARK.encode() in markup or b"64976" in markup or b"fdd0" in markup.lower():
        markup = _STRANGERS.sub(b"", markup)
    return markup


def _head(root: etree._Element) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """The page's title and its meta tags."""
    title = next((fold("".join(map(str, e.itertext()))) for e in root.iter("title")), None)
    named = ((e.get("name") or e.get("property") or "", e.get("content") or "") for e in root.iter("meta"))
    return title or None, tuple((name.lower(), fold(content)) for name, content in named if name)


def _drop_unseen(root: etree._Element, lowered: bytes) -> None:
    """Empty what a reader does not see; what stands behind it stays."""
    unseen = list(root.iter(*DROPPED_TAGS))
    if b"hidden" in lowered or (b"display" in lowered and b"none" in lowered):
        unseen += [e for e in cast("list[etree._Element]", _HIDDEN(root)) if e.tag not in ("html", "body")]
    for element in unseen:
        tail = element.tail
        element.clear()
        element.tail = tail


def _places(elements: list[etree._Element]) -> list[Place]:
    """What each block-level element says about the text in it; number 0 stands for the page itself."""
    places = [Place(0, "", None)]
    numbers: dict[etree._Element, int] = {}
    tables: dict[int, _Table] = {}
    for number, element in enumerate(elements, 1):
        parent = _parent(element, numbers)
        above, tag = places[parent], str(element.tag)
        numbers[element] = number
        furniture = number if _is_furniture(element, tag) else above.furniture
        cell = _cell(element, tag, number, parent, places, tables) or above.cell
        places.append(Place(parent, tag, _line(element), furniture, cell))
    return places


def _line(element: etree._Element) -> int | None:
    line = cast("int | None", element.sourceline)
    return line if line and line < _MAX_LINE else None


def _parent(element: etree._Element, numbers: dict[etree._Element, int]) -> int:
    """The number of the nearest block-level element above."""
    above = element.getparent()
    while above is not None and above not in numbers:
        above = above.getparent()
    return 0 if above is None else numbers[above]


def _is_furniture(element: etree._Element, tag: str) -> bool:
    if tag in _FURNITURE_TAGS:
        return True
    if tag in ("p", "br", "td", "tr", "body", "tbody", "li"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and _FURNITURE_NAMES.search(names) is not None


def _cell(
    element: etree._Element,
    tag: str,
    number: int,
    parent: int,
    places: list[Place],
    tables: dict[int, _Table],
) -> Cell | None:
    """The grid place of a cell; keeps count of tables, rows and spans on the way."""
    if tag == "table":
        tables[number] = _Table(len(tables))
    if tag not in ("tr", "td", "th"):
        return None
    while parent and parent not in tables:
        parent = places[parent].parent
    if not parent:
        return None
    table = tables[parent]
    if tag == "tr":
        table.row += 1
        return None
    return _take(table, _span(element, "rowspan"), _span(element, "colspan"))


def _take(table: _Table, rowspan: int, colspan: int) -> Cell:
    """The next free place of the table's row, all that it spans marked as taken."""
    row, column = max(table.row, 0), 0
    while (row, column) in table.taken:
        column += 1
    table.taken.update((row + r, column + c) for r in range(rowspan) for c in range(colspan))
    return Cell(table.number, row, column, rowspan, colspan)


def _span(element: etree._Element, name: str) -> int:
    """A rowspan or colspan, kept within what a table can mean."""
    value = (element.get(name) or "").strip()
    return max(1, min(int(value), 500)) if value.isdecimal() and len(value) < 5 else 1


def _blocks(root: etree._Element, elements: list[etree._Element], places: list[Place]) -> Iterator[Block]:
    """The text between the markers, folded, with what its element says about it."""
    links = _link_lengths(root, elements)
    for number, line, run in _pieces(root, elements, places):
        about = places[number]
        folded = " ".join(run.split())
        if folded:
            linked = links.get(number, 0) * 2 > len(folded)
            yield Block(folded, line, number, about.tag, about.cell, about.furniture, linked)


def _pieces(
    root: etree._Element, elements: list[etree._Element], places: list[Place]
) -> Iterator[tuple[int, int | None, str]]:
    """Runs of text, each with the number of the element it stands in and the line it begins on."""
    parts = _marked_text(root, elements)
    line: int | None = None
    for mark, run in zip(parts[1::2], parts[2::2], strict=True):
        number = int(mark)
        if number > 0:
            line = places[number].line
        else:
            number = places[-number].parent
        if places[number].tag == "pre":
            yield from _kept_lines(number, line, run)
        elif run:
            yield number, line and line + _leading_breaks(run), run


def _leading_breaks(run: str) -> int:
    """Line breaks before the first visible character."""
    return run.count("\n", 0, len(run) - len(run.lstrip()))


def _kept_lines(number: int, line: int | None, run: str) -> Iterator[tuple[int, int | None, str]]:
    """Preformatted text: line by line."""
    for below, text in enumerate(run.split("\n")):
        yield number, line and line + below, text


def _marked_text(root: etree._Element, elements: list[etree._Element]) -> list[str]:
    """The tree's text cut at its block boundaries: text, number, text, number … text."""
    for number, element in enumerate(elements, 1):
        element.text = f"{_MARK}{number}{_MARK}{element.text or ''}"
        element.tail = f"{_MARK}{-number}{_MARK}{element.tail or ''}"
    text = str(etree.tostring(root, method="text", encoding="unicode"))
    if INVISIBLE.search(text):
        text = INVISIBLE.sub("", text)
    return text.split(_MARK)


def _link_lengths(root: etree._Element, elements: list[etree._Element]) -> dict[int, int]:
    """How many characters of link text stand in each block-level element."""
    numbers = {element: number for number, element in enumerate(elements, 1)}
    lengths: dict[int, int] = {}
    for link in root.iter("a"):
        above = _parent(link, numbers)
        lengths[above] = lengths.get(above, 0) + len("".join(map(str, link.itertext())).strip())
    return lengths
