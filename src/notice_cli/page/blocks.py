"""A page's text cut into blocks: what a reader sees as one paragraph, cell or line, in order.

The tree is walked only at block level. Each block-level element gets a marker before its text and
one behind its end; one serialisation of the whole tree as text is then cut at the markers, so that
the inline elements (Word writes thousands) cost nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import cast

from lxml import etree
from msgspec import Struct, field

from notice_cli.page.block import BLOCK_TAGS, DROPPED_TAGS, INVISIBLE, PICTURED, Block, Cell, Cut, Place, fold
from notice_cli.page.deep import cut_deep
from notice_cli.page.inline import without_looks
from notice_cli.page.labels import PAGED_WORDS
from notice_cli.text.pattern import lazy_pattern

_FURNITURE_TAGS = frozenset(("nav", "header", "footer", "aside", "form", "menu"))
_INLINE_TAGS = frozenset(("span", "font", "b", "strong", "em", "i", "u", "label"))
_ARTICLE_TAGS = frozenset(("article", "main"))
"""Elements whose own header is no furniture: it holds the title."""
_NEVER_FURNITURE = frozenset(("p", "br", "td", "tr", "body", "tbody", "li"))
_TABLE_TAGS = frozenset(("table", "tr", "td", "th"))
_FURNITURE_NAMES = lazy_pattern(
    r"nav|foot|share|crumb|position|breadcrumb|relat|relevan|recommend|toolbar|tools|menu|sidebar|copyright"
    r"|prev|next|pager|pagination|qrcode|print|banner|logo|search|login|weizhi|dqwz|hotnews|popup|dialog",
    re.I,
)
"""Parts of class and id names that page furniture carries, whatever the content system."""
_STYLED = etree.XPath("descendant-or-self::*[@hidden or @style]")
_SHOWN = 0.6
"""Share of a page's text above which a hidden element is what the page is about."""
_HIDING = (b"idden", b"isplay", b"DISPLAY")
"""Words without which nothing on a page is hidden."""
_PAGED = tuple(word.encode() for word in PAGED_WORDS)
_PAGE_LENGTH = 100
_DOCUMENT_END = lazy_pattern(rb"</[bBhH][oOtT][dDmM][yYlL]\s{0,9}>")
"""libxml2 reads nothing behind </body> and </html>, though pages write them in the middle."""
_MARK = "\ufdd0"
"""A noncharacter, never valid in a page: cuts the text at block boundaries."""
_STRANGERS = lazy_pattern(_MARK.encode() + rb"|&#(?:0{0,9}64976|x0{0,9}fdd0);?", re.I)
"""The marker where a page writes it nevertheless."""
_STAND_INS = {
    code: 0xFDD1 + at
    for at, code in enumerate((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0xFFFE, 0xFFFF))
}
"""What libxml2 reads but lxml does not write, and a noncharacter for each."""
_CONTROLS = {stand_in: code for code, stand_in in _STAND_INS.items()}
_REFERENCE = lazy_pattern(r"&#(?:0{0,9}(?P<decimal>\d{1,5})|[xX]0{0,9}(?P<hex>[0-9A-Fa-f]{1,4}));?")
_MAX_LINE = 65535
"""Line numbers above this one are not reliable in libxml2."""


class _Table(Struct):
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
    hides = any(word in markup for word in _HIDING)
    root = etree.fromstring(_without_ends(markup if hides else without_looks(markup)), parser)
    if root is None:
        return Cut(())
    if parser.error_log.filter_from_fatals():
        return Cut(cut_deep(markup.decode("utf-8", "replace")))
    title, meta = _head(root)
    _empty(list(root.iter(*DROPPED_TAGS)))
    if hides:
        _drop_hidden(root, markup)
    numbers = {element: number for number, element in enumerate(root.iter(*BLOCK_TAGS), 1)}
    places, named = _places(numbers, wanted)
    links = _link_lengths(root, numbers)
    parts, boundaries = _marked_text(root, numbers)
    del root, numbers, parser
    if len(parts) != 2 * boundaries + 1:  # the page itself writes the marker
        return _cut(_STRANGERS.sub(b"", markup), wanted)
    return Cut(_blocks(parts, places, links), tuple(places), title, meta, named)


def _cut_with_controls(markup: bytes, wanted: frozenset[str]) -> Cut:
    """A page with control characters: noncharacters stand for them while it is cut."""
    text = markup.decode("utf-8", "replace").translate(dict.fromkeys(_STAND_INS.values()))
    text = _REFERENCE.sub(_plain_control, text).translate(_STAND_INS)
    cut = _cut(text.encode("utf-8", "replace"), wanted)
    blocks = (block.replace(text=" ".join(block.text.translate(_CONTROLS).split())) for block in cut.blocks)
    return cut.replace(blocks=tuple(block for block in blocks if block.text))


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
    found = list(root.iter("title", "meta", "img"))
    titles = (fold("".join(map(str, e.itertext()))) for e in found if e.tag == "title")
    metas = (e for e in found if e.tag == "meta")
    named = ((e.get("name") or e.get("property") or "", e.get("content") or "") for e in metas)
    meta = [(name.lower(), fold(content)) for name, content in named if name]
    pictures = (e.get("alt") or "" for e in found if e.tag == "img")
    meta += [(PICTURED, fold(said)) for said in pictures if "整改" in said]
    return next(titles, None) or None, tuple(meta)


def _drop_hidden(root: etree._Element, markup: bytes) -> None:
    """Empty what a reader does not see."""
    _take_for_blocks(root)
    _empty(_hidden(root, paged=any(word in markup for word in _PAGED)))


def _take_for_blocks(root: etree._Element) -> None:
    """Make blocks of the inline elements that are styled as such."""
    for element in cast("list[etree._Element]", _STYLED(root)):
        if element.tag in _INLINE_TAGS and "display:block" in (element.get("style") or "").replace(" ", ""):
            element.tag = "div"


def _empty(elements: list[etree._Element]) -> None:
    """Take out what stands in elements; what stands behind them stays."""
    for element in elements:
        tail = element.tail
        element.clear()
        element.tail = tail


def _hidden(root: etree._Element, *, paged: bool) -> list[etree._Element]:
    """Hidden elements; one that holds most of the page's text is shown by a script and is none.

    Where a script turns the pages of a text, those behind the first are none either.
    """
    hidden = [e for e in cast("list[etree._Element]", _STYLED(root)) if _hides(e)]
    limit = _SHOWN * _length(root) if hidden else 0
    pages = _turned_pages(hidden) if paged else ()
    return [e for e in hidden if e not in pages and _length(e) <= limit]


def _turned_pages(hidden: list[etree._Element]) -> set[etree._Element]:
    """The hidden elements that go on with the text of a shown one of the same kind, one behind the other."""
    turned: set[etree._Element] = set()
    for element in hidden:
        before = element.getprevious()
        if before is None or (before.tag, before.get("class")) != (element.tag, element.get("class")):
            continue
        goes_on = before in turned or (not _hides(before) and _length(before) >= _PAGE_LENGTH)
        if goes_on and _length(element) >= _PAGE_LENGTH:
            turned.add(element)
    return turned


def _hides(element: etree._Element) -> bool:
    """Whether an element says that it is not shown."""
    style = (element.get("style") or "").lower().replace(" ", "")
    hides = "display:none" in style or "visibility:hidden" in style
    return (hides or element.get("hidden") is not None) and element.tag not in ("html", "body")


def _length(element: etree._Element) -> int:
    """Characters of text in an element, white space and all."""
    return len(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def _places(
    numbers: dict[etree._Element, int], wanted: Container[str]
) -> tuple[list[Place], dict[str, tuple[int, ...]]]:
    """What each block-level element says about the text in it; number 0 stands for the page itself.

    Beside it the numbers of the elements that carry one of the wanted names.
    """
    places = [Place(0, "", None)]
    named: dict[str, tuple[int, ...]] = {}
    tables: dict[int, _Table] = {}
    for element, number in numbers.items():
        above = element.getparent()
        parent = numbers[above] if above in numbers else _parent(above, numbers)
        outer, tag, classes, own = places[parent], element.tag, element.get("class"), element.get("id")
        furniture, cell = outer.furniture, outer.cell
        line = cast("int | None", element.sourceline)
        if classes or own:
            _note_names(named, wanted, _names(classes, own), number)
            furniture = number if _is_called_furniture(tag, classes, own) else furniture
        if tag in _FURNITURE_TAGS and not (tag == "header" and _is_in(parent, places, _ARTICLE_TAGS)):
            furniture = number
        if tag in _TABLE_TAGS:
            cell = _cell(element, tag, number, parent, places, tables) or cell
        places.append(Place(parent, tag, line if line and line < _MAX_LINE else None, furniture, cell))
    return places, named


def _is_in(number: int, places: list[Place], tags: Container[str]) -> bool:
    """Whether an element is, or stands in, one of the tags."""
    while number and places[number].tag not in tags:
        number = places[number].parent
    return number > 0


def _note_names(
    named: dict[str, tuple[int, ...]], wanted: Container[str], names: tuple[str, ...], number: int
) -> None:
    """Keep an element's number under each wanted name that it carries."""
    for name in names:
        if name in wanted:
            named[name] = (*named.get(name, ()), number)


@lru_cache(maxsize=512)
def _names(classes: str | None, own: str | None) -> tuple[str, ...]:
    """What an element is called: `#id`, `.class`, in lower case. A page repeats a few names."""
    names = [f".{name}" for name in classes.lower().split()] if classes else []
    return (f"#{own.lower()}", *names) if own else tuple(names)


def _parent(element: etree._Element | None, numbers: dict[etree._Element, int]) -> int:
    """The number of the nearest block-level element from `element` upwards."""
    while element is not None and element not in numbers:
        element = element.getparent()
    return 0 if element is None else numbers[element]


@lru_cache(maxsize=512)
def _is_called_furniture(tag: str, classes: str | None, own: str | None) -> bool:
    """Whether an element's names say that all in it is page furniture."""
    named = tag not in _NEVER_FURNITURE and _FURNITURE_NAMES.search(f"{classes or ''} {own or ''}")
    return bool(named)


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
    if rowspan == colspan == 1:
        table.taken.add((row, column))
    else:
        table.taken.update((row + r, column + c) for r in range(rowspan) for c in range(colspan))
    return Cell(table.number, row, column, rowspan, colspan)


def _span(element: etree._Element, name: str) -> int:
    """A rowspan or colspan, kept within what a table can mean."""
    value = (element.get(name) or "").strip()
    return max(1, min(int(value), 500)) if value.isdecimal() and len(value) < 5 else 1


def _blocks(parts: list[str], places: list[Place], links: dict[int, int]) -> tuple[Block, ...]:
    """The text between the markers, folded, with what its element says about it."""
    blocks: list[Block] = []
    line: int | None = None
    for at in range(1, len(parts), 2):
        number, run = int(parts[at]), parts[at + 1]
        if number > 0:
            line = places[number].line
        folded = " ".join(run.split())
        if not folded:
            continue
        if number < 0:
            number = places[-number].parent
        place = places[number]
        if place.tag == "pre":
            blocks += _kept_lines(number, line, run, place)
            continue
        linked = number in links and links[number] * 2 > len(folded)
        first = line + _leading_breaks(run) if line and run[0].isspace() else line
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


def _marked_text(root: etree._Element, numbers: dict[etree._Element, int]) -> tuple[list[str], int]:
    """The tree's text cut at its block boundaries (text, number, text … text), and how many there are."""
    boundaries = len(numbers)
    for element, number in numbers.items():
        text, tail = element.text, element.tail
        element.text = f"{_MARK}{number}{_MARK}{text}" if text else f"{_MARK}{number}{_MARK}"
        if (tail and not tail.isspace()) or not _ends_at_block(element, numbers):
            element.tail = f"{_MARK}{-number}{_MARK}{tail or ''}"
            boundaries += 1
    text = etree.tostring(root, method="text", encoding="unicode")
    if INVISIBLE.search(text):
        text = INVISIBLE.sub("", text)
    return text.split(_MARK), boundaries


def _ends_at_block(element: etree._Element, blocks: Container[etree._Element]) -> bool:
    """Whether a block boundary follows an element's end anyway, so that it needs no mark of its own."""
    after = element.getnext()
    if after is not None:
        return after in blocks
    return element.getparent() in blocks


def _link_lengths(root: etree._Element, numbers: dict[etree._Element, int]) -> dict[int, int]:
    """How many characters of link text stand in each block-level element."""
    lengths: dict[int, int] = {}
    for link in root.iter("a"):
        above = _parent(link.getparent(), numbers)
        lengths[above] = lengths.get(above, 0) + len("".join(map(str, link.itertext())).strip())
    return lengths
