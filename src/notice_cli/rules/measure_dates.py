"""The dates in measures, and which of them are no more than deadlines, plans and titles of documents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from notice_cli.model import Issue, Notice
from notice_cli.rules.dating import PlacedDate, dates_of, is_after, parse_iso
from notice_cli.rules.memo import once
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_DEADLINE = lazy_pattern(
    r"\s{0,2}(?:[底末初]|[上中下]旬)?\s{0,2}(?:之前|以前|前|以后|之后|起|开始|到期|届满|至|到|[-—–~～])"
)
"""What after a date makes it a limit, or the end of a span of time."""
_DOCUMENT = lazy_pattern(r"\s{0,2}(?:度|版|号|工作要点|工作计划|计划|预算|方案|及以后)")
_PLAN = lazy_pattern(
    r"(?:计划|拟|预计|力争|争取|将(?!.{0,4}于?$)|将于|确保|定于|拟于|届时|下一步|有效期|到期|(?<!截)至|期限|约定|延期|限期|规定)"
    r"[^，,。；;\n]{0,10}$"
)
"""What before a date makes it a plan."""


_STUDIED = lazy_pattern(r"[^，,。；;\n]{0,60}(?:讲话|指示|批示|论述|(?:会议|全会|文件)精神)")
"""What after a date makes it that of a speech or a paper that was studied."""


class MeasureDate(Value):
    """A date in a measure of `issue`; `value` is ISO 8601, `certain` where its year was printed."""

    issue: Issue
    date: PlacedDate
    value: str
    certain: bool


@once
def dates_in_measures(notice: Notice) -> tuple[MeasureDate, ...]:
    """Every date with a month in a measure; a year not printed is taken so that it fits the publication."""
    return tuple(_dates(notice, published_on(notice) or ""))


def _dates(notice: Notice, published: str) -> Iterator[MeasureDate]:
    dates = dates_of(notice.text)
    starts = [one.start for one in dates]
    for issue in notice.issues:
        for measure in issue.measures:
            at = bisect_left(starts, measure.span.start)
            while at < len(dates) and dates[at].start < measure.span.end:
                date = dates[at]
                certain = _prints_year(notice.text, date)
                value = _value(notice, date, published, certain=certain)
                if value is not None:
                    yield MeasureDate(issue, date, value, certain)
                at += 1


def published_on(notice: Notice) -> str | None:
    """The latest of the dates that the notice came out on."""
    known = [
        value
        for value in (
            notice.metadata.published_on,
            notice.metadata.issued_on,
            notice.signature.signed_on,
        )
        if value is not None and parse_iso(value)
    ]
    return max(known, default=None)


def _prints_year(text: str, date: PlacedDate) -> bool:
    """Whether the year stands in the date itself: 2024年1月5日, 2024-01-05, not 1月5日 or 同年1月."""
    month = text.find("月", date.start, date.end)
    return not date.found.inherited and (month if month >= 0 else date.end) - date.start > 4


def _value(notice: Notice, date: PlacedDate, published: str, *, certain: bool) -> str | None:
    """The date with its month; one without a year gets the year in which it fits best."""
    if date.found.state != "good":
        return None
    value = date.found.value
    if value is not None and certain:
        return value if len(value) > 4 else None
    return _nearest(notice, notice.text[date.start : date.end], published)


_MONTH_DAY = lazy_pattern(r"(\d{1,2})\s{0,2}月(?:\s{0,2}(\d{1,2})\s{0,2}[日号])?")


def _nearest(notice: Notice, printed: str, published: str) -> str | None:
    """9月20日 in the year of publication, or in the year before if only that lies within the inspection."""
    match = _MONTH_DAY.search(printed)
    year = parse_iso(published)
    if match is None or year is None:
        return None
    tail = "-".join(f"{int(part):02d}" for part in match.groups() if part)
    own, earlier = f"{year[0]}-{tail}", f"{year[0] - 1}-{tail}"
    since = notice.inspection.started_on or notice.inspection.feedback_on
    if is_after(own, published) and (since is None or not is_after(since, earlier)):
        return earlier
    return own


def is_plan(text: str, date: PlacedDate) -> bool:
    """Whether the date is a limit, a plan, that of a speech, or stands in the title of a document."""
    if _DEADLINE.match(text, date.end) or _DOCUMENT.match(text, date.end) or _STUDIED.match(text, date.end):
        return True
    before = text[max(date.block, date.start - 20) : date.start]
    return _PLAN.search(before) is not None or _in_title(text, date)


def _in_title(text: str, date: PlacedDate) -> bool:
    low = max(date.block, date.start - 120)
    return text.rfind("《", low, date.start) > text.rfind("》", low, date.start)
