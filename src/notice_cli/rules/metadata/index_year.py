"""MET003 index-year：索引号里的年份，应与成文或发布的年份一致。

查什么：索引号“LY0417033/2024-00019”里的2024，等于成文日期、发布日期或落款日期中任一个的年份。
The index number's year is that of the issue, of the publication, or of the signature.

误：索引号：LY0417033/2021-00019，成文日期：2024-10-22
正：索引号：LY0417033/2024-00019，成文日期：2024-10-22

不判：没有索引号，索引号里没有单独的年份，或日期不详。
Silent where there is no index number, no year in it that stands apart, or no date.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice, Quote
from notice_cli.rules.dating import parse_iso
from notice_cli.rules.evidence import quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "索引号“{index}”的年份 {year} 与{dates}都不一致",
)
_NONE = Words("索引号的年份或日期不详")
_YEAR = lazy_pattern(r"(?<![0-9A-Za-z０-９])(?:19|20)\d\d(?=[-/_.—年〕\]]|$)|(?<=[-/_])(?:19|20)\d\d(?!\d)")


def check(notice: Notice) -> Iterator[Outcome]:
    """The years that stand apart in the index number against those of the dates."""
    page, signed = notice.metadata, notice.signature.signed_on
    years = {int(year) for year in _YEAR.findall(page.index_number or "")}
    dates = [one for one in (page.issued_on, page.published_on, signed) if parse_iso(one)]
    if not years or not dates:
        yield Silent(_NONE)
    elif years & {parts[0] for one in dates if (parts := parse_iso(one))}:
        yield Held()
    else:
        told = "、".join(dict.fromkeys(one for one in dates if one))
        facts = {"index": page.index_number, "year": min(years), "dates": told}
        yield Failed(_SENTENCE, facts, tuple(_places(notice)))


def _places(notice: Notice) -> Iterator[Quote]:
    page = notice.metadata
    for name in ("index_number", "issued_on", "published_on"):
        value = getattr(page, name)
        if value:
            yield quote_field(notice, value, page.evidence.get(name))


RULE = Rule("MET003", "index-year", "warning", check, published=True)
