"""CNT015 person-times：同一件事的人次，不应少于人数。

查什么：“约谈提醒20人18人次”：一个人至少算一次，人次 ≥ 人。
Of one thing the 人次 (times) are not fewer than the persons: each counts at least once.

误：开展约谈提醒20人、约谈提醒18人次。
正：开展约谈提醒18人、约谈提醒20人次。

不判：没有在同一句里对同一件事既申报人数又申报人次。
Silent where no sentence declares both of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from notice_cli.language import Words
from notice_cli.model import Notice, What
from notice_cli.rules.evidence import equation, quotes_of
from notice_cli.rules.figures import Figure, by_kind, declared, operand
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_SENTENCE = Words("{left} 人多于 {right} 人次")
_NONE = Words("没有对同一件事既申报人数又申报人次")
_KINDS: tuple[What, ...] = (
    "persons_accountable",
    "persons_talked",
    "persons_disciplined",
    "persons_organizational",
)
_NEAR = 12
"""Characters between two figures of one thing."""


def check(notice: Notice) -> Iterator[Outcome]:
    """Every two neighbouring figures of one kind, the one in persons, the other in person-times."""
    groups = [kind for each in declared(notice, *_KINDS).values() for kind in by_kind(each).values()]
    told = (one for group in groups for pair in pairwise(group) if (one := _judge(notice, *pair)) is not None)
    yield from verdict(told, Silent(_NONE))


def _judge(notice: Notice, one: Figure, other: Figure) -> Failed | Held | None:
    units = {notice.counts[each.index].unit: each for each in (one, other)}
    heads, times = units.get("人") or units.get("名"), units.get("人次")
    if heads is None or times is None or other.start - one.end > _NEAR or _subject(one) != _subject(other):
        return None
    told = (equation([operand(notice, heads)], "<=", operand(notice, times)),)
    if heads.low <= times.high:
        return Held(told)
    return Failed(_SENTENCE, {"left": heads.value, "right": times.value}, quotes_of(told), told)


def _subject(figure: Figure) -> str:
    """What is done, as far as the figure's own clause says: its last four characters."""
    words = figure.text.rstrip("人次名个0123456789０１２３４５６７８９ ")
    return words[-4:]


RULE = Rule("CNT015", "person-times", "warning", check)
