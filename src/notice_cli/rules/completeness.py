"""Whether a notice says that it prints a part only; then what is missing is no fault."""

from __future__ import annotations

from notice_cli.language import Words
from notice_cli.model import Notice, Severity
from notice_cli.rules.figures import declared_in_all
from notice_cli.rules.memo import once
from notice_cli.rules.numbers import find_gaps, is_unread, printed_runs
from notice_cli.rules.rule import Silent
from notice_cli.text.pattern import lazy_pattern

_PART = lazy_pattern(
    r"(?=[摘选节部主典有涉敏不依未现])(?:摘编|摘登|选登|节选|摘要(?:如下|刊登|公布|公开)"
    r"|(?:部分|主要|典型|有关重点)(?:反馈)?(?:问题|内容|事项)(?:的)?(?:整改)?(?:落实|完成|进展)?(?:情况)?"
    r"(?:予以|进行)?(?:公开|公布|通报|公示|公告|摘)"
    r"|(?:涉密|涉及(?:国家|工作)?秘密|敏感|不宜公开|不便公开|不予公开|依法不公开)"
    r"[^。；;\n]{0,15}(?:除外|(?<![另此以])外(?=[,，])|不公开|未公开|不予公开|未列|略去|从略)"
    r"|(?:不公开|不宜公开|不予公开|未公开|未列出|不再列出)的?(?:问题|内容|事项)"
    r"|现将[^。；;\n]{0,20}已(?:经)?(?:全部)?(?:完成|整改)[^。；;，,\n]{0,12}(?:问题|任务|事项)"
    r"[^。；;\n]{0,20}(?:公布|公示|公开|通报|公告))"
)
"""Wordings by which a notice says so; looked for outside the issues."""
_REST = lazy_pattern(
    r"(?:其余|其他|其它|另有|剩余|余下)[^。；;，,\n]{0,10}(?:问题|任务|事项|内容)[^。；;\n]{0,20}"
    r"(?:不予公开|不公开|不便公开|不宜公开|不再公开|不再列出|从略|略去)"
)
"""What is said of the issues that were left out; looked for everywhere."""
_REST_SIGNS = (
    lazy_pattern("公开(?<=[不予便宜再]公开)"),
    lazy_pattern("列出(?<=不再列出)"),
    lazy_pattern("略(?:去|(?<=从略))"),
)
"""What stands in all that it finds."""
_SELECTED = lazy_pattern(
    r"(?:重点|典型|突出|部分)(?:反馈)?(?:问题|任务|事项)[^。；;，,\n]{0,12}$|[(（](?:部分|摘要|节选|摘登|选登)[)）]$"
)
"""How a heading ends that stands above a choice of the issues."""

PRINTED_IN_PART = Silent(Words("通报注明只公开部分内容（{words}）"))
_SHORTFALL = Words(
    "正文只读出 {listed} 个问题，申报 {declared} 个：可能按大类列出、只公开一部分，也可能没有读全",
)
_FAR = 4
"""Fewer issues missing than this are missing, not left out."""
PAGE_IN_PARTS = Silent(Words("页面分多页，只读到其中一页"))


@once
def find_part(notice: Notice) -> Silent | None:
    """Why what is missing here may stand elsewhere; None where the notice is whole."""
    if notice.source.next is not None:
        return PAGE_IN_PARTS
    first = notice.issues[0].span.start if notice.issues else len(notice.text)
    last = notice.issues[-1].span.end if notice.issues else len(notice.text)
    words = _partial(notice.title or "", notice.text, first, last) or _selected(notice)
    return Silent(PRINTED_IN_PART.reason, {"words": words}) if words else None


def _partial(title: str, text: str, first: int, last: int) -> str | None:
    match = _PART.search(title) or _PART.search(text, 0, first) or _PART.search(text, last)
    if match is None and any(sign.search(text) for sign in _REST_SIGNS):
        match = _REST.search(text)
    return match[0] if match else None


def _selected(notice: Notice) -> str | None:
    """The heading that says so, if it stands above the first issue and the notice has more than it lists."""
    if not notice.issues or not any(
        one.low > len(notice.issues) for one in declared_in_all(notice, "issues")
    ):
        return None
    above = [one for one in notice.outline if one.span.start < notice.issues[0].span.start]
    return next((one.heading for one in above if _SELECTED.search(one.heading)), None)


@once
def find_shortfall(notice: Notice) -> Silent | None:
    """Why the list cannot be told from a choice or from our misreading: it is far from what is declared.

    It has half of the issues declared or fewer, or as many as the aspects that they were grouped in, or a
    number that it lacks stands in the text.
    """
    listed = len(notice.issues)
    totals = declared_in_all(notice, "issues")
    if not totals or any(one.low <= listed for one in totals):
        return None
    least = min(one.low for one in totals)
    levels = {one.value for one in declared_in_all(notice, "aspects", "categories")}
    far = 2 * listed <= least and least - listed >= _FAR
    grouped = listed in levels and listed != len(notice.sections)
    if (
        far
        or grouped
        or any(is_unread(notice, gap) for run in printed_runs(notice) for gap in find_gaps(run))
    ):
        return Silent(_SHORTFALL, {"listed": listed, "declared": least})
    return None


def level_of(notice: Notice) -> Severity | None:
    """A note where the genre need not have the part (audits, environment), else the rule's own level."""
    return "note" if notice.genre in ("audit", "environment") else None
