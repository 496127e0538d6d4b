"""The findings beside the text: equations drawn out, places to go to, alike findings folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from notice_cli.language import Lang
from notice_cli.model import Arithmetic, Finding, Manual, Operand, Quote, Report, Source, Span
from notice_cli.reports.gravity import LEVELS, gravity
from notice_cli.reports.parse_table import STATUS_WORDS
from notice_cli.reports.places import say_position
from notice_cli.reports.review_marks import MOST_PLACES
from notice_cli.reports.review_words import WORDS
from notice_cli.reports.terminal import cut

_SIGNS = {"<=": "≤", ">=": "≥", "~=": "≈", "*": "×", "/": "÷", "-": "−"}
_SHOWN = 3
"""Findings of one code that are shown before the others are folded."""
_CLAUSE = 44
"""Cells of a clause under its figure."""


class Term(NamedTuple):
    """A figure of an equation with its clause and place, or the sign between two (`sign` is true)."""

    shown: str
    sign: bool = False
    clause: str = ""
    target: str = ""
    where: str = ""


class Spot(NamedTuple):
    """A place that a finding rests on: its words, its line, the id to go to (or nothing)."""

    words: str
    where: str
    target: str


class Card(NamedTuple):
    """One finding."""

    number: int
    finding: Finding
    equations: tuple[tuple[Term, ...], ...]
    spots: tuple[Spot, ...]
    about: str
    """What the rule checks."""


class Run(NamedTuple):
    """Findings of one code, the later ones to be folded."""

    code: str
    shown: tuple[Card, ...]
    folded: tuple[Card, ...]


def in_order(report: Report) -> list[Finding]:
    """The findings of a report as the page lists them: the gravest first, those of one code together."""
    ranked = sorted(report.findings, key=gravity)
    first: dict[str, int] = {}
    for at, finding in enumerate(ranked):
        first.setdefault(finding.code, at)
    return sorted(ranked, key=lambda one: (LEVELS.index(one.level), first[one.code]))


def read_runs(
    findings: Sequence[Finding], manuals: Sequence[Manual], lang: Lang, source: Source | None = None
) -> Iterator[Run]:
    """Cards of all findings, by code.

    Args:
        findings: As `in_order` gives them.
        manuals: Manual pages of the rules.
        lang: The language of the words that are not the findings' own.
        source: What was read, for what its positions are called: lines, pages, paragraphs.
    """
    about = {one.code: one.checks if lang == "zh" else one.checks_en for one in manuals}
    cards = (_card(at, finding, about, lang, source) for at, finding in enumerate(findings))
    for (code, _), run in groupby(cards, key=lambda card: (card.finding.code, card.finding.level)):
        all_cards = tuple(run)
        most = len(all_cards) if len(all_cards) == _SHOWN + 1 else _SHOWN
        yield Run(code, all_cards[:most], all_cards[most:])


def _card(at: int, finding: Finding, about: dict[str, str], lang: Lang, source: Source | None) -> Card:
    targets: dict[tuple[int, int], str] = {}
    spots = []
    for number, quote in enumerate(finding.evidence):
        target = f"place-{at}-{number}" if quote.span is not None and number < MOST_PLACES else ""
        if quote.span is not None:
            targets.setdefault((quote.span.start, quote.span.end), target)
        spots.append(Spot(cut(quote.text, 60), _where(quote, lang, source), target))
    equations = tuple(tuple(draw(one, targets, lang, source)) for one in finding.arithmetic)
    return Card(at + 1, finding, equations, tuple(spots), about.get(finding.code, ""))


def draw(
    one: Arithmetic, targets: dict[tuple[int, int], str], lang: Lang, source: Source | None = None
) -> Iterator[Term]:
    """An equation term by term; a figure that was printed carries its clause and its place.

    >>> sum_ = Arithmetic(expression="22 + 1", left=23, operator="=", right=24)
    >>> " ".join(term.shown for term in draw(sum_, {}, "zh"))
    '22 + 1 = 24'
    """
    left = list(one.operands)
    for token in one.expression.split(" "):
        if token in _SIGNS or token in ("+", "="):
            yield Term(_SIGNS.get(token, token), sign=True)
        else:
            yield _term(token, left, targets, lang, source)
    yield Term(_SIGNS.get(one.operator, one.operator), sign=True)
    yield _term(str(one.right), left, targets, lang, source)


def _term(
    token: str, left: list[Operand], targets: dict[tuple[int, int], str], lang: Lang, source: Source | None
) -> Term:
    """The term of a token, with the first operand of that value; an operand serves once."""
    words = STATUS_WORDS[token].say(lang) if token in STATUS_WORDS else token
    at = next((at for at, one in enumerate(left) if str(one.value) == token), None)
    if at is None:
        return Term(words)
    operand = left.pop(at)
    if operand.span is None:
        return Term(words, clause=WORDS["counted"].say(lang))
    target = _target(operand.span, operand.count, targets)
    return Term(words, False, cut(operand.text, _CLAUSE), target, _where(operand, lang, source))


def _target(span: Span, count: int | None, targets: dict[tuple[int, int], str]) -> str:
    """The place of the finding, else that of the declared figure."""
    return targets.get((span.start, span.end)) or ("" if count is None else f"count-{count}")


def _where(quote: Quote | Operand, lang: Lang, source: Source | None) -> str:
    if quote.source_line is not None:
        return say_position(source, quote.source_line, lang)
    return "" if quote.span is not None else WORDS["no_line"].say(lang)
