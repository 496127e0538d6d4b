"""STR005 status-contradiction：整改结果与下面的叙述不应矛盾。

查什么：结果写“已完成”，措施里却说该问题、该项整改“尚未启动”“正在推进”“尚未完成”；结果写“未完成”，却说
该问题“已整改到位”。只看明说这个问题、这项整改的话，说别的事、说整改以前的不算。
The result and what the text under it says agree. Only plain words about the issue itself are looked at.

误：问题1：台账不全。
    整改结果：已完成。
    整改情况：一是制定方案。该项整改工作尚未启动。
正：问题1：台账不全。
    整改结果：未完成。
    整改情况：一是制定方案。该项整改工作尚未启动。

不判：没有一个问题写明结果。
Silent where no issue states its result.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Issue, Notice
from notice_cli.rules.evidence import quote, quote_field
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words(
    "问题{number}的结果是“{status}”，正文却说“{words}”",
)
_NONE = Words("没有一个问题写明整改结果")
_SUBJECT = (
    r"(?:(?:该|此|本|这|上述)(?:项|个|条)?(?:反馈)?(?:具体)?(?:问题|整改(?:任务|工作|事项|措施)?|工作|事项|任务)"
    r"|(?:整改|问题|相关|后续整改)(?:工作|任务|事项)?(?=仍|尚|还|正|目前|未))"
)
_OPEN = lazy_pattern(
    rf"(?:{_SUBJECT}[^。；;，,\n]{{0,6}}?|(?<![^。；;，,\n])(?:目前|现|但|截至目前)[，,]?(?:仍|尚|还)?)"
    r"(?:尚未(?:启动|开展|完成|整改|落实|办结|销号|到位)|未(?:启动|开展整改|完成整改|整改到位)|仍未(?:完成|整改|落实|启动)"
    r"|(?:仍在|正在|还在)(?:推进|整改|办理|落实|实施|进行)(?:之?中|整改|落实)?)(?=[。；;，,、\n)）]|$)"
)
_DONE = lazy_pattern(
    rf"{_SUBJECT}[^。；;，,\n]{{0,4}}?(?:已|均已|已经)(?:全部)?(?:完成整改|整改到位|整改完毕|办结|销号|解决)(?=[。；;，,\n]|$)"
)
_HINT = lazy_pattern(
    "尚未|未启动|未开展整改|未完成整改|未整改到位|仍未|正在|仍在|还在|已完成|已整改|已经|已全部|已办结|已销号|已解决"
)
"""What stands in all that the two patterns find."""
_EARLIER = lazy_pattern("原来|此前|整改前|反馈时|巡[察视]时|当时|之前|审计时")
_PATTERNS = {"completed": _OPEN, "not_completed": _DONE}


def check(notice: Notice) -> Iterator[Outcome]:
    """Every issue that is called completed, or not completed."""
    if all(issue.status is None for issue in notice.issues):
        yield Silent(_NONE)
        return
    found = [
        (issue, match) for issue in notice.issues if (match := _contradiction(notice, issue)) is not None
    ]
    yield from (_fail(notice, issue, match) for issue, match in found)
    if not found:
        yield Held()


def _contradiction(notice: Notice, issue: Issue) -> re.Match[str] | None:
    """The first plain words under the issue that say the opposite of its status."""
    pattern = _PATTERNS.get(issue.status or "")
    if pattern is None or not issue.measures:
        return None
    start, end = issue.measures[0].span.start, max(issue.span.end, issue.measures[-1].span.end)
    if not _HINT.search(notice.text, start, end):
        return None
    for match in pattern.finditer(notice.text, start, end):
        clause = notice.text[max(start, match.start() - 15) : match.end()]
        if not _EARLIER.search(clause) and not _is_status(issue, match):
            return match
    return None


def _is_status(issue: Issue, match: re.Match[str]) -> bool:
    """Whether the words are the printed status itself."""
    place = issue.evidence.get("status")
    return place is not None and place.span is not None and place.span.start <= match.start() < place.span.end


def _fail(notice: Notice, issue: Issue, match: re.Match[str]) -> Failed:
    status = issue.status_text or str(issue.status)
    places = (quote_field(notice, status, issue.evidence.get("status")), quote(notice, *match.span()))
    facts = {"number": issue.number, "status": status, "words": match[0].strip("，,")}
    return Failed(_SENTENCE, facts, places, issue=issue.number)


RULE = Rule("STR005", "status-contradiction", "warning", check, reads_issues=True)
