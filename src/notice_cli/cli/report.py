"""`notice report`: the review page."""

from __future__ import annotations

from pathlib import Path

import click

from notice_cli.cli.check import DRAFT, EXTEND, IGNORE, SELECT, check_all, set_aside, split_codes
from notice_cli.cli.ending import NOT_CHECKED, OK
from notice_cli.cli.network import NETWORK
from notice_cli.cli.options import CONFIG, LANG, OUTPUT, SOURCES, lang_of
from notice_cli.cli.output import write
from notice_cli.cli.settings import read_settings
from notice_cli.cli.words import t
from notice_cli.pipeline import review


@click.command(
    "report",
    short_help=t("生成一个网页：原文、发现、记录对照着看"),
    help=t(
        "生成核对页：一个不联网的网页，通报原文里读出的每个值都标出来，旁边是核对发现、通过和未能判断的规则、"
        "读出的记录和图表，点一下互相跳转；可打印。几份通报时先给总览表。\n\n"
        "SOURCE 见 notice parse --help；也可以是它写出的记录（.json、.jsonl）。\n\n"
        "退出码：0 已生成（有没有发现问题都一样）；2 用法或程序错误；3 有来源读不了（页面里写明）。",
    ),
    epilog=t(
        "\b\n例：notice report samples/lanchuan-culture-2024-planted.html -o report.html",
    ),
)
@SOURCES
@OUTPUT
@SELECT
@EXTEND
@IGNORE
@DRAFT
@CONFIG
@NETWORK
@LANG
def command(
    sources: tuple[str, ...],
    output: Path | None,
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    draft: bool,
    config_file: Path | None,
    lang: str | None,
) -> int:
    """Check all sources and write the page."""
    from notice_cli import __version__
    from notice_cli.reports.review import render
    from notice_cli.reports.review_model import Reviewed
    from notice_cli.rules.manual import read_manual
    from notice_cli.rules.plugins import all_rules

    settings = read_settings(
        config_file, split_codes(select), split_codes(extend_select), split_codes(ignore)
    )
    language = lang_of(lang or settings.lang)
    checked = set_aside(check_all(sources, settings, language, draft=draft), settings, None, language)
    reviewed = [
        review(notice, report) if notice is not None else Reviewed(None, report) for notice, report in checked
    ]
    page = render(reviewed, [read_manual(rule) for rule in all_rules()], language, __version__)
    write(page, output, machine=True)
    return OK if all(notice is not None for notice, _ in checked) else NOT_CHECKED
