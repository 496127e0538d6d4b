"""Notices whose figures agree, in wordings that lead a naive check astray: no error, no warning."""

from __future__ import annotations

import pytest

from notice_cli import check, read
from places import ROOT

CLEAN = sorted((ROOT / "tests" / "rules" / "clean").glob("*.txt"))
HELD = {
    "audit-amounts-by-kind": {"CNT016", "CNT017", "CNT018", "CNT020"},
    "choice-under-a-heading-signed-above": {"CNT007", "CNT011", "STR004", "MET006"},
    "dates-in-brackets": {"DAT008", "CNT016"},
    "digest-of-parts": {"CNT002", "CNT007", "CNT016", "CNT020"},
    "groups-as-issues-totals-behind": {"CNT011", "CNT016"},
    "merged-numbers-labelled-ends": {"CNT001", "CNT003", "NUM005", "TXT005"},
    "one-by-one": {"CNT001", "CNT003", "CNT007", "CNT016", "DAT008"},
    "one-excepted": {"CNT001", "CNT003", "CNT005", "CNT016"},
    "persons-and-amounts-divided": {"CNT001", "CNT010", "CNT016"},
    "publicity-window": {"CNT017", "DAT009"},
    "rates-of-money": {"CNT016", "CNT017", "CNT018", "CNT020"},
    "rest-not-public": {"CNT002", "CNT024"},
}
"""What each is to be verified by: a clean notice that nobody looked at proves nothing."""


@pytest.mark.parametrize("path", CLEAN, ids=lambda path: path.stem)
def test_a_clean_notice_is_not_accused(path):
    report = check(read(path))
    assert [(one.code, one.message) for one in report.findings if one.level != "note"] == []
    assert HELD.get(path.stem, set()) <= {one.code for one in report.passed}
    assert not report.broken
