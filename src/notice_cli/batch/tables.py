"""The tables of a data set and their columns: data only; `docs/data.md` and `_schema` tell the same."""

from __future__ import annotations

from typing import NamedTuple

from notice_cli.language import Words

FORMAT = 1
"""Of tables and columns; one more where a column is renamed or dropped."""


class Column(NamedTuple):
    """A column: its type as `_schema` names it, and what it holds."""

    name: str
    type: str
    about: Words
    repeats: bool = False
    """Few different values: stored as a dictionary."""


_NOTICE = Column(
    "notice_id", "string", Words("通报：所读字节的 SHA-256", "the notice: SHA-256 of the bytes read"), True
)
_ISSUE = Column(
    "issue_position", "int32", Words("问题在通报中的位置，从 1 起", "the issue's position, from 1"), False
)
_PLACE = (
    Column(
        "span_start", "int32", Words("原文起点（notices.text 的字符偏移）", "offset into notices.text"), False
    ),
    Column("span_end", "int32", Words("原文终点", "offset where it ends"), False),
    Column("source_line", "int32", Words("文件中的行，从 1 起", "line of the file, from 1"), False),
)


def _column(name: str, type_: str, zh: str, en: str, *, repeats: bool = False) -> Column:
    return Column(name, type_, Words(zh, en), repeats)


TABLES: dict[str, tuple[Column, ...]] = {
    "notices": (
        _NOTICE._replace(repeats=False),
        _column("uri", "string", "来源：路径、网址", "source: path or address"),
        _column("archive", "string", "所在的 WARC 文件", "the WARC file that holds it", repeats=True),
        _column("archive_offset", "int64", "记录在 WARC 中的偏移", "offset of its record there"),
        _column("media_type", "string", "媒体类型", "media type", repeats=True),
        _column("encoding", "string", "编码", "encoding", repeats=True),
        _column("replaced", "int32", "无法解码的字符数", "characters that could not be decoded"),
        _column("size", "int64", "字节数", "bytes"),
        _column("fetched_at", "timestamp", "抓取时间（UTC）", "when it was fetched (UTC)"),
        _column("next", "string", "下一页的网址", "address of the next part"),
        _column("genre", "string", "类别", "genre", repeats=True),
        _column("title", "string", "标题", "title"),
        _column("text", "string", "正文", "the body's text"),
        _column("body", "string", "发布单位的名称，去掉党组等字样", "the issuing body, party suffixes off"),
        _column("year", "int16", "公开、成文、落款或反馈的年份，取最先有的", "year: published, else signed"),
        _column("layout", "string", "版式", "layout", repeats=True),
        _column("layout_score", "float64", "版式把握，0 到 1", "how well the layout explains it, 0 to 1"),
        _column("metadata_title", "string", "名称", "title in the metadata"),
        _column("index_number", "string", "索引号", "index number"),
        _column("document_number", "string", "文号", "document number"),
        _column("subject_class", "string", "主题分类", "topic in the metadata", repeats=True),
        _column("issuer", "string", "发文单位", "issuer in the metadata", repeats=True),
        _column("published_on", "string", "公开日期（可能只到月或年）", "published (may be a month or year)"),
        _column("issued_on", "string", "成文日期", "issued"),
        _column("validity", "string", "有效性", "validity", repeats=True),
        _column("site_name", "string", "网站", "site", repeats=True),
        _column("site_column", "string", "栏目", "column of the site", repeats=True),
        _column("origin", "string", "来源（转载自）", "origin", repeats=True),
        _column("metadata_other", "map<string, string>", "其他元数据", "further metadata"),
        _column("team", "string", "巡视巡察组", "inspection team", repeats=True),
        _column("level", "string", "巡视巡察的层级", "level of the inspecting body", repeats=True),
        _column("round", "string", "轮次", "round", repeats=True),
        _column("started_on", "string", "巡察开始", "inspection began"),
        _column("ended_on", "string", "巡察结束", "inspection ended"),
        _column("feedback_on", "string", "反馈日期", "feedback given"),
        _column("phones", "list<string>", "联系电话", "telephone numbers"),
        _column("address", "string", "联系地址", "address"),
        _column("postcode", "string", "邮编", "postcode"),
        _column("emails", "list<string>", "电子邮箱", "mailboxes"),
        _column("signed_by", "string", "落款单位", "issuer in the signature"),
        _column("signed_on", "string", "落款日期", "date of the signature"),
        _column("issues_listed", "int32", "列出的问题数", "issues listed"),
        _column("measures_listed", "int32", "列出的措施数", "measures listed"),
        _column("blocks_unparsed", "int32", "未能归类的段落数", "blocks that found no place"),
        _column("errors", "int32", "错误数", "findings of level error"),
        _column("warnings", "int32", "警告数", "findings of level warning"),
        _column("notes", "int32", "提示数", "findings of level note"),
        _column("rules_passed", "list<string>", "通过的规则", "rules that held"),
        _column("rules_not_judged", "list<string>", "无法判断的规则", "rules that lacked their facts"),
        _column("rules_broken", "list<string>", "出错的规则", "rules that raised"),
    ),
    "issues": (
        _NOTICE,
        _ISSUE,
        _column("number", "int32", "编号（可能重复或跳号）", "number (may repeat or skip)"),
        _column("label", "string", "印出的标签", "label as printed"),
        _column("section", "int32", "所在部分的序号", "number of its section"),
        _column("section_heading", "string", "所在部分的标题", "heading of its section", repeats=True),
        _column("text", "string", "问题", "the problem as reported"),
        _column("status", "string", "整改结果的类别", "status", repeats=True),
        _column("status_text", "string", "印出的整改结果", "status as printed", repeats=True),
        _column("status_start", "int32", "整改结果的起点", "offset of the status"),
        _column("status_end", "int32", "整改结果的终点", "offset where it ends"),
        _column("topic", "string", "主题：最先说到的", "topic named first", repeats=True),
        _column("topics", "list<string>", "说到的全部主题", "all topics named"),
        _column("measures_listed", "int32", "列出的措施数", "measures listed"),
        _column("outcome", "string", "整改成效", "outcome"),
        _column("responsible", "list<string>", "责任单位、责任人", "units or persons responsible"),
        _column("deadline", "string", "整改时限", "deadline as printed"),
        *_PLACE,
    ),
    "measures": (
        _NOTICE,
        _ISSUE,
        _column("ordinal", "int32", "措施的序号", "ordinal"),
        _column("label", "string", "印出的序号", "enumerator as printed", repeats=True),
        _column("text", "string", "措施", "the measure"),
        *_PLACE,
    ),
    "counts": (
        _NOTICE,
        _column("count_position", "int32", "申报数字的位置，从 0 起", "position among the figures, from 0"),
        _column("what", "string", "是什么的数字", "what is counted", repeats=True),
        _column("value", "float64", "数值", "value"),
        _column("unit", "string", "单位", "unit", repeats=True),
        _column("approximate", "bool", "约数", "vague (近, 余)"),
        _column("derived", "bool", "推出的，未直接印出", "only implied"),
        _column("refs", "list<int32>", "点名的问题编号", "issue numbers that it names"),
        _column("scope", "string", "范围：notice、section:2、issue:14", "scope", repeats=True),
        _column("state", "string", "核对结果", "verified, contradicted, unverified", repeats=True),
        _column("codes", "list<string>", "得出核对结果的规则", "rules that decided it"),
        _column("text", "string", "所在的分句", "the clause it was read from"),
        *_PLACE,
    ),
    "findings": (
        _NOTICE,
        _column("finding_position", "int32", "发现的位置，从 0 起", "position among the findings, from 0"),
        _column("code", "string", "规则", "rule", repeats=True),
        _column("name", "string", "规则名", "name of the rule", repeats=True),
        _column("level", "string", "级别", "level", repeats=True),
        _column("message", "string", "说明", "message"),
        _column("issue_number", "int32", "所涉问题的编号", "number of the issue it is about"),
        _column("suggestion", "string", "应当怎么写", "what to write instead"),
        _column("repairs", "list<string>", "可能的修改", "possible repairs"),
        _column("arithmetic", "list<string>", "算式", "equations, as text"),
        _column("quotes", "list<string>", "依据的原文", "the words that it rests on"),
        _column("fingerprint", "string", "指纹", "fingerprint"),
        *_PLACE,
    ),
    "failures": (
        _column("uri", "string", "来源：路径、网址", "source: path or address"),
        _column("archive", "string", "所在的 WARC 文件", "the WARC file that holds it", repeats=True),
        _column("archive_offset", "int64", "记录在 WARC 中的偏移", "offset of its record there"),
        _column("sha256", "string", "所读字节的 SHA-256", "SHA-256 of the bytes, where they were read"),
        _column("size", "int64", "字节数", "bytes"),
        _column("kind", "string", "原因的类别", "kind of the reason", repeats=True),
        _column("message", "string", "原因", "the reason, one sentence"),
    ),
}
"""Every table and its columns, in the order that they are written in."""

PLACED = tuple(name for name, columns in TABLES.items() if columns[-3:] == _PLACE)
"""Tables whose rows have a place in a notice's text."""
