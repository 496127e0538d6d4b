"""`notice check`: do the figures agree?"""

from __future__ import annotations

from pathlib import Path

import click

from notice_cli.cli.ending import FINDINGS, NOT_CHECKED, OK, worst
from notice_cli.cli.options import COLOR, LANG, OUTPUT, SOURCES, format_option, lang_of, look_of
from notice_cli.cli.output import write
from notice_cli.cli.reading import read_each
from notice_cli.cli.words import t
from notice_cli.model import Notice, Report
from notice_cli.pipeline import check, unreadable
from notice_cli.reports import CHECK_REPORTS

LEVELS = ("error", "warning", "note")
"""Gravest first."""


@click.command(
    "check",
    short_help=t("核对通报里的数字和日期是否一致", "Run consistency checks on notices."),
    help=t(
        "核对整改情况通报：已完成 22 + 持续 1 = 反馈 23 = 列出 23；制定 61 条不能完成 69 条。\n\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 用法或程序错误；3 有来源没有核对。",
        "Check notices: 22 completed + 1 ongoing = 23 reported = 23 listed; 69 of 61 measures cannot be.\n\n"
        "Exit codes: 0 nothing at or above --fail-on; 1 findings; 2 usage or internal error; 3 not checked.",
    ),
    epilog=t(
        "\b\n例：notice check samples/lanchuan-culture-2024-planted.html --fail-on warning",
        "\b\nExample: notice check samples/lanchuan-culture-2024-planted.html --fail-on warning",
    ),
)
@SOURCES
@format_option(CHECK_REPORTS)
@click.option(
    "--select", multiple=True, metavar="CODE",
    help=t("只用这些规则（编号或前缀，逗号分隔，可重复）", "Only these rules (codes or prefixes, comma separated)."),
)  # fmt: skip
@click.option(
    "--ignore", multiple=True, metavar="CODE",
    help=t("不用这些规则（编号或前缀，逗号分隔，可重复）", "Without these rules (codes or prefixes)."),
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True,
    help=t("达到这个级别就以 1 退出", "Exit with 1 on findings of this level or graver."),
)  # fmt: skip
@OUTPUT
@LANG
@COLOR
def command(
    sources: tuple[str, ...],
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str,
    output: Path | None,
    lang: str | None,
    color: str,
) -> int:
    """Check all sources and write the reports."""
    language = lang_of(lang)
    chosen, left_out = _codes(select), _codes(ignore)
    checked: list[tuple[Notice | None, Report]] = []
    for uri, result in read_each(sources, language):
        if isinstance(result, Notice):
            checked.append((result, check(result, chosen, left_out, language)))
        else:
            checked.append((None, unreadable(uri, result, language)))
    write(
        CHECK_REPORTS[format_](checked, look_of(language, color, output)), output, machine=format_ != "text"
    )
    return worst([_code(notice, report, fail_on) for notice, report in checked]) if checked else NOT_CHECKED


def _codes(given: tuple[str, ...]) -> list[str]:
    return [code.strip().upper() for part in given for code in part.split(",") if code.strip()]


def _code(notice: Notice | None, report: Report, fail_on: str) -> int:
    """The exit code of one report. A notice of which only a part was read was not checked."""
    if notice is None or notice.source.next:
        return NOT_CHECKED
    counted = LEVELS[: LEVELS.index(fail_on) + 1]
    return FINDINGS if any(finding.level in counted for finding in report.findings) else OK
