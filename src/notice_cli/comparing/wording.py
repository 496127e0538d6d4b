"""One text made into another, word by word, and the figures in which they differ."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest

from notice_cli.model import Edit, FigureMove
from notice_cli.model.comparison import EditKind
from notice_cli.text.pattern import lazy_pattern

_TOKEN = lazy_pattern(r"[A-Za-z]{1,40}|\d{1,12}(?:[.,]\d{1,6}){0,3}|\s+|.", re.DOTALL)
_FIGURE = lazy_pattern(
    r"(?<![\d.,第])(?P<value>\d[\d,]{0,12}(?:\.\d{1,6})?)\s{0,2}(?!热线|专线|平台)"
    r"(?P<unit>[万亿]{0,2}[\u4e00-\u9fff]|[%％‰])"
)
LONGEST = 600
"""Tokens of a text; a longer one is compared as a whole: the exact way takes square time."""
SHORT = 1
"""A run of so few characters between two changes is part of the change: it is no word of its own."""


def find_edits(old: str, new: str) -> tuple[Edit, ...]:
    """The runs of `old` made into `new`; none where they are the same.

    >>> [(edit.kind, edit.text) for edit in find_edits("退回2万元。", "退回3万元。")]
    [('same', '退回'), ('removed', '2'), ('added', '3'), ('same', '万元。')]
    """
    if old == new:
        return ()
    there, here = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(there), len(here)) > LONGEST:
        return _write([(there, here, False)])
    matcher = SequenceMatcher(None, there, here, autojunk=False)
    steps = [(there[i1:i2], here[j1:j2], tag == "equal") for tag, i1, i2, j1, j2 in matcher.get_opcodes()]
    return _write(_join(steps))


_Step = tuple[Sequence[str], Sequence[str], bool]


def _join(steps: Sequence[_Step]) -> Iterator[_Step]:
    """The steps, with a lone character between two changes told as changed."""
    old: list[str] = []
    new: list[str] = []
    for at, (there, here, same) in enumerate(steps):
        if same and (len(there) > SHORT or at in (0, len(steps) - 1)):
            yield old, new, False
            yield there, here, True
            old, new = [], []
        else:
            old += there
            new += here
    yield old, new, False


def _write(steps: Iterable[_Step]) -> tuple[Edit, ...]:
    edits: list[tuple[EditKind, Sequence[str]]] = []
    for old, new, same in steps:
        edits += [("same", old)] if same else [("removed", old), ("added", new)]
    return tuple(Edit(kind=kind, text="".join(tokens)) for kind, tokens in edits if tokens)


def find_figure_changes(old: str, new: str) -> tuple[FigureMove, ...]:
    """The figures that only one of the texts has, those of one unit side by side in their order."""
    there, here = _figures(old), _figures(new)
    only_old, only_new = _by_unit(there, Counter(here)), _by_unit(here, Counter(there))
    return tuple(
        FigureMove(old=one, new=other)
        for unit in dict.fromkeys([*only_old, *only_new])
        for one, other in zip_longest(only_old.get(unit, ()), only_new.get(unit, ()))
    )


def _figures(text: str) -> list[tuple[str, str]]:
    """Value and unit of each figure."""
    return [(match["value"], match["unit"]) for match in _FIGURE.finditer(text)]


def _by_unit(figures: Sequence[tuple[str, str]], others: Counter[tuple[str, str]]) -> dict[str, list[str]]:
    """The figures that the other text does not have, as often as it does not, by their unit."""
    left, found = others.copy(), defaultdict(list)
    for figure in figures:
        if left[figure]:
            left[figure] -= 1
        else:
            found[figure[1]].append("".join(figure))
    return found
