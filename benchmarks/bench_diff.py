"""Which issues are the same: ours against simple ways, and how long comparing takes.

    python benchmarks/bench_diff.py          needs the extra `bench`

`data/pairs.jsonl` holds invented bodies of several kinds, each with the issues of two years, the pairs that a
person sees and pairs that only look alike. The space that issues are compared in is not taught with them, but
the word tables and the weights of the parts were made with a look at them, too, among others.

Baselines:

rapidfuzz  each old issue with the new one of the greatest `fuzz.ratio`, from the threshold that suits it best
csv-diff   rows with the same number are the same issue
deepdiff   lists compared in any order, what it takes for changed items is paired
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from notice_cli.comparing.pairing import pair_issues
from notice_cli.model import Issue, Measure, Span
from notice_cli.pipeline import compare, read

DATA = Path(__file__).parent / "data" / "pairs.jsonl"
NOWHERE = Span(start=0, end=0)
Pairs = set[tuple[int, int]]
Pairing = Callable[[Sequence[Issue], Sequence[Issue]], Pairs]


def issues_of(entries: Sequence[dict[str, object]]) -> list[Issue]:
    """The issues of one year."""
    return [
        Issue(
            number=number,
            text=entry["text"],
            span=NOWHERE,
            measures=tuple(
                Measure(ordinal=at, text=text, span=NOWHERE)
                for at, text in enumerate(entry["measures"], start=1)
            ),
        )
        for number, entry in enumerate(entries, start=1)
    ]


def by_content(old: Sequence[Issue], new: Sequence[Issue]) -> Pairs:
    """Ours; what is left for review is no pair."""
    return {(pair.old + 1, pair.new + 1) for pair in pair_issues(old, new) if pair.sure}


def by_ratio(floor: float) -> Pairing:
    """The likest by rapidfuzz, each side once, from `floor` on."""
    from rapidfuzz import fuzz

    def pair(old: Sequence[Issue], new: Sequence[Issue]) -> Pairs:
        ranked = sorted(
            ((fuzz.ratio(one.text, other.text), one.number, other.number) for one in old for other in new),
            reverse=True,
        )
        pairs: dict[int, int] = {}
        for ratio, i, j in ranked:
            if ratio >= floor and i not in pairs and j not in pairs.values():
                pairs[i] = j
        return set(pairs.items())

    return pair


def by_number(old: Sequence[Issue], new: Sequence[Issue]) -> Pairs:
    """What csv-diff reports as one row: the same key."""
    from csv_diff import compare as compare_rows

    rows = [{one.number: {"number": one.number, "text": one.text} for one in side} for side in (old, new)]
    result = compare_rows(*rows)
    gone = {row["number"] for row in result["removed"]}
    return {(issue.number, issue.number) for issue in old if issue.number not in gone}


def by_deepdiff(old: Sequence[Issue], new: Sequence[Issue]) -> Pairs:
    """Items that deepdiff takes for changed ones of a list in any order."""
    from deepdiff import DeepDiff

    texts = [[issue.text for issue in side] for side in (old, new)]
    loose = {"cutoff_distance_for_pairs": 0.9, "cutoff_intersection_for_pairs": 1}
    found = DeepDiff(*texts, ignore_order=True, view="tree", **loose)
    changed = found.get("values_changed", [])
    places = [{text: at for at, text in enumerate(side, start=1)} for side in texts]
    return {(places[0][one.t1], places[1][one.t2]) for one in changed}


def score(name: str, pairing: Pairing) -> float:
    """Print and give F1 over all bodies."""
    hits = found = wanted = alike = 0
    for line in DATA.read_text(encoding="utf-8").splitlines():
        body = json.loads(line)
        got = pairing(issues_of(body["old"]), issues_of(body["new"]))
        want = {tuple(pair) for pair in body["recurring"]}
        hits, found, wanted = hits + len(got & want), found + len(got), wanted + len(want)
        alike += len(got & {tuple(pair) for pair in body["lookalikes"]})
    f1 = 2 * hits / (found + wanted)
    precision, recall = hits / max(found, 1), hits / wanted
    figures = f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}"
    print(f"{name:<12} {figures}  look-alikes paired {alike}")
    return f1


def page(bodies: Sequence[dict[str, object]], side: str, year: int) -> bytes:
    """A notice with a hundred issues, each with three measures."""
    entries = [entry for body in bodies for entry in body[side]][:100]
    parts = [
        "<h1>关于巡察整改情况的通报</h1>",
        f"<p>{year}年3月1日，市委巡察组反馈了意见。</p><p>一、整改情况</p>",
    ]
    for number, entry in enumerate(entries, start=1):
        parts.append(f"<p>{number}.关于“{entry['text']}”的问题。（已完成）</p>")
        measures = (entry["measures"] or ["对照问题逐项整改，明确责任人和完成时限，整改情况按月调度。"]) * 3
        parts += [f"<p>{count}是{text}</p>" for count, text in zip("一二三", measures, strict=False)]
    return f"<html><body>{''.join(parts)}</body></html>".encode()


def least(action: Callable[[], object], rounds: int = 25) -> float:
    """The least CPU time of a run, in milliseconds."""
    action()
    times = []
    for _ in range(rounds):
        start = time.process_time_ns()
        action()
        times.append(time.process_time_ns() - start)
    return min(times) / 1e6


def speed() -> None:
    """Comparing 100 with 100 issues, in units of reading the two pages."""
    bodies = [json.loads(line) for line in DATA.read_text(encoding="utf-8").splitlines()]
    pages = page(bodies, "old", 2020), page(bodies, "new", 2024)
    old, new = map(read, pages)
    reading = least(lambda: [read(data) for data in pages])
    comparing = least(lambda: compare(old, new))
    print(
        f"{len(old.issues)} x {len(new.issues)} issues: reading both {reading:.1f} ms, "
        f"comparing {comparing:.1f} ms, ratio {comparing / reading:.2f}"
    )


def main() -> None:
    """Print everything."""
    score("ours", by_content)
    best = max(range(0, 80, 2), key=lambda floor: _quiet(by_ratio(floor)))
    score(f"rapidfuzz {best}", by_ratio(best))
    score("csv-diff", by_number)
    score("deepdiff", by_deepdiff)
    speed()


def _quiet(pairing: Pairing) -> float:
    import contextlib
    import io

    with contextlib.redirect_stdout(io.StringIO()):
        return score("", pairing)


if __name__ == "__main__":
    main()
