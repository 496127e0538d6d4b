"""The canonical text."""

from notice_cli.outline import read_outline
from notice_cli.page.block import Block


def test_every_line_is_its_slice_of_the_text():
    titles = [[Block("某局关于", 1), Block("整改的通报", 2)], [Block("某局关于整改的通报", 4)]]
    outline = read_outline(titles, [Block("一、总体情况", 5), Block("问题1：不实。", 6)])
    assert outline.text == "某局关于\n整改的通报\n某局关于整改的通报\n一、总体情况\n问题1：不实。"
    lines = [line for group in (*outline.titles, outline.lines) for line in group]
    assert [outline.text[line.start : line.end] for line in lines] == outline.text.split("\n")
    assert [line.source_line for line in lines] == [1, 2, 4, 5, 6]
    assert [line.body for line in outline.lines] == ["总体情况", "不实。"]
    assert all(outline.text[line.body_start : line.end] == line.body for line in outline.lines)


def test_nothing_is_an_empty_outline():
    assert read_outline([], []).text == ""
