"""Checks as JUnit XML: a suite for each notice, a case for each rule."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from notice_cli.language import Lang
from notice_cli.model import Finding, NotApplicable, Report
from notice_cli.reports.gravity import gravity
from notice_cli.reports.places import first_line, say_place
from notice_cli.reports.terminal import visible

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def render(reports: Sequence[Report], lang: Lang) -> str:
    """Findings fail their rule's case, notes alone do not; what was not judged is skipped with its reason."""
    suites = [_suite(report, lang) for report in reports]
    return "\n".join([_HEAD, '<testsuites name="notice">', *suites, "</testsuites>"]) + "\n"


def _suite(report: Report, lang: Lang) -> str:
    if report.unreadable is not None:
        message = _xml(report.unreadable.message)
        cases = [
            f'<testcase classname="{_xml(report.uri)}" name="read"><error message="{message}"/></testcase>'
        ]
    else:
        cases = [_case(report, code, lang) for code in _codes(report)]
    failures, skipped, errors = (
        sum(f"<{mark}" in one for one in cases) for mark in ("failure", "skipped", "error")
    )
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}" skipped="{skipped}"'
    return "\n".join([f'<testsuite name="{_xml(report.uri)}" {counts}>', *cases, "</testsuite>"])


def _codes(report: Report) -> list[str]:
    found = {one.code for one in report.findings} | {one.finding.code for one in report.suppressed}
    rest = {one.code for one in report.passed} | {one.code for one in report.not_applicable}
    return sorted(found | rest | {one.code for one in report.broken})


def _case(report: Report, code: str, lang: Lang) -> str:
    findings = sorted((one for one in report.findings if one.code == code), key=gravity)
    skipped = next((one for one in report.not_applicable if one.code == code), None)
    broken = next((one for one in report.broken if one.code == code), None)
    inner = f'<error message="{_xml(broken.error)}"/>' if broken else _inner(report, findings, skipped, lang)
    return f'<testcase classname="{_xml(report.uri)}" name="{_xml(code)}">{inner}</testcase>'


def _inner(report: Report, findings: Sequence[Finding], skipped: NotApplicable | None, lang: Lang) -> str:
    if skipped is not None:
        return f'<skipped message="{_xml(skipped.reason)}"/>'
    grave = [one for one in findings if one.level != "note"]
    told = "&#10;".join(_told(report, one, lang) for one in grave or findings)
    if grave:
        return f'<failure type="{grave[0].level}" message="{_xml(grave[0].message)}">{told}</failure>'
    return f"<system-out>{told}</system-out>" if findings else ""


def _told(report: Report, finding: Finding, lang: Lang) -> str:
    where = say_place(report, first_line(finding), lang)
    return _xml(f"{where}: {finding.level} {finding.code} {finding.message}")


def _xml(text: str) -> str:
    """Escaped, with what XML 1.0 forbids written as its escape."""
    return escape("".join(c if c not in "\ufffe\uffff" else "\ufffd" for c in visible(text)))
