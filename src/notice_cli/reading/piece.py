"""A piece of the notice's text with its place, and how pieces are cut."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.outline import Line
from notice_cli.values import Value


class Piece(Value):
    """`text` is the notice's text from `start` to `end`."""

    text: str
    start: int
    end: int
    line: int | None


def piece_at(text: str, start: int, line: int | None) -> Piece:
    """A text that begins at `start`, white space at its edges left out."""
    kept = text.strip()
    if kept is not text:
        start += len(text) - len(text.lstrip())
    return Piece(kept, start, start + len(kept), line)


def piece_of(line: Line, begin: int = 0, end: int | None = None) -> Piece:
    """Part of a line, white space at its edges left out; `begin` and `end` count from the line's start."""
    start, part = line.start + begin, line.text[begin:end]
    kept = part.strip()
    if kept is not part:
        start += len(part) - len(part.lstrip())
    return Piece(kept, start, start + len(kept), line.source_line)


def cut(piece: Piece, begin: int, end: int | None = None) -> Piece:
    """Part of a piece, white space at its edges left out."""
    return piece_at(piece.text[begin:end], piece.start + begin, piece.line)


def whole(paragraphs: Sequence[Piece]) -> Piece:
    """Paragraphs as one piece."""
    first = paragraphs[0]
    if len(paragraphs) == 1:
        return first
    text = " ".join([piece.text for piece in paragraphs])
    return Piece(text, first.start, paragraphs[-1].end, first.line)
