"""Dates of the body, found once for all rules, and how dates compare that are not whole."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from notice_cli.text.dates import FoundDate, find_line_dates, is_range
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_ISO = lazy_pattern(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PlacedDate(Value):
    """A date of the body at `text[start:end]`; `block` is where its line starts."""

    start: int
    end: int
    block: int
    found: FoundDate


@lru_cache(maxsize=2)
def dates_of(text: str) -> tuple[PlacedDate, ...]:
    """Every date of every line, in order; a line's dates have no year from other lines."""
    return tuple(
        [PlacedDate(start + one.start, start + one.end, start, one) for start, one in find_line_dates(text)]
    )


@lru_cache(maxsize=2)
def ranges_of(text: str) -> tuple[tuple[PlacedDate, PlacedDate], ...]:
    """Every two dates that are joined by 至 or a dash."""
    return tuple([pair for pair in pairwise(dates_of(text)) if is_range(text, pair[0].end, pair[1].start)])


@lru_cache(maxsize=512)
def parse_iso(value: str | None) -> tuple[int, ...] | None:
    """(2024, 10, 22) for `2024-10-22`, shorter for a month or a year alone; None for anything else."""
    match = _ISO.fullmatch(value or "")
    return tuple(int(part) for part in match.groups() if part) if match else None


def is_after(left: str | None, right: str | None) -> bool:
    """Whether `left` is surely later than `right`: as far as both are printed."""
    one, other = parse_iso(left), parse_iso(right)
    if one is None or other is None:
        return False
    size = min(len(one), len(other))
    return one[:size] > other[:size]


def chinese(value: str) -> str:
    """2024年10月22日 for `2024-10-22`."""
    parts = parse_iso(value) or ()
    return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False)) or value
