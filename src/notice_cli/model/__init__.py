"""The records that go out: pydantic, frozen, one `schema_version`.

Each is loaded when it is first asked for: reading a notice needs no report.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notice_cli.model.comparison import (
        Change,
        Comparison,
        CountChange,
        Decision,
        Edit,
        FieldChange,
        FigureMove,
        Likeness,
        MeasureChanges,
        Side,
        Sighting,
        Thread,
        Timeline,
    )
    from notice_cli.model.count import Count, What
    from notice_cli.model.finding import (
        Arithmetic,
        Broken,
        Claim,
        FigureChange,
        Finding,
        NotApplicable,
        Operand,
        Passed,
        Quote,
        Repair,
        Report,
        Severity,
        Suppressed,
        Unreadable,
    )
    from notice_cli.model.issue import Issue, Measure, Status
    from notice_cli.model.manual import Manual
    from notice_cli.model.notice import (
        SCHEMA_VERSION,
        Block,
        Contact,
        Genre,
        Heading,
        Inspection,
        Layout,
        Metadata,
        Notice,
        Passage,
        Preamble,
        Section,
        Signature,
        Source,
    )
    from notice_cli.model.span import Evidence, Span
    from notice_cli.model.visit import Visit

__all__ = [
    "SCHEMA_VERSION",
    "Arithmetic",
    "Block",
    "Broken",
    "Change",
    "Claim",
    "Comparison",
    "Contact",
    "Count",
    "CountChange",
    "Decision",
    "Edit",
    "Evidence",
    "FieldChange",
    "FigureChange",
    "FigureMove",
    "Finding",
    "Genre",
    "Heading",
    "Inspection",
    "Issue",
    "Layout",
    "Likeness",
    "Manual",
    "Measure",
    "MeasureChanges",
    "Metadata",
    "NotApplicable",
    "Notice",
    "Operand",
    "Passage",
    "Passed",
    "Preamble",
    "Quote",
    "Repair",
    "Report",
    "Section",
    "Severity",
    "Side",
    "Sighting",
    "Signature",
    "Source",
    "Span",
    "Status",
    "Suppressed",
    "Thread",
    "Timeline",
    "Unreadable",
    "Visit",
    "What",
]

_HOMES = {
    "comparison": (
        "Change",
        "Comparison",
        "CountChange",
        "Decision",
        "Edit",
        "FieldChange",
        "FigureMove",
        "Likeness",
        "MeasureChanges",
        "Side",
        "Sighting",
        "Thread",
        "Timeline",
    ),
    "count": (
        "Count",
        "What",
    ),
    "finding": (
        "Arithmetic",
        "Broken",
        "Claim",
        "FigureChange",
        "Finding",
        "NotApplicable",
        "Operand",
        "Passed",
        "Quote",
        "Repair",
        "Report",
        "Severity",
        "Suppressed",
        "Unreadable",
    ),
    "issue": (
        "Issue",
        "Measure",
        "Status",
    ),
    "manual": ("Manual",),
    "notice": (
        "Block",
        "Contact",
        "Genre",
        "Heading",
        "Inspection",
        "Layout",
        "Metadata",
        "Notice",
        "Passage",
        "Preamble",
        "SCHEMA_VERSION",
        "Section",
        "Signature",
        "Source",
    ),
    "span": (
        "Evidence",
        "Span",
    ),
    "visit": ("Visit",),
}
"""Module and the records in it."""
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME_OF[name]}"), name)
