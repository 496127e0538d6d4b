"""The letters and pairs of neighbouring letters of a text."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import chain
from operator import add

from notice_cli.comparing.words import STOCK

_HAN = re.compile("[一-鿿]+")


@lru_cache(maxsize=1024)
def read_runs(text: str) -> frozenset[str]:
    """Its letters and its pairs of neighbouring letters, beside stock phrases.

    >>> sorted(read_runs("公章不规范"))
    ['公', '公章', '章']
    """
    found = _HAN.findall(without_stock(unicodedata.normalize("NFKC", text), "。"))
    return frozenset(chain.from_iterable(chain(han, map(add, han, han[1:])) for han in found))


def without_stock(text: str, mark: str = "") -> str:
    """The text with a mark in place of each stock phrase."""
    return _stock().sub(mark, text)


@cache
def _stock() -> re.Pattern[str]:
    """The stock phrases, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(STOCK.split(), key=len, reverse=True))))
