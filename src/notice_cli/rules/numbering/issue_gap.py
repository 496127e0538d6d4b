"""NUM001 issue-gap：问题编号应从1起连续，不应缺号。

查什么：贯穿全文的编号看全文，每个部分重新从1编起的看各部分。
Issue numbers run 1, 2, 3 … with none missing, through the notice or within each section.

误：问题1：学习不深入。问题3：台账不全。
正：问题1：学习不深入。问题2：台账不全。

不判：问题没有印编号；只有一个问题；注明只公开部分内容；列出的问题远少于申报。
Silent where issues bear no numbers, there is one only, and where a part only is printed or was read.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Issue, Notice
from notice_cli.rules.completeness import find_part, find_shortfall
from notice_cli.rules.evidence import quote_issue
from notice_cli.rules.numbers import Gap, Run, find_gaps, is_unread, parse_label, printed_runs, skeleton
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words(
    "问题编号缺 {missing}：{before}之后是 {after}",
)
_START = Words("问题编号从 {after} 开始，缺 {missing}")
_ONE = Words("只有一个问题")
_NO_NUMBERS = Words("问题没有印编号")


def check(notice: Notice) -> Iterator[Outcome]:
    """Each run of printed numbers, in ascending order, for gaps."""
    runs, part = printed_runs(notice), _unfit(notice)
    gaps = (one for run in runs for one in _gaps(notice, run))
    yield from [part] if part else verdict([*gaps, *(Held() for _ in runs)], Silent(_NO_NUMBERS))


def _unfit(notice: Notice) -> Silent | None:
    """Why the numbers need not run: one issue alone has no run, a part has gaps."""
    return Silent(_ONE) if len(notice.issues) < 2 else find_part(notice) or find_shortfall(notice)


def _gaps(notice: Notice, run: Run) -> Iterator[Failed]:
    for gap in find_gaps(run):
        if not is_unread(notice, gap) and not _are_sections(notice, gap.missing, gap.below):
            yield _fail(notice, gap)


def _are_sections(notice: Notice, missing: range, issue: Issue) -> bool:
    """Whether the missing numbers are those of sections that are numbered as the issue is."""
    style = skeleton(issue.label)
    numbers = {parse_label(one.label) for one in notice.sections if skeleton(one.label) == style}
    return len(missing) <= len(numbers) and all(number in numbers for number in missing)


def _fail(notice: Notice, gap: Gap) -> Failed:
    first, last = gap.missing[0], gap.missing[-1]
    missing = str(first) if first == last else f"{first}–{last}"
    shown = [one for one in (gap.above, gap.below) if one is not None]
    facts = {"missing": missing, "before": gap.before, "after": gap.after}
    evidence = tuple(quote_issue(notice, one) for one in shown)
    return Failed(_SENTENCE if gap.above else _START, facts, evidence, issue=gap.below.number)


RULE = Rule("NUM001", "issue-gap", "error", check, reads_issues=True)
