"""The figures that a notice declares, as closed intervals: 近20 is not 20."""

from __future__ import annotations

import math
from collections.abc import Iterable

from notice_cli.model import Notice, Operand, Status, What
from notice_cli.rules.damage import is_damaged
from notice_cli.rules.evidence import declared_operand
from notice_cli.rules.memo import once
from notice_cli.text.amounts import bounds
from notice_cli.values import Value

STATUS_COUNTS: tuple[What, ...] = (
    "issues_completed",
    "issues_basically_completed",
    "issues_ongoing",
    "issues_in_progress",
    "issues_not_completed",
)
"""The kinds that divide the issues among them."""
STATUS_OF: dict[What, Status] = {
    "issues_completed": "completed",
    "issues_basically_completed": "basically_completed",
    "issues_ongoing": "ongoing",
    "issues_in_progress": "in_progress",
    "issues_not_completed": "not_completed",
}
"""The status that an issue of each has."""


class Figure(Value):
    """The figure `counts[index]`, at `text[start:end]`: the true number lies from `low` to `high`."""

    index: int
    what: What
    scope: str
    value: int | float
    low: float
    high: float
    text: str
    start: int
    end: int


def declared(notice: Notice, *kinds: What) -> dict[str, list[Figure]]:
    """Every figure of these kinds by its scope, in the order of the text; damaged ones are left out."""
    scopes: dict[str, list[Figure]] = {}
    for one in _figures(notice):
        if one.what in kinds:
            scopes.setdefault(one.scope, []).append(one)
    return scopes


@once
def _figures(notice: Notice) -> tuple[Figure, ...]:
    """Every figure that is not damaged."""
    return tuple(
        _figure(notice, index)
        for index, count in enumerate(notice.counts)
        if not is_damaged(notice.text, count.span.start, count.span.end)
    )


def declared_in_all(notice: Notice, *kinds: What) -> list[Figure]:
    """Those that speak of the whole notice."""
    return declared(notice, *kinds).get("notice", [])


def by_kind(figures: Iterable[Figure]) -> dict[What, list[Figure]]:
    """Figures of one scope, kind by kind."""
    kinds: dict[What, list[Figure]] = {}
    for figure in figures:
        kinds.setdefault(figure.what, []).append(figure)
    return kinds


def operand(notice: Notice, figure: Figure) -> Operand:
    """The figure as a term of an equation."""
    return declared_operand(notice, figure.index)


def section_number(scope: str) -> int | None:
    """2 for `section:2`, None for another scope."""
    kind, _, number = scope.partition(":")
    return int(number) if kind == "section" and number.isdecimal() and len(number) < 10 else None


def agree(left: Figure, right: Figure) -> bool:
    """Whether the two may be the same number."""
    return left.low <= right.high and right.low <= left.high


def may_be(figure: Figure, value: float) -> bool:
    """Whether `value` lies in the figure's interval."""
    return figure.low <= value <= figure.high


def distinct(figures: Iterable[Figure]) -> list[Figure]:
    """The first of each value."""
    firsts: dict[float, Figure] = {}
    for figure in figures:
        firsts.setdefault(figure.value, figure)
    return list(firsts.values())


def sentence(notice: Notice, figure: Figure) -> tuple[int, int]:
    """Start and end of the sentence that the figure stands in, at most 500 characters either way."""
    text, low, high = notice.text, max(figure.start - 500, 0), figure.end + 500
    start = max(text.rfind("。", low, figure.start), text.rfind("\n", low, figure.start), low - 1) + 1
    stops = [at for stop in "。\n" if (at := text.find(stop, figure.end, high)) >= 0]
    return start, min(stops, default=min(high, len(text)))


def _figure(notice: Notice, index: int) -> Figure:
    count = notice.counts[index]
    start, end = count.span.start, count.span.end
    text = notice.text[start:end]
    low, high = _interval(text, count.value) if count.approximate else (count.value, count.value)
    return Figure(index, count.what, count.scope, count.value, low, high, text, start, end)


def _interval(text: str, value: float) -> tuple[float, float]:
    """Where a vague figure may lie: anywhere, if the words that make it vague are not understood."""
    low, high = bounds(text, value)
    return (low, high) if low < high else (-math.inf, math.inf)
