"""Which issue of the old notice is which of the new one, by what they say and never by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from notice_cli.comparing.assigning import find_best
from notice_cli.comparing.scoring import SURE, UNSURE, score_issues
from notice_cli.model import Issue
from notice_cli.text.likeness import plain


@dataclass(frozen=True, slots=True)
class Pair:
    """Two issues that are one, by their positions; not `sure` where somebody should look at them."""

    old: int
    new: int
    likeness: float
    sure: bool


def pair_issues(old: Sequence[Issue], new: Sequence[Issue]) -> list[Pair]:
    """The pairs, one to one and best overall, in the order of the old notice.

    Issues in the same words come first; the rest is paired so that the likeness of all pairs is greatest.
    """
    same = dict(_pair_same(old, new))
    rest = len(same) < min(len(old), len(new))
    scores = score_issues([issue.text for issue in old], [issue.text for issue in new]) if rest else {}
    met = set(same.values())
    open_scores = {(i, j): score for (i, j), score in scores.items() if i not in same and j not in met}
    pairs = [Pair(i, j, 1.0, True) for i, j in same.items()]
    for i, j in find_best(_gains(old, new, open_scores)):
        pairs.append(Pair(i, j, scores[i, j], scores[i, j] >= SURE))
    return sorted(pairs, key=lambda pair: pair.old)


def _pair_same(old: Sequence[Issue], new: Sequence[Issue]) -> Iterable[tuple[int, int]]:
    """Issues whose texts are the same but for blanks and punctuation."""
    there, here = _by_text(old), _by_text(new)
    for text in there.keys() & here.keys():
        yield from zip(there[text], here[text], strict=False)


def _by_text(issues: Sequence[Issue]) -> dict[str, list[int]]:
    """Positions by text; of several with one text the order is that of their content."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, issue in enumerate(issues):
        places[plain(issue.text)].append(at)
    for several in (same for same in places.values() if len(same) > 1):
        several.sort(key=lambda at: _content(issues[at]))
    return places


def _content(issue: Issue) -> tuple[str, str, tuple[str, ...], int]:
    """What tells two issues apart, wherever they stand."""
    return issue.text, issue.status or "", tuple(measure.text for measure in issue.measures), issue.number


def _gains(
    old: Sequence[Issue], new: Sequence[Issue], scores: Mapping[tuple[int, int], float]
) -> dict[tuple[int, int], int]:
    """What each pair adds: its likeness above the threshold, and below that a number that breaks ties."""
    old_keys = {i: repr(_content(old[i])).encode() for i, _ in scores}
    new_keys = {j: repr(_content(new[j])).encode() for _, j in scores}
    return {
        (i, j): (1 + round((score - UNSURE) * 10_000)) << 32 | _tie(old_keys[i], new_keys[j])
        for (i, j), score in scores.items()
    }


def _tie(one: bytes, other: bytes) -> int:
    """A number below 2**32 from what two issues say, whichever comes first."""
    return crc32(b"".join(sorted((one, other))))
