"""How alike two issues are in what they say, 0 to 1, and what that rests on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import exp, fsum, log, sqrt
from typing import Any

from notice_cli.comparing.across import compare_across
from notice_cli.comparing.assigning import Edge
from notice_cli.comparing.beside import compare_beside
from notice_cli.comparing.doing import Doing, compare_measures
from notice_cli.comparing.frame import Wording, compare_wordings, read_wording
from notice_cli.comparing.nearness import center, compare_points, lay_out, multiply
from notice_cli.comparing.said import Said
from notice_cli.comparing.traits import (
    ENDING,
    FAULT,
    STRUCK,
    Traits,
    read_fields,
    read_phrases,
    read_traits,
    strike,
    weigh_pair,
)
from notice_cli.text.likeness import character_pairs, dice

SURE = 0.5
"""From here on two issues are one."""
UNSURE = 0.4
"""From here on somebody should look at them."""

FAULT_WEIGHT = 0.7
FIELD_WEIGHT = 0.5
"""A field is shared by issues of one body that have nothing else in common."""
OTHER_SIDE = 0.4
"""What is left of a shared subject where the two issues speak of different sides of it."""
TAIL = 7
"""Letters that must be left beside a copied judgement, or it is all that there is to compare."""
COPIED = 0.7
"""What is left of the evidence beside a judgement that both issues copied."""
RUN_WEIGHT = 0.3
LONGER_RUN = 0.05
LONGEST_RUN = 2
LEAST_MASS = 2.0
MASS_POWER = 0.35
AMOUNT = 0.3
"""What one figure with its unit, the same in both, adds."""
LETTERS = 0.3
"""What the same letters add, at most."""
DOING = 0.6
"""What measures in the same words add, from `DOING_MOST` on; under `DOING_NONE` they take away."""
DOING_NONE = 0.035
DOING_MOST = 0.1
DOING_APART = 2.7
"""How many times more it counts that they share next to nothing."""
SECTION = 0.05
"""What sections under the same heading add, at most."""
RIVAL = 0.2
"""So near lies, of many issues, one that has nothing to do with another: the least to be nearer than."""
FAR = -0.3
"""Two issues that lag so far behind others are not looked at any further."""
ACROSS_MOST = 0.15
"""More than this says no more."""
WORTH = {
    "near": 8.0,
    "rivals": 4.0,
    "beside": 3.4,
    "across": 13.0,
    "measures": 2.4,
    "named": 3.9,
    "frame": -6.4,
    "opening": -2.3,
    "apart": -1.4,
    "section": 1.0,
}
"""What one of each part adds to the logarithm of the odds that two issues are one.

Weighed by logistic regression on invented bodies, each read in a space that knew nothing of it.
"""
BIAS = -11.15
"""What it is where no part says anything."""
TOLD = ("measures", "section")
"""The parts that count as likeness of the words alone, too."""
HALF = 0.5
"""A sum of so much of these, before they are weighed, is a likeness of one half."""
SAME_HEADING = 0.5
MOST = 0.99
"""1 is left to the very same words."""


@dataclass(frozen=True, slots=True)
class Score:
    """The likeness of two issues and its parts, which are added up and scaled to 0 to 1, or the share copied.

    A part is what it adds to the logarithm of the odds that the two are one.
    """

    likeness: float
    own: float = 0.0
    """The likeness of their words alone, 0 to 1; the next five, `measures` and `section` go into it."""
    subjects: float = 0.0
    faults: float = 0.0
    words: float = 0.0
    amounts: float = 0.0
    letters: float = 0.0
    measures: float = 0.0
    near: float = 0.0
    rivals: float = 0.0
    beside: float = 0.0
    across: float = 0.0
    named: float = 0.0
    section: float = 0.0
    frame: float = 0.0
    opening: float = 0.0
    apart: float = 0.0
    shared_subjects: tuple[str, ...] = ()
    """What both name, the most telling first."""
    shared_faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weights:
    """What each concept, pair and letter says in these two notices: the rarer, the more."""

    concepts: Mapping[str, float]
    pairs: Mapping[str, float]
    letters: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Issue:
    """What is read from an issue once."""

    said: Said
    traits: Traits
    mass: float
    length: float
    """Of its letters, as a vector."""
    phrases: frozenset[str]
    """Its runs of letters, by which copied judgements are found."""
    wording: Wording


def score_issues(old: Sequence[Said], new: Sequence[Said]) -> dict[Edge, Score]:
    """The likeness of the issues, by positions; pairs that lag far behind others are left out."""
    issues, weights = _read_issues((*old, *new))
    there, here = issues[: len(old)], issues[len(old) :]
    return {(i, j): _score(there[i], here[j], weights, told) for (i, j), told in _tell(old, new)}


def _tell(old: Sequence[Said], new: Sequence[Said]) -> Iterator[tuple[Edge, dict[str, float]]]:
    """What measures, the space and other issues tell of two issues, for each pair worth a look."""
    space = lay_out(old, new)
    leads = dict(_find_leads(compare_points(*center(space))))
    doing = compare_measures([one.measures for one in old], [one.measures for one in new])
    across = compare_across(old, new, leads.keys())
    beside = compare_beside(old, new, leads.keys())
    for (i, j), lead in leads.items():
        yield (
            (i, j),
            {
                "near": multiply(space.old[i], space.new[j]),
                "rivals": lead,
                "beside": beside[i, j],
                "across": min(across[i, j], ACROSS_MOST),
                "measures": _weigh_doing(doing, (i, j)),
            },
        )


def _find_leads(near: Sequence[Sequence[float]]) -> Iterator[tuple[Edge, float]]:
    """By how much two issues are nearer than either is to the next, both added up, if they do not lag far."""
    olds, news = [*map(_find_best, near)], [*map(_find_best, zip(*near, strict=True))]
    for i, row in enumerate(near):
        for j, value in enumerate(row):
            lead = _find_lead(value, olds[i]) + _find_lead(value, news[j])
            if lead > FAR:
                yield (i, j), lead


def _find_best(values: Iterable[float]) -> tuple[float, float]:
    """How near the nearest is, and the next; where there are few, as if there were more."""
    next_most, most = sorted((RIVAL, RIVAL, *values))[-2:]
    return most, next_most


def _find_lead(value: float, best: tuple[float, float]) -> float:
    most, next_most = best
    return value - (next_most if most <= value else most)


def _weigh_doing(doing: Doing, edge: Edge) -> float:
    """What the wording of the measures adds, or takes away where both say much and share little."""
    likeness = min(doing.likeness.get(edge, 0.0), DOING_MOST)
    part = DOING * (likeness - DOING_NONE) / (DOING_MOST - DOING_NONE)
    return part if part > 0 else DOING_APART * part * doing.find_richness(edge)


def _read_issues(said: Sequence[Said]) -> tuple[list[_Issue], Weights]:
    """What each issue says, and what each thing that they say counts in these notices."""
    traits = [read_traits(one.text) for one in said]
    weights = _weigh(traits)
    return [_read_issue(one, its, weights) for one, its in zip(said, traits, strict=True)], weights


def _read_issue(said: Said, traits: Traits, weights: Weights) -> _Issue:
    length = sqrt(fsum(weights.letters[letter] ** 2 for letter in traits.letters))
    mass, phrases, wording = _mass(traits, weights), read_phrases(said.text), read_wording(said.text)
    return _Issue(said, traits, mass, length, phrases, wording)


def _weigh(everything: Sequence[Traits]) -> Weights:
    """Inverse document frequency in the two notices, 1 for what stands in two issues."""
    size = len(everything)
    concepts = Counter(chain.from_iterable(traits.concepts for traits in everything))
    pairs = Counter(chain.from_iterable(traits.pairs for traits in everything))
    letters = Counter(chain.from_iterable(traits.letters for traits in everything))
    rarity = [0.0, *(log(1 + size / seen) / log(1 + size / 2) for seen in range(1, size + 1))]
    return Weights(
        {name: rarity[seen] * _kind_weight(name) for name, seen in concepts.items()},
        {pair: rarity[seen] * weigh_pair(pair) for pair, seen in pairs.items()},
        {letter: log(1 + size / seen) - log(2) / 2 for letter, seen in letters.items()},
    )


def _kind_weight(name: str) -> float:
    """What a fault, a field or a subject counts."""
    if name.startswith(FAULT):
        return FAULT_WEIGHT
    return FIELD_WEIGHT if name in read_fields() else 1.0


def _mass(traits: Traits, weights: Weights) -> float:
    """All that an issue names."""
    named = {name: weights.concepts[name] * strength for name, strength in traits.concepts.items()}
    return max(fsum(_rest_on_own_forms(named, traits, traits).values()), LEAST_MASS)


def _score(old: _Issue, new: _Issue, weights: Weights, told: Mapping[str, float]) -> Score:
    """The likeness of two issues; `told` is what their measures, the space and other issues tell."""
    wording = compare_wordings(old.wording, new.wording)
    own, shared = _find_own(old, new, weights)
    parts = {
        **told,
        "frame": wording.frame,
        "opening": float(wording.opening),
        "apart": float(_are_apart(old.traits, new.traits)),
        "section": _section(old.said.heading, new.said.heading),
    }
    whole = max(fsum((*own.values(), *(parts[name] for name in TOLD))), 0.0)
    parts["named"] = whole / (whole + HALF)
    worth: dict[str, Any] = {name: round(WORTH[name] * value, 9) + 0.0 for name, value in parts.items()}
    odds = exp(fsum((BIAS, *worth.values())))
    likeness = min(max(odds / (1 + odds), wording.copied), MOST)
    return Score(
        round(likeness, 4),
        own=max(parts["named"], min(wording.copied, MOST)),
        **worth,
        **own,
        shared_subjects=tuple(name for name in shared if name[0] != FAULT),
        shared_faults=tuple(name[1:] for name in shared if name[0] == FAULT),
    )


def _find_own(old: _Issue, new: _Issue, weights: Weights) -> tuple[dict[str, float], Mapping[str, float]]:
    """What two issues have in common in their own words, and the concepts that both name."""
    one, other, left = _beside_copied(old, new)
    shared = _shared_concepts(one, other, weights)
    words = _find_words(one, other, weights)
    about = fsum(value for name, value in shared.items() if name[0] != FAULT)
    faults = fsum(value for name, value in shared.items() if name[0] == FAULT)
    scale = left / (old.mass * new.mass) ** MASS_POWER
    return {
        "subjects": about * scale,
        "faults": min(faults, about + words) * scale,
        "words": words * scale,
        "amounts": AMOUNT * len(one.amounts & other.amounts),
        "letters": _letters(old, new, weights),
    }, shared


def _find_words(one: Traits, other: Traits, weights: Weights) -> float:
    return min(_shared_runs(one, other.pairs, weights), _shared_runs(other, one.pairs, weights))


def _beside_copied(old: _Issue, new: _Issue) -> tuple[Traits, Traits, float]:
    """What two issues say beside a judgement that stands in both word for word, if they say more.

    And what is left of that as evidence.
    """
    copied = old.phrases & new.phrases
    texts = [strike(issue.said.text, copied) for issue in (old, new)] if copied else ["", ""]
    if min(len(text.replace(STRUCK, "")) for text in texts) < TAIL or STRUCK * ENDING not in texts[0]:
        return old.traits, new.traits, 1.0
    return read_traits(texts[0]), read_traits(texts[1]), COPIED


def _shared_concepts(one: Traits, other: Traits, weights: Weights) -> dict[str, float]:
    """The concepts of both with what they weigh, the heaviest first."""
    names = one.concepts.keys() & other.concepts.keys()
    shared = {name: _shared_weight(name, one, other) * weights.concepts.get(name, 0.0) for name in names}
    return _rest_on_own_forms(shared, one, other)


def _are_apart(one: Traits, other: Traits) -> bool:
    """Whether two issues speak of different sides of a subject, and of no side in common."""
    sides = [(one.sides[name], other.sides[name]) for name in one.sides.keys() & other.sides.keys()]
    return bool(sides) and all(mine.isdisjoint(yours) for mine, yours in sides)


def _shared_weight(name: str, one: Traits, other: Traits) -> float:
    """How strongly both name a concept; less where they speak of different sides of it."""
    mine, yours = one.sides.get(name), other.sides.get(name)
    apart = mine and yours and mine.isdisjoint(yours)
    return min(one.concepts[name], other.concepts[name]) * (OTHER_SIDE if apart else 1)


def _rest_on_own_forms(named: Mapping[str, float], one: Traits, other: Traits) -> dict[str, float]:
    """The concepts, the heaviest first, without those whose forms are all some heavier concept's."""
    told: dict[str, float] = {}
    mine: set[str] = set()
    yours: set[str] = set()
    for name, weight in sorted(named.items(), key=lambda item: (-item[1], item[0])):
        if not (one.forms[name] <= mine or other.forms[name] <= yours):
            mine |= one.forms[name]
            yours |= other.forms[name]
            told[name] = weight
    return told


def _letters(old: _Issue, new: _Issue, weights: Weights) -> float:
    """The cosine of the letters, rare ones counting more."""
    both = fsum(weights.letters[letter] ** 2 for letter in old.traits.letters & new.traits.letters)
    return LETTERS * both / (old.length * new.length or 1)


@lru_cache(maxsize=1024)
def _section(old: str, new: str) -> float:
    """Whether both stand under the same heading, or nearly so."""
    return SECTION if dice(character_pairs(old[:200]), character_pairs(new[:200])) > SAME_HEADING else 0.0


def _shared_runs(traits: Traits, other: frozenset[str], weights: Weights) -> float:
    """The weight of the runs of `traits` that stand in the other issue."""
    if traits.pairs.isdisjoint(other):
        return 0.0
    return fsum(_run_weight(part, weights) for part in _fresh_parts(traits.runs, other))


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
    rarity = fsum(weights.pairs.get(pair, 0.0) for pair in run) / len(run)
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
