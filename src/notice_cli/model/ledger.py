"""The ledger (台账) that goes out and comes back: its sheets, columns and words in both languages.

What writes a ledger and what reads one both look here, so that they cannot drift apart. Data only.
"""

from __future__ import annotations

from typing import NamedTuple

from notice_cli.language import Words


class Column(NamedTuple):
    """A column of a table: our name for it, its head, its width in characters."""

    name: str
    words: Words
    width: int


class Table(NamedTuple):
    """A table of the ledger: the name of its sheet and its columns."""

    words: Words
    columns: tuple[Column, ...]

    def heads(self, lang: str) -> list[str]:
        """The heads of the columns, `zh` or `en`."""
        return [column.words.zh if lang == "zh" else column.words.en for column in self.columns]


NOTICE = Column("notice", Words("通报序号", "Notice no."), 9)
"""Leads every table of a ledger that holds several notices."""
_ISSUE = Column("issue", Words("问题序号", "Issue row"), 9)
_SUMMARY = Column("summary", Words("问题摘要", "Issue in short"), 36)

TABLES: dict[str, Table] = {
    "ledger": Table(
        Words("整改台账", "Ledger"),
        (
            Column("number", Words("序号", "No."), 6),
            Column("text", Words("反馈问题", "Issue"), 40),
            Column("status", Words("整改状态", "Status"), 10),
            Column("measures", Words("整改情况", "Measures taken"), 60),
            Column("responsible", Words("责任单位", "Responsible"), 16),
            Column("deadline", Words("整改时限", "Deadline"), 14),
        ),
    ),
    "issues": Table(
        Words("问题清单", "Issues"),
        (
            Column("position", Words("序号", "Row"), 6),
            Column("number", Words("问题编号", "Issue no."), 9),
            Column("label", Words("标号", "Label"), 10),
            Column("section", Words("所属方面", "Section"), 24),
            Column("text", Words("反馈问题", "Issue"), 60),
            Column("status", Words("整改状态", "Status"), 12),
            Column("status_text", Words("整改结果（原文）", "Result as printed"), 20),
            Column("measures", Words("措施条数", "Measures"), 9),
            Column("outcome", Words("整改成效", "Outcome"), 24),
            Column("line", Words("原文行号", "Source line"), 9),
        ),
    ),
    "measures": Table(
        Words("措施清单（任务）", "Measures"),
        (
            _ISSUE,
            _SUMMARY,
            Column("ordinal", Words("措施序号", "Measure no."), 9),
            Column("label", Words("标号", "Label"), 8),
            Column("text", Words("整改措施", "Measure"), 90),
        ),
    ),
    "responsible": Table(
        Words("责任清单", "Responsible"),
        (_ISSUE, _SUMMARY, Column("name", Words("责任单位或责任人", "Responsible"), 40)),
    ),
    "deadlines": Table(
        Words("时限清单", "Deadlines"),
        (_ISSUE, _SUMMARY, Column("deadline", Words("整改时限", "Deadline"), 30)),
    ),
    "counts": Table(
        Words("申报数字", "Declared figures"),
        (
            Column("position", Words("序号", "Row"), 6),
            Column("what", Words("类别", "Kind"), 20),
            Column("value", Words("数值", "Figure"), 11),
            Column("low", Words("最小", "At least"), 11),
            Column("high", Words("最大", "At most"), 11),
            Column("unit", Words("单位", "Unit"), 10),
            Column("text", Words("原文", "As printed"), 60),
            Column("scope", Words("范围", "Scope"), 24),
            Column("state", Words("核对结果", "Verdict"), 12),
            Column("codes", Words("所用规则", "Rules"), 20),
            Column("refs", Words("点名的问题", "Issues named"), 12),
            Column("approximate", Words("约数", "Vague"), 7),
            Column("derived", Words("推算", "Implied"), 7),
        ),
    ),
    "arithmetic": Table(
        Words("算式核对", "Arithmetic"),
        (
            Column("position", Words("序号", "Row"), 6),
            Column("code", Words("规则", "Rule"), 20),
            Column("left", Words("左边", "Left"), 11),
            Column("operator", Words("关系", "Relation"), 11),
            Column("right", Words("右边", "Right"), 11),
            Column("verdict", Words("是否相符", "Holds"), 10),
            Column("text", Words("依据", "Rests on"), 60),
            Column("expression", Words("算式", "Equation"), 24),
        ),
    ),
    "findings": Table(
        Words("疑点", "Findings"),
        (
            Column("level", Words("级别", "Level"), 8),
            Column("code", Words("规则", "Rule"), 10),
            Column("message", Words("说明", "Message"), 60),
            Column("issue", Words("问题编号", "Issue no."), 9),
            Column("text", Words("原文", "As printed"), 50),
            Column("line", Words("原文行号", "Source line"), 9),
            Column("suggestion", Words("建议", "Suggestion"), 30),
        ),
    ),
    "facts": Table(
        Words("通报信息", "About the notice"),
        (Column("field", Words("项目", "Field"), 24), Column("value", Words("内容", "Value"), 90)),
    ),
    "rest": Table(
        Words("续文", "Continued texts"),
        (
            Column("mark", Words("续文号", "Continued no."), 10),
            Column("part", Words("段", "Part"), 6),
            Column("text", Words("文字", "Text"), 110),
        ),
    ),
}
"""Every table; `ledger` holds an issue with all that belongs to it in one row, the others are the sheets."""
CHECKING = Words("数据核对", "Figures")
"""The sheet on which the declared figures and, below them, the arithmetic stand."""

STATUSES: dict[str, Words] = {
    "completed": Words("已完成", "completed"),
    "basically_completed": Words("基本完成", "basically completed"),
    "ongoing": Words("持续整改", "ongoing"),
    "in_progress": Words("正在整改", "in progress"),
    "not_completed": Words("未完成", "not completed"),
}
KINDS: dict[str, Words] = {
    "issues": Words("问题总数", "issues"),
    "issues_completed": Words("已完成的问题", "issues completed"),
    "issues_basically_completed": Words("基本完成的问题", "issues basically completed"),
    "issues_ongoing": Words("持续整改的问题", "issues ongoing"),
    "issues_in_progress": Words("正在整改的问题", "issues in progress"),
    "issues_not_completed": Words("未完成的问题", "issues not completed"),
    "aspects": Words("方面", "aspects"),
    "categories": Words("大类", "categories"),
    "measures": Words("制定的措施", "measures formulated"),
    "measures_completed": Words("完成的措施", "measures completed"),
    "regulations": Words("制度总数", "regulations"),
    "regulations_new": Words("新建的制度", "regulations made"),
    "regulations_revised": Words("修订的制度", "regulations revised"),
    "regulations_abolished": Words("废止的制度", "regulations abolished"),
    "persons_accountable": Words("追责问责的人", "persons held accountable"),
    "persons_disciplined": Words("党纪政务处分的人", "persons disciplined"),
    "persons_organizational": Words("组织处理的人", "persons under organizational measures"),
    "persons_talked": Words("谈话提醒的人", "persons talked to"),
    "persons_transferred": Words("移送司法的人", "persons transferred"),
    "cases_filed": Words("立案", "cases filed"),
    "clues": Words("问题线索", "clues"),
    "units_accountable": Words("问责的单位", "units held accountable"),
    "meetings": Words("会议", "meetings"),
    "amount_recovered": Words("追缴清退的金额", "amount recovered"),
    "completion_rate": Words("完成率", "completion rate"),
    "other": Words("其他", "other"),
}
"""Kinds of declared figures; no two have one name."""
GENRES: dict[str, Words] = {
    "inspection": Words("巡视巡察整改", "inspection"),
    "audit": Words("审计整改", "audit"),
    "environment": Words("生态环境保护督察整改", "environment"),
    "other": Words("其他整改", "other"),
}
LEVELS: dict[str, Words] = {
    "central": Words("中央", "central"),
    "province": Words("省级", "province"),
    "city": Words("市级", "city"),
    "county": Words("县级", "county"),
    "unit": Words("单位内部", "unit"),
}
FACTS: dict[str, Words] = {
    "title": Words("标题", "Title"),
    "genre": Words("类型", "Genre"),
    "source.uri": Words("来源", "Source"),
    "source.sha256": Words("来源文件的 SHA-256", "SHA-256 of the source"),
    "metadata.issuer": Words("发布机构", "Publisher"),
    "metadata.index_number": Words("索引号", "Index number"),
    "metadata.document_number": Words("文号", "Document number"),
    "metadata.published_on": Words("发布日期", "Published on"),
    "metadata.issued_on": Words("成文日期", "Issued on"),
    "inspection.team": Words("巡视巡察组", "Inspection team"),
    "inspection.level": Words("巡视巡察层级", "Inspection level"),
    "inspection.round": Words("轮次", "Round"),
    "inspection.started_on": Words("进驻日期", "Inspection began"),
    "inspection.ended_on": Words("结束日期", "Inspection ended"),
    "inspection.feedback_on": Words("反馈日期", "Feedback on"),
    "section": Words("方面", "Section"),
    "contact.phones": Words("联系电话", "Phone"),
    "contact.address": Words("联系地址", "Address"),
    "contact.postcode": Words("邮政编码", "Postcode"),
    "contact.emails": Words("电子邮箱", "Mailbox"),
    "signature.issuer": Words("落款单位", "Signed by"),
    "signature.signed_on": Words("落款日期", "Signed on"),
    "passed": Words("核对通过的规则", "Rules passed"),
    "not_applicable": Words("未能判断的规则", "Rules not judged"),
}
"""What is told about a notice as a whole; a field that has several values takes several rows."""
VERDICTS: dict[str, Words] = {
    "verified": Words("已核实", "verified"),
    "contradicted": Words("矛盾", "contradicted"),
    "unverified": Words("未核实", "unverified"),
}
GRAVITY: dict[str, Words] = {
    "error": Words("错误", "error"),
    "warning": Words("警告", "warning"),
    "note": Words("提示", "note"),
}
HOLDS = Words("相符", "yes")
DIFFERS = Words("不符", "no")
YES = Words("是", "yes")
WHOLE = Words("全文", "notice")
SCOPES: dict[str, Words] = {
    "section": Words("第{number}部分", "section {number}"),
    "issue": Words("问题{number}", "issue {number}"),
}
CONTINUED = "…〔续文{mark}〕"
"""Ends a cell whose text is longer than a cell may be; the whole text stands in the table `rest`."""
AGAINST_CODES = ("LED001", "LED002", "LED003", "LED004", "LED005", "LED006", "LED007")
"""What a notice held against a ledger can be found to differ in."""
