"""A position is a line of a page, a page of a PDF, a paragraph of a Word document, a row of a workbook."""

from __future__ import annotations

import json

import pytest

from notice_cli import check, read
from notice_cli.cli.check import _render
from notice_cli.reports import Look
from notice_cli.reports.check_text import render as render_text
from notice_cli.reports.parse_issue import render as render_issue
from notice_cli.reports.review import render as render_page
from notice_cli.reports.review_charts import came_out
from notice_cli.reports.review_model import Reviewed
from notice_cli.reports.rules_text import render_list
from notice_cli.reports.terminal import cells
from notice_cli.reports.to_junit import render as render_junit
from notice_cli.reports.to_markdown import render as render_markdown
from notice_cli.rules import RULES
from notice_cli.rules.manual import read_manual
from places import SAMPLES

PLANTED = str(SAMPLES / "lanchuan-culture-2024-planted.html")
OFFICE = "application/vnd.openxmlformats-officedocument"
KINDS = {
    "application/pdf": ("第 29 页", "page 29"),
    f"{OFFICE}.wordprocessingml.document": ("第 29 段", "paragraph 29"),
    f"{OFFICE}.spreadsheetml.sheet": ("第 29 行", "row 29"),
}


def document(kind: str):
    """The planted sample as if it had been a document, and the report on it."""
    notice = read(PLANTED)
    source = notice.source.model_copy(update={"uri": "a.doc", "media_type": kind})
    notice = notice.model_copy(update={"source": source})
    return notice, check(notice, select=["CNT005"])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_positions_of_documents_have_their_names_everywhere(kind, lang):
    notice, report = document(kind)
    words = KINDS[kind][lang == "en"]
    shown = (
        render_text([(notice, report)], lang, False, 100),
        render_junit([report], lang),
        render_markdown([report], lang),
        render_page([Reviewed(notice, report, ())], [], lang, "1"),
    )
    for one in shown:
        assert words in one.replace("\\", "")
        assert "a.doc:29" not in one


def test_an_issue_of_a_document_has_no_line():
    notice, _ = document("application/pdf")
    issue = notice.issues[1]
    assert f"a.doc 第 {issue.source_line} 页" in render_issue([(notice, issue)], "zh", False, 100)


def test_a_page_has_lines():
    notice = read(PLANTED)
    assert f"{PLANTED}:29: error" in render_junit([check(notice, select=["CNT005"])], "zh")


def test_the_summary_ends_where_nothing_was_read():
    from notice_cli.errors import SourceError
    from notice_cli.pipeline import unreadable

    report = unreadable("a", SourceError("missing", "a"))
    assert render_text([(None, report)], "zh", False, 100).endswith("检查了 0 份通报，1 份读不了\n")


@pytest.mark.parametrize("width", [40, 60, 100])
def test_the_list_of_rules_leaves_no_sentence_unfinished(width):
    shown = render_list([read_manual(rule) for rule in RULES], "en", False, width)
    words = "".join(shown.split())
    for rule in RULES:
        assert "".join(read_manual(rule).checks_en.split()) in words
    assert max(map(cells, shown.split("\n"))) <= width


def test_sarif_names_rules_in_the_language_of_the_run():
    notice = read(PLANTED)
    log = json.loads(_render("sarif", [(notice, check(notice, lang="en"))], Look("en", False, 100)))
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    short = {one["id"]: one["shortDescription"]["text"] for one in rules}
    assert short["CNT005"] == "Measures completed are not more than measures formulated."
    assert "ledger" in short["LED001"]


@pytest.mark.parametrize(
    ("name", "field"),
    [("lanchuan-culture-2024.html", "published_on"), ("lanchuan-culture-2017.txt", "signed_on")],
)
def test_a_day_of_signature_is_not_called_publication(name, field):
    notice = read(str(SAMPLES / name))
    assert came_out(notice)[0] == field
    bare = notice.model_copy(
        update={"metadata": type(notice.metadata)(), "signature": type(notice.signature)()}
    )
    assert came_out(bare) == ("", None)
