"""A piece of the notice's text with its place, and how pieces are cut."""

from __future__ import annotations

from notice_cli.outline import Line
from notice_cli.values import Value


class Piece(Value):
    """`text` is the notice's text from `start` to `end`."""

    text: str
    start: int
    end: int
    line: int | None


def piece_of(line: Line, begin: int = 0, end: int | None = None) -> Piece:
    """Part of a line, white space at its edges left out; `begin` and `end` count from the line's start."""
    return _trimmed(line.text[begin:end], line.start + begin, line.source_line)


def cut(piece: Piece, begin: int, end: int | None = None) -> Piece:
    """Part of a piece, white space at its edges left out."""
    return _trimmed(piece.text[begin:end], piece.start + begin, piece.line)


def _trimmed(part: str, start: int, line: int | None) -> Piece:
    kept = part.strip()
    if kept != part and part[:1] == " ":
        start += len(part) - len(part.lstrip())
    return Piece(kept, start, start + len(kept), line)
