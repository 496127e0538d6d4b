"""NUM005 number-style：同一层次的编号，写法应当一致。

查什么：同一部分的问题、各部分标题、下一步打算各段、情况说明各段、一级标题，编号的数字种类和前后标点
（“1、”“1.”“（1）”）应当相同；全角半角不算不同。
Numbers of one level are written in one style: `1、` then `2.` is two styles; width makes no difference.

误：三、下一步工作打算
    1、提高站位，抓好学习。
    2.压实责任，抓好落实。
正：三、下一步工作打算
    1.提高站位，抓好学习。
    2.压实责任，抓好落实。

不判：没有两个以上同一层次的编号。
Silent where no two numbers stand on one level.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from notice_cli.language import Words
from notice_cli.model import Notice
from notice_cli.rules.evidence import line_start, quote
from notice_cli.rules.numbers import parse_label
from notice_cli.rules.rule import Failed, Held, Outcome, Rule, Silent, verdict
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_SENTENCE = Words(
    "{level}的编号写法不一致：“{odd}”，其余作“{usual}”",
)
_NO_NUMBERS = Words("没有两个以上同一层次的编号")
_LEVELS = {
    "issues": Words("问题"),
    "sections": Words("各部分标题"),
    "next_steps": Words("下一步打算"),
    "overview": Words("情况说明"),
    "outline": Words("一级标题"),
}
_NUMBER = lazy_pattern(
    r"\s{0,4}(?P<before>[(（【\[]?\s?(?:整改任务|问题|任务|事项|第)?\s?)"
    r"(?:(?P<arabic>[0-9０-９]{1,3})|(?P<chinese>[一二三四五六七八九十百]{1,5})"
    r"|(?P<sign>[\u2460-\u249b\u3220-\u3229]))"
    r"(?P<after>\s?[)）】\]]?\s?[、.．,，:：]?+)(?!\d{1,3}\s?[)）、.．](?!\d))"  # 3、4. is two numbers
)
_FOLD = str.maketrans(
    {"（": "(", "）": ")", "．": ".", "，": ",", "：": ":", "【": "[", "】": "]", " ": None}
)


class _Number(Value):
    """The number that a line begins with, at `text[start:end]`."""

    start: int
    end: int
    kind: str
    digits: str
    before: str
    after: str

    @property
    def style(self) -> tuple[str, str, str]:
        """Kind of digits, and the marks around them in half width."""
        return self.kind, _folded(self.before), _folded(self.after)

    @property
    def level(self) -> tuple[str, bool]:
        """What tells a level apart where the numbers do not run on: kind of digits, brackets."""
        return self.kind, ")" in self.after or "）" in self.after


@lru_cache(maxsize=64)
def _folded(marks: str) -> str:
    return marks.translate(_FOLD)


def check(notice: Notice) -> Iterator[Outcome]:
    """Every list of numbers of one level."""
    groups = [(level, numbers) for level, numbers in _levels(notice) if len(numbers) > 1]
    odd = (one for level, numbers in groups for one in _odd_ones(notice, level, numbers))
    yield from verdict([*odd, *(Held() for _ in groups)], Silent(_NO_NUMBERS))


def _levels(notice: Notice) -> Iterator[tuple[str, list[_Number]]]:
    """Each level with the numbers that its lines begin with."""
    for _, issues in groupby(notice.issues, key=lambda issue: issue.section):
        yield "issues", _numbers(notice, [issue.span.start for issue in issues if issue.label])
    yield "sections", _numbers(notice, [one.span.start for one in notice.sections])
    top = [one.span.start for one in notice.outline if one.level == 1 and one.label]
    for level, passages in (("next_steps", notice.next_steps), ("overview", notice.overview)):
        starts = [one.span.start for one in passages]
        inner = [start for start in starts if start not in top]
        yield level, _numbers(notice, inner or starts)
    yield "outline", _numbers(notice, top)


def _numbers(notice: Notice, starts: Sequence[int]) -> list[_Number]:
    """The number at the start of each line that has one with a mark around it."""
    text = notice.text
    marked = [number for start in starts if (number := _parse_number(text, line_start(notice, start)))]
    if [parse_label(number.digits) for number in marked] == list(range(1, len(marked) + 1)):
        return marked
    levels = [number.level for number in marked]
    return [number for number, level in zip(marked, levels, strict=True) if level == levels[0]]


def _parse_number(text: str, start: int) -> _Number | None:
    match = _NUMBER.match(text, start)
    if match is None:
        return None
    before, arabic, chinese, sign, after = match.groups()
    if not (sign or after.strip()):
        return None
    kind = "arabic" if arabic else "chinese" if chinese else "sign"
    return _Number(match.start("before"), match.end(), kind, arabic or chinese or sign, before, after)


def _odd_ones(notice: Notice, level: str, numbers: list[_Number]) -> Iterator[Failed]:
    """The numbers that differ from the commonest style; of two equally common ones the first stands."""
    if len({(number.kind, number.before, number.after) for number in numbers}) == 1:
        return
    styles = [number.style for number in numbers]
    usual = max(times := Counter(styles), key=times.__getitem__)
    model = numbers[styles.index(usual)]
    for number, style in zip(numbers, styles, strict=True):
        if style != usual:
            places = tuple(quote(notice, one.start, one.end) for one in (number, model))
            facts = {
                "level": _LEVELS[level],
                "odd": places[0].text.strip(),
                "usual": places[1].text.strip(),
            }
            yield Failed(_SENTENCE, facts, places, suggestion=_rewritten(number, model))


def _rewritten(number: _Number, model: _Number) -> str | None:
    """The odd number in the usual style; None where the digits are of another kind."""
    return f"{model.before}{number.digits}{model.after}".strip() if number.kind == model.kind else None


RULE = Rule("NUM005", "number-style", "warning", check)
