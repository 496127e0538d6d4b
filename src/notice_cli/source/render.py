"""What a browser makes of a page that a script fills.

The browser has no way to the network of its own: whatever its page asks for goes through the same client as
everything else, with its limits, its manners and its guard. Pictures, fonts and styles are not asked for.
"""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from notice_cli.errors import SourceError
from notice_cli.source.fetched import Fetched, Limits, Origin
from notice_cli.source.http import read_url

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request, Route

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
"""Commands of browsers that can be driven, the first that is installed."""
ASKED_FOR = ("document", "script", "xhr", "fetch")
"""Kinds of requests that fill a page with text."""
_ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--proxy-server=127.0.0.1:9",  # where nobody listens: web sockets and the like get no further
    "--proxy-bypass-list=<-loopback>",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-background-networking",
    "--disable-sync",
    "--no-first-run",
    "--disable-gpu",
)
_CALM_SECONDS = 1.0
"""No request and no change of the text for so long: the page is filled."""
_STEP_MILLISECONDS = 200
_MOST_REQUESTS = 60


def draw_page(got: Fetched, limits: Limits, origin: Origin) -> Fetched:
    """The page as a browser shows it when its scripts have run.

    Args:
        got: The page as the server sent it.
        limits: `total_seconds` is the time of the browser; the rest holds for each of its requests.
        origin: The page itself, which leads to all that it asks for.

    Raises:
        SourceError: `missing_extra`, `no_browser`, `render`, `too_large`.
    """
    try:
        from playwright.sync_api import Error
    except ImportError as error:
        raise SourceError("missing_extra", got.uri, extra="render") from error
    try:
        with _open_page(_find_browser(got.uri)) as page:
            return _read(page, got, limits, origin)
    except Error as error:
        reason = str(error).strip().partition("\n")[0][:200]
        raise SourceError("render", got.uri, reason=reason) from error


def _find_browser(where: str) -> str:
    named = os.environ.get("NOTICE_BROWSER")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        raise SourceError("no_browser", where)
    return found


@contextmanager
def _open_page(browser: str) -> Iterator[Page]:
    """A page of a browser that is closed behind it. Root has no sandbox to run it in."""
    from playwright.sync_api import sync_playwright

    sandbox = not hasattr(os, "geteuid") or os.geteuid() != 0
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=browser, args=list(_ARGUMENTS), chromium_sandbox=sandbox
        )
        try:
            context = running.new_context(service_workers="block", accept_downloads=False, locale="zh-CN")
            yield context.new_page()
        finally:
            running.close()


def _read(page: Page, got: Fetched, limits: Limits, origin: Origin) -> Fetched:
    deadline = time.monotonic() + limits.total_seconds
    asked: list[str] = []

    def answer(route: Route, request: Request) -> None:
        asked.append(request.url)
        _answer(route, request, got, limits, origin, len(asked), deadline)

    page.route("**/*", answer)
    page.goto(got.uri, wait_until="domcontentloaded", timeout=limits.total_seconds * 1000)
    _settle(page, asked, deadline)
    data = page.content().encode("utf-8", "replace")
    if len(data) > limits.max_bytes:
        raise SourceError("too_large", got.uri, limit=f"{limits.max_bytes / 1_000_000:g}")
    return got.replace(data=data, media_type="text/html", charset="utf-8", rendered=True)


def _settle(page: Page, asked: list[str], deadline: float) -> None:
    """Wait until nothing is asked for and nothing changes."""
    seen, since = (-1, -1), time.monotonic()
    while time.monotonic() < min(since + _CALM_SECONDS, deadline):
        page.wait_for_timeout(_STEP_MILLISECONDS)
        now = (len(asked), page.evaluate("document.documentElement.innerText.length"))
        if now != seen:
            seen, since = now, time.monotonic()


def _answer(
    route: Route, request: Request, got: Fetched, limits: Limits, origin: Origin, number: int, deadline: float
) -> None:
    """Give a request of the page what our own client reads; whatever else it wants is refused."""
    if request.url == got.uri and request.is_navigation_request():
        charset = f"; charset={got.charset}" if got.charset else ""
        route.fulfill(body=got.data, content_type=f"{got.media_type or 'text/html'}{charset}")
        return
    left = deadline - time.monotonic()
    wanted = (
        request.method == "GET" and request.resource_type in ASKED_FOR and not request.is_navigation_request()
    )
    if (
        not wanted
        or number > _MOST_REQUESTS
        or left <= 0
        or not request.url.startswith(("http://", "https://"))
    ):
        route.abort()
        return
    try:
        found = read_url(request.url, limits.replace(total_seconds=min(left, limits.total_seconds)), origin)
    except SourceError:
        route.abort()
        return
    charset = f"; charset={found.charset}" if found.charset else ""
    headers = {
        "Content-Type": f"{found.media_type or 'application/octet-stream'}{charset}",
        "Access-Control-Allow-Origin": "*",
    }
    route.fulfill(body=found.data, headers=headers)
