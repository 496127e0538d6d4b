"""NUM004 section-order：各级标题的编号应依次排列。

查什么：一级标题（一、二、三）和各部分标题（（一）（二））从1起逐个加1，不缺不重；下一级在新的上一级之下重新从1起。
一级标题从二开始的，作提示：可能只公开了后面几部分。
Section numbers run in order: first-level headings through the notice, the sections within the heading
above them.

误：一、整改工作基本情况
    加强领导。
    三、问题整改落实情况
    问题1：学习不深入。
    整改情况：一是制定计划。
正：一、整改工作基本情况
    加强领导。
    二、问题整改落实情况
    问题1：学习不深入。
    整改情况：一是制定计划。

不判：标题没有编号，或只有一个；注明只公开部分内容。
Silent where fewer than two headings bear numbers, and where the notice prints a part only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from notice_cli.language import Words
from notice_cli.model import Heading, Notice, Quote, Section
from notice_cli.rules.completeness import find_part
from notice_cli.rules.evidence import line_start, quote
from notice_cli.rules.numbers import parse_label, skeleton, stands_unread
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words(
    "标题编号“{label}”前面应是 {wanted}，却是“{before}”",
)
_FIRST = Words("标题编号从“{label}”开始，前面缺 1")
_NONE = Words("有编号的标题不足两个")

_Run = list[tuple[int, "Heading | Section"]]


def check(notice: Notice) -> Iterator[Outcome]:
    """The first-level headings, and the sections within each of them."""
    part = find_part(notice)
    runs = [run for run in _runs(notice) if len(run) > 1]
    faults = (one for run in runs for one in _faults(notice, run))
    yield from [part] if part else verdict([*faults, *(Held() for _ in runs)], Silent(_NONE))


def _runs(notice: Notice) -> Iterator[_Run]:
    """Numbered headings that should count up by one, those of one style together."""
    top = [one for one in notice.outline if one.level == 1]
    starts = [one.span.start for one in top]
    groups: dict[tuple[int, tuple[str, str]], list[Heading | Section]] = {}
    for section in notice.sections:
        if section.span.start not in starts:
            above = sum(start < section.span.start for start in starts)
            groups.setdefault((above, skeleton(section.label)), []).append(section)
    yield _numbered(top)
    yield from (_numbered(group) for group in groups.values())


def _numbered(headings: Sequence[Heading | Section]) -> _Run:
    return [(value, one) for one in headings if (value := parse_label(one.label)) is not None]


def _faults(notice: Notice, run: _Run) -> Iterator[Failed]:
    if run[0][0] == 2 and isinstance(run[0][1], Heading):
        yield _fail(notice, run[0][1], None, 0)
    for (before, above), (value, heading) in pairwise(run):
        if value not in (before + 1, 1) and not _is_unread(notice, above, heading, before + 1):
            yield _fail(notice, heading, above, value - 1)


def _is_unread(notice: Notice, above: Heading | Section, heading: Heading | Section, wanted: int) -> bool:
    """Whether the heading that should stand between the two does stand there, taken for something else."""
    return stands_unread(notice.text, heading.label, wanted, above.span.end, heading.span.start)


def _fail(notice: Notice, heading: Heading | Section, above: Heading | Section | None, wanted: int) -> Failed:
    shown = [one for one in (above, heading) if one is not None]
    places = tuple(_place(notice, one) for one in shown)
    if above is None:
        return Failed(_FIRST, {"label": heading.label}, places, level="note")
    return Failed(_SENTENCE, {"label": heading.label, "wanted": wanted, "before": above.label}, places)


def _place(notice: Notice, heading: Heading | Section) -> Quote:
    """The label and the first words of the heading."""
    start = line_start(notice, heading.span.start)
    return quote(notice, start, min(heading.span.end, start + 40))


RULE = Rule("NUM004", "section-order", "warning", check)
