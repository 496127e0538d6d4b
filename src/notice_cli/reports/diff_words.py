"""The words of the comparison's report: data only."""

from __future__ import annotations

from notice_cli.language import Words
from notice_cli.model import Status, What
from notice_cli.model.comparison import Group, Kind

KINDS: dict[Kind, Words] = {
    "years": Words("两次整改通报对比", "Two notices compared"),
    "revision": Words("同一通报的两个版本对比", "Two versions of one notice compared"),
}

OLD = Words("旧", "Old")
NEW = Words("新", "New")
STATUS = Words("整改状态", "Status")
ISSUE = Words("问题", "Issue")
FIGURE = Words("申报数字", "Figure")
DELTA = Words("增减", "Change")
FIELD = Words("栏目", "Field")
FIGURES = Words("申报数字", "Declared figures")
FIELDS = Words("其他变化", "Other changes")
ABSENT = "—"

GROUPS: dict[Group, tuple[Words, str]] = {
    "reopened": (
        Words(
            "反弹 {count} 项：旧通报称已完成，新通报又指出",
            "Reopened: {count} — completed in the old notice, reported again in the new one",
        ),
        "bold red",
    ),
    "dropped": (
        Words(
            "悬空 {count} 项：旧通报未完成，新通报不再提",
            "Dropped while open: {count} — not completed in the old notice, absent from the new one",
        ),
        "bold red",
    ),
    "persisting": (
        Words(
            "久拖 {count} 项：两份通报都未完成",
            "Persisting: {count} — not completed in either notice",
        ),
        "bold yellow",
    ),
    "back": (
        Words("状态倒退 {count} 项：整改状态不如从前", "Status back: {count} — worse than before"),
        "bold yellow",
    ),
    "recurring": (
        Words("重复出现 {count} 项：两份通报都指出", "Recurring: {count} — in both notices"),
        "bold yellow",
    ),
    "review": (
        Words("待核对 {count} 项：像是同一问题，请人工判断", "To review: {count} — look alike, please judge"),
        "bold magenta",
    ),
    "removed": (Words("删去 {count} 项", "Removed: {count}"), "bold red"),
    "edited": (Words("修改 {count} 项", "Edited: {count}"), "bold yellow"),
    "added": (Words("增加 {count} 项", "Added: {count}"), "bold green"),
    "new": (Words("新指出 {count} 项", "New: {count}"), "bold cyan"),
    "gone": (Words("不再提及 {count} 项", "Gone: {count}"), "bold"),
}
"""Groups of issues with their headings, the most serious first."""

SUMMARY: dict[Group, Words] = {
    "reopened": Words("反弹 {count}", "reopened {count}"),
    "dropped": Words("悬空 {count}", "dropped while open {count}"),
    "persisting": Words("久拖 {count}", "persisting {count}"),
    "recurring": Words("重复 {count}", "recurring {count}"),
    "back": Words("倒退 {count}", "status back {count}"),
    "review": Words("待核对 {count}", "to review {count}"),
    "edited": Words("修改 {count}", "edited {count}"),
    "removed": Words("删去 {count}", "removed {count}"),
    "added": Words("增加 {count}", "added {count}"),
    "gone": Words("不再提及 {count}", "gone {count}"),
    "new": Words("新指出 {count}", "new {count}"),
}

NO_CHANGE = Words("没有变化", "Nothing changed")
ALIKE = Words("相似 {likeness:.2f}", "alike {likeness:.2f}")
REPEATED = Words("措施重复 {count} 条", "measures repeated: {count}")
FLAGS: dict[str, Words] = {
    "reopened": Words("反弹", "reopened"),
    "persisting": Words("久拖", "persisting"),
    "status_forward": Words("状态好转", "status forward"),
    "status_back": Words("状态倒退", "status back"),
    "split": Words("一分为多", "split"),
    "merged": Words("多合为一", "merged"),
    "confirmed": Words("人工确认", "confirmed"),
    "needs_review": Words("待核对", "to review"),
}
"""Flags of a change and what they are called."""

EDITED: dict[str, Words] = {
    "number": Words("编号", "number"),
    "text": Words("文字", "text"),
    "status": Words("状态", "status"),
    "status_text": Words("状态表述", "status wording"),
    "outcome": Words("成效", "outcome"),
    "deadline": Words("时限", "deadline"),
    "responsible": Words("责任单位", "responsible"),
    "measures": Words("措施", "measures"),
}
"""Fields of an issue that a revision may edit."""

PARTS: dict[str, Words] = {
    "subjects": Words("主题", "subjects"),
    "faults": Words("情形", "faults"),
    "words": Words("用词", "words"),
    "amounts": Words("金额", "amounts"),
    "letters": Words("用字", "letters"),
    "measures": Words("措施", "measures"),
    "section": Words("所在方面", "section"),
    "rivals": Words("领先其他", "lead"),
}
"""Parts of the likeness."""

ALL = Words("全部", "All")
SHOW = Words("只看：", "Show:")
DEADLINE = Words("时限", "Deadline")
NUMBERS = Words("数字变化", "Figures")
MEASURES = Words(
    "措施：重复 {repeated}，新增 {added}，不再有 {removed}",
    "Measures: repeated {repeated}, added {added}, gone {removed}",
)
WHY = Words("为何算同一问题", "Why these are one")
BOTH = Words("都提到", "Both name")
STALE = Words("不再适用的人工判断", "Decisions that no longer apply")

TIMELINE = Words("{count} 份通报中的问题脉络", "Threads of issues over {count} notices")
THREAD_GROUPS: dict[str, Words] = {
    "reopened": Words("反弹 {count} 条：曾称完成，又被指出", "Reopened: {count} — completed once, and back"),
    "dropped": Words("悬空 {count} 条：未完成就不再提", "Dropped while open: {count}"),
    "persisting": Words("久拖 {count} 条：未完成，又被指出", "Persisting: {count} — open, and back"),
    "recurring": Words("重复出现 {count} 条", "Recurring: {count}"),
    "once": Words("只出现一次 {count} 条", "In one notice only: {count}"),
}
"""Groups of threads, the most serious first."""

THREAD_NAMES: dict[str, Words] = {
    "reopened": Words("反弹", "reopened"),
    "dropped": Words("悬空", "dropped while open"),
    "persisting": Words("久拖", "persisting"),
    "recurring": Words("重复出现", "recurring"),
    "once": Words("只出现一次", "in one notice only"),
}

LEGEND = Words(
    "数字是问题在各自通报中的编号；相似度 0 到 1，按内容判断，与编号无关；— 表示没有写明。",
    "Numbers are those of each notice; likeness runs from 0 to 1 and is of what is said, never of numbers; "
    "— is not stated.",
)

STATUSES: dict[Status, Words] = {
    "completed": Words("已完成", "completed"),
    "basically_completed": Words("基本完成", "basically completed"),
    "ongoing": Words("持续整改", "ongoing"),
    "in_progress": Words("正在整改", "in progress"),
    "not_completed": Words("未完成", "not completed"),
}
"""The best first."""

WHATS: dict[What, Words] = {
    "issues": Words("问题总数", "issues"),
    "issues_completed": Words("已完成", "issues completed"),
    "issues_basically_completed": Words("基本完成", "issues basically completed"),
    "issues_ongoing": Words("持续整改", "issues ongoing"),
    "issues_in_progress": Words("正在整改", "issues in progress"),
    "issues_not_completed": Words("未完成", "issues not completed"),
    "aspects": Words("方面", "aspects"),
    "categories": Words("类", "categories"),
    "measures": Words("整改措施", "measures"),
    "measures_completed": Words("已完成措施", "measures completed"),
    "regulations": Words("制度", "regulations"),
    "regulations_new": Words("新建制度", "regulations made"),
    "regulations_revised": Words("修订制度", "regulations revised"),
    "regulations_abolished": Words("废止制度", "regulations abolished"),
    "persons_accountable": Words("追责问责", "persons held accountable"),
    "persons_disciplined": Words("党纪政务处分", "persons disciplined"),
    "persons_organizational": Words("组织处理", "organizational measures"),
    "persons_talked": Words("谈话提醒", "persons talked to"),
    "persons_transferred": Words("移送司法", "persons transferred"),
    "cases_filed": Words("立案", "cases filed"),
    "clues": Words("问题线索", "clues"),
    "units_accountable": Words("问责单位", "units held accountable"),
    "meetings": Words("会议", "meetings"),
    "amount_recovered": Words("挽回金额", "amount recovered"),
    "completion_rate": Words("完成率", "completion rate"),
    "other": Words("其他", "other"),
}

FIELD_NAMES: dict[str, Words] = {
    "title": Words("标题", "title"),
    "metadata.title": Words("名称", "page title"),
    "metadata.index_number": Words("索引号", "index number"),
    "metadata.document_number": Words("文号", "document number"),
    "metadata.topic": Words("主题分类", "topic"),
    "metadata.issuer": Words("发布机构", "publisher"),
    "metadata.published_on": Words("发布日期", "published on"),
    "metadata.issued_on": Words("成文日期", "issued on"),
    "metadata.validity": Words("有效性", "validity"),
    "metadata.site_name": Words("网站", "site"),
    "metadata.column": Words("栏目", "column"),
    "metadata.origin": Words("来源", "origin"),
    "inspection.team": Words("巡察组", "inspection team"),
    "inspection.level": Words("层级", "level"),
    "inspection.round": Words("轮次", "round"),
    "inspection.started_on": Words("进驻日期", "inspected from"),
    "inspection.ended_on": Words("结束日期", "inspected until"),
    "inspection.feedback_on": Words("反馈日期", "feedback on"),
    "contact.phones": Words("电话", "phones"),
    "contact.address": Words("地址", "address"),
    "contact.postcode": Words("邮编", "postcode"),
    "contact.emails": Words("邮箱", "e-mail"),
    "signature.issuer": Words("落款单位", "signed by"),
    "signature.signed_on": Words("落款日期", "signed on"),
}
