"""Write the space in which issues are compared: to which subjects letters and pairs of letters lead.

    python scripts/build_space.py

A subject is a line of the word tables of `notice_cli.comparing`, or an issue that came back: what two years
said of it and did about it tells which words speak of one thing. Those stand in
`scripts/data/recurrences.jsonl` and `benchmarks/data/pairs.jsonl`, all invented;
`src/notice_cli/comparing/space.bin` is written anew from them.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import fsum, log, sqrt
from pathlib import Path

from notice_cli.comparing.aspects import ASPECTS, THINGS
from notice_cli.comparing.rarity import find_rarity, read_rarity
from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.words import FIELDS, SUBJECTS

ROOT = Path(__file__).parents[1]
RECURRENCES = ROOT / "scripts/data/recurrences.jsonl"
BODIES = ROOT / "benchmarks/data/pairs.jsonl"
TARGET = ROOT / "src/notice_cli/comparing/space.bin"

LETTER = 0.2
"""What a letter of a form counts beside a pair of letters."""
COMMON = 0.05
"""A letter that more than this share of all subjects hold leads to none of them."""
RECURRENCE = 1.5
"""How much more an issue that came back pulls than a line of a table."""
FINEST = 1 / 100
"""The least step between two pulls."""
FAINTEST = 28
"""A pull of fewer steps is left out: there are many, of single letters, and they tell next to nothing."""

Runs = Mapping[str, float]


def read_tables() -> list[Runs]:
    """The letters and pairs of each line, by how many of its forms hold them."""
    tables = (SUBJECTS, FIELDS, ASPECTS, THINGS)
    return [count_runs(line.split()) for table in tables for line in table.strip().splitlines()]


def read_recurrences() -> list[Runs]:
    """The letters and pairs of each issue that came back, those of the same words once."""
    told: dict[str, list[str]] = {}
    for old, new in chain(_read_pairs(), _read_bodies()):
        key = re.sub("[^一-鿿]", "", f"{old[0]}{new[0]}")
        told.setdefault(key, [*old, *new])
    return [count_runs(texts) for texts in told.values()]


def _read_pairs() -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    for line in RECURRENCES.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        old, new = ((entry[side]["text"], entry[side]["measures"]) for side in ("old", "new"))
        yield old, new


def _read_bodies() -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    for line in BODIES.read_text(encoding="utf-8").splitlines():
        body = json.loads(line)
        for i, j in body["recurring"]:
            old, new = body["old"][i - 1], body["new"][j - 1]
            yield (old["text"], "。".join(old["measures"])), (new["text"], "。".join(new["measures"]))


def count_runs(forms: Iterable[str]) -> Runs:
    """The letters and pairs of letters of some forms, by how many hold each."""
    counts: dict[str, float] = defaultdict(float)
    for form in forms:
        for run in sorted(read_runs(form, with_stock=True)):
            counts[run] += 1 if len(run) > 1 else LETTER
    return counts


def find_pulls(tables: Sequence[Runs], recurrences: Sequence[Runs]) -> dict[str, list[tuple[int, int]]]:
    """Each letter and pair with the subjects that it leads to, by number; rare ones pull more.

    What a single issue alone holds leads nowhere.
    """
    common = Counter(chain.from_iterable((*tables, *recurrences)))
    kept = [{run: times for run, times in each.items() if common[run] > 1} for each in recurrences]
    subjects = [*tables, *kept]
    seen = Counter(chain.from_iterable(subjects))
    rarity = {run: log((len(subjects) + 1) / times) for run, times in seen.items()}
    known, rarest = read_rarity(), find_rarity(1)
    pulls: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, counts in enumerate(subjects):
        scale = FINEST / (1 if at < len(tables) else RECURRENCE)
        for run, weight in _weigh(counts, rarity, seen, COMMON * len(subjects)).items():
            pull = min(255, round(weight * known.get(run, rarest) / scale))
            if pull >= FAINTEST:
                pulls[run].append((at, pull))
    return {run: pulls[run] for run in sorted(pulls)}


def _weigh(counts: Runs, rarity: Mapping[str, float], seen: Mapping[str, int], most: float) -> Runs:
    """What each run of a subject counts; those of a long one less."""
    weights = {
        run: rarity[run] * sqrt(times) for run, times in counts.items() if len(run) > 1 or seen[run] <= most
    }
    scale = fsum(weight * weight for weight in weights.values()) ** 0.25
    return {run: weight / scale for run, weight in weights.items()}


def pack(pulls: Mapping[str, Sequence[tuple[int, int]]], subjects: int) -> bytes:
    """The number of subjects; the runs; how many subjects each has; these; the pulls."""
    entries = [*chain.from_iterable(pulls.values())]
    counts = array("H", (len(of) for of in pulls.values()))
    places = array("H", (at for at, _ in entries))
    if sys.byteorder == "big":
        counts.byteswap()
        places.byteswap()
    head = f"{subjects}\n{' '.join(pulls)}\n".encode()
    body = counts.tobytes() + places.tobytes() + bytes(pull for _, pull in entries)
    return zlib.compress(head + body, 9)


def build() -> bytes:
    """The file."""
    tables, recurrences = read_tables(), read_recurrences()
    return pack(find_pulls(tables, recurrences), len(tables) + len(recurrences))


if __name__ == "__main__":
    TARGET.write_bytes(build())
