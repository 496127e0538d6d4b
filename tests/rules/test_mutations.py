"""Every planted fault is found by its rule at its place, and the sound samples by no rule."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from notice_cli import check, read
from notice_cli.rules import RULES
from places import SAMPLES

from .mutations import MUTATIONS


@cache
def sound(sample: str) -> frozenset:
    return frozenset(one.fingerprint for one in check(read((SAMPLES / sample).read_bytes())).findings)


def found_by(mutation) -> bool:
    """Whether a finding that the sound sample has not quotes the planted words."""
    report = check(read(mutation.page()))
    new = [one for one in report.findings if one.fingerprint not in sound(mutation.sample)]
    quotes = [
        "".join(place.text.split()) for one in new if one.code == mutation.code for place in one.evidence
    ]
    words = "".join(mutation.words.split())
    return any(words in one or one in words for one in quotes if one)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one.code}-{one.new[:12]}")
def test_a_planted_fault_is_found(mutation):
    assert found_by(mutation)


def test_every_rule_has_three():
    few = {rule.code for rule in RULES} - {
        code for code, size in Counter(m.code for m in MUTATIONS).items() if size > 2
    }
    assert few == set()
