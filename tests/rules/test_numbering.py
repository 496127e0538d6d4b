"""NUM rules."""

from __future__ import annotations

import pytest

from .build import build, check, issue


def numbered(*numbers, sections=None, pattern="问题{}"):
    """Issues with these printed numbers."""
    return [
        issue(label=pattern.format(number), number=number if sections is None else at, section=section)
        for at, (number, section) in enumerate(
            zip(numbers, sections or [None] * len(numbers), strict=True), 1
        )
    ]


def test_issue_gap():
    found = check(build("", [], numbered(1, 2, 5)), "NUM001").findings
    assert [(one.issue, one.level) for one in found] == [(5, "error")]
    assert "缺 3–4" in found[0].message
    assert [one.text for one in found[0].evidence] == ["问题2：学习不深入。", "问题5：学习不深入。"]
    assert check(build("", [], numbered(1, 2, 3)), "NUM001").passed
    assert check(build("部分问题整改情况通报如下。", [], numbered(1, 5)), "NUM001").not_applicable


def test_numbers_that_return_to_one_are_runs_of_their_own():
    notice = build("", [], numbered(1, 2, 1, 3, sections=[1, 1, 2, 2], pattern="({})"))
    assert [one.issue for one in check(notice, "NUM001").findings] == [4]
    assert check(notice, "NUM002").passed


def test_a_huge_number_is_one_gap():
    assert len(check(build("", [], numbered(1, 999999)), "NUM001").findings) == 1


def test_issue_duplicate():
    found = check(build("", [], numbered(1, 2, 2)), "NUM002").findings
    assert [one.message for one in found] == ["问题编号 2 重复"]
    assert len(found[0].evidence) == 2
    assert check(build("", [], numbered(1, 2)), "NUM002").passed
    assert check(build("", [], numbered(1, 2, pattern="事项")), "NUM002").not_applicable


@pytest.mark.parametrize(
    ("measures", "message"),
    [
        (("一是甲。", "三是乙。"), "问题1的措施编号缺 2：“三是”前面没有它"),
        (("一是甲。", "二是乙。", "二是丙。"), "问题1的措施编号“二是”重复"),
        (("二是甲。",), "问题1的措施编号缺 1：“二是”前面没有它"),
    ],
)
def test_measure_order(measures, message):
    found = check(build("", [], [issue(measures=measures)]), "NUM003").findings
    assert [one.message for one in found] == [message]
    assert found[0].evidence[0].text == measures[-1]


def test_measures_in_order_or_without_numbers():
    ordered = ("一是甲。", "二是乙。", "一是丙。", "二是丁。")
    assert check(build("", [], [issue(measures=ordered)]), "NUM003").passed
    assert check(build("", [], [issue(measures=("甲。", "乙。"))]), "NUM003").not_applicable


def test_a_number_that_our_reading_missed_is_no_gap():
    assert check(
        build("", [], [issue(measures=("一是甲。后二是并行。\n二是乙。", "三是丙。"))]), "NUM003"
    ).passed


def test_number_style():
    steps = ["1、提高站位。", "2.抓好落实。", "３．建章立制。"]
    found = check(build("", steps=steps), "NUM005").findings
    assert [(one.evidence[0].text, one.suggestion) for one in found] == [("1、", "1.")]
    assert check(build("", steps=steps[1:]), "NUM005").passed
    assert check(build("", steps=["抓好落实。", "建章立制。"]), "NUM005").not_applicable


def test_a_number_that_stands_in_the_text_was_not_left_out():
    whole = build("1.学习不深入。\n2.台账不全。\n", [], numbered(1, 3, pattern="{}."))
    assert check(whole, "NUM001").findings
    unread = [
        issue(label="1.", number=1, measures=("一是甲。", "2．台账不全。")),
        issue(label="3.", number=3),
    ]
    assert not check(build("", [], unread), "NUM001").findings


def test_a_single_issue_is_no_run():
    assert check(build("", [], [issue(label="27.", number=27)]), "NUM001").not_applicable


def test_a_missing_sign_is_not_excused_by_digits():
    measures = ("①5月2日制定计划。", "③2024年4月开展研讨。")
    made = build("", [], [issue(measures=measures)])
    labelled = [
        one.model_copy(update={"label": one.text[0], "text": one.text[1:]}) for one in made.issues[0].measures
    ]
    told = made.model_copy(
        update={"issues": (made.issues[0].model_copy(update={"measures": tuple(labelled)}),)}
    )
    (found,) = check(told, "NUM003").findings
    assert "2" in found.message
