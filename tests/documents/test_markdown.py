"""Markdown: its marks gone, its numbers as typed, its tables as tables, its lines where they are."""

from __future__ import annotations

import pytest

from documents.printing import assert_same_record, printed, read_data
from notice_cli.page.block import Cell
from notice_cli.page.documents.markdown import cut_markdown
from places import SAMPLES


def texts(text: str) -> list[tuple[str, int | None]]:
    return [(block.text, block.line) for block in cut_markdown(text).blocks]


def test_headings_emphasis_links_and_lines():
    text = "# 关于*整改*的通报\n\n## 一、**总体**情况\n\n见[附件](a.docx)`代码`。\n\n> 引文\n"
    assert texts(text) == [("关于整改的通报", 1), ("一、总体情况", 3), ("见附件代码。", 5), ("引文", 7)]


def test_numbers_stay_as_typed():
    text = "1. 甲\n2. 乙\n4. 2023年丙\n\n文字\n\n3) 丁\n\n- 点\n"
    assert [line for line, _ in texts(text)] == ["1.甲", "2.乙", "4. 2023年丙", "文字", "3)丁", "点"]


def test_an_item_without_text_is_its_number():
    assert [line for line, _ in texts("1.\n2. 乙\n")] == ["1.", "2.乙"]


def test_a_line_ends_a_block_unless_it_was_wrapped():
    wrapped = "这一段文字由编辑器折行所以每行的长度差不多都是一样的而且行末没有标点符号在\n那里。"
    assert texts(f"共10个问题。\n已完成9个。\n\n{wrapped}\n\n甲\\\n乙\n") == [
        ("共10个问题。", 1),
        ("已完成9个。", 2),
        (wrapped.replace("\n", ""), 4),
        ("甲", 7),
        ("乙", 8),
    ]


def test_tables_of_markdown_and_of_html():
    text = "| 序号 | 问题 |\n|--|--|\n| 1 | 甲<br>乙 |\n\n"
    text += "<table><tr><td rowspan=2>丙</td><td>丁</td></tr>\n<tr><td>戊</td></tr></table>\n\n末\n"
    found = [(block.text, block.line, block.cell) for block in cut_markdown(text).blocks]
    assert found == [
        ("序号", 1, Cell(0, 0, 0)),
        ("问题", 1, Cell(0, 0, 1)),
        ("1", 3, Cell(0, 1, 0)),
        ("甲", 3, Cell(0, 1, 1)),
        ("乙", 3, Cell(0, 1, 1)),
        ("丙", 5, Cell(1, 0, 0, 2)),
        ("丁", 5, Cell(1, 0, 1)),
        ("戊", 6, Cell(1, 1, 1)),
        ("末", 8, None),
    ]


def test_what_stands_above_is_not_lost():
    assert texts("---\ntitle: 通报\n---\n正文\n") == [("title: 通报", 2), ("正文", 4)]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "*" * 5000, "[" * 5000, "> " * 3000 + "甲", "|" * 5000 + "\n|-|\n"]
)
def test_odd_texts(text):
    cut_markdown(text)


def test_a_notice():
    path = SAMPLES / "lanchuan-culture-2024.html"
    source = printed(path)
    text = "\n\n".join(("# " + "".join(source.titles[:2]), *source.parts))
    document = read_data(text.encode(), "a.md", "text/markdown")
    assert document.source.media_type == "text/markdown"
    assert_same_record(read_data(path.read_bytes(), "a.html"), document)
    assert text.split("\n")[document.issues[0].source_line - 1].startswith("问题1")
