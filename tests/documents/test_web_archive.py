"""A page that a browser saved into one file is read as the page."""

from __future__ import annotations

from contextlib import suppress
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart

import pytest

from notice_cli import RefusalError, read

TITLE = "中共澜浦市水利局党组关于巡察整改进展情况的通报"
PAGE = (
    f"<html><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>"
    "<p>现将整改进展情况予以公布。</p><p>问题1：巡河走过场。</p><p>整改结果：已完成。</p>"
    "<p>整改情况：一是修订巡河办法。二是约谈责任人3人。</p></body></html>"
)


def saved(page: str, charset: str = "utf-8", encoding: str = "quoted-printable") -> bytes:
    """A file as browsers write it: the page first, its pictures and frames behind it."""
    whole = MIMEMultipart("related", type="text/html", boundary="----Boundary--7----")
    whole["From"], whole["Subject"] = "<Saved by a browser>", "notice"
    for text in (page, "<html><body><p>广告</p></body></html>"):
        part = EmailMessage()
        part.set_content(text, subtype="html", charset=charset, cte=encoding)
        whole.attach(part)
    return whole.as_bytes()


@pytest.mark.parametrize(
    ("charset", "encoding"), [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("gb18030", "base64")]
)
def test_the_page_in_it_is_read(charset, encoding):
    notice = read(saved(PAGE, charset, encoding))
    assert notice.title == TITLE
    assert [len(issue.measures) for issue in notice.issues] == [2]
    assert notice.issues[0].source_line is None
    assert "广告" not in notice.text


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n",
        b"MIME-Version: 1.0\nContent-Type: multipart/related;\n" + b" boundary=x\n" * 5000,
        b"MIME-Version: 1.0\nmultipart/related\n\n" + PAGE.encode(),
    ],
)
def test_a_broken_one_never_raises_anything_but_a_refusal(data):
    with suppress(RefusalError):
        read(data)


def test_a_letter_that_speaks_of_one_is_text():
    text = f"{TITLE}\nmultipart/related\n现将整改情况通报如下。\n1.巡河走过场。\n整改情况：修订办法。"
    assert read(text.encode()).title == TITLE
