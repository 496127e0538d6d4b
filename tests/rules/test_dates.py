"""DAT rules."""

from __future__ import annotations

import pytest

from .build import build, check, issue

INSPECTED = {"started_on": "2023-06-14", "ended_on": "2023-09-15", "feedback_on": "2023-10-30"}


def done(words):
    """An issue whose one measure is these words."""
    return [issue(measures=(f"一是{words}",))]


def test_impossible_date():
    found = check(build("2024年2月30日召开会议。"), "DAT001").findings
    assert [(one.level, one.evidence[0].text) for one in found] == [("error", "2024年2月30日")]
    assert check(build("2024年2月29日召开会议，历时18月。"), "DAT001").passed
    assert check(build("召开会议。", signed=None), "DAT001").not_applicable


def test_garbled_range_is_one_finding():
    notice = build("根据部署,2023614日至915日,巡察组进行了巡察。", inspection=INSPECTED)
    (found,) = check(notice, "DAT002").findings
    assert (found.level, found.evidence[0].text) == ("warning", "2023614日至915日")
    assert found.suggestion == "2023年6月14日至9月15日"
    assert check(build("2023年6月14日至9月15日。"), "DAT002").passed


def test_a_garbled_date_with_two_readings_is_not_guessed():
    (found,) = check(build("于2025114日反馈。"), "DAT002").findings
    assert found.suggestion is None
    assert "2025年1月14日、2025年11月4日" in found.message
    chosen = build("于2025114日反馈。", inspection={"feedback_on": "2025-01-14"})
    assert check(chosen, "DAT002").findings[0].suggestion == "2025年1月14日"


def test_date_order():
    late = INSPECTED | {"started_on": "2023-09-20"}
    (found,) = check(build(inspection=late), "DAT003").findings
    assert found.message == "巡察开始日期（2023-09-20）晚于巡察结束日期（2023-09-15）"
    assert found.level == "error"
    passed = check(build(inspection=INSPECTED), "DAT003").passed[0]
    assert [one.right for one in passed.arithmetic] == ["2023-09-15", "2023-10-30", "2024-10-22"]
    assert check(build(signed=None, inspection={"feedback_on": "2023-10-30"}), "DAT003").not_applicable


def test_a_repaired_date_out_of_order_is_a_warning():
    notice = build(inspection=INSPECTED | {"started_on": "2023-09-20"}, repaired=["started_on"])
    assert check(notice, "DAT003").findings[0].level == "warning"


def test_a_month_is_compared_as_a_month():
    assert check(build(inspection={"ended_on": "2023-10", "feedback_on": "2023-10-05"}), "DAT003").passed


def test_before_feedback_is_a_note():
    notice = build("", [], done("2023年4月10日重建台账。"), inspection=INSPECTED)
    (found,) = check(notice, "DAT004").findings
    assert (found.level, found.issue, found.evidence[0].text) == ("note", 1, "2023年4月10日")
    later = build("", [], done("2023年11月10日重建台账。"), inspection=INSPECTED)
    assert check(later, "DAT004").passed
    assert check(build("", [], done("重建台账。"), inspection=INSPECTED), "DAT004").not_applicable


def test_after_publication():
    (found,) = check(build("", [], done("2024年11月10日重建台账。"), inspection=INSPECTED), "DAT005").findings
    assert (found.level, found.evidence[0].text) == ("error", "2024年11月10日")
    assert check(build("", [], done("2024年9月10日重建台账。")), "DAT005").passed
    assert check(build("", [], done("重建台账。")), "DAT005").not_applicable


@pytest.mark.parametrize(
    "words",
    [
        "2024年12月底前完成。",
        "计划于2024年12月完工。",
        "印发《关于2024年12月工作的通知》。",
        "合同有效期至2026年3月1日。",
        "12月5日重建台账。",
    ],
)
def test_plans_deadlines_titles_and_last_year_are_not_late(words):
    assert not check(build("", [], done(words), inspection=INSPECTED), "DAT005").findings


def test_a_date_without_year_that_fits_no_year_is_a_warning():
    seen = {"started_on": "2024-04-13", "feedback_on": "2024-07-21"}
    (found,) = check(build("", [], done("12月20日重建台账。"), inspection=seen), "DAT005").findings
    assert (found.level, found.evidence[0].text) == ("warning", "12月20日")


def test_signed_on():
    (found,) = check(build(metadata={"issued_on": "2024-09-22"}), "DAT006").findings
    assert found.message == "落款日期 2024-10-22 与成文日期 2024-09-22 不一致"
    assert [one.text for one in found.evidence] == ["2024年10月22日", "2024-09-22"]
    assert check(build(metadata={"issued_on": "2024-10-22"}), "DAT006").passed
    assert check(build(metadata={"published_on": "2024-10-25"}), "DAT006").passed
    assert check(build(metadata={"published_on": "2024-10-21"}), "DAT006").findings
    assert check(build(), "DAT006").not_applicable
