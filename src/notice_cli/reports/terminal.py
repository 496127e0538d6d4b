"""What a terminal shows: hostile characters made visible, widths in cells, lines broken to fit.

>>> visible("a\\x1b[31mb")
'a\\\\x1b[31mb'
>>> cells("整改ab")
6
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from notice_cli.text.pattern import lazy_pattern

Piece = tuple[str, str]
"""Words and their style (`bold red`, or nothing)."""
Line = Sequence[Piece]

_UNSEEN = lazy_pattern(
    "[\x00-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
"""Control characters, bidi controls, and what takes no room and may hide something."""


def visible(text: str) -> str:
    """The text on one line with every control, bidi and invisible character written as its escape."""
    return _UNSEEN.sub(lambda match: _escape(match[0]), text) if _UNSEEN.search(text) else text


def cells(text: str) -> int:
    """How many cells of a terminal the text takes; a Chinese character takes two."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def cut(text: str, width: int) -> str:
    """As much of the text as fits into `width` cells, with … where something was left out."""
    if cells(text) <= width:
        return text
    room, kept = width - 1, []
    for letter in text:
        room -= _cells(letter)
        if room < 0:
            break
        kept.append(letter)
    return "".join(kept) + "…"


def wrap(text: str, width: int) -> list[str]:
    """The text in lines of at most `width` cells, broken after spaces, or between Chinese characters."""
    lines: list[str] = []
    line, room = "", width
    for word in _words(text):
        if line and cells(word.rstrip()) > room:
            lines.append(line.rstrip())
            line, room = "", width
        line, room = line + word, room - cells(word)
    return [*lines, line.rstrip()]


def paint(lines: Sequence[Line], *, color: bool) -> str:
    """The lines as one string, in colour (ANSI) or plain."""
    if not color:
        return "".join("".join(words for words, _ in line).rstrip() + "\n" for line in lines)
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=True, color_system="standard", width=10_000, _environ={})
    for line in lines:
        console.print(Text.assemble(*line), soft_wrap=True, highlight=False)
    return out.getvalue()


def _cells(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _escape(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _words(text: str) -> Iterator[str]:
    """Where a line may be broken: Latin words with their spaces, Chinese characters with their stops."""
    for match in _WORD.finditer(text):
        yield from _chopped(match[0])


_CLOSING = "，。；：、！？”’》）〉】〕"
_WORD = lazy_pattern(
    rf"[\x21-\x7e]+(?:[^\x00-\x7f][{_CLOSING}]*)?\s*|\s+|[“‘《（〈【〔]*.(?:[{_CLOSING},;:!?)]|\.(?![0-9A-Za-z]))*\s*",
    re.DOTALL,
)
_LONGEST = 40


def _chopped(word: str) -> Iterator[str]:
    """A word that is too long for any line (an address) in parts."""
    for at in range(0, len(word), _LONGEST):
        yield word[at : at + _LONGEST]
