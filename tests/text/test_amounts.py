"""Numbers with units, and vague ones as intervals."""

import math

import pytest

from notice_cli.text.amounts import bounds, find_amounts, half_width


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("23个问题", 23, "个"),
        ("２３项", 23, "项"),
        ("二十三个", 23, "个"),
        ("一百零五条", 105, "条"),
        ("合计5,482.15万元", 5482.15, "万元"),
        ("1.49亿元", 1.49, "亿元"),
        ("1.2万人", 12000, "人"),
        ("3万余人次", 30000, "人次"),
        ("5万余元", 5, "万元"),
        ("两千三百万元", 2300, "万元"),
        ("百分之九十", 90, "%"),
        ("近六成", 60, "%"),
        ("完成率79.2％", 79.2, "%"),
        ("3大类", 3, "类"),
        ("未完成0个", 0, "个"),
        ("第二轮𝟐𝟑个", 23, "个"),
        ("半数以上", 50, "%"),
        ("1,234,567.8912亿元", 1234567.8912, "亿元"),
    ],
)
def test_amount(text, value, unit):
    (amount,) = find_amounts(text)
    assert (amount.value, amount.unit) == (value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "第5次",
        "第4、8、13项",
        "第二巡察组",
        "十四届第三轮",
        "《关于三项制度的规定》",
        "中央八项规定",
        "“四个清单”",
        "为期三个月",
        "10个工作日",
        "2024年10月22日",
        "电话6667605",
        "数十个",
        "三五个",
        "一方面",
        "上一轮",
        "每一项",
        "市委统一部署",
        "个方面个问题",
    ],
)
def test_no_amount(text):
    assert find_amounts(text) == []


@pytest.mark.parametrize(
    ("clause", "value", "low", "high"),
    [
        ("完成20个", 20, 20, 20),
        ("完成近20个", 20, 15, 20),
        ("督办20余次", 20, 20, 30),
        ("督办20多次", 20, 20, 30),
        ("约20个", 20, 15, 25),
        ("完成率60%以上", 60, 60, 100),
        ("完成近六成", 60, 54, 60),
        ("不少于3次", 3, 3, math.inf),
        ("不足5人", 5, 0, 5),
        ("过半", 50, 50, 100),
        ("最近20个", 20, 20, 20),
        ("另一个数", 7, 7, 7),
    ],
)
def test_bounds(clause, value, low, high):
    assert bounds(clause, value) == (low, high)


def test_the_figure_meant_is_the_one_bounded():
    assert bounds("完成近20个，余下3个", 3) == (3, 3)


def test_places_include_the_vague_word():
    text = "督办近３０次"
    (amount,) = find_amounts(text)
    assert text[amount.start : amount.end] == "近３０次"
    assert amount.approximate


def test_half_width_keeps_the_length():
    text = "４个方面，２４个（问题）：９％。"
    assert half_width(text) == "4个方面,24个(问题):9%。"
    assert len(half_width(text)) == len(text)
