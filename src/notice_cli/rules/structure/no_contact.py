"""STR003 no-contact：通报应写明反映意见的方式。

查什么：电话、地址、邮箱，至少有一样。审计、督察整改的报告不一定写，缺了只作提示。
A way to report back is given: phone, address or mail. A note only for audits and environment reports.

误：联系：无
正：联系：0690-6215008

不判：页面只是多页之一。
Silent where the page is one of several.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.completeness import PAGE_IN_PARTS, level_of
from notice_cli.rules.evidence import quote_end
from notice_cli.rules.rule import Failed, Held, Outcome, Rule

_SENTENCE = Words("没有写明反映意见的电话、地址或邮箱")


def check(notice: Notice) -> Iterator[Outcome]:
    """The contact's phones, address and mails."""
    contact = notice.contact
    if contact.phones or contact.address or contact.emails:
        yield Held()
    elif notice.source.next is not None:
        yield PAGE_IN_PARTS
    else:
        yield Failed(_SENTENCE, {}, (quote_end(notice),), level=level_of(notice))


RULE = Rule("STR003", "no-contact", "warning", check)
