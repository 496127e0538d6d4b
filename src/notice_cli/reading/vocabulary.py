"""The words that one notice is read with: the known ones, and those that a configuration adds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import cast

from notice_cli.model import Status
from notice_cli.reading.labels import CURRENT_LABELS, LabelTable, label_table
from notice_cli.reading.status import CURRENT_STATUSES, Additions
from notice_cli.reading.words import Role
from notice_cli.values import Value


class Spoken(Value):
    """Labels and status words made ready; None and () for the known ones alone."""

    labels: LabelTable | None = None
    statuses: Additions = ()


def spoken(labels: Mapping[str, Sequence[str]], statuses: Mapping[str, Sequence[str]]) -> Spoken:
    """The known words and further ones, by role and by class."""
    added = {cast("Role", role): tuple(words) for role, words in labels.items() if words}
    wordings = tuple((cast("Status", name), tuple(words)) for name, words in statuses.items() if words)
    return Spoken(label_table(added) if added else None, wordings)


@contextmanager
def speaking(words: Spoken) -> Iterator[None]:
    """Within this block notices are read with these words; other threads and tasks are not touched."""
    labels = CURRENT_LABELS.set(words.labels or CURRENT_LABELS.get())
    statuses = CURRENT_STATUSES.set(words.statuses)
    try:
        yield
    finally:
        CURRENT_LABELS.reset(labels)
        CURRENT_STATUSES.reset(statuses)
