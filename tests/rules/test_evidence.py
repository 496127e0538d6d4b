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
