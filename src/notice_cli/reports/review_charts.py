"""The charts of the review page as plain geometry: the template writes the SVG, the words stand beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from notice_cli.language import Lang
from notice_cli.model import Issue, Notice
from notice_cli.reports.parse_table import STATUS_WORDS
from notice_cli.reports.review_model import DatedMeasure
from notice_cli.reports.review_words import WORDS

WIDTH = 1000
"""Units of the width of the bar of statuses and of the measures' bars."""
_SPAN = 640
"""Units of the timeline's width, whose words must stay readable."""
_BARS = 120
"""Units of the height of the measures' bars."""
_DAY = 10
"""Units that a dated measure takes in the timeline, where there is room."""
_TOWER = 80
"""Units of the highest pile of dated measures."""
_MOST_TICKS = 6
_LAST_TICK = 0.95
"""Share of the width behind which the words of a tick have no room."""


class Share(NamedTuple):
    """A part of the bar of statuses; `status` is empty for issues whose status is not stated."""

    status: str
    words: str
    number: int
    x: float
    width: float


class Bar(NamedTuple):
    """The measures of one issue."""

    issue: int
    told: str
    status: str
    x: float
    width: float
    y: float
    height: float


class Dot(NamedTuple):
    """A dated measure; `at` is its position among all."""

    at: int
    told: str
    x: float
    y: float
    size: float
    month_only: bool


class Tick(NamedTuple):
    """A month under the timeline."""

    x: float
    shown: str


class Chart(NamedTuple):
    """A chart with its text equivalent."""

    name: str
    title: str
    text: str
    shapes: tuple[Share | Bar | Dot, ...]
    ticks: tuple[Tick, ...] = ()
    rows: tuple[tuple[str, str, str], ...] = ()
    """The text equivalent item by item: words, value, and the id to go to."""
    ends: tuple[str, str] = ("", "")
    most: int = 0


def read_charts(notice: Notice, dated: Sequence[DatedMeasure], lang: Lang) -> list[Chart]:
    """The charts that the notice has facts for."""
    if not notice.issues:
        return []
    charts = [status_chart(notice.issues, lang)]
    if any(issue.measures for issue in notice.issues):
        charts.append(_measures_chart(notice.issues, lang))
    return [*charts, *_time_chart(notice, dated, lang)]


def status_chart(issues: Sequence[Issue], lang: Lang) -> Chart:
    """The issues by status as one bar."""
    shares = tuple(find_shares(issues, lang))
    text = WORDS["chart_status_text"].say(lang, all=len(issues))
    return Chart("status", WORDS["chart_status"].say(lang), text, shares)


def find_shares(issues: Sequence[Issue], lang: Lang) -> Iterator[Share]:
    """The part that each status has, in the order of the statuses, then those not stated."""
    counted = Counter[str](issue.status or "" for issue in issues)
    x = 0.0
    for status in (*STATUS_WORDS, ""):
        if counted[status]:
            width = round(WIDTH * counted[status] / len(issues), 2)
            words = STATUS_WORDS[status] if status else WORDS["not_stated"]
            yield Share(status or "unstated", words.say(lang), counted[status], round(x, 2), width)
            x += width


def _measures_chart(issues: Sequence[Issue], lang: Lang) -> Chart:
    counts = [len(issue.measures) for issue in issues]
    most = max(counts)
    step = WIDTH / len(issues)
    bars = tuple(
        Bar(at, _bar_words(issue, lang), issue.status or "unstated", round(at * step + step * 0.1, 2),
            round(step * 0.8, 2), round(_BARS * (1 - count / most), 2), round(_BARS * count / most, 2))
        for at, (issue, count) in enumerate(zip(issues, counts, strict=True))
    )  # fmt: skip
    which = WORDS["issue_number"].say(lang, number=issues[counts.index(most)].number)
    mean = round(sum(counts) / len(counts), 1)
    text = WORDS["chart_measures_text"].say(
        lang, all=sum(counts), mean=mean, most=most, which=which, least=min(counts)
    )
    rows = tuple(
        (WORDS["issue_number"].say(lang, number=issue.number), str(count), f"issue-{at}")
        for at, (issue, count) in enumerate(zip(issues, counts, strict=True))
    )
    return Chart("measures", WORDS["chart_measures"].say(lang), text, bars, rows=rows, most=most)


def _bar_words(issue: Issue, lang: Lang) -> str:
    number = WORDS["issue_number"].say(lang, number=issue.number)
    return f"{number}: {len(issue.measures)} {WORDS['measures'].say(lang)}"


def _time_chart(notice: Notice, dated: Sequence[DatedMeasure], lang: Lang) -> Iterator[Chart]:
    """Dated measures between feedback and publication; what lies outside is told in words."""
    days = [day for one in dated if (day := _day(one.value)) is not None]
    if not days:
        return
    first, last = _window(notice, days)
    inside = [
        (at, one, day) for at, one in enumerate(dated) if (day := _day(one.value)) and first <= day <= last
    ]
    text = ("" if lang == "zh" else " ").join(_time_words(notice, dated, days, (first, last), lang))
    feedback, (kind, published) = notice.inspection.feedback_on, came_out(notice)
    ends = (
        WORDS["chart_time_feedback"].say(lang, day=feedback) if feedback else first.isoformat(),
        WORDS[f"chart_time_{kind}"].say(lang, day=published) if published else last.isoformat(),
    )
    rows = tuple(
        (one.value, WORDS["issue_number"].say(lang, number=notice.issues[one.issue].number), f"date-{at}")
        for at, one in sorted(enumerate(dated), key=lambda pair: (pair[1].value, pair[0]))
    )
    dots = tuple(_dots(inside, first, last, notice, lang))
    ticks = tuple(_ticks(first, last))
    yield Chart("time", WORDS["chart_time"].say(lang), text, dots, ticks, rows, ends)


def came_out(notice: Notice) -> tuple[str, str | None]:
    """The day that the notice came out, as far as it says, behind the name of the field that says it."""
    days = {
        "published_on": notice.metadata.published_on,
        "issued_on": notice.metadata.issued_on,
        "signed_on": notice.signature.signed_on,
    }
    return next(((field, day) for field, day in days.items() if day), ("", None))


def _window(notice: Notice, days: Sequence[date]) -> tuple[date, date]:
    """Feedback and publication; the first or the last dated measure where one of them is not known."""
    first = _day(notice.inspection.feedback_on) or min(days)
    last = _day(came_out(notice)[1]) or max(days)
    return (first, last) if first < last else (min(days), max(days))


def _time_words(
    notice: Notice, dated: Sequence[DatedMeasure], days: Sequence[date], window: tuple[date, date], lang: Lang
) -> Iterator[str]:
    values = sorted(one.value for one in dated)
    yield WORDS["chart_time_text"].say(lang, all=len(dated), first=values[0], last=values[-1])
    before, after = sum(day < window[0] for day in days), sum(day > window[1] for day in days)
    if before:
        yield WORDS["chart_time_before"].say(lang, count=before)
    if after:
        yield WORDS["chart_time_after"].say(lang, count=after)
    if not all(one.certain for one in dated):
        yield WORDS["chart_time_assumed"].say(lang)


def _dots(
    inside: Sequence[tuple[int, DatedMeasure, date]], first: date, last: date, notice: Notice, lang: Lang
) -> Iterator[Dot]:
    """A square for each, those of nearly one day piled up."""
    columns = _SPAN // _DAY
    place = [_column(day, first, last, columns) for _, _, day in inside]
    size = min(_DAY, _TOWER / max(Counter(place).values(), default=1))
    piled: Counter[int] = Counter()
    for column, (at, one, _) in zip(place, inside, strict=True):
        piled[column] += 1
        number = WORDS["issue_number"].say(lang, number=notice.issues[one.issue].number)
        y = round(_TOWER - size * piled[column], 2)
        yield Dot(at, f"{one.value} {number}", column * _DAY, y, round(size * 0.84, 2), len(one.value) < 10)


def _column(day: date, first: date, last: date, columns: int) -> int:
    return round((day - first).days / max((last - first).days, 1) * (columns - 1))


def _ticks(first: date, last: date) -> Iterator[Tick]:
    """The first of a month, of so many months that the words have room."""
    months = [*range(first.year * 12 + first.month, last.year * 12 + last.month)]
    step = next((step for step in (1, 2, 3, 6, 12) if len(months) / step <= _MOST_TICKS), 0)
    step = step or -(-len(months) // (12 * _MOST_TICKS)) * 12
    for month in months:
        if month % step == 0:
            year, number = divmod(month, 12)
            shown = f"{year}-{number + 1:02d}"
            share = (date(year, number + 1, 1) - first).days / max((last - first).days, 1)
            if share <= _LAST_TICK:
                yield Tick(round(share * _SPAN, 1), shown)


def _day(value: str | None) -> date | None:
    """The day of an ISO date; the 15th where only the month is known, None for a year or nothing."""
    try:
        return date.fromisoformat(value if len(value) > 7 else f"{value}-15") if value else None
    except ValueError:
        return None
