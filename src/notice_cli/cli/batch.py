"""`notice batch`: many pages to a data set."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from notice_cli import __version__
from notice_cli.cli.check import IGNORE, SELECT, split_codes
from notice_cli.cli.ending import NOT_CHECKED, OK
from notice_cli.cli.options import CONFIG, LANG, lang_of, require
from notice_cli.cli.reading import tell
from notice_cli.cli.settings import read_settings
from notice_cli.cli.words import t
from notice_cli.errors import UsageError
from notice_cli.language import Lang, Words

if TYPE_CHECKING:
    from notice_cli.batch.plan import Options
    from notice_cli.batch.run import Outcome, Watcher

_SUMMARY = Words(
    "{target}：通报 {notices} 份（问题 {issues} 个，措施 {measures} 条），没有读成 {failures} 个，"
    "重复 {duplicates} 个\n",
)
_WHOLE = Words("{target}：数据集已经完整，没有要继续的")
_FAILED = Words(
    "没有读成的和原因在表 failures 里：notice stats {target} --sql 'SELECT uri, message FROM failures'",
)
_INTERRUPTED = Words(
    "已停下，做完的都在；照原样加 --resume 再运行即可继续",
)
_STAGES = {"plan": Words("清点"), "read": Words("读取")}
_FAILURES = Words("没有读成 {count}")


@click.command(
    "batch",
    short_help=t("把成批的页面读成数据集（Parquet）"),
    help=t(
        "把成批的通报读成一个数据集：notices、issues、measures、counts、findings、failures 六张表"
        "（Parquet）。\n\n"
        "INPUT 是文件、文件夹、通配符、WARC 文件，或 fsspec 地址（s3://…）。"
        "被中断的运行加 --resume 继续。\n\n"
        "退出码：0 全部读成；2 用法或程序错误；3 有的没有读成（在表 failures 里）。",
    ),
    epilog=t("例：notice batch samples -o dataset"),
)
@click.argument("inputs", nargs=-1, metavar="INPUT...")
@click.option(
    "-o", "--output", "target", required=True, metavar="DATASET",
    help=t("数据集的文件夹，或 fsspec 地址"),
)  # fmt: skip
@click.option(
    "--list", "lists", multiple=True, metavar="FILE",
    help=t("清单文件，每行一个 INPUT"),
)  # fmt: skip
@click.option(
    "--jobs", type=click.IntRange(1, 512), default=None, metavar="N",
    help=t("进程数（默认等于处理器数）"),
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(0.1, 3600), default=30.0, show_default=True, metavar="SECONDS",
    help=t("读一个页面最多等多久"),
)  # fmt: skip
@click.option(
    "--chunk", type=click.IntRange(1, 100_000), default=200, show_default=True, metavar="N",
    help=t("每块多少个页面（每张表一块一个文件）"),
)  # fmt: skip
@click.option("--resume", is_flag=True, help=t("从上次停下的地方继续"))
@click.option(
    "--scheduler", metavar="ADDRESS", default=None,
    help=t("交给这个 Dask 调度器（tcp://主机:8786）"),
)  # fmt: skip
@SELECT
@IGNORE
@CONFIG
@LANG
def command(
    inputs: tuple[str, ...],
    target: str,
    lists: tuple[str, ...],
    jobs: int | None,
    timeout: float,
    chunk: int,
    resume: bool,
    scheduler: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    config_file: Path | None,
    lang: str | None,
) -> int:
    """Read all inputs into a data set and say what became of them."""
    require("pyarrow", "notice batch", "batch")
    from notice_cli.batch.inputs import read_list
    from notice_cli.batch.local import count_processors
    from notice_cli.batch.run import run

    given = [*inputs, *(one for path in lists for one in read_list(path))]
    if not (given or resume):
        raise UsageError("usage", reason=t("请给出要读的 INPUT"))
    options = _options(config_file, select, ignore, cast("Lang | None", lang), chunk, timeout)
    language: Lang = "en" if options.lang == "en" else "zh"
    with _progress(language) as told:
        try:
            outcome = run(
                given, target, options, jobs=jobs or count_processors(),
                scheduler=scheduler, resume=resume, told=told,
            )  # fmt: skip
        except KeyboardInterrupt:
            tell(_INTERRUPTED.say(language))
            raise
    return _told(outcome, target, language)


def _told(outcome: Outcome | None, target: str, lang: Lang) -> int:
    """Say what was made; the exit code."""
    if outcome is None:
        tell(_WHOLE.say(lang, target=target))
        return OK
    rows = {name: f"{count:,}" for name, count in outcome.rows.items()}
    click.echo(_SUMMARY.say(lang, target=target, duplicates=f"{outcome.duplicates:,}", **rows), nl=False)
    if outcome.rows["failures"]:
        tell(_FAILED.say(lang, target=target))
        return NOT_CHECKED
    return OK


def _options(
    config_file: Path | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    lang: Lang | None,
    chunk: int,
    timeout: float,
) -> Options:
    """What decides the data set: the options over the nearest configuration."""
    from notice_cli.batch.plan import Options
    from notice_cli.pipeline import rule_versions

    settings = read_settings(config_file, split_codes(select), (), split_codes(ignore), None, lang)
    rule_versions(settings.select, settings.ignore)  # an unknown code is told before anything is read
    return Options(
        version=__version__,
        select=settings.select,
        ignore=settings.ignore,
        levels=tuple(sorted((settings.levels or {}).items())),
        lang=lang_of(settings.lang),
        config=str(settings.file.absolute()) if settings.file else None,
        config_sha256=hashlib.sha256(settings.file.read_bytes()).hexdigest() if settings.file else None,
        chunk=chunk,
        timeout=timeout,
    )


@contextmanager
def _progress(lang: Lang) -> Iterator[Watcher]:
    """How far it is, how fast, what remains and what failed, on stderr where a person watches."""
    if not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"), TimeRemainingColumn(), TextColumn("{task.fields[failed]}"),
    )  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield _watcher(progress, lang)


def _watcher(progress: object, lang: Lang) -> Callable[[str, int, int, int], None]:
    """What a run tells, shown in one line."""
    from rich.progress import Progress

    assert isinstance(progress, Progress)
    task = progress.add_task(_STAGES["plan"].say(lang), total=None, rate="", failed="")

    def told(stage: str, done: int, total: int, failures: int) -> None:
        speed = progress.tasks[0].finished_speed or progress.tasks[0].speed
        progress.update(
            task,
            description=_STAGES[stage].say(lang),
            completed=done,
            total=total or None,
            rate=f"{speed:,.0f}/s" if speed else "",
            failed=_FAILURES.say(lang, count=failures) if failures else "",
        )

    return told
