"""Copies, frames of set phrases, and what a text opens with."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_cli.comparing.frame import compare_wordings, read_wording, share_in_order
from notice_cli.comparing.said import Said
from notice_cli.comparing.scoring import SURE, score_issues

FILLER = ("水库大坝巡查日志补填。", "干部人事档案审核不细。", "党费收缴不及时。")
FRAMED = (
    "渡工安全培训走过场，2019年发生有责碰擦事故21起，例会以签到代替讲评。",
    "渡工礼仪培训走过场，2023年收到有责投诉多达136件，考核以自评代替测评。",
)


def wordings(one, other):
    return compare_wordings(read_wording(one), read_wording(other))


@pytest.mark.parametrize(
    "new",
    [
        "渡口客票公开不及时，2023年应公示票价有46次未按期张贴。",
        "渡口客票公开不及时，2019年应公示票价有12次未按期张贴，退票规则也未上墙，售票员解释口径不一。",
    ],
)
def test_other_figures_or_a_clause_more_leave_a_copy_a_copy(new):
    old = "渡口客票公开不及时，2019年应公示票价有12次未按期张贴。"
    assert wordings(old, new).copied > 0.9
    (score,) = score_issues([Said(old)], [Said(new)]).values()
    assert score.likeness > 0.9


def test_a_short_text_that_stands_in_a_longer_one_is_no_copy_for_that():
    assert (
        wordings("招标不规范。", "码头疏浚招标不规范，三项工程由同一家公司承揽，评审专家未随机抽取。").copied
        == 0
    )


def test_set_phrases_around_other_things_are_a_frame_and_no_pair():
    assert wordings(*FRAMED) == (0.0, 1.0, False)
    scores = score_issues(*([Said(text), *map(Said, FILLER)] for text in FRAMED))
    assert scores[0, 0].frame < 0
    assert scores[0, 0].likeness < SURE


def test_brief_texts_owe_what_they_share_to_chance():
    assert wordings("党费收缴不规范，半年一缴。", "公章使用不规范，半年未登记。") == (0.0, 0.0, False)


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("固定资产管理混乱，2批设备未入账。", "固定资产"),
        ("3个项目固定资产不规范。", "个项目固定资产"),
        ("不规范。", ""),
        ("", ""),
        ("，。", ""),
    ],
)
def test_the_opening_is_the_first_clause_without_stock_phrases(text, opening):
    assert read_wording(text).opening == opening


def test_two_that_open_with_the_same_thing_are_no_frame():
    old = Said("船员体检档案管理不规范，2019年有5名船员的体检表没有归档，健康证明由本人自行保管。")
    new = Said("船员体检档案管理混乱，有3名船员的体检表没有医生签字，健康证明由船长自行填写。")
    (score,) = score_issues([old], [new]).values()
    assert score.frame == 0


@given(st.text("渡口票价公示0", max_size=12), st.text("渡口票价公示0", max_size=12))
def test_what_is_in_the_same_order_is_the_longest_common_subsequence(one, other):
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i, j in product(range(len(one)), range(len(other))):
        table[i + 1][j + 1] = table[i][j] + 1 if one[i] == other[j] else max(table[i][j + 1], table[i + 1][j])
    here, there = read_wording(one), read_wording(other)
    letters = len(here.letters) + len(there.letters)
    if "00" not in one + "|" + other:
        assert share_in_order(here, there) == pytest.approx(2 * table[-1][-1] / max(letters, 1))
    assert share_in_order(here, there) == share_in_order(there, here)
