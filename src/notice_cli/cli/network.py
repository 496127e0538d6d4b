"""Options about addresses, and the limits that they ask for: commands name them, none has to pass them on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from notice_cli.cli.words import LOCALE
from notice_cli.errors import NoticeError
from notice_cli.language import Lang, Words
from notice_cli.source import Limits

Command = TypeVar("Command", bound=Callable[..., Any])
ARCHIVE = "notice-archive"
"""Where snapshots are kept unless told otherwise, from the current folder."""
_META = "notice_cli.limits"


def _remember(ctx: click.Context, param: click.Parameter, value: object) -> object:
    ctx.meta.setdefault(_META, {})[param.name] = value
    return value


def _option(name: str, about: Words, **kind: Any) -> Callable[[Command], Command]:  # noqa: ANN401
    return click.option(
        name,
        help=about.say(LOCALE, archive=ARCHIVE),
        expose_value=False,
        callback=_remember,
        **(kind or {"is_flag": True}),
    )


_ONLINE = (
    _option("--render", Words("正文由脚本载入时，用 Chromium 打开（pip install \"notice-cli[render]\"）")),
    _option("--no-follow", Words("不读后续分页和附件")),
    _option("--allow-private", Words("网页、跳转、清单可以引到内部网络")),
    _option("--old-tls", Words("接受旧式加密（TLS 1.0、弱密钥）：传输内容可能被偷看或篡改")),
)  # fmt: skip
_OFFLINE = (
    _option("--offline", Words("不上网，网址从快照里读（默认 {archive}）")),
    _option("--archive", Words("从这个快照文件夹或 WARC 文件里读网址（等于 --offline）"),
            type=click.Path(), default=None),
)  # fmt: skip


def _all(options: tuple[Callable[[Command], Command], ...]) -> Callable[[Command], Command]:
    def add(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add


ONLINE = _all(_ONLINE)
"""Options of a command that asks the network."""
NETWORK = _all((*_OFFLINE, *_ONLINE))
"""Options of a command that reads sources."""


def limits_of(lang: Lang) -> Limits:
    """The limits that the options of the running command ask for; what should be known goes to stderr."""
    ctx = click.get_current_context(silent=True)
    asked = ctx.meta.get(_META, {}) if ctx else {}
    archive = asked.get("archive") or (ARCHIVE if asked.get("offline") else None)

    def tell(error: NoticeError) -> None:
        click.echo(f"notice: {error.message(lang)}", err=True)

    return Limits(
        archive=archive,
        render=bool(asked.get("render")),
        follow=not asked.get("no_follow"),
        allow_private=bool(asked.get("allow_private")),
        old_tls=bool(asked.get("old_tls")),
        tell=tell,
    )
