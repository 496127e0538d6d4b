"""Where a notice begins and ends on its page."""

import pytest

from notice_cli.page.blocks import cut_html, cut_text
from notice_cli.page.body import find_body
from notice_cli.page.page import read_page

TITLE = "中共云溪县水利局党组关于巡察整改情况的通报"
BODY = [
    "根据统一部署，县委第一巡察组进行了巡察，现将整改情况公布如下。",
    "一、问题整改情况",
    "问题1：不实，学用脱节的情况仍然存在。",
]
END = ["中共云溪县水利局党组", "2024年1月2日"]


def body_of(markup: str):
    return find_body(cut_html(f"<html><body>{markup}".encode()))


def paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def titles(body) -> list[str]:
    return ["".join(block.text for block in group) for group in body.titles]


def test_furniture_around_the_body_is_left_out():
    body = body_of(
        "<div class=header><a>首页</a><a>新闻</a></div><p>当前位置：首页 &gt; 正文</p>"
        f"<h1>{TITLE}</h1><div>发布日期：2024-01-02 浏览次数：3</div>"
        f"<div id=zoom>{paragraphs([*BODY, *END])}</div><div>上一篇：<a>关于放假的通知</a></div>"
        "<div class=footer><p>主办单位：云溪县水利局办公室信息中心</p></div>"
    )
    assert titles(body) == [TITLE]
    assert [block.text for block in body.blocks] == [*BODY, *END]


@pytest.mark.parametrize(
    "line",
    [
        *("【我要打印】【我要收藏】 您是第 000641 位访问者", "阅读 5.1万", "访问人次：428", "浏览 1.2w+次"),
        *("发布于 2024年1月2日由 党委办公室 发布3,046 次围观", "12次浏览"),
        *("当前栏目:督察整改 &gt;&gt; 整改公示", "信息公开 » 整改情况"),
    ],
)
def test_counters_and_paths_are_no_part_of_the_body(line):
    body = body_of(f"<h1>{TITLE}</h1><p>{line}</p>{paragraphs([*BODY, *END])}")
    assert [block.text for block in body.blocks] == [*BODY, *END]


@pytest.mark.parametrize(
    "heading",
    [
        f"<h1>{TITLE}</h1>",
        "<h1>中共云溪县水利局党组<br>关于巡察整改情况的通报</h1>",
        "<p>中共云溪县水利局党组</p><p>关于巡察整改</p><p>情况的通报</p>",
    ],
)
def test_a_title_of_several_lines_is_one(heading):
    page = f"<head><title>{TITLE}_云溪县政府网</title></head>{heading}{paragraphs([*BODY, *END])}"
    body = body_of(page)
    assert titles(body) == [TITLE]
    assert body.blocks[0].text == BODY[0]


def test_a_title_printed_twice_is_two_groups():
    assert titles(body_of(f"<h1>{TITLE}</h1><p>来源：水利局</p><p>{TITLE}</p>{paragraphs(BODY)}")) == [
        TITLE,
        TITLE,
    ]


def test_signature_outside_the_container_belongs_to_the_notice():
    body = body_of(
        f"<h1>{TITLE}</h1><div>{paragraphs(BODY * 3)}</div><p>{END[0]}</p><p>{END[1]}</p><p>分享到</p>"
    )
    assert [block.text for block in body.blocks][-2:] == END


def test_plain_text_has_the_same_edges():
    text = "\n".join(
        ["今天是:", "• 网站首页", f"    {TITLE}", "索引号 : 1 文 号 :", *BODY, *END, "扫一扫在手机打开当前页"]
    )
    body = find_body(cut_text(text))
    assert (titles(body), [block.text for block in body.blocks]) == ([TITLE], [*BODY, *END])


def test_a_page_without_running_text_has_no_body():
    assert body_of("<ul><li><a>首页</a></li></ul>").blocks == ()


def test_on_a_short_page_the_title_does_not_outweigh_the_text():
    """The cell of the layout that holds the text is found, though the cell of the title is longer."""
    text = ["一、整改情况", "问题1：账目不清。", "整改结果：已完成。", "整改情况：重建台账，逐笔核对。", *END]
    rows = (f"<b>{TITLE}</b>", "发布日期：2024-01-02 来源：云溪县水利局办公室 作者：办公室", paragraphs(text))
    inner = "".join(f"<tr><td>{row}</td></tr>" for row in rows)
    body = body_of(
        f"<table><tr><td><table>{inner}</table></td></tr></table><table><tr><td>版权所有</td></tr></table>"
    )
    assert titles(body) == [TITLE]
    assert [(block.text, block.cell) for block in body.blocks] == [(line, None) for line in text]


@pytest.mark.parametrize(
    "line",
    [
        "（公示时间：2024年1月3日至1月19日）",
        "公示时间：2024-1-3至2024-1-19",
        "(公示时间:2024.1.3—2024.1.19)",
        "（接访时间：工作日上午8:30至11:30）",
        "受理时间：8：30—17：30",
    ],
)
def test_a_period_or_hours_below_the_title_are_text(line):
    body = body_of(f"<h1>{TITLE}</h1><p>发布时间：2024-01-03</p>{paragraphs([line, *BODY, *END])}")
    assert [block.text for block in body.blocks] == [line, *BODY, *END]


def test_a_title_printed_twice_in_a_row_is_no_line_of_the_second():
    lines = ["中共云溪县水利局党组", "巡察整改情况的通报", "巡察整改情况的通报"]
    assert titles(body_of(paragraphs([*lines, *BODY, *END]))) == ["".join(lines[:2]), lines[2]]


ANNEX = "<table><tr><td>序号</td><td>问题</td></tr><tr><td>1</td><td>学用脱节</td></tr></table>"


@pytest.mark.parametrize(
    ("behind", "kept"),
    [
        ("<p>相关推荐</p><p>县水利局召开整改推进会，研究部署下一步的工作</p>", []),
        ("<p>版权：县政府办</p><p>电话：0799-7777777</p>", []),
        ("<p>附件：整改台账</p>", ["附件：整改台账"]),
        ("<p>联系电话：0799-6612345</p><p>扫一扫</p>", ["联系电话：0799-6612345"]),
        (
            f"<p>附件：整改台账</p>{ANNEX}<p>打印</p>",
            ["附件：整改台账", "序号", "问题", "1", "学用脱节"],
        ),
    ],
)
def test_what_stands_behind_the_signature(behind, kept):
    body = body_of(f"<div><h1>{TITLE}</h1>{paragraphs([*BODY, *END])}{behind}</div>")
    assert [block.text for block in body.blocks] == [*BODY, *END, *kept]


def test_a_paragraph_that_two_issues_share_is_no_second_print():
    shared = (
        "一是修订完善制度，明确责任分工，压实工作责任；二是开展专项检查，举一反三，推动问题整改到位。" * 2
    )
    lines = [*BODY, shared, "问题2：不细。", shared, "问题3：不严。", shared]
    body = body_of(f"<h1>{TITLE}</h1>{paragraphs(lines)}")
    assert [block.text for block in body.blocks] == lines


def test_a_page_s_short_heading_and_the_document_s_own_lines_are_two_prints():
    own = "<p>中共云溪县水利局党组</p><p>关于巡察整改情况</p><p>的通报</p>"
    body = body_of(f"<h1>关于巡察整改情况的通报</h1>{own}{paragraphs(BODY)}")
    assert titles(body) == ["关于巡察整改情况的通报", TITLE]


def test_a_head_title_of_any_length_is_read():
    """A page may call itself by thousands of parts; its own heading is the title all the same."""
    title = "关于-" * 2000
    page = read_page(f"<html><title>{title}</title><h1>{TITLE}</h1>{paragraphs(BODY)}".encode())
    assert [block.text for group in page.titles for block in group] == [TITLE]
