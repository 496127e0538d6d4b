"""Word documents: numbers as printed, changes as accepted, tables, text boxes, what is not seen."""

from __future__ import annotations

import pytest

from documents.building import W, archive, docx, level, list_of, lists, numbered, p, run, table, tc, tr
from notice_cli.page.block import Block, Cell
from notice_cli.page.documents.docx import cut_docx


def blocks(body: str, numbering: str = "", styles: str = "") -> tuple[Block, ...]:
    return cut_docx(docx(body, numbering, styles), "a.docx").blocks


def texts(body: str, numbering: str = "", styles: str = "") -> list[str]:
    return [block.text for block in blocks(body, numbering, styles)]


# -- paragraphs -----------------------------------------------------------------------------------------


def test_runs_breaks_and_tabs():
    body = (
        p("整改", run("情况"), "<w:r><w:br/></w:r>", "已完成", "<w:r><w:tab/></w:r>", "。") + p() + p("下段")
    )
    assert [(b.text, b.line) for b in blocks(body)] == [("整改情况", 1), ("已完成 。", 1), ("下段", 3)]


def test_links_controls_and_fields_are_text():
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF x</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + run("7")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    control = f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
    body = p(f"<w:hyperlink>{run('链接')}</w:hyperlink>", field) + control
    assert texts(body) == ["链接7", "控件"]


def test_hidden_text_is_left_out():
    styles = (
        '<w:style w:type="character" w:styleId="h"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="i"><w:basedOn w:val="h"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="s"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    shown = run("露", '<w:rStyle w:val="h"/><w:vanish w:val="0"/>')
    body = p("甲", run("藏", "<w:vanish/>"), run("藏", '<w:rStyle w:val="i"/>'), shown)
    assert texts(body + p("藏", properties='<w:pStyle w:val="s"/>'), "", styles) == ["甲露"]


def test_tracked_changes_are_accepted():
    deleted = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    deleted += f'<w:moveFrom w:id="2">{run("移")}</w:moveFrom>'
    added = f'<w:ins w:id="3">{run("新")}</w:ins><w:moveTo w:id="4">{run("来")}</w:moveTo>'
    gone = p("一句", properties="<w:rPr><w:del/></w:rPr>")
    assert texts(p("共", deleted, added, "条") + gone + p("合并")) == ["共新来条", "一句合并"]


def test_a_deleted_row_is_gone():
    rows = tr(tc("一")), tr(tc("删"), properties="<w:del/>"), tr(tc("二"), properties="<w:ins/>")
    assert texts(table(*rows)) == ["一", "二"]


@pytest.mark.parametrize(
    ("before", "expected"), [("", ["框一", "框二", "正文"]), ("题", ["题正文", "框一", "框二"])]
)
def test_text_boxes_once(before, expected):
    box = f"<w:txbxContent>{p('框一')}{p('框二')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert texts(p(before, drawing, "正文")) == expected


def test_a_table_of_contents_is_left_out():
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    assert texts(p("一、概况 1", properties='<w:pStyle w:val="T1"/>') + p("一、概况"), "", styles) == [
        "一、概况"
    ]


def test_the_strict_form_of_the_standard():
    body = f'<w:document xmlns:w="{W}"><w:body>{p("严格")}</w:body></w:document>'
    body = body.replace(W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
    strict = archive({"word/document.xml": body})
    assert [block.text for block in cut_docx(strict, "a").blocks] == ["严格"]


# -- numbers --------------------------------------------------------------------------------------------


def test_numbers_of_official_documents():
    levels = (
        level(0, "chineseCountingThousand", "%1、"),
        level(1, "chineseCountingThousand", "（%2）"),
        level(2, "decimal", "%3."),
        level(3, "decimalEnclosedCircle", "%4"),
    )
    body = "".join(
        numbered(text, at)
        for at, text in (
            (0, "甲"),
            (1, "乙"),
            (2, "丙"),
            (2, "2023年丁"),
            (3, "戊"),
            (1, "己"),
            (2, "庚"),
            (0, "辛"),
        )
    )
    assert texts(body, lists(*levels)) == [
        *("一、甲", "（一）乙", "1.丙", "2. 2023年丁", "①戊"),
        *("（二）己", "1.庚", "二、辛"),
    ]


@pytest.mark.parametrize(
    ("form", "number", "printed"),
    [
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 23, "二十三"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 205, "二百〇五"),
        ("chineseLegalSimplified", 12, "壹拾贰"),
        ("ideographDigital", 23, "二三"),
        ("ideographTraditional", 12, "乙"),
        ("decimalFullWidth", 23, "２３"),
        ("decimalEnclosedCircleChinese", 11, "⑪"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalZero", 7, "07"),
        ("upperRoman", 14, "XIV"),
        ("lowerLetter", 28, "bb"),
        ("none", 3, ""),
        ("nobodyKnows", 3, "3"),
    ],
)
def test_formats(form, number, printed):
    assert texts(numbered("甲"), lists(level(0, form, "%1、", start=number))) == [f"{printed}、甲"]


def test_levels_joined_and_legal():
    levels = level(0, "chineseCounting", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    assert texts(numbered("甲") + numbered("乙", 1) + numbered("丙", 1), lists(*levels)) == [
        "一 甲",
        "1.1 乙",
        "1.2 丙",
    ]


def test_a_list_that_begins_anew_and_one_that_goes_on():
    again = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = numbered("甲") + numbered("乙", number=2) + numbered("丙", number=3) + numbered("丁", number=3)
    assert texts(body, lists(level(0, "decimal", "%1."), more=again)) == ["1.甲", "2.乙", "1.丙", "2.丁"]


def test_numbers_that_never_begin_anew():
    levels = level(0, "chineseCounting", "%1、"), level(1, "decimal", "问题%2：", '<w:lvlRestart w:val="0"/>')
    body = numbered("甲") + numbered("乙", 1) + numbered("丙") + numbered("丁", 1)
    assert texts(body, lists(*levels)) == ["一、甲", "问题1：乙", "二、丙", "问题2：丁"]


def test_numbers_by_style_and_none_where_they_are_taken_off():
    styles = (
        f'<w:style w:type="paragraph" w:styleId="a"><w:pPr>{list_of(0, 1)}</w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>'
    )
    plain = '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    body = "".join(p("甲", properties=x) for x in ('<w:pStyle w:val="a"/>', '<w:pStyle w:val="b"/>', plain))
    assert texts(body, lists(level(0, "decimal", "%1、")), styles) == ["1、甲", "2、甲", "甲"]


def test_a_number_alone_in_its_cell_and_bullets_that_are_none():
    rows = tr(tc(numbered("")), tc("甲")), tr(tc(numbered("")), tc("乙"))
    numbering = lists(level(0, "decimal", "%1"), level(1, "bullet", "\uf0b7"))
    assert texts(table(*rows) + numbered("点", 1), numbering) == ["1", "甲", "2", "乙", "点"]


# -- tables ---------------------------------------------------------------------------------------------


def test_merged_cells():
    rows = (
        tr(tc("序"), tc("问题", '<w:gridSpan w:val="2"/>')),
        tr(tc("一", '<w:vMerge w:val="restart"/>'), tc("甲"), tc("乙")),
        tr(tc("", "<w:vMerge/>"), tc("丙"), tc("丁")),
        tr(tc("末"), tc("戊"), properties='<w:gridBefore w:val="1"/>'),
    )
    assert [(b.text, b.cell) for b in blocks(table(*rows))] == [
        ("序", Cell(0, 0, 0)),
        ("问题", Cell(0, 0, 1, 1, 2)),
        ("一", Cell(0, 1, 0, 2)),
        ("甲", Cell(0, 1, 1)),
        ("乙", Cell(0, 1, 2)),
        ("丙", Cell(0, 2, 1)),
        ("丁", Cell(0, 2, 2)),
        ("末", Cell(0, 3, 1)),
        ("戊", Cell(0, 3, 2)),
    ]


def test_tables_are_told_apart_and_nest():
    inner = table(tr(tc("内")))
    cells = [b.cell for b in blocks(table(tr(tc(inner + p("外")))) + table(tr(tc("次"))))]
    assert cells == [Cell(1, 0, 0), Cell(0, 0, 0), Cell(2, 0, 0)]
