"""Whether a notice says that it prints a part only; then what is missing is no fault."""

from __future__ import annotations

import re
from functools import lru_cache

from notice_cli.language import Words
from notice_cli.model import Notice, Severity
from notice_cli.rules.rule import Silent

_PART = re.compile(
    r"摘编|摘登|选登|节选|摘要(?:如下|刊登|公布|公开)"
    r"|(?:部分|主要|典型|有关重点)(?:反馈)?(?:问题|内容|事项)(?:的)?(?:整改)?(?:落实|完成|进展)?(?:情况)?"
    r"(?:予以|进行)?(?:公开|公布|通报|公示|公告|摘)"
    r"|(?:涉密|涉及(?:国家|工作)?秘密|敏感|不宜公开|不便公开|不予公开|依法不公开)"
    r"[^。；;\n]{0,15}(?:除外|(?<![另此以])外(?=[,，])|不公开|未公开|不予公开|未列|略去|从略)"
    r"|(?:不公开|不宜公开|不予公开|未公开|未列出|不再列出)的?(?:问题|内容|事项)"
    r"|现将[^。；;\n]{0,20}已(?:经)?(?:全部)?(?:完成|整改)[^。；;，,\n]{0,12}(?:问题|任务|事项)"
    r"[^。；;\n]{0,20}(?:公布|公示|公开|通报|公告)"
)
"""Wordings by which a notice says so; looked for outside the issues."""

PRINTED_IN_PART = Silent(
    Words("通报注明只公开部分内容（{words}）", "the notice says that it prints a part only ({words})")
)
PAGE_IN_PARTS = Silent(
    Words("页面分多页，只读到其中一页", "the page is one of several, and only this one was read")
)


def find_part(notice: Notice) -> Silent | None:
    """Why what is missing here may stand elsewhere; None where the notice is whole."""
    if notice.source.next is not None:
        return PAGE_IN_PARTS
    first = notice.issues[0].span.start if notice.issues else len(notice.text)
    last = notice.issues[-1].span.end if notice.issues else len(notice.text)
    words = _partial(notice.title or "", notice.text, first, last)
    return Silent(PRINTED_IN_PART.reason, {"words": words}) if words else None


@lru_cache(maxsize=2)
def _partial(title: str, text: str, first: int, last: int) -> str | None:
    match = _PART.search(title) or _PART.search(text, 0, first) or _PART.search(text, last)
    return match[0] if match else None


def level_of(notice: Notice) -> Severity | None:
    """A note where the genre need not have the part (audits, environment), else the rule's own level."""
    return "note" if notice.genre in ("audit", "environment") else None
