"""Write the table of character pairs that every notice uses, whatever body it is about.

    python scripts/build_stock_pairs.py BODY BODY BODY ...

Each argument is one body's pages, a glob pattern: `samples/*.html` is all pages of one body. A pair that
stands in the pages of three different bodies says nothing about a subject; `comparing/stock_pairs.py` is
written anew with them.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from textwrap import wrap

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


def find_pairs(pattern: str) -> set[str]:
    """The character pairs in the pages of one body."""
    texts = [read_text(path) for path in sorted(Path().glob(pattern.removeprefix("/")))]
    runs = [run.group() for text in texts for run in HAN.finditer(text)]
    return {run[at : at + 2] for run in runs for at in range(len(run) - 1)}


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


def main(patterns: list[str]) -> None:
    """Count in how many bodies each pair stands and write the common ones."""
    bodies = Counter(pair for pattern in patterns for pair in find_pairs(pattern))
    TARGET.write_text(render(sorted(pair for pair, seen in bodies.items() if seen >= BODIES)), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
