"""A figure that the notice declares about the rectification."""

from __future__ import annotations

from typing import Literal

from notice_cli.model.record import Small
from notice_cli.model.span import Span

What = Literal[
    "issues",
    "issues_completed",
    "issues_basically_completed",
    "issues_ongoing",
    "issues_in_progress",
    "issues_not_completed",
    "aspects",
    "categories",
    "measures",
    "measures_completed",
    "regulations",
    "regulations_new",
    "regulations_revised",
    "regulations_abolished",
    "persons_accountable",
    "persons_disciplined",
    "persons_organizational",
    "persons_talked",
    "persons_transferred",
    "cases_filed",
    "clues",
    "units_accountable",
    "meetings",
    "amount_recovered",
    "completion_rate",
    "other",
]


class Count(Small, kw_only=True):
    """One declared figure, as often as it is printed."""

    what: What
    value: int | float
    unit: str | None = None
    """As written: 个, 项, 条, 人, 万元, %."""
    approximate: bool = False
    """True for 近, 余, 约, 以上."""
    refs: tuple[int, ...] = ()
    """Issue numbers that the figure names itself: 1个(4号问题)."""
    scope: str = "notice"
    """`notice`, `section:2` or `issue:14`."""
    derived: bool = False
    """True where the figure is only implied (除7个外均已完成)."""
    text: str
    span: Span
    source_line: int | None = None
