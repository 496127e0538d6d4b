"""Repair hypotheses: the smallest changes of figures that would make every equation true, never applied.

22 + 1 = 24, 24 = 23 listed: "the total should be 23" makes both true, and no other single change does.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from notice_cli.language import Lang, Words
from notice_cli.model import Arithmetic, FigureChange, Operand, Repair
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent

Judged = tuple[Rule, Outcome]
SUMS = frozenset(
    (
        "CNT001",
        "CNT002",
        "CNT003",
        "CNT005",
        "CNT008",
        "CNT011",
        "CNT012",
        "CNT013",
        "CNT016",
        "CNT019",
        "CNT021",
    )
)
"""Rules whose equations hold all at once."""
_WITH_PARTS = ("CNT002", "CNT008", "CNT011", "CNT016", "CNT021")
"""Sums from which a part may be missing."""
_MOST_CHANGES = 3
_MOST_TOLD = 3
_MOST_TRIED = 4000
_MOST_FAILED = 40
"""For more failed sums than these nobody reads repairs."""
_DECLARED = Words("“{text}”的 {old} 应为 {new}")
_AT_MOST = Words("“{text}”的 {old} 应不多于 {new}")
_AT_LEAST = Words("“{text}”的 {old} 应不少于 {new}")
_LISTED = Words("正文列出的 {old} 应为 {new}")
_TWICE = Words("问题{numbers}列了两次")
_LOST = Words("正文漏了问题{numbers}")
_PART = Words("漏列了一类，数为 {new}")
_STATUS = Words("有 {new} 个问题的结果写错了类")

Key = tuple[str, object]
"""What an equation speaks of: a declared figure, a number counted in the body, or a part left out."""


class _Equation(NamedTuple):
    left: tuple[Key, ...]
    at_most: bool
    right: Key
    code: str


@dataclass(frozen=True, slots=True)
class _System:
    """All equations, what their figures are, and where they stand."""

    equations: tuple[_Equation, ...]
    values: Mapping[Key, float]
    operands: Mapping[Key, Operand]


def find_repairs(judged: Sequence[Judged], lang: Lang) -> dict[int, tuple[Repair, ...]]:
    """Hypotheses for every failed sum, by the `id` of its outcome.

    All equations that hang together at once where three changes are enough, else the sum alone beside those
    that hold.
    """
    sums = [each for each in judged if each[0].code in SUMS and not isinstance(each[1], Silent)]
    failed = [one for _, one in sums if isinstance(one, Failed)]
    if not failed:
        return {}
    numbers = _numbers(judged)
    whole = _system(sums)
    told: dict[int, tuple[Repair, ...]] = {}
    for one in failed[:_MOST_FAILED]:
        joined = _joined(whole, one)
        ranked = _ranked(joined)
        if not ranked:
            joined = _joined(_system([each for each in sums if _is_beside(each, one)]), one)
        told[id(one)] = _told(joined, ranked or _ranked(joined), one.arithmetic, numbers, lang)
    return told


def _joined(system: _System, failed: Failed) -> _System:
    """Only the equations that hang together with those of the failure, by the figures that they share."""
    places = {(operand.text, operand.span) for one in failed.arithmetic for operand in one.operands}
    keys = {key for key, operand in system.operands.items() if (operand.text, operand.span) in places}
    near: set[_Equation] = set()
    left = set(system.equations)
    while hanging := {one for one in left if keys.intersection((*one.left, one.right))}:
        near |= hanging
        keys.update(key for one in hanging for key in (*one.left, one.right))
        left -= hanging
    return _System(tuple(one for one in system.equations if one in near), system.values, system.operands)


def _is_beside(judged: Judged, failed: Failed) -> bool:
    return judged[1] is failed or not isinstance(judged[1], Failed)


def _system(judged: Sequence[Judged]) -> _System:
    equations: dict[_Equation, None] = {}
    operands: dict[Key, Operand] = {}
    for rule, outcome in judged:
        for one in () if isinstance(outcome, Silent) else outcome.arithmetic:
            keys = tuple(_key(operand, rule.code) for operand in one.operands)
            if _is_usable(one, held=isinstance(outcome, Held)):
                operands.update(zip(keys, one.operands, strict=True))
                equations[_Equation(keys[:-1], one.operator == "<=", keys[-1], rule.code)] = None
    values = {key: float(operand.value) for key, operand in operands.items()}
    return _System(tuple(equations), values, operands)


def _is_usable(one: Arithmetic, *, held: bool) -> bool:
    """Numbers of one unit only; a vague figure that agrees as an interval need not do so as a number."""
    if len(one.operands) < 2 or any(isinstance(operand.value, str) for operand in one.operands):
        return False
    left, right = float(one.left), float(one.right)
    if abs(sum(float(operand.value) for operand in one.operands[:-1]) - left) > 1e-6:
        return False
    return not held or (left <= right if one.operator == "<=" else left == right)


def _key(operand: Operand, code: str) -> Key:
    if operand.count is not None:
        return "declared", operand.count
    if operand.span is not None:
        return "declared", (operand.span.start, operand.span.end)
    return "listed", (code, operand.text)


def _ranked(system: _System) -> list[dict[Key, float]]:
    """Every smallest set of changes: few changes before many, what is printed before what was counted."""
    found: dict[frozenset[tuple[Key, float]], dict[Key, float]] = {}
    for changes in _search(system):
        found.setdefault(frozenset(changes.items()), changes)
    order = sorted(
        found.values(), key=lambda one: (_cost(one), sum(key[0] != "declared" for key in one), _order(one))
    )
    least = _cost(order[0]) if order else 0
    return [one for one in order if _cost(one) == least]


def _cost(changes: Mapping[Key, float]) -> int:
    """How many slips of the pen; an issue under the wrong status changes two numbers."""
    return len(changes) - (1 if _is_wrong_status(changes) else 0)


def _is_wrong_status(changes: Mapping[Key, float]) -> bool:
    listed = [
        key for key in changes if key[0] == "listed" and isinstance(key[1], tuple) and key[1][0] == "CNT003"
    ]
    return len(listed) == 2


def _order(changes: Mapping[Key, float]) -> str:
    return repr(sorted(changes.items(), key=repr))


def _search(system: _System) -> Iterator[dict[Key, float]]:
    """Depth first: of the first equation that is false, each figure is set to what makes it true."""
    queue: list[dict[Key, float]] = [{}]
    tried = 0
    while queue and tried < _MOST_TRIED:
        changes = queue.pop(0)
        tried += 1
        false = next((one for one in system.equations if not _holds(system, one, changes)), None)
        if false is None:
            yield changes
        elif len(changes) < _MOST_CHANGES:
            queue.extend({**changes, key: value} for key, value in _fixes(system, false, changes))


def _value(system: _System, key: Key, changes: Mapping[Key, float]) -> float:
    return changes[key] if key in changes else system.values.get(key, 0.0)


def _gap(system: _System, one: _Equation, changes: Mapping[Key, float]) -> float:
    """What the left side lacks."""
    left = sum(_value(system, key, changes) for key in (*one.left, _missing(one)))
    return round(_value(system, one.right, changes) - left, 6)


def _missing(one: _Equation) -> Key:
    return "missing", (one.code, one.left)


def _holds(system: _System, one: _Equation, changes: Mapping[Key, float]) -> bool:
    gap = _gap(system, one, changes)
    return gap >= 0 if one.at_most else gap == 0


def _fixes(system: _System, one: _Equation, changes: Mapping[Key, float]) -> Iterator[tuple[Key, float]]:
    gap = _gap(system, one, changes)
    for key in one.left:
        if key not in changes and _value(system, key, changes) + gap >= 0:
            yield key, _value(system, key, changes) + gap
    if one.right not in changes and _value(system, one.right, changes) - gap >= 0:
        yield one.right, _value(system, one.right, changes) - gap
    if gap > 0 and one.code in _WITH_PARTS and len(one.left) > 1 and _missing(one) not in changes:
        yield _missing(one), gap


def _numbers(judged: Sequence[Judged]) -> dict[str, list[str]]:
    """Issue numbers that stand twice, and those that are missing."""
    facts = {"NUM002": "number", "NUM001": "missing"}
    told: dict[str, list[str]] = {}
    for rule, one in judged:
        if isinstance(one, Failed) and rule.code in facts:
            told.setdefault(rule.code, []).append(str(one.facts[facts[rule.code]]))
    return told


def _told(
    system: _System,
    ranked: list[dict[Key, float]],
    sums: Sequence[Arithmetic],
    numbers: Mapping[str, list[str]],
    lang: Lang,
) -> tuple[Repair, ...]:
    """The first three that touch one of these sums, in words."""
    touched = [one for one in ranked if _touches(system, one, sums)]
    joint = "；" if lang == "zh" else "; "
    return tuple(
        Repair(
            text=joint.join(dict.fromkeys(_sentence(system, key, changes, numbers, lang) for key in changes)),
            changes=tuple(
                _change(system, key, value) for key, value in changes.items() if key in system.operands
            ),
        )
        for changes in touched[:_MOST_TOLD]
    )


def _touches(system: _System, changes: Mapping[Key, float], sums: Sequence[Arithmetic]) -> bool:
    own = {(operand.text, operand.value) for one in sums for operand in one.operands}
    known = {(one.text, one.value) for key in changes if (one := system.operands.get(key)) is not None}
    return bool(own & known) or any(key[0] == "missing" for key in changes)


def _change(system: _System, key: Key, value: float) -> FigureChange:
    one = system.operands[key]
    return FigureChange(
        text=one.text,
        old=one.value if not isinstance(one.value, str) else 0,
        new=_plain(value),
        span=one.span,
        source_line=one.source_line,
        count=one.count,
    )


def _plain(value: float) -> int | float:
    return int(value) if value == int(value) else round(value, 6)


def _sentence(
    system: _System, key: Key, changes: Mapping[Key, float], numbers: Mapping[str, list[str]], lang: Lang
) -> str:
    new, old = _plain(changes[key]), _plain(system.values.get(key, 0.0))
    if key[0] == "missing":
        return _PART.say(lang, new=new)
    if key[0] == "declared":
        return _declared_words(system, key).say(lang, text=system.operands[key].text, old=old, new=new)
    if _is_wrong_status(changes):
        return _STATUS.say(lang, new=abs(new - old))
    named = numbers.get("NUM002" if new < old else "NUM001", [])
    if len(named) == abs(new - old):
        return (_TWICE if new < old else _LOST).say(lang, numbers="、".join(named))
    return _LISTED.say(lang, old=old, new=new)


def _declared_words(system: _System, key: Key) -> Words:
    """A bound where only inequalities speak of the figure."""
    own = [one for one in system.equations if key in (*one.left, one.right)]
    if any(not one.at_most for one in own):
        return _DECLARED
    return _AT_LEAST if own[0].right == key else _AT_MOST
