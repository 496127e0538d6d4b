"""`notice diff`: what recurred, what is new, what was dropped while still open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from notice_cli.cli.ending import FINDINGS, NOT_CHECKED, OK
from notice_cli.cli.network import ARCHIVE, NETWORK, limits_of
from notice_cli.cli.options import COLOR, CONFIG, LANG, OUTPUT, format_option, lang_of, look_of
from notice_cli.cli.output import write
from notice_cli.cli.reading import read_each, tell
from notice_cli.cli.words import t
from notice_cli.errors import UnreadableError, UsageError, system_reason
from notice_cli.language import Lang, Words
from notice_cli.model import Comparison, Notice
from notice_cli.pipeline import compare, differs, follow
from notice_cli.reports import DIFF_REPORTS, TIMELINE_REPORTS, Look

_STALE = {
    "no_such_issue": Words(
        "配对表：{verdict} {old} - {new} 不再适用，通报里没有这个编号的问题",
    ),
    "text_changed": Words(
        "配对表：{verdict} {old} - {new} 不再适用，问题的文字已经改变",
    ),
}
_VERSIONS = Words(
    "{where}：存有 {count} 个不同的版本，比较的是最早和最近的；要比较别的，请给出其中两个：{sources}",
)


@click.command(
    "diff",
    short_help=t("比较两份或更多通报"),
    help=t(
        "比较两年的通报：哪些问题再次出现、哪些是新的、哪些没整改完就不再提；同一份通报的两个版本则列出改动；"
        "三份以上（从旧到新）列出每个问题历年的脉络。\n\n"
        "OLD、NEW 见 notice parse --help 里的 SOURCE；也可以是它写出的记录（.json、.jsonl）。\n\n"
        "退出码：0 没有差别（按 --fail-on）；1 有；2 用法或程序错误；3 有一份读不了，或没有读出问题。",
    ),
    epilog=t(
        "\b\n"
        "例：notice diff samples/lanchuan-culture-2020.html samples/lanchuan-culture-2024.html\n"
        "把这两份写作 OLD 和 NEW：\n"
        "    notice diff OLD NEW --fail-on reopened\n"
        "    notice diff OLD NEW --format html -o diff.html\n"
        "    notice diff OLD NEW --write-pairs pairs.toml   核对、修改后：\n"
        "    notice diff OLD NEW --pairs pairs.toml\n"
        "    notice diff samples/lanchuan-culture-2017.txt OLD NEW",
    ),
)
@click.argument("sources", nargs=-1, metavar="OLD NEW [NEWER]...")
@format_option(DIFF_REPORTS)
@click.option(
    "--fail-on", type=click.Choice(("any", "recurring", "reopened", "none")),
    default="any", show_default=True,
    help=t("哪种差别以 1 退出"),
)  # fmt: skip
@click.option(
    "--pairs", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help=t("配对表（TOML）：人工确认或否定的配对"),
)  # fmt: skip
@click.option(
    "--write-pairs", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help=t("写出配对表，供人核对修改"),
)  # fmt: skip
@click.option(
    "--history", metavar="URL", default=None,
    help=t("比较同一网址最早和最近的快照：公布之后改了什么"),
)  # fmt: skip
@OUTPUT
@CONFIG
@NETWORK
@LANG
@COLOR
def command(
    sources: tuple[str, ...],
    format_: str,
    fail_on: str,
    pairs: Path | None,
    write_pairs: Path | None,
    history: str | None,
    output: Path | None,
    config_file: Path | None,
    lang: str | None,
    color: str,
) -> int:
    """Compare notices and write what changed."""
    language = lang_of(lang)
    try:
        sources = (*sources, *_snapshots(history, language)) if history else sources
    except UnreadableError as error:
        tell(error.message(language))
        return NOT_CHECKED
    results = [result for _, result in read_each(sources, language, config_file)]
    notices = [result for result in results if isinstance(result, Notice)]
    if len(notices) < len(results) or _lack_issues(notices, language):
        return NOT_CHECKED
    if len(notices) < 2:
        raise UsageError("too_few", str(len(notices)))
    look = look_of(language, color, output)
    if len(notices) > 2:
        _refuse_options(pairs, write_pairs)
        differ = _write_timeline(notices, format_, fail_on, output, look)
    else:
        differ = _write_comparison(notices, format_, fail_on, (pairs, write_pairs), output, look)
    if any(notice.source.next for notice in notices):
        return NOT_CHECKED
    return FINDINGS if differ else OK


def _snapshots(url: str, lang: Lang) -> tuple[str, str]:
    """The first and the last snapshot of a page; which there are is told where there are more."""
    from notice_cli.source.snapshot import history

    archive = limits_of(lang).archive or ARCHIVE
    changed, pair = history(archive, url)
    if len(changed) > 2:
        tell(_VERSIONS.say(lang, where=url, count=len(changed), sources="  ".join(changed)))
    return pair


def _lack_issues(notices: Sequence[Notice], lang: Lang) -> bool:
    """Whether a notice has no issues to compare; each such one is told."""
    lacking = [notice for notice in notices if not notice.issues]
    for notice in lacking:
        tell(UnreadableError("no_issues", notice.source.uri).message(lang))
    return bool(lacking)


def _refuse_options(pairs: Path | None, write_pairs: Path | None) -> None:
    for option, value in (("--pairs", pairs), ("--write-pairs", write_pairs)):
        if value is not None:
            raise UsageError("only_two", option)


def _write_timeline(
    notices: Sequence[Notice], format_: str, fail_on: str, output: Path | None, look: Look
) -> bool:
    timeline = follow(notices)
    write(TIMELINE_REPORTS[format_](timeline, look), output, machine=format_ != "table")
    return differs(timeline, fail_on)


def _write_comparison(
    notices: Sequence[Notice],
    format_: str,
    fail_on: str,
    files: tuple[Path | None, Path | None],
    output: Path | None,
    look: Look,
) -> bool:
    pairs, write_pairs = files
    decisions = _read_file(pairs) if pairs else ""
    comparison = compare(notices[0], notices[1], decisions, str(pairs or ""))
    _tell_stale(comparison, look.lang)
    if write_pairs:
        _propose(comparison, decisions, write_pairs)
    write(DIFF_REPORTS[format_](comparison, look), output, machine=format_ != "table")
    return differs(comparison, fail_on)


def _read_file(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        kind = "no_file" if isinstance(error, FileNotFoundError) else "unreadable_file"
        raise UsageError(kind, str(path), reason=system_reason(error)) from None
    except UnicodeDecodeError as error:
        raise UsageError("bad_pairs", str(path), reason=str(error)) from None


def _propose(comparison: Comparison, decisions: str, target: Path) -> None:
    from notice_cli.comparing import propose_decisions, read_decisions

    write(propose_decisions(comparison, read_decisions(decisions, str(target))), target, machine=True)


def _tell_stale(comparison: Comparison, lang: Lang) -> None:
    for one in comparison.stale_decisions:
        tell(_STALE[one.reason].say(lang, verdict=one.verdict, old=one.old, new=one.new))
