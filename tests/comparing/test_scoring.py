"""What counts for and against two issues being one, beside the words of the table."""

from math import exp

import pytest
from notices import issue

from notice_cli.comparing.doing import compare_measures
from notice_cli.comparing.said import MOST as MOST_READ
from notice_cli.comparing.said import Said, read_said
from notice_cli.comparing.scoring import BIAS, SURE, WORTH, score_issues

FILLER = ("水库大坝巡查日志补填。", "干部人事档案审核不细。", "党费收缴不及时。")
BUILT = (
    "腾退被占的书屋三间，更换门锁和照明，聘请退休教师担任管理员，每周开放五天，张贴开放时刻表，邀请读者代表不打招呼抽查，"
    "未开门的扣减运行补助，调配图书到偏远点位，登记借阅册数逐月比对。"
)
BUILT_AGAIN = (
    "书屋被占房间全部腾退，管理员由退休教师担任，开放时刻表张贴上墙，读者代表每月抽查开门情况，扣减不开门点位的运行补助，"
    "图书在各点位之间流转，借阅册数逐月登记，设立夜读角落方便务工人员。"
)
ELSEWHERE = (
    "聘用保洁员十二名，购置洒水车一台，沿河清理陈年杂草，划定早市摊位，张挂宣传横幅，夜间巡查烧烤摊点，"
    "督促门店签订责任书，增设果皮箱一百个，处罚乱倒渣土的货车司机四人。"
)


def likeness(old, new):
    """Of the first two of each year, others standing beside them."""
    scores = score_issues([old, *map(Said, FILLER)], [new, *map(Said, FILLER)])
    return scores[0, 0].likeness if (0, 0) in scores else 0.0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            Said("司法公开不到位，庭审直播场次少。", "检修法庭摄像设备，排期时自动勾选直播。"),
            Said("司法公开不到位，裁判文书上网迟。", "积压文书全部公布，生效后由系统推送。"),
        ),
        (
            Said("山洪灾害防御不到位，预警广播损坏。", "修复广播四十处。"),
            Said("山洪灾害防御不到位，转移避险清单没有更新。", "重新摸排名单。"),
        ),
        (
            Said("挥发性有机物治理不到位，汽修店喷漆房无设施。"),
            Said("挥发性有机物治理不到位，加油站油气外逸。"),
        ),
        (Said("干部档案管理不规范，材料缺失。"), Said("业务档案管理不规范，卷宗未移交。")),
        (Said("党费管理不规范，收缴不及时。"), Said("党费管理不规范，超范围列支。")),
    ],
)
def test_a_judgement_in_the_same_words_makes_nothing_one(old, new):
    assert likeness(old, new) < SURE


def test_a_name_in_the_same_words_says_something():
    assert likeness(Said("填埋场渗滤液积存外溢。"), Said("填埋场渗滤液调节池满溢。")) >= SURE


def test_sides_of_a_subject_tell_issues_apart():
    refuel = Said("公车加油管理不严，油卡混用。", "收回油卡四张，加油实行一车一卡，里程与油耗按月核对。")
    again = Said("公务用车油费虚高，加油不登记。", "加油逐笔登记，异常油耗由后勤科核查。")
    repair = Said("公务用车维修费用高，修理未比价。", "维修厂重新比选三家，超过千元的修理先报价后送修。")
    assert likeness(refuel, again) >= SURE
    assert likeness(refuel, repair) < SURE
    beside = [*map(Said, FILLER)]
    assert score_issues([refuel, *beside], [repair, *beside])[0, 0].apart < 0


def test_measures_in_like_words_join_what_the_texts_do_not():
    old, new = "惠民点位门可罗雀。", "家门口的服务有名无实。"
    assert likeness(Said(old), Said(new)) < SURE
    assert likeness(Said(old, ELSEWHERE), Said(new, BUILT_AGAIN)) < SURE
    assert likeness(Said(old, BUILT), Said(new, BUILT_AGAIN)) >= SURE


def test_measures_that_share_nothing_speak_against_a_pair():
    old, new = "农家书屋作用发挥不够，常年锁门。", "农家书屋作用发挥不好，开门没有准点。"
    beside = [*map(Said, ROADS)]
    like, unlike = (
        score_issues([Said(old, BUILT), *beside], [Said(new, done), *beside])[0, 0]
        for done in (BUILT_AGAIN, ELSEWHERE)
    )
    assert like.measures > 0 > unlike.measures
    assert like.likeness > max(SURE, unlike.likeness)


def test_short_measures_are_no_evidence_against():
    doing = compare_measures(["清退补贴3万元。"], ["追回补贴2万元。"])
    assert doing.find_richness((0, 0)) == 0


def test_measures_are_compared_whichever_comes_first():
    one, other = [BUILT, ELSEWHERE], [BUILT_AGAIN, "退回3万元。"]
    there, back = compare_measures(one, other), compare_measures(other, one)
    assert there.likeness == {(i, j): likeness for (j, i), likeness in back.likeness.items()}


ROADS = ("路灯不亮无人过问。", "报销附件不全。", "公章交接没有登记。")
OTHER_FAULTS = [
    (
        Said(
            "水上巴士码头值守松散，夜班船工擅自离岗。",
            "实行两班轮值，辞退离岗船工一人。交接班在船舱内当面签字，调度室每晚电话查岗两次，查岗情况次日通报。",
        ),
        Said(
            "水上巴士码头船票加价，黄牛倒卖。",
            "推行实名购票，退还多收票款。售票窗口张贴票价和投诉电话，与公安机关联合打击倒票团伙，移交嫌疑人三名。",
        ),
    ),
    (
        Said("标本陈列厅漏雨，展柜受潮。", "翻修屋面，添置除湿机。"),
        Said("标本陈列厅账目不清，借出标本没有登记。", "逐件盘点，启用登记簿。"),
    ),
    (
        Said("印刷车间废气未经处理直排。", "加装净化装置。"),
        Said("印刷车间订单分配不公，班组长私下收礼。", "收缴礼金，改为系统派单。"),
    ),
]


@pytest.mark.parametrize(("old", "new"), OTHER_FAULTS)
def test_one_thing_with_another_fault_is_another_issue(old, new):
    scores = score_issues([old, *map(Said, ROADS)], [new, *map(Said, ROADS)])
    assert (0, 0) not in scores or scores[0, 0].likeness < SURE


OTHER_WORDS = [
    (
        Said("供热管网老化，跑冒滴漏。", "更换管道九公里。"),
        Said("暖气多年失修，漏水频发。", "检修阀门和立管。"),
    ),
    (
        Said("代建项目签证随意，造价一涨再涨。", "核减造价。"),
        Said("工程变更失控，决算超出概算两成。", "审减投资。"),
    ),
    (
        Said("窗口人员冷言冷语，群众差评多。", "对窗口服务开展暗访。"),
        Said("窗口服务态度生硬，群众投诉居高不下。", "各窗口增设评价器。"),
    ),
]


@pytest.mark.parametrize(("old", "new"), OTHER_WORDS)
def test_one_fault_in_other_words_is_one_issue(old, new):
    scores = score_issues([old, *map(Said, ROADS)], [new, *map(Said, ROADS)])
    assert scores[0, 0].likeness >= SURE


def test_the_parts_add_up_to_the_odds():
    (score,) = score_issues([OTHER_WORDS[0][0]], [OTHER_WORDS[0][1]]).values()
    odds = exp(BIAS + sum(getattr(score, name) for name in WORTH))
    assert score.likeness == pytest.approx(odds / (1 + odds), abs=1e-4)


def test_what_stands_around_an_issue_and_behind_the_first_letters_is_not_looked_at():
    wrapped = issue(1, "关于“公章由司机代管”的问题。", measures=["收归专柜。"])
    assert read_said(wrapped) == Said("“公章由司机代管”", "收归专柜。")
    assert len(read_said(issue(1, "公章" * 9000)).text) == MOST_READ
