from notices import issue, notice

from notice_cli.comparing import differs, find_threads

FEES = (
    "公务接待管理不严，接待费报销无公函。",
    "接待费支出把关松，无公函、无接待清单。",
    "公务接待无公函问题反弹。",
)
DUES = "党费收缴不规范，按半年一次性代缴。"
ASSETS = "固定资产账实不符，报废设备未核销。"


def threads_of(*years):
    timeline = find_threads(
        [notice(*issues, feedback_on=f"{2018 + at}-01-01") for at, issues in enumerate(years)]
    )
    return {
        tuple((one.notice, one.issue, one.status) for one in thread.sightings): thread
        for thread in timeline.threads
    }


def test_an_issue_is_followed_over_a_year_that_leaves_it_out():
    threads = threads_of(
        [issue(1, FEES[0], "completed"), issue(2, DUES, "ongoing")],
        [issue(1, ASSETS, "completed")],
        [issue(4, FEES[1], "ongoing")],
    )
    fees = threads[(0, 1, "completed"), (2, 4, "ongoing")]
    assert (fees.reopened, fees.persisting, fees.dropped_while_open) == (True, False, False)
    assert fees.sightings[0].similarity is None
    assert fees.sightings[1].similarity
    assert threads[((0, 2, "ongoing"),)].dropped_while_open
    assert not threads[((1, 1, "completed"),)].dropped_while_open


def test_every_issue_stands_in_exactly_one_thread():
    years = [[issue(1, FEES[0]), issue(2, DUES)], [issue(1, FEES[1]), issue(2, FEES[2])], [issue(1, DUES)]]
    places = [(one[0], one[1]) for sightings in threads_of(*years) for one in sightings]
    assert sorted(places) == [(0, 1), (0, 2), (1, 1), (1, 2), (2, 1)]


def test_reopened_threads_come_first_and_trip_the_exit_code():
    timeline = find_threads(
        [
            notice(issue(1, ASSETS, "ongoing"), issue(2, DUES, "completed"), feedback_on="2018-01-01"),
            notice(issue(1, ASSETS, "ongoing"), feedback_on="2019-01-01"),
            notice(issue(1, DUES, "completed"), feedback_on="2020-01-01"),
        ]
    )
    assert [thread.reopened for thread in timeline.threads] == [True, False]
    assert [differs(timeline, name) for name in ("any", "recurring", "reopened", "none")] == [True] * 3 + [
        False
    ]
