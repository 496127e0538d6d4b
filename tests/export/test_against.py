"""A published notice held against the bureau's own ledger."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from notice_cli import check, read
from notice_cli.cli.main import notice as command
from notice_cli.comparing.against import hold_against, read_manuals
from notice_cli.comparing.against_words import DIFFERENCES
from notice_cli.model.ledger import AGAINST_CODES
from notice_cli.pipeline import check_against
from places import SAMPLES

from .books import book

TITLE = "中共云桥市水利局党组关于市委第二巡察组反馈意见整改情况的通报"
PAGE = f"""{TITLE}
反馈问题3个，已完成2个，正在整改1个。
问题1：理论学习走过场，2023年集中学习仅4次。
整改结果：已完成。
整改情况：一是制定计划。二是开展研讨。
问题2：水库巡查台账不全，缺失记录15份。
整改结果：已完成。
整改情况：一是补齐台账。
问题3：闸门老化失修，3座水闸带病运行。
整改结果：正在整改。
整改情况：一是已完成招标。
"""
HEAD = ["序号", "反馈问题", "整改状态", "整改情况"]
SAME = [
    [1, "理论学习走过场，2023年集中学习仅4次。", "已完成", "一是制定计划。二是开展研讨。"],
    [2, "水库巡查台账不全，缺失记录15份。", "已完成", "补齐台账。"],
    [3, "闸门老化失修，3座水闸带病运行。", "正在整改", "已完成招标。"],
]


def held(rows, page=PAGE, lang="zh"):
    published, ledger = read(page.encode()), read(book([HEAD, *rows]))
    return check_against(published, check(published), ledger, lang)


def about(report):
    return [one for one in report.findings if one.code.startswith("LED")]


def codes(report):
    return [one.code for one in about(report)]


def test_the_same_ledger_differs_in_nothing():
    report = held(SAME)
    assert codes(report) == []
    assert set(AGAINST_CODES) == {one.code for one in report.passed if one.code.startswith("LED")}


def test_an_issue_on_one_side_only():
    report = held([*SAME[:2], [3, "食堂票据不全，公私账目混用。", "正在整改", "已补票据。"]])
    assert codes(report) == ["LED001", "LED002"]
    assert about(report)[0].issue == 3
    assert "食堂票据不全" in about(report)[1].message
    assert "第 4 行" in about(report)[1].message


def test_rows_in_another_order_and_with_other_numbers_are_the_same_issues():
    assert codes(held([[9, *SAME[2][1:]], [8, *SAME[0][1:]], [7, *SAME[1][1:]]])) == []


def test_another_result():
    report = held([SAME[0], [2, SAME[1][1], "正在整改", SAME[1][3]], SAME[2]])
    assert codes(report) == ["LED003", "LED004", "LED004"]
    assert "通报写“已完成。”" in about(report)[0].message
    assert "已完成的问题：通报申报 2，台账逐条数得 1" in [one.message for one in report.findings]
    equation = about(report)[1].arithmetic[0]
    assert (equation.left, equation.right) == (2, 1)
    assert report.claims[equation.operands[0].count].state == "contradicted"


def test_a_result_that_one_side_does_not_state_is_no_difference():
    report = held([SAME[0], [2, SAME[1][1], None, SAME[1][3]], SAME[2]])
    assert "LED003" not in codes(report)


def test_another_figure_in_the_words():
    assert codes(held([SAME[0], [2, SAME[1][1].replace("15", "51"), *SAME[1][2:]], SAME[2]])) == ["LED005"]


def test_another_number_of_measures():
    assert codes(held([[*SAME[0][:3], "制定计划。"], *SAME[1:]])) == ["LED006"]


def test_a_declared_figure_of_the_ledger_goes_before_its_rows():
    rows = [["反馈问题共5个，已完成2个"], HEAD, *SAME]
    published = read(PAGE.encode())
    found = hold_against(published, read(book(rows)), "zh").findings
    assert [one.message for one in found] == ["问题总数：通报申报 3，台账申报 5"]


def test_a_vague_figure_is_not_contradicted():
    vague = read(PAGE.replace("反馈问题3个", "反馈问题20余个").encode())
    for declared, found in ((23, 0), (43, 1)):
        ledger = read(book([[f"反馈问题{declared}个，已完成2个，正在整改1个"], HEAD, *SAME]))
        assert len(hold_against(vague, ledger, "zh").findings) == found


def test_issues_of_one_matter_in_few_of_the_same_words_are_to_be_judged():
    reworded = [1, "理论学习抓得不紧，中心组研讨走过场、流于形式。", "已完成", "一是制定计划。二是开展研讨。"]
    assert codes(held([reworded, *SAME[1:]])) == ["LED007"]


def test_a_notice_that_prints_a_part_only_is_not_blamed_for_the_rest():
    more = [4, "食堂票据不全，公私账目混用。", "已完成", "已补票据。"]
    report = held([*SAME, more], PAGE.replace("。\n问题1", "。现将部分问题整改情况公开如下。\n问题1"))
    assert [one.level for one in report.findings if one.code == "LED002"] == ["note"]


def test_what_cannot_be_compared_is_no_pass():
    published = read(f"{TITLE}\n反馈问题3个，已完成2个，正在整改1个。制定措施9条，建立制度3项。".encode())
    outcome = hold_against(published, read(book([HEAD, *SAME])), "zh")
    silent = {one.code for one in outcome.not_applicable}
    assert silent == set(AGAINST_CODES) - {"LED004"}


def test_every_difference_has_a_page_and_both_languages():
    assert tuple(DIFFERENCES) == AGAINST_CODES
    assert [one.code for one in read_manuals()] == list(AGAINST_CODES)
    assert codes(held(SAME[:2], lang="en")) == codes(held(SAME[:2]))


@pytest.fixture
def files(tmp_path):
    (tmp_path / "notice.txt").write_text(PAGE, "utf-8")
    (tmp_path / "same.xlsx").write_bytes(book([HEAD, *SAME]))
    (tmp_path / "other.xlsx").write_bytes(book([HEAD, *SAME[:2]]))
    (tmp_path / "none.xlsx").write_bytes(book([["姓名"], ["赵某"]]))
    return tmp_path


def run(files, *words):
    named = [str(files / word) if word.endswith((".txt", ".xlsx")) else word for word in words]
    return CliRunner().invoke(command, ["check", *named, "--lang", "zh"], standalone_mode=False)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--against", "same.xlsx"), 0),
        (("--against", "other.xlsx"), 1),
        (("--against", "other.xlsx", "--ignore", "LED"), 0),
        (("--against", "other.xlsx", "--select", "CNT"), 0),
        (("--against", "other.xlsx", "--select", "LED001"), 1),
    ],
)
def test_the_exit_code(files, words, code):
    assert run(files, "notice.txt", *words).return_value == code


def test_a_ledger_that_cannot_be_read_is_told(files):
    told = run(files, "notice.txt", "--against", "none.xlsx").exception
    assert told.exit_code == 3


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown"])
def test_every_format_tells_it(files, form):
    shown = run(files, "notice.txt", "--against", "other.xlsx", "--format", form).output
    assert "LED001" in shown
    if form == "sarif":
        rules = json.loads(shown)["runs"][0]["tool"]["driver"]["rules"]
        assert next(one for one in rules if one["id"] == "LED001")["name"] == "issue-not-in-ledger"


def test_an_exported_ledger_of_another_notice_differs(tmp_path):
    from notice_cli.reports.export_xlsx import render

    notices = [read(SAMPLES / f"lanchuan-culture-{year}.html") for year in (2020, 2024)]
    ledger = read(render([(notices[0], check(notices[0]))], "zh"))
    found = {one.code for one in hold_against(notices[1], ledger, "zh").findings}
    assert {"LED001", "LED002", "LED004"} <= found
