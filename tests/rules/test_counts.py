"""CNT rules: figures against figures and against what is listed."""

from __future__ import annotations

import pytest

from .build import build, check, issue

THREE = "反馈问题3个，已完成整改2个，持续整改1个（2号问题）。"
COUNTS = [
    ("issues", 3, "反馈问题3个"),
    ("issues_completed", 2, "已完成整改2个"),
    ("issues_ongoing", 1, "持续整改1个（2号问题）", {"refs": (2,)}),
]
ISSUES = [issue(status="已完成"), issue(status="持续整改"), issue(status="已完成")]


def only(notice, code):
    """The one finding of the rule."""
    report = check(notice, code)
    assert [one.code for one in report.findings] == [code]
    return report.findings[0]


def sums(report):
    """The equations that passed."""
    return [
        f"{one.expression} {one.operator} {one.right}" for each in report.passed for one in each.arithmetic
    ]


def silent(notice, code):
    """The reason why the rule could not be judged."""
    report = check(notice, code)
    assert not report.findings
    assert not report.passed
    return report.not_applicable[0].reason


def test_issues_total():
    found = only(build(THREE, COUNTS, ISSUES[:2]), "CNT001")
    assert (found.level, found.message) == ("error", "问题总数：申报 3 个，正文逐条列出 2 个")
    assert found.evidence[0].text == "反馈问题3个"
    assert found.arithmetic[0].operands[0].count == 0
    assert sums(check(build(THREE, COUNTS, ISSUES), "CNT001")) == ["3 = 3"]
    assert "总数" in silent(build("整改有序。", [], ISSUES), "CNT001")


@pytest.mark.parametrize(
    "words",
    ["现将部分问题整改情况公布如下。", "涉密内容不予公开。", "除涉密事项外，", "以下为内容摘编。"],
)
def test_a_part_printed_is_no_fault(words):
    reason = silent(build(words + THREE, COUNTS, ISSUES[:2]), "CNT001")
    assert "部分" in reason


def test_a_total_that_is_vague_is_an_interval():
    counts = [("issues", 3, "反馈问题3余个", {"approximate": True})]
    assert not check(build("反馈问题3余个。", counts, ISSUES), "CNT001").findings


def test_a_damaged_total_is_not_compared():
    notice = build("反馈216个方面具体问题。", [("issues", 216, "反馈216个方面具体问题")], ISSUES)
    assert silent(notice, "CNT001")


def test_issues_parts():
    broken = THREE.replace("2个，", "1个，", 1).replace("整改2个", "整改1个")
    counts = [COUNTS[0], ("issues_completed", 1, "已完成整改1个"), COUNTS[2]]
    found = only(build(broken.replace("整改2个", "整改1个"), counts, ISSUES), "CNT002")
    assert found.message == "各类问题数之和 1 + 1 = 2 ≠ 问题总数 3"
    assert [one.text for one in found.evidence] == ["反馈问题3个", "已完成整改1个", "持续整改1个（2号问题）"]
    assert sums(check(build(THREE, COUNTS, ISSUES), "CNT002")) == ["2 + 1 = 3"]
    assert silent(build(THREE, COUNTS[:2], ISSUES), "CNT002")


def test_a_part_larger_than_the_whole():
    notice = build("反馈问题3个，已完成整改4个。", [COUNTS[0], ("issues_completed", 4, "已完成整改4个")])
    assert only(notice, "CNT002").message == "已完成 4 > 问题总数 3"


def test_parts_of_a_section():
    section = {"scope": "section:1"}
    counts = [("issues", 5, "指出问题5个", section), ("issues_completed", 3, "完成3个", section)]
    counts.append(("issues_in_progress", 1, "推进1个", section))
    found = only(build("本方面指出问题5个，完成3个，推进1个。", counts), "CNT002")
    assert found.message.startswith("第1部分：各类问题数之和 3 + 1 = 4")


def test_issues_handed_over_leave_the_parts_open():
    words = "反馈问题9个，已完成整改2个，持续整改1个（2号问题），移交6个。"
    assert silent(build(words, [("issues", 9, "反馈问题9个"), *COUNTS[1:]]), "CNT002")


def test_issues_status():
    found = only(build(THREE, COUNTS[:2], [ISSUES[0], ISSUES[1], ISSUES[1]]), "CNT003")
    assert found.message == "已完成的问题：申报 2 个，正文写明的有 1 个（问题1）"
    assert sums(check(build(THREE, COUNTS, ISSUES), "CNT003")) == ["2 = 2", "1 = 1"]
    assert silent(build(THREE, COUNTS, [issue()] * 3), "CNT003")


def test_an_issue_without_status_may_be_of_any_class():
    assert not check(build(THREE, COUNTS, [ISSUES[0], ISSUES[1], issue()]), "CNT003").findings


def test_issue_refs():
    found = only(build(THREE, COUNTS, [ISSUES[1], ISSUES[0], ISSUES[0]]), "CNT004")
    assert found.message == "申报持续整改的有2号问题，正文中问题2的结果是“已完成”"
    assert found.issue == 2
    assert [one.text for one in found.evidence][-1] == "已完成"
    assert sums(check(build(THREE, COUNTS, ISSUES), "CNT004")) == ["issue 2 = ongoing"]
    assert silent(build(THREE, COUNTS[:2], ISSUES), "CNT004")


def test_a_ref_to_no_issue():
    assert "没有问题2" in only(build(THREE, COUNTS, ISSUES[:1]), "CNT004").message


def test_measures_completed():
    words = "制定整改措施61条，完成整改措施69条。"
    counts = [("measures", 61, "制定整改措施61条"), ("measures_completed", 69, "完成整改措施69条")]
    found = only(build(words, counts), "CNT005")
    assert found.message == "整改措施：已完成 69 > 制定 61"
    assert [one.text for one in found.evidence] == ["制定整改措施61条", "完成整改措施69条"]
    assert [one.value for one in found.arithmetic[0].operands] == [69, 61]
    swapped = [("measures", 69, "完成整改措施69条"), ("measures_completed", 61, "制定整改措施61条")]
    assert sums(check(build(words, swapped), "CNT005")) == ["61 <= 69"]
    assert silent(build(words, counts[:1]), "CNT005")
    assert "新增" in silent(build("制定整改措施61条，后新增措施8条，完成整改措施69条。", counts), "CNT005")


def test_measures_listed():
    words, counts = "制定整改措施5条，完成4条。", [("measures", 5, "制定整改措施5条")]
    counts.append(("measures_completed", 4, "完成4条"))
    found = only(build(words, counts, [issue(measures=("一是甲。", "二是乙。", "三是丙。"))]), "CNT006")
    assert found.message == "整改措施：申报制定 5 条、完成 4 条，正文列出 3 条，对不上"
    assert [(one.left, one.right) for one in found.arithmetic] == [(3, 5), (3, 4)]
    four = ("一是甲。", "二是乙。", "三是丙。", "四是丁。")
    assert sums(check(build(words, counts, [issue(measures=four)]), "CNT006")) == ["4 = 4"]
    assert silent(build("x", [], ISSUES), "CNT006")


def test_measures_without_enumerators_are_a_note():
    counts = [("measures", 5, "措施5条")]
    assert only(build("措施5条。", counts, [issue(measures=("甲。", "乙。"))]), "CNT006").level == "note"


def test_regulations_named():
    words = "修订《甲办法》、《乙细则》等制度1项。"
    found = only(build(words, [("regulations_revised", 1, words[:-1])]), "CNT009")
    assert found.message == "规章制度：申报 1 件，点名的有 2 件"
    for clause in ("修订《甲办法》《乙细则》2项", "修订《甲办法》《乙细则》等制度5项"):
        notice = build(clause + "，废止文件3件。", [("regulations", int(clause[-2]), clause)])
        assert len(check(notice, "CNT009").passed[0].arithmetic) == 1
    later = build("修订《甲办法》《乙细则》2项，废止文件3件。", [("regulations_abolished", 3, "废止文件3件")])
    assert silent(later, "CNT009")


def test_restated():
    words = "反馈问题23个。对照24个问题整改。召开会议3次，又召开会议5次。"
    counts = [("issues", 23, "反馈问题23个"), ("issues", 24, "对照24个问题")]
    meetings = [("meetings", 3, "召开会议3次"), ("meetings", 5, "又召开会议5次")]
    found = only(build(words, [*counts, *meetings]), "CNT012")
    assert found.message == "问题总数前后不一致：23，又作 24"
    assert [one.count for one in found.arithmetic[0].operands] == [0, 1]
    same = [counts[0], ("issues", 23, "对照24个问题")]
    assert sums(check(build(words, same), "CNT012")) == ["23 = 23"]
    assert silent(build(words, meetings), "CNT012")


def test_far_fewer_issues_than_declared_are_a_note():
    words = "反馈问题23个，涉及4个方面，已完成整改20个（18号问题）。"
    counts = [
        ("issues", 23, "反馈问题23个"),
        ("aspects", 4, "4个方面"),
        ("issues_completed", 20, "已完成整改20个（18号问题）", {"refs": (18,)}),
    ]
    few = build(words, counts, [issue(status="已完成") for _ in range(8)])
    assert only(few, "CNT001").level == "note"
    assert "没有读全" in silent(few, "CNT003")
    assert silent(few, "CNT004")
    many = build(words, counts, [issue(status="已完成") for _ in range(22)])
    assert only(many, "CNT001").level == "error"


def test_the_rest_is_not_public():
    words = THREE + "其余问题涉及工作事项，不予公开。"
    assert "不予公开" in silent(build(words, COUNTS, ISSUES[:2]), "CNT001")


def test_two_classes_of_one_sentence_are_no_restatement():
    words = "应于年底完成的28项达到序时进度，长期任务2项正在推进。"
    counts = [("issues_in_progress", 28, "28项达到序时进度"), ("issues_in_progress", 2, "2项正在推进")]
    assert silent(build(words, counts), "CNT012")
    apart = words.replace("，长期", "。长期")
    assert only(build(apart, counts), "CNT012").level == "error"


def test_regulations_with_the_total_behind_or_named_by_a_verb():
    behind = "修订12项，新建8项，废止3项，共24项。"
    counts = [
        ("regulations_revised", 12, "修订12项"),
        ("regulations_new", 8, "新建8项"),
        ("regulations_abolished", 3, "废止3项"),
        ("regulations", 24, "共24项"),
    ]
    assert "12 + 8 + 3 = 23" in only(build(behind, counts), "CNT011").message
    verb = "修订完善制度7项，其中新建3项、修订5项。"
    counts = [
        ("regulations_revised", 7, "修订完善制度7项"),
        ("regulations_new", 3, "其中新建3项"),
        ("regulations_revised", 5, "修订5项"),
    ]
    assert "3 + 5 = 8" in only(build(verb, counts), "CNT011").message


@pytest.mark.parametrize(
    ("words", "level"),
    [
        ("召开会议11次，其中动员会1次、党组会6次、推进会4次", None),
        ("召开会议11次，其中党组会6次", None),
        ("召开会议11次，其中党组会6次、推进会3次等", None),
        ("召开会议11次，其中动员会1次、党组会6次、推进会5次", "warning"),
        ("召开会议11次，其中动员会1次、党组会6次、推进会3次", "warning"),
        ("召开会议11次，其中党组会16次", "warning"),
    ],
)
def test_meetings_by_kind(words, level):
    notice = build(words + "。", [("meetings", 11, "召开会议11次", {"unit": "次"})])
    assert [one.level for one in check(notice, "CNT021").findings] == ([level] if level else [])
