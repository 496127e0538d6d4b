"""Notices for people: head, declared figures, a row an issue, and what found no place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING

from notice_cli.language import Lang, Words
from notice_cli.model import Count, Issue, Notice
from notice_cli.reports.terminal import visible

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table
    from rich.text import Text

STATUS_WORDS: dict[str, Words] = {
    "completed": Words("已完成", "completed"),
    "basically_completed": Words("基本完成", "basically completed"),
    "ongoing": Words("持续整改", "ongoing"),
    "in_progress": Words("正在整改", "in progress"),
    "not_completed": Words("未完成", "not completed"),
}
STATUS_STYLES = {
    "completed": "green",
    "basically_completed": "cyan",
    "ongoing": "blue",
    "in_progress": "yellow",
    "not_completed": "red",
}
GENRE_WORDS: dict[str, Words] = {
    "inspection": Words("巡视巡察整改", "inspection"),
    "audit": Words("审计整改", "audit"),
    "environment": Words("生态环境保护督察整改", "environment"),
    "other": Words("其他整改", "other"),
}
WHAT_WORDS: dict[str, Words] = {
    "issues": Words("问题", "issues"),
    "issues_completed": Words("已完成", "completed"),
    "issues_basically_completed": Words("基本完成", "basically completed"),
    "issues_ongoing": Words("持续整改", "ongoing"),
    "issues_in_progress": Words("正在整改", "in progress"),
    "issues_not_completed": Words("未完成", "not completed"),
    "aspects": Words("方面", "aspects"),
    "categories": Words("类", "categories"),
    "measures": Words("整改措施", "measures"),
    "measures_completed": Words("已完成措施", "measures completed"),
    "regulations": Words("制度", "regulations"),
    "regulations_new": Words("新建制度", "regulations made"),
    "regulations_revised": Words("修订制度", "regulations revised"),
    "regulations_abolished": Words("废止制度", "regulations abolished"),
    "persons_accountable": Words("追责问责", "held accountable"),
    "persons_disciplined": Words("党纪政务处分", "disciplined"),
    "persons_organizational": Words("组织处理", "organizational measures"),
    "persons_talked": Words("谈话提醒", "talked to"),
    "persons_transferred": Words("移送司法", "transferred"),
    "cases_filed": Words("立案", "cases filed"),
    "clues": Words("问题线索", "clues"),
    "units_accountable": Words("问责单位", "units held accountable"),
    "meetings": Words("会议", "meetings"),
    "amount_recovered": Words("追缴清退", "recovered"),
    "completion_rate": Words("完成率", "completion rate"),
    "other": Words("其他", "other"),
}
_HEAD: tuple[tuple[str, Words], ...] = (
    ("genre", Words("类别", "genre")),
    ("issuer", Words("发布单位", "issuer")),
    ("team", Words("巡视巡察组", "team")),
    ("round", Words("轮次", "round")),
    ("period", Words("巡察时间", "period")),
    ("feedback", Words("反馈日期", "feedback")),
    ("signed", Words("落款日期", "signed")),
    ("published", Words("发布日期", "published")),
    ("contact", Words("联系方式", "contact")),
    ("layout", Words("版式", "layout")),
    ("source", Words("来源", "source")),
)
_FIGURES = Words("申报数字", "Declared figures")
_ISSUES = Words("问题", "Issues")
_COLUMNS = (
    Words("号", "no."),
    Words("问题", "issue"),
    Words("整改结果", "status"),
    Words("措施", "measures"),
)
_UNPARSED = Words("未能归类的段落（{count}）", "Blocks that found no place ({count})")
_NOTHING = Words("没有读出逐条列出的问题", "no list of issues was read")
_NO_STATUS = Words("未注明", "not stated")
_MOST_UNPARSED = 20


def render(notices: Sequence[Notice], lang: Lang, color: bool, width: int) -> str:
    """All notices one below the other.

    Args:
        notices: What to show.
        lang: Language of the captions.
        color: Whether to colour.
        width: Cells of a line.
    """
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out, width=max(width, 40), force_terminal=color, no_color=not color, highlight=False, emoji=False
    )
    for notice in notices:
        for part in _parts(notice, lang):
            _print(console, part)
    return out.getvalue()


def _print(console: Console, part: RenderableType) -> None:
    console.print(part)


def _parts(notice: Notice, lang: Lang) -> Iterator[RenderableType]:
    yield _text(notice.title or notice.source.uri, "bold")
    yield _head(notice, lang)
    figures = [count for count in notice.counts if count.what != "other"]
    if figures:
        yield _text(_FIGURES.say(lang), "bold")
        yield _figures(figures, lang)
    yield _issues(notice.issues, lang) if notice.issues else _text(_NOTHING.say(lang), "yellow")
    if notice.unparsed:
        yield from _unparsed(notice, lang)
    yield _text("")


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(visible(words), style=style)


def _grid() -> Table:
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim", no_wrap=True)
    grid.add_column(overflow="fold")
    return grid


def _head(notice: Notice, lang: Lang) -> Table:
    values = _head_values(notice, lang)
    grid = _grid()
    for name, words in _HEAD:
        if values.get(name):
            grid.add_row(_text(words.say(lang)), _text(values[name]))
    return grid


def _head_values(notice: Notice, lang: Lang) -> dict[str, str]:
    """What stands in the head, each value as one text."""
    told, meta = notice.inspection, notice.metadata
    return {
        "genre": GENRE_WORDS[notice.genre].say(lang),
        "issuer": notice.signature.issuer or meta.issuer or "",
        "team": told.team or "",
        "round": told.round or "",
        "period": " — ".join(filter(None, (told.started_on, told.ended_on))),
        "feedback": told.feedback_on or "",
        "signed": notice.signature.signed_on or "",
        "published": meta.published_on or meta.issued_on or "",
        "contact": "  ".join((*notice.contact.phones, *notice.contact.emails, notice.contact.address or "")),
        "layout": f"{notice.layout.name} ({notice.layout.score:.2f})",
        "source": notice.source.uri,
    }


def _figures(counts: Sequence[Count], lang: Lang) -> Table:
    """A row a figure: what, how many, where it stands."""
    from rich.table import Table

    grid = Table.grid(padding=(0, 2))
    grid.add_column(no_wrap=True)
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(style="dim", overflow="fold")
    for count in counts:
        scope = f" [{count.scope}]" if count.scope != "notice" else ""
        number = f"{count.value}{count.unit or ''}"
        grid.add_row(_text("  " + WHAT_WORDS[count.what].say(lang)), _text(number), _text(count.text + scope))
    return grid


def _issues(issues: Sequence[Issue], lang: Lang) -> Table:
    from rich import box
    from rich.table import Table

    title = _text(f"{_ISSUES.say(lang)} ({len(issues)})", "bold")
    table = Table(box=box.SIMPLE_HEAD, title=title, title_justify="left", expand=True, padding=(0, 1))
    number, text, status, measures = (_text(words.say(lang)) for words in _COLUMNS)
    table.add_column(number, justify="right", no_wrap=True)
    table.add_column(text, ratio=1, overflow="fold")
    table.add_column(status, no_wrap=False, min_width=8)
    table.add_column(measures, justify="right", no_wrap=True)
    for issue in issues:
        table.add_row(
            _text(str(issue.number)), _text(issue.text), _status(issue, lang), str(len(issue.measures))
        )
    return table


def _status(issue: Issue, lang: Lang) -> Text:
    if issue.status is None:
        return _text(issue.status_text or _NO_STATUS.say(lang), "dim")
    return _text(STATUS_WORDS[issue.status].say(lang), STATUS_STYLES[issue.status])


def _unparsed(notice: Notice, lang: Lang) -> Iterator[RenderableType]:
    yield _text(_UNPARSED.say(lang, count=len(notice.unparsed)), "bold yellow")
    for block in notice.unparsed[:_MOST_UNPARSED]:
        where = f"{block.source_line}: " if block.source_line else ""
        yield _text(f"  {where}{block.text}")
    if len(notice.unparsed) > _MOST_UNPARSED:
        yield _text("  …")
