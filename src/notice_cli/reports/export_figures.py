"""Declared figures and equations as arithmetic that a sheet can do again."""

from __future__ import annotations

import math

from notice_cli.model import Arithmetic, Count
from notice_cli.text.amounts import bounds
from notice_cli.text.pattern import lazy_pattern

_TOKEN = lazy_pattern(r"\d{1,15}(?:\.\d{1,9})?|[-+*/()]| ")
_LARGEST = 1e15


def interval(count: Count) -> tuple[float | None, float | None]:
    """What the true number is at least and at most; both None for an exact figure, one for an open side."""
    if not count.approximate:
        return None, None
    low, high = bounds(count.text, count.value)
    return (low if math.isfinite(low) else None), (high if math.isfinite(high) else None)


def tokens(expression: str) -> list[str] | None:
    """Numbers and signs of an expression, None where something else stands in it.

    >>> tokens("100 * (19 + 3) / 24")
    ['100', '*', '(', '19', '+', '3', ')', '/', '24']
    >>> tokens("issue 4") is None
    True
    """
    found = _TOKEN.findall(expression)
    if "".join(found) != expression or len(found) > 400:
        return None
    return [one for one in found if one != " "]


def holds(one: Arithmetic) -> bool:
    """Whether an equation is true as it stands, of numbers or of texts; vague figures are not weighed."""
    left, right = one.left, one.right
    if isinstance(left, str) or isinstance(right, str):
        return _compare(str(left), one.operator, str(right))
    if one.operator == "~=":
        below, above = tolerance(right)
        return -above <= left - right < below
    gap = left - right
    return _compare(0.0 if abs(gap) < 1e-9 else math.copysign(1.0, gap), one.operator, 0.0)


def _compare(left: str | float, operator: str, right: str | float) -> bool:
    order = (left > right) - (left < right)  # type: ignore[operator]
    allowed = {"=": (0,), "~=": (0,), "<=": (-1, 0), ">=": (0, 1), "<": (-1,)}
    return order in allowed.get(operator, ())


def tolerance(rate: float) -> tuple[float, float]:
    """How far what a printed rate stands for may lie above and below it: it may be cut off, or rounded."""
    written = f"{rate:.9f}".rstrip("0").partition(".")[2]
    step = 10.0 ** -len(written)
    return step, 1e-9 if rate == 100 else step / 2 + 1e-9
