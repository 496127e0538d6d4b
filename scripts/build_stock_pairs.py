"""Write the table of character pairs that every notice uses, whatever body it is about.

    python scripts/build_stock_pairs.py

`scripts/data/` holds invented pages, named BODY-YEAR.html. A pair that stands in the pages of three different
bodies says nothing about a subject; `src/notice_cli/comparing/stock_pairs.py` is written anew with them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path
from textwrap import wrap

DATA = Path(__file__).parent / "data"
TARGET = Path(__file__).parents[1] / "src/notice_cli/comparing/stock_pairs.py"
BODIES = 3
MARKUP = re.compile(r"(?s)<(script|style)\b.*?</\1>|<[^>]*>")
HAN = re.compile("[一-鿿]{2,}")


def read_text(path: Path) -> str:
    """The words of one page, without its markup."""
    data = path.read_bytes()
    try:
        page = data.decode("utf-8")
    except UnicodeDecodeError:
        page = data.decode("gb18030")
    return MARKUP.sub("", page)


def find_pairs(text: str) -> set[str]:
    """The character pairs of a text."""
    runs = [run.group() for run in HAN.finditer(text)]
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


def find_stock_pairs(folder: Path = DATA) -> list[str]:
    """The pairs that stand in the pages of as many bodies as it takes, sorted."""
    pairs: dict[str, set[str]] = defaultdict(set)
    for path in sorted(folder.glob("*.html")):
        pairs[path.stem.rpartition("-")[0]] |= find_pairs(read_text(path))
    bodies = Counter(pair for those in pairs.values() for pair in those)
    return sorted(pair for pair, seen in bodies.items() if seen >= BODIES)


MODULE = '''"""Character pairs of every notice, whatever its body; written by scripts/build_stock_pairs.py."""

_TEXT = (
{lines}
)

STOCK_PAIRS = frozenset(_TEXT[at : at + 2] for at in range(0, len(_TEXT), 2))
'''


def render(pairs: list[str]) -> str:
    """The module that holds the table."""
    lines = "\n".join(f'    "{line}"' for line in wrap("".join(pairs), 50))
    return MODULE.format(lines=lines)


if __name__ == "__main__":
    TARGET.write_text(render(find_stock_pairs()), encoding="utf-8")
