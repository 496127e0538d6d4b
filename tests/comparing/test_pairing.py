import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notices import issue

from notice_cli.comparing.assigning import find_best
from notice_cli.comparing.pairing import pair_issues
from notice_cli.comparing.said import Said
from places import ROOT

OLD = (
    "党费收缴不规范，3个支部按半年一次性代缴。",
    "公务接待管理不严，12笔接待费报销无公函。",
    "水库大坝安全巡查流于形式，巡查日志事后补填。",
    "招投标监管缺位，渠道维修工程化整为零规避招标。",
    "固定资产账实不符，报废设备未核销。",
)
NEW = (
    "干部人事档案审核不细，两名干部入党志愿书缺失。",
    "接待费支出把关松，9张餐费单据既无公函又无接待清单。",
    "灌区改造项目拆分为多个合同，由熟人承揽，未履行招标程序。",
    "国有资产家底不清，新购水泵未入账。",
    "水库移民补助发放不及时。",
)
FRAGMENTS = (*OLD, *NEW, "工作落实不到位。", "管理不规范。", "关于“三重一大”制度执行不严的问题。")


def pairs_of(old, new):
    found = pair_issues(old, new)
    return {(old[pair.old].number, new[pair.new].number, pair.likeness, pair.sure) for pair in found}


def listed(texts, start=1):
    return tuple(issue(number, text) for number, text in enumerate(texts, start=start))


def test_reworded_issues_are_paired_whatever_their_numbers():
    sure = {(old, new) for old, new, _, is_sure in pairs_of(listed(OLD), listed(NEW)) if is_sure}
    assert sure == {(2, 2), (4, 3), (5, 4)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("会议记录不规范，讨论过程没有记载。", "会议费报销不规范，没有附通知。"),
        ("固定资产账实不符，盘点走过场。", "固定资产管理不规范，沿街店铺未经评估低价出租。"),
        ("制度落实不到位，管理不规范，监督不力。", "措施落实不到位，执行不规范，把关不严。"),
    ],
)
def test_lookalikes_are_not_paired(old, new):
    everything = pairs_of(listed((old, *OLD[:4])), listed((new, *NEW[:1])))
    assert not {(1, 1)} & {(one, other) for one, other, _, sure in everything if sure}


def test_issues_in_the_same_words_are_one_even_if_the_words_say_little():
    assert pairs_of(listed(["落实不到位。"]), listed(["落实不到位 .", "管理不规范。"])) == {(1, 1, 1.0, True)}


issues = st.lists(st.sampled_from(FRAGMENTS), min_size=0, max_size=8)


@settings(deadline=None, max_examples=60)
@given(issues, issues)
def test_pairs_are_mirrored(old, new):
    there, here = listed(old), listed(new, start=100)
    mirrored = {(one, other, likeness, sure) for other, one, likeness, sure in pairs_of(here, there)}
    assert pairs_of(there, here) == mirrored


@settings(deadline=None, max_examples=60)
@given(st.data(), issues, issues)
def test_the_order_of_issues_changes_nothing(data, old, new):
    there, here = listed(old), listed(new, start=100)
    shuffled = data.draw(st.permutations(there)), data.draw(st.permutations(here))
    assert pairs_of(there, here) == pairs_of(*shuffled)


def best_by_trying(gains, taken=frozenset()):
    open_edges = [edge for edge in gains if not {("old", edge[0]), ("new", edge[1])} & taken]
    return max(
        (gains[i, j] + best_by_trying(gains, taken | {("old", i), ("new", j)}) for i, j in open_edges),
        default=0,
    )


@settings(deadline=None)
@given(st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.integers(1, 1000), max_size=9))
def test_the_best_pairs_gain_as_much_as_any(gains):
    best = find_best(gains)
    assert len({i for i, _ in best}) == len({j for _, j in best}) == len(best)
    assert sum(gains[edge] for edge in best) == best_by_trying(gains)


def test_a_huge_knot_is_still_paired_one_to_one():
    gains = {(i, j): 1 + (i * 7 + j * 13) % 1009 for i in range(150) for j in range(150)}
    best = find_best(gains)
    assert len({i for i, _ in best}) == len({j for _, j in best}) == len(best) == 150


def read_side(entries):
    texts = [issue(at, entry["text"]) for at, entry in enumerate(entries)]
    return texts, [Said(entry["text"], "。".join(entry["measures"])) for entry in entries]


def test_of_the_pairs_of_many_bodies_most_are_found_and_few_are_wrong():
    hits = found = wanted = alike = 0
    for line in (ROOT / "benchmarks/data/pairs.jsonl").read_text(encoding="utf-8").splitlines():
        body = json.loads(line)
        (old, there), (new, here) = read_side(body["old"]), read_side(body["new"])
        got = {(pair.old + 1, pair.new + 1) for pair in pair_issues(old, new, (there, here)) if pair.sure}
        wanted, found = wanted + len(body["recurring"]), found + len(got)
        hits += len(got & {tuple(pair) for pair in body["recurring"]})
        alike += len(got & {tuple(pair) for pair in body["lookalikes"]})
    assert 2 * hits / (found + wanted) > 0.92
    assert alike < 25
