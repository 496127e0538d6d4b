"""DAT009 publicity-window：公示应在公示期内发布。

查什么：写明“公示时间：2025年1月9日至1月20日”的，开始不晚于结束，落款、发布日期不晚于公示期结束。
Where a time of publicity is stated it does not end before it starts, nor before the notice came out.

误：公示时间：2025年1月9日至1月20日。
    落款：2025年2月9日
正：公示时间：2025年1月9日至1月20日。
    落款：2025年1月9日

不判：没有写明公示期的起止日期，或落款、发布日期都不详。页面有几个日期的，有一个在公示期结束以前就不报。
Silent where no such time is stated, and where it is not known when the notice came out.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice, Operand, Quote
from notice_cli.rules.dating import PlacedDate, is_after, parse_iso, ranges_of
from notice_cli.rules.evidence import quote, quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.pattern import lazy_pattern

_ENDS = Words("公示期从 {start} 到 {end}：结束早于开始")
_LATE = Words(
    "公示期 {end} 结束，通报却是 {out} 才发布",
)
_NONE = Words(
    "没有写明公示期，或发布日期不详",
)
_WINDOW = lazy_pattern(r"公[示告](?:时间|期限|期间|期|日期)[^。\n]{0,16}$")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every range of dates behind 公示时间."""
    told = (
        one
        for first, last in ranges_of(notice.text)
        if _WINDOW.search(notice.text[max(first.start - 24, 0) : first.start])
        if (one := _judge(notice, first, last)) is not None
    )
    yield from verdict(told, Silent(_NONE))


def _judge(notice: Notice, first: PlacedDate, last: PlacedDate) -> Failed | Held | None:
    start, end, window = first.found.value, last.found.value, quote(notice, first.start, last.end)
    if start is None or end is None:
        return None
    if is_after(start, end):
        return Failed(_ENDS, {"start": start, "end": end}, (window,))
    known = list(_dates(notice))
    if not known:
        return None
    out, place = min(known, key=lambda one: one[0])
    told = (_equation(out, place, end, window),)
    if not is_after(out, end):
        return Held(told)
    return Failed(_LATE, {"end": end, "out": out}, (window, place), told)


def _dates(notice: Notice) -> Iterator[tuple[str, Quote]]:
    """When the notice came out, as it and its page say."""
    page, signed = notice.metadata, notice.signature
    for value, evidence in (
        (signed.signed_on, signed.evidence.get("signed_on")),
        (page.issued_on, page.evidence.get("issued_on")),
        (page.published_on, page.evidence.get("published_on")),
    ):
        if value and parse_iso(value):
            yield value, quote_field(notice, value, evidence)


def _equation(out: str, place: Quote, end: str, window: Quote) -> Arithmetic:
    operands = tuple(
        Operand(value=value, text=one.text, span=one.span, source_line=one.source_line)
        for value, one in ((out, place), (end, window))
    )
    return Arithmetic(expression=out, left=out, operator="<=", right=end, operands=operands)


RULE = Rule("DAT009", "publicity-window", "warning", check)
