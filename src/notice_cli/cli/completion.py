"""`notice completion`: the shell learns the commands, options and values."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from notice_cli.cli.ending import OK
from notice_cli.cli.output import write
from notice_cli.cli.words import t

SHELLS = ("bash", "zsh", "fish")


@click.command(
    "completion",
    short_help=t("输出命令补全脚本（bash、zsh、fish）"),
    help=t(
        "输出命令补全脚本。装一次即可：\n\n"
        "\b\nbash：notice completion bash > ~/.local/share/bash-completion/completions/notice\n"
        "zsh： notice completion zsh > ~/.zfunc/_notice\n"
        "      （.zshrc 里要有 fpath+=~/.zfunc; autoload -Uz compinit; compinit）\n"
        "fish：notice completion fish > ~/.config/fish/completions/notice.fish",
    ),
    epilog=t("\b\n例：notice completion fish"),
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> int:
    """Write click's own script for the shell."""
    kind = get_completion_class(shell)
    if kind is not None:
        write(kind(ctx.find_root().command, {}, "notice", "_NOTICE_COMPLETE").source(), None, machine=True)
    return OK
