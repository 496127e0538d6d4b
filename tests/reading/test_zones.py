"""Which part of a notice a heading opens, and what stands between the parts."""

from __future__ import annotations

import pytest

from notice_cli import read
from notice_cli.reading.zones import zone_of_heading


@pytest.mark.parametrize(
    ("heading", "zone"),
    [
        ("整改总体进展", "overview"),
        ("总体情况", "overview"),
        ("整改总体成效", "overview"),
        ("具体问题整改进展", "issues"),
        ("聚焦问题，逐项整改", "issues"),
        ("常抓不懈，巩固成果", "next"),
        ("严防反弹，久久为功", "next"),
        ("推动常态长效", "next"),
        ("再接再厉的安排", "next"),
        ("任务清单及进展", "issues"),
        ("落实总体国家安全观", None),
        ("常抓不懈纠治作风问题", None),
    ],
)
def test_the_words_of_a_heading(heading, zone):
    assert zone_of_heading(heading) == zone


def test_a_numeral_above_the_name_of_a_group_belongs_to_no_measure():
    """As cards carry it: told among what found no place, and no end of the measure above."""
    lines = [
        "现将区委第八轮巡察整改情况摘编公开。",
        *("01", "区水利局党组", "问题：巡查记录代签代填。", "整改：一是核定责任人7名。二是启用定位打卡。"),
        *("02", "区商务局党组", "问题：多头重复检查。", "整改：一是整合事项36项。二是公布投诉电话。"),
    ]
    page = "".join(f"<p>{line}</p>" for line in lines)
    notice = read(f"<html><body><h1>区委第八轮巡察整改情况摘编</h1>{page}</body></html>".encode())
    assert [one.heading for one in notice.sections] == ["区水利局党组", "区商务局党组"]
    assert [[one.text for one in issue.measures] for issue in notice.issues] == [
        ["核定责任人7名。", "启用定位打卡。"],
        ["整合事项36项。", "公布投诉电话。"],
    ]
    assert "02" in [one.text for one in notice.unparsed]


def test_a_heading_without_a_number_opens_the_next_steps():
    lines = (
        "问题1：台账不清。",
        "整改情况：已完成整改，通过市级验收销号。摸清底数。",
        "下一步工作考虑",
        "1.抓长抓细。",
    )
    page = "".join(f"<p>{line}</p>" for line in lines)
    notice = read(f"<html><body><h1>关于巡察整改情况的通报</h1>{page}</body></html>".encode())
    assert [one.heading or one.text for one in notice.next_steps] == ["抓长抓细"]
    assert notice.issues[0].status_text == "已完成整改，通过市级验收销号"


def test_labels_of_an_audit_and_of_what_is_left():
    lines = [
        "1.审计发现：项目未办决算，涉及11个。",
        "整改结果：正在整改。8个已办结。",
        "未整改到位原因及后续安排：施工单位已注销，将于3月底前办结。",
    ]
    page = "".join(f"<p>{line}</p>" for line in ("一、整改具体情况", *lines))
    (issue,) = read(f"<html><body><h1>审计查出问题整改结果公告</h1>{page}</body></html>".encode()).issues
    assert (issue.text, issue.status) == ("项目未办决算，涉及11个。", "in_progress")
    assert [one.text for one in issue.measures] == ["8个已办结。"]


def test_dates_of_this_year_are_read_by_the_signature():
    text = "根据区委部署，今年2月26日至4月12日，区委第二巡察组对区城管局党组开展了巡察，4月28日反馈了意见。"
    body = f"<p>{text}现将整改情况公示如下。</p><p>问题1：底数不清。</p><p>整改情况：已完成。摸清底数。</p>"
    page = (
        f"<html><body><h1>关于巡察整改情况的公示</h1>{body}<p>中共某区城管局党组</p><p>{{}}</p></body></html>"
    )
    seen = read(page.format("2024年8月13日").encode()).inspection
    assert (seen.started_on, seen.ended_on, seen.feedback_on) == ("2024-02-26", "2024-04-12", "2024-04-28")
    assert read(page.format("").encode()).inspection.started_on is None
    put_up = page.format("").replace("<body>", "<body><p>发布时间：2024-08-14</p>")
    assert read(put_up.encode()).metadata.published_on == "2024-08-14"
    assert read(put_up.encode()).inspection.started_on is None  # a page may be put up years later


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("副局长 沙某、财务科", ("副局长 沙某", "财务科")),
        ("财务科 审计科", ("财务科", "审计科")),
        ("王某；李某", ("王某", "李某")),
    ],
)
def test_a_post_and_its_holder_are_one(told, names):
    lines = ("问题1：台账不清。", f"责任人：{told}", "整改情况：已完成。摸清底数。")
    page = "".join(f"<p>{line}</p>" for line in lines)
    (issue,) = read(f"<html><body><h1>关于巡察整改情况的通报</h1>{page}</body></html>".encode()).issues
    assert issue.responsible == names
