"""Notices that list no issues: bulletins of a round, daily bulletins. Only what they declare is read."""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.zones import Zones


def read(zones: Zones) -> Iterator[Reading]:
    """No issue; the lines of the issues' part stay unexplained."""
    yield Reading((), (), 0.0 if zones.issues else 1.0)


LAYOUT = Layout("counts-only", read)
