"""`notice export`: a notice and what was found in it as a ledger for Excel, Word and programs."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from notice_cli.cli.check import check_all
from notice_cli.cli.ending import NOT_CHECKED, OK
from notice_cli.cli.network import NETWORK
from notice_cli.cli.options import CONFIG, LANG, SOURCES, lang_of
from notice_cli.cli.output import write_bytes
from notice_cli.cli.settings import read_settings
from notice_cli.cli.words import t
from notice_cli.errors import UsageError
from notice_cli.language import LANGS, Lang
from notice_cli.reports.exports import EXPORTS

_TABLES = (
    *("ledger", "issues", "measures", "responsible", "deadlines", "counts", "arithmetic", "findings"),
    "facts",
)


@click.command(
    "export",
    short_help=t("导出整改台账（Excel、Word、CSV 等）"),
    help=t(
        "把通报和核对结果导出成整改台账，格式由文件名的结尾决定：\n\n"
        ".xlsx 问题清单、措施清单、责任清单、时限清单、数据核对（带公式）、疑点；.docx 台账和疑点；"
        ".csv 每张表一个文件；.md、.parquet；.json 和 .jsonl 是 parse 的记录。\n\n"
        "改过的 .xlsx 和自己做的台账都可以再用 notice check 核对。\n\n"
        "SOURCE 见 notice parse --help；也可以是它写出的记录（.json、.jsonl）。",
    ),
    epilog=t(
        "\b\n例：notice export samples/lanchuan-culture-2024.html -o ledger.xlsx\n"
        "    notice check ledger.xlsx",
    ),
)
@SOURCES
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False),
    help=t("写入的文件，结尾为 {endings}").format(endings=" ".join(EXPORTS)),
)  # fmt: skip
@click.option(
    "--table", type=click.Choice(_TABLES), default=None,
    help=t("只导出一张表（.xlsx 除外）"),
)  # fmt: skip
@click.option(
    "--headers", type=click.Choice(LANGS), default="zh", show_default=True,
    help=t("表头的语言"),
)  # fmt: skip
@CONFIG
@NETWORK
@LANG
def command(
    sources: tuple[str, ...],
    output: Path,
    table: str | None,
    headers: str,
    config_file: Path | None,
    lang: str | None,
) -> int:
    """Read and check all sources, then write the ledger; exit code 3 if a source was not read."""
    ending = output.suffix.lower()
    if ending not in EXPORTS:
        raise UsageError("unknown_ending", str(output), endings=" ".join(EXPORTS))
    if table and ending == ".xlsx":
        raise UsageError("one_table_xlsx", str(output))
    settings = read_settings(config_file)
    checked = check_all(sources, settings, lang_of(lang or settings.lang), draft=False)
    pairs = [(notice, report) for notice, report in checked if notice is not None]
    if pairs:
        for added, data in EXPORTS[ending](pairs, table, cast("Lang", headers)).items():
            name = f"{output.stem}-{added}{output.suffix}" if added else output.name
            write_bytes(data, output.with_name(name))
    return OK if len(pairs) == len(checked) and pairs else NOT_CHECKED
