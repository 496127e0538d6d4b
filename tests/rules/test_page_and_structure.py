"""MET and STR rules."""

from __future__ import annotations

import pytest

from .build import TITLE, build, check, issue


@pytest.mark.parametrize(
    "title",
    [TITLE, TITLE + "（社会公开稿）", TITLE.replace("关于", " 关于"), TITLE[11:], TITLE[:20] + "..."],
)
def test_titles_that_agree(title):
    assert check(build(metadata={"title": title}), "MET001").passed


def test_title_mismatch():
    other = TITLE.replace("第三", "第二")
    (found,) = check(build(metadata={"title": other}), "MET001").findings
    assert (found.level, found.evidence[1].text) == ("warning", other)
    assert check(build(), "MET001").not_applicable


@pytest.mark.parametrize("issuer", ["青湖市林业局", "青湖市林业局党组", "市林业局"])
def test_one_body_under_its_names(issuer):
    assert check(build(metadata={"issuer": issuer}), "MET002").passed


def test_issuer_mismatch():
    (found,) = check(build(metadata={"issuer": "青湖市财政局"}), "MET002").findings
    assert "青湖市财政局" in found.message
    town = build(issuer="中共青湖县白石镇委员会", metadata={"issuer": "青湖县白石镇人民政府"}, title=None)
    assert check(town, "MET002").findings
    assert check(build(issuer=None, title=None), "MET002").not_applicable


def test_no_status():
    issues = [issue(status="已完成"), issue(status="已完成"), issue()]
    (found,) = check(build("", [], issues), "STR001").findings
    assert (found.level, found.issue, found.evidence[0].text) == ("error", 3, "问题3：学习不深入。")
    assert check(build("", [], issues[:2]), "STR001").passed
    assert check(build("", [], issues[2:]), "STR001").not_applicable


def test_few_statuses_are_one_note():
    (found,) = check(build("", [], [issue(status="已完成"), issue(), issue()]), "STR001").findings
    assert found.level == "note"


def test_no_measures():
    issues = [issue(), issue(), issue(measures=())]
    (found,) = check(build("", [], issues), "STR002").findings
    assert (found.level, found.issue) == ("warning", 3)
    assert check(build("", [], issues[:2]), "STR002").passed
    assert check(build("", [], issues[2:]), "STR002").not_applicable


def test_no_contact_and_no_signature():
    bare = build("欢迎监督。", contact=None, issuer=None, signed=None)
    assert check(bare, "STR003").findings[0].evidence[0].text == "欢迎监督。"
    assert check(bare, "STR004").findings[0].message == "末尾没有落款单位和日期"
    assert check(build(signed=None), "STR004").findings[0].message == "落款没有日期"
    assert check(build(), "STR003").passed
    assert check(build(), "STR004").passed
    part = build(contact=None, issuer=None, signed=None, following="page_2.html")
    assert check(part, "STR003").not_applicable
    assert check(part, "STR004").not_applicable


def test_joint_issuers_and_the_site_of_another_body():
    joint = build(
        issuer="中共青湖市林业局党组中共青湖市委农业工委", metadata={"issuer": "青湖市林业局"}, title=None
    )
    assert check(joint, "MET002").passed
    host = {"issuer": "青湖市纪委监委", "origin": "青湖市林业局"}
    assert check(build(metadata=host, title=None), "MET002").not_applicable
    assert check(build(metadata={"issuer": "青湖市纪委监委"}, title=None), "MET002").findings
    other = {"issuer": "青湖市财政局", "origin": "青湖市林业局"}
    assert check(build(metadata=other, title=None), "MET002").findings


@pytest.mark.parametrize("line", ["2024年3月29日", "（2024年3月29日）", "二〇二四年三月二十九日"])
def test_issuer_and_date_below_the_title_are_a_signature(line):
    notice = build(f"中共青湖市林业局党组\n{line}\n现将整改情况公布如下。", issuer=None, signed=None)
    assert check(notice, "STR004").passed
    assert check(build("现将整改情况公布如下。", issuer=None, signed=None), "STR004").findings


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("县委第五巡察组", False),
        ("县委第五巡视组", True),
        ("省委第二巡视组", False),
        ("省委第二巡察组", True),
        ("中央第七巡视组", False),
        ("市委第三巡视组", False),
        ("市委第三巡视组进驻，市委第三巡察组反馈", True),
        ("市委第三巡视组进驻，县委第三巡察组反馈", False),
        ("中央某部党组第三巡察组", False),
    ],
)
def test_inspection_word(text, wrong):
    assert bool(check(build(text + "。"), "MET006").findings) is wrong
