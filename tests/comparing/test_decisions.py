import pytest
from notices import notice_of

from notice_cli.comparing import compare_notices, propose_decisions, read_decisions
from notice_cli.errors import UsageError

FEES = "公务接待管理不严，12笔接待费报销无公函。"
ALIKE = "接待费支出把关松，9张餐费单据无公函。"
DUES = "党费收缴不规范，按半年一次性代缴。"
OLD = notice_of(FEES, DUES, feedback_on="2020-07-21")
NEW = notice_of(ALIKE, "图书馆照明灯具损坏。", feedback_on="2024-01-19")


def pairs_with(toml, old=OLD, new=NEW):
    comparison = compare_notices(old, new, read_decisions(toml, "pairs.toml"))
    pairs = {(one.old, one.new): one.confirmed for one in comparison.issues if one.old and one.new}
    return pairs, [(one.verdict, one.old, one.new, one.reason) for one in comparison.stale_decisions]


def test_without_decisions_content_decides():
    assert pairs_with("") == ({(1, 1): False}, [])


def test_people_confirm_what_nothing_suggests_and_reject_what_does():
    toml = "[[reject]]\nold = 1\nnew = 1\n[[confirm]]\nold = 2\nnew = 2\n"
    assert pairs_with(toml) == ({(2, 2): True}, [])


def test_the_same_words_can_be_rejected():
    toml = "[[reject]]\nold = 1\nnew = 1\n"
    assert pairs_with(toml, OLD, notice_of(FEES, feedback_on="2024-01-19"))[0] == {}


def test_one_issue_confirmed_twice_is_split():
    toml = "[[confirm]]\nold = 1\nnew = 1\n[[confirm]]\nold = 1\nnew = 2\n"
    comparison = compare_notices(OLD, NEW, read_decisions(toml, "pairs.toml"))
    assert [(one.new, one.split) for one in comparison.issues if one.old == 1] == [(1, True), (2, True)]


def test_decisions_that_no_longer_apply_are_reported():
    toml = (
        "[[confirm]]\nold = 9\nnew = 1\n"
        '[[confirm]]\nold = 2\nnew = 2\nold_text = "党费收缴不规范"\n'
        f'[[reject]]\nold = 1\nnew = 1\nold_text = "{FEES}"\nnew_text = "{ALIKE}"\n'
    )
    pairs, stale = pairs_with(toml)
    assert pairs == {}
    assert stale == [("confirm", 9, 1, "no_such_issue"), ("confirm", 2, 2, "text_changed")]


@pytest.mark.parametrize(
    "toml",
    [
        "[[confirm]\n",
        "[confirm]\nold = 1\nnew = 1\n",
        "[[confirm]]\nold = 1\n",
        "[[confirm]]\nold = true\nnew = 1\n",
        "[[confirm]]\nold = 1\nnew = 1\nnote = 'x'\n",
        "[[agree]]\nold = 1\nnew = 1\n",
        "confirm = [1]\n",
        "[[confirm]]\nold = 1\nnew = 1\nold_text = 3\n",
        "[[confirm]]\nold = 1\nnew = 1\n[[reject]]\nold = 1\nnew = 1\n",
    ],
)
def test_a_file_that_is_none_is_refused(toml):
    with pytest.raises(UsageError) as caught:
        read_decisions(toml, "pairs.toml")
    assert "pairs.toml" in caught.value.message("zh")


def test_the_proposal_is_read_back_and_changes_nothing():
    hostile = notice_of(FEES + '"\\\n[[reject]]\x7f\x00\ud800', DUES, feedback_on="2020-07-21")
    first = compare_notices(hostile, NEW)
    verdicts = read_decisions(propose_decisions(first), "pairs.toml")
    again = compare_notices(hostile, NEW, verdicts)
    assert [one.old for one in verdicts if one.verdict == "confirm"] == [1]
    assert again.stale_decisions == ()
    assert [(one.old, one.new) for one in again.issues] == [(one.old, one.new) for one in first.issues]


def test_rejections_outlive_the_next_proposal():
    verdicts = read_decisions("[[reject]]\nold = 1\nnew = 1\n", "pairs.toml")
    proposal = propose_decisions(compare_notices(OLD, NEW, verdicts), verdicts)
    assert read_decisions(proposal, "pairs.toml") == verdicts
