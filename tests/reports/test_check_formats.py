"""The formats of a check for programs: valid, escaped, and stable where text moves."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from notice_cli import check, read
from notice_cli.model import Broken, Finding, NotApplicable, Quote, Report, Span, Unreadable
from notice_cli.reports import CHECK_REPORTS, Look
from notice_cli.rules import RULES
from notice_cli.rules.manual import read_manual
from places import ROOT, SAMPLES

PLANTED = "samples/lanchuan-culture-2024-planted.html"
LOOK = Look(width=80, version="1", manuals=tuple(map(read_manual, RULES)))
SARIF = jsonschema.Draft4Validator(
    json.loads((ROOT / "tests/data/sarif-schema-2.1.0.json").read_text("utf-8"))
)


def planted():
    notice = read(PLANTED)
    return notice, check(notice)


def render(name, *pairs, look=LOOK):
    return CHECK_REPORTS[name](pairs, look)


def report_of(text, uri="page.html", count=1):
    """A report whose every word is `text`."""
    finding = Finding(
        code="CNT001", name="issues-total", level="error", message=text, suggestion=text, fingerprint="f",
        evidence=(Quote(text=text, span=Span(start=0, end=1), source_line=1),),
    )  # fmt: skip
    silent = (NotApplicable(code="CNT002", reason=text),)
    broken = (Broken(code="CNT003", error=text),)
    return Report(uri=uri, title=text, findings=(finding,) * count, not_applicable=silent, broken=broken)


def test_sarif_is_valid_and_has_one_place_a_finding_with_columns_in_code_points():
    notice, report = planted()
    unread = Report(uri="x.html", unreadable=Unreadable(kind="missing", message="没有"))
    log = json.loads(render("sarif", (notice, report), (None, unread)))
    SARIF.validate(log)
    (run,) = log["runs"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["invocations"][0]["executionSuccessful"] is False
    assert len(run["results"]) == len(report.findings)
    lines = (ROOT / PLANTED).read_text("utf-8").split("\n")
    for result, finding in zip(run["results"], report.findings, strict=True):
        (place,) = result["locations"]
        region = place["physicalLocation"]["region"]
        assert place["physicalLocation"]["artifactLocation"]["uri"] == PLANTED
        shown = lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1]
        assert shown == finding.evidence[0].text
        assert len(result.get("relatedLocations", [])) == len(finding.evidence) - 1
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == finding.code


def test_fingerprints_survive_text_above_and_another_wrapping():
    page = (ROOT / PLANTED).read_text("utf-8")
    moved = page.replace("<body>", "<body>" + "\n" * 50)
    wrapped = page.replace("</span></p>\n", "\n</span>\n</p>\n\n")
    names = [
        [one.fingerprint for one in check(read(each.encode())).findings] for each in (page, moved, wrapped)
    ]
    assert names[0] == names[1] == names[2]
    assert len(set(names[0])) == len(names[0]) > 5


def test_gitlab_fingerprints_are_unique_and_know_no_lines():
    notice, report = planted()
    other = report.model_copy(update={"uri": "other.html"})
    entries = json.loads(render("gitlab", (notice, report), (notice, other)))
    assert len({one["fingerprint"] for one in entries}) == len(entries) == 2 * len(report.findings)
    assert {one["severity"] for one in entries} <= {"info", "minor", "major", "critical", "blocker"}


def test_junit_has_a_case_for_every_rule():
    notice, report = planted()
    (suite,) = ET.fromstring(render("junit", (notice, report)))
    assert {case.get("name") for case in suite} == {rule.code for rule in RULES}
    skipped = {case.get("name"): case[0].get("message") for case in suite if case.find("skipped") is not None}
    assert skipped == {one.code: one.reason for one in report.not_applicable}
    failed = {case.get("name") for case in suite if case.find("failure") is not None}
    assert failed == {one.code for one in report.findings if one.level != "note"}
    assert int(suite.get("failures")) == len(failed)


def test_github_shows_ten_a_level_the_gravest_first():
    shown = render("github", (None, report_of("甲", count=13))).splitlines()
    assert sum(one.startswith("::error file=") for one in shown) == 10
    assert shown[-1] == "::notice::error 级另有 3 条没有显示"
    levels = [one.split(" ")[0] for one in render("github", planted()).splitlines()]
    assert levels == sorted(levels)


HOSTILE = [
    *(
        "a\n::error::b",
        "50%0A",
        "]]>",
        "<script>",
        "a|b\n|c|",
        "[x](javascript:1)",
        "@all",
        "\ud800",
        "\uffff",
    ),
    *("\x00\x1b[31m\u202e", "`code`", "www.example.cn http://e.cn", "&amp;", "\"'", "\u2028", "a,b:c"),
]
words = st.lists(st.one_of(st.sampled_from(HOSTILE), st.text(max_size=5)), min_size=1, max_size=5).map(
    "".join
)


@given(words, words)
def test_hostile_words_stay_words_in_every_format(text, uri):
    report = report_of(text, uri)
    shown = {name: render(name, (None, report)).encode("utf-8", "replace").decode() for name in CHECK_REPORTS}
    SARIF.validate(json.loads(shown["sarif"]))
    assert len(json.loads(shown["gitlab"])) == 1
    (suite,) = ET.fromstring(shown["junit"].encode())
    assert len(suite) == 3
    assert len(shown["github"].splitlines()) == 2
    blocks = MarkdownIt("gfm-like", {"html": True, "linkify": False}).parse(shown["markdown"])
    tokens = [one for each in blocks for one in (each, *(each.children or ()))]
    assert not {one.type for one in tokens} & {
        "html_block",
        "html_inline",
        "link_open",
        "image",
        "code_inline",
    }
    assert sum(one.type == "td_open" for one in tokens) == 5


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_text_report_of_the_planted_sample(width, lang, expected):
    look = Look(lang, width=width, verbose=width == 60)
    notice = read(PLANTED)
    shown = render("text", (notice, check(notice, lang=lang)), look=look)
    expected(ROOT / "tests" / "data" / f"planted-{lang}-{width}.txt", shown)


@pytest.mark.parametrize("name", ["github", "markdown"])
def test_the_planted_sample_in_other_formats(name, expected):
    expected(ROOT / "tests" / "data" / f"planted.{name}.txt", render(name, planted()))


def test_samples_in_all_formats():
    for path in sorted(SAMPLES.glob("*.html")):
        notice = read(path)
        for name in CHECK_REPORTS:
            assert render(name, (notice, check(notice))) or name == "github"
