from notices import issue, notice_of

from notice_cli.comparing import compare_notices
from notice_cli.comparing.pairing import pair_issues

BOTH = "公务接待无公函、公务用车加油卡管理混乱。"
HOSPITALITY = "公务接待管理不严，12笔接待费报销无公函。"
CARS = "公务用车管理混乱，加油卡一卡多车。"
FILLER = ("党费收缴不规范，按半年一次性代缴。", "水库大坝安全巡查日志事后补填。", "干部人事档案审核不细。")


def listed(*texts):
    return tuple(issue(number, text) for number, text in enumerate(texts, start=1))


def marked(old, new):
    pairs = pair_issues(listed(*old), listed(*new))
    return {(pair.old + 1, pair.new + 1, pair.split, pair.merged) for pair in pairs}


def test_an_issue_that_became_two_is_a_split():
    assert marked((BOTH, *FILLER), (HOSPITALITY, CARS)) == {(1, 1, True, False), (1, 2, True, False)}


def test_two_issues_that_became_one_are_a_merge():
    assert marked((HOSPITALITY, CARS), (BOTH, *FILLER)) == {(1, 1, False, True), (2, 1, False, True)}


def test_a_second_issue_of_the_same_subject_is_no_split():
    assert (1, 2) not in {
        edge[:2] for edge in marked((HOSPITALITY, *FILLER), (HOSPITALITY, "接待陪餐超标准。"))
    }


def test_both_parts_are_told_in_the_comparison():
    old, new = notice_of(BOTH, *FILLER), notice_of(HOSPITALITY, CARS, issuer="青禾市林业局")
    split = [change for change in compare_notices(old, new).issues if change.split]
    assert [(change.old, change.new) for change in split] == [(1, 1), (1, 2)]
