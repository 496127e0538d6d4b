"""The command `notice`: a table of commands, each loaded only when it is called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from notice_cli.cli.words import speak, t

COMMANDS: dict[str, str] = {
    "parse": "notice_cli.cli.parse",
    "check": "notice_cli.cli.check",
    "diff": "notice_cli.cli.diff",
    "fetch": "notice_cli.cli.fetch",
    "report": "notice_cli.cli.report",
    "export": "notice_cli.cli.export",
    "rules": "notice_cli.cli.rules",
    "explain": "notice_cli.cli.explain",
    "baseline": "notice_cli.cli.baseline",
    "batch": "notice_cli.cli.batch",
    "stats": "notice_cli.cli.stats",
    "schema": "notice_cli.cli.schema",
    "completion": "notice_cli.cli.completion",
}
"""Name of a command and the module whose `command` it is."""


class _Context(click.Context):
    """A context whose help is set in cells of a terminal; how is learnt only where help is asked for."""

    def make_formatter(self) -> click.HelpFormatter:
        from notice_cli.cli.helping import Formatter

        return Formatter(width=self.terminal_width, max_width=self.max_content_width)


class _Commands(click.Group):
    """A group that loads a command when it is asked for, and knows the order they are told in."""

    context_class = _Context

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(COMMANDS[cmd_name]).command
        command.context_class, command.options_metavar = _Context, t("[选项]")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            near = get_close_matches(args[0], COMMANDS, 1)
            hint = t("，是不是 {command}？").format(command=near[0]) if near else ""
            raise click.UsageError(error.message.rstrip("。") + hint, ctx) from None


def _show_version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        from notice_cli import __version__

        click.echo(f"notice {__version__}")
        ctx.exit()


@click.group(
    cls=_Commands,
    options_metavar=t("[选项]"),
    subcommand_metavar=t("命令 [参数]..."),
    context_settings={"help_option_names": ["-h", "--help"]},
    help=t(
        "读取、核对、比较整改情况通报（巡视、巡察、审计、环保督察整改）。",
    ),
    epilog=t(
        "\b\n例：notice check samples/lanchuan-culture-2024.html",
    ),
)
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_show_version,
    help=t("显示版本并退出"),
)  # fmt: skip
def notice() -> None:
    """The root of all commands."""


def main() -> None:
    """Run `notice` and leave with its exit code; no traceback reaches a user."""
    from notice_cli.cli.ending import run

    speak()
    sys.exit(run(notice))
