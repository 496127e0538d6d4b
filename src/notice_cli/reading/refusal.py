"""Texts that speak of rectification and are no notice about it: plans, news, orders, feedback."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.errors import RefusalError
from notice_cli.language import Words
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_OPENING_LENGTH = 2000
_LEAST_LABELLED = 2
_HEAD_LINES = 3
_LONGEST_TITLE = 80
_SIGNS = lazy_pattern(r"整改|反馈意见|审计查出|销号|督察反馈|巡[视察]反馈")
"""Words of which a notice has at least one in its title or at its beginning."""
_SUFFIX = lazy_pattern(r"(?:\s?[(（\[【〔][^()（）]{0,30}[)）\]】〕]|\s?\d{4}-\d{1,2}-\d{1,2}|[.。])+$")
_NOTICE_TITLE = lazy_pattern(
    r"(?:整改|落实|办理|销号|回头看|巡[视察]|审计).{0,60}(?:通报|公告|公示|报告|函|说明|清单|情况|进展|结果|台账|公开|公布|摘编|一览表|情况表|情况(?:公布|公开|通知)"
    r"|情况的?通知)$"
)
_RESULT_TITLE = lazy_pattern(r"(?:落实|完成|进展|整改|办理|推进|执行).{0,4}情况|进展|结果|销号|成效")
_STATED = lazy_pattern(
    r"(?:现|兹)?将[^。]{0,100}(?:整改|落实|反馈|销号|办理|部分)[^。]{0,80}(?:通报|公布|公开|公示|报告|公告|函告|说明|摘编|摘登|如下|情况)"
    r"|(?:整改|落实)[^。]{0,40}(?:通报|公布|公开|公示|报告|公告|函告)如下|报告[^。]{0,60}整改[^。]{0,20}情况"
)
_PLAN_TITLE = lazy_pattern(
    r"(?:方案|计划|任务分解表?|工作安排|工作要点)(?:[》”\"]?的?(?:通知|公告|公示|函|公开|全文))?$|《[^》]{0,80}(?:方案|计划)》的通知$"
)
_PLAN_OPENING = lazy_pattern(
    r"(?:制定|制订|提出)(?:本|以下|如下)[^。]{0,12}(?:方案|计划|分解表|清单)|制定本整改"
)
_LIST_TITLE = lazy_pattern(r"(?:措施|任务|问题|整改|责任)清单$")
_DUTIES = ("责任清单", "任务清单")
"""What is still to be done, unless the text says more."""
_DEADLINE = lazy_pattern(r"(?:整改|完成)时限\s?[:：]")
_PAST = lazy_pattern(r"已|完成情况|整改情况|完成整改|取得|得到")
_REPORTER = lazy_pattern(
    r"本报讯|本网讯|本报记者|(?:记者|通讯员)\s?[\u4e00-\u9fff·]{2,10}|新华社|[（(](?:记者|通讯员|见习记者)"
)
_MEETING_TITLE = lazy_pattern(
    r"召开|举行|开展|推进会|部署会|动员会|座谈|调研|督导|督查|学习|观摩|约谈|检查|率队|主持|(?:视频|工作|通报)会(?:议)?$"
)
_MEETING = lazy_pattern(
    r"会议(?:强调|指出|要求|认为|听取|传达|由)|出席(?:会议|活动)|参加(?:会议|活动)|(?:强调|指出|要求|表示)[,，]"
)
_FEEDBACK_TITLE = lazy_pattern(
    r"审计结果(?:的?(?:公告|公示|公开|公布))?$|(?:巡[视察]|督察)[^。]{0,6}反馈(?:意见|情况|问题)?的?(?:通报|公告|公示|公开)$|向[^。]{2,50}反馈|反馈会|反馈[^。]{0,14}(?:巡[视察]|督察|审计)[^。]{0,6}(?:情况|意见)$|(?:进驻|移交|(?:巡[视察]|督察|审计|进驻)[^。]{0,40}公告)$"
)
_ORDER_TITLE = lazy_pattern(
    r"(?:办法|规定|细则|制度|条例|规程|规范|准则|决定|讲话|讲稿|意见|通知|倡议书?|解读|问答|综述|纪实|侧记|评论|体会"
    r"|工作总结(?:[和及暨与].{0,30})?)$"
)
_DEMAND_TITLE = lazy_pattern(
    r"责令|(?:通知书|告知书|决定书|建议书|督办[函单]|提醒函|监督函|机制|流程|手册|自查自纠[^。]{0,12})(?:\s?[(（].{0,6}[)）])?$|自查[^。]{0,8}报告$"
)
"""What demands or rules rectification, or looks for faults before an inspection does."""
_ARTICLE = lazy_pattern(r"(?:^|\n)第[一二三四五六七八九十]{1,3}条[\s　]")
_LEAST_ARTICLES = 2
_CASES_TITLE = lazy_pattern(
    r"(?:通报|曝光)\s?[\d一二三四五六七八九十]{1,3}\s?[起例]|[\d一二三四五六七八九十]{1,3}\s?[起例][^。]{0,40}(?:典型|案例|问题)"
)
_SURVEY_TITLE = lazy_pattern(
    r"(?:满意度|测评|问卷|评议|征求[^。]{0,40}意见|征集|招标|中标|成交|采购|遴选|比选|受理[^。]{0,8}举报)[^。]{0,12}(?:公告|通告|公示|函|通知)$"
)
_TENDER_TITLE = lazy_pattern(
    r"(?:招标|中标|成交|采购|磋商|询价|比选|遴选|谈判|竞价|拍卖|招租|招聘)(?:(?!整[改治]|问题|情况)[^。]){0,10}(?:公告|公示|通告|邀请书?|文件)$"
)
_RESULT_LABEL = lazy_pattern(
    r"(?:整改(?:情况|结果|措施|进展|成效|状态)|(?:落实|完成)情况)\s?(?:[(（][^()（）]{0,30}[)）])?\s?[:：]"
)
_LABELLED = lazy_pattern(
    r"(?:整改(?:情况|结果|措施|进展|成效|落实情况|完成情况|状态)|完成情况)\s?(?:[(（][^()（）]{0,30}[)）])?\s?[:：]|关于[“\"][^”\"]{2,80}[”\"]"
    r"|(?:^|\n)(?:问题|整改)\s?[\d一二三四五六七八九十]{0,3}\s?[:：]"
)

REASONS: dict[str, Words] = {
    "no_sign": Words("标题和开头都没有提到整改"),
    "feedback": Words(
        "是巡视巡察反馈的问题，不是整改结果",
    ),
    "order": Words("是布置或规范整改的文件，不是整改结果"),
    "cases": Words("是典型问题、案例的通报，不是一个单位的整改情况"),
    "survey": Words("是征求意见、测评或征集线索的公告，不是整改结果"),
    "tender": Words("是招标、采购或招聘一类的公告，不是整改结果"),
    "no_result": Words("没有整改事项、整改结果，也没有申报数字"),
}


class Signs(Value):
    """What was read in a text: how many issues, issues with a result, issues with measures, figures."""

    issues: int
    statuses: int
    measured: int
    figures: int


def refuse_others(title: str | None, text: str, signs: Signs, where: str) -> None:
    """Let a notice pass.

    Args:
        title: Its title, if it has one.
        text: Its text, the title's lines first.
        signs: What was read in it.
        where: Where it came from.

    Raises:
        RefusalError: `plan`, `news`, or `not_notice` with its reason.
    """
    if signs.statuses >= _LEAST_LABELLED and _SIGNS.search(text, 0, _OPENING_LENGTH):
        return  # it tells results of rectification: whatever it calls itself, `_judge` lets it pass
    kind, reason = _judge(_SUFFIX.sub("", _headline(title or "", text)), text, signs)
    if kind == "not_notice":
        raise RefusalError(kind, where, reason=REASONS[reason])
    if kind:
        raise RefusalError(kind, where)


def _headline(title: str, text: str) -> str:
    """What the text calls itself: its title, or where that says nothing, the first short line that does."""
    if _SIGNS.search(title):
        return title
    lines = (line for line in text[:_OPENING_LENGTH].split("\n")[:_HEAD_LINES])
    return next((x for x in lines if len(x) < _LONGEST_TITLE and "。" not in x and _SIGNS.search(x)), title)


def _judge(title: str, text: str, signs: Signs) -> tuple[str, str]:
    """The kind of error and the reason; empty for a notice."""
    opening = text[:_OPENING_LENGTH]
    if not _SIGNS.search(f"{title}\n{opening}"):
        return "not_notice", "no_sign"
    if _is_plan(title, text, signs):
        return "plan", ""
    stated = _NOTICE_TITLE.search(title) is not None or _STATED.search(opening) is not None
    if signs.statuses < _LEAST_LABELLED:
        other = _surely_other(title, text, signs) or ("" if stated else _other_kind(title, text, signs))
        if other:
            return ("news", "") if other == "news" else ("not_notice", other)
    return ("", "") if stated or _has_results(text, signs) else ("not_notice", "no_result")


def _is_plan(title: str, text: str, signs: Signs) -> bool:
    """A plan: called so, or a list of measures with deadlines and nothing done."""
    if signs.statuses or _RESULT_TITLE.search(title):
        return False
    if any(_PLAN_TITLE.search(name) for name in _names(title, text) if not _RESULT_TITLE.search(name)):
        return True
    if _NOTICE_TITLE.search(title) is None and _PLAN_OPENING.search(text[:_OPENING_LENGTH]):
        return True
    listed = _LIST_TITLE.search(title)
    due = listed and (title.endswith(_DUTIES) or _DEADLINE.search(text))
    return bool(due) and _PAST.search(text) is None


def _surely_other(title: str, text: str, signs: Signs) -> str:
    """News or the reason why a text is something else, whatever it says of itself; else empty."""
    told = signs.measured >= _LEAST_LABELLED
    if "整改" not in title and "落实" not in title and _FEEDBACK_TITLE.search(title):
        return "" if told and _RESULT_LABEL.search(text) else "feedback"
    names = [name for name in _names(title, text) if not _RESULT_TITLE.search(name)]
    if any(map(_CASES_TITLE.search, names)):
        return "cases"
    if any(map(_TENDER_TITLE.search, _names(title, text))):
        return "tender"
    if told:
        return ""
    if _SURVEY_TITLE.search(title):
        return "survey"
    if any(map(_DEMAND_TITLE.search, names)) or len(_ARTICLE.findall(text)) >= _LEAST_ARTICLES:
        return "order"
    if _NOTICE_TITLE.search(title):
        return ""
    met = any(map(_MEETING_TITLE.search, _names(title, text))) and _MEETING.search(text)
    return "news" if met else ""


def _other_kind(title: str, text: str, signs: Signs) -> str:
    """News or the reason why a text that does not call itself a notice is something else."""
    if signs.measured < _LEAST_LABELLED and _REPORTER.search(f"{text[:400]}\n{text[-200:]}"):
        return "news"
    return "order" if _ORDER_TITLE.search(title) and "情况" not in title[-8:] else ""


def _names(title: str, text: str) -> tuple[str, ...]:
    """The title, and the first line where it may be one."""
    first = text.partition("\n")[0]
    return (title, first) if len(first) < _LONGEST_TITLE and "。" not in first else (title,)


def _has_results(text: str, signs: Signs) -> bool:
    """Whether something was read that only a notice has."""
    if signs.statuses or signs.figures:
        return True
    return signs.issues > 0 and signs.measured > 0 and _LABELLED.search(text) is not None


def is_result_figure(what: str, scope: str) -> bool:
    """Whether a declared figure is about results of the whole notice."""
    return scope == "notice" and (what.startswith("issues_") or what in _RESULTS)


_RESULTS: Sequence[str] = ("measures_completed", "completion_rate", "regulations", "amount_recovered")
