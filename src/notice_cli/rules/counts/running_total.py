"""CNT023 running-total：一批的数，不应多于累计的数。

查什么：“第5批转办信访件11件，累计转办98件”：同一件事，本批（当日、本轮）≤ 累计。两者从不相加。
Of one thing the figure of a batch is not larger than the figure since the beginning; they are never summed.

误：第5批转办信访件98件，累计转办信访件89件。
正：第5批转办信访件11件，累计转办信访件98件。

不判：没有在同一段里对同一件事既申报一批的数又申报累计的数。
Silent where no paragraph declares both of one thing.
"""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.language import Words
from notice_cli.model import Notice, Operand
from notice_cli.rules.evidence import equation, lines_with, placed_operand, quotes_of
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.amounts import Amount, find_plain_amounts, half_width
from notice_cli.text.pattern import lazy_pattern

_SENTENCE = Words("{verb}：一批的数 {batch} > 累计 {running}")
_NONE = Words(
    "没有对同一件事既申报一批的数又申报累计的数",
)
_BATCH = lazy_pattern("本批|第[0-9一二三四五六七八九十]{1,3}批|当日|当天|今日|本日|本期|本轮新|本月")
_RUNNING = lazy_pattern("累计")
_VERB = lazy_pattern("转办|交办|受理|办结|移交|接收|收到|立案|约谈|问责|罚款|查处|责令整改|办理|完成整改")
_CLAUSE = lazy_pattern("[,;:。(]")


def check(notice: Notice) -> Iterator[Outcome]:
    """Every line in which 累计 stands."""
    told = (one for start, end in lines_with(notice, "累计") for one in _judge_line(notice, start, end))
    yield from verdict(told, Silent(_NONE))


def _judge_line(notice: Notice, start: int, end: int) -> Iterator[Failed | Held]:
    """Each running figure against the last figure of a batch that is of its verb and unit."""
    text, at = half_width(notice.text[start:end]), 0
    batches: dict[tuple[str, str], Operand] = {}
    for one in find_plain_amounts(text):
        label = _CLAUSE.split(text[at : one.start])[-1]
        at, verb = one.end, _VERB.search(label)
        if verb is None or one.approximate:
            continue
        key = (verb[0], one.unit)
        if _RUNNING.search(label) and key in batches:
            yield _judge(verb[0], batches[key], _operand(notice, start, one))
        elif _BATCH.search(label) and not _RUNNING.search(label):
            batches[key] = _operand(notice, start, one)


def _operand(notice: Notice, start: int, one: Amount) -> Operand:
    return placed_operand(notice, one.value, start + one.start, start + one.end)


def _judge(verb: str, batch: Operand, running: Operand) -> Failed | Held:
    told = (equation([batch], "<=", running),)
    if float(batch.value) <= float(running.value):
        return Held(told)
    facts = {"verb": verb, "batch": batch.value, "running": running.value}
    return Failed(_SENTENCE, facts, quotes_of(told), told)


RULE = Rule("CNT023", "running-total", "warning", check)
