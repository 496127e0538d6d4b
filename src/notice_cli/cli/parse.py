"""`notice parse`: published pages to records."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from notice_cli.cli.ending import NOT_CHECKED, OK
from notice_cli.cli.network import NETWORK, limits_of
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
from notice_cli.errors import UnreadableError, UsageError
from notice_cli.model import Notice
from notice_cli.pipeline import explain
from notice_cli.reports import EXPLAIN_REPORTS, PARSE_REPORTS, Look


@click.command(
    "parse",
    short_help=t("把通报页面读成结构化记录"),
    help=t(
        "把整改情况通报读成记录：问题、整改结果、措施、申报数字，每个值都带原文位置。\n\n"
        "SOURCE 是网页、文本（.txt、.md）、Word（.docx）、PDF 或台账（.xlsx）文件、装这些文件的文件夹、"
        "http(s) 网址、notice fetch 存的快照，或 -（标准输入），可以给多个。",
    ),
    epilog=t(
        "\b\n例：notice parse samples/lanchuan-culture-2024.html --format json -o notice.json",
    ),
)
@SOURCES
@format_option(PARSE_REPORTS)
@click.option(
    "--explain", "explained", is_flag=True,
    help=t("逐段说明每段被当作什么、为什么没有读进记录"),
)  # fmt: skip
@click.option(
    "--issue", "issues", type=int, multiple=True, metavar="N",
    help=t("只看编号为 N 的问题，全文连同行号（可重复）"),
)  # fmt: skip
@CONFIG
@NETWORK
@OUTPUT
@LANG
@COLOR
def command(
    sources: tuple[str, ...],
    format_: str,
    explained: bool,
    issues: tuple[int, ...],
    config_file: Path | None,
    output: Path | None,
    lang: str | None,
    color: str,
) -> int:
    """Read all sources and write what was read; exit code 3 if one could not be."""
    language = lang_of(lang)
    if issues and (explained or format_ != "table"):
        raise UsageError("usage", reason=t("--issue 只用于表格"))
    if explained:
        return _explain(sources, format_, config_file, output, look_of(language, color, output))
    results = [result for _, result in read_each(sources, language, config_file)]
    notices = [result for result in results if isinstance(result, Notice)]
    if notices or format_ != "table":
        look = look_of(language, color, output)
        report = _show(notices, issues, look) if issues else PARSE_REPORTS[format_](notices, look)
        write(report, output, machine=format_ != "table")
    return OK if len(notices) == len(results) else NOT_CHECKED


def _show(notices: Sequence[Notice], numbers: Sequence[int], look: Look) -> str:
    """The issues of those numbers, whole.

    Raises:
        UsageError: no notice has an issue of one of the numbers.
    """
    from notice_cli.reports.parse_issue import find_issues, render
    from notice_cli.reports.terminal import cut

    for number in numbers:
        if not any(find_issues(notice, [number]) for notice in notices):
            known = ", ".join(dict.fromkeys(str(one.number) for notice in notices for one in notice.issues))
            raise UsageError("no_such_issue", str(number), known=cut(known, 200) or "—")
    found = [(notice, issue) for notice in notices for issue in find_issues(notice, numbers)]
    return render(found, look.lang, look.color, look.width)


def _explain(
    sources: tuple[str, ...], format_: str, config_file: Path | None, output: Path | None, look: Look
) -> int:
    """Write what each block of the pages was taken for."""
    vocabulary, limits = vocabulary_of(config_file), limits_of(look.lang)
    explained, failed = [], False
    for _, result in each_result(sources, look.lang, lambda source: explain(source, vocabulary, limits)):
        if isinstance(result, UnreadableError):
            failed = True
        else:
            remark(result[0], look.lang)
            explained.append(result)
    if explained or format_ != "table":
        write(EXPLAIN_REPORTS[format_](explained, look), output, machine=format_ != "table")
    return NOT_CHECKED if failed else OK
