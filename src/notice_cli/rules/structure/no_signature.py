"""STR004 no-signature：通报末尾应有落款单位和日期。

查什么：正文末尾的发文单位和成文日期，缺哪样说哪样。审计、督察整改的报告只作提示。
Issuer and date stand at the end. A note only for audits and environment reports.

误：落款：无
正：落款：中共青湖市林业局党组 2024年10月22日

不判：页面只是多页之一；单位和日期写在标题下面的，也算有。
Silent where the page is one of several.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.completeness import PAGE_IN_PARTS, level_of
from notice_cli.rules.evidence import quote_end
from notice_cli.rules.rule import Failed, Held, Outcome, Rule
from notice_cli.text.pattern import lazy_pattern

_SENTENCES = {
    (False, False): Words("末尾没有落款单位和日期"),
    (False, True): Words("落款没有单位"),
    (True, False): Words("落款没有日期"),
}

_DIGIT = "[0-9０-９〇○零一二三四五六七八九]"
_DAY = "[0-9０-９一二三四五六七八九十\\s]{1,5}"
_DATE = lazy_pattern(rf"[(（]?\s?{_DIGIT}{{4}}\s?年{_DAY}月{_DAY}日\s?[)）]?")
_HEAD, _LINES = 200, 5
"""Characters and lines below the title in which issuer and date may stand."""


def check(notice: Notice) -> Iterator[Outcome]:
    """The signature's issuer and date."""
    has = bool(notice.signature.issuer), bool(notice.signature.signed_on)
    if all(has) or _stands_above(notice):
        yield Held()
    elif notice.source.next is not None:
        yield PAGE_IN_PARTS
    else:
        yield Failed(_SENTENCES[has], {}, (quote_end(notice),), level=level_of(notice))


def _stands_above(notice: Notice) -> bool:
    """Whether a line right below the title is the date: then the issuer stands there too."""
    title = notice.evidence.get("title")
    start = title.span.end if title and title.span else 0
    head = notice.text[start : start + _HEAD].split("\n")[:_LINES]
    return any(_DATE.fullmatch(line.strip()) for line in head)


RULE = Rule("STR004", "no-signature", "warning", check, published=True)
