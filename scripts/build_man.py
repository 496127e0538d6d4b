"""Write docs/man/notice.1 and docs/man/zh_CN/notice.1 from the commands' own help.

python scripts/build_man.py        writes both
python scripts/build_man.py en     prints one (en or zh)
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

FOLDER = Path(__file__).parent.parent / "docs" / "man"
PAGES = {"en": FOLDER / "notice.1", "zh": FOLDER / "zh_CN" / "notice.1"}
LOCALES = {"en": "en_US.UTF-8", "zh": "zh_CN.UTF-8"}
HEADS = {
    "en": ("NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "ENVIRONMENT", "EXIT STATUS"),
    "zh": ("名称", "用法", "说明", "命令", "环境变量", "退出码"),
}
SYNOPSIS = {
    "en": ".B notice\n.I COMMAND\n[\\fIOPTION\\fR...] [\\fISOURCE\\fR...]",
    "zh": ".B notice\n.I 命令\n[\\fI选项\\fR...] [\\fISOURCE\\fR...]",
}
ENVIRONMENT = {
    "en": (
        ("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "The language of messages, unless --lang is given."),
        ("NO_COLOR", "No colours."),
        ("PAGER", "Shows what is longer than the screen; cat for none."),
        ("NOTICE_TRACEBACK", "Shows where an internal error happened."),
    ),
    "zh": (
        ("LANGUAGE, LC_ALL, LC_MESSAGES, LANG", "提示的语言，没有给 --lang 时用。"),
        ("NO_COLOR", "不用颜色。"),
        ("PAGER", "超过一屏的内容用它显示；不想分页就设为 cat。"),
        ("NOTICE_TRACEBACK", "显示程序内部错误的位置。"),
    ),
}
CODES = {
    "en": (
        ("0", "Done, and nothing found that fails the run."),
        ("1", "Findings (check), differences (diff)."),
        ("2", "Usage, configuration or internal error."),
        ("3", "A source was not read or not checked."),
    ),
    "zh": (
        ("0", "已完成，没有要以失败退出的发现。"),
        ("1", "有发现（check）或差别（diff）。"),
        ("2", "用法、配置或程序错误。"),
        ("3", "有来源没有读成或没有核对。"),
    ),
}


def main() -> None:
    """Write both pages, or print one."""
    if len(sys.argv) > 1:
        lang = sys.argv[1]
        os.environ["LANGUAGE"] = LOCALES[
            lang
        ]  # before the commands are loaded: their help is in one language
        sys.stdout.buffer.write(_page(lang).encode())
        return
    for lang, file in PAGES.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        made = subprocess.run([sys.executable, __file__, lang], capture_output=True, check=True)  # noqa: S603
        file.write_bytes(made.stdout)


def _page(lang: str) -> str:
    from notice_cli import __version__
    from notice_cli.cli.main import notice
    from notice_cli.cli.words import speak

    speak()
    context = click.Context(notice, info_name="notice")
    return "\n".join(_lines(notice, context, __version__, lang)) + "\n"


def _lines(root: click.Group, context: click.Context, version: str, lang: str) -> Iterator[str]:
    name, synopsis, description, commands, environment, codes = HEADS[lang]
    yield f'.TH NOTICE 1 "" "notice {version}" "notice"\n.ad l'
    yield f".SH {name}"
    yield f"notice \\- {_safe((root.help or '').split(chr(10))[0])}"
    yield f".SH {synopsis}"
    yield SYNOPSIS[lang]
    yield f".SH {description}"
    yield from _text(root.help)
    yield f".SH {commands}"
    for each in root.list_commands(context):
        command = root.get_command(context, each)
        if command is not None:
            yield from _command(command, click.Context(command, info_name=each, parent=context))
    for head, rows in ((environment, ENVIRONMENT[lang]), (codes, CODES[lang])):
        yield f".SH {head}"
        yield from (f".TP\n.B {_safe(word)}\n{_safe(told)}" for word, told in rows)


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    usage = " ".join(command.collect_usage_pieces(context))
    yield f".SS notice {command.name}"
    yield f".B notice {command.name}\n{_safe(usage)}\n.PP"
    yield from _text(command.help)
    for parameter in command.get_params(context):
        told = parameter.get_help_record(context)
        if told is not None and told[1]:
            yield f".TP\n.B {_safe(told[0])}\n{_safe(' '.join(told[1].split()))}"
    yield ".PP"
    yield from _text(command.epilog)


def _text(text: str | None) -> Iterator[str]:
    """Paragraphs; one that begins with click's mark is kept line by line."""
    for paragraph in (text or "").split("\n\n"):
        kept = paragraph.startswith("\b")
        lines = [_safe(line) for line in paragraph.lstrip("\b\n").split("\n")]
        yield "\n".join([".nf", *lines, ".fi"] if kept else lines) + "\n.PP"


def _safe(text: str) -> str:
    """Words that groff takes as words."""
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text


if __name__ == "__main__":
    main()
