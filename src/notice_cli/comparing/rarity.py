"""How rare letters and pairs of letters are in issues of any body."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from math import log

from notice_cli.comparing.frequencies import ISSUES, LETTERS, PAIRS

STEP = 2**0.5
"""The middle of a step of the table."""


@cache
def read_rarity() -> Mapping[str, float]:
    """How rare each entry of the table is, 0 to 1; what is not in it is as rare as `find_rarity(1)`."""
    return dict(chain(_read_table(LETTERS, 1), _read_table(PAIRS, 2)))


def find_rarity(times: float) -> float:
    """1 for what no issue holds, 0 for what all do."""
    return log((ISSUES + 1) / (times + 1)) / log(ISSUES + 1)


def _read_table(table: Mapping[int, str], length: int) -> Iterator[tuple[str, float]]:
    for step, text in table.items():
        for at in range(0, len(text), length):
            yield text[at : at + length], find_rarity(step * STEP)
