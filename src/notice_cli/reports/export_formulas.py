"""Equations as live formulas: figures point to the cells that declare them, what was counted is counted anew.

A formula is written only where it gives what the check found; any other side stays a plain value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from notice_cli.language import Lang
from notice_cli.model import Arithmetic, Notice, Operand
from notice_cli.model.ledger import DIFFERS, HOLDS, STATUSES, TABLES
from notice_cli.reports.export_figures import holds, interval, tokens, tolerance
from notice_cli.reports.export_tables import Pair, columns_of, equations, say_side

_STATUS_OF = {
    "issues_completed": "completed",
    "issues_basically_completed": "basically_completed",
    "issues_ongoing": "ongoing",
    "issues_in_progress": "in_progress",
    "issues_not_completed": "not_completed",
}
_CLOSE = 1e-3
Formula = tuple[str, str | int | float]
"""A formula and what it gives."""


class Place(NamedTuple):
    """A notice's rows on the sheets, counted from 1 as formulas do: of figures, issues and measures."""

    figures: int
    issues: tuple[int, int]
    measures: tuple[int, int]


@dataclass(slots=True)
class Cells:
    """Where everything stands."""

    pairs: Sequence[Pair]
    lang: Lang
    places: list[Place] = field(default_factory=list)

    def __post_init__(self) -> None:
        figures, issues, measures = 2, 2, 2
        for notice, _ in self.pairs:
            listed = sum(len(issue.measures) for issue in notice.issues)
            behind = issues + len(notice.issues), measures + listed
            self.places.append(Place(figures, (issues, behind[0] - 1), (measures, behind[1] - 1)))
            figures, issues, measures = figures + len(notice.counts), *behind

    def column(self, table: str, name: str) -> str:
        """The letter of a column."""
        names = [one.name for one in columns_of(table, several=len(self.pairs) > 1)]
        return chr(65 + names.index(name))

    def figure(self, at: int, count: int, name: str = "value") -> str:
        """The cell of a declared figure."""
        return f"${self.column('counts', name)}${self.places[at].figures + count}"

    def listed(self, at: int, table: str, name: str) -> str:
        """The cells of a column that belong to a notice, on their own sheet."""
        first, last = self.places[at].issues if table == "issues" else self.places[at].measures
        letter = self.column(table, name)
        return f"'{TABLES[table].words.say(self.lang)}'!${letter}${first}:${letter}${last}"


class Live(NamedTuple):
    """One equation: what stands left and right of the sign, and how the two are compared."""

    left: Formula | None
    right: Formula | None
    told: Arithmetic
    held: bool
    bounds: tuple[str, str] | None
    """Conditions on vague figures that take the place of the plain comparison: at least, at most."""
    lang: Lang

    def formulas(self, row: int, at: Mapping[str, int]) -> dict[str, Formula]:
        """Formulas by the column that they stand in; `row` from 0."""
        found = {name: one for name, one in (("left", self.left), ("right", self.right)) if one}
        left, right = (f"{chr(65 + at[name])}{row + 1}" for name in ("left", "right"))
        condition = self._condition(left, right)
        if condition:
            yes, no = HOLDS.say(self.lang), DIFFERS.say(self.lang)
            found["verdict"] = (f'=IF({condition},"{yes}","{no}")', yes if self.held else no)
        return found

    def _condition(self, left: str, right: str) -> str | None:
        """What must be true for the equation to hold; None where it cannot be said in a formula."""
        if holds(self.told) == self.held:
            return _plain_condition(self.told, left, right)
        return f"AND({','.join(self.bounds)})" if self.bounds else None


def _plain_condition(told: Arithmetic, left: str, right: str) -> str:
    if told.operator == "~=" and not isinstance(told.right, str):
        below, above = tolerance(told.right)
        return f"AND({left}-{right}<{below:g},{right}-{left}<={above:.10g})"
    if isinstance(told.left, str) or isinstance(told.right, str):
        return f"{left}{told.operator}{right}"
    return f"ROUND({left}-{right},6){told.operator}0"


def read_live(cells: Cells) -> list[Live]:
    """Every equation of every notice, in the order of the table of them."""
    return [
        _live(cells, at, code, told, held)
        for at, (_, report) in enumerate(cells.pairs)
        for code, told, held in equations(report)
    ]


def _live(cells: Cells, at: int, code: str, told: Arithmetic, held: bool) -> Live:
    terms = [_term(cells, at, code, told, one) for one in told.operands]
    last = told.operands[-1] if told.operands else None
    right = terms[-1] if last is not None and last.value == told.right else None
    left = _left(told, terms[:-1] if right or last is None else terms)
    shown = say_side(told.left, cells.lang), say_side(told.right, cells.lang)
    return Live(
        (f"={left}", shown[0]) if left else None,
        (f"={right}", shown[1]) if right else None,
        told,
        held,
        _bounds(cells, at, told),
        cells.lang,
    )


def _term(cells: Cells, at: int, code: str, told: Arithmetic, one: Operand) -> str | None:
    """The cell or the count that an operand is; None for a value that stands nowhere on the sheets."""
    if one.count is not None:
        count = cells.pairs[at][0].counts[one.count]
        return cells.figure(at, one.count) if count.value == one.value else None
    return _counted(cells, at, code, told, one) if one.span is None else None


def _counted(cells: Cells, at: int, code: str, told: Arithmetic, one: Operand) -> str | None:
    """What the rule counted, counted again where that gives the same."""
    notice = cells.pairs[at][0]
    if code == "CNT001" and one.value == len(notice.issues):
        return f"COUNTA({cells.listed(at, 'issues', 'text')})"
    listed = sum(len(issue.measures) for issue in notice.issues)
    if code == "CNT006" and one.value == listed:
        return f"COUNTA({cells.listed(at, 'measures', 'text')})"
    status = _status_counted(notice, told) if code == "CNT003" else None
    if status and one.value == sum(issue.status == status for issue in notice.issues):
        word = STATUSES[status].say(cells.lang)
        return f'COUNTIF({cells.listed(at, "issues", "status")},"{word}")'
    return None


def _status_counted(notice: Notice, told: Arithmetic) -> str | None:
    """The status of which an equation counts the issues of the whole notice."""
    counts = [notice.counts[one.count] for one in told.operands if one.count is not None]
    return _STATUS_OF.get(counts[0].what) if counts and counts[0].scope == "notice" else None


def _left(told: Arithmetic, terms: Sequence[str | None]) -> str | None:
    """The expression with cells in the place of its figures; None where it does not give the left side."""
    parts = tokens(told.expression)
    if parts is None or isinstance(told.left, str):
        return None
    value = _evaluate(parts)
    if value is None or abs(value - told.left) > _CLOSE:
        return None
    waiting = [(str(one.value), term) for one, term in zip(told.operands, terms, strict=False)]
    return "".join(_with_cells(parts, waiting))


def _with_cells(parts: Sequence[str], waiting: list[tuple[str, str | None]]) -> Iterator[str]:
    for part in parts:
        if waiting and part == waiting[0][0]:
            _, term = waiting.pop(0)
            yield term or part
        else:
            yield part


def _evaluate(parts: Sequence[str]) -> float | None:
    """The value of an expression of numbers, + - * / and brackets; None where it has none."""
    rest = list(parts)
    try:
        value = _sum(rest)
    except (IndexError, ValueError, ZeroDivisionError, RecursionError):
        return None
    return value if not rest else None


def _sum(rest: list[str]) -> float:
    value = _product(rest)
    while rest and rest[0] in "+-":
        sign = rest.pop(0)
        term = _product(rest)
        value = value + term if sign == "+" else value - term
    return value


def _product(rest: list[str]) -> float:
    value = _factor(rest)
    while rest and rest[0] in "*/":
        sign = rest.pop(0)
        factor = _factor(rest)
        value = value * factor if sign == "*" else value / factor
    return value


def _factor(rest: list[str]) -> float:
    first = rest.pop(0)
    if first != "(":
        return float(first)
    value = _sum(rest)
    if rest.pop(0) != ")":
        raise ValueError(first)
    return value


def _bounds(cells: Cells, at: int, told: Arithmetic) -> tuple[str, str] | None:
    """For a sum with vague figures: that its least and its most meet those of the right side."""
    if set(tokens(told.expression) or "?") & set("-*/()?") or len(told.operands) < 2:
        return None
    notice = cells.pairs[at][0]
    ends = [_ends(cells, at, notice, one) for one in told.operands]
    low, high = ("+".join(one[side] for one in ends[:-1]) for side in (0, 1))
    least, most = ends[-1]
    meet = {"=": (f"{low}<={most}", f"{least}<={high}"), "<=": (f"{low}<={most}", "TRUE")}
    return meet.get(told.operator)


def _ends(cells: Cells, at: int, notice: Notice, one: Operand) -> tuple[str, str]:
    """Cells or numbers of what an operand is at least and at most."""
    if one.count is None:
        return str(one.value), str(one.value)
    low, high = interval(notice.counts[one.count])
    plain = cells.figure(at, one.count)
    if not notice.counts[one.count].approximate:
        return plain, plain
    least = cells.figure(at, one.count, "low") if low is not None else "-1E+300"
    return least, cells.figure(at, one.count, "high") if high is not None else "1E+300"
