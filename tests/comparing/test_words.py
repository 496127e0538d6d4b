import pytest

from notice_cli.comparing import words
from notice_cli.comparing.said import unwrap
from notice_cli.comparing.traits import read_traits
from places import ROOT


def lines(table):
    return [line.split() for line in getattr(words, table).strip().splitlines()]


def read_table(name):
    path = ROOT / "scripts/data" / f"{name}.txt"
    return [line.split() for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("table", ["SUBJECTS", "FIELDS", "FAULTS"])
def test_each_form_is_of_use(table):
    for forms in lines(table):
        assert len(forms) == len(set(forms)), forms
        assert all(len(part) >= 1 and len(form) >= 2 for form in forms for part in form.split("~")), forms


def test_each_concept_stands_once():
    names = [forms[0] for forms in lines("SUBJECTS") + lines("FIELDS")]
    assert sorted(names) == sorted(set(names))


def test_no_two_concepts_are_told_by_mostly_the_same_forms():
    concepts = [set(forms) for forms in lines("SUBJECTS") + lines("FIELDS")]
    alike = [
        (one, other)
        for at, one in enumerate(concepts)
        for other in concepts[:at]
        if len(one & other) > 1 and 3 * len(one & other) > 2 * min(len(one), len(other))
    ]
    assert alike == []


def test_sides_are_those_of_known_subjects():
    known = {forms[0] for forms in lines("SUBJECTS") + lines("FIELDS")}
    assert {forms[0] for forms in lines("SIDES")} - known == set()


def test_the_longest_form_names_the_concept():
    assert "客运" in read_traits("出租车拒载").concepts
    assert "资产出租" not in read_traits("出租车拒载").concepts


def test_two_forms_that_overlap_are_both_found():
    assert {"借调", "工作作风"} <= read_traits("长期借调人员考勤管理松散").concepts.keys()


def test_a_gap_stays_within_its_clause():
    assert "!会议替代" in read_traits("以碰头会代替党组会").concepts
    assert "!会议替代" not in read_traits("以点带面推进，制度代替不了").concepts


def test_stock_phrases_and_the_wrapping_say_nothing():
    assert unwrap("关于制度落实不到位、监督把关不严格的问题") == "制度落实不到位、监督把关不严格"
    traits = read_traits("制度落实不到位、监督把关不严格")
    assert not any("不到位" in "".join(run) for run in traits.runs)


def test_each_aspect_stands_once_with_forms_of_use():
    aspects = read_table("aspects")
    assert len({forms[0] for forms in aspects}) == len(aspects)
    for forms in aspects:
        assert len(forms) == len(set(forms)) > 3, forms
        assert min(map(len, forms)) >= 2, forms


def test_each_thing_stands_once_under_several_names():
    things = read_table("things")
    assert len({forms[0] for forms in things}) == len(things)
    for forms in things:
        assert len(forms) == len(set(forms)) > 1, forms
        assert min(map(len, forms)) >= 2, forms
