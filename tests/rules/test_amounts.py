"""Amounts of money: units converted, rounding told from error, subsets and rests."""

from __future__ import annotations

import pytest

from notice_cli.rules.money import exceeds, fit, read_money, role_of, same_amount

from .build import build, check


def money(text):
    return list(read_money(text, 0, len(text)))


def found(code, text):
    """Level and message of each finding of one rule on a paragraph."""
    return [(one.level, one.message) for one in check(build(text), code).findings]


def passed(code, text):
    return [
        f"{one.expression} {one.operator} {one.right}"
        for each in check(build(text), code).passed
        for one in each.arithmetic
    ]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1.49亿元", "14,900万元", True),
        ("１.49亿元", "14,949万元", True),  # rounded
        ("1.49亿元", "14,990万元", True),  # cut off
        ("1.49亿元", "15,100万元", False),
        ("1,234,500元", "123.45万元", True),
        ("1,234,500元", "12.345万元", False),
        ("近3万元", "28,500元", True),
        ("30余万元", "32万元", True),
        ("30余万元", "42万元", False),
    ],
)
def test_one_amount_in_two_units(one, other, same):
    (left,), (right,) = money(one), money(other)
    assert same_amount(left, right) is same_amount(right, left) is same


@pytest.mark.parametrize(
    ("parts", "whole", "wanted"),
    [
        (["2万元", "3.5万元"], "5.5万元", "meets"),
        (["8600元", "3.2万元"], "4.06万元", "meets"),
        (["1,200万元", "3,456.7万元"], "0.47亿元", "meets"),
        (["0.12亿元", "0.34亿元"], "4,560万元", "meets"),
        (["1.24万元", "2.24万元"], "3.47万元", "rounded"),
        (["2万元", "3万元"], "6万元", "differs"),
        (["215587.84万元", "35435.70万元"], "251023.54万元", "meets"),
        (["约2万元", "3万元"], "5.1万元", "meets"),
    ],
)
def test_parts_make_up_a_whole(parts, whole, wanted):
    (total,) = money(whole)
    assert fit([money(part)[0] for part in parts], total) == wanted


def test_more_than_the_other():
    big, small, vague = (money(text)[0] for text in ("61万元", "0.5亿元", "60余万元"))
    assert exceeds(small, big)
    assert not exceeds(big, small)
    assert not exceeds(big, vague)


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("应追缴资金", ("back", "due")),
        ("已追缴资金", ("back", "done")),
        ("尚未追缴", ("back", "rest")),
        ("已退还", ("back", "done")),
        ("涉及问题金额", ("involved", "due")),
        ("已整改金额", ("involved", "done")),
        ("投入资金", None),
        ("发放补贴", None),
    ],
)
def test_roles(label, role):
    assert role_of(label) == role


def test_totals_behind_and_parts_behind():
    assert found("CNT016", "退缴津补贴２万元、清退接待费３．５万元，共计６．５万元。") == [
        ("warning", "金额各项之和 2 + 3.5 = 5.5 万元 ≠ 合计 6.5 万元")
    ]
    assert found("CNT016", "追缴资金50万元，其中甲单位30万元、乙单位0.002亿元。") == []
    assert "> 总额" in found("CNT016", "追缴资金50万元，其中甲单位30万元、乙单位0.3亿元。")[0][1]
    assert "60 万元 > 总额" in found("CNT016", "追缴资金50万元，其中甲单位30万元、乙单位30万元。")[0][1]
    assert passed("CNT016", "收回2,600万元，其中1,000万元上缴，其余1,600万元统筹使用。") == [
        "1000 + 1600 = 2600"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "追缴资金50万元，其中甲单位30万元；另盘活资金80万元。",
        "追缴资金50万元，其中甲单位30万元，同时节约经费60万元。",
        "追缴资金50万元，其中归还30万元，含利息2万元，退还20万元。",
        "2023年预算100万元，退缴津补贴2万元、清退接待费3.5万元，共5.5万元。",
        "清退资金12万元，其中每户500元。",
        "每人补助500元（共计12万元）。",
        "罚款3万元（500元/人）。",
        "应追缴资金50万元，已追缴45.5万元，尚余4.5万元。",
    ],
)
def test_what_only_looks_like_a_sum(text):
    for code in ("CNT016", "CNT017", "CNT018", "CNT020"):
        assert found(code, text) == [], code


def test_rounding_is_a_note():
    ((level, message),) = found("CNT016", "退缴1.24万元、清退2.24万元，共计3.47万元。")
    assert level == "note"
    assert "四舍五入" in message


def test_shares_of_an_amount():
    text = "完成投资1.26亿元，占总投资2.1亿元的{}%。"
    assert passed("CNT020", text.format(60)) == ["100 * 1.26 / 2.1 ~= 60"]
    assert found("CNT020", text.format(66))[0][0] == "warning"


def test_an_amount_that_the_record_declares_is_a_claim():
    text = "清退资金1,234,500元（12.345万元）。"
    notice = build(text, [("amount_recovered", 1234500, "清退资金1,234,500元", {"unit": "元"})])
    (finding,) = check(notice, "CNT017").findings
    assert [one.count for one in finding.arithmetic[0].operands] == [0, None]
    assert finding.arithmetic[0].expression == "1234500 / 10000"
