"""`notice fetch`: keep what a server sent, so that it can be checked again."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from notice_cli.cli.ending import NOT_CHECKED, OK
from notice_cli.cli.network import ARCHIVE, ONLINE, limits_of
from notice_cli.cli.options import COLOR, LANG, format_option, lang_of, look_of
from notice_cli.cli.output import write
from notice_cli.cli.progress import progress
from notice_cli.cli.reading import tell
from notice_cli.cli.words import t
from notice_cli.errors import UsageError
from notice_cli.language import Lang, Words
from notice_cli.model import Visit
from notice_cli.reports import FETCH_REPORTS
from notice_cli.source import LISTED, Limits

_RESUMED = Words(
    "接着上次没有完成的运行：{done} 个网址已经处理过（--afresh 从头再来）",
)
_REFUSED = Words("已存，但读不出通报：{message}")
KEPT = ("stored", "changed", "unchanged")
"""Outcomes of an address whose page the archive holds."""


@click.command(
    "fetch",
    short_help=t("把网页存成快照，以备再查"),
    help=t(
        "把网页连同应答头原样存成快照（WARC）：网页日后被改、被删，仍可再核对。没有变的网页不重复存；"
        "分页和附件一并存下。守规矩：遵守 robots.txt，每个网站一次一个请求、每秒不超过一个。\n\n"
        "之后：notice check 文件夹；notice check 网址 --offline；notice diff --history 网址。\n\n"
        "退出码：0 都存下了；2 用法或程序错误；3 有网址没有存下。",
    ),
    epilog=t(
        "\b\n例：notice fetch https://www.example.com/lanchuan-culture-2024.html -o snapshots\n"
        "    notice fetch --list urls.txt -o snapshots   一行一个网址；中断后再运行即接着取",
    ),
)
@click.argument("urls", nargs=-1, metavar="URL...")
@click.option(
    "--list", "list_file", type=click.Path(path_type=Path, dir_okay=False, allow_dash=True), default=None,
    help=t("从文件读网址，一行一个（- 是标准输入）"),
)  # fmt: skip
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), default=Path(ARCHIVE),
    show_default=True, help=t("存快照的文件夹"),
)  # fmt: skip
@click.option(
    "--afresh", is_flag=True,
    help=t("不接着上次没有完成的运行，从头再来"),
)  # fmt: skip
@click.option(
    "--pause", type=click.FloatRange(0, 3600), default=1.0, show_default=True, metavar="SECONDS",
    help=t("同一网站两次请求之间的秒数"),
)  # fmt: skip
@click.option(
    "--timeout", type=click.FloatRange(1, 3600), default=60.0, show_default=True, metavar="SECONDS",
    help=t("一个网址最多用的秒数"),
)  # fmt: skip
@click.option(
    "--ignore-robots", is_flag=True,
    help=t("不看 robots.txt，只可用于自己的网站"),
)  # fmt: skip
@ONLINE
@format_option(FETCH_REPORTS)
@LANG
@COLOR
def command(
    urls: tuple[str, ...],
    list_file: Path | None,
    output: Path,
    afresh: bool,
    pause: float,
    timeout: float,
    ignore_robots: bool,
    format_: str,
    lang: str | None,
    color: str,
) -> int:
    """Store all addresses and tell what became of each."""
    from notice_cli.visiting.tour import read_list

    language = lang_of(lang)
    limits = limits_of(language).replace(host_seconds=pause, total_seconds=timeout, robots=not ignore_robots)
    listed = read_list(list_file) if list_file else []
    if not (urls or listed):
        raise UsageError("usage", reason=t("请给出网址，或用 --list 给出清单"))
    visits = _visit_all(urls, listed, output, limits, language, afresh=afresh)
    write(FETCH_REPORTS[format_](visits, look_of(language, color, None)), None, machine=format_ != "table")
    return OK if all(visit.outcome in KEPT for visit in visits) else NOT_CHECKED


def _visit_all(
    urls: Sequence[str], listed: Sequence[str], output: Path, limits: Limits, lang: Lang, *, afresh: bool
) -> list[Visit]:
    from notice_cli import __version__
    from notice_cli.source.archive import open_archive
    from notice_cli.source.warc import now
    from notice_cli.visiting.journal import open_run
    from notice_cli.visiting.tour import Tour, tour

    visits: list[Visit] = []
    with open_archive(output, f"notice-cli/{__version__}") as archive:
        run = open_run(output, len(archive.entries), now(), afresh=afresh)
        if run.resumed:
            tell(_RESUMED.say(lang, done=len(run.done)))
            time.sleep(limits.host_seconds)  # the process that was killed may have asked a moment ago
        with progress(len(urls) + len(listed), lang) as advance:
            for origin, addresses in ((None, urls), (LISTED, listed)):
                for visit in tour(Tour(archive, limits, run, lang, origin), addresses):
                    _tell_failure(visit, lang)
                    visits.append(visit)
                    advance(visit.outcome not in KEPT)
        run.write({"finished": now(), "outcomes": dict(Counter(visit.outcome for visit in visits))})
    return visits


def _tell_failure(visit: Visit, lang: Lang) -> None:
    if visit.message:
        tell(visit.message)
    elif visit.refusal:
        tell(_REFUSED.say(lang, message=visit.refusal))
