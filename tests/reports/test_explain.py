"""`notice parse --explain`: every block of the page, what it was taken for, and why it was left out."""

from __future__ import annotations

import json

import pytest

from notice_cli.pipeline import explain as read_explained
from notice_cli.reports.explain import explain, render, render_json

PAGE = """<html><head><meta charset="utf-8"><title>整改</title></head><body>
<div class="nav"><a href="/">网站首页</a></div>
<h1>中共云溪县水利局党组关于县委第一巡察组反馈意见整改情况的通报</h1>
<p>发布时间：2024-06-03</p><p>2024-06-03 09:00</p>
<div id="zoom"><p>现将整改情况予以公布，反馈的1个问题已完成整改。</p>
<p>一、整改情况</p>
<p>问题1：巡河责任压得不实，记录雷同。</p>
<p>整改结果：已完成。</p>
<p>整改情况：一是修订办法，明确巡河频次。二是复核记录，约谈责任人。</p>
<p>联系电话：0799-6612345。</p>
<p>中共云溪县水利局党组</p><p>2024年5月30日</p></div>
<div>关于本站的其他内容</div><div>联系我们 0799-7777777</div></body></html>"""


@pytest.fixture
def explained(tmp_path):
    path = tmp_path / "notice.html"
    path.write_text(PAGE, encoding="utf-8")
    return list(read_explained(path))


def roles(explained):
    return {block["text"][:6]: block["roles"] for block in json.loads(render_json(explained))["blocks"]}


def test_each_block_is_told(explained):
    told = roles(explained)
    assert told["网站首页"] == ["furniture"]
    assert told["中共云溪县水"] == ["signature"]
    assert told["发布时间：2"] == ["metadata"]
    assert told["2024-0"] == ["metadata"]
    assert told["问题1：巡河"] == ["issue:1", "issue:1.text"]
    assert "issue:1.status" in told["整改结果：已"]
    assert told["整改情况：一"][-2:] == ["issue:1.measure:1", "issue:1.measure:2"]
    assert told["联系电话：0"] == ["contact"]
    assert told["联系我们 0"] == ["furniture"]


def test_nothing_of_the_page_is_left_out(explained):
    blocks = json.loads(render_json(explained))["blocks"]
    notice = explained[0][0]
    assert "\n".join(block["text"] for block in blocks if block["span"]) == notice.text
    assert all(notice.text[b["span"]["start"] : b["span"]["end"]] == b["text"] for b in blocks if b["span"])
    assert all(block["roles"] for block in blocks)
    assert len(blocks) == 14
    assert all(block["reason"] for block in blocks if not block["span"])


def test_the_table_tells_layout_site_and_reason(explained):
    text = render(explained, "zh", False, 120)
    assert "正文取自 zoom" in text
    assert "问题1 表述" in text
    assert "元数据" in text
    assert "（大部分是链接）" in text or "（所在元素的名称是页面部件）" in text


def test_a_block_without_a_place_is_told_as_such(explained):
    notice, page = explained[0]
    blocks = notice.model_copy(update={"issues": (), "outline": ()})
    rows = [row for row in explain(blocks, page) if row.text.startswith("问题1")]
    assert [(row.roles[0].kind, row.reason) for row in rows] == [("unparsed", "no_rule")]


def test_a_record_is_explained_without_its_page(explained):
    notice, _ = explained[0]
    assert [row.text for row in explain(notice, None)] == notice.text.split("\n")
