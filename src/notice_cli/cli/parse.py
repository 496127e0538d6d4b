"""`notice parse`: published pages to records."""

from __future__ import annotations

from pathlib import Path

import click

from notice_cli.cli.ending import NOT_CHECKED, OK
from notice_cli.cli.options import (
    COLOR,
    CONFIG,
    LANG,
    OUTPUT,
    SOURCES,
    format_option,
    lang_of,
    look_of,
    vocabulary_of,
)
from notice_cli.cli.output import write
from notice_cli.cli.reading import each_result, read_each, remark
from notice_cli.cli.words import t
from notice_cli.errors import UnreadableError
from notice_cli.model import Notice
from notice_cli.pipeline import explain
from notice_cli.reports import EXPLAIN_REPORTS, PARSE_REPORTS, Look


@click.command(
    "parse",
    short_help=t("把通报页面读成结构化记录", "Turn published pages into records."),
    help=t(
        "把整改情况通报读成记录：问题、整改结果、措施、申报数字，每个值都带原文位置。\n\n"
        "SOURCE 是网页或文本文件、装页面的文件夹、http(s) 网址，或 -（标准输入），可以给多个。",
        "Turn notices into records: issues, results, measures, declared figures, each with its place.\n\n"
        "SOURCE is a page or text file, a folder of pages, an http(s) address, or - for standard input.",
    ),
    epilog=t(
        "\b\n例：notice parse samples/lanchuan-culture-2024.html --format json -o notice.json",
        "\b\nExample: notice parse samples/lanchuan-culture-2024.html --format json -o notice.json",
    ),
)
@SOURCES
@format_option(PARSE_REPORTS)
@click.option(
    "--explain", "explained", is_flag=True,
    help=t("逐段说明每段被当作什么、为什么没有读进记录", "Tell, block by block, what each was taken for."),
)  # fmt: skip
@CONFIG
@OUTPUT
@LANG
@COLOR
def command(
    sources: tuple[str, ...],
    format_: str,
    explained: bool,
    config_file: Path | None,
    output: Path | None,
    lang: str | None,
    color: str,
) -> int:
    """Read all sources and write what was read; exit code 3 if one could not be."""
    language = lang_of(lang)
    if explained:
        return _explain(sources, format_, config_file, output, look_of(language, color, output))
    results = [result for _, result in read_each(sources, language, config_file)]
    notices = [result for result in results if isinstance(result, Notice)]
    if notices or format_ != "table":
        report = PARSE_REPORTS[format_](notices, look_of(language, color, output))
        write(report, output, machine=format_ != "table")
    return OK if len(notices) == len(results) else NOT_CHECKED


def _explain(
    sources: tuple[str, ...], format_: str, config_file: Path | None, output: Path | None, look: Look
) -> int:
    """Write what each block of the pages was taken for."""
    vocabulary = vocabulary_of(config_file)
    explained, failed = [], False
    for _, result in each_result(sources, look.lang, lambda source: explain(source, vocabulary)):
        if isinstance(result, UnreadableError):
            failed = True
        else:
            remark(result[0], look.lang)
            explained.append(result)
    if explained or format_ != "table":
        write(EXPLAIN_REPORTS[format_](explained, look), output, machine=format_ != "table")
    return NOT_CHECKED if failed else OK
