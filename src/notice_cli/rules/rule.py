"""What a rule is, and the three things that it can say: failed, held, silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from notice_cli.language import Lang, Words
from notice_cli.model import Arithmetic, Notice, Quote, Severity
from notice_cli.values import Value


class Failed(Value):
    """The notice breaks the rule: one fault, with the places that it rests on."""

    words: Words
    facts: Mapping[str, object] = {}
    """What the sentence names; a value may itself be `Words`."""
    evidence: tuple[Quote, ...] = ()
    arithmetic: tuple[Arithmetic, ...] = ()
    issue: int | None = None
    suggestion: str | None = None
    """What to write instead, where it is known."""
    level: Severity | None = None
    """Lower than the rule's own level where our own reading is in doubt."""


class Held(Value):
    """The rule looked and found nothing wrong."""

    arithmetic: tuple[Arithmetic, ...] = ()


class Silent(Value):
    """The rule lacked its facts, and which."""

    reason: Words
    facts: Mapping[str, object] = {}


Outcome = Failed | Held | Silent


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: at most one `Held` or `Silent`, or as many `Failed` as there are faults."""

    code: str
    name: str
    level: Severity
    check: Callable[[Notice], Iterable[Outcome]]
    reads_issues: bool = False
    """It rests on the list of issues: silent without one, a note where the layout is in doubt."""
    published: bool = False
    """It rests on what only a published page has: silent in a draft."""


def say(words: Words, facts: Mapping[str, object], lang: Lang) -> str:
    """The sentence in `lang`, its bilingual facts said in `lang` too."""
    if not facts:
        return words.say(lang)
    told = {name: fact.say(lang) if isinstance(fact, Words) else fact for name, fact in facts.items()}
    return words.say(lang, **told)


def verdict(told: Iterable[Outcome], without: Silent) -> list[Outcome]:
    """Every failure; else one `Held` with all equations; else the first silence, or `without`."""
    failed: list[Outcome] = []
    held: list[Held] = []
    silent: list[Outcome] = []
    for one in told:
        if isinstance(one, Failed):
            failed.append(one)
        elif isinstance(one, Held):
            held.append(one)
        else:
            silent.append(one)
    if failed:
        return failed
    if held:
        return [Held(tuple(sum_ for one in held for sum_ in one.arithmetic)) if held[1:] else held[0]]
    return silent[:1] or [without]
