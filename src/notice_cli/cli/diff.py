"""`notice diff`: what recurred, what is new, what was dropped while still open."""

from __future__ import annotations

from pathlib import Path

import click

from notice_cli.cli.ending import FINDINGS, OK
from notice_cli.cli.options import COLOR, LANG, OUTPUT, format_option, lang_of, look_of
from notice_cli.cli.output import write
from notice_cli.cli.words import t
from notice_cli.pipeline import compare, differs, read
from notice_cli.reports import DIFF_REPORTS


@click.command(
    "diff",
    short_help=t("比较两份通报", "Compare two notices."),
    help=t(
        "比较两年的通报：哪些问题再次出现、哪些是新的、哪些没整改完就不再提；同一份通报的两个版本则列出改动。\n\n"
        "退出码：0 没有差别（按 --fail-on）；1 有；2 用法或程序错误；3 有一份读不了。",
        "Compare two years' notices: what recurred, what is new, what was dropped while still open; of two\n"
        "versions of one notice, what was edited.\n\n"
        "Exit codes: 0 no difference (by --fail-on); 1 some; 2 usage or internal error; 3 not read.",
    ),
    epilog=t(
        "\b\n例：notice diff samples/lanchuan-culture-2020.html samples/lanchuan-culture-2024.html",
        "\b\nExample: notice diff samples/lanchuan-culture-2020.html samples/lanchuan-culture-2024.html",
    ),
)
@click.argument("old")
@click.argument("new")
@format_option(DIFF_REPORTS)
@click.option(
    "--fail-on", type=click.Choice(("any", "recurring", "reopened", "none")), default="any", show_default=True,
    help=t("哪种差别以 1 退出", "Which differences make the exit code 1."),
)  # fmt: skip
@OUTPUT
@LANG
@COLOR
def command(
    old: str, new: str, format_: str, fail_on: str, output: Path | None, lang: str | None, color: str
) -> int:
    """Compare two notices and write what changed."""
    language = lang_of(lang)
    comparison = compare(read(old), read(new))
    report = DIFF_REPORTS[format_](comparison, look_of(language, color, output))
    write(report, output, machine=format_ != "table")
    return FINDINGS if differs(comparison, fail_on) else OK
