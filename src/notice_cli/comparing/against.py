"""A published notice against the bureau's own ledger: what stands on one side only, what differs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from notice_cli.comparing.against_words import DECLARES, DIFFERENCES, ELSEWHERE, LISTS, PARTIAL, ROW
from notice_cli.comparing.pairing import Pair, pair_issues
from notice_cli.comparing.wording import find_figure_changes
from notice_cli.language import Lang, Words
from notice_cli.model import (
    Arithmetic,
    Count,
    Evidence,
    Finding,
    Issue,
    Manual,
    NotApplicable,
    Notice,
    Operand,
    Passed,
    Quote,
    Severity,
    Span,
    What,
)
from notice_cli.model.ledger import KINDS, STATUSES
from notice_cli.text.amounts import bounds
from notice_cli.text.likeness import character_pairs

_SAID = 60
SAME, DOUBT = 0.5, 0.2
"""Shares of letters from which on two issues are the same, or may be."""
_NEVER = ("other", "meetings")
"""Figures that are of different things on the two sides."""


class Found(NamedTuple):
    """A difference: what its sentence names, where it stands, the figures compared."""

    code: str
    facts: Mapping[str, object]
    evidence: tuple[Quote, ...]
    issue: int | None = None
    arithmetic: tuple[Arithmetic, ...] = ()


class Outcome(NamedTuple):
    """What came of it: the findings, what agreed, what could not be compared."""

    findings: tuple[Finding, ...]
    passed: tuple[Passed, ...]
    not_applicable: tuple[NotApplicable, ...]


def hold_against(notice: Notice, ledger: Notice, lang: Lang, *, partial: bool = False) -> Outcome:
    """Hold a notice against a ledger.

    Args:
        notice: What was published.
        ledger: What the bureau keeps, read as a notice.
        lang: The language of the messages.
        partial: Whether the notice says that it prints a part only.
    """
    judged = _compare(notice, ledger)
    findings = [_finding(one, lang, partial=partial) for found in judged.values() for one in found or ()]
    passed = tuple(Passed(code=code) for code, found in judged.items() if found == [])
    silent = tuple(
        NotApplicable(code=code, reason=DIFFERENCES[code].silent.say(lang))
        for code, found in judged.items()
        if found is None
    )
    return Outcome(tuple(findings), passed, silent)


def read_manuals() -> list[Manual]:
    """The manual pages of these differences."""
    return [
        Manual(
            code=code,
            name=one.name,
            level=one.level,
            summary=f"{one.summary}。",
            checks=one.checks.zh,
            checks_en=one.checks.en,
            wrong=(one.wrong,),
            right=(one.right,),
            silent=f"{one.silent.zh}。",
            silent_en=f"Silent where {one.silent.en}.",
        )
        for code, one in DIFFERENCES.items()
    ]


_Told = list[Found] | None
"""The differences; None where there was nothing to compare."""
_Pair = tuple[Issue, Issue]
"""An issue of the notice and the same one of the ledger."""


def _compare(notice: Notice, ledger: Notice) -> dict[str, _Told]:
    """The differences by their code."""
    told: dict[str, _Told] = dict.fromkeys(DIFFERENCES)
    told["LED004"] = _compare_figures(notice, ledger)
    return told | _compare_issues(notice, ledger) if notice.issues else told


def _compare_issues(notice: Notice, ledger: Notice) -> dict[str, _Told]:
    pairs = pair_issues(notice.issues, ledger.issues)
    shares = [_shared(notice, ledger, pair) for pair in pairs]
    met = {pair.old for pair, share in zip(pairs, shares, strict=True) if share >= DOUBT}
    met_there = {pair.new for pair, share in zip(pairs, shares, strict=True) if share >= DOUBT}
    sure: list[_Pair] = []
    doubtful: list[_Pair] = []
    for pair, share in zip(pairs, shares, strict=True):
        if share >= DOUBT:
            both = notice.issues[pair.old], ledger.issues[pair.new]
            (sure if pair.sure and share >= SAME else doubtful).append(both)
    return {
        "LED001": [_only_here(notice, one) for at, one in enumerate(notice.issues) if at not in met],
        "LED002": [_only_there(one) for at, one in enumerate(ledger.issues) if at not in met_there],
        "LED003": _each(notice, sure, _compare_status),
        "LED005": _each(notice, sure, _compare_words),
        "LED006": _each(notice, sure, _compare_measures),
        "LED007": [_in_doubt(notice, *both) for both in doubtful] if met else None,
    }


def _shared(notice: Notice, ledger: Notice, pair: Pair) -> float:
    """The share of the shorter text's letters, two by two, that the other one has too.

    Two years report one matter in other words; a notice and the ledger that it comes from hardly do.
    """
    here, there = character_pairs(notice.issues[pair.old].text), character_pairs(ledger.issues[pair.new].text)
    shorter = min(len(here), len(there))
    return len(here & there) / shorter if shorter else 1.0


def _each(notice: Notice, pairs: Sequence[_Pair], compare: Callable[[Notice, Issue, Issue], _Told]) -> _Told:
    """What comes of every pair; None where no pair could be compared."""
    told = [compare(notice, here, there) for here, there in pairs]
    compared = [one for one in told if one is not None]
    return [found for one in compared for found in one] if compared else None


def _only_here(notice: Notice, issue: Issue) -> Found:
    return Found("LED001", {"number": issue.number}, (_quote(notice, issue),), issue.number)


def _only_there(issue: Issue) -> Found:
    text = issue.text if len(issue.text) <= _SAID else f"{issue.text[:_SAID]}…"
    facts = {"number": issue.number, "place": _place(issue), "text": text}
    return Found("LED002", facts, (Quote(text=issue.text[:_SAID]),))


def _compare_status(notice: Notice, here: Issue, there: Issue) -> _Told:
    if here.status is None or there.status is None:
        return None
    if here.status == there.status:
        return []
    facts = {
        "number": here.number,
        "place": _place(there),
        "here": here.status_text or STATUSES[here.status],
        "there": there.status_text or STATUSES[there.status],
    }
    status = _quote_evidence(notice, here.evidence.get("status"))
    return [Found("LED003", facts, (_quote(notice, here), *status), here.number)]


def _compare_words(notice: Notice, here: Issue, there: Issue) -> _Told:
    """Figures of one unit that the two write differently."""
    moved = [one for one in find_figure_changes(there.text, here.text) if one.old and one.new]
    if not moved:
        return []
    facts = {
        "number": here.number,
        "place": _place(there),
        "here": "、".join(str(one.new) for one in moved),
        "there": "、".join(str(one.old) for one in moved),
    }
    return [Found("LED005", facts, (_quote(notice, here),), here.number)]


def _compare_measures(notice: Notice, here: Issue, there: Issue) -> _Told:
    if not here.measures or not there.measures:
        return None
    if len(here.measures) == len(there.measures):
        return []
    facts = {"number": here.number, "place": _place(there), "here": len(here.measures)}
    facts["there"] = len(there.measures)
    return [Found("LED006", facts, (_quote(notice, here),), here.number)]


def _in_doubt(notice: Notice, here: Issue, there: Issue) -> Found:
    facts = {"number": here.number, "other": there.number, "place": _place(there)}
    return Found("LED007", facts, (_quote(notice, here), Quote(text=there.text[:_SAID])), here.number)


def _compare_figures(notice: Notice, ledger: Notice) -> _Told:
    """Every declared figure of the notice that the ledger declares too, or whose issues it lists."""
    declared = [(at, one) for at, one in enumerate(notice.counts) if _is_compared(one)]
    told = [found for at, one in declared if (found := _compare_figure(at, one, ledger)) is not None]
    return [one for found in told for one in found] if told else None


def _is_compared(count: Count) -> bool:
    return count.scope == "notice" and count.what not in _NEVER


def _compare_figure(at: int, count: Count, ledger: Notice) -> _Told:
    """A figure against those of its kind; one that agrees is enough, as the ledger may state it twice."""
    kind = (count.what, count.unit)
    theirs = [one for one in ledger.counts if _is_compared(one) and (one.what, one.unit) == kind]
    listed = None if theirs else _listed(count.what, ledger)
    others = [(one.value, one.text, _interval(one)) for one in theirs]
    if listed is not None:
        others = [(listed, str(listed), (listed, listed))]
    if not others:
        return None
    low, high = _interval(count)
    if any(low <= most and least <= high for _, _, (least, most) in others):
        return []
    value, text, _ = others[0]
    how = DECLARES if theirs else LISTS
    facts = {"name": KINDS[count.what], "here": count.value, "there": value, "how": how}
    evidence = (Quote(text=count.text, span=count.span, source_line=count.source_line),)
    return [Found("LED004", facts, evidence, None, (_equation(at, count, value, text),))]


def _equation(at: int, count: Count, value: float, text: str) -> Arithmetic:
    """The notice's figure against that of the ledger."""
    line = count.source_line
    own = Operand(value=count.value, text=count.text, span=count.span, source_line=line, count=at)
    return Arithmetic(
        expression=str(count.value),
        left=count.value,
        operator="=",
        right=value,
        operands=(own, Operand(value=value, text=text)),
    )


def _interval(count: Count) -> tuple[float, float]:
    return bounds(count.text, count.value) if count.approximate else (count.value, count.value)


def _listed(what: What, ledger: Notice) -> int | None:
    """How many issues of a kind the ledger lists; None where it cannot be told."""
    if what == "issues":
        return len(ledger.issues)
    status = what.removeprefix("issues_")
    if status not in STATUSES or any(issue.status is None for issue in ledger.issues):
        return None
    return sum(issue.status == status for issue in ledger.issues)


def _quote(notice: Notice, issue: Issue) -> Quote:
    """An issue's first line, at most 60 characters of it."""
    start, end = issue.span.start, issue.span.end
    stop = notice.text.find("\n", start, end)
    end = min(end if stop < 0 else stop, start + _SAID)
    return Quote(
        text=notice.text[start:end], span=Span(start=start, end=end), source_line=notice.source_line(start)
    )


def _quote_evidence(notice: Notice, evidence: Evidence | None) -> tuple[Quote, ...]:
    """The words that a value was read from, as far as they stand in the body."""
    if evidence is None or evidence.span is None:
        return ()
    words = notice.text[evidence.span.start : evidence.span.end]
    return (Quote(text=words, span=evidence.span, source_line=evidence.source_line),)


def _place(issue: Issue) -> Words:
    """The row of the ledger that an issue stands in."""
    if issue.source_line is None:
        return ELSEWHERE
    return Words(*(words.format(row=issue.source_line) for words in ROW))


def _finding(found: Found, lang: Lang, *, partial: bool) -> Finding:
    kind = DIFFERENCES[found.code]
    level: Severity = kind.level
    message = _say(found, lang)
    if partial and found.code == "LED002":
        message, level = PARTIAL.say(lang, message=message), "note"
    return Finding(
        code=found.code,
        name=kind.name,
        level=level,
        message=message,
        arithmetic=found.arithmetic,
        evidence=found.evidence,
        issue=found.issue,
        fingerprint=_fingerprint(found),
    )


def _say(found: Found, lang: Lang) -> str:
    facts = {name: fact.say(lang) if isinstance(fact, Words) else fact for name, fact in found.facts.items()}
    return DIFFERENCES[found.code].words.say(lang, **facts)


def _fingerprint(found: Found) -> str:
    """The same for the same words, in whatever language, and wherever in the ledger the row stands."""
    facts = {name: fact for name, fact in found.facts.items() if name != "place"}
    words = [
        found.code,
        *(f"{name}={fact}" for name, fact in facts.items()),
        *(q.text for q in found.evidence),
    ]
    return hashlib.sha256("\0".join(words).encode("utf-8", "replace")).hexdigest()[:16]
