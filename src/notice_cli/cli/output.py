"""Where a result goes: standard output as it can show it, or a file written whole or not at all."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

from notice_cli.errors import UsageError, system_reason


def write(result: str, output: Path | None, *, machine: bool) -> None:
    """Write a result.

    Args:
        result: The text.
        output: A file; None or `-` for standard output.
        machine: Whether a program reads it: then it is UTF-8 wherever it does not go to a terminal.

    Raises:
        UsageError: the file cannot be written.
        OSError: standard output cannot.
    """
    if output is not None and output.name != "-":
        write_bytes(result.encode("utf-8", "replace"), output)
    elif sys.stdout is None:
        raise OSError(errno.EBADF, "")
    elif machine and not sys.stdout.isatty() and hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(result.encode("utf-8", "replace"))
        sys.stdout.flush()
    else:
        _show(result, paged=not machine)


def _show(result: str, *, paged: bool) -> None:
    """On the terminal as it can show it, page by page where it is longer than the screen."""
    encoding = sys.stdout.encoding or "utf-8"
    shown = result.encode(encoding, "backslashreplace").decode(encoding)
    if paged and result.count("\n") >= _height():
        import click

        os.environ.setdefault("LESSCHARSET", "utf-8" if encoding.lower().startswith("utf") else "dos")
        click.echo_via_pager(shown, color=True)
    else:
        sys.stdout.write(shown)
        sys.stdout.flush()


def _height() -> float:
    """Lines of the terminal; endless where nobody could turn the page."""
    if not (sys.stdout.isatty() and sys.stdin.isatty()) or os.environ.get("TERM", "dumb") == "dumb":
        return float("inf")
    import shutil

    return shutil.get_terminal_size((80, 24)).lines


def append(result: str, file: Path) -> None:
    """Add a result to the end of a file.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        with file.open("a", encoding="utf-8", errors="replace", newline="\n") as out:
            out.write(result)
    except OSError as error:
        raise UsageError("unwritable", str(file), reason=system_reason(error)) from None


def write_bytes(data: bytes, output: Path) -> None:
    """Write beside the target and put it in place at once; into a pipe or a device as it is.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        target = output.resolve()
        if target.exists() and not target.is_file():
            target.write_bytes(data)
        else:
            _put_in_place(data, target)
    except OSError as error:
        raise UsageError("unwritable", str(output), reason=system_reason(error)) from None


def _put_in_place(data: bytes, target: Path) -> None:
    """Replace a file, or make it; nothing is left behind where that fails."""
    import tempfile

    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
    handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".notice-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(draft).chmod(mode)
        Path(draft).replace(target)
    finally:
        Path(draft).unlink(missing_ok=True)
