"""What two issues share in matter, where their words differ."""

import importlib.util
import zlib
from itertools import chain
from math import exp, log1p

import pytest

from notice_cli.comparing import nearness
from notice_cli.comparing.across import UNKNOWN, compare_across
from notice_cli.comparing.nearness import center, compare_points, lay_out
from notice_cli.comparing.runs import read_runs
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
    space = lay_out(OLD, NEW)
    for near in compare_points(space.old, space.new), compare_points(*center(space)):
        assert {(i, max(range(3), key=row.__getitem__)) for i, row in enumerate(near)} == PARTNERS
        assert all(-1.001 <= value <= 1.001 for row in near for value in row)


def test_a_point_is_nearest_to_itself_and_what_says_more_lies_further_off():
    there = Said("公章由司机代管，用印没有登记。")
    more = Said("公章由司机代管，用印没有登记，村级账目由邻居代记。")
    (near,) = compare_points([lay_out([there], []).old[0]], lay_out([], [there, more]).new)
    assert near[0] == pytest.approx(1, abs=0.001)
    assert 0.5 < near[1] < 0.99


def test_nearness_and_what_lies_across_are_the_same_whichever_comes_first():
    for see in lambda space: (space.old, space.new), center:
        there, back = (compare_points(*see(lay_out(*sides))) for sides in ((OLD, NEW), (NEW, OLD)))
        assert [*map(list, zip(*there, strict=True))] == [*map(list, back)]
    edges = [(i, j) for i in range(3) for j in range(3)]
    assert compare_across(NEW, OLD, [(j, i) for i, j in edges]) == {
        (j, i): both for (i, j), both in compare_across(OLD, NEW, edges).items()
    }


def test_the_order_of_issues_moves_no_point():
    space, turned = lay_out(OLD, NEW), lay_out(OLD[::-1], NEW)
    assert list(space.old) == list(turned.old)[::-1]
    assert center(space)[0] == center(turned)[0][::-1]


def test_what_all_issues_say_tells_none_of_them_apart():
    fleet = [Said(f"公务用车管理不规范，{rest}。") for rest in ("油卡没有登记", "维修费虚高", "节假日私用")]
    space = lay_out(fleet, fleet[:1])
    plain, centered = compare_points(space.old, space.new), compare_points(*center(space))
    assert centered[1][0] < plain[1][0] - 0.2
    assert centered[0][0] == pytest.approx(1, abs=0.001)


def test_issues_that_say_nothing_are_near_to_none():
    space = lay_out([Said("")], [Said("……"), Said("abc 123")])
    assert [*chain(*compare_points(space.old, space.new))] == [0.0, 0.0]
    assert compare_across([Said("", "……")], [Said("", "……")], [(0, 0)]) == {(0, 0): 2 * UNKNOWN}
    assert compare_points([], []) == []
    assert [*map(list, compare_points(lay_out([Said("公章")], []).old, []))] == [[]]
    assert center(lay_out([], [])) == ([], [])


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


def test_the_committed_space_was_written_by_the_script_from_these_data():
    script = load("build_space")
    source, sides, runs, rows = zlib.decompress(script.TARGET.read_bytes()).split(b"\n", 3)
    assert source.decode() == script.find_source()
    assert int(sides) == script.SIDES
    assert script.MEASURES * nearness.TEXT == 1
    assert len(rows) == script.SIDES * len(runs.decode().split(" "))


PROBLEMS = [
    [("公章由司机代管。", "收归专柜。"), ("印鉴随意加盖。", "逐次登记。")],
    [("公章逾期未换。", "重新刻制。"), ("印鉴字样陈旧。", "登报作废。")],
    [("白条抵账。", "清退白条。"), ("报账没有票据。", "补开凭证。")],
    [("护林员不巡山。", "配发终端。"), ("林区看护脱岗。", "两班值守。")],
    [("公章代管，随意加盖。", "专柜登记。"), ("印鉴代管，随意加盖。", "专柜登记。")],
    [("公章逾期，字样陈旧。", "作废重刻。"), ("印鉴未换，字样陈旧。", "登报刻制。")],
]


def teach(script, rounds):
    teacher = script.Teacher(PROBLEMS)
    laid = teacher.teach(2, rounds)
    assert teacher.steps == rounds
    return dict(zip(teacher.runs, laid, strict=True))


def find_cosine(laid, one, other):
    left, right = (
        sum(laid[run] for run in read_runs("。".join(told)) & laid.keys()) for told in (one, other)
    )
    return float(left @ right / ((left @ left) * (right @ right)) ** 0.5)


def find_blame(script, laid):
    """How wrong the odds are of tellings of the same and of different problems, on the average."""
    pairs = [(i, j) for i in range(len(PROBLEMS)) for j in range(len(PROBLEMS))]
    cosines = [find_cosine(laid, PROBLEMS[i][0], PROBLEMS[j][1]) for i, j in pairs]
    odds = [
        (1 if i == j else -1) * (script.SLOPE * cosine + script.START)
        for (i, j), cosine in zip(pairs, cosines, strict=True)
    ]
    return sum(log1p(exp(-one)) for one in odds) / len(pairs)


def test_tellings_of_one_problem_are_taught_to_lie_together_and_those_of_two_apart(monkeypatch):
    script = load("build_space")
    monkeypatch.setattr(script, "SIDES", 4)
    monkeypatch.setattr(script, "LEAST", 1)
    monkeypatch.setattr(script, "STRIDE", 0.05)
    at_first, taught = teach(script, 0), teach(script, 60)
    assert find_blame(script, taught) < 0.9 * find_blame(script, at_first)
    again = teach(script, 60)
    assert all((again[run] == taught[run]).all() for run in taught)


@pytest.mark.slow
def test_the_script_writes_the_committed_space_but_for_rounding(monkeypatch, tmp_path):
    script = load("build_space")
    (tmp_path / "space.bin").write_bytes(script.build())
    committed = compare_points(*center(lay_out(OLD, NEW)))
    monkeypatch.setattr(nearness, "FILE", tmp_path / "space.bin")
    for cached in nearness.read_table, nearness._find_row:
        cached.cache_clear()
    built = compare_points(*center(lay_out(OLD, NEW)))
    for cached in nearness.read_table, nearness._find_row:
        cached.cache_clear()
    assert [*chain(*built)] == pytest.approx([*chain(*committed)], abs=0.1)
