"""The review page in headless Chromium: quiet, quick, accessible; a finding's links jump to their places."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest
from test_review import HOSTILE, MANUALS, PLANTED, reviewed

from notice_cli.reports.review import render
from places import SAMPLES

api = pytest.importorskip("playwright.sync_api", reason="needs playwright")
axe = pytest.importorskip("axe_playwright_python", reason="needs axe-playwright-python")
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="needs chromium (Debian: chromium fonts-wqy-microhei)"),
]
AXE = (Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
SMALL = SAMPLES / "lanchuan-culture-2017.txt"
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
GRAVE = ("serious", "critical")


@pytest.fixture(scope="module")
def browser():
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def show(browser, tmp_path):
    """Open sources as one page; whatever it says on the console or asks for fails the test."""
    contexts, told = [], []

    def opened(*sources, anchor="", lang="zh", **looks):
        file = tmp_path / "report.html"
        file.write_text(
            render([reviewed(one, lang) for one in sources], MANUALS, lang, "0"), encoding="utf-8"
        )
        contexts.append(browser.new_context(**{"viewport": DESK, **looks}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: told.append(message.text))
        page.on("pageerror", lambda error: told.append(str(error)))
        page.on("request", lambda request: request.url.startswith("file:") or told.append(request.url))
        page.on("dialog", lambda dialog: (told.append("dialog"), dialog.dismiss()))
        page.goto(file.as_uri() + anchor)
        return page

    yield opened
    for one in contexts:
        one.close()
    assert [one for one in told if one != "data:,"] == []


def is_seen(page, name):
    return page.evaluate(
        "name => { const box = document.getElementById(name).getBoundingClientRect();"
        " return box.height > 0 && box.top >= 0 && box.bottom <= innerHeight + 1 }",
        name,
    )


def faults_of(page):
    page.evaluate(AXE)
    found = page.evaluate("async () => (await axe.run(document)).violations")
    return [(one["id"], one["nodes"][0]["html"][:120]) for one in found if one["impact"] in GRAVE]


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_a_click_on_a_finding_jumps_to_its_place_and_back(show, scripts):
    page = show(PLANTED, java_script_enabled=scripts)
    link = page.locator("#n1-r-finding-0 .spots a").nth(1)
    target = link.get_attribute("href")[1:]
    link.click()
    place = page.locator(f"#{target}")
    assert place.inner_text() == "76条整改措施已完成81条"
    box = place.bounding_box()
    assert 0 <= box["y"] <= DESK["height"] - box["height"]
    page.locator("mark + sup a.chip.error").first.click()
    card = page.locator("#n1-r-finding-0").bounding_box()
    assert 0 <= card["y"] < DESK["height"]


def test_a_finding_lights_all_its_places(show):
    page = show(PLANTED, anchor="#n1-r-finding-0")
    page.wait_for_selector("mark.lit")
    assert set(page.locator("mark.lit").all_inner_texts()) == {
        "举一反三制定整改措施７６条",
        "76条整改措施已完成81条",
    }


@pytest.mark.parametrize(
    ("clicked", "opened"),
    [
        ("#n1-t-count-4", "n1-r-count-4"),
        ("#n1-t-status-5", "n1-r-issue-5"),
        ("#n1-t-measure-1-2", "n1-r-measure-1-2"),
        ("#n1-t-fact-phones", "n1-r-fact-phones"),
        ("#n1-r-count-10 a", "n1-t-count-10"),
        ("#n1-r-fact-signed_on a", "n1-t-fact-signed_on"),
    ],
)
def test_a_value_leads_to_its_record_and_the_record_to_its_value(show, clicked, opened):
    page = show(PLANTED)
    page.locator(clicked).click()
    page.wait_for_function(f"location.hash === '#{opened}'")
    page.wait_for_timeout(100)
    assert is_seen(page, opened)


@pytest.mark.parametrize(
    ("sources", "scheme", "viewport", "lang"),
    [
        ([PLANTED], "light", DESK, "zh"),
        ([PLANTED], "dark", PHONE, "en"),
        ([SMALL, HOSTILE.encode()], "light", PHONE, "zh"),
        ([SMALL, HOSTILE.encode()], "dark", DESK, "en"),
    ],
)
def test_no_serious_fault_of_accessibility_and_nothing_wider_than_the_screen(
    show, sources, scheme, viewport, lang
):
    page = show(*sources, lang=lang, color_scheme=scheme, viewport=viewport, bypass_csp=True)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert faults_of(page) == []


def test_hostile_text_runs_nothing(show):
    page = show(HOSTILE.encode())
    assert "<script>alert(1)</script>" in page.locator(".paper").inner_text()
    assert page.locator("img, iframe, svg[onload]").count() == 0


def big_notice(issues):
    parts = ["<h1>某局关于巡察整改情况的通报</h1>", f"<p>反馈问题{issues}个，已完成整改{issues}个。</p>"]
    for at in range(1, issues + 1):
        parts.append(f"<p>问题{at}：第{at}项工作推进不力，台账第{at * 7}页缺失，责任不清。</p>")
        parts.append("<p>整改结果：已完成。</p>")
        meeting = f"2024年3月{at % 28 + 1}日召开第{at}次会议，研究{at * 3}件事"
        parts.append(f"<p>整改情况：一是{meeting}。二是补齐第{at}本台账。</p>")
    return ("<html><body>" + "".join(parts) + "</body></html>").encode()


def test_a_notice_of_500_issues_opens_in_two_seconds_and_still_jumps(browser, tmp_path):
    file = tmp_path / "big.html"
    file.write_text(render([reviewed(big_notice(500))], MANUALS, "zh", "0"), encoding="utf-8")
    page = browser.new_page(viewport=DESK)
    begun = time.perf_counter()
    page.goto(file.as_uri())
    page.evaluate("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    taken = time.perf_counter() - begun
    page.goto(file.as_uri() + "#n1-t-issue-499")
    page.wait_for_timeout(300)
    assert is_seen(page, "n1-t-issue-499")
    page.close()
    assert taken < 2, f"{taken:.2f} s"


def test_it_prints(show):
    page = show(PLANTED)
    page.emulate_media(media="print")
    pdf = page.pdf(format="A4")
    assert pdf.startswith(b"%PDF")
    assert page.evaluate("getComputedStyle(document.querySelector('.pane')).position") == "static"
