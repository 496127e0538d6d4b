"""The tables of a data set and their columns: data only; `docs/data.md` and `_schema` tell the same."""

from __future__ import annotations

from typing import NamedTuple

from notice_cli.language import Words, words_in

FORMAT = 1
"""Of tables and columns; one more where a column is renamed or dropped."""


class Column(NamedTuple):
    """A column: its type as `_schema` names it, and what it holds."""

    name: str
    type: str
    about: Words
    repeats: bool = False
    """Few different values: stored as a dictionary."""


_NOTICE = Column("notice_id", "string", Words("通报：所读字节的 SHA-256"), True)
_ISSUE = Column("issue_position", "int32", Words("问题在通报中的位置，从 1 起"), False)
_PLACE = (
    Column("span_start", "int32", Words("原文起点（notices.text 的字符偏移）"), False),
    Column("span_end", "int32", Words("原文终点"), False),
    Column("source_line", "int32", Words("文件中的行，从 1 起"), False),
)


def _column(name: str, type_: str, about: Words, *, repeats: bool = False) -> Column:
    return Column(name, type_, about, repeats)


TABLES: dict[str, tuple[Column, ...]] = {
    "notices": (
        _NOTICE._replace(repeats=False),
        _column("uri", "string", Words("来源：路径、网址")),
        _column("archive", "string", Words("所在的 WARC 文件"), repeats=True),
        _column("archive_offset", "int64", Words("记录在 WARC 中的偏移")),
        _column("media_type", "string", Words("媒体类型"), repeats=True),
        _column("encoding", "string", Words("编码"), repeats=True),
        _column("replaced", "int32", Words("无法解码的字符数")),
        _column("size", "int64", Words("字节数")),
        _column("fetched_at", "timestamp", Words("抓取时间（UTC）")),
        _column("next", "string", Words("下一页的网址")),
        _column("genre", "string", Words("类别"), repeats=True),
        _column("title", "string", Words("标题")),
        _column("text", "string", Words("正文")),
        _column("body", "string", Words("发布单位的名称，去掉党组等字样")),
        _column("year", "int16", Words("公开、成文、落款或反馈的年份，取最先有的")),
        _column("layout", "string", Words("版式"), repeats=True),
        _column("layout_score", "float64", Words("版式把握，0 到 1")),
        _column("metadata_title", "string", Words("名称")),
        _column("index_number", "string", Words("索引号")),
        _column("document_number", "string", Words("文号")),
        _column("subject_class", "string", Words("主题分类"), repeats=True),
        _column("issuer", "string", Words("发文单位"), repeats=True),
        _column("published_on", "string", Words("公开日期（可能只到月或年）")),
        _column("issued_on", "string", Words("成文日期")),
        _column("validity", "string", Words("有效性"), repeats=True),
        _column("site_name", "string", Words("网站"), repeats=True),
        _column("site_column", "string", Words("栏目"), repeats=True),
        _column("origin", "string", Words("来源（转载自）"), repeats=True),
        _column("metadata_other", "map<string, string>", Words("其他元数据")),
        _column("team", "string", Words("巡视巡察组"), repeats=True),
        _column("level", "string", Words("巡视巡察的层级"), repeats=True),
        _column("round", "string", Words("轮次"), repeats=True),
        _column("started_on", "string", Words("巡察开始")),
        _column("ended_on", "string", Words("巡察结束")),
        _column("feedback_on", "string", Words("反馈日期")),
        _column("phones", "list<string>", Words("联系电话")),
        _column("address", "string", Words("联系地址")),
        _column("postcode", "string", Words("邮编")),
        _column("emails", "list<string>", Words("电子邮箱")),
        _column("signed_by", "string", words_in("tables", "落款单位")),
        _column("signed_on", "string", Words("落款日期")),
        _column("issues_listed", "int32", Words("列出的问题数")),
        _column("measures_listed", "int32", Words("列出的措施数")),
        _column("blocks_unparsed", "int32", Words("未能归类的段落数")),
        _column("errors", "int32", Words("错误数")),
        _column("warnings", "int32", Words("警告数")),
        _column("notes", "int32", Words("提示数")),
        _column("rules_passed", "list<string>", Words("通过的规则")),
        _column("rules_not_judged", "list<string>", Words("无法判断的规则")),
        _column("rules_broken", "list<string>", Words("出错的规则")),
    ),
    "issues": (
        _NOTICE,
        _ISSUE,
        _column("number", "int32", Words("编号（可能重复或跳号）")),
        _column("label", "string", Words("印出的标签")),
        _column("section", "int32", Words("所在部分的序号")),
        _column("section_heading", "string", Words("所在部分的标题"), repeats=True),
        _column("text", "string", words_in("tables", "问题")),
        _column("status", "string", Words("整改结果的类别"), repeats=True),
        _column("status_text", "string", Words("印出的整改结果"), repeats=True),
        _column("status_start", "int32", Words("整改结果的起点")),
        _column("status_end", "int32", Words("整改结果的终点")),
        _column("topic", "string", Words("主题：最先说到的"), repeats=True),
        _column("topics", "list<string>", Words("说到的全部主题")),
        _column("measures_listed", "int32", Words("列出的措施数")),
        _column("outcome", "string", Words("整改成效")),
        _column("responsible", "list<string>", Words("责任单位、责任人")),
        _column("deadline", "string", words_in("tables", "整改时限")),
        *_PLACE,
    ),
    "measures": (
        _NOTICE,
        _ISSUE,
        _column("ordinal", "int32", Words("措施的序号")),
        _column("label", "string", Words("印出的序号"), repeats=True),
        _column("text", "string", words_in("tables", "措施")),
        *_PLACE,
    ),
    "counts": (
        _NOTICE,
        _column("count_position", "int32", Words("申报数字的位置，从 0 起")),
        _column("what", "string", Words("是什么的数字"), repeats=True),
        _column("value", "float64", Words("数值")),
        _column("unit", "string", words_in("queries", "单位"), repeats=True),
        _column("approximate", "bool", Words("约数")),
        _column("derived", "bool", Words("推出的，未直接印出")),
        _column("refs", "list<int32>", Words("点名的问题编号")),
        _column("scope", "string", Words("范围：notice、section:2、issue:14"), repeats=True),
        _column("state", "string", Words("核对结果"), repeats=True),
        _column("codes", "list<string>", Words("得出核对结果的规则")),
        _column("text", "string", Words("所在的分句")),
        *_PLACE,
    ),
    "findings": (
        _NOTICE,
        _column("finding_position", "int32", Words("发现的位置，从 0 起")),
        _column("code", "string", words_in("tables", "规则"), repeats=True),
        _column("name", "string", Words("规则名"), repeats=True),
        _column("level", "string", Words("级别"), repeats=True),
        _column("message", "string", Words("说明")),
        _column("issue_number", "int32", Words("所涉问题的编号")),
        _column("suggestion", "string", Words("应当怎么写")),
        _column("repairs", "list<string>", Words("可能的修改")),
        _column("arithmetic", "list<string>", Words("算式")),
        _column("quotes", "list<string>", Words("依据的原文")),
        _column("fingerprint", "string", Words("指纹")),
        *_PLACE,
    ),
    "failures": (
        _column("uri", "string", Words("来源：路径、网址")),
        _column("archive", "string", Words("所在的 WARC 文件"), repeats=True),
        _column("archive_offset", "int64", Words("记录在 WARC 中的偏移")),
        _column("sha256", "string", Words("所读字节的 SHA-256")),
        _column("size", "int64", Words("字节数")),
        _column("kind", "string", Words("原因的类别"), repeats=True),
        _column("message", "string", Words("原因")),
    ),
}
"""Every table and its columns, in the order that they are written in."""

PLACED = tuple(name for name, columns in TABLES.items() if columns[-3:] == _PLACE)
"""Tables whose rows have a place in a notice's text."""
