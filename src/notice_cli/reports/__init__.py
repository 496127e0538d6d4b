"""Results to text, never printing: one file a format; the tables here feed the command line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notice_cli.language import Lang
from notice_cli.model import Comparison, Notice, Report

Checked = Sequence[tuple[Notice | None, Report]]


@dataclass(frozen=True, slots=True)
class Look:
    """How a report for people is to look; formats for programs do not ask."""

    lang: Lang = "zh"
    color: bool = False
    width: int = 100


def _notices_table(notices: Sequence[Notice], look: Look) -> str:
    from notice_cli.reports.parse_table import render

    return render(notices, look.lang, look.color, look.width)


def _check_text(checked: Checked, look: Look) -> str:
    from notice_cli.reports.check_text import render

    return render(checked, look.lang, look.color, look.width)


def _diff_table(comparison: Comparison, look: Look) -> str:
    from notice_cli.reports.diff_text import render

    return render(comparison, look.lang, look.color, look.width)


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


def _diff_json(comparison: Comparison, look: Look) -> str:
    from notice_cli.reports.to_json import render_many

    return render_many([comparison])


PARSE_REPORTS: dict[str, Callable[[Sequence[Notice], Look], str]] = {
    "table": _notices_table,
    "json": _notices_json,
    "jsonl": _notices_jsonl,
}
CHECK_REPORTS: dict[str, Callable[[Checked, Look], str]] = {
    "text": _check_text,
    "json": _check_json,
    "jsonl": _check_jsonl,
}
DIFF_REPORTS: dict[str, Callable[[Comparison, Look], str]] = {"table": _diff_table, "json": _diff_json}
"""Formats by command, the default first."""
