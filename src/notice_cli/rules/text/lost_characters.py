"""TXT001 lost-characters：正文不应有明显缺字的地方。

查什么：缺了序号的“第巡察组”、缺了人数的“处分人”、粘连的“216个方面”、缺了括号的“2022〕7号”等；
每一种为什么不可能是对的，见 rules/damage.py 的表。缺字的日期归 DAT002。
No place where characters plainly fell out; the table in rules/damage.py says of each why it cannot be right.

误：市委第巡察组对局党组进行了巡察。
正：市委第三巡察组对局党组进行了巡察。

不判：从不。
Never silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice, Quote
from notice_cli.rules.damage import Damage, find_damage
from notice_cli.rules.evidence import quote
from notice_cli.rules.rule import Failed, Held, Outcome, Rule
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("“{words}”有缺字：{why}")
_WORD_BEFORE = lazy_pattern(r"[\u4e00-\u9fff]{1,4}$")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every damaged place of the body."""
    damaged = find_damage(notice.text)
    for one in damaged:
        place = _place(notice, one)
        yield Failed(_SENTENCE, {"words": place.text, "why": one.why}, (place,))
    if not damaged:
        yield Held()


def _place(notice: Notice, damage: Damage) -> Quote:
    """The damaged words with up to two characters before them."""
    before = _WORD_BEFORE.search(notice.text[max(damage.start - 2, 0) : damage.start])
    return quote(notice, damage.start - len(before[0]) if before else damage.start, damage.end)


RULE = Rule("TXT001", "lost-characters", "warning", check)
