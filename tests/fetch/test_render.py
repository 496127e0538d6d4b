"""Pages that a script fills, in Chromium; what the browser asks for goes through our own client."""

from __future__ import annotations

import builtins
import json
import re
import shutil

import pytest
from test_fetch import fetch, parse, run
from town import NOTICE

from notice_cli.errors import RefusalError, SourceError
from notice_cli.pipeline import read, read_all
from notice_cli.source import Limits
from notice_cli.source.render import BROWSERS

FILLED = Limits(host_seconds=0, render=True, total_seconds=40)
BODY = re.search(r"<body.*?</body>", NOTICE.decode(), re.S)[0]

browser = pytest.mark.skipif(
    not any(map(shutil.which, BROWSERS)), reason="needs Chromium (Debian: apt install chromium)"
)


@pytest.fixture
def shell(town) -> str:
    pytest.importorskip("playwright")
    town.put(
        "/fill.js",
        "fetch('/data').then(a => a.text()).then(t => document.getElementById('a').innerHTML = t)",
        media_type="text/javascript",
    )
    town.put("/data", BODY, media_type="text/plain; charset=utf-8")
    return town.put(
        "/shell.html", "<title>x</title><div id=a></div><script src=/fill.js></script><img src=/i.png>"
    )


def test_without_it_the_refusal_says_how(town):
    url = town.put("/shell.html", "<title>x</title><div id=a></div><script src=/fill.js></script>")
    with pytest.raises(RefusalError) as caught:
        read(url, limits=Limits(host_seconds=0))
    assert caught.value.kind == "script_shell"
    for lang in ("zh", "en"):
        assert 'pip install "notice-cli[render]"' in caught.value.message(lang)


@browser
def test_a_filled_page_is_read(town, shell):
    [expected] = read_all(town.put("/whole.html", NOTICE), limits=FILLED)
    [notice] = read_all(shell, limits=FILLED)
    assert notice.source.rendered
    assert [one.text for one in notice.issues] == [one.text for one in expected.issues]
    assert not expected.source.rendered
    assert "/i.png" not in town.asked


@browser
def test_a_page_that_is_whole_starts_no_browser(town, monkeypatch):
    monkeypatch.setattr("notice_cli.source.render._open_page", None)
    assert read(town.put("/whole.html", NOTICE), limits=FILLED).title


@browser
def test_the_browser_reaches_nothing_but_what_the_guard_lets_through(town, new_town, shell):
    other = new_town("127.0.0.2")
    other.put("/secret", "internal")
    town.put("/fill.js", f"""
        const put = t => document.getElementById('a').innerHTML = t;
        fetch('{other.url}/secret').then(a => a.text()).then(put).catch(() => 0);
        new WebSocket('{other.url.replace("http", "ws")}/secret');
        new WebSocket('{town.url.replace("http", "ws").replace("127.0.0.1", "localhost")}/socket');
        navigator.sendBeacon('{other.url}/secret', 'x');
        document.write('<iframe src="{other.url}/secret"></iframe><iframe src="file:///etc/passwd"></iframe>');
        fetch('/data').then(a => a.text()).then(put);
    """, media_type="text/javascript")  # fmt: skip
    [notice] = read_all(shell, limits=FILLED)
    assert notice.issues
    assert not other.requests
    assert "/socket" not in town.asked
    assert "root:" not in notice.text


@browser
def test_a_challenge_is_not_worked_around(town, shell):
    town.put(
        "/fill.js",
        "document.title = '安全验证'; document.getElementById('a').innerText = '请完成验证'",
        media_type="text/javascript",
    )
    with pytest.raises(RefusalError) as caught:
        read(shell, limits=FILLED)
    assert caught.value.kind == "challenge"


@browser
def test_a_script_that_never_ends_ends_in_time(town, shell):
    town.put(
        "/fill.js",
        "setInterval(() => document.getElementById('a').innerText += 'x', 50)",
        media_type="text/javascript",
    )
    with pytest.raises((RefusalError, SourceError)):
        read(shell, limits=FILLED.replace(total_seconds=4))


@browser
def test_what_the_browser_made_is_kept(town, shell, tmp_path):
    [visit] = fetch(shell, "-o", tmp_path, "--render")
    assert visit["refusal"] is None
    town.answers.clear()
    [record] = parse(tmp_path)
    assert len(record["issues"]) == 24
    assert record["source"]["rendered"]
    assert parse(shell, "--archive", tmp_path)[0]["text"] == record["text"]


@browser
def test_the_command(town, shell):
    [record] = [json.loads(run("parse", shell, "--render", "--format", "json"))]
    assert len(record["issues"]) == 24


def test_no_browser(town, monkeypatch):
    pytest.importorskip("playwright")
    monkeypatch.setenv("NOTICE_BROWSER", "/nowhere/chromium")
    with pytest.raises(SourceError) as caught:
        read(town.put("/shell.html", "<div id=a></div><script>1</script>"), limits=FILLED)
    assert caught.value.kind == "no_browser"


def test_no_library(town, monkeypatch):
    real = builtins.__import__

    def missing(name, *args, **kwargs):
        if name.startswith("playwright"):
            raise ImportError(name)
        return real(name, *args, **kwargs)

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(SourceError) as caught:
        read(town.put("/shell.html", "<div id=a></div><script>1</script>"), limits=FILLED)
    assert caught.value.kind == "missing_extra"
    assert "notice-cli[render]" in caught.value.message("zh")
