"""How a run ends: exit codes, and one sentence instead of a traceback."""

from __future__ import annotations

import os
import sys

import click

from notice_cli.cli.words import LOCALE, t
from notice_cli.errors import NoticeError, UsageError, printable, system_reason

OK, FINDINGS, FAILED, NOT_CHECKED = 0, 1, 2, 3
"""Exit codes: nothing found, findings, usage or internal error, not read."""


def run(command: click.Command) -> int:
    """Run a command and give its exit code."""
    try:
        code = command.main(standalone_mode=False, prog_name="notice")
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return FAILED
    except (click.Abort, KeyboardInterrupt):
        _tell(t("已中断"))
        return 130
    except BrokenPipeError:
        _silence_stdout()
        return OK
    except NoticeError as error:
        _tell(error.message(LOCALE))
        return error.exit_code
    except OSError as error:
        _tell(UsageError("system", reason=system_reason(error)).message(LOCALE))
        return FAILED
    except Exception as error:
        _internal(error)
        return FAILED
    return code if isinstance(code, int) else OK


def _tell(sentence: str) -> None:
    click.echo(f"notice: {sentence}", err=True)


def _internal(error: Exception) -> None:
    """An error of ours: its kind and place, and how to see more."""
    if os.environ.get("NOTICE_TRACEBACK"):
        import traceback

        traceback.print_exc()
    kind = printable(f"{type(error).__name__}: {error}")[:300]
    _tell(
        t("程序内部错误（{kind}）。请带上出错的文件反馈给维护者；设置 NOTICE_TRACEBACK=1 可看到详情").format(
            kind=kind
        )
    )


def _silence_stdout() -> None:
    """The reader of our output went away: nothing more is written, not even at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def worst(codes: list[int]) -> int:
    """The exit code of a mixed run: 2 beats 3 beats 1."""
    return next((code for code in (FAILED, NOT_CHECKED, FINDINGS) if code in codes), OK)
