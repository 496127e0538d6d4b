"""CNT018 amounts-limits：已追缴、已整改的金额，不应多于应追缴、涉及的金额。

查什么：同一段里“应追缴资金50万元，已追缴45万元，尚未追缴5万元”：已 ≤ 应；说了剩余的，已 + 余 = 应。
“涉及问题金额3,000万元，已整改金额2,500万元”同理。单位先换算。
In one paragraph what was paid back (or put right) is not more than what was to be, and with the rest makes
it up.

误：应追缴资金50万元，已追缴资金61万元。
正：应追缴资金50万元，已追缴资金45万元，尚未追缴5万元。

不判：没有在同一段里既申报应追缴（涉及）的金额，又申报已追缴（整改）的金额。
Silent where no paragraph declares both.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Arithmetic, Notice
from notice_cli.rules.evidence import quotes_of
from notice_cli.rules.money import Money, exceeds, fit, money_equation, money_lines, role_of
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict

_MORE = Words(
    "已追缴（整改）金额 {sum} = {left} {unit} > 应追缴（涉及）金额 {total} {unit}",
)
_REST = Words(
    "已追缴与未追缴金额之和 {sum} = {left} {unit} ≠ 应追缴金额 {total} {unit}",
)
_ROUNDED = Words(
    "已追缴与未追缴金额之和 {sum} = {left} {unit}，应追缴 {total} {unit}；如系四舍五入所致，可不改",
)
_NONE = Words(
    "没有在同一段里既申报应追缴（涉及）的金额又申报已追缴（整改）的金额",
)


def check(notice: Notice) -> Iterator[Outcome]:
    """Every paragraph, what was done against the latest that was due before it."""
    told = (
        one
        for line in money_lines(notice)
        for one in _judge_line(notice, [each for sentence in line for each in sentence])
    )
    yield from verdict(told, Silent(_NONE))


def _judge_line(notice: Notice, line: list[Money]) -> Iterator[Failed | Held]:
    due: dict[str, Money] = {}
    done: dict[str, Money] = {}
    for one in line:
        family, role = role_of(one.label) or ("", "")
        if role == "due":
            due[family] = one
            done.pop(family, None)
        elif role == "done" and family in due:
            done[family] = one
            yield _against(notice, one, due[family])
        elif role == "rest" and family in done:
            yield _with_rest(notice, done.pop(family), one, due[family])


def _against(notice: Notice, done: Money, due: Money) -> Failed | Held:
    told = money_equation(notice, [done], "<=", due)
    return _fail(_MORE, told, due) if exceeds(done, due) else Held((told,))


def _with_rest(notice: Notice, done: Money, rest: Money, due: Money) -> Failed | Held:
    told = money_equation(notice, [done, rest], "=", due)
    fits = fit([done, rest], due)
    return Held((told,)) if fits == "meets" else _fail(_ROUNDED if fits == "rounded" else _REST, told, due)


def _fail(words: Words, told: Arithmetic, due: Money) -> Failed:
    facts = {"sum": told.expression, "left": told.left, "total": told.right, "unit": due.unit}
    return Failed(words, facts, quotes_of((told,)), (told,), level="note" if words is _ROUNDED else None)


RULE = Rule("CNT018", "amounts-limits", "warning", check)
