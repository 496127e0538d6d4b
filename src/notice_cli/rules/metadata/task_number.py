"""MET007 task-number：标题写明的任务序号，应与正文、附表里的一致。

查什么：单项销号公示的标题写“序号十”，正文或附表却写“序号一”。
Where the title of a notice about one task gives the task's number, the body and the table give the same.

误：标题：关于督察反馈问题整改任务（序号十）完成情况的公示
    附表：序号一整改任务销号表。
正：标题：关于督察反馈问题整改任务（序号十）完成情况的公示
    附表：序号十整改任务销号表。

不判：标题没有写明序号；正文没有再提；通报列了两个以上问题。
Silent where the title gives no number, the body does not repeat it, or the notice lists several issues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.evidence import quote, quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.text.numerals import parse_numeral
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("标题写“{title}”，正文写“{body}”")
_NONE = Words("标题没有写明任务序号，或正文没有再提")
_NUMERAL = "(?P<number>[0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5})"
_FORMS = (
    lazy_pattern(rf"序号(?:为|[:：])?{_NUMERAL}(?![\d.、.．])"),
    lazy_pattern(rf"第{_NUMERAL}[项号](?:反馈|整改|督察){{0,2}}(?:问题|任务|事项)"),
)


def check(notice: Notice) -> Iterator[Outcome]:
    """Each form of number in the title against its like in the body."""
    title = notice.evidence.get("title")
    start = title.span.end if title and title.span else 0
    pairs = [
        (above, body)
        for form in _FORMS
        if len(notice.issues) < 2 and (above := form.search(notice.title or ""))
        for body in form.finditer(notice.text, start)
    ]
    bad = next((pair for pair in pairs if not _agree(*pair)), None)
    if bad:
        places = (quote_field(notice, notice.title or "", title), quote(notice, *bad[1].span()))
        yield Failed(_SENTENCE, {"title": bad[0][0], "body": bad[1][0]}, places)
    else:
        yield Held() if pairs else Silent(_NONE)


def _agree(one: re.Match[str], other: re.Match[str]) -> bool:
    return parse_numeral(one["number"]) == parse_numeral(other["number"])


RULE = Rule("MET007", "task-number", "warning", check)
