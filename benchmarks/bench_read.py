"""How long reading takes, as ratios measured in one run.

    python benchmarks/bench_read.py [FILE]

1.0 is `lxml.html.document_fromstring` of the same bytes. Prints the stages, the whole, the growth with
ten times the issues, and the whole process against a bare import of click, lxml.html and pydantic.
"""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html

from notice_cli.outline import read_outline
from notice_cli.page.blocks import cut_html
from notice_cli.page.decode import decode
from notice_cli.page.page import read_page
from notice_cli.pipeline import read
from notice_cli.reading.notice import read_notice
from notice_cli.rules import judge

SAMPLE = Path(__file__).parent.parent / "samples" / "lanchuan-culture-2024.html"
IMPORTS = "import click, lxml.html; from pydantic import BaseModel"


def best(action: Callable[[], object], seconds: float = 2.0) -> float:
    """The median of as many runs as fit, in milliseconds."""
    action()
    times, until = [], time.perf_counter() + seconds
    while time.perf_counter() < until:
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return sorted(times)[len(times) // 2] * 1000


def paired(action: Callable[[], object], base: Callable[[], object], rounds: int = 200) -> float:
    """CPU time of `action` in units of that of `base`: the median of the ratios of runs one after the other.

    The clock of a shared machine changes from moment to moment; neighbours have the same.
    """
    action()
    ratios = []
    for _ in range(rounds):
        start = time.process_time_ns()
        base()
        middle = time.process_time_ns()
        action()
        ratios.append((time.process_time_ns() - middle) / (middle - start))
    return statistics.median(ratios)


def stages(data: bytes) -> None:
    """Each stage in units of the bare parse."""

    def base() -> object:
        return lxml.html.document_fromstring(data)

    print(f"lxml.html.document_fromstring: {best(base):.2f} ms for {len(data)} bytes = 1.0")
    text = decode(data).text
    page = read_page(data)
    outline = read_outline(page.titles, page.blocks)
    notice = read(data)
    source = notice.source.model_dump()
    rows: tuple[tuple[str, Callable[[], object]], ...] = (
        ("decode", lambda: decode(data)),
        ("cut into blocks", lambda: cut_html(text.encode())),
        ("page (decode, cut, body, metadata)", lambda: read_page(data)),
        ("outline", lambda: read_outline(page.titles, page.blocks)),
        ("notice (with validation)", lambda: read_notice(outline, page.metadata, source, page.page_title)),
        ("to JSON", notice.model_dump_json),
        ("bytes to JSON", lambda: read(data).model_dump_json()),
        ("all rules", lambda: judge(notice)),
    )
    for name, action in rows:
        print(f"  {name:38} {paired(action, base):6.2f}")


def growth(data: bytes) -> None:
    """The same page with ten times the issues."""
    text = decode(data).text
    paragraphs = re.findall(r"<p[ >].*?</p>", text, re.S)
    first = next((at for at, p in enumerate(paragraphs) if re.search(r"问题\s*1\s*[:：]", _plain(p))), None)
    if first is None:
        print("growth: the page has no 问题1, not measured")
        return
    last = max(at for at, p in enumerate(paragraphs) if "问题" in _plain(p)[:4]) + 3
    block = "".join(paragraphs[first:last])
    large = text.replace(paragraphs[last - 1], paragraphs[last - 1] + block * 9, 1).encode()
    small_ms, large_ms = best(lambda: read(text.encode())), best(lambda: read(large), 6)
    sizes = len(large) / len(text.encode())
    issues = len(read(large).issues), len(read(text.encode()).issues)
    print(f"growth: size x {sizes:.1f}, issues {issues[1]} -> {issues[0]}, time x {large_ms / small_ms:.1f}")


def _plain(markup: str) -> str:
    return re.sub(r"<[^>]*>", "", markup).strip()


def process(path: Path, rounds: int = 15) -> None:
    """`notice parse FILE --format json` against the imports that it cannot do without."""
    commands = [
        [sys.executable, "-c", IMPORTS],
        [sys.executable, "-m", "notice_cli", "parse", str(path), "--format", "json"],
    ]
    times: list[list[float]] = [[], []]
    for _ in range(rounds):
        for which, command in enumerate(commands):
            start = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times[which].append(time.perf_counter() - start)
    bare, whole = (sorted(runs)[len(runs) // 2] * 1000 for runs in times)
    print(f"process: imports {bare:.0f} ms, notice parse {whole:.0f} ms = {whole / bare:.2f}")


def main() -> None:
    """Run all on the file named, or on a sample."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else SAMPLE
    data = path.read_bytes()
    stages(data)
    growth(data)
    process(path)


if __name__ == "__main__":
    main()
