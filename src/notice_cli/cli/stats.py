"""`notice stats`: what a data set says."""

from __future__ import annotations

from pathlib import Path

import click

from notice_cli.cli.ending import OK
from notice_cli.cli.options import COLOR, LANG, OUTPUT, format_option, lang_of, look_of, require
from notice_cli.cli.output import write
from notice_cli.cli.words import t
from notice_cli.errors import UsageError
from notice_cli.reports import STATS_REPORTS

PARTS = ("overview", "status", "topics", "levels", "completion", "gaps", "contradictions", "copied")
"""The answers that there are; `batch.stats` holds the same names, loaded only when it is asked."""


@click.command(
    "stats",
    short_help=t("统计数据集：整改结果、主题、完成率、矛盾、雷同"),
    help=t(
        "统计 notice batch 写出的数据集：整改结果、主题、各级各年、申报与列出的完成率、数字自相矛盾的通报、"
        "不同单位逐字相同的措施；或用 --sql 自己查询（表和列见 docs/data.md）。",
    ),
    epilog=t(
        "\b\n例：notice stats samples/dataset\n"
        "    notice stats samples/dataset --format html -o stats.html\n"
        "    notice stats samples/dataset --format csv --sql "
        "'SELECT code, count(*) FROM findings GROUP BY code'",
    ),
)
@click.argument("data_set", metavar="DATASET")
@format_option(STATS_REPORTS)
@click.option(
    "--only", type=click.Choice(PARTS), multiple=True,
    help=t("只要这几项（可重复）"),
)  # fmt: skip
@click.option(
    "--limit", type=click.IntRange(1, 1_000_000), default=20, show_default=True, metavar="N",
    help=t("排名最多列多少行"),
)  # fmt: skip
@click.option("--sql", metavar="QUERY", default=None, help=t("自己的查询（一条 SELECT）"))
@OUTPUT
@LANG
@COLOR
def command(
    data_set: str,
    format_: str,
    only: tuple[str, ...],
    limit: int,
    sql: str | None,
    output: Path | None,
    lang: str | None,
    color: str,
) -> int:
    """Ask a data set and write the answers."""
    if sql is not None and only:
        raise UsageError("usage", reason=t("--sql 不能和 --only 一起用"))
    require("pyarrow", "notice stats", "stats")
    from notice_cli.batch.stats import answer, ask_sql

    wanted = [name for name in PARTS if name in only] if only else PARTS
    stats = [ask_sql(data_set, sql)] if sql is not None else answer(data_set, wanted, limit)
    look = look_of(lang_of(lang), color, output)
    mark = "\ufeff" if format_ == "csv" and output is not None else ""  # by it Excel knows UTF-8
    write(mark + STATS_REPORTS[format_](stats, look), output, machine=format_ != "table")
    return OK
