import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from notices import count, issue, notice, notice_of

from notice_cli.comparing import FAIL_ON, compare_notices, differs
from notice_cli.model import Contact, Inspection, Metadata

FEES = "公务接待管理不严，12笔接待费报销无公函。"
ASSETS = "固定资产账实不符，报废设备未核销。"
DUES = "党费收缴不规范，按半年一次性代缴。"


def years(old, new):
    return compare_notices(notice(*old, feedback_on="2020-07-21"), notice(*new, feedback_on="2024-01-19"))


def only(comparison):
    (change,) = comparison.issues
    return change


@pytest.mark.parametrize(
    ("status", "reopened"), [("completed", True), ("basically_completed", False), (None, False)]
)
def test_only_what_was_completed_is_reopened(status, reopened):
    change = only(years([issue(4, FEES, status)], [issue(9, FEES, "completed")]))
    assert (change.change, change.old, change.new, change.reopened) == ("recurring", 4, 9, reopened)
    assert (change.old_status, change.new_status, change.similarity) == (status, "completed", 1.0)


@pytest.mark.parametrize(
    ("status", "dropped"),
    [("completed", False), (None, False), ("basically_completed", True), ("ongoing", True)],
)
def test_what_was_open_and_is_gone_was_dropped(status, dropped):
    change = only(years([issue(4, FEES, status)], []))
    assert (change.change, change.new, change.dropped_while_open) == ("gone", None, dropped)


def test_new_issues_have_no_old_side():
    change = only(years([], [issue(3, ASSETS, "ongoing")]))
    assert (change.change, change.old, change.new, change.new_status) == ("new", None, 3, "ongoing")
    assert change.measures is None


def test_measures_are_told_as_repeated_added_and_removed():
    old = issue(
        1,
        FEES,
        measures=["修订接待办法，严格执行公函制度，每季度公开接待费用。", "退回违规报销的费用2万元。"],
    )
    new = issue(
        1,
        FEES,
        measures=["开展专项检查，覆盖全部下属单位。", "修订接待办法,严格执行公函制度,每季度公开接待费用!"],
    )
    measures = only(years([old], [new])).measures
    assert (measures.repeated, measures.added, measures.removed) == (((1, 2),), (1,), (2,))


def test_one_feedback_and_one_issuer_make_a_revision():
    old = notice_of(FEES, ASSETS, issuer="中共青禾市水务局党组", feedback_on="2024-01-19")
    new = notice_of(FEES, DUES, issuer="青禾市水务局", feedback_on="2024-01-19")
    comparison = compare_notices(old, new)
    assert comparison.kind == "revision"
    assert [(change.change, change.old, change.new) for change in comparison.issues] == [
        ("removed", 2, None),
        ("added", None, 2),
    ]


@pytest.mark.parametrize(
    ("issuer", "feedback", "inspection", "kind"),
    [
        ("中共青禾市水务局党组", "2024-01-19", {}, "revision"),
        ("中共青禾市林业局党组", "2024-01-19", {}, "years"),
        ("中共青禾市水务局党组", None, {"round": "四届市委第三轮巡察"}, "revision"),
        ("中共青禾市水务局党组", None, {"round": "四届市委第四轮巡察"}, "years"),
        (None, "2024-01-19", {}, "revision"),
        (None, "2020-01-19", {}, "years"),
        ("中共青禾市水务局党组", None, {}, "revision"),
    ],
)
def test_what_is_not_stated_does_not_decide(issuer, feedback, inspection, kind):
    old = notice_of(FEES, ASSETS, feedback_on="2024-01-19")
    known = Inspection(feedback_on="2024-01-19", round="四届市委第三轮巡察")
    new = notice_of(FEES, ASSETS, issuer=issuer).model_copy(
        update={"inspection": Inspection(feedback_on=feedback, **inspection)}
    )
    assert compare_notices(old.model_copy(update={"inspection": known}), new).kind == kind


def test_without_issuer_date_and_common_words_they_are_two_years():
    old, new = notice_of(FEES, ASSETS, issuer=None), notice_of(DUES, ASSETS + "又", issuer=None)
    assert compare_notices(old, new).kind == "years"


@pytest.mark.parametrize(
    "edited",
    [
        issue(1, FEES, "ongoing", ["退回费用2万元。"]),
        issue(1, FEES, "completed", ["退回费用3万元。"]),
        issue(1, FEES, "completed", ["退回费用2万元。"], deadline="2024年6月"),
        issue(2, FEES, "completed", ["退回费用2万元。"]),
    ],
)
def test_a_revision_lists_what_was_edited(edited):
    first = issue(1, FEES, "completed", ["退回费用2万元。"])
    facts = {"feedback_on": "2024-01-19"}
    comparison = compare_notices(notice(first, **facts), notice(edited, **facts))
    assert [change.change for change in comparison.issues] == ["edited"]
    assert not any(change.reopened or change.dropped_while_open for change in comparison.issues)


def test_an_issue_put_in_front_edits_no_other():
    facts = {"feedback_on": "2024-01-19"}
    comparison = compare_notices(notice_of(FEES, ASSETS, **facts), notice_of(DUES, FEES, ASSETS, **facts))
    assert [(change.change, change.new) for change in comparison.issues] == [("added", 1)]


def test_figures_stand_side_by_side():
    old = notice(
        counts=(
            count("issues", 18),
            count("issues", 19),
            count("other", 7),
            count("meetings", 2, scope="issue:3"),
        ),
        feedback_on="2020-07-21",
    )
    new = notice(
        counts=(
            count("issues", 20, approximate=True),
            count("issues", 24, "项"),
            count("completion_rate", 79.2, "%"),
        ),
        feedback_on="2024-01-19",
    )
    rows = [(row.what, row.old, row.new, row.delta) for row in compare_notices(old, new).counts]
    assert rows == [("issues", 18, 24, 6), ("completion_rate", None, 79.2, None)]


@pytest.mark.parametrize(("units", "delta"), [(("万元", "万元"), 0.2), (("元", "万元"), None)])
def test_sums_in_two_units_have_no_difference(units, delta):
    old, new = (
        notice(counts=(count("amount_recovered", value, unit),), feedback_on=day)
        for value, unit, day in zip((0.1, 0.3), units, ("2020-07-21", "2024-01-19"), strict=True)
    )
    assert [row.delta for row in compare_notices(old, new).counts] == [delta]


def test_fields_that_differ_are_named_by_their_path():
    old = notice(
        contact=Contact(phones=("0700-111", "0700-222")),
        metadata=Metadata(other={"公开方式": "主动"}),
        title="甲",
    )
    new = notice(contact=Contact(phones=("0700-111",)), metadata=Metadata(column="巡察整改"), title="乙")
    fields = {(row.field, row.old, row.new) for row in compare_notices(old, new).fields}
    assert fields == {
        ("contact.phones", "0700-111、0700-222", "0700-111"),
        ("metadata.other.公开方式", "主动", None),
        ("metadata.column", None, "巡察整改"),
        ("title", "甲", "乙"),
    }


notices = st.builds(
    notice,
    *[
        st.builds(
            issue,
            st.integers(1, 4),
            st.sampled_from((FEES, ASSETS, DUES)),
            st.sampled_from((None, "completed")),
        )
    ]
    * 3,
    issuer=st.sampled_from((None, "中共青禾市水务局党组")),
    feedback_on=st.sampled_from((None, "2024-01-19")),
    counts=st.just((count("issues", 3), count("issues", 4))),
)


@settings(deadline=None, max_examples=40)
@given(notices)
def test_a_notice_compared_with_itself_has_no_changes(one):
    comparison = compare_notices(one, one)
    assert (comparison.kind, comparison.issues, comparison.counts, comparison.fields) == (
        "revision",
        (),
        (),
        (),
    )
    assert not any(differs(comparison, fail_on) for fail_on in FAIL_ON)


def test_fail_on_says_what_counts():
    gone = years([issue(1, FEES)], [])
    again = years([issue(1, FEES)], [issue(1, FEES)])
    reopened = years([issue(1, FEES, "completed")], [issue(1, FEES)])
    tripped = {fail_on: [differs(one, fail_on) for one in (gone, again, reopened)] for fail_on in FAIL_ON}
    assert tripped == {
        "any": [True, True, True],
        "recurring": [False, True, True],
        "reopened": [False, False, True],
        "none": [False, False, False],
    }
