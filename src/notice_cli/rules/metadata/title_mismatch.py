"""MET001 title-mismatch：网页标题、元数据“名称”与正文标题应一致。

查什么：空格、全角半角、书名号种类、“（社会公开稿）”之类后缀、截短的“……”、省去的发文单位，都不算不同。
The page's title, the metadata's and the heading agree; spaces, width, kinds of brackets, a suffix such as
（公开稿） and an issuer left out make no difference.

误：名称：关于市委第二巡察组反馈意见整改情况的通报，标题：关于市委第三巡察组反馈意见整改情况的通报
正：名称：关于市委第三巡察组反馈意见整改情况的通报，标题：关于市委第三巡察组反馈意见整改情况的通报（社会公开稿）

不判：没有读出标题，或页面没有元数据名称。
Silent where there is no title, or no title in the metadata.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.evidence import quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.rules.titles import same_title

_SENTENCE = Words("元数据名称“{page}”与标题“{title}”不一致")
_NO_TITLES = Words("标题或元数据名称不详")


def check(notice: Notice) -> Iterator[Outcome]:
    """The notice's title against the metadata's."""
    title, page = notice.title, notice.metadata.title
    if not title or not page:
        yield Silent(_NO_TITLES)
    elif same_title(title, page):
        yield Held()
    else:
        places = (
            quote_field(notice, title, notice.evidence.get("title")),
            quote_field(notice, page, notice.metadata.evidence.get("title")),
        )
        yield Failed(_SENTENCE, {"page": page, "title": title}, places)


RULE = Rule("MET001", "title-mismatch", "warning", check, published=True)
