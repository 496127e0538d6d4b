"""Any page cut into blocks, by the tree that libxml2 makes of it.

The tree is walked only at block level. Each block-level element gets a marker before its text and
one behind its end; one serialisation of the whole tree as text is then cut at the markers, so that
the inline elements (Word writes thousands) cost nothing here.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import cast

from lxml import etree

from notice_cli.page.block import BLOCK_TAGS, DROPPED_TAGS, INVISIBLE, PICTURED, Cut, Place, fold
from notice_cli.page.deep import cut_deep
from notice_cli.page.grid import parse_span
from notice_cli.page.inline import without_looks
from notice_cli.page.labels import PAGED_WORDS
from notice_cli.page.places import Places, add_place, make_blocks, name_element
from notice_cli.text.pattern import lazy_pattern

_INLINE_TAGS = frozenset(("span", "font", "b", "strong", "em", "i", "u", "label"))
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


def cut_tree(markup: bytes, wanted: frozenset[str] = frozenset()) -> Cut:
    """HTML of any kind, in UTF-8; bad markup never raises.

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
    places = _find_places(numbers, wanted)
    links = _link_lengths(root, numbers)
    parts, boundaries = _marked_text(root, numbers)
    del root, numbers, parser
    if len(parts) != 2 * boundaries + 1:  # the page itself writes the marker
        return _cut(_STRANGERS.sub(b"", markup), wanted)
    blocks = make_blocks(_runs(parts, places.known), parts[2::2], places.known, links)
    return Cut(blocks, tuple(places.known), title, meta, places.named)


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


def _find_places(numbers: dict[etree._Element, int], wanted: frozenset[str]) -> Places:
    """What each block-level element says about the text in it."""
    places = Places(wanted)
    for element in numbers:
        above = element.getparent()
        parent = numbers[above] if above in numbers else _parent(above, numbers)
        classes, own, line = element.get("class"), element.get("id"), cast("int | None", element.sourceline)
        spans = (
            (parse_span(element.get("rowspan")), parse_span(element.get("colspan")))
            if element.tag in ("td", "th")
            else (1, 1)
        )
        add_place(
            places,
            parent,
            element.tag,
            line if line and line < _MAX_LINE else None,
            name_element(classes, own) if classes or own else (),
            spans,
        )
    return places


def _parent(element: etree._Element | None, numbers: dict[etree._Element, int]) -> int:
    """The number of the nearest block-level element from `element` upwards."""
    while element is not None and element not in numbers:
        element = element.getparent()
    return 0 if element is None else numbers[element]


def _runs(parts: list[str], places: Sequence[Place]) -> list[tuple[int, int | None]]:
    """Of each text between two marks its element's number and the line that it begins in."""
    runs: list[tuple[int, int | None]] = []
    line: int | None = None
    for number in map(int, parts[1::2]):
        line = places[number].line if number > 0 else line
        runs.append((number if number > 0 else places[-number].parent, line))
    return runs


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
