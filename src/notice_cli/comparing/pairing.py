"""Which issue of the old notice is which of the new one, by what they say and never by number."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from zlib import crc32

from notice_cli.comparing.assigning import Edge, find_best
from notice_cli.comparing.decisions import UNDECIDED, Decided
from notice_cli.comparing.parts import SURE_PART, find_parts
from notice_cli.comparing.said import Said, read_said
from notice_cli.comparing.scoring import SURE, UNSURE, Score, score_issues
from notice_cli.model import Issue
from notice_cli.text.likeness import plain

SAME = Score(1.0)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two issues that are one, by their positions; not `sure` where somebody should look at them."""

    old: int
    new: int
    score: Score
    sure: bool
    split: bool = False
    """The old issue is in several new ones."""
    merged: bool = False
    """Several old issues are in the new one."""
    confirmed: bool = False
    """Somebody said so."""

    @property
    def likeness(self) -> float:
        """0 to 1."""
        return self.score.likeness


def pair_issues(
    old: Sequence[Issue],
    new: Sequence[Issue],
    said: tuple[Sequence[Said], Sequence[Said]] | None = None,
    decided: Decided = UNDECIDED,
) -> list[Pair]:
    """The pairs, best overall, in the order of the old notice; one to one but for splits and merges.

    What people decided comes first, then issues in the same words; the rest is paired so that the likeness of
    all pairs is greatest.

    Args:
        old: The issues of the old notice.
        new: The issues of the new one.
        said: What they say, with the headings above them; read from the issues where it is not given.
        decided: Pairs that people confirmed or rejected, by positions.
    """
    there, here = said or ([read_said(issue) for issue in old], [read_said(issue) for issue in new])
    scores = score_issues(there, here)
    confirmed = set(decided.confirmed)
    taken, met = {i for i, _ in confirmed}, {j for _, j in confirmed}
    same = {(i, j) for i, j in _pair_same(old, new, decided.rejected) if i not in taken and j not in met}
    taken, met = taken | {i for i, _ in same}, met | {j for _, j in same}
    open_scores = {
        edge: score.likeness
        for edge, score in scores.items()
        if score.likeness >= UNSURE
        and edge[0] not in taken
        and edge[1] not in met
        and edge not in decided.rejected
    }
    best = find_best(_gains(old, new, open_scores))
    pairs = [Pair(*edge, SAME, True) for edge in same]
    pairs += [Pair(*edge, scores[edge], scores[edge].likeness >= SURE) for edge in best]
    pairs += [Pair(*edge, scores.get(edge, Score(0.0)), True, confirmed=True) for edge in confirmed]
    parts = _find_parts(pairs, scores, decided)
    return _mark(sorted([*pairs, *parts], key=lambda pair: (pair.old, pair.new)))


def _find_parts(pairs: Sequence[Pair], scores: Mapping[Edge, Score], decided: Decided) -> Iterable[Pair]:
    """Further pairs of issues that already have one: what was one issue is several now, or the other way."""
    sure = {(pair.old, pair.new) for pair in pairs if pair.sure or pair.score.own >= SURE_PART}
    for edge in find_parts(sure, {(pair.old, pair.new) for pair in pairs}, scores):
        if edge not in decided.rejected:
            yield Pair(*edge, scores[edge], scores[edge].own >= SURE_PART)


def _mark(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, told where an issue is in several of them."""
    olds, news = Counter(pair.old for pair in pairs), Counter(pair.new for pair in pairs)
    told = (replace(pair, split=olds[pair.old] > 1, merged=news[pair.new] > 1) for pair in pairs)
    return [replace(pair, sure=pair.sure or _is_part(pair)) for pair in told]


def _is_part(pair: Pair) -> bool:
    """Whether an issue is plainly a part of another one: that has several as near to it."""
    return (pair.split or pair.merged) and pair.score.own >= SURE_PART


def _pair_same(
    old: Sequence[Issue], new: Sequence[Issue], rejected: Collection[Edge]
) -> Iterable[tuple[int, int]]:
    """Issues whose texts are the same but for blanks and punctuation."""
    there, here = _by_text(old), _by_text(new)
    for text in there.keys() & here.keys():
        yield from (edge for edge in zip(there[text], here[text], strict=False) if edge not in rejected)


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
