"""What an issue says: the concepts it names, and the rare words beside them."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from operator import add

from notice_cli.comparing.stock_pairs import STOCK_PAIRS
from notice_cli.comparing.words import FAULTS, FIELDS, SIDES, STOCK, SUBJECTS
from notice_cli.text.pattern import lazy_pattern

_TITLE = lazy_pattern(r"《([^《》]{2,60})》")
_CLAUSE = lazy_pattern(r"[^,。;!?:]{4,200}")
_AMOUNT = lazy_pattern(r"(?<![\d.,])\d[\d,]{0,12}(?:\.\d{1,4})?(?:万|亿)?(?:元|亩|平方米|公里|吨)")
_ANY = "[^,。;、!?:]{1,8}?"
_HAN = lazy_pattern("[一-鿿]+")

PHRASE = 5
"""So many letters in a row that stand in two issues were copied."""
ENDING = 4
"""So many letters at the end of a clause, the same in two issues, judge whatever comes before."""
STRUCK = "。"
FAULT = "!"
"""Stands before the name of a fault, so that a fault and a subject of one name are two concepts."""
REPEATED_FORM = 0.6
"""What a second and a third form of one concept add to the first."""
FORMS_COUNTED = 3
IN_HEAD = 0.5
"""What it adds that a concept stands in the first clause: there an issue names its subject."""


_Form = tuple[str, tuple[str, ...]]
"""A form and the concepts that it may stand for."""


@dataclass(frozen=True, slots=True)
class Traits:
    """Concepts with their strength; words beside them as runs of character pairs, without stock phrases."""

    concepts: Mapping[str, float]
    forms: Mapping[str, set[str]]
    """By what words each concept was told."""
    sides: Mapping[str, frozenset[int]]
    """Which sides of a concept are spoken of, by their places in its table."""
    runs: tuple[tuple[str, ...], ...]
    pairs: frozenset[str]
    letters: frozenset[str]
    amounts: frozenset[str]
    """Figures with their unit as printed."""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """Forms by their first two characters, longest first, each with its concepts; and forms with a gap."""

    forms: Mapping[str, tuple[_Form, ...]]
    gapped: tuple[tuple[str, str, re.Pattern[str], str], ...]


def read_traits(text: str) -> Traits:
    """The traits of an issue's text; `关于…的问题` around it says nothing."""
    clean = _clean(text)
    named: dict[str, set[str]] = defaultdict(set)
    covered = _find_forms(clean, _subjects(), named) | _find_forms(clean, _faults(), named)
    for title in _TITLE.findall(clean):
        named[f"《{title}》"].add(title)
    head = _find_head(clean)
    runs = tuple(_find_runs(clean, covered))
    return Traits(
        concepts={name: _strength(forms, head) for name, forms in named.items()},
        forms=named,
        sides={name: sides for name in named if (sides := _find_sides(name, clean))},
        runs=runs,
        pairs=frozenset(pair for run in runs for pair in run),
        letters=frozenset(letter for han in _HAN.findall(clean) for letter in han),
        amounts=frozenset(_AMOUNT.findall(clean)),
    )


def _clean(text: str) -> str:
    """`text` in half-width letters."""
    return unicodedata.normalize("NFKC", text)


def read_phrases(text: str) -> frozenset[str]:
    """Every run of `PHRASE` letters within a clause, and the last letters of each clause."""
    clauses = _HAN.findall(_clean(text))
    runs = (han[at : at + PHRASE] for han in clauses for at in range(len(han) - PHRASE + 1))
    return frozenset(chain(runs, (han[-ENDING:] for han in clauses if len(han) > ENDING)))


def strike(text: str, phrases: Collection[str]) -> str:
    """`text` with `STRUCK` where `phrases` stand, as far as these judge: a mere name says something."""
    clean = _clean(text)
    copied = {at + k for at in range(len(clean)) if clean[at : at + PHRASE] in phrases for k in range(PHRASE)}
    masked = "".join(letter if at in copied else " " for at, letter in enumerate(clean))
    for run in masked.split():
        if any(form in run for form in _judgements()):
            clean = clean.replace(run, STRUCK * len(run))
    return _strike_endings(clean, phrases)


def _strike_endings(text: str, phrases: Collection[str]) -> str:
    """`text` with `STRUCK` in place of the ends of clauses that stand in `phrases`."""
    return _HAN.sub(lambda han: _strike_ending(han.group(), phrases), text)


def _strike_ending(clause: str, phrases: Collection[str]) -> str:
    return clause[:-ENDING] + STRUCK * ENDING if clause[-ENDING:] in phrases else clause


def _find_sides(concept: str, text: str) -> frozenset[int]:
    """The sides of a concept that a text speaks of."""
    sides = enumerate(_sides().get(concept, ()))
    return frozenset(at for at, forms in sides if any(form in text for form in forms))


def _find_head(text: str) -> str:
    """The first clause, or all where there is none."""
    first = _CLAUSE.match(text)
    return first.group() if first else text


def _strength(forms: set[str], head: str) -> float:
    more = REPEATED_FORM * (min(len(forms), FORMS_COUNTED) - 1)
    return 1 + more + (IN_HEAD if any(form in head for form in forms) else 0)


def _find_forms(text: str, lexicon: _Lexicon, named: dict[str, set[str]]) -> set[int]:
    """Put the concepts of `text` into `named`, the longest form at each place; the places that they cover.

    A form within another one says nothing of its own.
    """
    covered: set[int] = set()
    heads, end = lexicon.forms, 0
    for at, head in enumerate(map(add, text, text[1:])):
        if head in heads:
            form, concepts = _longest(text, at, heads[head])
            if at + len(form) > end:
                end = at + len(form)
                covered.update(range(at, end))
                for concept in concepts:
                    named[concept].add(form)
    for head, tail, pattern, concept in lexicon.gapped:
        if concept not in named and head in text and tail in text and pattern.search(text):
            named[concept].add(head)
    return covered


def _longest(text: str, at: int, forms: tuple[_Form, ...]) -> _Form:
    """The first of `forms` that starts at `at`, with its concepts; ("", ()) where none does."""
    for form, concepts in forms:
        if text.startswith(form, at):
            return form, concepts
    return "", ()


def _find_runs(text: str, covered: set[int]) -> Iterable[tuple[str, ...]]:
    """Runs of neighbouring character pairs that no form covers and no stock phrase holds."""
    stock = _stock()
    run: list[str] = []
    for han in _HAN.finditer(text):
        for at, pair in enumerate(map(add, han.group(), han.group()[1:]), han.start()):
            if pair not in stock and at not in covered and at + 1 not in covered:
                run.append(pair)
            elif run:
                yield tuple(run)
                run = []
        if run:
            yield tuple(run)
            run = []


@cache
def _subjects() -> _Lexicon:
    return _read_lexicon(SUBJECTS + FIELDS.strip(), "")


@cache
def read_fields() -> frozenset[str]:
    """The names of the fields."""
    return frozenset(line.split()[0] for line in FIELDS.strip().splitlines())


@cache
def _sides() -> Mapping[str, Sequence[Sequence[str]]]:
    """The forms of each side of a concept."""
    sides: dict[str, list[list[str]]] = defaultdict(list)
    for line in SIDES.strip().splitlines():
        concept, *forms = line.split()
        sides[concept].append(forms)
    return sides


@cache
def _faults() -> _Lexicon:
    return _read_lexicon(FAULTS, FAULT)


@cache
def _judgements() -> tuple[str, ...]:
    return tuple(STOCK.split())


@cache
def _stock() -> frozenset[str]:
    return frozenset(form[at : at + 2] for form in STOCK.split() for at in range(len(form) - 1))


def _read_lexicon(table: str, mark: str) -> _Lexicon:
    """The lexicon of a word table."""
    plain: dict[str, list[str]] = defaultdict(list)
    gapped = []
    for line in table.strip().splitlines():
        concept, *_ = forms = line.split()
        for form in forms:
            head, gap, tail = form.partition("~")
            if gap:
                gapped.append((head, tail, lazy_pattern(head + _ANY + tail), mark + concept))
            else:
                plain[form].append(mark + concept)
    return _Lexicon(_by_head(plain), tuple(gapped))


def _by_head(plain: Mapping[str, list[str]]) -> dict[str, tuple[_Form, ...]]:
    """Forms by their first two characters, the longest first."""
    heads: dict[str, list[_Form]] = defaultdict(list)
    for form in sorted(plain, key=len, reverse=True):
        heads[form[:2]].append((form, tuple(plain[form])))
    return {head: tuple(forms) for head, forms in heads.items()}


def weigh_pair(pair: str) -> float:
    """What a shared character pair is worth beside a rare one: pairs of every notice count less."""
    return 0.4 if pair in STOCK_PAIRS else 1.0
