"""Rules over a notice: the table of them, and the report that they make together."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.errors import UsageError
from notice_cli.language import Lang, Words
from notice_cli.model import Claim, Finding, NotApplicable, Notice, Passed, Report
from notice_cli.rules.counts import (
    issue_refs,
    issues_parts,
    issues_status,
    issues_total,
    measures_completed,
    measures_listed,
    regulations_named,
    restated,
)
from notice_cli.rules.dates import (
    after_publication,
    before_feedback,
    date_order,
    garbled_date,
    impossible_date,
    signed_on,
)
from notice_cli.rules.metadata import issuer_mismatch, title_mismatch
from notice_cli.rules.numbering import issue_duplicate, issue_gap, measure_order, number_style
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, say
from notice_cli.rules.structure import no_contact, no_measures, no_signature, no_status
from notice_cli.rules.text import lost_characters, unbalanced, unfinished

__all__ = ["RULES", "Rule", "choose", "judge"]

RULES: tuple[Rule, ...] = (
    issues_total.RULE,
    issues_parts.RULE,
    issues_status.RULE,
    issue_refs.RULE,
    measures_completed.RULE,
    measures_listed.RULE,
    regulations_named.RULE,
    restated.RULE,
    issue_gap.RULE,
    issue_duplicate.RULE,
    measure_order.RULE,
    number_style.RULE,
    impossible_date.RULE,
    garbled_date.RULE,
    date_order.RULE,
    before_feedback.RULE,
    after_publication.RULE,
    signed_on.RULE,
    title_mismatch.RULE,
    issuer_mismatch.RULE,
    no_status.RULE,
    no_measures.RULE,
    no_contact.RULE,
    no_signature.RULE,
    lost_characters.RULE,
    unbalanced.RULE,
    unfinished.RULE,
)
"""Every rule, in the order of the codes within a family."""

LEAST_SCORE = 0.5
"""A layout that explains less of the body than this is in doubt."""
_NO_ISSUES = Silent(Words("没有读出逐条列出的问题", "no list of issues was read"))
_DOUBT = Words(
    "{message}（版式把握不大，也可能是读错了）", "{message} (the layout is in doubt: this may be our reading)"
)


def judge(notice: Notice, rules: Sequence[Rule] = RULES, lang: Lang = "zh") -> Report:
    """What the rules find in a notice, what they passed, what they could not judge, and its claims.

    Args:
        notice: The notice; only its record is looked at.
        rules: Which rules, as `choose` gives them.
        lang: The language of messages and reasons.
    """
    findings: list[Finding] = []
    passed: list[Passed] = []
    silent: list[NotApplicable] = []
    for rule in rules:
        for outcome in _outcomes(rule, notice):
            match outcome:
                case Failed():
                    findings.append(_finding(rule, outcome, notice, lang))
                case Held(arithmetic):
                    passed.append(Passed(code=rule.code, arithmetic=arithmetic))
                case Silent(reason, facts):
                    silent.append(NotApplicable(code=rule.code, reason=say(reason, facts, lang)))
    return Report(
        source=notice.source,
        uri=notice.source.uri,
        title=notice.title,
        findings=tuple(findings),
        passed=tuple(passed),
        not_applicable=tuple(silent),
        claims=_claims(len(notice.counts), findings, passed),
    )


def choose(select: Sequence[str] = (), ignore: Sequence[str] = ()) -> tuple[Rule, ...]:
    """The rules whose codes begin with one of `select` (all, if it is empty) and with none of `ignore`.

    Raises:
        UsageError: A prefix that no code begins with; the sentence names the nearest code.
    """
    wanted, unwanted = (tuple(_known(prefix) for prefix in given) for given in (select, ignore))
    return tuple(
        rule
        for rule in RULES
        if (not wanted or rule.code.startswith(wanted)) and not rule.code.startswith(unwanted)
    )


def _known(prefix: str) -> str:
    """The prefix in capitals, if a code begins with it."""
    wanted = prefix.strip().upper()
    if wanted and any(rule.code.startswith(wanted) for rule in RULES):
        return wanted
    from difflib import get_close_matches

    codes = [rule.code for rule in RULES]
    near = get_close_matches(wanted, [*codes, *dict.fromkeys(code[:3] for code in codes)], 1, 0.0)
    raise UsageError("unknown_rule", prefix, nearest=near[0] if near else codes[0])


def _outcomes(rule: Rule, notice: Notice) -> Sequence[Outcome]:
    """What a rule says, unless it rests on issues and there are none."""
    if rule.reads_issues and not notice.issues:
        return (_NO_ISSUES,)
    return tuple(rule.check(notice))


def _finding(rule: Rule, failed: Failed, notice: Notice, lang: Lang) -> Finding:
    message, level = say(failed.words, failed.facts, lang), failed.level or rule.level
    if rule.reads_issues and notice.layout.score < LEAST_SCORE:
        message, level = _DOUBT.say(lang, message=message), "note"
    return Finding(
        code=rule.code,
        name=rule.name,
        level=level,
        message=message,
        arithmetic=failed.arithmetic,
        evidence=failed.evidence,
        issue=failed.issue,
        suggestion=failed.suggestion,
    )


def _claims(size: int, findings: Sequence[Finding], passed: Sequence[Passed]) -> tuple[Claim, ...]:
    """Each declared figure: contradicted where a finding rests on it, verified where a passed sum does."""
    against = _codes_by_count([one for one in findings if one.level != "note"])
    backing = _codes_by_count(passed)
    return tuple(
        Claim(count=index, state="contradicted", codes=against[index])
        if index in against
        else Claim(count=index, state="verified", codes=backing[index])
        if index in backing
        else Claim(count=index, state="unverified")
        for index in range(size)
    )


def _codes_by_count(results: Sequence[Finding] | Sequence[Passed]) -> dict[int, tuple[str, ...]]:
    codes: dict[int, tuple[str, ...]] = {}
    for result in results:
        for operand in (one for each in result.arithmetic for one in each.operands):
            if operand.count is not None and result.code not in codes.get(operand.count, ()):
                codes[operand.count] = (*codes.get(operand.count, ()), result.code)
    return codes
