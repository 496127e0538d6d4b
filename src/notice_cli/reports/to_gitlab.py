"""Findings as a Code Quality report of GitLab."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence

from notice_cli.model import Finding, Report, Severity
from notice_cli.reports.gravity import ranked
from notice_cli.reports.places import address, first_line, has_lines

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "note": "info"}


def render(reports: Sequence[Report]) -> str:
    """A list of issues; fingerprints are unique and know no lines."""
    return json.dumps(_entries(reports), ensure_ascii=False, indent=1) + "\n"


def _entries(reports: Sequence[Report]) -> list[dict[str, object]]:
    unread = [_unread(one) for one in reports if one.unreadable is not None]
    return [*unread, *(_finding(report, finding) for report, finding in ranked(reports))]


def _finding(report: Report, finding: Finding) -> dict[str, object]:
    line = first_line(finding) if has_lines(report.source) else None
    return {
        "description": finding.message,
        "check_name": finding.code,
        "fingerprint": _fingerprint(report.uri, finding.fingerprint or finding.message),
        "severity": _SEVERITIES[finding.level],
        "location": {"path": address(report.uri), "lines": {"begin": line or 1}},
    }


def _unread(report: Report) -> dict[str, object]:
    return {
        "description": report.unreadable.message if report.unreadable else "",
        "check_name": "unreadable",
        "fingerprint": _fingerprint(report.uri, "unreadable"),
        "severity": "critical",
        "location": {"path": address(report.uri), "lines": {"begin": 1}},
    }


def _fingerprint(uri: str, name: str) -> str:
    return hashlib.sha256(f"{address(uri)}\0{name}".encode("utf-8", "replace")).hexdigest()[:32]
