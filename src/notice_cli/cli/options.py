"""Options that several commands share, and the look they ask for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

import click

from notice_cli.cli.words import t
from notice_cli.errors import UsageError
from notice_cli.language import LANGS, Lang, locale_language
from notice_cli.pipeline import PLAIN, Vocabulary, read_vocabulary
from notice_cli.reports import Look

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Command = TypeVar("Command", bound=Callable[..., Any])


def complete_paths(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The shell is to offer its files."""
    from click.shell_completion import CompletionItem

    return [CompletionItem(incomplete, type="file")]


SOURCES = click.argument(
    "sources", nargs=-1, required=True, metavar="SOURCE...", shell_complete=complete_paths
)
LANG = click.option(
    "--lang", type=click.Choice(LANGS), default=None,
    help=t("提示语言：zh 或 en（默认按系统语言）"),
)  # fmt: skip
CONFIG = click.option(
    "--config", "config_file", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help=t("用这个 notice.toml（默认向上找最近的）"),
)  # fmt: skip
OUTPUT = click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help=t("写入文件（写完才替换，不会只写一半）"),
)  # fmt: skip
COLOR = click.option(
    "--color", type=click.Choice(("auto", "always", "never")), default="auto",
    help=t("颜色：auto 仅在终端显示"),
)  # fmt: skip


def format_option(formats: Iterable[str]) -> Callable[[Command], Command]:
    """`--format` with a table's names; the first is the default."""
    names = tuple(formats)
    return click.option(
        "--format", "format_", type=click.Choice(names), default=names[0], show_default=True,
        help=t("输出格式"),
    )  # fmt: skip


def lang_of(option: str | None) -> Lang:
    """The language asked for, else the locale's."""
    return cast("Lang", option) if option else locale_language()


def vocabulary_of(config_file: Path | None) -> Vocabulary:
    """The words and sites of the file named, else of the nearest upwards, else the known ones.

    The room that reads configurations is entered only where a file may be one.

    Raises:
        UsageError: The file cannot be read, or holds what is not known.
    """
    if config_file is None and not _may_be_configured():
        return PLAIN
    from notice_cli.config import find_config

    found = config_file or find_config(Path.cwd())
    return read_vocabulary(found) if found else PLAIN


def require(module: str, what: str, extra: str) -> None:
    """Tell how to get what a command needs and the plain installation has not.

    Raises:
        UsageError: the module is not installed.
    """
    from importlib.util import find_spec

    if find_spec(module) is None:
        raise UsageError("missing_extra", what, extra=extra)


def _may_be_configured() -> bool:
    """Whether a file that could configure us lies in this folder or above it."""
    folders = (Path.cwd(), *Path.cwd().parents)
    names = ((folder / "notice.toml", folder / "pyproject.toml") for folder in folders)
    return any(
        own.is_file() or (ours.is_file() and b"[tool.notice" in ours.read_bytes()) for own, ours in names
    )


def look_of(lang: Lang, color: str, output: Path | None) -> Look:
    """Colours on a terminal only, unless asked for; as wide as the terminal, else 100 cells."""
    terminal = output is None and sys.stdout is not None and sys.stdout.isatty()
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    colored = color == "always" or (color == "auto" and terminal and not plain)
    return Look(lang, colored, _width() if terminal or os.environ.get("COLUMNS") else 100)


def _width() -> int:
    """Cells of a line of the terminal."""
    import shutil

    return shutil.get_terminal_size((100, 24)).columns
