"""What a check found, for a clerk: place, fault, the line with carets, the figures, what would be right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from notice_cli.language import Lang, Words
from notice_cli.model import Arithmetic, Finding, Notice, Operand, Report, Severity
from notice_cli.reports.excerpt import excerpts
from notice_cli.reports.gravity import gravity
from notice_cli.reports.places import first_line, say_place, say_position
from notice_cli.reports.terminal import Line, Piece, cells, cut, paint, visible, wrap

_LEVELS: dict[Severity, tuple[Words, str]] = {
    "error": (Words("错误"), "bold red"),
    "warning": (Words("警告"), "bold yellow"),
    "note": (Words("提示"), "bold cyan"),
}
_SIGNS = {"<=": "≤", ">=": "≥", "~=": "≈"}
_SUGGESTION = Words("应写作")
_SHOULD = Words("应有")
_COUNTED = Words("正文逐条数得")
_LEDGER = Words("台账")
_ASIDE_OF = Words("（{text}）")
"""How a clause or a place is put behind what it belongs to."""
_EXAMINED = Words("检查了 {count} 份通报")
_UNREADABLE = Words("，{count} 份读不了")
_FOUND = Words("错误 {error}，警告 {warning}，提示 {note}")
_CLAIMS = Words(
    "申报数字 {all} 个：核实 {verified}，有出入 {contradicted}，未核 {unverified}",
)
_REPAIR = Words("可能的改法 {at}：")
_ASIDE = Words("已搁置 {count} 条")
_BROKEN = Words("规则 {code} 出错，没有判完：{error}")
_CLEAN = Words("没有发现问题")
_PASSED = Words("通过 {count} 项")
_SILENT = Words("未能判断 {count} 项")
_MOST_PLACES = 4
"""Excerpts of one finding that are drawn; the rest are counted."""
_MORE = Words("另有 {count} 处")
_DIM, _HEAD, _RIGHT = "dim", "bold", "green"


def render(
    pairs: Sequence[tuple[Notice | None, Report]],
    lang: Lang,
    color: bool,
    width: int,
    *,
    verbose: bool = False,
) -> str:
    """The findings of every report, the gravest first, and at the end what was examined.

    Args:
        pairs: Each report with the notice it is about; None where the source could not be read.
        lang: The language of all that is not the notice's own.
        color: Whether to write ANSI colours.
        width: Cells of the terminal; lines are kept within it, down to 40.
        verbose: Whether to list what passed line by line, with every figure and its place.
    """
    width = max(width, 40)
    lines = [line for notice, report in pairs for line in _report(notice, report, lang, width)]
    return paint([*lines, *_summary([report for _, report in pairs], lang, width, verbose)], color=color)


def _report(notice: Notice | None, report: Report, lang: Lang, width: int) -> Iterator[Line]:
    if report.unreadable is not None:
        yield from _wrapped([], visible(report.unreadable.message), width, "red")
        yield []
    for one in report.broken:
        yield from _wrapped([], visible(_BROKEN.say(lang, code=one.code, error=one.error)), width, "red")
        yield []
    for finding in sorted(report.findings, key=gravity):
        yield from _finding(notice, report, finding, lang, width)
        yield []


def _finding(
    notice: Notice | None, report: Report, finding: Finding, lang: Lang, width: int
) -> Iterator[Line]:
    words, style = _LEVELS[finding.level]
    head = [
        (f"{words.say(lang)} {finding.code} ", style),
        (f"{visible(finding.name)}  ", _DIM),
    ]
    yield from _wrapped(head, visible(finding.message), width, _HEAD)
    place = visible(say_place(report, first_line(finding), lang))
    yield [(" " * _gutter(finding) + "--> ", "blue"), (place, "")]
    if notice is not None:
        yield from _drawing(notice, finding, lang, width)
    yield from _figures(report, finding, lang, width)
    if finding.suggestion:
        yield from _aside(_SUGGESTION.say(lang), visible(finding.suggestion), finding, width, _RIGHT)
    for at, repair in enumerate(finding.repairs, 1):
        yield from _aside(_REPAIR.say(lang, at=at), visible(repair.text), finding, width, _RIGHT)


def _gutter(finding: Finding) -> int:
    """Cells that the line numbers take."""
    return max((len(str(one.source_line or "")) for one in finding.evidence), default=1) + 1


def _drawing(notice: Notice, finding: Finding, lang: Lang, width: int) -> Iterator[Line]:
    """The lines that the finding rests on, with carets."""
    gutter = _gutter(finding)
    drawn, left = excerpts(notice, finding.evidence, width - gutter - 3, _MOST_PLACES)
    for one in drawn:
        number = "" if one.source_line is None else str(one.source_line)
        yield [(f"{number:>{gutter - 1}} | ", "blue"), (one.shown, "")]
        yield [(" " * gutter + "| ", "blue"), (one.carets, "bold red")]
    if left:
        yield from _aside(_MORE.say(lang, count=left), "", finding, width, _DIM)


def _figures(report: Report, finding: Finding, lang: Lang, width: int) -> Iterator[Line]:
    """Every figure with the place it stands in, and the equations that should hold."""
    listed = _LEDGER if finding.code.startswith("LED") else _COUNTED
    operands = {(one.span.start if one.span else -1, str(one.value)): one for one in _operands(finding)}
    for one in operands.values():
        yield from _aside(visible(str(one.value)), _origin(report, one, lang, listed), finding, width, "")
    if finding.arithmetic:
        sums = ("；" if lang == "zh" else "; ").join(_equation(one) for one in finding.arithmetic)
        yield from _aside(_SHOULD.say(lang), sums, finding, width, "")


def _operands(finding: Finding) -> Iterator[Operand]:
    return (one for each in finding.arithmetic for one in each.operands)


def _origin(report: Report, operand: Operand, lang: Lang, listed: Words = _COUNTED) -> str:
    """The clause of a figure and its line; whose it is where it stands in none of this notice."""
    if operand.span is None and operand.source_line is None:
        text = visible(operand.text)
        behind = _ASIDE_OF.say(lang, text=text) if text and text != str(operand.value) else ""
        return listed.say(lang) + behind
    if operand.source_line is None:
        return cut(visible(operand.text), 48)
    place = _ASIDE_OF.say(lang, text=say_position(report.source, operand.source_line, lang))
    return cut(visible(operand.text), 48) + place


def _equation(one: Arithmetic) -> str:
    return visible(f"{one.expression} {_SIGNS.get(one.operator, one.operator)} {one.right}")


def _aside(label: str, text: str, finding: Finding, width: int, style: str) -> Iterator[Line]:
    head = [
        (" " * _gutter(finding) + "= ", "blue"),
        (f"{label} " if text else label, _DIM if text else style),
    ]
    yield from _wrapped(head, text, width, style)


def _wrapped(head: list[Piece], text: str, width: int, style: str) -> Iterator[Line]:
    """`head`, then the text in as many lines as it takes, the later ones set in."""
    indent = sum(cells(words) for words, _ in head)
    indent = indent if indent <= width // 2 else 4
    first, *rest = _fit(text, width, sum(cells(words) for words, _ in head), indent)
    yield [*head, (first, style)]
    for line in rest:
        yield [(" " * indent, ""), (line, style)]


def _fit(text: str, width: int, head: int, indent: int) -> list[str]:
    """The text broken so that the first line has room for the head; it begins below a long one."""
    if head + cells(text) <= width:
        return [text]
    if head > width // 2:
        return ["", *wrap(text, width - indent)]
    return wrap(text, width - indent)


def _summary(reports: Sequence[Report], lang: Lang, width: int, verbose: bool) -> Iterator[Line]:
    """What was examined, found, passed, and could not be judged."""
    read = [report for report in reports if report.unreadable is None]
    levels = Counter(finding.level for report in read for finding in report.findings)
    unread = len(reports) - len(read)
    head = _EXAMINED.say(lang, count=len(read)) + (_UNREADABLE.say(lang, count=unread) if unread else "")
    head += _stop(lang) if read else ""
    found = {level: levels.get(level, 0) for level in _LEVELS}
    verdict = _FOUND.say(lang, **found) if any(found.values()) else _CLEAN.say(lang)
    style = next((style for level, (_, style) in _LEVELS.items() if found[level]), "bold green")
    yield from _wrapped([(head, _HEAD)], verdict if read else "", width, style)
    yield from _claims(read, lang, width)
    yield from _passed_lines(read, lang, width) if verbose else _passed(read, lang, width)
    yield from _silent(read, lang, width)


def _stop(lang: Lang) -> str:
    return "：" if lang == "zh" else " — "


def _claims(reports: Sequence[Report], lang: Lang, width: int) -> Iterator[Line]:
    """How much of what the notices declare was really checked, and what was set aside."""
    states = Counter(claim.state for report in reports for claim in report.claims)
    aside = sum(len(report.suppressed) for report in reports)
    if states:
        told = {state: states.get(state, 0) for state in ("verified", "contradicted", "unverified")}
        words = _CLAIMS.say(lang, all=states.total(), **told)
        yield from _wrapped([("  ", "")], words, width, _DIM)
    if aside:
        yield from _wrapped([("  ", "")], _ASIDE.say(lang, count=aside), width, _DIM)


def _passed_lines(reports: Sequence[Report], lang: Lang, width: int) -> Iterator[Line]:
    """Every rule that passed, with its equations and the clause and line of each figure."""
    for report in reports:
        head = _PASSED.say(lang, count=len(report.passed)) + _stop(lang) + visible(report.uri)
        yield from _wrapped([("  ", "")], head, width, _DIM)
        for one in report.passed:
            yield from _wrapped([("    ", ""), (one.code, "green")], "", width, _DIM)
            for each in one.arithmetic:
                yield from _wrapped([("      ", "")], _equation(each), width, "")
                for operand in each.operands:
                    words = f"{visible(str(operand.value))} {_origin(report, operand, lang)}"
                    yield from _wrapped([("        ", "")], words, width, _DIM)


def _passed(reports: Sequence[Report], lang: Lang, width: int) -> Iterator[Line]:
    """The codes that passed; of a single notice with their equations."""
    passed = [one for report in reports for one in report.passed]
    if not passed:
        return
    told = Counter(one.code for one in passed)
    if len(reports) == 1:
        words = [_with_sums(one.code, one.arithmetic) for one in passed]
    else:
        words = [f"{code}×{count}" for code, count in told.items()]
    label = _PASSED.say(lang, count=len(passed)) + _stop(lang)
    yield from _wrapped([("  ", ""), (label, _DIM)], "  ".join(words), width, _DIM)


def _with_sums(code: str, sums: Sequence[Arithmetic]) -> str:
    """CNT002 (22 + 1 = 23), three equations at most."""
    shown = list(dict.fromkeys(_equation(one) for one in sums))
    more = ", …" if len(shown) > 3 else ""
    return f"{code}({', '.join(shown[:3])}{more})" if shown else code


def _silent(reports: Sequence[Report], lang: Lang, width: int) -> Iterator[Line]:
    """The codes that could not be judged, reason by reason."""
    silent = [one for report in reports for one in report.not_applicable]
    if not silent:
        return
    reasons: dict[str, Counter[str]] = {}
    for one in silent:
        reasons.setdefault(visible(one.reason), Counter())[one.code] += 1
    yield [("  ", ""), (_SILENT.say(lang, count=len(silent)) + _stop(lang).rstrip(), _DIM)]
    for reason, codes in reasons.items():
        told = "、".join(code if count == 1 else f"{code}×{count}" for code, count in codes.items())
        yield from _wrapped([("    ", "")], f"{told}{_stop(lang)}{reason}", width, _DIM)
