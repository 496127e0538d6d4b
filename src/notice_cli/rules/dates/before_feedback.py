"""DAT004 before-feedback：整改措施的日期一般在反馈之后。

查什么：措施里写明的日期早于反馈日期的，作提示：可能是立行立改、未巡先改，也可能是年份写错。
A measure's date is not before the feedback. A note only: what was put right at once may be meant so.

误：2023年10月30日反馈。问题1：台账不全。整改情况：一是2023年4月10日重建台账。
正：2023年10月30日反馈。问题1：台账不全。整改情况：一是2023年11月10日重建台账。

不判：没有反馈日期；措施没有带年份的日期。
Silent where the feedback's date is unknown, or no measure prints a date with its year.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.dating import is_after, parse_iso
from notice_cli.rules.evidence import quote
from notice_cli.rules.measure_dates import MeasureDate, dates_in_measures, is_plan
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words(
    "问题{issue}的措施写于 {date}，早于反馈日期 {feedback}；如系立行立改，可不改",
)
_NO_DATE = Words("反馈日期或措施日期不详")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every date with its year that a measure names as done."""
    feedback = notice.inspection.feedback_on
    known = dates_in_measures(notice) if parse_iso(feedback) else ()
    dates = [one for one in known if one.certain]
    early = [one for one in dates if is_after(feedback, one.value) and not is_plan(notice.text, one.date)]
    yield from verdict(
        [*(_fail(notice, one, feedback or "") for one in early), *(Held() for _ in dates[:1])],
        Silent(_NO_DATE),
    )


def _fail(notice: Notice, one: MeasureDate, feedback: str) -> Failed:
    facts = {"issue": one.issue.number, "date": one.value, "feedback": feedback}
    place = quote(notice, one.date.start, one.date.end)
    return Failed(_SENTENCE, facts, (place,), issue=one.issue.number)


RULE = Rule("DAT004", "before-feedback", "note", check, reads_issues=True)
