"""HTML to blocks: what a reader sees as one line."""

import pytest

from notice_cli.page.blocks import cut_html, cut_text


def texts(markup: str) -> list[str]:
    return [block.text for block in cut_html(markup.encode("utf-8", "surrogatepass")).blocks]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<p>一<br>二<br/>三</p>", ["一", "二", "三"]),
        ("<p>前<b>中</b>后</p>尾", ["前中后", "尾"]),
        ("<span>2023</span><span>年</span><span>6</span><span>月</span>", ["2023年6月"]),
        ("<div>a<p>b</p>c<div>d</div>e</div>f", ["a", "b", "c", "d", "e", "f"]),
        ("<pre>一\n  二\n\n三</pre>四", ["一", "二", "三", "四"]),
        ("<p> a &nbsp; \n b </p>", ["a b"]),
        ("<p>a\u200bb\ufeffc&shy;d</p>", ["abcd"]),
        ("<p>见<script>x()</script><style>p{}</style>下</p>", ["见下"]),
        ("<p>见</p><div style='display: none'>藏</div><p hidden>匿</p><p>下</p>", ["见", "下"]),
        ("<p>见<span style='DISPLAY:NONE'>藏</span>下</p>", ["见下"]),
        ("<p>一</p></body></html><p>二</p>", ["一", "二"]),
        ("<p>a&#xFDD0;1&#64976;b\ufdd0c</p><p>d</p>", ["a1bc", "d"]),
        ("<p>a\x1b[31mb&#27;c&#x07;d</p>", ["a\x1b[31mb\x1bc\x07d"]),
        ("<p>&lt;script&gt;1 &amp; 2</p>", ["<script>1 & 2"]),
        ("<ul><li>一<li>二</ul>", ["一", "二"]),
        ("<p>未完<p>又一", ["未完", "又一"]),
        ("", []),
        ("<!-- 无 -->", []),
    ],
)
def test_blocks(markup, expected):
    assert texts(f"<html><body>{markup}") == expected


def test_depth_loses_nothing():
    markup = "<div><span>" * 3000 + "深处" + "</span></div>" * 3000 + "<p>下文</p>"
    assert texts(f"<html><body><p>上文</p>{markup}") == ["上文", "深处", "下文"]


def test_lines_are_those_of_the_file():
    cut = cut_html("<html>\n<body>\n<p>一</p>\n<p>\n二</p>\n<pre>三\n四</pre>".encode())
    assert [(block.text, block.line) for block in cut.blocks] == [("一", 3), ("二", 5), ("三", 6), ("四", 7)]


def test_cells_know_their_place_in_the_grid():
    cut = cut_html(
        "<table><tr><th rowspan=2>甲</th><th colspan=2>乙</th></tr><tr><td>丙</td><td>丁</td></tr></table>"
        "<table><tr><td rowspan=x>戊</td></tr></table>".encode()
    )
    places = {block.text: (c.table, c.row, c.column) for block in cut.blocks if (c := block.cell)}
    assert places == {"甲": (0, 0, 0), "乙": (0, 0, 1), "丙": (0, 1, 1), "丁": (0, 1, 2), "戊": (1, 0, 0)}


def test_a_cell_that_spans_everything_is_kept_in_bounds():
    assert texts(
        "<table><tr><td rowspan=99999999 colspan=-5>甲</td><td colspan=9999>乙</td></tr></table>"
    ) == ["甲", "乙"]


def test_furniture_and_links_are_told():
    cut = cut_html(
        "<nav>导航</nav><div class='footer'><p>页脚</p></div>"
        "<p><a>链接</a></p><p>正<a>文</a>文字</p>".encode()
    )
    told = {block.text: (bool(block.furniture), block.linked) for block in cut.blocks}
    assert told == {
        "导航": (True, False),
        "页脚": (True, False),
        "链接": (False, True),
        "正文文字": (False, False),
    }


def test_head_is_read():
    cut = cut_html(
        b"<head><title> a\n b </title><meta name=PubDate content='2024-01-02'><meta name=x></head><p>c"
    )
    assert cut.page_title == "a b"
    assert ("pubdate", "2024-01-02") in cut.meta


def test_text_is_a_block_a_line():
    assert [(b.text, b.line) for b in cut_text("一\r\n\n  二　二\t\n").blocks] == [("一", 1), ("二 二", 3)]
