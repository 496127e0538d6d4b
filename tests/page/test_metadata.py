"""What a page says about itself."""

import pytest

from notice_cli.page.block import Cut
from notice_cli.page.blocks import cut_html, cut_text
from notice_cli.page.body import find_body
from notice_cli.page.metadata import is_label, labels_in, read_metadata


def values(cut: Cut) -> dict[str, str]:
    return read_metadata(cut, cut.blocks).values


def page(markup: str) -> dict[str, str]:
    return values(cut_html(f"<html><body>{markup}".encode()))


def test_two_labels_a_line():
    text = (
        "索引号 : YX01/2024-1 文       号 :\n"
        "主题分类: 政务督查 发文单位: 云溪县水利局\n"
        "有效性: 有效 发文日期: 2024-10-22"
    )
    assert values(cut_text(text)) == {
        "index_number": "YX01/2024-1",
        "topic": "政务督查",
        "issuer": "云溪县水利局",
        "validity": "有效",
        "issued_on": "2024-10-22",
    }


@pytest.mark.parametrize(
    "markup",
    [
        "<table><tr><td>发布机构：</td><td>水利局</td><td>发布日期：</td><td>2024年1月2日</td></tr></table>",
        "<table><tr><td>发布机构</td><td>水利局</td></tr><tr><td>发布日期</td><td>2024/1/2</td></tr></table>",
        "<dl><dt>发布机构:</dt><dd>水利局</dd><dt>发布日期:</dt><dd>2024.1.2</dd></dl>",
        "<ul><li><b>发 布 机 构：</b>水利局</li><li><b>发布 日期：</b>2024-01-02 08:30</li></ul>",
        "<p>【发布机构】水利局</p><p>发布机构：水利局 | 发布日期：２０２４年１月２日 | 浏览次数：12</p>",
    ],
)
def test_labels_and_values_however_the_page_lays_them_out(markup):
    assert page(markup) == {"issuer": "水利局", "published_on": "2024-01-02"}


def test_a_label_without_a_value_takes_none_from_the_next_row():
    assert page(
        "<table><tr><td>文号：</td><td></td></tr><tr><td>发布机构：</td><td>水利局</td></tr></table>"
    ) == {"issuer": "水利局"}


def test_an_empty_cell_beside_a_label_is_its_value():
    """What stands in the cell after it is the next label, known or not."""
    row = "<tr><th>文号</th><td></td><th>{}</th><td>某</td></tr>"
    table = f"<table><tr><th>发布机构</th><td>水利局</td></tr>{row}</table>"
    assert page(table.format("是否有效")) == {"issuer": "水利局", "validity": "某"}
    assert page(table.format("盖章")) == {"issuer": "水利局"}
    wide = "<table><tr><th colspan=2>发布机构</th><td>水利局</td></tr></table>"
    assert page(wide) == {"issuer": "水利局"}


def test_a_label_before_a_bar():
    assert page("<ul><li>2024-01-02</li><li>来源｜县委办公室</li><li>阅读 5.1万</li></ul>") == {
        "origin": "县委办公室",
        "published_on": "2024-01-02",
    }


def test_other_names_of_labels():
    head = "<p>发布部门：云溪县水利局</p><p>文章出处：办公室</p><p>发布于 2024年1月2日由 某人 发布</p>"
    assert page(head) == {"issuer": "云溪县水利局", "origin": "办公室", "published_on": "2024-01-02"}


def test_a_newspaper_tells_the_day_by_its_name():
    assert page("<div>云溪日报2022年11月30日 星期三往期回顾 返回首页</div>") == {"published_on": "2022-11-30"}
    assert page("<div>今天是2022年11月30日 星期三 欢迎访问</div>") == {}


def test_a_date_that_is_none_is_left_out():
    assert page("<p>发布日期：近日</p><p>成文日期：2024年13月1日</p>") == {}


def test_a_bare_time_stands_back_behind_a_date_of_publication():
    assert page("<p>时间：2024-01-01</p><p>发布日期：2024-01-02</p>") == {"published_on": "2024-01-02"}
    assert page("<p>时间：2024-01-01</p>") == {"published_on": "2024-01-01"}


def test_a_bare_time_that_is_a_period_is_no_date_of_publication():
    assert page("<p>公示时间：2024年1月3日至1月19日</p>") == {}
    assert page("<p>公示时间：2024-1-3—2024-1-19 来源：水利局</p>") == {"origin": "水利局"}


def test_meta_tags_fill_what_the_page_does_not_print():
    named = {"SiteName": "云溪县政府网", "ContentSource": "本站", "PubDate": "2024-01-03 10:00"}
    tags = "".join(f"<meta name={name} content='{content}'>" for name, content in named.items())
    head = f"<head>{tags}</head>"
    got = values(cut_html(f"<html>{head}<body><p>发布日期：2024-01-02</p>".encode()))
    assert got == {"site_name": "云溪县政府网", "origin": "云溪县政府网", "published_on": "2024-01-02"}


def test_other_labels_are_kept_and_counters_are_not():
    cut = cut_text("关键词：整改 阅读次数：99")
    found = read_metadata(cut, cut.blocks)
    assert (found.values, found.other) == ({}, {"关键词": "整改"})


def test_labels_are_told_from_running_text():
    assert is_label("文 号 :")
    assert not is_label("问题1：文号不规范")
    assert labels_in("索引号：1 文号：2") == 2
    assert labels_in("来源于群众") == 0


def test_a_label_that_no_table_knows_is_kept_under_other():
    cut = cut_html(
        "<html><body><table><tr><th>归档编号</th><td>甲-7</td><th>发布机构</th><td>水利局</td></tr>"
        "<tr><th>发布日期</th><td>2024-01-02</td><th>成文日期</th><td>2024-01-01</td></tr></table>".encode()
    )
    found = read_metadata(cut, cut.blocks)
    assert found.other == {"归档编号": "甲-7"}
    assert found.values == {"issuer": "水利局", "published_on": "2024-01-02", "issued_on": "2024-01-01"}


@pytest.mark.parametrize("nothing", ["无", "-", "——", "/", "null"])
def test_a_field_that_says_it_has_no_value_is_absent(nothing):
    assert page(f"<p>文号：{nothing}</p><p>发布机构：水利局</p>") == {"issuer": "水利局"}


@pytest.mark.parametrize(
    "line", ["发布时间 2024-01-02　来源 水利局　点击量 210", "[发布时间]2024-01-02 [来源]水利局 [浏览]3次"]
)
def test_labels_without_a_colon_are_told_by_the_spaces_and_brackets(line):
    assert page(f"<p>{line}</p>") == {"published_on": "2024-01-02", "origin": "水利局"}


def test_a_document_s_number_on_a_line_of_its_own():
    assert page("<p>云水党组〔2024〕8号</p>") == {"document_number": "云水党组〔2024〕8号"}
    assert page("<p>根据云水党组〔2024〕8号文件要求</p>") == {}


def test_what_the_body_was_found_by_is_what_the_metadata_is_read_by():
    head = "<p>索引号YX01/2024-1</p><p>文号云水〔2024〕1号</p><p>有效性有效</p><p>主动公开</p>"
    text = "<h1>关于巡察整改情况的通报</h1><p>根据统一部署，县委第一巡察组进行了巡察，现将情况公布如下。</p>"
    cut = cut_html(f"<html><body>{head}{text}<p>问题1：调研走访不深入，作风不实。</p>".encode())
    body = find_body(cut)
    assert sorted(body.bare) == [0, 1, 2, 3]
    told = read_metadata(cut, body.head, body.closing, bare=body.bare)
    assert told == read_metadata(cut, body.head, body.closing)
    assert told.values["document_number"] == "云水〔2024〕1号"


@pytest.mark.parametrize(
    "tools",
    [
        "我要纠错",
        "【打印】【关闭】",
        " 打印 大 中 小",
        "字号：大 中 小 打印",
        " [打印本页] [关闭窗口]",
        " 我要收藏 纠错",
        " 阅读量 862",
        "　访问人次：428　【打印】",
        " | 浏览 5.1万+次",
        " 人气 562",
        " 录入：admin",
    ],
)
def test_a_value_ends_before_the_tools_of_the_page(tools):
    assert page(f"<p>来源：云溪市人大{tools}</p>")["origin"] == "云溪市人大"
