"""The words of the comparison's report: data only."""

from __future__ import annotations

from notice_cli.language import Words, words_in
from notice_cli.model import Status, What
from notice_cli.model.comparison import Group, Kind

KINDS: dict[Kind, Words] = {
    "years": Words("两次整改通报对比"),
    "revision": Words("同一通报的两个版本对比"),
}

OLD = Words("旧")
NEW = Words("新")
STATUS = Words("整改状态")
ISSUE = words_in("diff_words", "问题")
FIGURE = words_in("diff_words", "申报数字")
DELTA = Words("增减")
FIELD = words_in("diff_words", "栏目")
FIGURES = Words("申报数字")
FIELDS = Words("其他变化")
ABSENT = "—"

GROUPS: dict[Group, tuple[Words, str]] = {
    "reopened": (
        Words(
            "反弹 {count} 项：旧通报称已完成，新通报又指出",
        ),
        "bold red",
    ),
    "dropped": (
        Words(
            "悬空 {count} 项：旧通报未完成，新通报不再提",
        ),
        "bold red",
    ),
    "persisting": (
        Words(
            "久拖 {count} 项：两份通报都未完成",
        ),
        "bold yellow",
    ),
    "back": (
        Words("状态倒退 {count} 项：整改状态不如从前"),
        "bold yellow",
    ),
    "recurring": (
        Words("重复出现 {count} 项：两份通报都指出"),
        "bold yellow",
    ),
    "review": (
        Words("待核对 {count} 项：像是同一问题，请人工判断"),
        "bold magenta",
    ),
    "removed": (Words("删去 {count} 项"), "bold red"),
    "edited": (Words("修改 {count} 项"), "bold yellow"),
    "added": (Words("增加 {count} 项"), "bold green"),
    "new": (Words("新指出 {count} 项"), "bold cyan"),
    "gone": (Words("不再提及 {count} 项"), "bold"),
}
"""Groups of issues with their headings, the most serious first."""

SUMMARY: dict[Group, Words] = {
    "reopened": Words("反弹 {count}"),
    "dropped": Words("悬空 {count}"),
    "persisting": Words("久拖 {count}"),
    "recurring": Words("重复 {count}"),
    "back": Words("倒退 {count}"),
    "review": Words("待核对 {count}"),
    "edited": Words("修改 {count}"),
    "removed": Words("删去 {count}"),
    "added": Words("增加 {count}"),
    "gone": Words("不再提及 {count}"),
    "new": Words("新指出 {count}"),
}

NO_CHANGE = Words("没有变化")
ALIKE = Words("相似 {likeness:.2f}")
REPEATED = Words("措施重复 {count} 条")
FLAGS: dict[str, Words] = {
    "reopened": Words("反弹"),
    "persisting": Words("久拖"),
    "status_forward": Words("状态好转"),
    "status_back": Words("状态倒退"),
    "split": Words("一分为多"),
    "merged": Words("多合为一"),
    "confirmed": Words("人工确认"),
    "needs_review": Words("待核对"),
}
"""Flags of a change and what they are called."""

EDITED: dict[str, Words] = {
    "number": Words("编号"),
    "text": Words("文字"),
    "status": Words("状态"),
    "status_text": Words("状态表述"),
    "outcome": Words("成效"),
    "deadline": Words("时限"),
    "responsible": Words("责任单位"),
    "measures": Words("措施"),
}
"""Fields of an issue that a revision may edit."""

PARTS: dict[str, Words] = {
    "near": Words("所说相近"),
    "rivals": Words("领先其他"),
    "beside": Words("共同用词之外相近"),
    "across": Words("与对方措施呼应"),
    "measures": Words("措施"),
    "named": Words("所指相同"),
    "section": Words("所在方面"),
    "frame": Words("只是套话相同"),
    "opening": Words("开头相同"),
    "apart": Words("侧重不同"),
}
"""What adds up to the likeness."""

ALL = Words("全部")
SHOW = Words("只看：")
DEADLINE = words_in("diff_words", "时限")
NUMBERS = Words("数字变化")
MEASURES = Words(
    "措施：重复 {repeated}，新增 {added}，不再有 {removed}",
)
WHY = Words("为何算同一问题")
BOTH = Words("都提到")
STALE = Words("不再适用的人工判断")

TIMELINE = Words("{count} 份通报中的问题脉络")
THREAD_GROUPS: dict[str, Words] = {
    "reopened": Words("反弹 {count} 条：曾称完成，又被指出"),
    "dropped": Words("悬空 {count} 条：未完成就不再提"),
    "persisting": Words("久拖 {count} 条：未完成，又被指出"),
    "recurring": Words("重复出现 {count} 条"),
    "once": Words("只出现一次 {count} 条"),
}
"""Groups of threads, the most serious first."""

THREAD_NAMES: dict[str, Words] = {
    "reopened": Words("反弹"),
    "dropped": Words("悬空"),
    "persisting": Words("久拖"),
    "recurring": Words("重复出现"),
    "once": Words("只出现一次"),
}

LEGEND = Words(
    "数字是问题在各自通报中的编号；相似度 0 到 1，按内容判断，与编号无关；— 表示没有写明。",
)

STATUSES: dict[Status, Words] = {
    "completed": Words("已完成"),
    "basically_completed": Words("基本完成"),
    "ongoing": Words("持续整改"),
    "in_progress": Words("正在整改"),
    "not_completed": Words("未完成"),
}
"""The best first."""

WHATS: dict[What, Words] = {
    "issues": Words("问题总数"),
    "issues_completed": words_in("diff_words", "已完成"),
    "issues_basically_completed": words_in("diff_words", "基本完成"),
    "issues_ongoing": words_in("diff_words", "持续整改"),
    "issues_in_progress": words_in("diff_words", "正在整改"),
    "issues_not_completed": words_in("diff_words", "未完成"),
    "aspects": Words("方面"),
    "categories": Words("类"),
    "measures": Words("整改措施"),
    "measures_completed": Words("已完成措施"),
    "regulations": Words("制度"),
    "regulations_new": Words("新建制度"),
    "regulations_revised": Words("修订制度"),
    "regulations_abolished": Words("废止制度"),
    "persons_accountable": Words("追责问责"),
    "persons_disciplined": Words("党纪政务处分"),
    "persons_organizational": Words("组织处理"),
    "persons_talked": Words("谈话提醒"),
    "persons_transferred": Words("移送司法"),
    "cases_filed": Words("立案"),
    "clues": Words("问题线索"),
    "units_accountable": Words("问责单位"),
    "meetings": Words("会议"),
    "amount_recovered": Words("挽回金额"),
    "completion_rate": Words("完成率"),
    "other": Words("其他"),
}

FIELD_NAMES: dict[str, Words] = {
    "title": Words("标题"),
    "metadata.title": words_in("diff_words", "名称"),
    "metadata.index_number": Words("索引号"),
    "metadata.document_number": Words("文号"),
    "metadata.topic": words_in("diff_words", "主题分类"),
    "metadata.issuer": words_in("diff_words", "发布机构"),
    "metadata.published_on": words_in("diff_words", "发布日期"),
    "metadata.issued_on": words_in("diff_words", "成文日期"),
    "metadata.validity": Words("有效性"),
    "metadata.site_name": Words("网站"),
    "metadata.column": words_in("diff_words-2", "栏目"),
    "metadata.origin": words_in("diff_words", "来源"),
    "inspection.team": Words("巡察组"),
    "inspection.level": Words("层级"),
    "inspection.round": Words("轮次"),
    "inspection.started_on": words_in("diff_words", "进驻日期"),
    "inspection.ended_on": words_in("diff_words", "结束日期"),
    "inspection.feedback_on": words_in("diff_words", "反馈日期"),
    "contact.phones": Words("电话"),
    "contact.address": Words("地址"),
    "contact.postcode": Words("邮编"),
    "contact.emails": Words("邮箱"),
    "signature.issuer": Words("落款单位"),
    "signature.signed_on": words_in("diff_words", "落款日期"),
}
