"""The manual page of a rule: what `notice rules` lists and `notice explain` prints."""

from __future__ import annotations

from notice_cli.model.finding import Severity
from notice_cli.model.record import Record


class Manual(Record):
    """A rule's docstring in its parts, Chinese and English."""

    code: str
    name: str
    level: Severity
    summary: str
    """What should hold, in one Chinese sentence."""
    checks: str
    checks_en: str
    wrong: tuple[str, ...]
    right: tuple[str, ...]
    silent: str
    """When it does not judge."""
    silent_en: str
