"""Runs of characters to lines, and running heads and page numbers out of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from notice_cli.page.documents.pdf_marks import Run
from notice_cli.text.pattern import lazy_pattern

_SAME_LINE = 0.4
"""In character sizes: base lines closer than this are one."""
_WIDE_GAP = 0.9
_WORD_GAP = 0.2
_MARGIN = 0.14
"""Share of a page's height, above and below, in which heads and page numbers stand."""
_MOST_PEELED = 3
_MANY = 0.4
"""Share of the pages on which a running head stands at least: odd and even pages may have their own."""
_DIGITS = lazy_pattern(r"\d{1,9}")
_BARE_NUMBER = lazy_pattern(r"\d{1,4}")
_PAGE_NUMBER = lazy_pattern(
    r"[-—–－_·•~\s]{0,6}(?:第\s?)?(?:\d{1,4}|[ivxlcIVXLC]{1,7})(?:\s?页)?"
    r"(?:[\s,，/|／]{0,4}(?:共\s?)?\d{1,4}(?:\s?页)?)?[-—–－_·•~\s]{0,6}"
)


class Line(NamedTuple):
    """A line of text of a page."""

    text: str
    x0: float
    y: float
    size: float
    ends: tuple[float, ...]
    """Where each character of the text ends."""
    starts: tuple[float, ...]
    """Where each of its runs begins."""
    page: int

    @property
    def x1(self) -> float:
        """Where the line ends."""
        return self.ends[-1]


def gather_lines(runs: Iterable[Run], page: int) -> list[Line]:
    """The lines that runs make, from top to bottom.

    Args:
        runs: Runs of one page or of one cell.
        page: The page's number.
    """
    lines: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run.y, run.x0)):
        if lines and abs(run.y - lines[-1][0].y) <= _SAME_LINE * max(run.size, lines[-1][0].size):
            lines[-1].append(run)
        else:
            lines.append([run])
    return [_line(sorted(line, key=lambda run: run.x0), page) for line in lines]


def _line(runs: list[Run], page: int) -> Line:
    kept = runs[:1]
    text, ends = runs[0].text, list(runs[0].ends)
    for run in runs[1:]:
        before = kept[-1]
        if run.text == before.text and abs(run.x0 - before.x0) < 0.2 * run.size:  # drawn twice, to look bold
            continue
        if _apart(before, run):
            text += " "
            ends.append(run.x0)
        text += run.text
        ends.extend(run.ends)
        kept.append(run)
    longest = max(kept, key=lambda run: len(run.text))
    starts = tuple(run.x0 for run in kept)
    return Line(text, kept[0].x0, longest.y, longest.size, tuple(ends), starts, page)


def _apart(one: Run, other: Run) -> bool:
    """Whether white space stands between two runs of a line."""
    gap = (other.x0 - one.x1) / max(one.size, other.size, 0.1)
    words = (
        one.text[-1].isascii()
        and one.text[-1].isalnum()
        and other.text[0].isascii()
        and other.text[0].isalnum()
    )
    return other.spaced or gap > _WIDE_GAP or (words and gap > _WORD_GAP)


def drop_furniture(pages: Sequence[tuple[float, list[Line]]]) -> None:
    """Take running heads and page numbers out of the pages, in place.

    Args:
        pages: Of each page its height and its lines outside of tables, from top to bottom.
    """
    leading = usual_distance([line for _, lines in pages for line in lines])
    for top in (False, True):
        for _ in range(_MOST_PEELED):
            outer = [_outermost(height, lines, top) for height, lines in pages]
            repeated = _repeated(outer, [line for _, lines in pages for line in lines[1:-1]])
            numbered = _counts_on(outer)
            gone = [
                line is not None
                and (
                    _is_number(line, numbered)
                    or (_pattern(line) in repeated and _is_apart(line, lines, top, leading))
                )
                for line, (_, lines) in zip(outer, pages, strict=True)
            ]
            for drop, (_, lines) in zip(gone, pages, strict=True):
                if drop:
                    lines.pop(0 if top else -1)
            if not any(gone):
                break


def usual_distance(lines: Sequence[Line]) -> float:
    """How far apart the lines of a paragraph are, in points; 0 where there are no two."""
    below = ((a.size, b.y - a.y) for a, b in pairwise(lines) if same_size(a, b) and a.page == b.page)
    distances = sorted(distance for size, distance in below if distance > 0.9 * size)
    return distances[len(distances) // 4] if distances else 0.0


def same_size(one: Line, other: Line) -> bool:
    """Whether two lines are set in characters of one size."""
    return abs(one.size - other.size) < 0.12 * max(one.size, other.size)


def _repeated(outer: Sequence[Line | None], inner: Iterable[Line]) -> set[tuple[str, int]]:
    """Patterns of many pages' outermost lines, unless the text itself says the same again and again."""
    counted = Counter(_pattern(line) for line in outer if line)
    often = {pattern for pattern, number in counted.items() if number >= max(2, _MANY * len(outer))}
    said = Counter(_DIGITS.sub("#", line.text) for line in inner) if often else Counter()
    return {pattern for pattern in often if said[pattern[0]] < 2}


def _counts_on(outer: Sequence[Line | None]) -> set[int]:
    """Pages whose outermost line is a number that counts with the pages."""
    found = [(line.page, int(line.text)) for line in outer if line and _BARE_NUMBER.fullmatch(line.text)]
    shifts = Counter(number - page for page, number in found)
    shift, often = shifts.most_common(1)[0] if shifts else (0, 0)
    enough = often >= max(2, len(outer) // 2)
    return {page for page, number in found if number - page == shift} if enough else set()


def _outermost(height: float, lines: Sequence[Line], top: bool) -> Line | None:
    """A page's first or last line, where it stands in the margin."""
    if not lines:
        return None
    line = lines[0 if top else -1]
    share = line.y / height if height else 0.5
    return line if (share < _MARGIN if top else share > 1 - _MARGIN) else None


def _pattern(line: Line) -> tuple[str, int]:
    """What is the same on every page: the text without its numbers, and the height."""
    return _DIGITS.sub("#", line.text), round(line.y / 4)


def _is_number(line: Line, numbered: Container[int]) -> bool:
    """Whether a line is a page number: by its dashes or words, or because it counts with the pages."""
    if _BARE_NUMBER.fullmatch(line.text):
        return line.page in numbered
    return len(line.text) < 24 and _PAGE_NUMBER.fullmatch(line.text) is not None


def _is_apart(line: Line, lines: Sequence[Line], top: bool, leading: float) -> bool:
    """Whether a line is set off from the text: by its size, or by the space beside it."""
    if len(lines) < 2:
        return True
    neighbour = lines[1] if top else lines[-2]
    return line.size < 0.85 * neighbour.size or abs(neighbour.y - line.y) > 1.2 * leading
