"""What is looked for only in places is found as if it were looked for in the whole text."""

from __future__ import annotations

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_cli import check, read
from notice_cli.rules.looking import find_around, long_numbers

RATE = re.compile(r"(?:完成|整改)率?\d{1,3}%[^。]{0,3}?未完成率?\d{1,3}%")
PAGE = (
    "<title>关于巡察整改进展情况的通报</title><p>关于巡察整改进展情况的通报</p>"
    "<p>现将巡察整改情况公布如下。</p><p>问题1：台账不全。</p><p>整改情况：已完成。{text}</p>"
)


@given(st.lists(st.sampled_from(["完成率93%", "整改5%", "未完成率7%", "未", "完成", "%", "，", "。", "5"])))
def test_matches_around_words_are_those_of_the_whole_text(pieces):
    text = "".join(pieces)
    around = [match.span() for match in find_around(RATE, ("%",), text, 7, 16)]
    assert around == [match.span() for match in RATE.finditer(text)]


DIGITS = re.compile(r"[0-9０-９](?:[\s-]?[0-9０-９]){10}(?:[\s-]?[0-9０-９])*+")
NUMBERS = st.sampled_from(["1380013", "3301", "8000", "０１２", "9", " ", "-", "\n", "　", "字", "；"])


@given(st.lists(NUMBERS, max_size=40))
def test_every_long_number_is_found_wherever_it_stands(pieces):
    text = "".join(pieces)
    found = long_numbers(SimpleNamespace(text=text))
    assert list(found) == [match.span() for match in DIGITS.finditer(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由张某（13800138000）负责。", ["13800138000"]),
        ("由张某（138 0013 8000）负责。", ["138 0013 8000"]),
        ("证号３３０１０２１９９００１０１１２３９。", ["３３０１０２１９９００１０１１２３９"]),
        ("编号1234567890。", []),
    ],
)
def test_long_numbers(text, found):
    notice = read(PAGE.format(text=text).encode())
    assert [notice.text[start:end] for start, end in long_numbers(notice)] == found


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("13800138000", "PRV002"),
        ("138-0013-8000", "PRV002"),
        ("330102199001011234", "PRV001"),
        ("33010219900101104X", "PRV001"),
        ("138001380001", None),
        ("A13800138000", None),
        ("330102199001011233", None),
    ],
)
def test_numbers_of_persons_are_told_by_what_stands_around_them(number, code):
    report = check(read(PAGE.format(text=f"由张某（{number}）负责。").encode()))
    assert [one.code for one in report.findings if one.code.startswith("PRV")] == ([code] if code else [])
