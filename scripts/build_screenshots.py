"""Write docs/img: what the README shows, made from the samples with headless Chromium.

python scripts/build_screenshots.py          the pictures of docs/img
python scripts/build_screenshots.py FOLDER   further ones too: the terminal at 60, 100 and 160 columns,
                                             the page at phone and desktop width, light and dark

Needs: pip install -e '.[dev]', and Debian's chromium, fonts-wqy-microhei, fonts-dejavu-core.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
PLANTED = "samples/lanchuan-culture-2024-planted.html"
SCALE = 1.25
DESK, PHONE = (1280, 860), (390, 844)


class Terminal(NamedTuple):
    """A command as a terminal shows it: columns, and how many lines are kept."""

    name: str
    command: str
    columns: int = 100
    lines: int = 42
    lang: str = "zh"


class Page(NamedTuple):
    """A review page as a browser shows it."""

    name: str
    sources: str = PLANTED
    size: tuple[int, int] = DESK
    dark: bool = False
    anchor: str = ""
    lang: str = "zh"


PICTURES: tuple[Terminal | Page, ...] = (
    Terminal("parse", f"parse {PLANTED}", lines=38),
    Terminal("check", f"check {PLANTED}", lines=30),
    Page("report", size=(1280, 1360)),
    Page("report-finding", anchor="#n1-t-place-0-1", dark=True),
    Page("report-phone", size=PHONE, anchor="#n1-findings"),
)
FURTHER: tuple[Terminal | Page, ...] = (
    *(Terminal(f"parse-{columns}", f"parse {PLANTED}", columns, 90) for columns in (60, 100, 160)),
    *(Terminal(f"parse-en-{columns}", f"parse {PLANTED}", columns, 60, "en") for columns in (60, 100)),
    *(
        Terminal(f"issue-{columns}", f"parse {PLANTED} --issue 2 --issue 9", columns, 60)
        for columns in (60, 160)
    ),
    Page("report-phone-top", size=PHONE, lang="en"),
    Page("report-phone-text", size=PHONE, anchor="#n1-t-issue-3", dark=True),
    Page("report-records", anchor="#n1-r-issue-1"),
    Page("report-figures", anchor="#n1-counts", lang="en"),
    Page("report-many", "samples nowhere.html"),
)
_NORMAL = [(70, 74, 82), (224, 108, 100), (118, 190, 130), (214, 168, 84), (110, 160, 220),
           (190, 140, 210), (90, 180, 190), (217, 215, 208)]  # fmt: skip
COLOURS = (
    (29, 31, 36),
    (217, 215, 208),
    _NORMAL,
    [(120, 124, 132), *_NORMAL[1:4], (140, 170, 235), *_NORMAL[5:]],
)
"""Ground, ink, and the eight colours of a terminal, plain and bright."""
STYLE = """
@font-face { font-family: half; src: local("DejaVu Sans Mono"); size-adjust: 83.06%; }
@font-face { font-family: half; font-weight: 700; src: local("DejaVu Sans Mono Bold"); size-adjust: 83.06%; }
body { margin: 0; padding: 18px; background: #1d1f24; width: max-content; }
pre { margin: 0; color: #d9d7d0; font: 16px/1.42 half, "WenQuanYi Micro Hei Mono", "Noto Sans Mono CJK SC"; }
"""


def main() -> None:
    """Make all pictures."""
    from playwright.sync_api import sync_playwright

    browser = shutil.which("chromium") or shutil.which("google-chrome")
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "img"
    folder.mkdir(parents=True, exist_ok=True)
    pictures = PICTURES + FURTHER if len(sys.argv) > 1 else PICTURES
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for one in pictures:
            shoot = _shoot_terminal if isinstance(one, Terminal) else _shoot_page
            shoot(opened, one, folder / f"{one.name}.png")  # type: ignore[operator]
        opened.close()


def _run(command: str, lang: str, columns: int = 100) -> bytes:
    environment = {**os.environ, "COLUMNS": str(columns), "PYTHONIOENCODING": "utf-8", "LANGUAGE": lang}
    words = [sys.executable, "-m", "notice_cli", *command.split()]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, check=False)  # noqa: S603
    if done.returncode not in (0, 1, 3):
        sys.exit(done.stderr.decode())
    return done.stdout


def _shoot_terminal(browser: Browser, one: Terminal, file: Path) -> None:
    from rich.console import Console
    from rich.terminal_theme import TerminalTheme
    from rich.text import Text

    shown = _run(f"{one.command} --color always", one.lang, one.columns).decode()
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=one.columns + 2, file=nowhere, color_system="standard")
        console.print(
            Text.assemble(("$ ", "bold green"), f"notice {one.command}"), no_wrap=True, overflow="ignore"
        )
        console.print(Text.from_ansi("\n".join(shown.splitlines()[: one.lines])))
    page = browser.new_page(device_scale_factor=SCALE)
    body = console.export_html(
        theme=TerminalTheme(*COLOURS), inline_styles=True, code_format="<pre>{code}</pre>"
    )
    page.set_content(f"<style>{STYLE}</style>{body}")
    page.locator("body").screenshot(path=file)
    page.close()


def _shoot_page(browser: Browser, one: Page, file: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.html"
        _run(f"report {one.sources} -o {report}", one.lang)
        width, height = one.size
        page = browser.new_page(
            viewport={"width": width, "height": height}, device_scale_factor=SCALE,
            color_scheme="dark" if one.dark else "light",
        )  # fmt: skip
        page.goto(report.as_uri() + one.anchor)
        page.wait_for_timeout(300)
        page.screenshot(path=file)
        page.close()


if __name__ == "__main__":
    main()
