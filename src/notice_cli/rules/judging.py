"""All rules over one notice: findings, what passed, what could not be judged, what broke."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from notice_cli.language import Lang, Words
from notice_cli.model import (
    Broken,
    Finding,
    Metadata,
    NotApplicable,
    Notice,
    Passed,
    Repair,
    Report,
    Severity,
    Signature,
)
from notice_cli.rules.claims import judge_claims
from notice_cli.rules.fingerprints import fingerprints
from notice_cli.rules.repairs import Judged, find_repairs
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, say
from notice_cli.rules.table import RULES

LEAST_SCORE = 0.5
"""A layout that explains less of the body than this is in doubt."""
_NO_ISSUES = Silent(Words("没有读出逐条列出的问题"))
_DRAFT = Silent(Words("草稿不判，公开后再核"))
_LEDGER = Silent(Words("台账不判，公开的通报才有"))
_LEDGER_LAYOUT = "workbook"
_NOT_IN_LEDGERS = ("STR003",)
"""Rules about what only a notice has, beside those about what only a published page has."""
_DOUBT = Words("{message}（版式把握不大，也可能是读错了）")


def judge(
    notice: Notice,
    rules: Sequence[Rule] = RULES,
    lang: Lang = "zh",
    *,
    draft: bool = False,
    levels: Mapping[str, Severity] | None = None,
) -> Report:
    """What the rules find in a notice, what they passed, what they could not judge, and its claims.

    Args:
        notice: The notice; only its record is looked at.
        rules: Which rules, as `choose` gives them.
        lang: The language of messages and reasons.
        draft: A text before publication: what only a published page can have is not judged.
        levels: Levels of codes that differ from the rule's own; a note of doubt stays a note.
    """
    seen = _as_draft(notice) if draft else notice
    judged: list[Judged] = []
    broken: list[Broken] = []
    for rule in rules:
        try:
            judged += [(rule, outcome) for outcome in _outcomes(rule, seen, draft=draft)]
        except Exception as error:  # a plugin's rule may raise anything; the others finish
            broken.append(Broken(code=rule.code, error=f"{type(error).__name__}: {error}"[:300]))
    return _report(notice, judged, broken, lang, levels or {})


def _as_draft(notice: Notice) -> Notice:
    """The notice without what publication adds."""
    bare = Signature(issuer=notice.signature.issuer, evidence=notice.signature.evidence)
    return notice.model_copy(update={"metadata": Metadata(), "signature": bare})


def _outcomes(rule: Rule, notice: Notice, *, draft: bool) -> Iterable[Outcome]:
    """What a rule says, unless it lacks what it rests on."""
    if draft and rule.published:
        return (_DRAFT,)
    if notice.layout.name == _LEDGER_LAYOUT and (rule.published or rule.code in _NOT_IN_LEDGERS):
        return (_LEDGER,)
    if rule.reads_issues and not notice.issues:
        return (_NO_ISSUES,)
    return rule.check(notice)


def _report(
    notice: Notice, judged: list[Judged], broken: list[Broken], lang: Lang, levels: Mapping[str, Severity]
) -> Report:
    passed: list[Passed] = []
    silent: list[NotApplicable] = []
    failed: list[tuple[Rule, Failed]] = []
    for rule, one in judged:
        if isinstance(one, Held):
            passed.append(_passed(rule.code, one))
        elif isinstance(one, Silent):
            silent.append(_not_judged(rule.code, one, lang))
        elif isinstance(one, Failed):
            failed.append((rule, one))
    findings = tuple(_findings(notice, failed, find_repairs(judged, lang) if failed else {}, lang, levels))
    return Report(
        source=notice.source,
        uri=notice.source.uri,
        title=notice.title,
        findings=findings,
        passed=tuple(passed),
        not_applicable=tuple(silent),
        claims=judge_claims(len(notice.counts), findings, passed),
        broken=tuple(broken),
    )


def _passed(code: str, held: Held) -> Passed:
    return Passed(code=code, arithmetic=held.arithmetic) if held.arithmetic else _bare_pass(code)


@lru_cache(maxsize=256)
def _bare_pass(code: str) -> Passed:
    """A pass without any equation is the same for every notice."""
    return Passed(code=code)


def _not_judged(code: str, silent: Silent, lang: Lang) -> NotApplicable:
    reason = say(silent.reason, silent.facts, lang)
    return NotApplicable(code=code, reason=reason) if silent.facts else _bare_silence(code, reason)


@lru_cache(maxsize=256)
def _bare_silence(code: str, reason: str) -> NotApplicable:
    """A reason that names nothing of the notice is the same for every one."""
    return NotApplicable(code=code, reason=reason)


def _findings(
    notice: Notice,
    failed: list[tuple[Rule, Failed]],
    repairs: Mapping[int, tuple[Repair, ...]],
    lang: Lang,
    levels: Mapping[str, Severity],
) -> Iterator[Finding]:
    chinese = [say(one.words, one.facts, "zh") for _, one in failed]
    names = fingerprints(failed, chinese)
    for (rule, one), sentence, name in zip(failed, chinese, names, strict=True):
        told = sentence if lang == "zh" else say(one.words, one.facts, lang)
        message, level = _spoken(rule, one, notice, told, lang, levels)
        yield Finding(
            code=rule.code,
            name=rule.name,
            level=level,
            message=message,
            arithmetic=one.arithmetic,
            evidence=one.evidence,
            issue=one.issue,
            suggestion=one.suggestion,
            repairs=repairs.get(id(one), ()),
            fingerprint=name,
        )


def _spoken(
    rule: Rule, failed: Failed, notice: Notice, message: str, lang: Lang, levels: Mapping[str, Severity]
) -> tuple[str, Severity]:
    """The message and the level; doubt about our own reading makes a note of it that says so."""
    if rule.reads_issues and notice.layout.score < LEAST_SCORE:
        return _DOUBT.say(lang, message=message), "note"
    return message, failed.level or levels.get(rule.code, rule.level)
