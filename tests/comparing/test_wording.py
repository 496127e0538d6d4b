from hypothesis import given
from hypothesis import strategies as st

from notice_cli.comparing.wording import find_edits, find_figure_changes

texts = st.text(alphabet="甲乙丙丁12，。 ab", max_size=30)


@given(texts, texts)
def test_the_edits_make_the_one_text_into_the_other(old, new):
    edits = find_edits(old, new)
    if old == new:
        assert edits == ()
    else:
        assert "".join(edit.text for edit in edits if edit.kind != "added") == old
        assert "".join(edit.text for edit in edits if edit.kind != "removed") == new


def test_numbers_are_edited_whole():
    edits = [(edit.kind, edit.text) for edit in find_edits("清退费用12.5万元。", "清退费用12.8万元。")]
    assert edits == [("same", "清退费用"), ("removed", "12.5"), ("added", "12.8"), ("same", "万元。")]


def test_a_long_text_is_compared_as_a_whole():
    old, new = "甲" * 5000, "甲" * 4999 + "乙"
    assert [edit.kind for edit in find_edits(old, new)] == ["removed", "added"]


def test_figures_that_differ_stand_side_by_side_by_unit():
    moves = find_figure_changes("12笔接待费2.3万元，3人", "9笔接待费2.3万元，占比5%")
    assert [(move.old, move.new) for move in moves] == [("12笔", "9笔"), ("3人", None), (None, "5%")]


def test_the_number_of_a_hotline_is_no_figure():
    assert find_figure_changes("12345热线转办3件", "转办3件") == ()
