"""Whether time and memory grow in step with the input: large pages, hostile text, every rule, every pattern.

    python benchmarks/bench_growth.py [sizes|extremes|rules|patterns]...

An exponent is the slope of log(time) over log(size): 1 is linear. What is above its limit is marked `!`.
"""

from __future__ import annotations

import gc
import math
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence

from generate import templates

from notice_cli.errors import NoticeError
from notice_cli.model import Notice
from notice_cli.pipeline import read
from notice_cli.text.pattern import lazy_pattern

HOSTILE = {
    "digits": "1",
    "一": "一",
    "《": "《",
    "@": "a@",
    "brackets": "（",
    "dates": "2023年1月",
    "blanks": " ",
}
"""Text that patterns go back and forth in."""
TITLE = "<h1>某局关于巡察整改情况的通报</h1><p>反馈问题2个，已完成整改2个。</p>"


def seconds(action: Callable[[], object], rounds: int = 2) -> float:
    """The least CPU time of an action."""
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
        if best > 2:
            break
    return best


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the least squares line through the logarithms."""
    xs, ys = ([math.log(max(one[at], 1e-9)) for one in points] for at in (0, 1))
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    return sum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True)) / sum((x - mx) ** 2 for x in xs)


def attempt(data: bytes) -> Notice | None:
    """The notice; None where it is refused, which is an answer as well."""
    try:
        return read(data)
    except NoticeError:
        return None


def grown(megabytes: float) -> bytes:
    """A page of about that size: the issues of a sample over and over, numbers running on."""
    text = max(templates(), key=len)
    head, *issues, tail = re.split(r"(?=<p[^>]*>(?:<[^>]+>)*问题\s*\d+)", text)
    parts, size, number = [head], len(head.encode()), 0
    while size < megabytes * 1_000_000:
        for issue in issues:
            number += 1
            parts.append(re.sub(r"问题\s*\d+", f"问题{number}", issue, count=1))
            size += len(parts[-1].encode())
    last = re.sub(r"问题\s*\d+", f"问题{number + 1}", tail, count=1)
    return "".join((*parts, last)).encode()


def sizes() -> None:
    """Time and memory of reading and judging from 0.1 to 9 MB."""
    points = []
    for megabytes in (0.1, 0.3, 1, 3, 9):
        code = f"from bench_growth import one_size; one_size({megabytes})"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=True, text=True, cwd=sys.path[0]
        )
        size, reading, judging, memory = map(float, done.stdout.split())
        points.append((size, reading, judging))
        print(
            f"  {size / 1e6:5.2f} MB: read {reading:7.3f} s, judge {judging:7.3f} s, "
            f"{memory / size:5.1f} bytes a byte"
        )
    for name, at in (("reading", 1), ("judging", 2)):
        tell(f"exponent of {name}", exponent([(one[0], one[at]) for one in points]), 1.1)


def one_size(megabytes: float) -> None:
    """Size, seconds of reading and judging, and peak memory beyond the interpreter's, printed."""
    from notice_cli.pipeline import check

    small = read(templates()[0].encode())
    check(small)
    data = grown(megabytes)
    gc.collect()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    notice = read(data)
    reading = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    judging = seconds(lambda: check(notice), 1)
    print(len(data), reading, judging, peak * 1024)


def extremes() -> None:
    """Pages that nobody should send: read or refused within 20 s and 600 MB."""
    for name in EXTREMES:
        code = f"from bench_growth import one_extreme; one_extreme({name!r})"
        done = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, check=False, text=True, cwd=sys.path[0]
        )
        print(f"  {name:28} {done.stdout.strip() or done.stderr.strip()[-200:]}")


EXTREMES: dict[str, Callable[[], str]] = {
    "10 MB page": lambda: grown(10).decode(),
    "20,000 nested divs": lambda: (
        "<div>" * 20_000 + TITLE + "<p>问题1：不实。</p><p>整改结果：已完成。</p>" + "</div>" * 20_000
    ),
    "one line of 1 MB": lambda: (
        TITLE + "<p>问题1：" + "制度执行不严" * 60_000 + "。</p><p>整改结果：已完成。</p>"
    ),
    "200,000 paragraphs": lambda: TITLE + "<p>问题1：不实。</p><p>整改结果：已完成。</p>" * 100_000,
    "200,000 plain paragraphs": lambda: TITLE + "<p>制定制度，开展检查。</p>" * 200_000,
    "1 MB of nested brackets": lambda: TITLE + "<p>" + "（" * 170_000 + "）" * 170_000 + "</p>",
}


def one_extreme(name: str) -> None:
    """How an extreme page ends, how long it takes, and the peak memory, printed."""
    from notice_cli.pipeline import check

    data = EXTREMES[name]().encode()
    start = time.process_time()
    try:
        notice = read(data)
        check(notice)
        end = f"read, {len(notice.issues)} issues"
    except NoticeError as error:
        end = f"refused: {error.kind}"
    used = time.process_time() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    mark = "!" if used > 20 or memory > 600 else " "
    print(f"{mark} {used:6.2f} s {memory:5.0f} MB  {end}")


def hostile_pages(unit: str, size: int) -> Iterator[tuple[str, bytes]]:
    """Hostile text in each place of a notice, as page and as text."""
    run = unit * (size // len(unit.encode()))
    issue = "问题1：{0}\n整改结果：已完成\n整改情况：一是{1}。二是开会。\n"
    places = {
        "in the preamble": f"关于巡察整改情况的通报\n{run}\n" + issue.format("不实。", "开会"),
        "in an issue": "关于巡察整改情况的通报\n" + issue.format(run, "开会"),
        "in a measure": "关于巡察整改情况的通报\n" + issue.format("不实。", run),
        "at the end": "关于巡察整改情况的通报\n" + issue.format("不实。", "开会") + run,
        "in lines": "关于巡察整改情况的通报\n"
        + issue.format("不实。", "开会")
        + "\n".join(re.findall(".{1,40}", run)),
    }
    yield from ((name, text.encode()) for name, text in places.items())


def rules() -> None:
    """Reading, and every rule, on hostile text of up to 1 MB."""
    from notice_cli.rules.plugins import all_rules

    for name, unit in HOSTILE.items():
        for place in range(5):
            times: dict[str, list[tuple[float, float]]] = {}
            label = ""
            for size in (62_500, 250_000, 1_000_000):
                label, data = list(hostile_pages(unit, size))[place]
                times.setdefault("reading", []).append((size, seconds(lambda d=data: attempt(d), 1)))  # type: ignore[misc]
                notice = attempt(data)
                for rule in all_rules() if notice else ():
                    spent = seconds(lambda r=rule, n=notice: list(r.check(n)), 1)  # type: ignore[misc]
                    times.setdefault(rule.code, []).append((size, spent))
            slow = {
                code: (exponent(p), p[-1][1]) for code, p in times.items() if len(p) == 3 and p[-1][1] > 0.05
            }
            worst = {code: one for code, one in slow.items() if one[0] > 1.2}
            reading = times["reading"]
            print(
                f"  {name:9} {label:16} reading {exponent(reading):5.2f} ({reading[-1][1]:6.2f} s at 1 MB)",
                end="",
            )
            print("".join(f"  ! {code} {e:.2f} ({s:.2f} s)" for code, (e, s) in worst.items()))


def patterns() -> None:
    """Every compiled pattern of the package, searched through hostile text of up to 1 MB."""
    found = {id(one): (name, one) for name, one in _all_patterns()}
    bad = 0
    for name, pattern in sorted(found.values(), key=lambda one: (one[0], one[1].pattern)):
        for label, unit in HOSTILE.items():
            points = _pattern_points(pattern, unit)
            if points[-1][1] > 0.02 and exponent(points) > 1.2:
                bad += 1
                print(
                    f"  ! {name}: {label} {exponent(points):.2f} ({points[-1][1]:.2f} s) "
                    f"{pattern.pattern[:80]!r}"
                )
    print(f"  {len(found)} patterns, {bad} faults")


def _pattern_points(pattern: re.Pattern[str], unit: str) -> list[tuple[float, float]]:
    """Time over size; larger texts are not tried where a smaller one takes too long."""
    points: list[tuple[float, float]] = []
    for size in (16_000, 64_000, 250_000, 1_000_000):
        text = unit * (size // len(unit.encode()))
        spent = seconds(lambda t=text: sum(1 for _ in pattern.finditer(t)), 1)  # type: ignore[misc]
        points.append((size, spent))
        if spent > 3:
            break
    return points


def _all_patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Patterns in the modules of the package, also inside tables."""
    import importlib
    import pkgutil

    import notice_cli

    for module in pkgutil.walk_packages(notice_cli.__path__, "notice_cli."):
        if not module.name.endswith(("__main__", ".child")):
            importlib.import_module(module.name)
    for name, loaded in list(sys.modules.items()):
        if name.startswith("notice_cli"):
            for attribute, value in vars(loaded).items():
                yield from ((f"{name}.{attribute}", one) for one in _inside(value, 3))


def _inside(value: object, depth: int) -> Iterator[re.Pattern[str]]:
    """Patterns in tables and in their entries; those that wait to be compiled are patterns too."""
    if isinstance(value, (re.Pattern, _WAITING)):
        if isinstance(value.pattern, str):  # type: ignore[attr-defined]
            yield value  # type: ignore[misc]
    elif depth:
        for one in _parts(value):
            yield from _inside(one, depth - 1)


_WAITING = type(lazy_pattern(""))


def _parts(value: object) -> Iterable[object]:
    """What a table holds, or an entry of one."""
    if isinstance(value, dict):
        return value.values()
    if isinstance(value, (tuple, list)):
        return value
    if isinstance(value, type):
        return ()
    kind = type(value)
    names = getattr(kind, "__struct_fields__", ()) or getattr(kind, "__dataclass_fields__", ())
    return [getattr(value, name, None) for name in names]


def tell(name: str, value: float, limit: float) -> None:
    """A figure, marked where it is above its limit."""
    print(f"{'!' if value > limit else ' '} {name}: {value:.2f} (at most {limit})")


PARTS: dict[str, Callable[[], None]] = {
    "sizes": sizes,
    "extremes": extremes,
    "rules": rules,
    "patterns": patterns,
}


def main() -> None:
    """Run the parts named, or all."""
    for name in sys.argv[1:] or PARTS:
        print(name)
        PARTS[name]()


if __name__ == "__main__":
    main()
