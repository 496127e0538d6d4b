"""`notice check`: do the figures agree?"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from notice_cli.cli.ending import FAILED, FINDINGS, NOT_CHECKED, OK, worst
from notice_cli.cli.network import NETWORK
from notice_cli.cli.options import COLOR, CONFIG, LANG, complete_paths, lang_of, look_of, vocabulary_of
from notice_cli.cli.output import write
from notice_cli.cli.reading import read_each, tell
from notice_cli.cli.settings import Settings, read_settings
from notice_cli.cli.words import t
from notice_cli.errors import UsageError
from notice_cli.language import Lang
from notice_cli.model import Notice, Report, Severity
from notice_cli.pipeline import check, unreadable
from notice_cli.reports import CHECK_REPORTS, Look

if TYPE_CHECKING:
    from notice_cli.reports import Checked

LEVELS: tuple[Severity, ...] = ("error", "warning", "note")
"""Gravest first."""
DRAFT = click.option(
    "--draft", is_flag=True,
    help=t("公布前的草稿：元数据、落款、公布日期不判"),
)  # fmt: skip
SELECT = click.option(
    "--select", multiple=True, metavar="CODE",
    help=t("只用这些规则（编号或前缀，逗号分隔，可重复）"),
)  # fmt: skip
EXTEND = click.option(
    "--extend-select", multiple=True, metavar="CODE",
    help=t("在 --select 或配置之外再加这些规则"),
)  # fmt: skip
IGNORE = click.option(
    "--ignore", multiple=True, metavar="CODE",
    help=t("不用这些规则（编号或前缀，逗号分隔，可重复）"),
)  # fmt: skip


@click.command(
    "check",
    short_help=t("核对通报里的数字和日期是否一致"),
    help=t(
        "核对整改情况通报：已完成 22 + 持续 1 = 反馈 23 = 列出 23；制定 61 条不能完成 69 条。\n\n"
        "SOURCE 见 notice parse --help；也可以是它写出的记录（.json、.jsonl）。\n\n"
        "退出码：0 没有达到 --fail-on 的问题；1 有；2 用法或程序错误；3 有来源没有核对。",
    ),
    epilog=t(
        "例：notice check samples/lanchuan-culture-2024-planted.html --verbose",
    ),
)
@click.argument("sources", nargs=-1, metavar="SOURCE...", shell_complete=complete_paths)
@click.option(
    "--format", "format_", type=click.Choice(tuple(CHECK_REPORTS)), default=None,
    help=t("输出格式（默认 text；GitHub Actions 里 github）"),
)  # fmt: skip
@click.option(
    "-o", "--output", "outputs", multiple=True, metavar="[FORMAT=]PATH",
    help=t("写入文件；可同时出几种：--output sarif=a.sarif"),
)  # fmt: skip
@SELECT
@EXTEND
@IGNORE
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default=None,
    help=t("达到这个级别就以 1 退出（默认 error）"),
)  # fmt: skip
@DRAFT
@click.option(
    "--baseline", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help=t("只对基线里没有的问题报错"),
)  # fmt: skip
@click.option(
    "--against", default=None, metavar="LEDGER",
    help=t("与本单位的台账（.xlsx）对照：缺的问题、结果和数字"),
)  # fmt: skip
@click.option("--verbose", is_flag=True, help=t("列出通过的各项和算式"))
@CONFIG
@NETWORK
@click.option("--show-config", is_flag=True, help=t("显示生效的设置并退出"))
@LANG
@COLOR
def command(
    sources: tuple[str, ...],
    format_: str | None,
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    extend_select: tuple[str, ...],
    ignore: tuple[str, ...],
    fail_on: str | None,
    draft: bool,
    baseline: Path | None,
    against: str | None,
    verbose: bool,
    config_file: Path | None,
    show_config: bool,
    lang: str | None,
    color: str,
) -> int:
    """Check all sources and write the reports."""
    settings = read_settings(
        config_file, split_codes(select), split_codes(extend_select), split_codes(ignore),
        cast("Severity | None", fail_on), cast("Lang | None", lang),
    )  # fmt: skip
    language = lang_of(settings.lang)
    if show_config:
        write(_shown(settings), None, machine=True)
        return OK
    if not sources:
        raise UsageError("usage", reason=t("请给出要核对的页面 SOURCE"))
    if against is None and settings.select and all(code.startswith("LED") for code in settings.select):
        raise UsageError("usage", reason=t("LED 开头的规则把通报和台账对照；请用 --against 给出台账"))
    checked = check_all(sources, settings, language, draft=draft)
    if against is not None:
        checked = _hold_against(checked, against, settings, language)
    checked = set_aside(checked, settings, baseline, language)
    chosen, files = _outputs(format_, outputs)
    _write_all(checked, chosen, files, _looks(chosen, language, color, verbose))
    return (
        worst([_code(one, report, settings.fail_on) for one, report in checked]) if checked else NOT_CHECKED
    )


def split_codes(given: Sequence[str]) -> list[str]:
    """Codes from options that hold several, comma separated."""
    return [code.strip().upper() for part in given for code in part.split(",") if code.strip()]


def check_all(
    sources: Sequence[str], settings: Settings, lang: Lang, *, draft: bool
) -> list[tuple[Notice | None, Report]]:
    """A report for every notice of every source, also for those that cannot be read."""
    _check_choice(settings)
    checked: list[tuple[Notice | None, Report]] = []
    for uri, result in read_each(sources, lang, settings.file):
        if isinstance(result, Notice):
            ignored = settings.ignored(uri)
            report = check(result, settings.select, ignored, lang, draft=draft, levels=settings.levels)
            checked.append((result, report))
        else:
            checked.append((None, unreadable(uri, result, lang)))
    return checked


def _hold_against(
    checked: Sequence[tuple[Notice | None, Report]], against: str, settings: Settings, lang: Lang
) -> list[tuple[Notice | None, Report]]:
    """Every report with what its notice differs in from the ledger.

    Raises:
        UnreadableError: the ledger cannot be read.
        UsageError: it holds several notices, and none of the title asked for.
    """
    from notice_cli.pipeline import check_against, read_all

    ledgers = list(read_all(against, vocabulary_of(settings.file)))
    done: list[tuple[Notice | None, Report]] = []
    for notice, report in checked:
        if notice is None:
            done.append((notice, report))
            continue
        own = [one for one in ledgers if one.title == notice.title] or ledgers
        if len(own) > 1:
            raise UsageError("several_ledgers", against, count=len(ledgers), title=notice.title or report.uri)
        choice = {"select": settings.select, "ignore": settings.ignored(report.uri)}
        done.append((notice, check_against(notice, report, own[0], lang, levels=settings.levels, **choice)))
    return done


def _check_choice(settings: Settings) -> None:
    """An unknown code is told before any source is read."""
    from notice_cli.rules import choose
    from notice_cli.rules.plugins import all_rules

    choose(settings.select, settings.ignore, all_rules())


def set_aside(
    checked: Sequence[tuple[Notice | None, Report]], settings: Settings, baseline: Path | None, lang: Lang
) -> list[tuple[Notice | None, Report]]:
    """Suppressions, then the baseline; what is unused, expired or stale is told on stderr."""
    done = list(checked)
    if settings.suppress:
        done = _suppress(done, settings, lang)
    if baseline is not None:
        done = _compare(done, baseline, lang)
    return done


def _suppress(
    checked: list[tuple[Notice | None, Report]], settings: Settings, lang: Lang
) -> list[tuple[Notice | None, Report]]:
    from datetime import date

    from notice_cli.aside.suppressions import EXPIRED, UNUSED, has_expired, suppress

    today, used = date.today(), set[int]()  # noqa: DTZ011 - a day of the reader's calendar
    done = []
    for notice, report in checked:
        changed, own = suppress(report, settings.suppress, settings.folder, today)
        used |= own
        done.append((notice, changed))
    for at, one in enumerate(settings.suppress):
        words = EXPIRED if has_expired(one, today) else UNUSED
        if at not in used:
            tell(words.say(lang, until=one.until, code=one.code, text=one.text, reason=one.reason))
    return done


def _compare(
    checked: list[tuple[Notice | None, Report]], file: Path, lang: Lang
) -> list[tuple[Notice | None, Report]]:
    from notice_cli.aside.baseline import REASON, STALE, compare_baseline, read_baseline

    baseline, done = read_baseline(file), []
    for notice, report in checked:
        changed, stale = compare_baseline(report, baseline, REASON.say(lang))
        done.append((notice, changed))
        for code, message in stale:
            tell(STALE.say(lang, notice=report.uri, code=code, message=message))
    return done


def _outputs(format_: str | None, outputs: Sequence[str]) -> tuple[str | None, list[tuple[str, Path]]]:
    """The format for standard output, None if it goes to a file, and the formats with their files."""
    ours = bool(os.environ.get("GITHUB_ACTIONS")) and format_ is None
    chosen = format_ or ("github" if ours else "text")
    files = [_output(one, chosen) for one in outputs]
    bare = any(named is None for named, _ in files)
    summary = os.environ.get("GITHUB_STEP_SUMMARY") if ours else None
    extra = [("summary", Path(summary))] if summary else []
    return None if bare else chosen, [(named or chosen, path) for named, path in files] + extra


def _output(given: str, chosen: str) -> tuple[str | None, Path]:
    """FORMAT=PATH, or PATH in the chosen format."""
    named, mark, path = given.partition("=")
    if mark and named in CHECK_REPORTS and path:
        return named, Path(path)
    if mark and named.isalpha() and named.islower():
        known = ", ".join(CHECK_REPORTS)
        raise UsageError(
            "usage", reason=t("没有 {named} 这种格式，有 {known}").format(named=named, known=known)
        )
    return None, Path(given)


def _looks(chosen: str | None, lang: Lang, color: str, verbose: bool) -> Look:
    from notice_cli import __version__

    look = look_of(lang, color, None if chosen else Path())
    return look.replace(verbose=verbose, version=__version__)


def _write_all(checked: Checked, chosen: str | None, files: Sequence[tuple[str, Path]], look: Look) -> None:
    from notice_cli.cli.output import append

    for name, path in files:
        if name == "summary":
            append(_render("markdown", checked, look), path)
        else:
            write(_render(name, checked, look.replace(color=False)), path, machine=name != "text")
    if chosen is not None:
        write(_render(chosen, checked, look), None, machine=chosen not in ("text", "github", "markdown"))


def _render(name: str, checked: Checked, look: Look) -> str:
    if name != "sarif":
        return CHECK_REPORTS[name](checked, look)
    from notice_cli.comparing.against import read_manuals
    from notice_cli.rules.manual import read_manual
    from notice_cli.rules.plugins import all_rules

    manuals = (*map(read_manual, all_rules()), *read_manuals())
    return CHECK_REPORTS[name](checked, look.replace(manuals=manuals))


def _code(notice: Notice | None, report: Report, fail_on: Severity) -> int:
    """The exit code of one report. A notice of which only a part was read was not checked."""
    if report.broken:
        return FAILED
    if notice is None or notice.source.next:
        return NOT_CHECKED
    counted = LEVELS[: LEVELS.index(fail_on) + 1]
    return FINDINGS if any(finding.level in counted for finding in report.findings) else OK


def _shown(settings: Settings) -> str:
    """The settings in force, as they would stand in a notice.toml."""
    return "".join(f"{line}\n" for line in _toml_lines(settings))


def _toml_lines(settings: Settings) -> Iterator[str]:
    import json

    def listed(words: Sequence[str]) -> str:
        return json.dumps(list(words), ensure_ascii=False)

    yield (f"# {settings.file}" if settings.file else t("# 没有配置文件，都是默认值"))
    yield f"select = {listed(settings.select)}"
    yield f"ignore = {listed(settings.ignore)}"
    yield f'fail-on = "{settings.fail_on}"'
    yield f'lang = "{lang_of(settings.lang)}"'
    if settings.levels:
        yield "[severity]"
        yield from (f'{code} = "{level}"' for code, level in settings.levels.items())
    if settings.per_file:
        yield "[per-file-ignores]"
        yield from (
            f"{json.dumps(name, ensure_ascii=False)} = {listed(codes)}"
            for name, codes in settings.per_file.items()
        )
    for one in settings.suppress:
        yield "[[suppress]]"
        plain = {"code": one.code, "notice": one.notice, "text": one.text, "reason": one.reason}
        yield from (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in plain.items())
        if one.until:
            yield f"until = {one.until.isoformat()}"
