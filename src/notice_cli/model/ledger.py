"""The ledger (台账) that goes out and comes back: its sheets, columns and words in both languages.

What writes a ledger and what reads one both look here, so that they cannot drift apart. Data only.
"""

from __future__ import annotations

from typing import NamedTuple

from notice_cli.language import Words, words_in


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


NOTICE = Column("notice", Words("通报序号"), 9)
"""Leads every table of a ledger that holds several notices."""
_ISSUE = Column("issue", Words("问题序号"), 9)
_SUMMARY = Column("summary", Words("问题摘要"), 36)

TABLES: dict[str, Table] = {
    "ledger": Table(
        Words("整改台账"),
        (
            Column("number", words_in("ledger", "序号"), 6),
            Column("text", Words("反馈问题"), 40),
            Column("status", Words("整改状态"), 10),
            Column("measures", Words("整改情况"), 60),
            Column("responsible", words_in("ledger", "责任单位"), 16),
            Column("deadline", Words("整改时限"), 14),
        ),
    ),
    "issues": Table(
        Words("问题清单"),
        (
            Column("position", Words("序号"), 6),
            Column("number", Words("问题编号"), 9),
            Column("label", Words("标号"), 10),
            Column("section", Words("所属方面"), 24),
            Column("text", Words("反馈问题"), 60),
            Column("status", Words("整改状态"), 12),
            Column("status_text", Words("整改结果（原文）"), 20),
            Column("measures", Words("措施条数"), 9),
            Column("outcome", words_in("ledger", "整改成效"), 24),
            Column("line", Words("原文行号"), 9),
        ),
    ),
    "measures": Table(
        Words("措施清单（任务）"),
        (
            _ISSUE,
            _SUMMARY,
            Column("ordinal", Words("措施序号"), 9),
            Column("label", Words("标号"), 8),
            Column("text", words_in("ledger", "整改措施"), 90),
        ),
    ),
    "responsible": Table(
        Words("责任清单"),
        (_ISSUE, _SUMMARY, Column("name", Words("责任单位或责任人"), 40)),
    ),
    "deadlines": Table(
        Words("时限清单"),
        (_ISSUE, _SUMMARY, Column("deadline", Words("整改时限"), 30)),
    ),
    "counts": Table(
        Words("申报数字"),
        (
            Column("position", Words("序号"), 6),
            Column("what", words_in("ledger", "类别"), 20),
            Column("value", words_in("ledger", "数值"), 11),
            Column("low", Words("最小"), 11),
            Column("high", Words("最大"), 11),
            Column("unit", words_in("ledger", "单位"), 10),
            Column("text", Words("原文"), 60),
            Column("scope", Words("范围"), 24),
            Column("state", words_in("ledger", "核对结果"), 12),
            Column("codes", Words("所用规则"), 20),
            Column("refs", Words("点名的问题"), 12),
            Column("approximate", words_in("ledger", "约数"), 7),
            Column("derived", Words("推算"), 7),
        ),
    ),
    "arithmetic": Table(
        Words("算式核对"),
        (
            Column("position", Words("序号"), 6),
            Column("code", Words("规则"), 20),
            Column("left", Words("左边"), 11),
            Column("operator", Words("关系"), 11),
            Column("right", Words("右边"), 11),
            Column("verdict", Words("是否相符"), 10),
            Column("text", Words("依据"), 60),
            Column("expression", words_in("ledger", "算式"), 24),
        ),
    ),
    "findings": Table(
        Words("疑点"),
        (
            Column("level", words_in("ledger", "级别"), 8),
            Column("code", Words("规则"), 10),
            Column("message", words_in("ledger", "说明"), 60),
            Column("issue", Words("问题编号"), 9),
            Column("text", Words("原文"), 50),
            Column("line", Words("原文行号"), 9),
            Column("suggestion", Words("建议"), 30),
        ),
    ),
    "facts": Table(
        Words("通报信息"),
        (Column("field", Words("项目"), 24), Column("value", Words("内容"), 90)),
    ),
    "rest": Table(
        Words("续文"),
        (
            Column("mark", Words("续文号"), 10),
            Column("part", Words("段"), 6),
            Column("text", words_in("ledger", "文字"), 110),
        ),
    ),
}
"""Every table; `ledger` holds an issue with all that belongs to it in one row, the others are the sheets."""
CHECKING = Words("数据核对")
"""The sheet on which the declared figures and, below them, the arithmetic stand."""

STATUSES: dict[str, Words] = {
    "completed": Words("已完成"),
    "basically_completed": Words("基本完成"),
    "ongoing": Words("持续整改"),
    "in_progress": Words("正在整改"),
    "not_completed": Words("未完成"),
}
KINDS: dict[str, Words] = {
    "issues": Words("问题总数"),
    "issues_completed": Words("已完成的问题"),
    "issues_basically_completed": Words("基本完成的问题"),
    "issues_ongoing": Words("持续整改的问题"),
    "issues_in_progress": Words("正在整改的问题"),
    "issues_not_completed": Words("未完成的问题"),
    "aspects": Words("方面"),
    "categories": Words("大类"),
    "measures": Words("制定的措施"),
    "measures_completed": Words("完成的措施"),
    "regulations": Words("制度总数"),
    "regulations_new": Words("新建的制度"),
    "regulations_revised": Words("修订的制度"),
    "regulations_abolished": Words("废止的制度"),
    "persons_accountable": Words("追责问责的人"),
    "persons_disciplined": Words("党纪政务处分的人"),
    "persons_organizational": Words("组织处理的人"),
    "persons_talked": Words("谈话提醒的人"),
    "persons_transferred": Words("移送司法的人"),
    "cases_filed": Words("立案"),
    "clues": Words("问题线索"),
    "units_accountable": Words("问责的单位"),
    "meetings": Words("会议"),
    "amount_recovered": Words("追缴清退的金额"),
    "completion_rate": Words("完成率"),
    "other": Words("其他"),
}
"""Kinds of declared figures; no two have one name."""
GENRES: dict[str, Words] = {
    "inspection": Words("巡视巡察整改"),
    "audit": Words("审计整改"),
    "environment": Words("生态环境保护督察整改"),
    "other": Words("其他整改"),
}
LEVELS: dict[str, Words] = {
    "central": Words("中央"),
    "province": Words("省级"),
    "city": Words("市级"),
    "county": Words("县级"),
    "unit": Words("单位内部"),
}
FACTS: dict[str, Words] = {
    "title": words_in("ledger", "标题"),
    "genre": Words("类型"),
    "source.uri": words_in("ledger", "来源"),
    "source.sha256": Words("来源文件的 SHA-256"),
    "metadata.issuer": Words("发布机构"),
    "metadata.index_number": words_in("ledger", "索引号"),
    "metadata.document_number": words_in("ledger", "文号"),
    "metadata.published_on": words_in("ledger", "发布日期"),
    "metadata.issued_on": words_in("ledger", "成文日期"),
    "inspection.team": words_in("ledger", "巡视巡察组"),
    "inspection.level": Words("巡视巡察层级"),
    "inspection.round": words_in("ledger", "轮次"),
    "inspection.started_on": Words("进驻日期"),
    "inspection.ended_on": Words("结束日期"),
    "inspection.feedback_on": words_in("ledger", "反馈日期"),
    "section": words_in("ledger", "方面"),
    "contact.phones": words_in("ledger", "联系电话"),
    "contact.address": words_in("ledger", "联系地址"),
    "contact.postcode": Words("邮政编码"),
    "contact.emails": words_in("ledger", "电子邮箱"),
    "signature.issuer": words_in("ledger", "落款单位"),
    "signature.signed_on": words_in("ledger", "落款日期"),
    "passed": Words("核对通过的规则"),
    "not_applicable": Words("未能判断的规则"),
}
"""What is told about a notice as a whole; a field that has several values takes several rows."""
VERDICTS: dict[str, Words] = {
    "verified": Words("已核实"),
    "contradicted": words_in("ledger", "矛盾"),
    "unverified": Words("未核实"),
}
GRAVITY: dict[str, Words] = {
    "error": Words("错误"),
    "warning": Words("警告"),
    "note": Words("提示"),
}
HOLDS = Words("相符")
DIFFERS = Words("不符")
YES = Words("是")
WHOLE = Words("全文")
SCOPES: dict[str, Words] = {
    "section": Words("第{number}部分"),
    "issue": Words("问题{number}"),
}
CONTINUED = "…〔续文{mark}〕"
"""Ends a cell whose text is longer than a cell may be; the whole text stands in the table `rest`."""
AGAINST_CODES = ("LED001", "LED002", "LED003", "LED004", "LED005", "LED006", "LED007")
"""What a notice held against a ledger can be found to differ in."""
