import pytest

from notice_cli.comparing import words
from notice_cli.comparing.traits import read_traits


@pytest.mark.parametrize("table", ["SUBJECTS", "FAULTS"])
def test_each_form_is_of_use(table):
    for line in getattr(words, table).strip().splitlines():
        forms = line.split()
        assert len(forms) == len(set(forms)), line
        assert all(len(part) >= 1 and len(form) >= 2 for form in forms for part in form.split("~")), line


def test_the_longest_form_names_the_concept():
    assert "出租车" in read_traits("出租车拒载").concepts
    assert "资产出租" not in read_traits("出租车拒载").concepts


def test_a_gap_stays_within_its_clause():
    assert "!会议替代" in read_traits("以碰头会代替党组会").concepts
    assert "!会议替代" not in read_traits("以点带面推进，制度代替不了").concepts


def test_stock_phrases_and_the_wrapping_say_nothing():
    traits = read_traits("关于制度落实不到位、监督把关不严格的问题")
    assert read_traits("制度落实不到位、监督把关不严格") == traits
    assert not any("不到位" in "".join(run) for run in traits.runs)
