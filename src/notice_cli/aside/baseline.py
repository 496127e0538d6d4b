"""A baseline: the findings of one day, by their fingerprints; later checks fail only on what is new."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from notice_cli.errors import UsageError, system_reason
from notice_cli.language import Words
from notice_cli.model import Finding, Report, Suppressed

VERSION = "1"
REASON = Words("基线中已有")
_NO_ENTRIES = Words("没有各条发现的记录")
STALE = Words(
    "基线里的这一条已经不再出现，可以更新基线：{notice} {code} {message}",
)
Baseline = Mapping[str, Mapping[str, tuple[str, str]]]
"""Notice, fingerprint, code and message."""


def render_baseline(reports: Sequence[Report]) -> str:
    """All findings of the reports as JSON, one a line, in the order of notices and fingerprints."""
    entries = sorted(
        (notice_name(report.uri), one.code, one.fingerprint or "", one.message)
        for report in reports
        for one in report.findings
    )
    keys = ("notice", "code", "fingerprint", "message")
    lines = [json.dumps(dict(zip(keys, one, strict=True)), ensure_ascii=False) for one in entries]
    inner = ",\n  ".join(lines)
    return f'{{"schema_version": "{VERSION}", "findings": [\n  {inner}\n]}}\n' if lines else _EMPTY


_EMPTY = f'{{"schema_version": "{VERSION}", "findings": []}}\n'


def read_baseline(file: Path) -> Baseline:
    """The entries of a baseline.

    Raises:
        UsageError: It cannot be read, or is none.
    """
    try:
        entries = json.loads(file.read_bytes())["findings"]
        read: dict[str, dict[str, tuple[str, str]]] = {}
        for one in entries:
            own = read.setdefault(str(one["notice"]), {})
            own[str(one["fingerprint"])] = (str(one["code"]), str(one["message"]))
    except FileNotFoundError:
        raise UsageError("no_file", str(file)) from None
    except OSError as error:
        raise UsageError("unreadable_file", str(file), reason=system_reason(error)) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise UsageError("bad_baseline", str(file), reason=_NO_ENTRIES) from None
    return read


def notice_name(uri: str) -> str:
    """The name under which a notice stands in a baseline: its path as given, without `./`."""
    return uri if "://" in uri[:12] else Path(uri).as_posix()


def compare_baseline(report: Report, baseline: Baseline, reason: str) -> tuple[Report, list[tuple[str, str]]]:
    """The report with the findings that the baseline has set aside, and the entries that are stale.

    Args:
        report: One report.
        baseline: What `read_baseline` gave.
        reason: Why a finding of the baseline is set aside, in the language of the run.
    """
    own = baseline.get(notice_name(report.uri), {})
    known = [one for one in report.findings if one.fingerprint in own]
    aside = [Suppressed(finding=one, reason=reason, by="baseline") for one in known]
    rest: list[Finding] = [one for one in report.findings if one.fingerprint not in own]
    found = {one.fingerprint for one in report.findings} | {
        one.finding.fingerprint for one in report.suppressed
    }
    stale = [entry for name, entry in own.items() if name not in found]
    changed = report.model_copy(update={"findings": tuple(rest), "suppressed": (*report.suppressed, *aside)})
    return changed, [] if report.unreadable is not None else stale
