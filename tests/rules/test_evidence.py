"""Every finding on every planted fault shows its places, and its figures stand where it says."""

from __future__ import annotations

import unicodedata

import pytest

from notice_cli import check, read
from notice_cli.text.amounts import find_amounts

from .mutations import MUTATIONS


def stands_in(value: float, words: str) -> bool:
    """Whether a figure stands in some words, in digits of any width or in Chinese, or as so many titles."""
    plain = unicodedata.normalize("NFKC", words).replace(",", "")
    printed = f"{value:g}" in plain or any(amount.value == value for amount in find_amounts(words))
    return printed or words.count("《") == value


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one.code}-{one.new[:12]}")
def test_every_figure_stands_where_its_finding_says(mutation):
    notice = read(mutation.page())
    for finding in check(notice).findings:
        assert finding.evidence, finding.code
        for place in finding.evidence:
            assert place.span is None or place.text == notice.text[place.span.start : place.span.end]
        for one in (operand for line in finding.arithmetic for operand in line.operands):
            if one.span and not isinstance(one.value, str):
                assert stands_in(one.value, notice.text[one.span.start : one.span.end]), (finding.code, one)


HOLDS = {
    "=": lambda left, right: abs(left - right) < 1e-6,
    "<=": lambda left, right: left <= right + 1e-6,
}


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one.code}-{one.new[:12]}")
def test_every_equation_can_be_worked_out_again(mutation):
    report = check(read(mutation.page()))
    for result in (*report.findings, *report.passed):
        for one in result.arithmetic:
            if not isinstance(one.left, str):
                worked_out = eval(one.expression)
                assert worked_out == pytest.approx(one.left, abs=1e-3), one
                assert f"{one.right}" in one.model_dump_json()
    for finding in report.findings:
        exact = [one for one in finding.arithmetic if one.operator in HOLDS and not isinstance(one.left, str)]
        if exact and finding.level != "note":
            assert not all(HOLDS[one.operator](one.left, one.right) for one in exact), finding
