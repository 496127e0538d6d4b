"""Issues under a bare label, without numbers: 问题:… 整改:…, often under the names of several bodies."""

from __future__ import annotations

from collections.abc import Iterator

from notice_cli.outline import Line
from notice_cli.reading.draft import Layout, Reading
from notice_cli.reading.labels import split_labels
from notice_cli.reading.prose import read_prose
from notice_cli.reading.zones import Zones


def read(zones: Zones) -> Iterator[Reading]:
    """Every line that begins with a label for an issue opens one."""
    opening = {at for at, line in enumerate(zones.issues) if _opens(line)}
    if opening:
        yield read_prose(zones.issues, opening, "named", names=True)


def _opens(line: Line) -> bool:
    if line.cell is not None or line.marker is not None:
        return False
    lead, labels = split_labels(line)
    return not lead.text and bool(labels) and labels[0].role == "issue"


LAYOUT = Layout("digest", read)
