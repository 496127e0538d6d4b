"""Dates as notices print them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_cli.text import dates
from notice_cli.text.dates import find_dates, find_line_dates, find_whole_date, is_range, parse_date

PARTS = (
    *"0123456789０９年月日号—-–~至到向 、，。(（今同次一二十廿〇○./",
    *(
        "2023",
        "2024年",
        "10月",
        "2023614日",
        "1213日",
        "——年",
        "同年",
        "二〇二四年",
        "十一月",
        "廿二日",
        "制度",
    ),
    *("2024-10-2", "2023.1.1", "19991231", "　"),
)
"""What dates are made of, whole and damaged."""


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2024年10月22日", "2024-10-22"),
        ("２０２４年１０月２２日", "2024-10-22"),
        ("2024 年 1 月 2 日", "2024-01-02"),
        ("2024-10-22", "2024-10-22"),
        ("2024/1/2", "2024-01-02"),
        ("2024.10.22", "2024-10-22"),
        ("2024-10-22 11:13", "2024-10-22"),
        ("2024年10月22日 11:13:05", "2024-10-22"),
        ("2024-02-30 11:13", None),
        ("2024年2月30日", None),
        ("二〇二四年十月二十二日", "2024-10-22"),
        ("二○二四年十二月三十一日", "2024-12-31"),
        ("二零二四年一月廿三日", "2024-01-23"),
        ("2024年10月", "2024-10"),
        ("2024年", "2024"),
        ("2024年2月29日", "2024-02-29"),
        ("2023年2月29日", None),
        ("2024年13月", None),
        ("近日", None),
        ("", None),
        ("于2024年10月22日", None),
        ("20241022", None),
    ],
)
def test_one_date(text, value):
    assert parse_date(text) == value


def values(text: str, year: int | None = None) -> list[str | None]:
    return [found.value for found in find_dates(text, year)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年6月14日至9月15日", ["2023-06-14", "2023-09-15"]),
        ("2023年11月14日至1月15日", ["2023-11-14", "2024-01-15"]),
        ("2023年12月20日—22日", ["2023-12-20", "2023-12-22"]),
        ("2023年10月30日反馈，11月2日开会", ["2023-10-30", "2023-11-02"]),
        ("2023年开展，次年3月完成，同年5月验收", ["2023", "2024-03", "2024-05"]),
        ("2023614日至915日", ["2023-06-14", "2023-09-15"]),
        ("20231016日至1215日", ["2023-10-16", "2023-12-15"]),
        ("2025月7月29日", ["2025-07-29"]),
        ("10月22日", [None]),
        ("投资1.2亿元，占12.5%，共3日", []),
        ("电话0700-1234567，邮编442000", []),
    ],
)
def test_dates_in_a_line(text, expected):
    assert values(text) == expected


@pytest.mark.parametrize("text", ["2024年1月2日", "2024-01-02", "二〇二四年一月二日", "2024年1月 2日"])
def test_a_text_that_is_a_date(text):
    found = find_whole_date(text)
    assert found is not None
    assert (found.start, found.end, found.value, found.state) == (0, len(text), "2024-01-02", "good")


def test_a_text_that_is_no_day_of_the_calendar():
    found = find_whole_date("2024年2月30日")
    assert found is not None
    assert (found.value, found.state) == (None, "impossible")


@pytest.mark.parametrize("text", ["于2024年1月2日", "2024-01-02 10:00", "2024年1月2日至3日", "近日"])
def test_a_text_that_is_more_than_a_date(text):
    assert find_whole_date(text) is None


def test_a_year_told_before_is_inherited():
    (found,) = find_dates("10月22日召开会议", 2024)
    assert (found.value, found.inherited, found.state) == ("2024-10-22", True, "good")


@pytest.mark.parametrize(
    ("text", "written", "values"),
    [
        ("今年2月26日至4月12日巡察，4月28日反馈", "2024-08-13", ["2024-02-26", "2024-04-12", "2024-04-28"]),
        ("去年11月2日至今年1月12日", "2024-08-13", ["2023-11-02", "2024-01-12"]),
        ("本年7月", "2024-08", ["2024-07"]),
        ("今年9月2日", "2024-08-13", [None]),
        ("今年2月26日", None, [None]),
    ],
)
def test_this_year_is_that_in_which_the_text_was_written(text, written, values):
    """And none where that is not known, or the day would lie behind it."""
    assert [one.value for one in find_dates(text, None, written)] == values


@pytest.mark.parametrize(
    ("text", "state", "readings"),
    [
        ("2月30日", "impossible", ()),
        ("2024年6月31日", "impossible", ()),
        ("2023614日", "garbled", ("2023-06-14",)),
        ("2023111日", "garbled", ("2023-01-11", "2023-11-01")),
        ("——年11月27日", "garbled", ()),
    ],
)
def test_dates_that_are_off(text, state, readings):
    (found,) = find_dates(text)
    assert (found.state, found.readings) == (state, readings)
    assert found.value == (readings[0] if len(readings) == 1 else None)


def test_places_are_those_of_the_words():
    text = "于2023年6月14日至9月15日，2023614日。"
    assert [text[found.start : found.end] for found in find_dates(text)] == [
        "2023年6月14日",
        "9月15日",
        "2023614日",
    ]


@given(st.lists(st.sampled_from(PARTS), max_size=16).map("".join))
def test_trying_near_anchors_only_misses_no_date(text):
    assert find_dates(text) == _found_everywhere(text)


def _found_everywhere(text):
    """The dates of a line by the one pattern of all forms alone."""
    found, year = [], None
    for match in dates._DATE.finditer(text):
        found.append(dates._READERS[match.lastgroup](match, found[-1] if found else None, year))
        year = int(found[-1].value[:4]) if found[-1].value else year
    return found


@given(st.lists(st.sampled_from((*PARTS, "\n", "2023年6月", "末来")), max_size=24).map("".join))
def test_dates_of_lines_are_those_of_each_line(text):
    told, start = [], 0
    for line in text.split("\n"):
        told += [(start, one) for one in find_dates(line)]
        start += len(line) + 1
    assert list(find_line_dates(text)) == told


@pytest.mark.parametrize("between", ["至", " - ", "起至", " 起 到 "])
def test_a_range_stands_around_a_dash_alone(between):
    text = f"2023年6月14日{between}9月15日"
    first, last = find_dates(text)
    assert is_range(text, first.end, last.start)
    assert last.value == "2023-09-15"


@pytest.mark.parametrize("between", ["、", "印发,至", "至少", "", "起", "至" + " " * 9])
def test_other_words_between_two_dates_make_no_range(between):
    assert not is_range(f"1日{between}2日", 2, 2 + len(between))
