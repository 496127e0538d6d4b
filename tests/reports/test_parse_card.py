"""The card of `notice parse`: it folds to the width and needs no colour; one issue is shown whole."""

from __future__ import annotations

import re

import pytest

from notice_cli import read
from notice_cli.reports import PARSE_REPORTS, Look
from notice_cli.reports.parse_issue import find_issues
from notice_cli.reports.parse_issue import render as render_issue
from notice_cli.reports.parse_table import STATUS_GLYPHS, STATUS_WORDS, status_bar
from notice_cli.reports.terminal import cells, wrap
from places import ROOT, SAMPLES

PLANTED = SAMPLES / "lanchuan-culture-2024-planted.html"
PAGES = [PLANTED, SAMPLES / "lanchuan-culture-2017.txt", ROOT / "tests/families/F13-hundred.html"]
_COLOUR = re.compile("\x1b\\[[0-9;]*m")


def card(path, **look):
    return PARSE_REPORTS["table"]([read(path)], Look(**look))


@pytest.mark.parametrize("width", [40, 60, 71, 72, 100, 160])
@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_line_is_wider_than_the_terminal(path, lang, width):
    shown = card(path, lang=lang, width=width)
    assert [line for line in shown.splitlines() if cells(line) > width] == []
    assert _COLOUR.sub("", card(path, lang=lang, width=width, color=True)) == shown


@pytest.mark.parametrize("width", [60, 100])
def test_every_issue_stands_in_the_card_with_its_status_and_measures(width):
    notice, shown = read(PLANTED), card(PLANTED, width=width)
    assert shown.count("█ 已完成") == 19 + 1
    for issue in notice.issues:
        (line,) = [one for one in shown.splitlines() if issue.text[:12] in one]
        assert line.split()[0] == str(issue.number)
        told = line if width == 100 else shown[shown.index(line) :]
        assert STATUS_WORDS[issue.status].zh in told


def test_a_long_issue_is_cut_visibly_and_the_card_says_how_to_see_it_whole():
    shown = card(PLANTED, width=60)
    assert "…" in shown
    assert "--issue" in shown


def test_the_bar_gives_every_status_its_part_and_no_part_vanishes():
    notice = read(PLANTED)
    head, bar, legend = status_bar(notice.issues, "zh", 100)
    lengths = [len(words) for words, _ in bar]
    assert sum(lengths) == 60
    assert [words[0] for words, _ in bar] == [STATUS_GLYPHS[name] for name in list(STATUS_WORDS)[:3]]
    assert lengths[0] > lengths[1] > lengths[2] >= 1
    assert "问题 24 · 措施 79" in head[0][0]
    assert "".join(words for words, _ in legend).split("   ")[:3] == [
        "█ 已完成 19",
        "▆ 基本完成 3",
        "▄ 持续整改 2",
    ]
    many = notice.issues[:1] * 500 + notice.issues[1:3]
    assert [len(words) for words, _ in list(status_bar(many, "zh", 80))[1]] == [58, 1, 1]


def test_the_glyphs_stand_in_gbk():
    assert "".join(STATUS_GLYPHS.values()).encode("gbk")


def test_figures_stand_behind_the_line_they_were_read_from():
    shown = card(PLANTED, width=160)
    (line,) = [one for one in shown.splitlines() if one.strip().startswith("第29行")]
    assert line.split() == ["第29行", "方面", "4个", "问题", "24个", "整改措施", "76条"]


@pytest.mark.parametrize("width", [60, 100, 160])
def test_an_issue_is_shown_whole_with_every_place(width):
    notice = read("samples/lanchuan-culture-2024-planted.html")
    (issue,) = find_issues(notice, [9])
    shown = render_issue([(notice, issue)], "zh", False, width)
    assert [line for line in shown.splitlines() if cells(line) > width] == []
    plain = re.sub(r"\n *\d* \| ", "", shown)
    assert issue.text in plain
    for measure in issue.measures:
        assert measure.text.replace(" ", "") in plain.replace(" ", "")
        assert f"\n{measure.source_line} | {measure.label}" in shown.replace("\n ", "\n")
    assert f"{notice.source.uri}:{issue.source_line}" in shown.replace("\n", "")


def test_a_number_that_stands_twice_gives_both():
    assert [issue.label for issue in find_issues(read(PLANTED), [17])] == ["问题17", "问题17"]


def test_a_stop_never_begins_a_line():
    lines = wrap("演出场次11场。" * 20, 12)
    assert [line for line in lines if line.startswith("。")] == []
