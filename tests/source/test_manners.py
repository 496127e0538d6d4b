"""Pauses between requests, Retry-After, and robots.txt; times are of a clock that the test moves."""

from __future__ import annotations

import threading

import pytest

from notice_cli.errors import SourceError
from notice_cli.source import LISTED, Limits, fetch, fetch_lead, manners, robots
from notice_cli.source.manners import PACE, Pace

QUICK = Limits(host_seconds=0, backoff_seconds=0.01, total_seconds=10, allow_private=True)


class Clock:
    """Time that passes only in sleep."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(manners, "time", clock)
    return clock


def visit(pace: Pace, clock: Clock, host: str = "a", takes: float = 0, seconds: float = 1) -> float:
    with pace.turn(host, seconds, clock.now + 60):
        begun = clock.now
        clock.now += takes
    return begun


def test_one_a_second_from_the_end_of_the_one_before(clock):
    pace = Pace()
    assert [visit(pace, clock, takes=0.25) for _ in range(3)] == [100, 101.25, 102.5]


def test_hosts_do_not_wait_for_each_other(clock):
    pace = Pace()
    assert [visit(pace, clock, host) for host in ("a", "b", "a")] == [100, 100, 101]


def test_a_host_may_want_longer_pauses(clock):
    pace = Pace()
    visit(pace, clock)
    pace.slow_down("a", 5)
    assert visit(pace, clock) == pytest.approx(105, abs=1)
    assert visit(pace, clock) - 5 >= 104


def test_a_host_that_put_us_off_is_not_asked(clock):
    pace = Pace()
    pace.put_off("a", clock.now + 3600)
    with pytest.raises(SourceError) as caught:
        visit(pace, clock)
    assert (caught.value.kind, caught.value.facts["seconds"]) == ("put_off", "3600")


def test_one_request_at_a_time():
    pace, inside, most = Pace(), [0], [0]

    def ask() -> None:
        with pace.turn("a", 0, manners.time.monotonic() + 10):
            inside[0] += 1
            most[0] = max(most[0], inside[0])
            threading.Event().wait(0.01)
            inside[0] -= 1

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1]


def test_retry_after_holds_for_the_whole_host(site):
    with pytest.raises(SourceError):
        fetch(site.url + "/503-tomorrow", QUICK)
    asked = len(site.requests)
    with pytest.raises(SourceError) as caught:
        fetch(site.url + "/page", QUICK)
    assert caught.value.kind == "put_off"
    assert len(site.requests) == asked


@pytest.fixture
def rules(monkeypatch):
    """Serve a robots.txt, or an error, for every host; count how often it is asked."""
    told: dict = {"asked": 0, "body": b"", "error": None}

    def read(url, limits, origin):
        told["asked"] += 1
        assert url.endswith("/robots.txt")
        if told["error"]:
            raise told["error"]
        return robots_page(url, told["body"])

    robots.forget()
    monkeypatch.setattr(robots, "read_url", read)
    yield told
    robots.forget()


def robots_page(url: str, body: bytes):
    from notice_cli.source import Fetched

    return Fetched(url, body, "text/plain", None, "2024-01-01T00:00:00Z")


def allowed(path: str) -> str:
    try:
        robots.check_robots(f"http://a.invalid{path}", QUICK, LISTED)
    except SourceError as error:
        return error.kind
    return "yes"


@pytest.mark.parametrize(
    ("body", "path", "verdict"),
    [
        ("User-agent: *\nDisallow: /private/", "/private/a", "robots"),
        ("User-agent: *\nDisallow: /private/", "/a", "yes"),
        ("User-agent: notice-cli\nDisallow: /\n\nUser-agent: *\nAllow: /", "/a", "robots"),
        ("User-agent: other\nDisallow: /", "/a", "yes"),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", "robots"),
        ("User-agent: *\nDisallow: /整改/", "/%E6%95%B4%E6%94%B9/a", "robots"),
        ("<html>404</html>", "/a", "yes"),
        ("", "/a", "yes"),
        ("\x00\xff" * 50, "/a", "yes"),
        ("User-agent: *\nDisallow: /" + "*a" * 5000 + "c$", "/" + "a" * 5000, "yes"),
    ],
)
def test_robots(rules, body, path, verdict):
    rules["body"] = body.encode("utf-8", "replace")
    assert allowed(path) == verdict
    assert allowed(path) == verdict
    assert rules["asked"] == 1


@pytest.mark.parametrize(
    ("error", "verdict"),
    [
        (SourceError("http_status", "", status=404), "yes"),
        (SourceError("http_status", "", status=403), "yes"),
        (SourceError("http_status", "", status=503), "robots_unread"),
        (SourceError("http_status", "", status=429), "robots_unread"),
        (SourceError("unknown_host", ""), "unknown_host"),
        (SourceError("timeout", ""), "timeout"),
        (SourceError("bad_answer", ""), "yes"),
        (SourceError("too_large", ""), "yes"),
    ],
)
def test_a_robots_txt_that_cannot_be_had(rules, error, verdict):
    rules["error"] = error
    assert allowed("/a") == verdict


@pytest.mark.parametrize(
    ("delay", "kept"), [("2.5", 2.5), ("99999", 600), ("nan", 0), ("-1", 0), ("soon", 0)]
)
def test_crawl_delay(rules, delay, kept):
    rules["body"] = f"User-agent: *\nCrawl-delay: {delay}".encode()
    assert allowed("/a") == "yes"
    assert PACE.door("a.invalid").delay == kept


def test_what_a_page_leads_to_is_asked_about(site, rules):
    rules["body"] = b"User-agent: *\nDisallow: /"
    with pytest.raises(SourceError) as caught:
        fetch_lead(site.url + "/page", QUICK, LISTED)
    assert caught.value.kind == "robots"
    assert not site.requests
    assert fetch_lead(site.url + "/page", QUICK.replace(robots=False), LISTED).data
    assert fetch(site.url + "/page", QUICK).data
