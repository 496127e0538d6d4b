"""What a run of `notice fetch` has done so far: a run that was killed goes on where it stood.

The first line tells when the run began and how much the archive held; then comes a line for each address that
is done with; the last line tells that the run is over.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notice_cli.errors import UsageError, system_reason

JOURNAL = "notice-run.jsonl"
PASSING = (
    "http_status",
    "proxy",
    "put_off",
    "robots_unread",
    "timeout",
    "truncated",
    "unknown_host",
    "unreachable",
)
"""Outcomes that may be others a while later: such an address is asked again when the run goes on."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run: its folder, how many answers the archive held when it began, and what was done before."""

    folder: Path
    entries: int
    done: dict[str, dict[str, Any]]
    """The records of the addresses that an earlier process of this run was done with."""
    resumed: bool = False
    """Whether there was such a process."""

    def write(self, record: dict[str, Any]) -> None:
        """Add a line.

        Raises:
            UsageError: `unwritable`.
        """
        _write(self.folder, record, "ab")


def open_run(folder: Path, entries: int, now: str, *, afresh: bool = False) -> Run:
    """The run that was not finished, else a new one.

    Raises:
        UsageError: `unwritable`.
    """
    lines = [] if afresh else _read(folder / JOURNAL)
    if lines and "entries" in lines[0] and "finished" not in lines[-1]:
        done = {line["url"]: line for line in lines if "url" in line and line.get("outcome") not in PASSING}
        return Run(folder, int(lines[0]["entries"]), done, resumed=True)
    _write(folder, {"started": now, "entries": entries}, "wb")
    return Run(folder, entries, {})


def _read(file: Path) -> list[dict[str, Any]]:
    """The lines of a journal; one that was cut off is passed over."""
    try:
        lines = file.read_bytes().split(b"\n")
    except OSError:
        return []
    found = []
    for line in lines[:-1]:
        try:
            record = json.loads(line)
        except ValueError:
            continue
        if isinstance(record, dict):
            found.append(record)
    return found


def _write(folder: Path, record: dict[str, Any], mode: str) -> None:
    try:
        with (folder / JOURNAL).open(mode) as out:
            if mode == "ab" and _is_cut(folder / JOURNAL):
                out.write(b"\n")
            out.write(json.dumps(record, ensure_ascii=False).encode("utf-8", "replace") + b"\n")
            out.flush()
            os.fsync(out.fileno())
    except OSError as error:
        raise UsageError("unwritable", str(folder), reason=system_reason(error)) from error


def _is_cut(file: Path) -> bool:
    """Whether the last line of a file was not written to its end."""
    with file.open("rb") as stream:
        stream.seek(0, os.SEEK_END)
        if not stream.tell():
            return False
        stream.seek(-1, os.SEEK_END)
        return stream.read(1) != b"\n"
