"""How help is set: lines and columns measured in cells of a terminal, in which Chinese is two wide.

click counts characters: in Chinese its columns do not stand one below the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from gettext import gettext

import click

from notice_cli.cli.words import LOCALE
from notice_cli.reports.terminal import cells, wrap

_MARK = "\b"
"""What a paragraph begins with whose lines are kept as they are."""


class Formatter(click.HelpFormatter):
    """click's own, with widths in cells and the stops of the language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The line that tells how to call."""
        mark = gettext("Usage:")
        self.write(f"{mark}{' ' if mark.isascii() else ''}{prog} {args}".rstrip() + "\n")

    def write_heading(self, heading: str) -> None:
        """The name of a part of the help."""
        self.write(f"{'':>{self.current_indent}}{heading}{'：' if LOCALE == 'zh' else ':'}\n")

    def write_text(self, text: str) -> None:
        """Paragraphs, an empty line between them."""
        parts = (self._set(one) for one in text.split("\n\n"))
        self.write("\n\n".join("\n".join(lines) for lines in parts) + "\n")

    def _set(self, paragraph: str) -> list[str]:
        room = self.width - self.current_indent
        kept = paragraph.startswith(_MARK)
        lines = (
            paragraph.lstrip(_MARK + "\n").split("\n") if kept else wrap(" ".join(paragraph.split()), room)
        )
        return [f"{'':>{self.current_indent}}{line}" for line in lines]

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Two columns: names, and what is told of each."""
        rows = list(rows)
        first = min(max(cells(name) for name, _ in rows), col_max) + col_spacing
        for name, told in rows:
            self.write("".join(f"{line}\n" for line in self._row(name, told, first)))

    def _row(self, name: str, told: str, first: int) -> Iterator[str]:
        """A name and what is told of it, below it where the name is too long."""
        indent = " " * self.current_indent
        lines = wrap(" ".join(told.split()), max(self.width - self.current_indent - first, 10))
        if cells(name) > first - 2:
            yield indent + name
        else:
            yield (indent + name + " " * (first - cells(name)) + lines.pop(0)).rstrip()
        yield from (indent + " " * first + line for line in lines if line)
