"""Results to text, never printing: one file a format; the tables here feed the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from notice_cli.language import Lang
from notice_cli.values import Value

if TYPE_CHECKING:
    from notice_cli.model import Comparison, Manual, Notice, Report, Timeline, Visit
    from notice_cli.page.explain import PartOfPage
    from notice_cli.reports.stats_model import Stat

    Explained = Sequence[tuple[Notice, Sequence[PartOfPage] | None]]
    Checked = Sequence[tuple[Notice | None, Report]]


class Look(Value):
    """How a report for people is to look; formats for programs do not ask."""

    lang: Lang = "zh"
    color: bool = False
    width: int = 100
    verbose: bool = False
    version: str = ""
    manuals: Sequence[Manual] = ()
    """Manual pages of the rules, for formats that carry them along."""


def _notices_table(notices: Sequence[Notice], look: Look) -> str:
    from notice_cli.reports.parse_table import render

    return render(notices, look.lang, look.color, look.width)


def _explain_table(explained: Explained, look: Look) -> str:
    from notice_cli.reports.explain import render

    return render(explained, look.lang, look.color, look.width)


def _explain_json(explained: Explained, look: Look) -> str:
    from notice_cli.reports.explain import render_json

    return render_json(explained)


def _explain_lines(explained: Explained, look: Look) -> str:
    from notice_cli.reports.explain import render_lines

    return render_lines(explained)


def _check_text(checked: Checked, look: Look) -> str:
    from notice_cli.reports.check_text import render

    return render(checked, look.lang, look.color, look.width, verbose=look.verbose)


def _diff_table(comparison: Comparison, look: Look) -> str:
    from notice_cli.reports.diff_text import render

    return render(comparison, look.lang, look.color, look.width)


def _visits_table(visits: Sequence[Visit], look: Look) -> str:
    from notice_cli.reports.fetch_table import render

    return render(visits, look.lang, look.color, look.width)


def _visits_json(visits: Sequence[Visit], look: Look) -> str:
    from notice_cli.reports.to_json import render_many

    return render_many(visits)


def _visits_jsonl(visits: Sequence[Visit], look: Look) -> str:
    from notice_cli.reports.to_json import render_lines

    return render_lines(visits)


def _notices_json(notices: Sequence[Notice], look: Look) -> str:
    from notice_cli.reports.to_json import render_many

    return render_many(notices)


def _notices_jsonl(notices: Sequence[Notice], look: Look) -> str:
    from notice_cli.reports.to_json import render_lines

    return render_lines(notices)


def _check_json(checked: Checked, look: Look) -> str:
    from notice_cli.reports.to_json import render_many

    return render_many([report for _, report in checked])


def _check_jsonl(checked: Checked, look: Look) -> str:
    from notice_cli.reports.to_json import render_lines

    return render_lines([report for _, report in checked])


def _check_sarif(checked: Checked, look: Look) -> str:
    from notice_cli.reports.to_sarif import render

    return render([report for _, report in checked], look.manuals, look.lang, look.version)


def _check_github(checked: Checked, look: Look) -> str:
    from notice_cli.reports.to_github import render

    return render([report for _, report in checked], look.lang)


def _check_gitlab(checked: Checked, look: Look) -> str:
    from notice_cli.reports.to_gitlab import render

    return render([report for _, report in checked])


def _check_junit(checked: Checked, look: Look) -> str:
    from notice_cli.reports.to_junit import render

    return render([report for _, report in checked], look.lang)


def _check_markdown(checked: Checked, look: Look) -> str:
    from notice_cli.reports.to_markdown import render

    return render([report for _, report in checked], look.lang)


def _diff_json(comparison: Comparison, look: Look) -> str:
    from notice_cli.reports.to_json import render_many

    return render_many([comparison])


def _diff_markdown(comparison: Comparison, look: Look) -> str:
    from notice_cli.reports.diff_markdown import render

    return render(comparison, look.lang)


def _diff_html(comparison: Comparison, look: Look) -> str:
    from notice_cli.reports.diff_html import render

    return render(comparison, look.lang)


def _timeline_table(timeline: Timeline, look: Look) -> str:
    from notice_cli.reports.diff_timeline import render

    return render(timeline, look.lang, look.color, look.width)


def _timeline_markdown(timeline: Timeline, look: Look) -> str:
    from notice_cli.reports.diff_timeline_markdown import render

    return render(timeline, look.lang)


def _timeline_html(timeline: Timeline, look: Look) -> str:
    from notice_cli.reports.diff_timeline_html import render

    return render(timeline, look.lang)


def _timeline_json(timeline: Timeline, look: Look) -> str:
    from notice_cli.reports.to_json import render_many

    return render_many([timeline])


def _stats_table(stats: Sequence[Stat], look: Look) -> str:
    from notice_cli.reports.stats_text import render_table

    return render_table(stats, look.lang, look.color, look.width)


def _stats_csv(stats: Sequence[Stat], look: Look) -> str:
    from notice_cli.reports.stats_text import render_csv

    return render_csv(stats)


def _stats_json(stats: Sequence[Stat], look: Look) -> str:
    from notice_cli.reports.stats_text import render_json

    return render_json(stats)


def _stats_html(stats: Sequence[Stat], look: Look) -> str:
    from notice_cli.reports.stats_html import render

    return render(stats, look.lang)


PARSE_REPORTS: dict[str, Callable[[Sequence[Notice], Look], str]] = {
    "table": _notices_table,
    "json": _notices_json,
    "jsonl": _notices_jsonl,
}
FETCH_REPORTS: dict[str, Callable[[Sequence[Visit], Look], str]] = {
    "table": _visits_table,
    "json": _visits_json,
    "jsonl": _visits_jsonl,
}
EXPLAIN_REPORTS: dict[str, Callable[[Explained, Look], str]] = {
    "table": _explain_table,
    "json": _explain_json,
    "jsonl": _explain_lines,
}
CHECK_REPORTS: dict[str, Callable[[Checked, Look], str]] = {
    "text": _check_text,
    "json": _check_json,
    "jsonl": _check_jsonl,
    "sarif": _check_sarif,
    "github": _check_github,
    "gitlab": _check_gitlab,
    "junit": _check_junit,
    "markdown": _check_markdown,
}
DIFF_REPORTS: dict[str, Callable[[Comparison, Look], str]] = {
    "table": _diff_table,
    "json": _diff_json,
    "markdown": _diff_markdown,
    "html": _diff_html,
}
TIMELINE_REPORTS: dict[str, Callable[[Timeline, Look], str]] = {
    "table": _timeline_table,
    "json": _timeline_json,
    "markdown": _timeline_markdown,
    "html": _timeline_html,
}
STATS_REPORTS: dict[str, Callable[[Sequence[Stat], Look], str]] = {
    "table": _stats_table,
    "csv": _stats_csv,
    "json": _stats_json,
    "html": _stats_html,
}
"""Formats by command, the default first."""
