"""A piece of the notice's text with its place, and how pieces are cut."""

from __future__ import annotations

from dataclasses import dataclass

from notice_cli.outline import Line


@dataclass(frozen=True, slots=True)
class Piece:
    """`text` is the notice's text from `start` to `end`."""

    text: str
    start: int
    end: int
    line: int | None


def piece_of(line: Line, begin: int = 0, end: int | None = None) -> Piece:
    """Part of a line, white space at its edges left out; `begin` and `end` count from the line's start."""
    part = line.text[begin:end]
    start = line.start + begin + len(part) - len(part.lstrip())
    part = part.strip()
    return Piece(part, start, start + len(part), line.source_line)


def cut(piece: Piece, begin: int, end: int | None = None) -> Piece:
    """Part of a piece, white space at its edges left out."""
    part = piece.text[begin:end]
    start = piece.start + begin + len(part) - len(part.lstrip())
    part = part.strip()
    return Piece(part, start, start + len(part), piece.line)
