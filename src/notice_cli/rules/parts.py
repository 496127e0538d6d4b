"""A whole and what one sentence says that it is made of: 追责问责7人，其中诫勉谈话2人、批评教育5人."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notice_cli.model import Notice, What
from notice_cli.rules.figures import Figure, declared, sentence
from notice_cli.text.pattern import lazy_pattern

_OPENS = lazy_pattern(r"其中|分别|包括|包含|含(?!量)|[:：]")
_GOES_ON = lazy_pattern("等|另|此外|还")


@dataclass(frozen=True, slots=True)
class Division:
    """A whole and its parts, in the order of the text; `told` where 其中 or the like opens the list."""

    whole: Figure
    parts: tuple[Figure, ...]
    told: bool
    open_ended: bool
    """其中…等: there may be more parts than are named."""


def divisions(notice: Notice, whole: What, parts: tuple[What, ...]) -> Iterator[Division]:
    """Every figure of the kind `whole` with the parts that follow it in its sentence."""
    for figures in declared(notice, whole, *parts).values():
        for at, one in enumerate(figures):
            following = _following(notice, figures, at) if one.what == whole else ()
            if following:
                yield _division(notice, one, following)


def _following(notice: Notice, figures: list[Figure], at: int) -> tuple[Figure, ...]:
    """The parts behind `figures[at]`, up to the end of its sentence or the next whole."""
    whole, found = figures[at], []
    end = sentence(notice, whole)[1]
    for one in figures[at + 1 :]:
        if one.what == whole.what or one.start >= end:
            break
        found.append(one)
    return tuple(found)


def _division(notice: Notice, whole: Figure, parts: tuple[Figure, ...]) -> Division:
    text, end = notice.text, sentence(notice, whole)[1]
    told = _OPENS.search(text, whole.end, max(parts[0].end, whole.end)) is not None
    return Division(whole, parts, told, _GOES_ON.search(text, whole.end, end) is not None)
