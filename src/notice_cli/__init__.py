"""Parse, check and compare Chinese rectification notices (整改情况通报).

    from notice_cli import read, check, compare

    notice = read("notice.html")      # a path, an http(s) URL, or a page's bytes
    report = check(notice)            # findings, what passed, what could not be judged
    changes = compare(read("2020.html"), notice)

`Notice.model_dump_json()` is what `notice parse --format json` prints. Errors are kinds of `NoticeError`.
"""

from notice_cli.errors import (
    DecodeError,
    NoticeError,
    RefusalError,
    SourceError,
    UnreadableError,
    UsageError,
)
from notice_cli.model import Comparison, Count, Finding, Issue, Measure, Notice, Report
from notice_cli.pipeline import check, compare, read, read_all

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
    "UnreadableError",
    "UsageError",
    "__version__",
    "check",
    "compare",
    "read",
    "read_all",
]
