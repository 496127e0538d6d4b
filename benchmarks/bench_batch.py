"""What a batch costs: a page kept, two processes against one, memory and pace over many pages, a cluster.

    python benchmarks/bench_batch.py [--pages 100000] [--distinct 2000] [--work DIR] [--only PART]
    python benchmarks/bench_batch.py --only cost [--page FILE]

needs the extras `batch` (and `cluster`). The pages are made of the samples; what a page costs may also be
told of one of your own (UTF-8): each page is that one with one figure changed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import NamedTuple

import lxml.html
from generate import page, templates, varied, write_pages

from notice_cli import __version__
from notice_cli.batch.plan import Chunk, Input, Options
from notice_cli.batch.run import run
from notice_cli.batch.store import open_store
from notice_cli.batch.work import write_chunk

EVERY = 1_000
DISTINCT = 2_000


def planned(folder: Path, n: int, data: bytes) -> Input:
    """A page as the plan of a run names it."""
    file = folder / f"cost-{n}.html"
    file.write_bytes(data)
    return Input(file.name, str(file), sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def steps(action: Callable[[Callable[[int], None]], object]) -> list[int]:
    """Nanoseconds of processor time between the calls that an action makes, and to its end."""
    at = [time.process_time_ns()]
    action(lambda _: at.append(time.process_time_ns()))
    at.append(time.process_time_ns())
    return [after - before for before, after in pairwise(at)]


def parsed(pages: list[bytes], tell: Callable[[int], None]) -> None:
    """The bare parse of each page."""
    for at, one in enumerate(pages):
        lxml.html.document_fromstring(one)
        tell(at)


def cost(folder: Path, own: Path | None, pages: int = 100, rounds: int = 12) -> None:
    """A page kept (read, judged, written) in units of its bare parse, on one core, CPU time.

    Each step (a page parsed, read, judged, all written) as quick as its quickest round: others on the machine
    slow down some rounds of every step. The whole rounds, as they came, are told beside it.
    """
    texts = templates()
    data = [varied(own.read_bytes(), n) if own else page(n, texts, pages) for n in range(pages)]
    chunk = Chunk(0, tuple(planned(folder, n, one) for n, one in enumerate(data)))
    store, options = open_store(str(folder / "cost")), Options(__version__)
    parse, keep = [], []
    for _ in range(rounds):
        parse.append(steps(partial(parsed, data)))
        keep.append(steps(partial(write_chunk, chunk, {}, options, store)))
    quick = [sum(map(min, zip(*each, strict=True))) / 1e6 / pages for each in (keep, parse)]
    whole = median(sum(one) / sum(other) for one, other in zip(keep, parse, strict=True))
    print(
        f"a page kept: {quick[0]:.2f} ms, its bare lxml parse {quick[1]:.2f} ms = {quick[0] / quick[1]:.2f}"
    )
    print(f"  whole rounds, the middle one: {whole:.2f}")


def timed(source: Path, target: Path, jobs: int, told: Callable[..., None], **more: str) -> float:
    """Seconds of a run."""
    shutil.rmtree(target, ignore_errors=True)
    start = time.perf_counter()
    run([str(source)], str(target), Options(__version__, chunk=100), jobs=jobs, told=told, **more)  # type: ignore[arg-type]
    return time.perf_counter() - start


def spent() -> tuple[float, float]:
    """Processor seconds of this process, and of those that it started and that have ended."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime, children.ru_utime + children.ru_stime


def two_against_one(folder: Path, pages: int) -> float:
    """The rate of two processes in units of that of one; the seconds of two.

    On a busy machine look at the processor seconds: what the main process takes, two cannot share.
    """
    write_pages(folder / "pages", pages, DISTINCT)
    seconds = {}
    for jobs in (1, 2):
        before = spent()
        seconds[jobs] = timed(folder / "pages", folder / f"jobs{jobs}", jobs, lambda *_: None)
        own, children = (now - then for now, then in zip(spent(), before, strict=True))
        print(f"{jobs} process(es): processor {children:.1f} s, main process {own:.1f} s")
    one, two = seconds[1], seconds[2]
    print(f"{pages} pages: one process {pages / one:.0f}/s, two {pages / two:.0f}/s = {one / two:.2f}")
    return two


class Seen(NamedTuple):
    """What was seen when so many pages were done."""

    pages: int
    seconds: float
    processor: float
    """Processor seconds of all our processes so far."""
    megabytes: float
    """Of the largest of them."""


class Watch:
    """What is seen at every thousandth page."""

    def __init__(self) -> None:
        self.seen: list[Seen] = []

    def __call__(self, stage: str, done: int, total: int, failures: int) -> None:
        """Take a measurement when another thousand is done."""
        if stage == "read" and done // EVERY > len(self.seen):
            processor, megabytes = ours()
            self.seen.append(Seen(done, time.perf_counter(), processor, megabytes))


def ours() -> tuple[float, float]:
    """Processor seconds of this process and those that it started, and megabytes of the largest, now."""
    processor, sizes = spent()[1], []  # of those that have ended
    for entry in Path("/proc").iterdir():
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split() if entry.name.isdigit() else []
            if entry.name == str(os.getpid()) or (fields and int(fields[1]) == os.getpid()):
                processor += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
                sizes.append(int(fields[21]) * os.sysconf("SC_PAGE_SIZE") / 1024**2)
        except OSError:
            continue
    return processor, max(sizes)


def many(folder: Path, pages: int, distinct: int) -> None:
    """Memory and pace over many pages."""
    write_pages(folder / "many", pages, distinct)
    watch = Watch()
    seconds = timed(folder / "many", folder / "set", 2, watch)
    seen, tenth = watch.seen, max(2, len(watch.seen) // 10)
    print(f"{pages} pages ({distinct} distinct): {seconds:.0f} s, {pages / seconds:.0f}/s, two processes")
    for one in seen[:: max(1, len(seen) // 10)]:
        print(f"  after {one.pages:7}: {one.processor:.0f} s of processor, largest {one.megabytes:.0f} MB")
    after = [one.megabytes for one in seen if one.pages >= 5_000]
    if after:
        print(f"  after 5,000 pages: {min(after):.0f} to {max(after):.0f} MB")
    second, last = (seen[tenth - 1], seen[2 * tenth - 1]), (seen[-1 - tenth], seen[-1])
    for what in ("seconds", "processor"):
        then, now = (getattr(end, what) - getattr(begin, what) for begin, end in (second, last))
        print(f"  the last tenth takes {now / then:.2f} of the second tenth ({what})")


def cluster(folder: Path, local: float, pages: int) -> None:
    """The rate of a scheduler and two workers on this machine in units of two processes'."""
    command = [sys.executable, "-m", "dask"]
    more = ["--scheduler-file", "scheduler.json", "--no-dashboard", "--host", "127.0.0.1"]
    quiet = {"cwd": folder, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    started = [subprocess.Popen([*command, "scheduler", "--port", "0", *more], **quiet)]  # type: ignore[call-overload]
    try:
        while not (folder / "scheduler.json").exists():
            time.sleep(0.1)
        time.sleep(0.5)
        worker = [*command, "worker", "--no-nanny", "--nthreads", "1", *more]
        started += [subprocess.Popen(worker, **quiet) for _ in range(2)]  # type: ignore[call-overload]
        import json

        address = json.loads((folder / "scheduler.json").read_text())["address"]
        time.sleep(5)
        seconds = timed(folder / "pages", folder / "dask", 1, lambda *_: None, scheduler=address)
    finally:
        for process in started:
            process.kill()
    print(f"Dask, two workers, 100 pages a task: {pages / seconds:.0f}/s = {local / seconds:.2f} of local")


def main() -> None:
    """Run all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--distinct", type=int, default=DISTINCT)
    parser.add_argument("--rate-pages", type=int, default=3_000)
    parser.add_argument("--work", type=Path, default=None)
    parser.add_argument("--only", choices=("cost", "two", "cluster", "many"), default=None)
    parser.add_argument("--page", type=Path, default=None)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = args.work or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        if args.only in (None, "cost"):
            cost(folder, args.page)
        if args.only in (None, "two", "cluster"):
            local = two_against_one(folder, args.rate_pages)
            if args.only != "two":
                cluster(folder, local, args.rate_pages)
        if args.only in (None, "many"):
            many(folder, args.pages, args.distinct)


if __name__ == "__main__":
    main()
