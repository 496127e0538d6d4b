"""The page in headless Chromium: nothing on the console, the filter filters, hostile text stays text."""

import base64
import json
import shutil
import subprocess
import time
import urllib.request

import pytest
from test_diff_formats import EVERYTHING, timeline

from notice_cli.reports import diff_html, diff_timeline_html

DRIVER, BROWSER = shutil.which("chromedriver"), shutil.which("chromium")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (DRIVER and BROWSER), reason="needs chromium and chromedriver"),
]
ARGUMENTS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1200,1600"]


class Session:
    """As much of the WebDriver protocol as a page of ours needs."""

    def __init__(self, port):
        self.root = f"http://127.0.0.1:{port}"
        options = {"binary": BROWSER, "args": ARGUMENTS}
        wanted = {"goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        body = {"capabilities": {"alwaysMatch": wanted}}
        self.path = f"/session/{self.ask('/session', body)['sessionId']}"

    def ask(self, path, body=None, method=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.root + path, data, method=method)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def run(self, script):
        return self.ask(self.path + "/execute/sync", {"script": script, "args": []})

    def click(self, selector):
        found = self.ask(self.path + "/element", {"using": "css selector", "value": selector})
        self.ask(f"{self.path}/element/{next(iter(found.values()))}/click", {})

    def shown_groups(self):
        return self.run(
            "return [...document.querySelectorAll('.group')].filter(g => g.offsetParent !== null)"
            ".map(g => g.className)"
        )


@pytest.fixture
def session(tmp_path):
    log = (tmp_path / "driver.log").open("w+")
    driver = subprocess.Popen([DRIVER, "--port=0"], stdout=log, stderr=subprocess.STDOUT)
    try:
        port = wait_for_port(log)
        opened = Session(port)
        yield opened
        opened.ask(opened.path, method="DELETE")
    finally:
        driver.terminate()
        driver.wait(timeout=20)
        log.close()


def wait_for_port(log):
    for _ in range(200):
        log.seek(0)
        for line in log:
            if "successfully on port" in line:
                return int(line.rstrip(". \n").rpartition(" ")[2])
        time.sleep(0.1)
    raise AssertionError("chromedriver did not start")


def test_the_page_works_in_a_browser(session, tmp_path):
    page = tmp_path / "diff.html"
    page.write_text(diff_html.render(EVERYTHING, "zh"), encoding="utf-8")
    session.ask(session.path + "/url", {"url": page.as_uri()})
    assert session.shown_groups() == ["group reopened", "group new"]
    session.click('label[for="show-new"]')
    assert session.shown_groups() == ["group new"]
    session.click('label[for="show-all"]')
    assert session.shown_groups() == ["group reopened", "group new"]
    assert session.run("return document.querySelectorAll('script, img, a').length") == 0
    text = session.run("return document.querySelector('.group.new').textContent")
    assert "<script>alert(1)</script>" in text
    assert session.run("return document.documentElement.scrollWidth <= window.innerWidth")
    assert session.ask(session.path + "/se/log", {"type": "browser"}) == []
    shot = base64.b64decode(session.ask(session.path + "/screenshot"))
    assert shot.startswith(b"\x89PNG")


def test_the_timeline_works_in_a_browser(session, tmp_path):
    page = tmp_path / "timeline.html"
    page.write_text(diff_timeline_html.render(timeline(), "zh"), encoding="utf-8")
    session.ask(session.path + "/url", {"url": page.as_uri()})
    assert session.shown_groups() == ["group reopened", "group once"]
    session.click('label[for="show-once"]')
    assert session.shown_groups() == ["group once"]
    assert session.run("return document.documentElement.scrollWidth <= window.innerWidth")
    assert session.ask(session.path + "/se/log", {"type": "browser"}) == []
