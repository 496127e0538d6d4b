"""Word documents (.docx) to blocks: what the printed document shows, tracked changes as accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from notice_cli.page.block import Block, Cell, Cut, fold
from notice_cli.page.documents.labels import join_label
from notice_cli.page.documents.numbering import Lists, number_label, read_lists
from notice_cli.page.documents.package import W, read_parts

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_NO_TEXT = frozenset(
    (
        *(
            W + name
            for name in ("pPr", "rPr", "sectPr", "tblPr", "tblGrid", "trPr", "tcPr", "sdtPr", "sdtEndPr")
        ),
        *(W + name for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "rt", "rubyPr")),
    )
)
"""Elements whose text is not printed."""
_TEXT = (f"{W}t", f"{_M}t")
_CHARACTERS = {
    **dict.fromkeys((f"{W}br", f"{W}cr"), "\n"),
    **dict.fromkeys((f"{W}tab", f"{W}ptab"), "\t"),
    f"{W}noBreakHyphen": "-",
}
"""Elements that stand for a character."""
_FALSE = ("0", "false", "off")
_CONTENTS = "toc "
"""What the names of the styles of a table of contents begin with."""
_MOST_COLUMNS = 500
_MOST_STYLES_UP = 20


class _Styles(NamedTuple):
    """Styles, by what they do to their text."""

    hidden: frozenset[str]
    contents: frozenset[str]


@dataclass(slots=True)
class _Reader:
    """A document being read: what is known of it, and how far it is read."""

    lists: Lists
    styles: _Styles
    paragraphs: int = 0
    tables: int = 0
    carried: str = ""
    """Text of paragraphs whose end was deleted: it belongs to the next."""


@dataclass(slots=True)
class _Paragraph:
    """Text being gathered, and the text boxes that are anchored in it."""

    text: list[str] = field(default_factory=list)
    before: list[etree._Element] = field(default_factory=list)
    behind: list[etree._Element] = field(default_factory=list)


def cut_docx(data: bytes, where: str) -> Cut:
    """A block for each line of a paragraph or a cell; `line` is the number of the paragraph.

    Raises:
        DecodeError: it is no Word document, or a damaged or a dangerous one; see `read_parts`.
    """
    parts = read_parts(data, where)
    reader = _Reader(read_lists(parts.numbering, parts.styles), _read_styles(parts.styles))
    body = parts.document.find(f"{W}body")
    return Cut(tuple(_blocks(reader, body, None)) if body is not None else ())


def _read_styles(styles: etree._Element | None) -> _Styles:
    by_id = {
        one.get(f"{W}styleId") or "": one
        for one in (styles.findall(f"{W}style") if styles is not None else ())
    }
    names = {key: one.find(f"{W}name") for key, one in by_id.items()}
    contents = (
        key
        for key, name in names.items()
        if name is not None and (name.get(f"{W}val") or "").lower().startswith(_CONTENTS)
    )
    return _Styles(frozenset(key for key in by_id if _hides(by_id, key)), frozenset(contents))


def _hides(by_id: Mapping[str, etree._Element], key: str) -> bool:
    """Whether a style or one that it is based on hides its text."""
    for _ in range(_MOST_STYLES_UP):
        one = by_id.get(key)
        if one is None:
            return False
        hidden = _flag(one.find(f"{W}rPr"), "vanish")
        if hidden is not None:
            return hidden
        key = _value(one, "basedOn")
    return False


def _flag(properties: etree._Element | None, name: str) -> bool | None:
    """A property that is on, off, or not said."""
    one = properties.find(W + name) if properties is not None else None
    return None if one is None else (one.get(f"{W}val") or "1") not in _FALSE


def _value(parent: etree._Element | None, name: str) -> str:
    one = parent.find(W + name) if parent is not None else None
    return (one.get(f"{W}val") or "") if one is not None else ""


def _blocks(reader: _Reader, parent: etree._Element, cell: Cell | None) -> Iterator[Block]:
    """The paragraphs and tables in an element, in order."""
    for child in parent:
        if child.tag == f"{W}p":
            yield from _paragraph(reader, child, cell)
        elif child.tag == f"{W}tbl":
            yield from _table(reader, child)
        elif child.tag == f"{_MC}AlternateContent":
            yield from _blocks(reader, child[0], cell) if len(child) else ()
        elif child.tag not in _NO_TEXT:
            yield from _blocks(reader, child, cell)


def _paragraph(reader: _Reader, element: etree._Element, cell: Cell | None) -> Iterator[Block]:
    reader.paragraphs += 1
    number = reader.paragraphs
    properties = element.find(f"{W}pPr")
    if _value(properties, "pStyle") in reader.styles.contents:
        return
    found = _Paragraph()
    _gather(reader, element, found)
    text, reader.carried = reader.carried + "".join(found.text), ""
    if _end_deleted(properties):
        reader.carried = text
        text = ""
    else:
        text = join_label(number_label(reader.lists, element), text)
    for box in found.before:
        yield from _blocks(reader, box, cell)
    for line in text.split("\n"):
        if folded := fold(line):
            yield Block(folded, number, number, "td" if cell else "p", cell)
    for box in found.behind:
        yield from _blocks(reader, box, cell)


def _end_deleted(properties: etree._Element | None) -> bool:
    """Whether a tracked change joins the paragraph with the next one."""
    mark = properties.find(f"{W}rPr") if properties is not None else None
    return mark is not None and any(mark.find(W + name) is not None for name in ("del", "moveFrom"))


def _gather(reader: _Reader, element: etree._Element, found: _Paragraph) -> None:
    """The text of a paragraph, run by run."""
    for child in element:
        tag = child.tag
        if tag in _TEXT:
            found.text.append(child.text or "")
        elif tag in _CHARACTERS:
            found.text.append(_CHARACTERS[tag])
        elif tag == f"{W}sym":
            found.text.append(_symbol(child))
        elif tag == f"{W}txbxContent":
            (found.behind if "".join(found.text).strip() else found.before).append(child)
        elif tag == f"{_MC}AlternateContent":
            _gather(reader, _shown(child), found)
        elif tag not in _NO_TEXT and not (tag == f"{W}r" and _is_hidden(reader.styles, child)):
            _gather(reader, child, found)


def _shown(alternatives: etree._Element) -> etree._Element:
    """The one of several forms that is read: the first with text, else the first."""
    with_text = (one for one in alternatives if next(one.iter(*_TEXT), None) is not None)
    return next(with_text, alternatives[0] if len(alternatives) else alternatives)


def _is_hidden(styles: _Styles, run: etree._Element) -> bool:
    properties = run.find(f"{W}rPr")
    hidden = _flag(properties, "vanish")
    if hidden is not None:
        return hidden
    paragraph = next(run.iterancestors(f"{W}p"), None)
    above = _value(paragraph.find(f"{W}pPr") if paragraph is not None else None, "pStyle")
    return _value(properties, "rStyle") in styles.hidden or above in styles.hidden


def _symbol(element: etree._Element) -> str:
    """A character named by its number; private ones stand as they are."""
    code = element.get(f"{W}char") or ""
    return (
        chr(int(code, 16)) if 0 < len(code) <= 4 and all(c in "0123456789abcdefABCDEF" for c in code) else ""
    )


class _Slot(NamedTuple):
    """A cell as the document writes it: its place, and whether it goes on with the one above."""

    element: etree._Element
    row: int
    column: int
    colspan: int
    goes_on: bool


def _table(reader: _Reader, element: etree._Element) -> Iterator[Block]:
    number, reader.tables = reader.tables, reader.tables + 1
    slots = [slot for at, row in enumerate(_rows(element)) for slot in _slots(row, at)]
    spans = _row_spans(slots)
    for slot in slots:
        if not slot.goes_on:
            rowspan = spans.get((slot.row, slot.column), 1)
            yield from _blocks(
                reader, slot.element, Cell(number, slot.row, slot.column, rowspan, slot.colspan)
            )
            reader.carried = ""


def _rows(table: etree._Element) -> list[etree._Element]:
    """The rows that are left when tracked changes are accepted."""
    rows = _children(table, f"{W}tr")
    return [row for row in rows if (p := row.find(f"{W}trPr")) is None or p.find(f"{W}del") is None]


def _children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table, cells of a row: also those that stand in a content control."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _NO_TEXT and child.tag not in (f"{W}tc", f"{W}p"):
            yield from _children(child, tag)


def _slots(row: etree._Element, at: int) -> Iterator[_Slot]:
    column = _whole(_value(row.find(f"{W}trPr"), "gridBefore"), 0)
    for cell in _children(row, f"{W}tc"):
        properties = cell.find(f"{W}tcPr")
        if properties is not None and properties.find(f"{W}cellDel") is not None:
            continue
        merge = properties.find(f"{W}vMerge") if properties is not None else None
        colspan = _whole(_value(properties, "gridSpan"), 1) or 1
        goes_on = merge is not None and merge.get(f"{W}val") != "restart"
        yield _Slot(cell, at, column, colspan, goes_on)
        column += colspan


def _row_spans(slots: list[_Slot]) -> dict[tuple[int, int], int]:
    """How many rows each cell reaches down."""
    first: dict[int, int] = {}
    spans: dict[tuple[int, int], int] = {}
    for slot in slots:
        top = first.get(slot.column)
        if slot.goes_on and top is not None:
            spans[top, slot.column] = slot.row - top + 1
        else:
            first[slot.column] = slot.row
    return spans


def _whole(text: str, otherwise: int) -> int:
    whole = int(text) if text.isascii() and text.isdigit() and len(text) < 5 else otherwise
    return min(whole, _MOST_COLUMNS)
