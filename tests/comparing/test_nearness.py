"""What two issues share in matter, where their words differ."""

import importlib.util
import zlib

import pytest

from notice_cli.comparing.across import UNKNOWN, compare_across
from notice_cli.comparing.beside import compare_beside
from notice_cli.comparing.nearness import compare_subjects, lay_out
from notice_cli.comparing.said import Said
from notice_cli.comparing.scoring import SURE, score_issues
from places import ROOT

OLD = (
    Said("护林员巡山打卡由他人代刷，瞭望塔无人值守。", "配发定位终端，瞭望塔两班值守。"),
    Said("公章由司机代管，用印没有登记。", "公章收归办公室专柜，启用用印登记簿。"),
    Said("村级账目由邻居代记，白条抵账。", "白条全部清退，账目移交代理记账中心。"),
)
NEW = (
    Said("白条入账屡禁不绝，报账员一人多岗。", "清退白条，报账员由镇里统一聘任。"),
    Said("清明带火进山未劝阻，扑火队员年纪偏大。", "设防火检查站，组建半专业扑火队。"),
    Said("印章使用随意，空白介绍信提前盖章。", "收缴空白介绍信，启用电子用印。"),
)
PARTNERS = {(0, 1), (1, 2), (2, 0)}


def test_the_nearest_is_the_issue_of_the_same_matter():
    near = compare_subjects(lay_out(OLD, NEW))
    assert {(i, max(range(3), key=row.__getitem__)) for i, row in enumerate(near)} == PARTNERS
    assert all(0 <= value <= 1.0001 for row in near for value in row)


def test_nearness_and_what_lies_across_are_the_same_whichever_comes_first():
    there, back = compare_subjects(lay_out(OLD, NEW)), compare_subjects(lay_out(NEW, OLD))
    assert [*map(list, zip(*there, strict=True))] == back
    edges = [(i, j) for i in range(3) for j in range(3)]
    assert compare_across(NEW, OLD, [(j, i) for i, j in edges]) == {
        (j, i): both for (i, j), both in compare_across(OLD, NEW, edges).items()
    }


def test_the_more_issues_are_near_to_a_subject_the_less_it_counts():
    alone = lay_out(OLD[1:2], NEW[2:]).rarity
    among_like = lay_out([*OLD[1:2]] * 5, NEW[2:]).rarity
    crowded = {at for at, (few, many) in enumerate(zip(alone, among_like, strict=True)) if many < few}
    assert crowded


def test_the_order_of_issues_moves_no_point():
    space, turned = lay_out(OLD, NEW), lay_out(OLD[::-1], NEW)
    assert space.rarity == turned.rarity
    assert list(space.old) == list(turned.old)[::-1]


def test_issues_that_say_nothing_are_near_to_none():
    assert compare_subjects(lay_out([Said("")], [Said("……"), Said("abc 123")])) == [[0.0, 0.0]]
    assert compare_across([Said("", "……")], [Said("", "……")], [(0, 0)]) == {(0, 0): 2 * UNKNOWN}
    assert compare_subjects(lay_out([], [])) == []
    assert compare_subjects(lay_out([Said("公章")], [])) == [[]]


def test_the_text_of_one_is_found_in_the_measures_of_the_other():
    old, new = (
        Said("骑手入会率低。"),
        Said("户外驿站锁门，没处歇脚。", "聘请骑手兼任站长，入会仪式设在驿站。"),
    )
    edges = (0, 0), (0, 1), (1, 0)
    across = compare_across([old, Said("公章没有登记。")], [new, Said("白条抵账。", "清退白条。")], edges)
    assert across[0, 0] > 0.05
    assert across[0, 1] == UNKNOWN
    assert across[1, 0] == UNKNOWN


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("对窑炉更新改造谋划不足。", "对外地经销商管理谋划不足。"),
        ("仓库保管员业务不精，月底盘点走过场。", "讲解员业务不精，岗前考试走过场。"),
        ("劳动竞赛覆盖面窄，班组参与度低。", "图书漂流覆盖面窄，班组知晓度低。"),
    ],
)
def test_a_judgement_at_the_end_of_a_clause_makes_nothing_one(old, new):
    beside = "村级账目由邻居代记。", "公章由司机代管。"
    scores = score_issues([Said(old), *map(Said, beside)], [Said(new), *map(Said, beside)])
    assert (0, 0) not in scores or scores[0, 0].likeness < SURE


def load(name):
    path = ROOT / "scripts" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(name, path)
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return script


def test_the_committed_frequencies_are_what_the_script_writes():
    script = load("build_frequencies")
    assert script.TARGET.read_text(encoding="utf-8") == script.render([*script.read_issues()])
    assert script.group({"章": 9, "公章": 8, "账": 4, "印": 3}) == {4: "账", 8: "公章章"}


def test_the_committed_space_is_what_the_script_writes():
    script = load("build_space")
    assert zlib.decompress(script.TARGET.read_bytes()) == zlib.decompress(script.build())


def test_words_of_one_issue_that_came_back_lead_to_one_subject():
    script = load("build_space")
    seals, barges = ["公章", "印章"], ["驳船缆绳", "缆绳系泊", "驳船靠港"]
    told = [script.count_runs(barges), script.count_runs(["缆绳", "驳船"])]
    pulls = script.find_pulls([script.count_runs(seals)], told)
    assert {at for at, _ in pulls["公章"]} == {0}
    assert {at for at, _ in pulls["缆绳"]} == {1, 2}
    assert "靠港" not in pulls


def test_what_both_say_is_struck_out():
    old = [Said("渡船救生衣破损。"), *OLD]
    new = [Said("渡船救生衣破损。"), Said("渡船船票加价。"), *NEW]
    near = compare_beside(old, new, lay_out(old, new), [(0, 0), (0, 1)])
    assert near[0, 0] == 0
    assert 0 <= near[0, 1] < 0.5


def test_what_is_left_is_compared_the_same_whichever_comes_first():
    edges = [(i, j) for i in range(3) for j in range(3)]
    there = compare_beside(OLD, NEW, lay_out(OLD, NEW), edges)
    back = compare_beside(NEW, OLD, lay_out(NEW, OLD), [(j, i) for i, j in edges])
    assert back == {(j, i): near for (i, j), near in there.items()}
