"""PRV003 private-mailbox：联系邮箱不宜用私人免费邮箱。

查什么：联系方式里的邮箱属于公众免费邮箱（163、qq 等）的，作提示。
The contact mailbox is not a free private one. A note only.

误：欢迎监督。联系电话：0690-6215008；电子邮箱：qhlyj@163.com。
正：欢迎监督。联系电话：0690-6215008；电子邮箱：lyj@qinghu.gov.cn。

不判：没有公布邮箱。
Silent where no mailbox is given.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice, Quote
from notice_cli.rules.evidence import quote
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent

_SENTENCE = Words("联系邮箱 {mail} 是私人免费邮箱")
_NONE = Words("没有公布邮箱")
_FREE = frozenset(
    (
        *("qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "188.com", "vip.163.com", "sina.com"),
        *("sina.cn", "vip.sina.com", "sohu.com", "139.com", "189.cn", "wo.cn", "21cn.com", "tom.com"),
        *("aliyun.com", "gmail.com", "hotmail.com", "outlook.com", "live.cn", "vip.qq.com", "sogou.com"),
    )
)
"""Mail services that anyone may sign up with."""


def check(notice: Notice) -> Iterator[Outcome]:
    """Every mail of the contact."""
    mails = notice.contact.emails
    free = [mail for mail in mails if mail.rpartition("@")[2].lower().rstrip(".") in _FREE]
    yield from (Failed(_SENTENCE, {"mail": mail}, (_place(notice, mail),)) for mail in free)
    if not free:
        yield Held() if mails else Silent(_NONE)


def _place(notice: Notice, mail: str) -> Quote:
    at = notice.text.find(mail)
    return quote(notice, at, at + len(mail)) if at >= 0 else Quote(text=mail)


RULE = Rule("PRV003", "private-mailbox", "note", check)
