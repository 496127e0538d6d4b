"""How alike two issues are in what they say, 0 to 1, and what that rests on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import exp, fsum, log, sqrt

from notice_cli.comparing.across import compare_across
from notice_cli.comparing.beside import compare_beside
from notice_cli.comparing.doing import Doing, compare_measures
from notice_cli.comparing.nearness import compare_subjects, lay_out
from notice_cli.comparing.said import LONGEST, Said
from notice_cli.comparing.traits import (
    ENDING,
    FAULT,
    STRUCK,
    Traits,
    read_fields,
    read_phrases,
    read_subjects,
    read_traits,
    strike,
    weigh_pair,
)
from notice_cli.text.likeness import character_pairs, dice

SURE = 0.58
"""From here on two issues are one."""
UNSURE = 0.55
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
MEASURES = 0.35
"""What measures about the same subjects add, at most."""
DOING = 0.6
"""What measures in the same words add, from `DOING_MOST` on; under `DOING_NONE` they take away."""
DOING_NONE = 0.035
DOING_MOST = 0.1
DOING_APART = 2.7
"""How many times more it counts that they share next to nothing."""
DOING_ALIKE = 0.05
"""Two issues with so like measures are looked at, whatever their texts share."""
SECTION = 0.05
"""What sections under the same heading add, at most."""
LEAD = 0.2
"""A greater lead over the next nearest issue, or a greater lag, says no more."""
FAR = -0.14
"""Two issues that lag so far behind others are not looked at beside the words that both say."""
ACROSS_MOST = 0.15
"""More than this says no more."""
ACROSS_ALIKE = 0.04
"""Two issues that share so much across are looked at, whatever their texts share."""
BESIDE = 0.3
"""Who shares so much beside a judgement loses nothing."""
LEAST_SHARED = 0.4
"""What two texts must share at least, for their mass, to be looked at."""
ROUNDING = 1e-9
WORTH = {
    "subjects": 1.4,
    "faults": 3.4,
    "words": 0.2,
    "amounts": 1.0,
    "letters": 1.0,
    "measures": 5.9,
    "section": 1.0,
    "rivals": 6.7,
    "across": 8.4,
    "copied": -4.4,
    "apart": -2.7,
    "beside": 11.0,
}
"""What one of each part adds to the logarithm of the odds that two issues are one.

Weighed by logistic regression on invented bodies.
"""
BIAS = -5.35
"""What it is where no part says anything."""
SILENT = 0.25
"""How much less is asked where one has no measures."""
OWN = ("subjects", "faults", "words", "amounts", "letters", "measures", "section")
"""The parts that look at no other issue."""
HALF = 0.5
"""A sum of so much of these, before they are weighed, is a likeness of one half."""
SAME_HEADING = 0.5
MOST = 0.99
"""1 is left to the very same words."""
CROWDED = 400
"""Something that more pairs of issues share than this leads to no candidate."""

Edge = tuple[int, int]
_Best = Mapping[tuple[str, int], tuple[float, float]]
"""The greatest nearness of an issue of either notice, and the next."""


@dataclass(frozen=True, slots=True)
class Score:
    """The likeness of two issues and its parts, which are added up and scaled to 0 to 1.

    A part is what it adds to the logarithm of the odds that the two are one.
    """

    likeness: float
    own: float = 0.0
    """The likeness of their words alone, without a look at any other issue."""
    subjects: float = 0.0
    faults: float = 0.0
    words: float = 0.0
    amounts: float = 0.0
    letters: float = 0.0
    measures: float = 0.0
    section: float = 0.0
    rivals: float = 0.0
    across: float = 0.0
    beside: float = 0.0
    copied: float = 0.0
    apart: float = 0.0
    shared_subjects: tuple[str, ...] = ()
    """What both name, the most telling first."""
    shared_faults: tuple[str, ...] = ()

    @property
    def near_verbatim(self) -> bool:
        """Whether most letters are the same, so that the wording may be."""
        return self.letters >= 0.7 * LETTERS * WORTH["letters"]


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
    done: Mapping[str, float]
    """The subjects of its measures with their weights, and the sum of these."""
    done_mass: float
    phrases: frozenset[str]
    """Its runs of letters, by which copied judgements are found."""


def score_issues(old: Sequence[Said], new: Sequence[Said]) -> dict[Edge, Score]:
    """The likeness of the issues, by positions; pairs that are not worth a look are left out."""
    traits = [read_traits(one.text) for one in (*old, *new)]
    weights = _weigh(traits)
    done = _weigh_measures([read_subjects(one.measures[:LONGEST]) for one in (*old, *new)])
    read = zip((*old, *new), traits, done, strict=True)
    issues = [_read_issue(one, its, did, weights) for one, its, did in read]
    there, here = issues[: len(old)], issues[len(old) :]
    doing = compare_measures([one.measures for one in old], [one.measures for one in new])
    across = compare_across(old, new)
    alike = {edge for edge, likeness in doing.likeness.items() if likeness >= DOING_ALIKE}
    alike |= {edge for edge, likeness in across.items() if likeness >= ACROSS_ALIKE}
    alike |= {*_candidates(there, here, weights)}
    space = lay_out(old, new)
    near = compare_subjects(space, alike)
    best = _find_best(near)
    leads = {edge: _find_lead(best, edge, near[edge]) for edge in sorted({*alike, *_find_near(best, near)})}
    beside = compare_beside(old, new, space, [edge for edge, lead in leads.items() if lead > FAR])
    return {
        (i, j): _score(
            there[i],
            here[j],
            weights,
            doing=_weigh_doing(doing, (i, j)),
            rivals=leads[i, j],
            across=min(across.get((i, j), 0.0), ACROSS_MOST),
            beside=beside.get((i, j), 0.0),
        )
        for i, j in leads
        if (i, j) in alike or (i, j) in beside
    }


def _find_near(best: _Best, near: Mapping[Edge, float]) -> Iterator[Edge]:
    """Pairs of issues that do not lag far behind others on both sides."""
    floors = {end: most + FAR for end, (most, _) in best.items()}
    for (i, j), value in near.items():
        if value and (value > floors["old", i] or value > floors["new", j]):
            yield i, j


def _find_lead(best: _Best, edge: Edge, near: float) -> float:
    """By how much two issues are nearer than either is to the next, for both together."""
    ends = best["old", edge[0]], best["new", edge[1]]
    leads = (near - (next_most if most <= near else most) for most, next_most in ends)
    return fsum(max(-LEAD, min(LEAD, lead)) for lead in leads)


def _weigh_doing(doing: Doing, edge: Edge) -> float:
    """What the wording of the measures adds, or takes away where both say much and share little."""
    likeness = min(doing.likeness.get(edge, 0.0), DOING_MOST)
    part = DOING * (likeness - DOING_NONE) / (DOING_MOST - DOING_NONE)
    return part if part > 0 else DOING_APART * part * doing.find_richness(edge)


def _read_issue(said: Said, traits: Traits, done: Mapping[str, float], weights: Weights) -> _Issue:
    length = sqrt(fsum(weights.letters[letter] ** 2 for letter in traits.letters))
    done_mass = max(fsum(done.values()), 1.5)
    return _Issue(said, traits, _mass(traits, weights), length, done, done_mass, read_phrases(said.text))


def _weigh_measures(done: Sequence[frozenset[str]]) -> list[dict[str, float]]:
    """The subjects of each issue's measures with their rarity."""
    seen = Counter(chain.from_iterable(done))
    rarity = {times: log(1 + len(done) / times) / log(1 + len(done) / 2) for times in set(seen.values())}
    return [{name: rarity[seen[name]] for name in sorted(names)} for names in done]


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


def _score(old: _Issue, new: _Issue, weights: Weights, doing: float, **told: float) -> Score:
    """The likeness of two issues; `told` is what other issues and the measures tell."""
    parts, shared = _find_parts(old, new, weights)
    parts["measures"] += doing
    own = max(fsum(parts[name] for name in OWN), 0.0)
    worth = {name: round(WORTH[name] * value, 9) for name, value in (parts | told).items()}
    silent = 0.0 if old.said.measures and new.said.measures else SILENT
    odds = exp(fsum((BIAS, silent, *worth.values())))
    return Score(
        round(min(odds / (1 + odds), MOST), 4),
        own / (own + HALF),
        **worth,
        shared_subjects=tuple(name for name in shared if name[0] != FAULT),
        shared_faults=tuple(name[1:] for name in shared if name[0] == FAULT),
    )


def _find_parts(old: _Issue, new: _Issue, weights: Weights) -> tuple[dict[str, float], Mapping[str, float]]:
    """What two issues have in common in their own words and measures, and the concepts that both name."""
    one, other, left = _beside_copied(old, new)
    shared = _shared_concepts(one, other, weights)
    words = min(_shared_runs(one, other.pairs, weights), _shared_runs(other, one.pairs, weights))
    about = fsum(value for name, value in shared.items() if name[0] != FAULT)
    faults = fsum(value for name, value in shared.items() if name[0] == FAULT)
    scale = left / (old.mass * new.mass) ** MASS_POWER
    copied = 0.0 if one is old.traits else max(0.0, 1 - (about + words) * scale / BESIDE)
    return {
        "subjects": about * scale,
        "faults": min(faults, about + words) * scale,
        "words": words * scale,
        "amounts": AMOUNT * len(one.amounts & other.amounts),
        "letters": _letters(old, new, weights),
        "measures": _measures(old, new),
        "section": _section(old.said.heading, new.said.heading),
        "copied": copied,
        "apart": float(_are_apart(old.traits, new.traits)),
    }, shared


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


def _measures(old: _Issue, new: _Issue) -> float:
    """How far the measures are about the same subjects."""
    both = fsum(old.done[name] for name in old.done.keys() & new.done.keys())
    return MEASURES * both / sqrt(old.done_mass * new.done_mass)


@lru_cache(maxsize=1024)
def _section(old: str, new: str) -> float:
    """Whether both stand under the same heading, or nearly so."""
    return SECTION if dice(character_pairs(old[:200]), character_pairs(new[:200])) > SAME_HEADING else 0.0


def _find_best(likeness: Mapping[Edge, float]) -> _Best:
    """For each issue of either notice the greatest likeness that it has, and the next."""
    olds: dict[int, list[float]] = defaultdict(list)
    news: dict[int, list[float]] = defaultdict(list)
    for (i, j), value in likeness.items():
        olds[i].append(value)
        news[j].append(value)
    ends = chain(((("old", i), of) for i, of in olds.items()), ((("new", j), of) for j, of in news.items()))
    return {end: (most, next_most) for end, of in ends for next_most, most in (sorted([0.0, *of])[-2:],)}


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


def _candidates(old: Sequence[_Issue], new: Sequence[_Issue], weights: Weights) -> Iterator[Edge]:
    """Pairs of issues that may share enough: each with the most that `_score` can make of its texts."""
    most: dict[Edge, float] = defaultdict(float)
    for name, i, j in _meetings([one.traits.concepts for one in old], [one.traits.concepts for one in new]):
        strength = min(old[i].traits.concepts[name], new[j].traits.concepts[name])
        most[i, j] += weights.concepts[name] * strength
    for pair, i, j in _meetings([one.traits.pairs for one in old], [one.traits.pairs for one in new]):
        most[i, j] += weights.pairs[pair] * RUN_WEIGHT
    for (i, j), shared in sorted(most.items()):
        if shared + ROUNDING >= LEAST_SHARED * (old[i].mass * new[j].mass) ** MASS_POWER:
            yield i, j


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
