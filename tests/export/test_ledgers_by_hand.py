"""Ledgers that bureaus keep themselves: titles above the head, merged cells, other names of columns."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import Workbook

from notice_cli import check, read
from notice_cli.errors import DecodeError, RefusalError, SourceError

from .books import book, cell, head_row, raw_book, saved, sheet_xml

TITLE = "云桥市水利局党组关于市委第二巡察组反馈意见整改台账"
HEAD = [
    "序号",
    "问题类别",
    "反馈问题\n（具体表现）",
    "整改措施",
    "整改情况",
    "是否完成",
    "责任领导",
    "责任科室",
]
ROWS = [
    [TITLE],
    ["填报单位：云桥市水利局    反馈问题共3个，已完成2个，未完成1个"],
    [*HEAD, "整改时限", "备注"],
    [
        1,
        "党的建设",
        "学习不深入。",
        "1.定计划；2.研讨。",
        "一是定了计划。二是研讨6次。",
        "是",
        "赵某",
        "办公室",
        date(2024, 6, 30),
    ],
    [2, None, "台账不全。", "重建台账", "已重建台账3本。", "是", "钱某", "工管科", "2024年5月", "见附件"],
    [3, "业务管理", "闸门老化。", "更换", "正在采购。", "否", "李某", "工管科、财务科", "长期坚持"],
    [None, None, None, None, "已完成招标。"],
    ["合计", None, "3个"],
    ["填表人：周某    联系电话：0799-5550123"],
]
MERGED = ("A1:J1", "A2:J2", "B4:B5", "A6:A7", "C6:C7")


def by_hand(rows=ROWS, merged=MERGED, **further):
    return read(book(rows, merged, **further))


def test_a_usual_ledger_is_read():
    notice = by_hand()
    assert notice.title == TITLE
    assert [(one.number, one.text, one.status) for one in notice.issues] == [
        (1, "学习不深入。", "completed"),
        (2, "台账不全。", "completed"),
        (3, "闸门老化。", "not_completed"),
    ]
    assert [[each.text for each in one.measures] for one in notice.issues] == [
        ["定了计划。", "研讨6次。"],
        ["已重建台账3本。"],
        ["正在采购。", "已完成招标。"],
    ]
    assert [one.responsible for one in notice.issues] == [("办公室",), ("工管科",), ("工管科", "财务科")]
    assert [one.deadline for one in notice.issues] == ["2024-06-30", "2024年5月", "长期坚持"]
    assert [(one.number, one.heading) for one in notice.sections] == [(1, "党的建设"), (2, "业务管理")]
    assert [one.section for one in notice.issues] == [1, 1, 2]
    assert notice.contact.phones == ("0799-5550123",)


def test_the_sentence_above_the_head_is_checked_against_the_rows():
    report = check(by_hand())
    assert not report.findings
    assert {"CNT001", "CNT002", "CNT003"} <= {one.code for one in report.passed}
    wrong = [[str(cell).replace("共3个", "共4个") if cell else cell for cell in row] for row in ROWS]
    assert {"CNT001", "CNT002"} <= {one.code for one in check(by_hand(wrong)).findings}


def test_what_only_a_notice_has_is_not_asked_of_a_ledger():
    silent = {one.code for one in check(by_hand()).not_applicable}
    assert {"STR003", "STR004", "MET004"} <= silent


def test_the_row_in_the_sheet_is_told():
    assert [one.source_line for one in by_hand().issues] == [4, 5, 6]


def test_nothing_is_lost():
    notice = by_hand()
    assert "见附件" in notice.text
    assert any("合计" in one.text for one in notice.unparsed)


@pytest.mark.parametrize(
    "head",
    [
        ["编号", "存在问题", "整改举措", "整改进展", "责任部门", "完成时限"],
        ["序号", "问题描述", "具体整改措施", "完成情况", "责任人", "整改完成时限"],
        ["No.", "Issue", "Measure", "Status", "Responsible", "Deadline"],
        ["序 号", "发现的主要问题", "措施", "整改 情况", "责任领导/责任人", "时限"],
    ],
)
def test_heads_are_known_by_many_names(head):
    notice = by_hand([head, [1, "学习不够。", "定计划", "已完成", "办公室", "6月底"]], ())
    (issue,) = notice.issues
    assert (issue.text, issue.status, issue.deadline) == ("学习不够。", "completed", "6月底")
    assert issue.responsible == ("办公室",)
    assert [one.text for one in issue.measures] == ["定计划"]


def test_heads_in_two_rows_and_a_heading_over_the_columns():
    rows = [
        ["序号", "问题", "责任分工", None, "整改结果"],
        [None, None, "责任单位", "责任人", None],
        ["一、学习方面"],
        [1, "学习不够。", "办公室", "赵某", "已完成"],
        ["二、管理方面"],
        [2, "台账不全。", None, "钱某", "正在整改"],
    ]
    notice = by_hand(rows, ("A1:A2", "B1:B2", "C1:D1", "E1:E2", "A3:E3", "A5:E5"))
    assert [(one.label, one.heading) for one in notice.sections] == [
        ("一、", "学习方面"),
        ("二、", "管理方面"),
    ]
    assert [(one.section, one.responsible) for one in notice.issues] == [(1, ("办公室",)), (2, ("钱某",))]


def test_four_lists_on_four_sheets_are_one_ledger():
    further = {
        "任务清单": [
            ["序号", "反馈问题", "整改措施"],
            [1, "学习不够。", "定计划"],
            [2, "台账不全。", "重建"],
        ],
        "责任清单": [["序号", "责任单位"], [1, "办公室"], [2, "工管科"], [2, "财务科"]],
        "时限清单": [["序号", "整改时限"], [2, "6月底"], [1, "立行立改"]],
    }
    rows = [["序号", "反馈问题", "整改状态"], [1, "学习不够。", "已完成"], [2, "台账不全。", "正在整改"]]
    notice = by_hand(rows, (), **further)
    assert len(notice.issues) == 2
    assert [one.responsible for one in notice.issues] == [("办公室",), ("工管科", "财务科")]
    assert [one.deadline for one in notice.issues] == ["立行立改", "6月底"]
    assert [[each.text for each in one.measures] for one in notice.issues] == [["定计划"], ["重建"]]


def test_hidden_sheets_are_not_read_and_hidden_rows_are():
    made = Workbook()
    sheet = made.active
    for row in (["序号", "反馈问题", "整改状态"], [1, "学习不够。", "已完成"], [2, "台账不全。", "未完成"]):
        sheet.append(row)
    sheet.row_dimensions[3].hidden = True
    other = made.create_sheet("选项")
    other.append(["已完成"])
    other.sheet_state = "hidden"
    notice = read(saved(made))
    assert len(notice.issues) == 2
    assert notice.unparsed == ()


def test_an_issue_that_stands_twice_on_a_sheet_is_two():
    rows = [["序号", "反馈问题", "整改状态"], [1, "学习不够。", "已完成"], [1, "学习不够。", "已完成"]]
    assert {"NUM002"} <= {one.code for one in check(by_hand(rows, ())).findings}


def test_an_empty_cell_is_null():
    rows = [["序号", "反馈问题", "整改状态", "责任单位"], [1, "学习不够。", None, " "]]
    (issue,) = by_hand(rows, ()).issues
    assert (issue.status, issue.responsible, issue.deadline, issue.measures) == (None, (), None, ())


def test_a_formula_shows_its_stored_result_and_one_without_is_told():
    row = (
        "<row r='2'><c r='A2'><f>ROW()-1</f>{}</c>" + cell("B2", "学习不够") + cell("C2", "已完成") + "</row>"
    )
    stored = read(raw_book(sheet_xml(head_row() + row.format("<v>1</v>"))))
    assert [(one.number, one.text) for one in stored.issues] == [(1, "学习不够")]
    with pytest.raises(DecodeError, match="A2") as told:
        read(raw_book(sheet_xml(head_row() + row.format(""))))
    assert told.value.kind == "uncomputed"


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("data", "kind", "words"),
    [
        (OLD + "Workbook".encode("utf-16-le"), "old_workbook", "另存为 .xlsx"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "encrypted_workbook", "去掉密码"),
        (raw_book(sheet_xml(""), xl__workbook__bin=b"x".join([b""] * 2)), "no_ledger", "表头"),
        (raw_book(sheet_xml(head_row()))[:900], "bad_workbook", "损坏"),
        (raw_book(sheet_xml(head_row(), '<!DOCTYPE a [<!ENTITY b "c">]>')), "bad_workbook", "DOCTYPE"),
        (book([["序号", "姓名"], [1, "赵某"]]), "no_ledger", "表头"),
        (raw_book("<worksheet>"), "bad_workbook", "sheet1"),
    ],
)
def test_other_files_are_refused_with_what_to_do(data, kind, words):
    with pytest.raises((DecodeError, RefusalError, SourceError)) as told:
        read(data)
    assert told.value.kind == kind
    assert words in told.value.message("zh")


@pytest.mark.parametrize(
    ("inner", "kind"),
    [
        (f"<!--{' ' * 70_000_000}-->", "bad_workbook"),
        ("<f/>" * 1_100_000, "too_many_cells"),
        ("<c><v>1</v></c>" * 110_000, "too_many_cells"),
        (f"<c t='inlineStr'><is><t>{'啊' * 12_000_000}</t></is></c>", "too_many_cells"),
    ],
    ids=["comment", "elements", "cells", "letters"],
)
def test_a_file_that_grows_when_it_is_unpacked_is_refused(inner, kind):
    with pytest.raises((DecodeError, SourceError)) as told:
        read(raw_book(sheet_xml(f"{head_row()}<row r='2'>{inner}</row>")))
    assert told.value.kind == kind


def test_a_cell_in_the_last_corner_costs_nothing():
    far = f"<row r='1048576'>{cell('XFD1048576', '见附件')}</row>"
    row = f"<row r='2'>{cell('A2', '1')}{cell('B2', '学习不够')}{cell('C2', '已完成')}</row>"
    assert len(read(raw_book(sheet_xml(head_row() + row + far))).issues) == 1
