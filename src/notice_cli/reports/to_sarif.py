"""Findings as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import json
from collections.abc import Sequence

from notice_cli.language import Lang
from notice_cli.model import Finding, Manual, Quote, Report
from notice_cli.reports.places import address, columns, has_lines

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_Json = dict[str, object]


def render(reports: Sequence[Report], manuals: Sequence[Manual], lang: Lang, version: str) -> str:
    """One run with a result for each finding; what was set aside is marked as suppressed.

    Args:
        reports: What the check gave.
        manuals: The manual pages of the rules; those that findings name are carried along.
        lang: The language of the rules' descriptions.
        version: Ours.
    """
    codes = sorted({one.code for report in reports for one in _all(report)} | {one.code for one in manuals})
    index = {code: at for at, code in enumerate(codes)}
    pages = {one.code: one for one in manuals}
    driver = {
        "name": "notice",
        "version": version,
        "rules": [_rule(code, pages.get(code), lang) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(reports)],
        "results": [
            _result(report, one, index, reason) for report in reports for one, reason in _with_reasons(report)
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _all(report: Report) -> list[Finding]:
    return [one for one, _ in _with_reasons(report)]


def _with_reasons(report: Report) -> list[tuple[Finding, str | None]]:
    """Findings, then those set aside with the reason."""
    return [
        *((one, None) for one in report.findings),
        *((one.finding, one.reason) for one in report.suppressed),
    ]


def _rule(code: str, page: Manual | None, lang: Lang) -> _Json:
    if page is None:
        return {"id": code}
    checks = page.checks if lang == "zh" else page.checks_en or page.checks
    level = {"defaultConfiguration": {"level": page.level}}
    return {
        "id": code,
        "name": page.name,
        "shortDescription": {"text": page.summary if lang == "zh" else checks},
        "fullDescription": {"text": checks or page.summary},
        **level,
    }


def _invocation(reports: Sequence[Report]) -> _Json:
    """Sources that could not be read, and rules that broke."""
    told: list[_Json] = [
        {"level": "error", "message": {"text": one.unreadable.message}}
        for one in reports
        if one.unreadable is not None
    ]
    told += [
        {"level": "error", "message": {"text": f"{broken.code}: {broken.error}"}}
        for one in reports
        for broken in one.broken
    ]
    notes: _Json = {"toolExecutionNotifications": told} if told else {}
    return {"executionSuccessful": not told, **notes}


def _result(report: Report, finding: Finding, index: dict[str, int], reason: str | None) -> _Json:
    places = finding.evidence or (Quote(text=""),)
    related = [
        {"id": at, **_location(report, one), "message": {"text": one.text or finding.code}}
        for at, one in enumerate(places[1:], 1)
    ]
    aside = [] if reason is None else [{"kind": "external", "justification": reason}]
    fixes = [one.text for one in finding.repairs] or ([finding.suggestion] if finding.suggestion else [])
    return {
        "ruleId": finding.code,
        "ruleIndex": index[finding.code],
        "level": finding.level,
        "message": {"text": finding.message},
        "locations": [_location(report, places[0])],
        **({"relatedLocations": related} if related else {}),
        "partialFingerprints": {"notice/v1": finding.fingerprint or finding.code},
        **({"suppressions": aside} if aside else {}),
        **({"properties": {"repairs": fixes}} if fixes else {}),
    }


def _location(report: Report, quote: Quote) -> _Json:
    """One physical location: the file, the line, and columns in code points where they can be told."""
    place: _Json = {"artifactLocation": {"uri": address(report.uri)}}
    if quote.source_line is not None and has_lines(report.source):
        place["region"] = _region(report, quote, quote.source_line)
    return {"physicalLocation": place}


def _region(report: Report, quote: Quote, line: int) -> _Json:
    region: _Json = {"startLine": line}
    found = columns(report, quote)
    if found is not None:
        region["startColumn"] = found[0]
        if found[1] is not None:
            region["endColumn"] = found[1]
    if quote.text:
        region["snippet"] = {"text": quote.text}
    return region
