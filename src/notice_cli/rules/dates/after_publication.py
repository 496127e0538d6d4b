"""DAT005 after-publication：已做的事，日期不应晚于公布日期。

查什么：措施里写明的日期晚于发布（成文、落款）日期的，要么日期错了，要么还没有做。
期限、计划（年底前、拟于、预计）和《文件名》里的日期不看。
A measure's date is not after the publication. Deadlines, plans and titles of documents are not looked at.

误：问题1：台账不全。整改情况：一是2024年11月10日重建台账。2024年10月22日
正：问题1：台账不全。整改情况：一是2024年9月10日重建台账。2024年10月22日

不判：公布日期不详；措施没有日期。没印年份的日期，按去年、今年都说不通才报，只作警告。
Silent where the publication's date is unknown. A date without its year is a warning, and only
where no year fits.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice, Severity
from notice_cli.rules.dating import is_after
from notice_cli.rules.evidence import quote
from notice_cli.rules.measure_dates import MeasureDate, dates_in_measures, is_plan, published_on
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words(
    "问题{issue}的措施写于 {date}，晚于公布日期 {published}",
)
_NO_DATE = Words("公布日期或措施日期不详")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every date that a measure names as done."""
    published = published_on(notice)
    dates = dates_in_measures(notice) if published else ()
    late = [one for one in dates if is_after(one.value, published) and not is_plan(notice.text, one.date)]
    yield from verdict(
        [*(_fail(notice, one, published or "") for one in late), *(Held() for _ in dates[:1])],
        Silent(_NO_DATE),
    )


def _fail(notice: Notice, one: MeasureDate, published: str) -> Failed:
    facts = {"issue": one.issue.number, "date": one.value, "published": published}
    place = quote(notice, one.date.start, one.date.end)
    level: Severity | None = None if one.certain else "warning"
    return Failed(_SENTENCE, facts, (place,), issue=one.issue.number, level=level)


RULE = Rule("DAT005", "after-publication", "error", check, reads_issues=True, published=True)
