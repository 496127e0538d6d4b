"""`notice rules`: what is checked."""

from __future__ import annotations

from pathlib import Path

import click

from notice_cli.cli.ending import OK
from notice_cli.cli.options import COLOR, LANG, OUTPUT, format_option, lang_of, look_of
from notice_cli.cli.output import write
from notice_cli.cli.words import t
from notice_cli.comparing.against import read_manuals
from notice_cli.reports.rules_text import render_json, render_list
from notice_cli.rules.manual import read_manual
from notice_cli.rules.plugins import all_rules


@click.command(
    "rules",
    short_help=t("列出全部核对规则"),
    help=t("列出全部核对规则：编号、级别、名称、内容；插件的也在内。"),
    epilog=t("例：notice rules --format json"),
)
@format_option(("text", "json"))
@OUTPUT
@LANG
@COLOR
def command(format_: str, output: Path | None, lang: str | None, color: str) -> int:
    """Write the list."""
    manuals = [*map(read_manual, all_rules()), *read_manuals()]
    look = look_of(lang_of(lang), color, output)
    shown = (
        render_json(manuals) if format_ == "json" else render_list(manuals, look.lang, look.color, look.width)
    )
    write(shown, output, machine=format_ == "json")
    return OK
