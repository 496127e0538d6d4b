"""TXT rules."""

from __future__ import annotations

import pytest

from .build import build, check

PROSE = "提高政治站位，压实整改责任。坚持问题导向和目标导向，持续巩固整改成果，推动各项工作迈上新台阶"


@pytest.mark.parametrize(
    ("words", "damaged"),
    [
        ("市委第巡察组对局党组进行了巡察。", "市委第巡察组"),
        ("市委第察组进驻。", "市委第察组"),
        ("反馈216个方面具体问题。", "反馈216个方面具体问题"),
        ("共10个方面个问题。", "10个方面个问题"),
        ("给予党纪处分人。", "党纪处分人"),
        ("按照（青发2022〕7号）要求。", "青发2022〕7号"),
        ("按照（青发〔20251号）要求。", "青发〔20251号"),
        ("追缴3,.83万元。", "追缴3,.83"),
        ("做到“个维护”。", "做到“个维护”"),
    ],
)
def test_lost_characters(words, damaged):
    (found,) = check(build(words), "TXT001").findings
    assert found.level == "warning"
    assert found.evidence[0].text.endswith(damaged[2:])
    assert found.evidence[0].text in words


@pytest.mark.parametrize(
    "words",
    [
        "市委第三巡察组反馈3个方面问题、12个具体问题，这个问题与各个方面个别问题有关。",
        "受处分人，机关单位，青发〔2025〕1号、青发[2025]2号、(2025)3号，5,482.15万元，做到“两个维护”。",
    ],
)
def test_sound_words_are_not_damaged(words):
    assert check(build(words), "TXT001").passed


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("建立“四个清单，逐一销号。", "“四个清单，逐一销号。"),
        ("建立四个清单”，逐一销号。", "建立四个清单”"),
        ("印发《甲办法，抓好落实。", "《甲办法，抓好落实。"),
        ("（一）甲。二）乙(丙。", "(丙。"),
    ],
)
def test_unbalanced(words, shown):
    (found,) = check(build(words), "TXT004").findings
    assert found.evidence[0].text == shown


@pytest.mark.parametrize(
    "words",
    [
        "一)甲。1)乙；2）丙。",
        "印发《落实<甲规则>办法》（试行)。",
        '"直引号"、‘单引号’、O’Neil、【通报】〔2022〕7号、[2022]8号。',
        "党组书记说：“甲。\n乙。”",
    ],
)
def test_balanced(words):
    assert check(build(words), "TXT004").passed


def test_a_bracket_lost_from_a_document_number_is_told_once():
    notice = build("按照（青发2022〕7号）要求。")
    assert check(notice, "TXT001").findings
    assert check(notice, "TXT004").passed


def test_unfinished():
    (found,) = check(build(steps=[PROSE + "。", PROSE]), "TXT005").findings
    assert (found.level, found.suggestion) == ("warning", "推动各项工作迈上新台阶。")
    assert found.evidence[0].source_line == 12
    assert check(build(steps=[PROSE + "。", PROSE + "！", PROSE + "）"]), "TXT005").passed
    assert check(build("短句"), "TXT005").not_applicable


def test_a_page_without_stops_is_one_note():
    (found,) = check(build(steps=[PROSE] * 5), "TXT005").findings
    assert found.level == "note"
