"""Paragraphs in which several issues ran together: 1.关于…的问题。…2.关于…的问题。…"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from notice_cli.outline import Line, parse_marker
from notice_cli.reading.labels import RESULT_ROLES, split_labels
from notice_cli.reading.words import ABOUT_STARTS
from notice_cli.reading.zones import is_full_title
from notice_cli.text.pattern import lazy_pattern

_SHORTEST = 60
_LEAST = 2
_NUMBER = lazy_pattern(
    r"[。；;]\s?(?=(?:\d{1,2}[.．、](?!\d)|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）])\s?[^\W\d_])"
)
_TITLE = ABOUT_STARTS[0]
"""What issues have in common that begin with their title."""


def split_run_together(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines, one that holds several numbered issues cut into a line for each."""
    several = {line.start: parts for line in _may_hold_several(lines) if (parts := list(_parts(line)))}
    if not several:
        return lines
    return [part for line in lines for part in several.get(line.start, (line,))]


def _may_hold_several(lines: Sequence[Line]) -> list[Line]:
    """The paragraphs that have titles of problems, or labels, more than once.

    One character is counted in half the time that two take.
    """
    return [
        line
        for line in lines
        if len(text := line.text) >= _SHORTEST
        and (
            ("：" in text and text.count("：")) + (":" in text and text.count(":")) >= _LEAST
            or (text.count(_TITLE[-1]) >= _LEAST and text.count(_TITLE) >= _LEAST)
        )
        and line.cell is None
    ]


def _parts(line: Line) -> Iterator[Line]:
    """A line for each number behind the end of a sentence that opens an issue, as others do in this line.

    None where no number stands there.
    """
    places = [0, *[match.end() for match in _NUMBER.finditer(line.text)], len(line.text)]
    if len(places) <= _LEAST:
        return
    parts = [_cut(line, begin, end) for begin, end in pairwise(places)]
    names = [_named_by(part) for part in parts]
    common = next((name for name in names if name and names.count(name) >= _LEAST), None)
    begins = [at for at, name in enumerate(names) if at == 0 or (common and name == common)]
    for first, behind in pairwise([*begins, len(parts)]):
        yield _cut(line, places[first], places[behind])


def _cut(line: Line, begin: int, end: int) -> Line:
    text = line.text[begin:end].rstrip()
    start = line.start + begin
    return Line(text, start, start + len(text), line.source_line, parse_marker(text))


def _named_by(part: Line) -> str | None:
    """What tells that a numbered part is an issue: its title, else the label of its result or measures."""
    if part.marker is None:
        return None
    if is_full_title(part):
        return _TITLE
    lead, labels = split_labels(part, part.marker.end)
    return next((one.label for one in labels if lead.text and one.role in RESULT_ROLES), None)
