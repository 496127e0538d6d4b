"""TXT005 unfinished：成段的文字应以句号等收尾。

查什么：较长、中间有句号的段落，末尾没有“。”“！”“？”“；”等。标题、表格、标签、联系方式、落款不看。
No paragraph of running text ends without its full stop; headings, tables, labels, contact lines and the
signature are not looked at.

误：提高政治站位，压实整改责任。坚持问题导向，持续巩固整改成果，推动各项工作迈上新台阶，取得新成效
正：提高政治站位，压实整改责任。坚持问题导向，持续巩固整改成果，推动各项工作迈上新台阶，取得新成效。

不判：正文没有成段的文字。这样的段落超过三分之一时，是整页的写法或提取所致，只作一条提示。
Silent where there is no running text. One note where more than a third of the paragraphs lack it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Evidence, Notice, Quote
from notice_cli.rules.evidence import blocks, quote
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("这一段末尾没有句号：…{words}")
_MANY = Words(
    "{count} 段末尾没有句号，也可能是页面提取所致",
)
_NO_TEXT = Words("正文没有成段的文字")
_LEAST = 40
"""Characters of a paragraph; shorter lines are headings, labels and cells."""
_ENDS = "。！？；：…!?;:.”’\"')）】〕]》>」』—|"
_INNER_STOP = lazy_pattern("[。！？；;]|(?:[，,][^，,]{1,60}){3}")
_LABELLED = lazy_pattern(r"(?:[。！？；;]|\s)[^\W\d_]{2,8}[:：][^，,。；;：:]{1,12}$")
"""A label with its value at the end, as in a list: 完成情况：已完成."""
_LONGEST_LABELLED = 24
_NOT_PROSE = lazy_pattern(
    r"(?:电话|邮箱|邮编|信箱|地址|传真|E-?mail|附件)\s{0,3}[:：]|@|https?://", re.IGNORECASE
)


def check(notice: Notice) -> Iterator[Outcome]:
    """Every paragraph of running text."""
    text = notice.text
    long = [(start, end) for start, end in blocks(notice) if end - start >= _LEAST]
    open_ended = [block for block in long if text[block[1] - 1] not in _ENDS]
    unfinished = [block for block in open_ended if not _is_finished(text, *block)]
    places = [_last_words(notice, *block) for block in unfinished if _is_prose(notice, *block)]
    if not long:
        yield Silent(_NO_TEXT)
    elif not places:
        yield Held()
    elif len(places) > 3 and 3 * len(places) > len(long):
        yield Failed(_MANY, {"count": len(places)}, tuple(places), level="note")
    else:
        for one in places:
            yield Failed(_SENTENCE, {"words": one.text}, (one,), suggestion=f"{one.text}。")


def _is_prose(notice: Notice, start: int, end: int) -> bool:
    """Whether a long line has a stop within, and is no contact line or line of the signature."""
    text = notice.text
    if _INNER_STOP.search(text, start, end - 1) is None or _NOT_PROSE.search(text, start, end):
        return False
    known: list[Evidence] = [*notice.contact.evidence.values(), *notice.signature.evidence.values()]
    return not any(one.span is not None and start <= one.span.start < end for one in known)


def _is_finished(text: str, start: int, end: int) -> bool:
    """Whether a paragraph ends with a stop, or with a label and its value."""
    last = text[max(start, end - _LONGEST_LABELLED) : end].rstrip()
    return last[-1:] in _ENDS or _LABELLED.search(last) is not None


def _last_words(notice: Notice, start: int, end: int) -> Quote:
    """The last clause, at most 16 characters."""
    cut = max(notice.text.rfind(stop, start, end) for stop in "，,、。；;") + 1
    return quote(notice, max(start, cut if end - cut < 16 else end - 16), end)


RULE = Rule("TXT005", "unfinished", "warning", check)
