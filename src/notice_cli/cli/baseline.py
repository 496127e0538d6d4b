"""`notice baseline`: today's findings, so that later checks fail only on what is new."""

from __future__ import annotations

from pathlib import Path

import click

from notice_cli.aside.baseline import render_baseline
from notice_cli.cli.check import DRAFT, EXTEND, IGNORE, SELECT, check_all, split_codes
from notice_cli.cli.ending import NOT_CHECKED, OK
from notice_cli.cli.network import NETWORK
from notice_cli.cli.options import CONFIG, LANG, OUTPUT, SOURCES, lang_of
from notice_cli.cli.output import write
from notice_cli.cli.settings import read_settings
from notice_cli.cli.words import t


@click.command(
    "baseline",
    short_help=t("记下现有的问题，以后只报新的"),
    help=t(
        "把现有的问题记成基线（JSON），以后 notice check --baseline 只对新问题报错。",
    ),
    epilog=t(
        "例：notice baseline samples/*.html -o notice-baseline.json",
    ),
)
@SOURCES
@SELECT
@EXTEND
@IGNORE
@DRAFT
@OUTPUT
@CONFIG
@NETWORK
@LANG
def command(
    sources: tuple[str, ...],
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    draft: bool,
    output: Path | None,
    config_file: Path | None,
    lang: str | None,
) -> int:
    """Check all sources and write their findings."""
    settings = read_settings(
        config_file, split_codes(select), split_codes(extend_select), split_codes(ignore)
    )
    checked = check_all(sources, settings, lang_of(lang or settings.lang), draft=draft)
    write(render_baseline([report for _, report in checked]), output, machine=True)
    return OK if all(notice is not None for notice, _ in checked) else NOT_CHECKED
