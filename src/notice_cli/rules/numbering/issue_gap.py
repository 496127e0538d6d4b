"""NUM001 issue-gap：问题编号应从1起连续，不应缺号。

查什么：贯穿全文的编号看全文，每个部分重新从1编起的看各部分。
Issue numbers run 1, 2, 3 … with none missing, through the notice or within each section.

误：问题1：学习不深入。问题3：台账不全。
正：问题1：学习不深入。问题2：台账不全。

不判：问题没有印编号；注明只公开部分内容。
Silent where issues bear no numbers, and where the notice says that it prints a part only.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Issue, Notice
from notice_cli.rules.completeness import find_part
from notice_cli.rules.evidence import quote_issue
from notice_cli.rules.numbers import Run, parse_label, printed_runs, skeleton
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words(
    "问题编号缺 {missing}：{before}之后是 {after}",
    "issue number {missing} is missing: {after} follows {before}",
)
_START = Words(
    "问题编号从 {after} 开始，缺 {missing}", "issue numbers start at {after}: {missing} is missing"
)
_NO_NUMBERS = Words("问题没有印编号", "issues bear no numbers")


def check(notice: Notice) -> Iterator[Outcome]:
    """Each run of printed numbers, in ascending order, for gaps."""
    runs, part = printed_runs(notice), find_part(notice)
    gaps = (one for run in runs for one in _gaps(notice, run))
    yield from [part] if part else verdict([*gaps, *(Held() for _ in runs)], Silent(_NO_NUMBERS))


def _gaps(notice: Notice, run: Run) -> Iterator[Failed]:
    before: tuple[int, Issue | None] = (0, None)
    for value, issue in sorted(run, key=lambda pair: pair[0]):
        if value > before[0] + 1 and not _are_sections(notice, range(before[0] + 1, value), issue):
            yield _gap(notice, before, value, issue)
        before = (value, issue)


def _are_sections(notice: Notice, missing: range, issue: Issue) -> bool:
    """Whether the missing numbers are those of sections that are numbered as the issue is."""
    style = skeleton(issue.label)
    numbers = {parse_label(one.label) for one in notice.sections if skeleton(one.label) == style}
    return len(missing) <= len(numbers) and all(number in numbers for number in missing)


def _gap(notice: Notice, before: tuple[int, Issue | None], after: int, issue: Issue) -> Failed:
    first, last = before[0] + 1, after - 1
    missing = str(first) if first == last else f"{first}–{last}"
    shown = [one for one in (before[1], issue) if one is not None]
    facts = {"missing": missing, "before": before[0], "after": after}
    evidence = tuple(quote_issue(notice, one) for one in shown)
    return Failed(_SENTENCE if before[1] else _START, facts, evidence, issue=issue.number)


RULE = Rule("NUM001", "issue-gap", "error", check, reads_issues=True)
