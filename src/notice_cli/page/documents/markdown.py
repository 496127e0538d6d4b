"""Markdown to blocks: marks gone, numbers as typed, tables as tables; `line` is the line of the file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from notice_cli.page.block import Block, Cell, Cut, fold
from notice_cli.page.blocks import cut_html, cut_text
from notice_cli.page.documents.labels import join_label
from notice_cli.text.pattern import lazy_pattern

_FRONT_MATTER = lazy_pattern(r"\A---[ \t]{0,9}\n(.{0,20000}?)^(?:---|\.\.\.)[ \t]{0,9}$\n?", re.M | re.S)
_ENDED = "。！？：；!?:;”）)》】"
_WRAPPED = 0.7
"""Share of a paragraph's longest line that a line reaches where an editor has wrapped it."""
_SHORTEST_WRAPPED = 20
_MOST_NESTING = 20
_LONGEST = 2_000_000
"""Characters above which a text is read as plain text."""


def cut_markdown(text: str) -> Cut:
    """Markdown (CommonMark with tables), a block for each paragraph, item and cell.

    A line's end ends a block as it does in plain text, unless the line was only wrapped.
    """
    if len(text) > _LONGEST:
        return cut_text(text)
    front = _FRONT_MATTER.match(text)
    head = cut_text(front[1] if front else "").blocks
    skipped = text.count("\n", 0, front.end()) if front else 0
    tokens = _parser().parse(text[front.end() :] if front else text)
    heads = (block.replace(line=(block.line or 0) + 1) for block in head)
    blocks = (*heads, *_blocks(tokens, skipped))
    return Cut(tuple(block.replace(place=at) for at, block in enumerate(blocks, 1)))


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": _MOST_NESTING}).enable("table")


@dataclass(slots=True)
class _Reader:
    """Where reading stands: line of the file, cell of the table, number of an item whose text is to come."""

    skipped: int
    line: int = 0
    table: int = -1
    row: int = -1
    column: int = -1
    label: str = ""


def _blocks(tokens: Sequence[Token], skipped: int) -> Iterator[Block]:
    reader = _Reader(skipped)
    for token in tokens:
        if token.map:
            reader.line = token.map[0] + skipped + 1
        if token.type in _STEPS:
            yield from _STEPS[token.type](reader, token)


def _open_table(reader: _Reader, token: Token) -> Iterable[Block]:
    reader.table, reader.row = reader.table + 1, -1
    return ()


def _open_row(reader: _Reader, token: Token) -> Iterable[Block]:
    reader.row, reader.column = reader.row + 1, -1
    return ()


def _open_cell(reader: _Reader, token: Token) -> Iterable[Block]:
    reader.column += 1
    return ()


def _close_table(reader: _Reader, token: Token) -> Iterable[Block]:
    reader.column = -1
    return ()


def _open_item(reader: _Reader, token: Token) -> Iterable[Block]:
    reader.label += token.info + token.markup if token.info else ""
    return ()


def _close_item(reader: _Reader, token: Token) -> Iterable[Block]:
    """An item without text is its number."""
    label, reader.label = reader.label, ""
    return (Block(label, reader.line, 0, "p"),) if label else ()


def _inline(reader: _Reader, token: Token) -> Iterable[Block]:
    cell = Cell(reader.table, reader.row, reader.column) if reader.column >= 0 else None
    label, reader.label = reader.label, ""
    return _lines(token, reader.line, label, cell)


def _code(reader: _Reader, token: Token) -> Iterable[Block]:
    return _shifted(cut_text(token.content).blocks, reader.line - (token.type == "code_block"))


def _html(reader: _Reader, token: Token) -> Iterable[Block]:
    """Raw HTML, its tables numbered on."""
    blocks = cut_html(token.content.encode("utf-8", "replace")).blocks
    first = reader.table + 1
    reader.table += max((block.cell.table + 1 for block in blocks if block.cell), default=0)
    return _shifted([_renumbered(block, first) for block in blocks], reader.line - 1)


_STEPS: dict[str, Callable[[_Reader, Token], Iterable[Block]]] = {
    "table_open": _open_table,
    "tr_open": _open_row,
    "td_open": _open_cell,
    "th_open": _open_cell,
    "table_close": _close_table,
    "list_item_open": _open_item,
    "list_item_close": _close_item,
    "inline": _inline,
    "fence": _code,
    "code_block": _code,
    "html_block": _html,
}
"""What a token does; any other only stands around these."""


def _shifted(blocks: Sequence[Block], lines: int) -> Iterator[Block]:
    for block in blocks:
        yield block.replace(line=block.line and block.line + lines)


def _renumbered(block: Block, first: int) -> Block:
    """A block of raw HTML, its tables numbered on."""
    return block.replace(cell=block.cell.replace(table=block.cell.table + first)) if block.cell else block


class _Row(NamedTuple):
    """A line of a paragraph: its text, how far below the first it is, whether a break is asked for behind."""

    text: str
    below: int
    hard: bool = False


def _lines(token: Token, line: int, label: str, cell: Cell | None) -> Iterator[Block]:
    """The lines of a paragraph, those that were only wrapped joined."""
    rows = _rows(token.children or ())
    longest = max(len(row.text) for row in rows)
    held, below = "", 0
    for at, row in enumerate(rows):
        below = below if held else row.below
        held += row.text
        if at + 1 < len(rows) and not row.hard and _is_wrapped(row.text, longest):
            continue
        if folded := fold(join_label(label, held)):
            yield Block(folded, line + below, 0, "td" if cell else "p", cell)
        held = label = ""


def _rows(children: Sequence[Token]) -> list[_Row]:
    """The lines of a paragraph without their marks."""
    rows = [_Row("", 0)]
    for child in children:
        if child.type in ("softbreak", "hardbreak") or _is_break(child):
            ends = child.type != "html_inline"
            rows[-1] = rows[-1]._replace(hard=child.type != "softbreak")
            rows.append(_Row("", rows[-1].below + ends))
        elif child.type in ("text", "code_inline"):
            rows[-1] = rows[-1]._replace(text=rows[-1].text + child.content)
    return rows


def _is_break(token: Token) -> bool:
    return token.type == "html_inline" and token.content.lower().startswith("<br")


def _is_wrapped(text: str, longest: int) -> bool:
    """Whether a line ends in the middle of a sentence where an editor wraps lines."""
    text = text.rstrip()
    return len(text) >= max(_SHORTEST_WRAPPED, _WRAPPED * longest) and text[-1] not in _ENDED
