"""A page's text cut into blocks: what a reader sees as one paragraph, cell or line, in order.

The tree is walked only at block level. Each block-level element gets a marker before its text and
one behind its end; one serialisation of the whole tree as text is then cut at the markers, so that
the inline elements (Word writes thousands) cost nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from notice_cli.page.block import BLOCK_TAGS, DROPPED_TAGS, INVISIBLE, Block, Cell, Cut, Place, fold
from notice_cli.page.deep import cut_deep

_FURNITURE_TAGS = frozenset(("nav", "header", "footer", "aside", "form", "menu"))
_NEVER_FURNITURE = frozenset(("p", "br", "td", "tr", "body", "tbody", "li"))
_TABLE_TAGS = frozenset(("table", "tr", "td", "th"))
_FURNITURE_NAMES = re.compile(
    r"nav|foot|share|crumb|position|breadcrumb|relat|relevan|recommend|toolbar|tools|menu|sidebar|copyright"
    r"|prev|next|pager|pagination|qrcode|print|banner|logo|search|login|weizhi|dqwz|hotnews|popup|dialog",
    re.I,
)
"""Parts of class and id names that page furniture carries, whatever the content system."""
_HIDDEN = etree.XPath(
    "//*[@hidden or contains(translate(@style,'DISPLAYNOE ','displaynoe'),'display:none')"
    " or contains(translate(@style,'VISBLTYHDEN ','visbltyhden'),'visibility:hidden')]"
)
_SHOWN = 0.6
"""Share of a page's text above which a hidden element is what the page is about."""
_HIDING = (b"idden", b"isplay", b"DISPLAY")
"""Words without which nothing on a page is hidden."""
_DOCUMENT_END = re.compile(rb"</(?:body|html|BODY|HTML|Body|Html)\s{0,9}>")
"""libxml2 reads nothing behind these, though pages write them in the middle."""
_MARK = "\ufdd0"
"""A noncharacter, never valid in a page: cuts the text at block boundaries."""
_STRANGERS = re.compile(_MARK.encode() + rb"|&#(?:0{0,9}64976|x0{0,9}fdd0);?", re.I)
"""The marker where a page writes it nevertheless."""
_STAND_INS = {
    code: 0xFDD1 + at
    for at, code in enumerate((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF))
}
"""What libxml2 reads but lxml does not write, and a noncharacter for each."""
_CONTROLS = {stand_in: code for code, stand_in in _STAND_INS.items()}
_REFERENCE = re.compile(r"&#(?:0{0,9}(?P<decimal>\d{1,5})|[xX]0{0,9}(?P<hex>[0-9A-Fa-f]{1,4}));?")
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


def cut_html(markup: bytes, wanted: frozenset[str] = frozenset()) -> Cut:
    """HTML in UTF-8: a block for each run of text between two block boundaries. Bad markup never raises.

    Args:
        markup: The page.
        wanted: Elements (`#id` or `.class`, in lower case) whose places are to be told in `named`.
    """
    try:
        return _cut(markup, wanted)
    except ValueError:  # lxml writes no control characters
        return _cut_with_controls(markup, wanted)


def _cut(markup: bytes, wanted: frozenset[str]) -> Cut:
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    root = etree.fromstring(_without_ends(markup), parser)
    if root is None:
        return Cut(())
    if parser.error_log.filter_from_fatals():
        return Cut(cut_deep(markup.decode("utf-8", "replace")))
    title, meta = _head(root)
    _drop_unseen(root, markup)
    elements = list(root.iter(*BLOCK_TAGS))
    places = _places(elements)
    links = _link_lengths(root, elements)
    parts, boundaries = _marked_text(root, elements)
    if len(parts) != 2 * boundaries + 1:  # the page itself writes the marker
        return _cut(_STRANGERS.sub(b"", markup), wanted)
    named = _named(elements, wanted) if wanted else {}
    return Cut(tuple(_blocks(parts, places, links)), tuple(places), title, meta, named)


def _named(elements: list[etree._Element], wanted: Container[str]) -> dict[str, tuple[int, ...]]:
    """The numbers of the elements that carry one of the names."""
    found: dict[str, tuple[int, ...]] = {}
    for number, element in enumerate(elements, 1):
        own, classes = element.get("id"), element.get("class")
        names = [f".{name}" for name in classes.lower().split()] if classes else []
        for name in (f"#{own.lower()}", *names) if own else names:
            if name in wanted:
                found[name] = (*found.get(name, ()), number)
    return found


def _cut_with_controls(markup: bytes, wanted: frozenset[str]) -> Cut:
    """A page with control characters: noncharacters stand for them while it is cut."""
    text = markup.decode("utf-8", "replace").translate(dict.fromkeys(_STAND_INS.values()))
    text = _REFERENCE.sub(_plain_control, text).translate(_STAND_INS)
    cut = _cut(text.encode("utf-8", "replace"), wanted)
    blocks = (block._replace(text=" ".join(block.text.translate(_CONTROLS).split())) for block in cut.blocks)
    return cut._replace(blocks=tuple(block for block in blocks if block.text))


def _plain_control(reference: re.Match[str]) -> str:
    """`&#27;` as the control character itself; another reference as it stands."""
    code = int(reference["decimal"] or "0") or int(reference["hex"] or "0", 16)
    return chr(code) if code in _STAND_INS else reference[0]


def _without_ends(markup: bytes) -> bytes:
    """The page without the end tags that would end it early."""
    first = _DOCUMENT_END.search(markup)
    rest = markup[first.end() :] if first else b""
    return _DOCUMENT_END.sub(b"", markup) if rest.strip().lower() not in (b"", b"</html>") else markup


def _head(root: etree._Element) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """The page's title and its meta tags."""
    title = next((fold("".join(map(str, e.itertext()))) for e in root.iter("title")), None)
    named = ((e.get("name") or e.get("property") or "", e.get("content") or "") for e in root.iter("meta"))
    return title or None, tuple((name.lower(), fold(content)) for name, content in named if name)


def _drop_unseen(root: etree._Element, markup: bytes) -> None:
    """Empty what a reader does not see; what stands behind it stays."""
    _empty(list(root.iter(*DROPPED_TAGS)))
    if any(word in markup for word in _HIDING):
        _empty(_hidden(root))


def _empty(elements: list[etree._Element]) -> None:
    for element in elements:
        tail = element.tail
        element.clear()
        element.tail = tail


def _hidden(root: etree._Element) -> list[etree._Element]:
    """Hidden elements; one that holds most of the page's text is shown by a script and is none."""
    hidden = [e for e in cast("list[etree._Element]", _HIDDEN(root)) if e.tag not in ("html", "body")]
    limit = _SHOWN * _length(root) if hidden else 0
    return [element for element in hidden if _length(element) <= limit]


def _length(element: etree._Element) -> int:
    """Characters of text in an element, white space and all."""
    return len(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def _places(elements: list[etree._Element]) -> list[Place]:
    """What each block-level element says about the text in it; number 0 stands for the page itself."""
    places = [Place(0, "", None)]
    numbers: dict[etree._Element, int] = {}
    tables: dict[int, _Table] = {}
    for number, element in enumerate(elements, 1):
        parent = numbers.get(above) if (above := element.getparent()) is not None else 0
        if parent is None:
            parent = _parent(above, numbers)
        numbers[element] = number
        outer, tag = places[parent], str(element.tag)
        furniture = number if _is_furniture(element, tag) else outer.furniture
        cell = _cell(element, tag, number, parent, places, tables) if tag in _TABLE_TAGS else None
        places.append(Place(parent, tag, _line(element), furniture, cell or outer.cell))
    return places


def _line(element: etree._Element) -> int | None:
    line = cast("int | None", element.sourceline)
    return line if line and line < _MAX_LINE else None


def _parent(element: etree._Element | None, numbers: dict[etree._Element, int]) -> int:
    """The number of the nearest block-level element from `element` upwards."""
    while element is not None and element not in numbers:
        element = element.getparent()
    return 0 if element is None else numbers[element]


def _is_furniture(element: etree._Element, tag: str) -> bool:
    if tag in _FURNITURE_TAGS:
        return True
    if tag in _NEVER_FURNITURE:
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


def _blocks(parts: list[str], places: list[Place], links: dict[int, int]) -> Iterator[Block]:
    """The text between the markers, folded, with what its element says about it."""
    for number, line, run in _pieces(parts, places):
        folded = " ".join(run.split())
        if folded:
            about = places[number]
            linked = number in links and links[number] * 2 > len(folded)
            yield Block(folded, line, number, about.tag, about.cell, about.furniture, linked)


def _pieces(parts: list[str], places: list[Place]) -> Iterator[tuple[int, int | None, str]]:
    """Runs of text, each with the number of the element it stands in and the line it begins on."""
    line: int | None = None
    for at in range(1, len(parts), 2):
        number, run = int(parts[at]), parts[at + 1]
        if number > 0:
            line = places[number].line
        if not run or run.isspace():
            continue
        if number < 0:
            number = places[-number].parent
        if places[number].tag == "pre":
            yield from _kept_lines(number, line, run)
        else:
            yield number, line and line + _leading_breaks(run), run


def _leading_breaks(run: str) -> int:
    """Line breaks before the first visible character."""
    return run.count("\n", 0, len(run) - len(run.lstrip())) if run[0].isspace() else 0


def _kept_lines(number: int, line: int | None, run: str) -> Iterator[tuple[int, int | None, str]]:
    """Preformatted text: line by line."""
    for below, text in enumerate(run.split("\n")):
        yield number, line and line + below, text


def _marked_text(root: etree._Element, elements: list[etree._Element]) -> tuple[list[str], int]:
    """The tree's text cut at its block boundaries (text, number, text … text), and how many there are."""
    boundaries = len(elements)
    blocks = set(elements)
    for number, element in enumerate(elements, 1):
        text, tail = element.text, element.tail
        element.text = f"{_MARK}{number}{_MARK}{text}" if text else f"{_MARK}{number}{_MARK}"
        if (tail and not tail.isspace()) or not _ends_at_block(element, blocks):
            element.tail = f"{_MARK}{-number}{_MARK}{tail or ''}"
            boundaries += 1
    text = etree.tostring(root, method="text", encoding="unicode")
    if INVISIBLE.search(text):
        text = INVISIBLE.sub("", text)
    return text.split(_MARK), boundaries


def _ends_at_block(element: etree._Element, blocks: set[etree._Element]) -> bool:
    """Whether a block boundary follows an element's end anyway, so that it needs no mark of its own."""
    after = element.getnext()
    if after is not None:
        return after in blocks
    return element.getparent() in blocks


def _link_lengths(root: etree._Element, elements: list[etree._Element]) -> dict[int, int]:
    """How many characters of link text stand in each block-level element."""
    numbers = {element: number for number, element in enumerate(elements, 1)}
    lengths: dict[int, int] = {}
    for link in root.iter("a"):
        above = _parent(link.getparent(), numbers)
        lengths[above] = lengths.get(above, 0) + len("".join(map(str, link.itertext())).strip())
    return lengths
