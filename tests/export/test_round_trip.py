"""A notice written as a ledger and read back: the same issues, statuses, measures and figures."""

from __future__ import annotations

from io import BytesIO

import pytest
from openpyxl import load_workbook

from notice_cli import check, read
from notice_cli.pipeline import read_all
from notice_cli.reports.export_xlsx import render
from places import SAMPLES

from .books import saved

PAGES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".html", ".txt"))


def plain_issues(notice):
    places = {"span", "source_line"}
    return [
        one.model_dump(exclude={*places, "evidence", "measures"})
        | {"measures": [each.model_dump(exclude=places) for each in one.measures]}
        for one in notice.issues
    ]


def plain_counts(notice):
    return [one.model_dump(exclude={"span", "source_line"}) for one in notice.counts]


def facts(notice):
    records = (notice.inspection, notice.contact, notice.signature)
    sections = [(one.number, one.heading, one.label) for one in notice.sections]
    return notice.title, notice.genre, sections, [one.model_dump(exclude={"evidence"}) for one in records]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_the_same_comes_back(name, lang):
    notice = read(SAMPLES / name)
    back = read(render([(notice, check(notice))], lang))
    assert plain_issues(back) == plain_issues(notice)
    assert plain_counts(back) == plain_counts(notice)
    assert facts(back) == facts(notice)
    assert back.unparsed == ()


def test_every_measure_and_figure_stands_where_its_span_says():
    notice = read(SAMPLES / PAGES[0])
    back = read(render([(notice, check(notice))], "zh"))
    for one in back.issues:
        for each in one.measures:
            assert back.text[each.span.start : each.span.end] == each.text
            assert one.span.start <= each.span.start < each.span.end <= one.span.end
    for count in back.counts:
        assert back.text[count.span.start : count.span.end] == count.text


def test_the_same_sums_are_found_false():
    notice = read(SAMPLES / "lanchuan-culture-2024-planted.html")
    report = check(notice)
    back = check(read(render([(notice, report)], "zh")))
    about_figures = [one.message for one in report.findings if one.code.startswith(("CNT", "NUM00"))]
    assert [one.message for one in back.findings] == [one for one in about_figures if "写法" not in one]


def test_several_notices_come_back_as_several():
    notices = [read(SAMPLES / name) for name in PAGES[:3]]
    back = list(read_all(render([(one, check(one)) for one in notices], "zh")))
    assert [plain_issues(one) for one in back] == [plain_issues(one) for one in notices]
    assert [plain_counts(one) for one in back] == [plain_counts(one) for one in notices]


def test_a_bulletin_of_figures_alone_comes_back_also_among_others():
    page = "云桥市纪委关于巡察整改情况的通报\n共反馈问题45个，已完成整改40个，正在整改5个，整改完成率88.9%。"
    bulletin, other = read(page.encode()), read(SAMPLES / PAGES[0])
    assert bulletin.issues == ()
    assert bulletin.counts
    for notices in ([bulletin], [bulletin, other]):
        back = list(read_all(render([(one, check(one)) for one in notices], "zh")))
        assert [plain_counts(one) for one in back] == [plain_counts(one) for one in notices]


def test_what_is_edited_is_read():
    notice = read(SAMPLES / "lanchuan-culture-2024.html")
    made = load_workbook(BytesIO(render([(notice, check(notice))], "zh")))
    issues = made["问题清单"]
    column = {cell.value: cell.column for cell in issues[1]}
    issues.cell(2, column["整改状态"]).value = "正在整改"
    issues.cell(2, column["整改结果（原文）"]).value = None
    made["措施清单（任务）"].delete_rows(2)
    back = read(saved(made))
    assert (back.issues[0].status, back.issues[0].status_text) == ("in_progress", None)
    assert len(back.issues[0].measures) == len(notice.issues[0].measures) - 1
    assert plain_issues(back)[1:] == plain_issues(notice)[1:]
    assert "CNT003" in {one.code for one in check(back).findings}


def test_a_text_longer_than_a_cell_comes_back_whole():
    long = "学习" * 25_000
    page = (
        f"中共云桥市水利局党组关于巡察整改情况的通报\n反馈问题1个。\n问题1：{long}。\n整改情况：一是已完成。"
    )
    notice = read(page.encode())
    data = render([(notice, check(notice))], "zh")
    shown = load_workbook(BytesIO(data))["问题清单"]["E2"].value
    assert len(shown) < 32_767
    assert shown.endswith("…〔续文1〕")
    assert plain_issues(read(data)) == plain_issues(notice)
