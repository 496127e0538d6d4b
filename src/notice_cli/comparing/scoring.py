"""How alike two issues are in what they say, 0 to 1, and what that rests on."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import chain
from math import fsum, log, sqrt

from notice_cli.comparing.across import compare_across
from notice_cli.comparing.doing import Doing, compare_measures
from notice_cli.comparing.nearness import compare_subjects
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
DOING_ALIKE = 0.05
"""Two issues with so like measures are looked at, whatever their texts share."""
SECTION = 0.05
"""What sections under the same heading add, at most."""
NEAR_LEAD = 9.4
"""How much of the lead over the next nearest issues is added, of its lag taken away."""
LEAST_LEAD = -0.15
MOST_LEAD = 0.2
MOST_LEAD_OF_TEXT = 0.06
"""Where the measures of one say next to nothing, a lead is known from its text alone."""
TELLING = 20
"""Letters of measures that say something."""
ACROSS = 2.0
"""What rare words add that one issue's text shares with the measures of the other."""
ACROSS_MOST = 0.15
ACROSS_ALIKE = 0.04
"""Two issues that share so much across are looked at, whatever their texts share."""
JUDGED_ALIKE = 2.2
"""What two issues lose that share a judgement word for word and nothing beside it."""
DONE_APART = 5.0
"""How many times more than for their words it counts that two issues' measures share next to nothing."""
BESIDE = 0.3
"""Who shares so much beside a judgement loses nothing."""
SIDES_APART = 0.75
"""What two issues lose that speak of different sides of one subject."""
HALF = 0.77
"""A sum of so much is a likeness of one half."""
LEAST_SHARED = 0.2
"""What two texts must share at least, for their mass, to be looked at."""
ROUNDING = 1e-9
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
    """The likeness of two issues and its parts, which are added up and scaled to 0 to 1."""

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
    copied: float = 0.0
    apart: float = 0.0
    shared_subjects: tuple[str, ...] = ()
    """What both name, the most telling first."""
    shared_faults: tuple[str, ...] = ()

    @property
    def near_verbatim(self) -> bool:
        """Whether most letters are the same, so that the wording may be."""
        return self.letters >= 0.7 * LETTERS


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
    edges = sorted({*_candidates(there, here, weights), *alike})
    near = _weigh_nearness(
        compare_subjects(old, new, edges),
        {(i, j): min(len(old[i].measures), len(new[j].measures)) >= TELLING for i, j in edges},
    )
    scores = {(i, j): _score(there[i], here[j], weights, _weigh_doing(doing, (i, j))) for i, j in edges}
    return {edge: _add_up(score, near[edge], across.get(edge, 0.0)) for edge, score in scores.items()}


def _weigh_nearness(near: Mapping[Edge, float], told: Mapping[Edge, bool]) -> dict[Edge, float]:
    """What it adds that two issues are nearer to each other than to any other, or takes away where not.

    Args:
        near: How near each two issues are.
        told: The pairs to be weighed, and whether the measures of both say something.
    """
    best = _find_best(near)
    most = {True: MOST_LEAD, False: MOST_LEAD_OF_TEXT}
    leads = {edge: min(_find_lead(best, edge, near[edge]), most[both]) for edge, both in told.items()}
    return {edge: NEAR_LEAD * max(lead, LEAST_LEAD) for edge, lead in leads.items()}


def _find_lead(best: _Best, edge: Edge, near: float) -> float:
    """By how much two issues are nearer than either is to the next, on the middle of both."""
    ends = best["old", edge[0]], best["new", edge[1]]
    return near - fsum(next_most if most <= near else most for most, next_most in ends) / 2


def _add_up(score: Score, near: float, across: float) -> Score:
    """The score with what the other issues and the measures tell, scaled to 0 to 1."""
    told = ACROSS * min(across, ACROSS_MOST)
    done = DONE_APART * min(score.measures, 0.0)
    total = max(score.likeness + near + told + done + score.copied + score.apart, 0.0)
    return replace(
        score, likeness=round(min(total / (total + HALF), MOST), 4), rivals=round(near, 9), across=told
    )


def _weigh_doing(doing: Doing, edge: Edge) -> float:
    """What the wording of the measures adds, or takes away where both say much and share little."""
    likeness = min(doing.likeness.get(edge, 0.0), DOING_MOST)
    part = DOING * (likeness - DOING_NONE) / (DOING_MOST - DOING_NONE)
    return part if doing.is_rich(edge) else max(part, 0.0)


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


def _score(old: _Issue, new: _Issue, weights: Weights, doing: float) -> Score:
    """What two issues have in common; the likeness is the sum of the parts, not yet scaled."""
    one, other, left = _beside_copied(old, new)
    weight = _shared_concepts(one, other, weights)
    subjects = {name: value for name, value in weight.items() if name[0] != FAULT}
    faults = {name[1:]: value for name, value in weight.items() if name[0] == FAULT}
    words = min(_shared_runs(one, other.pairs, weights), _shared_runs(other, one.pairs, weights))
    about = fsum(subjects.values())
    scale = left / (old.mass * new.mass) ** MASS_POWER
    parts = {
        "subjects": about * scale,
        "faults": min(fsum(faults.values()), about + words) * scale,
        "words": words * scale,
        "amounts": AMOUNT * len(one.amounts & other.amounts),
        "letters": _letters(old, new, weights),
        "measures": _measures(old, new) + doing,
        "section": _section(old.said.heading, new.said.heading),
    }
    total = max(fsum(parts.values()), 0.0)
    copied = 0.0 if one is old.traits else -JUDGED_ALIKE * max(0.0, 1 - (about + words) * scale / BESIDE)
    parts |= {"copied": copied, "apart": _apart(old.traits, new.traits)}
    return Score(
        total, total / (total + 0.5), **parts, shared_subjects=tuple(subjects), shared_faults=tuple(faults)
    )


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


def _apart(one: Traits, other: Traits) -> float:
    """What is taken away where two issues speak of different sides of a subject, and of no side in common."""
    sides = [(one.sides[name], other.sides[name]) for name in one.sides.keys() & other.sides.keys()]
    return -SIDES_APART if sides and all(mine.isdisjoint(yours) for mine, yours in sides) else 0.0


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
    best: dict[tuple[str, int], tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for (i, j), value in likeness.items():
        for end in (("old", i), ("new", j)):
            most, next_most = best[end]
            best[end] = (value, most) if value > most else (most, max(value, next_most))
    return best


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
