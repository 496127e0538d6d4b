"""The declared figures of two notices side by side."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import get_args

from notice_cli.model import Count, CountChange, Notice, What

UNITS_APART = frozenset(("元", "万元", "亿元", "人", "人次", "%", "％", "‰"))
"""Units that are never subtracted from another one; all others (个, 项, 条, 件) count pieces."""


def find_count_changes(old: Notice, new: Notice, *, changed_only: bool) -> tuple[CountChange, ...]:
    """One row a kind of figure that either notice declares for itself, in the order of the contract."""
    rows = [_row(what, old.counts, new.counts) for what in get_args(What) if what != "other"]
    return tuple(row for row in rows if row and not (changed_only and row.old == row.new))


def _row(what: What, old: Sequence[Count], new: Sequence[Count]) -> CountChange | None:
    """The figure on both sides; null where neither has one."""
    there, here = _choose(what, old), _choose(what, new)
    if there is None and here is None:
        return None
    delta = _delta(there, here) if there and here else None
    return CountChange(what=what, old=there and there.value, new=here and here.value, delta=delta)


def _choose(what: What, counts: Sequence[Count]) -> Count | None:
    """The first of restated figures; a printed one before an implied one, an exact one before a vague one."""
    found = [count for count in counts if count.what == what and count.scope == "notice"]
    return min(found, key=lambda count: (count.derived, count.approximate), default=None)


def _delta(old: Count, new: Count) -> int | float | None:
    """New minus old, null where the units are not of one kind."""
    if old.unit != new.unit and {old.unit, new.unit} & UNITS_APART:
        return None
    delta = Decimal(str(new.value)) - Decimal(str(old.value))
    return int(delta) if delta == delta.to_integral_value() else float(delta)
