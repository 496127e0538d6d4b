"""Repair hypotheses: the smallest changes that make every equation true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_cli.rules import judge

from .build import build, issue

STATUSES = ("已完成", "持续整改")


def notice_of(total: int, done: int, later: int, statuses: list[str]):
    """Declared: total, done, later; listed: these statuses."""
    words = f"反馈问题{total}个，已完成整改{done}个，持续整改{later}个。"
    counts = [
        ("issues", total, f"反馈问题{total}个"),
        ("issues_completed", done, f"已完成整改{done}个"),
        ("issues_ongoing", later, f"持续整改{later}个"),
    ]
    return build(words, counts, [issue(status=one) for one in statuses])


def repairs(notice, code: str) -> list[str]:
    report = judge(notice)
    return [one.text for finding in report.findings if finding.code == code for one in finding.repairs]


LISTED = ["已完成", "已完成", "持续整改"]


@pytest.mark.parametrize(
    ("declared", "listed", "code", "first"),
    [
        ((4, 2, 1), LISTED, "CNT002", "“反馈问题4个”的 4 应为 3"),
        ((3, 1, 1), LISTED, "CNT002", "“已完成整改1个”的 1 应为 2"),
        ((3, 2, 1), ["已完成"] * 3, "CNT003", "有 1 个问题的结果写错了类"),
        ((4, 2, 1), [*LISTED, "未完成"], "CNT002", "漏列了一类，数为 1"),
    ],
)
def test_the_likeliest_repair_comes_first(declared, listed, code, first):
    assert repairs(notice_of(*declared, listed), code)[0] == first


def test_a_number_that_stands_twice_is_named():
    issues = [issue(label="问题1", number=1), issue(label="问题2", number=2), issue(label="问题2", number=2)]
    notice = build("反馈问题2个。", [("issues", 2, "反馈问题2个")], issues)
    assert "问题2列了两次" in repairs(notice, "CNT001")


def test_nothing_is_edited_where_nothing_is_wrong():
    assert all(not one.repairs for one in judge(notice_of(3, 2, 1, LISTED)).findings)


sizes = st.integers(0, 30)


@given(sizes, sizes, sizes, st.lists(st.sampled_from(STATUSES), min_size=1, max_size=12))
def test_every_equation_recomputes_and_every_repair_changes_something(total, done, later, statuses):
    notice = notice_of(total, done, later, statuses)
    report = judge(notice)
    for finding in report.findings:
        for one in finding.arithmetic:
            values = [operand.value for operand in one.operands]
            if one.operator == "=" and all(not isinstance(value, str) for value in values):
                assert one.left == sum(values[:-1]) == eval(one.expression)
                assert one.right == values[-1]
                assert one.left != one.right
                assert all(str(value) in finding.message for value in values)
        for place in finding.evidence:
            assert place.text == notice.text[place.span.start : place.span.end]
        for repair in finding.repairs:
            assert repair.text
            assert all(change.old != change.new >= 0 for change in repair.changes)
