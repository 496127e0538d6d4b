"""Write the table of letters and character pairs by how many issues they stand in, whatever the body.

    python scripts/build_frequencies.py

`benchmarks/data/pairs.jsonl` holds invented issues with their measures;
`src/notice_cli/comparing/frequencies.py` is written anew from them. The rarer something is here, the more it
says where two issues share it.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap

DATA = Path(__file__).parents[1] / "benchmarks/data/pairs.jsonl"
TARGET = Path(__file__).parents[1] / "src/notice_cli/comparing/frequencies.py"
LEAST = 4
"""What stands in fewer issues is as rare as what stands in none."""
HAN = re.compile("[一-鿿]+")


def read_issues(path: Path = DATA) -> Iterator[str]:
    """Each issue's text with its measures."""
    for line in path.read_text(encoding="utf-8").splitlines():
        body = json.loads(line)
        yield from ("。".join((entry["text"], *entry["measures"])) for entry in (*body["old"], *body["new"]))


def find_runs(text: str, length: int) -> set[str]:
    """The runs of so many neighbouring letters of a text."""
    runs = [run.group() for run in HAN.finditer(text)]
    return {run[at : at + length] for run in runs for at in range(len(run) - length + 1)}


def group(seen: Mapping[str, int]) -> dict[int, str]:
    """What stands in so many issues or up to twice as many, joined in order."""
    steps: dict[int, list[str]] = {}
    for run in sorted(run for run, times in seen.items() if times >= LEAST):
        steps.setdefault(1 << seen[run].bit_length() - 1, []).append(run)
    return {step: "".join(steps[step]) for step in sorted(steps)}


MODULE = '''"""How many issues hold a letter or a character pair; written by scripts/build_frequencies.py."""

ISSUES = {issues}
"""Issues that were counted in."""
LETTERS = {{
{letters}
}}
"""By the number of issues that they stand in, or up to twice as many."""
PAIRS = {{
{pairs}
}}
"""In the same way."""
'''


def write(groups: Mapping[int, str]) -> str:
    """The lines of one table."""
    parts = []
    for step, text in groups.items():
        lines = "\n".join(f'        "{line}"' for line in wrap(text, 48))
        parts.append(f"    {step}: (\n{lines}\n    )," if len(text) > 48 else f'    {step}: "{text}",')
    return "\n".join(parts)


def render(texts: list[str]) -> str:
    """The module that holds both tables."""
    letters, pairs = (group(Counter(run for text in texts for run in find_runs(text, n))) for n in (1, 2))
    return MODULE.format(issues=len(texts), letters=write(letters), pairs=write(pairs))


if __name__ == "__main__":
    TARGET.write_text(render([*read_issues()]), encoding="utf-8")
