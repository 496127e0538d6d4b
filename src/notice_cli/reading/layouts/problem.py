"""Issues called by name and number: 问题1: … 整改结果: … 整改情况: … (整改任务一, 第3个问题, 1.问题1)."""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.prose import read_prose
from notice_cli.reading.zones import Zones


def read(zones: Zones) -> Iterator[Reading]:
    """Every line with such a name opens an issue."""
    lines = zones.issues
    opening = {at for at, line in enumerate(lines) if line.marker is not None and line.marker.kind == "named"}
    if opening:
        yield read_prose(lines, opening, "named")


LAYOUT = Layout("problem", read, certain=True)
