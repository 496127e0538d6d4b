"""One invented notice in the pages of many content systems, clean and dirty: the same record from each."""

from __future__ import annotations

import pytest
from shell_metadata import METADATA
from shell_pages import HERE, LINES, TITLE, page

from notice_cli import read
from notice_cli.page.sites import SITES

PAGES = sorted(path.name for path in HERE.iterdir() if path.suffix in (".html", ".txt"))
READ = {name: read(page(name).encode()) for name in PAGES}
OWN_LINES = {
    "title-3-lines-h4.html": {"(2024年6月3日)"},
    "source-brackets.html": {"附件：澜浦市水利局巡察整改台账.xlsx"},
}
"""Lines of the notice's own beside the common ones."""


def test_every_page_says_what_is_expected():
    assert sorted(METADATA) == PAGES


@pytest.mark.parametrize("name", PAGES)
def test_the_title(name):
    assert READ[name].title == TITLE


@pytest.mark.parametrize("name", PAGES)
def test_the_metadata(name):
    told = READ[name].metadata.model_dump()
    assert {field: told[field] for field in METADATA[name]} == METADATA[name]


@pytest.mark.parametrize("name", PAGES)
def test_all_of_the_body_and_nothing_else(name):
    notice = READ[name]
    below_title = max((place.span.end for place in notice.evidence.values()), default=-1) + 1
    lines = notice.text[below_title:].split("\n")
    assert [line for line in lines if line in LINES] == list(LINES)
    assert {line for line in lines if line not in LINES} == OWN_LINES.get(name, set())


@pytest.mark.parametrize("name", PAGES)
def test_the_contact_is_the_notice_s_own(name):
    contact = READ[name].contact
    assert (contact.phones, contact.address) == (("0799-6612345",), "澜浦市河东路18号")


@pytest.mark.parametrize("name", PAGES)
def test_the_issues_and_the_signature(name):
    notice = READ[name]
    statuses = ["completed", "completed", "completed", "ongoing"]
    assert [issue.status for issue in notice.issues] == statuses
    assert (notice.signature.issuer, notice.signature.signed_on) == (LINES[-2], "2024-05-30")


@pytest.mark.parametrize("site", [site.name for site in SITES])
def test_every_site_has_a_page_that_it_reads(site):
    assert site in {notice.source.body_method for notice in READ.values()}


def test_a_profile_never_loses_text():
    """The element that a profile names holds only the first paragraph: the general finder decides."""
    first, rest = f'<div id="zoom"><p>{LINES[0]}</p></div>', "".join(f"<p>{line}</p>" for line in LINES[1:])
    notice = read(f"<html><body><h1>{TITLE}</h1>{first}<div>{rest}</div></body></html>".encode())
    assert notice.source.body_method == "densest"
    assert notice.text == "\n".join((TITLE, *LINES))
