"""The text report of a check, read in a terminal."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from notice_cli.model import (
    Arithmetic,
    Finding,
    Layout,
    NotApplicable,
    Notice,
    Operand,
    Passed,
    Quote,
    Report,
    Source,
    Span,
    Unreadable,
)
from notice_cli.reports.check_text import render
from notice_cli.reports.terminal import cells, cut, visible, wrap

LINE = "目前，制定整改措施61条，完成整改措施69条。"
MADE, DONE = Span(start=3, end=12), Span(start=13, end=22)


def make(text=LINE, **fields):
    """A notice of one line and a report of one finding in it."""
    source = Source(uri="page.html", sha256="0" * 64, size=1)
    notice = Notice(
        source=source, genre="inspection", text=text, layout=Layout(name="problem", score=1), lines=((0, 58),)
    )
    operands = tuple(
        Operand(value=value, text=text[span.start : span.end], span=span, source_line=58)
        for value, span in ((69, DONE), (61, MADE))
    )
    sums = (Arithmetic(expression="69", left=69, operator="<=", right=61, operands=operands),)
    evidence = tuple(Quote(text=one.text, span=one.span, source_line=58) for one in operands)
    finding = Finding(
        **{
            "code": "CNT005",
            "name": "measures-completed",
            "level": "error",
            "message": "整改措施：已完成 69 > 制定 61",
            "arithmetic": sums,
            "evidence": evidence,
        }
        | fields
    )
    passed = (Passed(code="NUM001"),)
    silent = (NotApplicable(code="CNT012", reason="没有印过两次的数字"),)
    report = Report(source=source, uri="page.html", findings=(finding,), passed=passed, not_applicable=silent)
    return notice, report


def lines_of(*pairs, lang="zh", width=80):
    return render(pairs, lang, color=False, width=width).splitlines()


def test_a_finding_with_its_line_figures_and_summary():
    assert lines_of(make(suggestion="完成整改措施61条")) == [
        "错误 CNT005 measures-completed  整改措施：已完成 69 > 制定 61",
        "   --> page.html:58",
        "58 | 目前，制定整改措施61条，完成整改措施69条。",
        "   |       ^^^^^^^^^^^^^^^^  ^^^^^^^^^^^^^^^^",
        "   = 69 完成整改措施69条（第 58 行）",
        "   = 61 制定整改措施61条（第 58 行）",
        "   = 应有 69 ≤ 61",
        "   = 应写作 完成整改措施61条",
        "",
        "检查了 1 份通报：错误 1，警告 0，提示 0",
        "  通过 1 项：NUM001",
        "  未能判断 1 项：",
        "    CNT012：没有印过两次的数字",
    ]


def test_english():
    shown = "\n".join(lines_of(make(), lang="en"))
    assert "error CNT005" in shown
    assert "examined: 1" in shown
    assert "应有" not in shown


@pytest.mark.parametrize("width", [40, 60, 100])
def test_a_long_line_is_cut_around_the_words_and_the_carets_stand_under_them(width):
    text = "甲乙丙丁，" * 30 + LINE + "戊己庚辛，" * 30
    spans = [Quote(text="", span=Span(start=150 + 13, end=150 + 22), source_line=58)]
    shown = lines_of(make(text, evidence=spans, arithmetic=()), width=width)
    assert all(cells(line) <= width for line in shown)
    line, carets = next((one, two) for one, two in pairwise(shown) if "^" in two)
    left = cells(carets[: carets.index("^")])
    assert cells(line[: line.index("完成整改措施69条")]) == left
    assert carets.count("^") == cells("完成整改措施69条")


def test_hostile_text_is_shown_harmless():
    text = "[red]\x1b[31m甲\u202e乙\x07[/red]，" + LINE
    shown = render([make(text, message=text)], "zh", color=False, width=100)
    assert not set(shown) & set("\x1b\u202e\x07")
    assert "[red]\\x1b[31m甲\\u202e乙\\x07[/red]" in shown
    colored = render([make(text, message=text)], "zh", color=True, width=100)
    assert "\x1b[31m甲" not in colored
    assert "[red]" in colored


def test_colour_adds_nothing_but_colour():
    plain, colored = (render([make()], "zh", color=color, width=80) for color in (False, True))
    assert "\x1b[" in colored
    assert [one.rstrip() for one in re.sub(r"\x1b\[[\d;]*m", "", colored).splitlines()] == plain.splitlines()


def test_an_unreadable_source_is_told_and_not_counted_as_examined():
    report = Report(uri="x.html", unreadable=Unreadable(kind="missing", message="x.html：没有这个文件"))
    shown = lines_of((None, report), make())
    assert shown[0] == "x.html：没有这个文件"
    assert "检查了 1 份通报，1 份读不了：错误 1，警告 0，提示 0" in shown


def test_nothing_found():
    notice, report = make()
    assert "检查了 1 份通报：没有发现问题" in lines_of((notice, report.model_copy(update={"findings": ()})))


def test_cells_cut_and_wrap():
    assert (cells("整改ab"), cells("e\u0301")) == (6, 1)
    assert cut("整改情况", 5) == "整改…"
    assert wrap("整改情况，通报 of the office", 10) == ["整改情况，", "通报 of", "the office"]
    assert visible("甲\n乙\u200b") == "甲\\x0a乙\\u200b"
