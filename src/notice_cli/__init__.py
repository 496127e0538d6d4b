"""Parse, check and compare Chinese rectification notices (整改情况通报).

    from notice_cli import read, check, compare

    notice = read("notice.html")      # a path, an http(s) URL, or a page's bytes
    report = check(notice)            # findings, what passed, what could not be judged
    changes = compare(read("2020.html"), notice)

`Notice.model_dump_json()` is what `notice parse --format json` prints. Errors are kinds of `NoticeError`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from notice_cli.errors import (
        DecodeError,
        NoticeError,
        RefusalError,
        SourceError,
        UnreadableError,
        UsageError,
    )
    from notice_cli.model import Comparison, Count, Finding, Issue, Measure, Notice, Report, Timeline
    from notice_cli.pipeline import check, compare, follow, read, read_all

__version__ = "0.1.0"

__all__ = [
    "Comparison",
    "Count",
    "DecodeError",
    "Finding",
    "Issue",
    "Measure",
    "Notice",
    "NoticeError",
    "RefusalError",
    "Report",
    "SourceError",
    "Timeline",
    "UnreadableError",
    "UsageError",
    "__version__",
    "check",
    "compare",
    "follow",
    "read",
    "read_all",
]

_HOMES = {
    "notice_cli.errors": (
        "DecodeError",
        "NoticeError",
        "RefusalError",
        "SourceError",
        "UnreadableError",
        "UsageError",
    ),
    "notice_cli.model": (
        "Comparison",
        "Count",
        "Finding",
        "Issue",
        "Measure",
        "Notice",
        "Report",
        "Timeline",
    ),
    "notice_cli.pipeline": ("check", "compare", "follow", "read", "read_all"),
}
"""Module and what of it is public; loaded when first asked for."""
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOME_OF[name]), name)
