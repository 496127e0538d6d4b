"""Notices for people: a card with its status bar, declared figures, a row an issue, what found no place.

Lines fold to the width; where it is small, status and measures stand below the words of the issue.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from notice_cli.language import Lang, Words, words_in
from notice_cli.model import Count, Issue, Notice, Source
from notice_cli.reports.places import has_lines, say_position
from notice_cli.reports.terminal import Line, Piece, cells, cut, paint, visible, wrap

STATUS_WORDS: dict[str, Words] = {
    "completed": Words("已完成"),
    "basically_completed": Words("基本完成"),
    "ongoing": Words("持续整改"),
    "in_progress": Words("正在整改"),
    "not_completed": Words("未完成"),
}
STATUS_STYLES = {
    "completed": "green",
    "basically_completed": "cyan",
    "ongoing": "bright_blue",
    "in_progress": "yellow",
    "not_completed": "red",
}
GENRE_WORDS: dict[str, Words] = {
    "inspection": Words("巡视巡察整改"),
    "audit": Words("审计整改"),
    "environment": Words("生态环境保护督察整改"),
    "other": Words("其他整改"),
}
WHAT_WORDS: dict[str, Words] = {
    "issues": Words("问题"),
    "issues_completed": Words("已完成"),
    "issues_basically_completed": Words("基本完成"),
    "issues_ongoing": Words("持续整改"),
    "issues_in_progress": Words("正在整改"),
    "issues_not_completed": Words("未完成"),
    "aspects": Words("方面"),
    "categories": Words("类"),
    "measures": Words("整改措施"),
    "measures_completed": Words("已完成措施"),
    "regulations": Words("制度"),
    "regulations_new": Words("新建制度"),
    "regulations_revised": Words("修订制度"),
    "regulations_abolished": Words("废止制度"),
    "persons_accountable": words_in("parse_table", "追责问责"),
    "persons_disciplined": words_in("parse_table", "党纪政务处分"),
    "persons_organizational": Words("组织处理"),
    "persons_talked": words_in("parse_table", "谈话提醒"),
    "persons_transferred": words_in("parse_table", "移送司法"),
    "cases_filed": Words("立案"),
    "clues": Words("问题线索"),
    "units_accountable": Words("问责单位"),
    "meetings": Words("会议"),
    "amount_recovered": Words("追缴清退"),
    "completion_rate": Words("完成率"),
    "other": Words("其他"),
}
STATUS_GLYPHS = {
    "completed": "█",
    "basically_completed": "▆",
    "ongoing": "▄",
    "in_progress": "▂",
    "not_completed": "×",
    "": "·",
}
"""The higher, the nearer to its end; told apart without colour, and in GBK."""
_HEAD: tuple[tuple[Words, ...], ...] = (
    (
        Words("{genre}"),
        Words("{issuer}"),
        Words("{team}"),
        Words("{round}"),
    ),
    (
        Words("巡察 {period}"),
        Words("反馈 {feedback}"),
        Words("落款 {signed}"),
        Words("发布 {published}"),
    ),
    (Words("联系 {contact}"),),
    (Words("来源 {source}"), Words("版式 {layout}")),
)
"""Lines of the card; a part is left out where its value is not stated."""
_ISSUES = Words("问题 {count} · 措施 {measures}")
_FIGURES = Words("申报数字")
_LINE = Words("第{line}行")
_COLUMNS = (
    Words("号"),
    words_in("explain", "问题"),
    Words("结果"),
    Words("措施"),
)
_MEASURES = Words("措施 {count}")
_UNPARSED = Words("未能归类的段落（{count}）")
_NOTHING = Words("没有读出逐条列出的问题")
NO_STATUS = Words("未注明")
_MORE = Words("看某一条全文：--issue 编号")
_MOST_UNPARSED, _MOST_LINES = 20, 2
_NARROW = 72
"""Cells below which a row has no columns."""
_DIM, _BOLD = "dim", "bold"


def render(notices: Sequence[Notice], lang: Lang, color: bool, width: int) -> str:
    """All notices one below the other.

    Args:
        notices: What to show.
        lang: Language of the captions.
        color: Whether to colour.
        width: Cells of a line; at least 40 are taken.
    """
    width = max(width, 40)
    return paint([line for notice in notices for line in _notice(notice, lang, width)], color=color)


def _notice(notice: Notice, lang: Lang, width: int) -> Iterator[Line]:
    yield from _fold(visible(notice.title or notice.source.uri), width, style=_BOLD)
    yield from _card(notice, lang, width)
    if notice.issues:
        yield []
        yield from status_bar(notice.issues, lang, width)
    figures = [count for count in notice.counts if count.what != "other"]
    if figures:
        yield from _figures(notice.source, figures, lang, width)
    yield []
    yield from _issues(notice, lang, width) if notice.issues else [[(_NOTHING.say(lang), "yellow")]]
    yield from _unparsed(notice, lang, width)
    yield []


def _fold(text: str, width: int, indent: int = 0, style: str = "", most: int = 0) -> Iterator[Line]:
    """The text in as many lines as it takes, at most `most`; an indented one begins with spaces."""
    lines = wrap(text, width - indent)
    if most and len(lines) > most:
        lines = [*lines[: most - 1], cut(lines[most - 1] + lines[most], width - indent)]
    for line in lines:
        yield [(" " * indent, ""), (line, style)]


def _card(notice: Notice, lang: Lang, width: int) -> Iterator[Line]:
    values = _values(notice, lang)
    for parts in _HEAD:
        told = [visible(words.say(lang, **values)) for words in parts if values[_field(words)]]
        for packed in _packed(told, width):
            yield from _fold(packed, width, style=_DIM)


def _packed(parts: Sequence[str], width: int) -> list[str]:
    """Lines of parts, as many in each as it holds."""
    lines: list[str] = []
    for part in parts:
        if lines and cells(lines[-1]) + 3 + cells(part) <= width:
            lines[-1] += f" · {part}"
        else:
            lines.append(part)
    return lines


def _field(words: Words) -> str:
    """The name in the words' braces."""
    return words.en.partition("{")[2].rstrip("}")


def _values(notice: Notice, lang: Lang) -> dict[str, str]:
    """What stands in the card, each value as one text."""
    told, meta = notice.inspection, notice.metadata
    contact = (*notice.contact.phones, *notice.contact.emails, notice.contact.address)
    return {
        "genre": GENRE_WORDS[notice.genre].say(lang),
        "issuer": notice.signature.issuer or meta.issuer or "",
        "team": told.team or "",
        "round": told.round or "",
        "period": " — ".join(filter(None, (told.started_on, told.ended_on))),
        "feedback": told.feedback_on or "",
        "signed": notice.signature.signed_on or "",
        "published": meta.published_on or meta.issued_on or "",
        "contact": "  ".join(filter(None, contact)),
        "layout": f"{notice.layout.name} {notice.layout.score:.2f}",
        "source": notice.source.uri,
    }


def status_bar(issues: Sequence[Issue], lang: Lang, width: int) -> Iterator[Line]:
    """How many issues there are, a bar of their statuses, and its legend."""
    counted = Counter[str](issue.status or "" for issue in issues)
    present = [status for status in STATUS_GLYPHS if counted[status]]
    measures = sum(len(issue.measures) for issue in issues)
    yield [(_ISSUES.say(lang, count=len(issues), measures=measures), _BOLD)]
    lengths = _lengths([counted[status] for status in present], min(width, 60))
    yield [
        (STATUS_GLYPHS[status] * length, _style(status))
        for status, length in zip(present, lengths, strict=True)
    ]
    legend = [
        [(STATUS_GLYPHS[status], _style(status)), (f" {_status_words(status, lang)} {counted[status]}", "")]
        for status in present
    ]
    yield from _flow(legend, width)


def _lengths(counts: Sequence[int], width: int) -> list[int]:
    """Cells of each part of a bar; no part vanishes, the longest takes what rounding leaves."""
    lengths = [max(1, count * width // sum(counts)) for count in counts]
    lengths[lengths.index(max(lengths))] += width - sum(lengths)
    return lengths


def _style(status: str) -> str:
    return STATUS_STYLES.get(status, _DIM)


def _status_words(status: str, lang: Lang) -> str:
    return (STATUS_WORDS[status] if status else NO_STATUS).say(lang)


def _flow(parts: Sequence[list[Piece]], width: int, indent: int = 0) -> Iterator[Line]:
    """Parts beside each other, as many as a line holds."""
    line: list[Piece] = []
    room = 0
    for part in parts:
        size = sum(cells(words) for words, _ in part) + 3
        if line and size > room:
            yield line[:-1]
            line = []
        if not line:
            line, room = [(" " * indent, "")], width - indent + 3
        line, room = [*line, *part, ("   ", "")], room - size
    if line:
        yield line[:-1]


def _position(source: Source, line: int, lang: Lang) -> str:
    return _LINE.say(lang, line=line) if has_lines(source) else say_position(source, line, lang)


def _figures(source: Source, counts: Sequence[Count], lang: Lang, width: int) -> Iterator[Line]:
    """The figures of each line of the file, behind its number."""
    yield [(_FIGURES.say(lang), _BOLD)]
    by_line: dict[int | None, list[list[Piece]]] = {}
    for count in counts:
        number = visible(f"{'~' if count.approximate else ''}{count.value}{count.unit or ''}")
        scope = f" [{count.scope}]" if count.scope != "notice" else ""
        told = [(WHAT_WORDS[count.what].say(lang) + " ", ""), (number, _BOLD), (scope, _DIM)]
        by_line.setdefault(count.source_line, []).append(told)
    labels = {line: _position(source, line, lang) if line else "" for line in by_line}
    indent = max(map(cells, labels.values())) + 4
    for line, parts in by_line.items():
        first, *rest = _flow(parts, width, indent)
        yield [(_pad("  " + labels[line], indent), _DIM), *first[1:]]
        yield from rest


def _issues(notice: Notice, lang: Lang, width: int) -> Iterator[Line]:
    """A row an issue, under the headings of their sections."""
    number = max(cells(_COLUMNS[0].say(lang)), *(len(str(issue.number)) for issue in notice.issues))
    status = max(cells(_status_words(issue.status or "", lang)) for issue in notice.issues) + 2
    if width >= _NARROW:
        yield _heads(number, status, lang, width)
    sections = {section.number: section for section in notice.sections}
    shown: int | None = None
    for issue in notice.issues:
        if issue.section != shown and issue.section in sections:
            section = sections[issue.section]
            yield from _fold(visible(f"{section.label or ''}{section.heading}"), width, style="dim italic")
        shown = issue.section
        yield from (_row if width >= _NARROW else _stack)(issue, number, status, lang, width)
    if any(cells(issue.text) > (width - 20) * _MOST_LINES for issue in notice.issues):
        yield [(_MORE.say(lang), _DIM)]


def _heads(number: int, status: int, lang: Lang, width: int) -> Line:
    words = [head.say(lang) for head in _COLUMNS]
    room = width - number - status - cells(words[3]) - 4
    text = f"{_pad(words[0], number)}  {_pad(words[1], room)}{_pad(words[2], status)}  {words[3]}"
    return [(text, _DIM)]


def _row(issue: Issue, number: int, status: int, lang: Lang, width: int) -> Iterator[Line]:
    """The issue in columns: number, words, status, measures."""
    last = cells(_COLUMNS[3].say(lang))
    room = width - number - status - last - 4
    first, *rest = _fold(visible(issue.text), room - 1, most=_MOST_LINES)
    words = first[1][0]
    state = (
        _pad(f"{_glyph(issue)} {_status_words(issue.status or '', lang)}", status),
        _style(issue.status or ""),
    )
    yield [
        (f"{issue.number:>{number}}  ", ""),
        (_pad(words, room), ""),
        state,
        (f"  {len(issue.measures):>{last}}", ""),
    ]
    for line in rest:
        yield [(" " * (number + 2), ""), line[1]]


def _stack(issue: Issue, number: int, status: int, lang: Lang, width: int) -> Iterator[Line]:
    """The issue in a narrow terminal: status and measures below its words."""
    first, *rest = _fold(visible(issue.text), width - number - 2, most=_MOST_LINES)
    yield [(f"{issue.number:>{number}}  ", ""), first[1]]
    for line in rest:
        yield [(" " * (number + 2), ""), line[1]]
    state = f"{_glyph(issue)} {_status_words(issue.status or '', lang)}"
    measures = _MEASURES.say(lang, count=len(issue.measures))
    yield [(" " * (number + 2), ""), (state, _style(issue.status or "")), (f" · {measures}", _DIM)]


def _glyph(issue: Issue) -> str:
    return STATUS_GLYPHS[issue.status or ""]


def _pad(text: str, width: int) -> str:
    return text + " " * (width - cells(text))


def _unparsed(notice: Notice, lang: Lang, width: int) -> Iterator[Line]:
    if notice.unparsed:
        yield [(_UNPARSED.say(lang, count=len(notice.unparsed)), "bold yellow")]
    for block in notice.unparsed[:_MOST_UNPARSED]:
        where = f"{block.source_line}: " if block.source_line else ""
        yield from _fold(f"{where}{visible(block.text)}", width, 2)
    if len(notice.unparsed) > _MOST_UNPARSED:
        yield [("  …", "")]
