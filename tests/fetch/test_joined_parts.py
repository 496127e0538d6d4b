"""Pages in parts are joined, attachments are read under their page, and neither leads astray."""

from __future__ import annotations

import io
import json
import re
from itertools import pairwise

import pytest
from town import NOTICE, Answer

from notice_cli.errors import UnreadableError
from notice_cli.pipeline import read_all
from notice_cli.source import Limits
from places import ROOT

QUICK = Limits(host_seconds=0, backoff_seconds=0.01, total_seconds=10)
_PARAGRAPH = re.compile(r"<p[ >].*?</p>", re.S)


def divided(at: list[float]) -> list[str]:
    """The sample's page in parts of its paragraphs, cut at these shares; all have its head and title."""
    text = NOTICE.decode()
    places = [match.start() for match in _PARAGRAPH.finditer(text)]
    first, last = places[0], [match.end() for match in _PARAGRAPH.finditer(text)][-1]
    cuts = [first, *(places[int(share * len(places))] for share in at), last]
    return [text[:first] + text[a:b] + text[last:] for a, b in pairwise(cuts)]


def put_parts(town, pages: list[str], suffix: str = "") -> str:
    for at, page in enumerate(pages):
        name = "/t.html" if at == 0 else f"/t_{at}.html"
        script = f'<script>createPageHTML({len(pages)}, {at}, "t", "html");</script>'
        town.put(name, page.replace("</body>", script + suffix + "</body>"))
    return town.url + "/t.html"


def read(url: str, **limits) -> list:
    told: list = []
    notices = list(read_all(url, limits=QUICK.replace(tell=told.append, **limits)))
    return [notices, told]


def shape(notice) -> tuple:
    issues = [(one.number, one.text, one.status, [m.text for m in one.measures]) for one in notice.issues]
    return issues, notice.title, notice.signature.signed_on, [(c.what, c.value) for c in notice.counts]


def test_three_parts_are_the_whole(town):
    whole = town.put("/whole.html", NOTICE)
    [[expected], _] = read(whole)
    [[notice], told] = read(put_parts(town, divided([0.3, 0.7])))
    assert shape(notice) == shape(expected)
    assert not told
    assert notice.source.next is None
    assert [part.uri for part in notice.source.parts] == [
        town.url + p for p in ("/t.html", "/t_1.html", "/t_2.html")
    ]
    assert {line for _, line in notice.lines} > {None}
    for issue in notice.issues:
        assert notice.text[issue.span.start : issue.span.end].strip()


def test_a_page_that_is_whole_names_no_parts(town):
    [[notice], _] = read(town.put("/whole.html", NOTICE))
    assert notice.source.parts == ()


def test_without_following_the_next_part_is_named(town):
    [[notice], told] = read(put_parts(town, divided([0.5])), follow=False)
    assert notice.source.next == town.url + "/t_1.html"
    assert town.asked == ["/t.html"]
    assert not told


def test_a_part_that_is_not_there_is_told_and_the_record_stays_incomplete(town):
    url = put_parts(town, divided([0.3, 0.7]))
    town.answers["/t_2.html"] = Answer(b"gone", 404)
    [[notice], [error]] = read(url)
    assert notice.source.next == town.url + "/t_2.html"
    assert len(notice.source.parts) == 2
    assert error.kind == "part_unread"
    assert "404" in error.message("zh")


def test_a_challenge_is_no_part(town):
    url = put_parts(town, divided([0.5]))
    town.put("/t_1.html", "<title>安全验证</title><p>请完成验证</p>")
    [[notice], [error]] = read(url)
    assert notice.source.next
    assert error.kind == "part_unread"


def link_next(page: str, href: str) -> str:
    return page.replace("</body>", f'<a href="{href}">下一页</a></body>')


def test_parts_that_lead_back_come_to_an_end(town):
    first, second = divided([0.5])
    town.put("/a.html?page=1", link_next(first, "/a.html?page=2"))
    town.put("/a.html?page=2", link_next(second, "/a.html?page=1"))
    [[notice], _] = read(town.url + "/a.html?page=1")
    assert (len(notice.source.parts), notice.source.next) == (2, None)


def test_a_server_that_gives_the_same_part_for_ever(town):
    page = link_next(NOTICE.decode(), "/b.html?page=2")
    town.put("/b.html", page)
    town.put("/b.html?page=2", page)
    [[notice], _] = read(town.url + "/b.html")
    assert (len(notice.source.parts), notice.source.next) == (0, None)


def test_at_most_twenty_further_parts(town):
    for at in range(1, 40):
        body = f"<p>第{at}段正文，情况如下。</p>"
        town.put(
            f"/c.html?page={at}",
            link_next(NOTICE.decode().replace("</body>", body + "</body>"), f"/c.html?page={at + 1}"),
        )
    [[notice], _] = read(town.url + "/c.html?page=1")
    assert len(town.asked) == 21
    assert notice.source.next == town.url + "/c.html?page=22"


def test_a_part_on_another_site_is_not_asked_for(town, new_town):
    other = new_town("127.0.0.2")
    town.put("/d.html", link_next(NOTICE.decode(), other.url + "/d_2.html"))
    [[notice], _] = read(town.url + "/d.html", allow_private=True)
    assert notice.source.next == other.url + "/d_2.html"
    assert not other.requests


def test_robots_are_asked_about_parts_and_their_pause_is_kept(town):
    url = put_parts(town, divided([0.5]))
    town.put("/robots.txt", "User-agent: *\nDisallow: /t_", media_type="text/plain")
    [[notice], [error]] = read(url)
    assert notice.source.next
    assert "robots.txt" in error.message("zh")
    assert town.asked == ["/t.html"]


COVER = """<html><head><title>关于巡察整改进展情况的通报</title></head><body>
<table><tr><td>索引号：</td><td>AB-2024-7</td><td>发布机构：</td><td>示例县水务局</td></tr></table>
<h1>关于巡察整改进展情况的通报</h1><p>附件：{links}</p></body></html>"""


def cover(*links: str) -> str:
    return COVER.format(links=" ".join(f'<a href="{link}">{link}</a>' for link in links))


PLAIN = (ROOT / "samples" / "lanchuan-culture-2024-text.txt").read_bytes()


def test_an_attached_text_is_read_under_its_page(town):
    town.put("/files/t.txt", PLAIN, media_type="text/plain; charset=utf-8")
    [[notice], told] = read(town.put("/cover.html", cover("/files/t.txt")))
    assert len(notice.issues) == 24
    assert notice.source.uri == town.url + "/files/t.txt"
    assert notice.source.attached_to == town.url + "/cover.html"
    assert notice.metadata.index_number == "AB-2024-7"
    assert not told


def test_an_attached_page_is_read(town):
    town.put("/files/t.html", NOTICE)
    page = cover("x").replace('<a href="x">x</a>', '<a href="/files/t.html">附件：整改情况通报</a>')
    [[notice], _] = read(town.put("/cover.html", page))
    assert (len(notice.issues), notice.source.uri) == (24, town.url + "/files/t.html")


@pytest.mark.parametrize("media_type", ["application/octet-stream", "application/msword"])
def test_an_attached_word_document_is_read(town, media_type):
    docx = pytest.importorskip("docx")
    document, data = docx.Document(), io.BytesIO()
    for line in PLAIN.decode().splitlines():
        document.add_paragraph(line)
    document.save(data)
    town.put("/files/t.docx", data.getvalue(), media_type=media_type)
    town.put("/files/t.pdf", b"%PDF-1.4 no")
    [[notice], told] = read(town.put("/cover.html", cover("/files/t.pdf", "/files/t.docx")))
    assert len(notice.issues) == 24
    assert notice.source.media_type.endswith("wordprocessingml.document")
    assert notice.metadata.index_number == "AB-2024-7"
    assert not told


def test_of_one_document_in_two_formats_one_is_read(town):
    town.put("/files/t.txt", PLAIN, media_type="text/plain")
    town.put("/files/t.pdf", b"%PDF-1.4 no")
    [notices, told] = read(town.put("/cover.html", cover("/files/t.pdf", "/files/t.txt")))
    assert len(notices) == 1
    assert "/files/t.pdf" not in town.asked
    assert not told


def test_of_two_attachments_the_one_that_is_no_notice_is_told(town):
    town.put("/files/a.txt", "报名表。请填写姓名和电话。".encode(), media_type="text/plain")
    town.put("/files/b.txt", PLAIN, media_type="text/plain")
    [notices, [error]] = read(town.put("/cover.html", cover("/files/a.txt", "/files/b.txt")))
    assert [notice.source.uri for notice in notices] == [town.url + "/files/b.txt"]
    assert (error.kind, error.where) == ("attachment_unread", town.url + "/files/a.txt")


@pytest.mark.parametrize(
    ("links", "kind", "word"),
    [
        (["/files/t.doc"], "attachment_format", ".doc"),
        (["/files/t.wps", "/files/t.ofd"], "attachment_format", ".wps .ofd"),
        (["http://other.invalid/t.txt"], "attachment_elsewhere", "other.invalid"),
        (["/files/missing.txt"], "http_status", "404"),
    ],
)
def test_attachments_that_cannot_be_read_are_named(town, links, kind, word):
    url = town.put("/cover.html", cover(*links))
    with pytest.raises(UnreadableError) as caught:
        read(url)
    assert caught.value.kind == kind
    assert all(word in caught.value.message(lang) for lang in ("zh", "en"))


def test_without_following_attachments_are_named(town):
    url = town.put("/cover.html", cover("/files/t.txt"))
    with pytest.raises(UnreadableError) as caught:
        read(url, follow=False)
    assert caught.value.kind == "attachment_only"
    assert town.asked == ["/cover.html"]


def test_explain_tells_the_parts_too(town):
    from notice_cli.pipeline import explain

    [(notice, parts)] = explain(put_parts(town, divided([0.5])), limits=QUICK)
    assert parts
    assert len(parts) > len(notice.issues)
    assert json.loads(notice.model_dump_json())["source"]["parts"]
