"""Our whole reading against what others do with the same bytes, as ratios measured in one run.

    python benchmarks/bench_peers.py [--in-turn] [FILE...]          needs the extra `bench`

Ours goes from bytes to the JSON record; the others give a page's text, no record:

lxml            lxml.html.document_fromstring, 1.0
trafilatura     trafilatura.extract, and bare_extraction with metadata
readability     readability.Document(...).summary()

Then the page's GB18030 twin in units of its UTF-8 twin. Every figure is the least CPU time of rounds in turn;
each has a few runs in a row, as it has over many pages, so that none pays for what another left in the
processor's caches (`--in-turn`: a single one).
"""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html

from notice_cli.pipeline import read

IN_A_ROW = 5
SAMPLE = Path(__file__).parent.parent / "samples" / "lanchuan-culture-2024.html"
Action = Callable[[], object]


def least(actions: dict[str, Action], seconds: float = 10.0, row: int = IN_A_ROW) -> dict[str, float]:
    """The least CPU time of each, in milliseconds, `row` runs of each in turn as often as the time allows."""
    best = dict.fromkeys(actions, float("inf"))
    until, rounds = time.perf_counter() + seconds, 0
    while time.perf_counter() < until or rounds < 3:
        rounds += 1
        for name, action in actions.items():
            best[name] = min(best[name], *(_time(action) for _ in range(row)))
    return best


def _time(action: Action) -> float:
    start = time.process_time_ns()
    action()
    return (time.process_time_ns() - start) / 1e6


def peers(data: bytes) -> dict[str, Action]:
    """What is compared, by its name."""
    import readability
    import trafilatura

    text = data.decode("utf-8", "replace")
    return {
        "lxml.html.document_fromstring": lambda: lxml.html.document_fromstring(data),
        "notice: bytes to JSON record": lambda: read(data).model_dump_json(),
        "trafilatura.extract": lambda: trafilatura.extract(data),
        "trafilatura.bare_extraction, metadata": lambda: trafilatura.bare_extraction(
            data, with_metadata=True
        ),
        "readability-lxml summary": lambda: readability.Document(text).summary(),
    }


def twins(data: bytes) -> tuple[bytes, bytes]:
    """The page in UTF-8 and in GB18030, each declared as what it is."""
    text = re.sub(r"charset=[\"']?[\w-]+", "charset=CHARSET", data.decode("utf-8", "replace"))
    return tuple(text.replace("CHARSET", name).encode(name, "replace") for name in ("utf-8", "gb18030"))  # type: ignore[return-value]


def main() -> None:
    """Print a table for each page."""
    names = [name for name in sys.argv[1:] if name != "--in-turn"]
    row = 1 if "--in-turn" in sys.argv else IN_A_ROW
    for path in map(Path, names or [SAMPLE]):
        data = path.read_bytes()
        figures = least(peers(data), row=row)
        base, ours = list(figures.values())[:2]
        print(f"{path.name}, {len(data)} bytes")
        for name, ms in figures.items():
            print(f"  {name:40} {ms:8.2f} ms  x lxml {ms / base:6.2f}  x ours {ms / ours:6.2f}")
        utf8, gb = twins(data)
        both = least({"utf-8": lambda u=utf8: read(u), "gb18030": lambda g=gb: read(g)}, 4.0)  # type: ignore[misc]
        print(f"  GB18030 twin in units of its UTF-8 twin: {both['gb18030'] / both['utf-8']:.2f}")


if __name__ == "__main__":
    main()
