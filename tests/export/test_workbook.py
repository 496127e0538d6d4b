"""The workbook as Excel sees it: sheets, formulas, and words that must stay words."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO

import pytest
from openpyxl import load_workbook

from notice_cli import check, read
from notice_cli.reports.export_tables import equations
from notice_cli.reports.export_xlsx import render
from places import SAMPLES

SHEETS = ["问题清单", "措施清单（任务）", "责任清单", "时限清单", "数据核对", "疑点", "通报信息"]
HOSTILE = ("=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(1)", '=HYPERLINK("http://x","y")', "_x0041_=1")


def made(name: str = "lanchuan-culture-2024-planted.html", lang: str = "zh"):
    notice = read(SAMPLES / name)
    return notice, check(notice), render([(notice, check(notice))], lang)


def hostile_page() -> bytes:
    issues = "\n".join(
        f"问题{at}：{words}，学习不够。\n整改结果：已完成。\n整改情况：一是{words}已整改。"
        for at, words in enumerate(HOSTILE, 1)
    )
    return f"中共云桥市水利局党组关于巡察整改情况的通报\n反馈问题6个，已完成6个。\n{issues}".encode()


def test_the_sheets_are_those_of_a_ledger_and_ready_to_print():
    book = load_workbook(BytesIO(made()[2]))
    assert book.sheetnames == SHEETS
    for sheet in book:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref
        assert sheet.print_title_rows == "$1:$1"
        assert sheet.print_area
        assert sheet.page_setup.orientation == "landscape"


def test_the_heads_are_english_where_asked_for():
    book = load_workbook(BytesIO(made(lang="en")[2]))
    assert book.sheetnames[0] == "Issues"
    assert [cell.value for cell in book["Issues"][1]][:5] == ["Row", "Issue no.", "Label", "Section", "Issue"]


def test_the_same_notice_gives_the_same_bytes():
    assert made()[2] == made()[2]


def rows_of_equations(data: bytes, *, values: bool):
    sheet = load_workbook(BytesIO(data), data_only=values)["数据核对"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    begin = next(at for at, row in enumerate(rows) if row[1] == "规则")
    return rows[begin + 1 :]


def test_the_stored_results_are_what_the_check_found():
    _, report, data = made()
    rows = rows_of_equations(data, values=True)
    told = [(code, one.left, one.right, held) for code, one, held in equations(report)]
    assert [(row[1], row[5] == "相符") for row in rows] == [(code, held) for code, _, _, held in told]
    numbers = [(row[2], row[4]) for row in rows if isinstance(row[2], int)]
    assert numbers == [(left, right) for _, left, right, _ in told if isinstance(left, int)]
    assert ("CNT005", 81, 76, False) in told


def test_a_sum_points_to_the_figures_that_it_adds():
    rows = rows_of_equations(made()[2], values=False)
    parts = next(row for row in rows if row[1] == "CNT002")
    assert parts[2].count("$C$") == 3
    assert next(row for row in rows if row[1] == "CNT001")[4].startswith("=COUNTA('问题清单'!")
    assert next(row for row in rows if row[1] == "CNT003")[4].startswith("=COUNTIF('问题清单'!")


def vague_page() -> bytes:
    """Sums that hold only because a figure is vague, a rate that is cut off, one that is wrong."""
    issues = "".join(f"问题{at}：第{at}项，学习不够。\n整改结果：已完成。\n" for at in range(1, 24))
    sums = "反馈问题20余个，已完成近25个。对照23个问题建账，完成率为98%。制定措施61条，完成措施69条。"
    return f"中共云桥市水利局党组关于巡察整改情况的通报\n{sums}\n{issues}".encode()


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (libreoffice-calc-nogui) is missing")
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(
    "page",
    [
        (SAMPLES / "lanchuan-culture-2024-planted.html").read_bytes(),
        (SAMPLES / "lanchuan-culture-2020.html").read_bytes(),
        vague_page(),
    ],
    ids=["planted", "sound", "vague"],
)
def test_libreoffice_computes_what_the_check_found(page, lang, tmp_path):
    notice = read(page)
    data = render([(notice, check(notice))], lang)
    again = recomputed(data, tmp_path)
    sheet = "数据核对" if lang == "zh" else "Figures"
    ours, theirs = (load_workbook(BytesIO(one), data_only=True)[sheet] for one in (data, again))
    formulas = [
        cell.coordinate
        for row in load_workbook(BytesIO(data))[sheet].iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]
    assert formulas
    for place in formulas:
        told = ours[place].value
        assert theirs[place].value == (told if isinstance(told, str) else pytest.approx(told, abs=1e-3)), (
            place
        )
    assert [one.text for one in read(again).issues] == [one.text for one in notice.issues]


def recomputed(data: bytes, folder) -> bytes:
    """The workbook as LibreOffice writes it; without stored results (openpyxl drops them) it must compute."""
    load_workbook(BytesIO(data)).save(folder / "book.xlsx")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    kind = "xlsx:Calc MS Excel 2007 XML"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", folder / "out"]
    subprocess.run([*command, folder / "book.xlsx"], check=True, capture_output=True, timeout=120)
    return (folder / "out" / "book.xlsx").read_bytes()


def test_a_vague_figure_is_held_by_its_bounds():
    notice = read(vague_page())
    rows = rows_of_equations(render([(notice, check(notice))], "zh"), values=False)
    total = next(row for row in rows if row[1] == "CNT001")
    assert total[5].startswith("=IF(AND(")
    assert "$D$" in total[5]


def test_words_that_look_like_formulas_stay_words():
    notice = read(hostile_page())
    data = render([(notice, check(notice))], "zh")
    book = load_workbook(BytesIO(data))
    texts = [row[4] for row in book["问题清单"].iter_rows(min_row=2)]
    assert [cell.value for cell in texts] == [one.text for one in notice.issues]
    assert {cell.data_type for cell in texts} == {"s"}
    assert all(cell.quotePrefix for cell in texts[:5])
    formulas = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]
    assert formulas
    assert all(cell.parent.title == "数据核对" for cell in formulas)
    assert [one.text for one in read(data).issues] == [one.text for one in notice.issues]


def test_characters_that_no_sheet_can_hold_are_shown():
    page = hostile_page().replace(b"+1+1", "a\x01b\x0bc\ufffe".encode())
    notice = read(page)
    book = load_workbook(BytesIO(render([(notice, check(notice))], "zh")))
    assert "a\\x01b" in book["问题清单"]["E3"].value
    assert "\\ufffe" in book["问题清单"]["E3"].value
