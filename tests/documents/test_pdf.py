"""What is drawn on the pages of a PDF, and what is made of it."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from documents.printing import FONT, read_data
from notice_cli.page.block import Cell
from notice_cli.page.documents.pdf import cut_pdf
from notice_cli.page.documents.pdf_grid import Box, find_grids
from notice_cli.page.documents.pdf_marks import Rule
from notice_cli.page.documents.radicals import RADICALS

LINE = "整改措施落实到位并且长期坚持下去"


def drawn(*pages, rotate: int = 0) -> bytes:
    """A PDF; each page is drawn by a function of the canvas."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    for draw in pages:
        canvas.setFont(FONT, 16)
        canvas.setPageRotation(rotate)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def write(*lines: tuple[float, float, str], size: float = 16):
    """Texts at places, measured from the upper left corner."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(FONT, size)
        for x, y, text in lines:
            canvas.drawString(x, A4[1] - y, text)

    return draw


def texts(*pages, rotate: int = 0) -> list[str]:
    return [block.text for block in cut_pdf(drawn(*pages, rotate=rotate), "a.pdf")[0].blocks]


def paragraph(x: float, y: float, *lines: str, leading: float = 28):
    return [(x if at == 0 else 60, y + at * leading, line) for at, line in enumerate(lines)]


# -- paragraphs -----------------------------------------------------------------------------------------


def test_lines_to_paragraphs_over_the_end_of_a_page():
    first = [*paragraph(92, 100, LINE[:14], LINE, "共三行。"), *paragraph(92, 184, LINE[:14], LINE)]
    second = [(60, 100, "下页接着。"), *paragraph(92, 128, LINE[:14], "完。")]
    expected = [LINE[:14] + LINE + "共三行。", LINE[:14] + LINE + "下页接着。", LINE[:14] + "完。"]
    assert texts(write(*first), write(*second)) == expected
    assert [b.line for b in cut_pdf(drawn(write(*first), write(*second)), "a")[0].blocks] == [1, 1, 2]


def test_paragraphs_set_apart_by_space():
    lines = [
        (60, 100, LINE),
        (60, 120, "一段。"),
        (60, 152, LINE),
        (60, 172, "二段。"),
        (60, 204, "1.三段。"),
    ]
    assert texts(write(*lines)) == [LINE + "一段。", LINE + "二段。", "1.三段。"]


def test_space_sets_apart_what_fills_its_line():
    full = LINE[:15] + "。"
    lines = [
        (60, 100, LINE),
        (60, 120, LINE),
        (60, 140, full),
        (60, 172, LINE),
        (60, 192, LINE),
        (60, 212, "完。"),
    ]
    assert texts(write(*lines)) == [LINE + LINE + full, LINE + LINE + "完。"]


def test_items_that_nothing_sets_apart():
    lines = [
        (60, 100 + 20 * at, text) for at, text in enumerate(("1." + LINE[:14] + "。", "2." + LINE, "3.短"))
    ]
    assert texts(write(*lines)) == [text for _, _, text in lines]


def test_a_hanging_indent():
    lines = [
        (60, 100, "1."),
        (80, 100, LINE),
        (80, 128, LINE),
        (80, 156, "完。"),
        (60, 184, "2."),
        (80, 184, "乙。"),
    ]
    assert texts(write(*lines)) == [f"1.{LINE}{LINE}完。", "2.乙。"]


def test_a_centred_title_over_two_lines():
    title = write((78, 80, LINE + "关于反馈"), (243, 116, "意见的通报"), size=22)

    def draw(canvas):
        title(canvas)
        write(*paragraph(92, 160, *[LINE + LINE[:9]] * 2, "完。"))(canvas)

    assert texts(draw)[0] == LINE + "关于反馈意见的通报"


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_pages_that_are_turned(rotate):
    def draw(canvas):
        canvas.rotate(rotate)
        canvas.translate(*{0: (0, 0), 90: (0, -A4[0]), 180: (-A4[0], -A4[1]), 270: (-A4[1], 0)}[rotate])
        canvas.drawString(60, 500, LINE)
        canvas.drawString(60, 470, "二行。")

    assert texts(draw, rotate=rotate) == [LINE + "二行。"]


def test_what_is_drawn_twice_or_across_is_read_once():
    def draw(canvas):
        for shift in (0, 0.4):
            canvas.drawString(60 + shift, 700, "加粗标题")
        canvas.rotate(45)
        canvas.drawString(400, 100, "内部资料")

    assert texts(draw) == ["加粗标题"]


def test_radicals_are_the_characters_they_look_like():
    assert [RADICALS[letter] for letter in "⼀⽂⻅⻓⺠"] == ["一", "文", "见", "长", "民"]


# -- heads and page numbers -----------------------------------------------------------------------------


def body(page: int) -> list[tuple[float, float, str]]:
    return [(60, 150 + 28 * at, f"第{page}页之{at}。") for at in range(12)]


@pytest.mark.parametrize("number", ["— {} —", "- {} -", "第 {} 页 共 3 页", "{}", "{} / 3"])
def test_running_heads_and_page_numbers_are_dropped(number):
    pages = [
        write((200, 50, "岚川市政府公报"), *body(page), (290, 800, number.format(page))) for page in (1, 2, 3)
    ]
    assert texts(*pages) == [text for page in (1, 2, 3) for _, _, text in body(page)]


def test_what_only_looks_like_furniture_stays():
    one = write((60, 60, "整改措施：（1）制定方案。"), *body(1), (60, 800, "12"))
    two = write(
        (60, 60, "整改措施：（2）制定方案。"),
        *body(2),
        (60, 600, "整改措施：（3）制定方案。"),
        (60, 640, "完。"),
    )
    three = write(
        (60, 60, "整改措施：（4）制定方案。"),
        *body(3),
        (60, 600, "整改措施：（5）制定方案。"),
        (60, 640, "完。"),
    )
    found = texts(one, two, three)
    assert "12" in found
    assert sum(text.startswith("整改措施") for text in found) == 5


# -- tables ---------------------------------------------------------------------------------------------


def rules(xs, ys):
    flat = [Rule(xs[0], y, xs[-1], y) for y in ys]
    return [*flat, *(Rule(x, ys[0], x, ys[-1]) for x in xs)]


def test_a_grid_and_its_merged_cells():
    drawn_rules = [r for r in rules((0, 100, 200, 300), (0, 20, 40, 60)) if r != Rule(0, 20, 300, 20)]
    drawn_rules.append(Rule(100, 20, 300, 20))
    drawn_rules.remove(Rule(200, 0, 200, 60))
    drawn_rules.append(Rule(200, 20, 200, 60))
    (grid,) = find_grids(drawn_rules)
    assert grid.box_at(50, 10) == grid.box_at(50, 30) == Box(0, 0, 2, 1)
    assert grid.box_at(150, 10) == grid.box_at(250, 10) == Box(0, 1, 1, 2)
    assert grid.box_at(250, 50) == Box(2, 2, 1, 1)
    assert grid.box_at(350, 10) is None


def test_open_sides_and_double_rules():
    inner = [Rule(x, 0, x, 40) for x in (100, 200)]
    flat = [Rule(0, y + shift, 300, y + shift) for y in (0, 20, 40) for shift in (0, 1.5)]
    (grid,) = find_grids([*inner, *flat])
    assert [grid.box_at(x, 30) for x in (50, 150, 250)] == [Box(1, column, 1, 1) for column in range(3)]


def test_rows_whose_rules_are_not_drawn_but_whose_columns_are_cut():
    pieces = [Rule(x, y0, x, y1) for x in (0, 100, 200) for y0, y1 in ((0, 20), (20, 60))]
    (grid,) = find_grids([*pieces, Rule(0, 0, 200, 0), Rule(0, 60, 200, 60)])
    assert grid.box_at(50, 10) != grid.box_at(50, 40)


def test_frames_and_lines_are_no_tables():
    assert find_grids([*rules((0, 300), (0, 200)), Rule(0, 400, 300, 400)]) == []


def test_too_many_rules_are_no_table():
    hatch = [Rule(x * 9.0, 0, x * 9.0, 9000) for x in range(1100)]
    assert find_grids([*hatch, *(Rule(0, y * 9.0, 9000, y * 9.0) for y in range(1100))]) == []


def ledger(top: float, *rows: tuple[str, ...], height: float = 60):
    """A table of three columns; `/` ends a line."""
    xs = (60, 120, 320, 500)

    def draw(canvas):
        canvas.setFont(FONT, 16)
        for at in range(len(rows) + 1):
            y = A4[1] - top - at * height
            canvas.line(xs[0], y, xs[-1], y)
        for x in xs:
            canvas.line(x, A4[1] - top, x, A4[1] - top - len(rows) * height)
        for at, row in enumerate(rows):
            for x, cell in zip(xs, row, strict=False):
                for below, line in enumerate(cell.split("/")):
                    canvas.drawString(x + 4, A4[1] - top - at * height - 20 - 18 * below, line)

    return draw


HEAD = ("序号", "问题", "状态")


def cells(*pages) -> list[tuple[str, int, int]]:
    found = cut_pdf(drawn(*pages), "a.pdf")[0].blocks
    return [(b.text, b.cell.row, b.cell.column) for b in found if isinstance(b.cell, Cell)]


def test_a_ledger_over_two_pages_with_its_head_repeated():
    first = ledger(100, HEAD, ("1", "学习不够深入。", "已完成"))
    second = ledger(100, HEAD, ("2", "监管不到位。", "已完成"))
    assert cells(first, second) == [
        *(("序号", 0, 0), ("问题", 0, 1), ("状态", 0, 2)),
        *(("1", 1, 0), ("学习不够深入。", 1, 1), ("已完成", 1, 2)),
        *(("2", 2, 0), ("监管不到位。", 2, 1), ("已完成", 2, 2)),
    ]


def test_a_row_that_a_page_cuts():
    first = ledger(100, HEAD, ("1", "学习不够深入研讨交流不多/整改措施没有落实到人到岗", "已完成"))
    second = ledger(100, ("", "到时限。", ""), ("2", "监管不到位。", "已完成"))
    found = cells(first, second)
    assert ("学习不够深入研讨交流不多整改措施没有落实到人到岗到时限。", 1, 1) in found
    assert ("2", 2, 0) in found


def test_a_row_without_a_number_is_a_row():
    first = ledger(100, HEAD, ("1", "学习不够。", "已完成"))
    second = ledger(100, ("", "监管不到位。", "未完成"))
    assert cells(first, second)[-2:] == [("监管不到位。", 2, 1), ("未完成", 2, 2)]


def test_what_stands_between_parts_them():
    first = ledger(100, HEAD, ("1", "学习不够。", "已完成"))

    def second(canvas):
        canvas.setFont(FONT, 16)
        canvas.drawString(60, A4[1] - 90, "另表如下。")
        ledger(120, HEAD, ("1", "监管不力。", "已完成"))(canvas)

    tables = {b.cell.table for b in cut_pdf(drawn(first, second), "a.pdf")[0].blocks if b.cell}
    assert tables == {0, 1}


def test_positions_are_pages():
    lines = ["某局党组关于巡察整改情况的通报", "一、整改情况", "共3个问题，已完成3个。"]
    data = drawn(write(*((60, 100 + 40 * at, line) for at, line in enumerate(lines))))
    notice = read_data(data, "a.pdf")
    assert {line for _, line in notice.lines} == {1}
