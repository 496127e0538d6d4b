"""Write the space in which issues are compared: where letters and pairs of letters lie.

    python scripts/build_space.py

An issue lies where its letters and pairs of letters add up to. They are laid so that two tellings of one
problem lie close together and those of two problems apart. What is one problem stands in
`scripts/data/recurrences.jsonl`, all invented, told two or three times with what was done about it. Beside
these, a line of a word table is one: a subject of `notice_cli.comparing.words`, a kind of fault with its
remedies (`scripts/data/aspects.txt`), a thing with its names (`things.txt`).

`src/notice_cli/comparing/space.bin` is written anew in a few minutes; another machine may round some steps
differently.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, diags_array

from notice_cli.comparing.nearness import ZERO
from notice_cli.comparing.runs import read_runs
from notice_cli.comparing.words import FIELDS, STOCK, SUBJECTS

ROOT = Path(__file__).parents[1]
DATA = ROOT / "scripts/data"
RECURRENCES = DATA / "recurrences.jsonl"
TABLES = ("aspects.txt", "things.txt")
TARGET = ROOT / "src/notice_cli/comparing/space.bin"

SIDES = 64
"""How many numbers tell where something lies."""
LEAST = 3
"""A letter or a pair that fewer problems hold is left out."""
LETTER = 0.5
"""What a letter counts beside a pair of letters, at the start."""
MEASURES = 0.5
"""What a letter or a pair of the measures counts beside one of the text."""
FEWEST_FORMS = 4
"""A line of a table with fewer forms tells nothing."""
ROUNDS = 24
TIMES = 3
"""So often all is taught: chance has less of a say in the mean."""
BATCH = 256
NEIGHBOURS = 16
"""So many problems that stand together in the file come together, mostly of one body or subject: the hardest
to tell apart."""
STRIDE = 0.01
"""The first step of the descent; it wanes to nothing."""
SLOPE_STRIDE, START_STRIDE = 0.02, 0.5
"""The steps of slope and start, which do not wane."""
ADAM = (0.9, 0.999, 1e-8)
"""How much of the drift and the spread so far is kept, and the least spread."""
DROPPED = 0.5
"""The share of letters and pairs left out of a telling, another one every time."""
VIEWS = ((True, True), (True, False), (False, True))
"""A telling is looked at with its measures, without them, or by them alone …"""
OFTEN = (0.6, 0.3, 0.1)
"""… in these shares."""
SLOPE, START = 10.0, -6.0
"""Of the logarithm of the odds that two tellings are of one problem: times their cosine, and beside that."""
SEED = 20240607
FAR_OUT = 3.0
"""How far out letters and pairs lie at the start: the farther, the less each step moves them."""
SPARE, POWERS = 16, 4
"""How many more sides are looked at than kept at the start, and how often the rows are gone over."""
STEPS = 15
"""Every number is rounded to a whole one, from so far below 0 to so far above: finer steps tell no more."""
CUT = 0.9995
"""The share of numbers that fit; the few beyond are cut."""

Numbers = NDArray[np.float64]
Places = NDArray[np.int32]
Telling = tuple[str, str]


class Told(NamedTuple):
    """A telling: the places of its letters and pairs in the list of all, by text and measures."""

    text: Places
    measures: Places


def read_recurrences() -> list[list[Telling]]:
    """The problems, told two or three times."""
    lines = RECURRENCES.read_text(encoding="utf-8").splitlines()
    return [[(text, measures) for text, measures in json.loads(line)["told"]] for line in lines]


def read_tables() -> Iterator[list[Telling]]:
    """The lines of the word tables, each told by one third of its forms and again by the others."""
    for table in _find_tables():
        for line in table.strip().splitlines():
            forms = line.replace("~", ",").split()
            times = 3 if len(forms) >= 2 * 3 else 2
            if len(forms) >= FEWEST_FORMS:
                yield [("。".join(forms[at::times]), "") for at in range(times)]


def _find_tables() -> list[str]:
    return [SUBJECTS, FIELDS, *((DATA / name).read_text(encoding="utf-8") for name in TABLES)]


class Teacher:
    """Lays letters and pairs of letters out, step by step."""

    def __init__(self, problems: Sequence[Sequence[Telling]]) -> None:
        self.chance = np.random.default_rng(SEED)
        seen = Counter(chain.from_iterable(map(_find_runs, problems)))
        self.runs = sorted(run for run, times in seen.items() if times >= LEAST)
        places = {run: at for at, run in enumerate(self.runs)}
        self.told = [
            [Told(*(_place(text, places) for text in telling)) for telling in one] for one in problems
        ]
        rarity = np.log((len(problems) + 1) / np.array([seen[run] for run in self.runs]))
        self.rarity = rarity * np.array([LETTER if len(run) == 1 else 1.0 for run in self.runs])
        self.first = self._lay_first()
        self._begin(SEED)

    def _lay_first(self) -> Numbers:
        """What is often told together lies together (latent semantic analysis)."""
        whole = [np.unique(np.concatenate([*chain.from_iterable(one)])) for one in self.told]
        counts = self._stack((places, np.ones(len(places))) for places in whole)
        weighed = csr_matrix(counts.multiply(self.rarity[None, :]))
        lengths = np.sqrt(np.asarray(weighed.multiply(weighed).sum(axis=1)).ravel())
        strength, sides = self._find_main(csr_matrix(diags_array(1 / np.maximum(lengths, 1e-9)) @ weighed))
        return np.asarray(sides.T * np.sqrt(strength) * self.rarity[:, None] * FAR_OUT)

    def _find_main(self, rows: csr_matrix) -> tuple[Numbers, Numbers]:
        """The greatest singular values and their right vectors, nearly (Halko, Martinsson and Tropp 2011)."""
        found = self.chance.normal(size=(rows.shape[0], min(SIDES + SPARE, rows.shape[0])))
        for _ in range(POWERS):
            across, _ = np.linalg.qr(rows.T @ found)
            found, _ = np.linalg.qr(rows @ across)
        _, strength, sides = np.linalg.svd((rows.T @ found).T, full_matrices=False)
        return strength[:SIDES], sides[:SIDES]

    def _stack(self, rows: Iterable[tuple[Places, Numbers]]) -> csr_matrix:
        """Rows of a matrix with a column for each letter and pair."""
        places, values = zip(*rows, strict=True)
        ends = np.cumsum([0, *map(len, places)])
        shape = (len(places), len(self.runs))
        return csr_matrix((np.concatenate(values), np.concatenate(places), ends), shape=shape)

    def _begin(self, seed: int) -> None:
        self.chance = np.random.default_rng(seed)
        self.laid = self.first.copy()
        self.slope, self.start = SLOPE, START
        self.steps = 0
        self.drift, self.spread = np.zeros_like(self.laid), np.zeros_like(self.laid)

    def teach(self, times: int = TIMES, rounds: int = ROUNDS) -> Numbers:
        """Where all lie, the mean of several times: from the same start, but by other steps."""
        return np.mean([self._teach(SEED + at, rounds) for at in range(times)], axis=0)

    def _teach(self, seed: int, rounds: int) -> Numbers:
        """All problems, `rounds` times."""
        self._begin(seed)
        for at in range(rounds):
            order = self._shuffle()
            for start in range(0, len(order), BATCH):
                pairs = [self._choose(one) for one in order[start : start + BATCH]]
                one, other = (self._stack(side) for side in zip(*pairs, strict=True))
                self._step(one, other, STRIDE * (1 - at / rounds))
        return self.laid

    def _shuffle(self) -> list[int]:
        """The problems by number, neighbours together, in another order every time."""
        first = int(self.chance.integers(NEIGHBOURS))
        blocks = np.split(np.arange(len(self.told)), range(first, len(self.told), NEIGHBOURS))
        return [int(at) for block in self.chance.permutation(len(blocks)) for at in blocks[block]]

    def _choose(self, problem: int) -> tuple[tuple[Places, Numbers], ...]:
        """Two tellings of a problem."""
        told = self.told[problem]
        one, other = self.chance.choice(len(told), 2, replace=False)
        return self._look(told[one]), self._look(told[other])

    def _look(self, told: Told) -> tuple[Places, Numbers]:
        """A telling as it is seen this time."""
        with_text, with_measures = VIEWS[int(self.chance.choice(len(VIEWS), p=OFTEN))]
        text = told.text if with_text or not len(told.measures) else told.text[:0]
        measures = told.measures if with_measures else told.measures[:0]
        places = np.concatenate([text, measures])
        values = np.concatenate([np.ones(len(text)), np.full(len(measures), MEASURES)])
        kept = self.chance.random(len(places)) > DROPPED
        return places[kept], values[kept]

    def _step(self, one: csr_matrix, other: csr_matrix, stride: float) -> None:
        """One step down the sigmoid loss of all pairs of tellings (Zhai et al. 2023, SigLIP)."""
        points = [np.asarray(side @ self.laid) for side in (one, other)]
        lengths = [np.linalg.norm(point, axis=1, keepdims=True) + 1e-6 for point in points]
        left, right = (point / length for point, length in zip(points, lengths, strict=True))
        near, same = left @ right.T, 2 * np.eye(len(left)) - 1
        blame = -same / (1 + np.exp(same * (self.slope * near + self.start))) / len(left)
        pull = self.slope * blame
        self.slope -= SLOPE_STRIDE * float((blame * near).sum())
        self.start -= START_STRIDE * float(blame.sum())
        slopes = [
            side.T @ ((to - (to * unit).sum(axis=1, keepdims=True) * unit) / length)
            for side, to, unit, length in zip(
                (one, other), (pull @ right, pull.T @ left), (left, right), lengths, strict=True
            )
        ]
        self._descend(np.asarray(slopes[0] + slopes[1]), stride)

    def _descend(self, slope: Numbers, stride: float) -> None:
        """One step of Adam (Kingma and Ba 2015)."""
        kept_drift, kept_spread, least = ADAM
        self.steps += 1
        self.drift = kept_drift * self.drift + (1 - kept_drift) * slope
        self.spread = kept_spread * self.spread + (1 - kept_spread) * slope * slope
        drift = self.drift / (1 - kept_drift**self.steps)
        spread = self.spread / (1 - kept_spread**self.steps)
        self.laid -= stride * drift / (np.sqrt(spread) + least)


def _find_runs(problem: Sequence[Telling]) -> frozenset[str]:
    return frozenset().union(*(read_runs(text) for telling in problem for text in telling))


def _place(text: str, places: dict[str, int]) -> Places:
    return np.array(sorted(places[run] for run in read_runs(text) if run in places), dtype=np.int32)


def pack(runs: Sequence[str], laid: Numbers, source: str) -> bytes:
    """What it was built from; how many numbers each run has; the runs; the numbers, a byte each."""
    scale = STEPS / np.quantile(np.abs(laid), CUT)
    steps = np.clip(np.round(laid * scale), -STEPS, STEPS) + ZERO
    kept = np.flatnonzero(np.any(steps != ZERO, axis=1))
    head = f"{source}\n{laid.shape[1]}\n{' '.join(runs[at] for at in kept)}\n".encode()
    return zlib.compress(head + steps[kept].astype(np.uint8).tobytes(), 9)


def find_source() -> str:
    """Which texts, tables and settings it is built from, as a hash."""
    tables = (table.encode() for table in (*_find_tables(), STOCK))
    settings = {name: value for name, value in globals().items() if name.isupper() and _is_setting(value)}
    return sha256(b"\0".join([RECURRENCES.read_bytes(), *tables, repr(settings).encode()])).hexdigest()


def _is_setting(value: object) -> bool:
    return isinstance(value, int | float | tuple)


def build() -> bytes:
    """The file."""
    teacher = Teacher([*read_recurrences(), *read_tables()])
    return pack(teacher.runs, teacher.teach(), find_source())


if __name__ == "__main__":
    TARGET.write_bytes(build())
    sys.stderr.write(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes\n")
