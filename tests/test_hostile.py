"""A page that would write to the terminal, restyle it, run script or turn text round: shown, never obeyed."""

from __future__ import annotations

import json
import re
import subprocess
import sys

import pytest

from notice_cli import check, compare, read
from notice_cli.reports import CHECK_REPORTS, DIFF_REPORTS, PARSE_REPORTS, Look

PAGE = """<html><body><h1>某局关于巡察整改情况的通报</h1>
<p>反馈问题3个。</p>
<p>问题1：转义\x1b]0;owned\x07\x1b[2J\x1b[31m红色[red]标记[/red][link=http://x.example]链接[/link][/]。</p>
<p>整改结果：已完成。</p>
<p>整改情况：一是<script>alert(1)</script>&lt;script&gt;alert(2)&lt;/script&gt;。二是{count} %s &#27;[0m。</p>
<p>问题2：反写\u202egnp.exe\u202c与\u2066隔离\u2069，退格\x08\x08，竖线\x9b31m。</p>
<p>整改结果：未完成。</p>
<p>整改情况：换行\u2028分段\u2029。</p>
</body></html>"""
LOOKS = [Look(lang, color, width) for lang in ("zh", "en") for color in (False, True) for width in (50, 120)]
_OBEYED = re.compile("[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_OWN_COLOURS = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture(params=["html", "text"])
def notice(request):
    if request.param == "html":
        return read(PAGE.encode())
    return read(
        re.sub("<script>.*?</script>|</?(?:html|body|h1|p)>", "", PAGE).replace("&#27;", "\x1b").encode()
    )


def shown(notice, look: Look) -> str:
    other = notice.model_copy(update={"issues": notice.issues[:1]})
    return (
        PARSE_REPORTS["table"]([notice], look)
        + CHECK_REPORTS["text"]([(notice, check(notice, lang=look.lang))], look)
        + DIFF_REPORTS["table"](compare(other, notice), look)
    )


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_reports_for_people_are_harmless(notice, look):
    text = shown(notice, look)
    assert not _OBEYED.search(text)
    assert "\x1b" not in (_OWN_COLOURS.sub("", text) if look.color else text)


def test_what_was_hidden_is_seen():
    text = shown(read(PAGE.encode()), Look("zh", False, 400))
    for words in ("\\x1b[31m红色[red]标记[/red][link=http://x.example]链接[/link][/]", "\\x08"):
        assert words in text


def test_json_keeps_what_the_page_says():
    notice = read(PAGE.encode())
    again = json.loads(notice.model_dump_json())
    first, second = again["issues"][0], again["issues"][1]
    assert "\x1b[31m红色[red]标记[/red]" in first["text"]
    assert "<script>alert(2)</script>" in first["measures"][0]["text"]
    assert "alert(1)" not in notice.text
    assert "\x08\x08" in second["text"]
    assert (first["status"], second["status"]) == ("completed", "not_completed")


def test_json_on_a_terminal_line_has_no_raw_control_character():
    done = subprocess.run(
        [sys.executable, "-m", "notice_cli", "parse", "-", "--format", "jsonl"],
        input=PAGE.encode(),
        capture_output=True,
        check=True,
    )
    assert b"\x1b" not in done.stdout
    assert len(done.stdout.splitlines()) == 1


def test_long_runs_are_read_in_linear_time():
    """No timing is asked for: a pattern that goes back and forth would not end at all."""
    for run in (
        "1" * 50_000,
        "一" * 50_000,
        "（" * 50_000,
        "整改" * 25_000,
        "a@" * 25_000,
        "1.2." * 12_000,
        "1 " * 25_000,
    ):
        notice = read(
            f"关于巡察整改情况的通报\n问题1：{run}\n整改结果：{run}\n整改情况：一是{run}二是\n".encode()
        )
        check(notice)


def test_nesting_and_loose_ends_do_not_lose_the_body():
    body = "".join(f"<p>问题{n}：不实。</p><p>整改结果：已完成。</p>" for n in range(1, 4))
    title = "<h1>关于巡察整改情况的通报</h1>"
    for page in (
        "<div>" * 3000 + title + body,
        title + "</body></html>" + body,
        title + "<span><b><i>" * 400 + body,
        title + "<table><tr><td>" * 300 + body,
        title + "<!-- " + "-" * 1000 + " -->" + body,
    ):
        notice = read(f"<html><body>{page}".encode())
        assert [issue.number for issue in notice.issues] == [1, 2, 3]
