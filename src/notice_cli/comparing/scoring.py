"""How alike two issues are in what they say, 0 to 1."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from math import fsum, log

from notice_cli.comparing.traits import FAULT, Traits, read_traits, weigh_pair
from notice_cli.text.likeness import character_pairs, dice

SURE = 0.483
"""From here on two issues are one."""
UNSURE = 0.465
"""From here on somebody should look at them."""
VERBATIM = 0.75
"""Two texts that share so many character pairs are one, whatever they say."""

FAULT_WEIGHT = 0.9
RUN_WEIGHT = 0.4
LONGER_RUN = 0.05
LONGEST_RUN = 2
PAIR_MASS = 0.04
LEAST_MASS = 1.6
MASS_POWER = 0.4
LONE_EVIDENCE = 0.8
"""What is left of the likeness where two issues share one single thing."""
LEAST = 0.5 * UNSURE / (1 - UNSURE)
"""What two issues must share, for their mass, to reach `UNSURE`."""
CROWDED = 400
"""Something that more pairs of issues share than this leads to no candidate."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What each concept and each character pair says in these two notices: the rarer, the more."""

    concepts: Mapping[str, float]
    pairs: Mapping[str, float]


def score_issues(old: Sequence[str], new: Sequence[str]) -> dict[tuple[int, int], float]:
    """The likeness of the issues' texts, by positions; pairs that are not worth a look are left out."""
    old_traits = [read_traits(text) for text in old]
    new_traits = [read_traits(text) for text in new]
    weights = _weigh([*old_traits, *new_traits])
    old_mass = [_mass(traits, weights) for traits in old_traits]
    new_mass = [_mass(traits, weights) for traits in new_traits]
    pairs = cache(character_pairs)
    scores = {}
    for (i, j), most in _candidates(old_traits, new_traits, weights).items():
        mass = (old_mass[i] * new_mass[j]) ** MASS_POWER
        if most + 1e-9 >= LEAST * mass:
            likeness = _shared(old_traits[i], new_traits[j], weights) / mass
            wording = dice(pairs(old[i]), pairs(new[j]))
            scores[i, j] = _with_wording(likeness / (likeness + 0.5), wording)
    return {pair: score for pair, score in scores.items() if score >= UNSURE}


def _with_wording(likeness: float, wording: float) -> float:
    """The likeness, raised where the two say it in nearly the same words; 1 means the very same."""
    return round(min(max(likeness, wording) if wording >= VERBATIM else likeness, 0.99), 4)


def _weigh(everything: Sequence[Traits]) -> Weights:
    """Inverse document frequency in the two notices, 1 for what stands in two issues."""
    concepts = Counter(chain.from_iterable(traits.concepts for traits in everything))
    pairs = Counter(chain.from_iterable(traits.pairs for traits in everything))
    size = len(everything)
    rarity = {
        seen: log(1 + size / seen) / log(1 + size / 2) for seen in {*concepts.values(), *pairs.values()}
    }
    return Weights(
        {
            name: rarity[seen] * (FAULT_WEIGHT if name.startswith(FAULT) else 1)
            for name, seen in concepts.items()
        },
        {pair: rarity[seen] * weigh_pair(pair) for pair, seen in pairs.items()},
    )


def _mass(traits: Traits, weights: Weights) -> float:
    """All that an issue says."""
    concepts = fsum(weights.concepts[name] * strength for name, strength in traits.concepts.items())
    return max(concepts + PAIR_MASS * fsum(weights.pairs[pair] for pair in traits.pairs), LEAST_MASS)


def _shared(old: Traits, new: Traits, weights: Weights) -> float:
    """What two issues have in common: concepts, and runs of rare words, each counted once."""
    common = old.concepts.keys() & new.concepts.keys()
    concepts = fsum(weights.concepts[name] * min(old.concepts[name], new.concepts[name]) for name in common)
    words, telling = min(_shared_runs(old, new.pairs, weights), _shared_runs(new, old.pairs, weights))
    lone = len(common) + telling < 2
    return (concepts + words) * (LONE_EVIDENCE if lone else 1)


def _shared_runs(traits: Traits, other: frozenset[str], weights: Weights) -> tuple[float, int]:
    """The weight of the runs of `traits` that stand in the other issue, and how many of them are telling."""
    if traits.pairs.isdisjoint(other):
        return 0.0, 0
    found = list(_fresh_parts(traits.runs, other))
    telling = sum(any(weigh_pair(pair) == 1 for pair in part) for part in found)
    return fsum(_run_weight(part, weights) for part in found), telling


def _fresh_parts(runs: Sequence[Sequence[str]], other: frozenset[str]) -> Iterator[list[str]]:
    """The parts of `runs` that stand in the other issue, what was seen before left out."""
    seen: set[str] = set()
    for run in runs:
        for part in _parts(run, other):
            fresh = [pair for pair in part if pair not in seen]
            seen.update(fresh)
            if fresh:
                yield fresh


def _run_weight(run: Sequence[str], weights: Weights) -> float:
    """A long run is hardly more than a short one: it is one word."""
    rarity = fsum(weights.pairs[pair] for pair in run) / len(run)
    return rarity * (RUN_WEIGHT + LONGER_RUN * min(len(run) - 1, LONGEST_RUN))


def _parts(run: Sequence[str], other: frozenset[str]) -> list[list[str]]:
    """The parts of `run` that stand in the other issue."""
    parts: list[list[str]] = [[]]
    for pair in run:
        if pair in other:
            parts[-1].append(pair)
        elif parts[-1]:
            parts.append([])
    return [part for part in parts if part]


def _candidates(
    old: Sequence[Traits], new: Sequence[Traits], weights: Weights
) -> dict[tuple[int, int], float]:
    """Pairs of issues that share something, each with the most that `_shared` can make of it."""
    most: dict[tuple[int, int], float] = defaultdict(float)
    old_concepts, new_concepts = [one.concepts for one in old], [one.concepts for one in new]
    for name, i, j in _meetings(old_concepts, new_concepts):
        most[i, j] += weights.concepts[name] * min(old_concepts[i][name], new_concepts[j][name])
    for pair, i, j in _meetings([one.pairs for one in old], [one.pairs for one in new]):
        most[i, j] += weights.pairs[pair] * RUN_WEIGHT
    return most


def _meetings(
    old: Sequence[Collection[str]], new: Sequence[Collection[str]]
) -> Iterator[tuple[str, int, int]]:
    """Each thing that an old and a new issue share, with their places; crowded things are left out."""
    old_places, new_places = _places(old), _places(new)
    for name, there in old_places.items():
        here = new_places.get(name, ())
        if len(there) * len(here) <= CROWDED:
            for i in there:
                for j in here:
                    yield name, i, j


def _places(issues: Sequence[Collection[str]]) -> dict[str, list[int]]:
    """In which issues each thing stands."""
    places: dict[str, list[int]] = defaultdict(list)
    for number, things in enumerate(issues):
        for name in things:
            places[name].append(number)
    return places
