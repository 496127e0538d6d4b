"""Where a result goes: standard output as it can show it, or a file written whole or not at all."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from notice_cli.errors import UsageError


def write(result: str, output: Path | None, *, machine: bool) -> None:
    """Write a result.

    Args:
        result: The text.
        output: A file, or None for standard output.
        machine: Whether a program reads it: then it is UTF-8 wherever it does not go to a terminal.

    Raises:
        UsageError: the file cannot be written.
    """
    if output is not None:
        _write_file(result, output)
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
        raise UsageError("unwritable", str(file), reason=error.strerror or str(error)) from None


def _write_file(result: str, output: Path) -> None:
    write_bytes(result.encode("utf-8", "replace"), output)


def write_bytes(data: bytes, output: Path) -> None:
    """Write beside the target and put it in place at once.

    Raises:
        UsageError: the file cannot be written.
    """
    try:
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(output)
    except OSError as error:
        raise UsageError("unwritable", str(output), reason=error.strerror or str(error)) from None
