import unicodedata

import pytest

from notice_cli.model import Change, Comparison, CountChange, FieldChange, MeasureChanges, Side, Source
from notice_cli.reports.diff_text import render

LONG = "公务接待管理不严，" + "报销附件不全，" * 20
CHANGES = (
    Change(change="new", group="new", new=7, new_status="completed", new_text="新指出的问题"),
    Change(
        change="recurring",
        old=3,
        new=12,
        similarity=0.63,
        reopened=True,
        group="reopened",
        old_status="completed",
        new_status="ongoing",
        old_text="旧的说法",
        new_text=LONG,
        measures=MeasureChanges(repeated=((1, 2),)),
    ),
    Change(
        change="gone",
        old=5,
        old_status="ongoing",
        old_text="[red]档案\x1b[31m\u202e缺失[/red]",
        dropped_while_open=True,
        group="dropped",
    ),
    Change(
        change="recurring",
        old=1,
        new=1,
        similarity=0.48,
        needs_review=True,
        group="review",
        old_text="甲",
        new_text="乙",
    ),
    Change(
        change="recurring",
        old=2,
        new=2,
        old_status="ongoing",
        new_status="not_completed",
        group="back",
        status_back=True,
        old_text="丙",
        new_text="丙",
    ),
)


def compare(changes=CHANGES, counts=(), fields=(), kind="years"):
    side = Side(
        title="整改情况的通报", signed_on="2024-01-02", source=Source(uri="a.html", sha256="0", size=1)
    )
    return Comparison(kind=kind, old=side, new=side, issues=changes, counts=counts, fields=fields)


def show(comparison, lang="zh", color=False, width=80):
    return render(comparison, lang, color, width)


def cells(line):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in line)


def test_the_most_serious_comes_first():
    text = show(compare())
    heads = ["反弹 1 项", "悬空 1 项", "状态倒退 1 项", "待核对 1 项", "新指出 1 项"]
    places = [text.index(head) for head in heads]
    assert places == sorted(places)


def test_a_pair_shows_both_numbers_states_and_texts():
    text = show(compare(CHANGES[1:2]))
    for words in (
        "3     12",
        "已完成 → 持续整改",
        "相似 0.63",
        "措施重复 1 条",
        "公务接待管理不严",
        "旧  旧的说法",
        "…",
    ):
        assert words in text


def test_hostile_text_is_harmless():
    text = show(compare())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[red]档案" in text


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [50, 60, 80])
def test_lines_fit_the_terminal(lang, width):
    fields = (FieldChange(field="contact.address", old="路" * 90, new=None),)
    comparison = compare(counts=(CountChange(what="issues", old=1, new=3, delta=2),), fields=fields)
    assert max(map(cells, show(comparison, lang, width=width).splitlines())) <= width


def test_figures_and_fields_stand_side_by_side():
    counts = (
        CountChange(what="measures", old=58, new=1079, delta=1021),
        CountChange(what="clues", new=2),
        CountChange(what="issues", old=4, new=4, delta=0),
    )
    fields = (FieldChange(field="metadata.other.公开方式", old="主动"),)
    lines = [line.split() for line in show(compare((), counts, fields)).splitlines()]
    assert ["整改措施", "58", "1,079", "+1,021"] in lines
    assert ["问题线索", "—", "2"] in lines
    assert ["问题总数", "4", "4", "="] in lines
    assert ["公开方式", "主动", "—"] in lines


def test_nothing_changed_is_said():
    assert "没有变化" in show(compare((), kind="revision"))
    assert "Nothing changed" in show(compare((), kind="revision"), "en")


def test_colour_only_where_wanted():
    coloured, plain = show(compare(), color=True), show(compare())
    assert "\x1b[1;31m" in coloured
    assert "\x1b" not in plain
