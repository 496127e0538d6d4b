"""Every manual page's wrong example is found by its rule, every right one is passed by all rules."""

from __future__ import annotations

import sys

import pytest

from notice_cli import check, read
from notice_cli.rules import RULES

from .examples import examples

EXAMPLES = [
    pytest.param(rule.code, mark, page, id=f"{rule.code}-{mark}{at}")
    for rule in RULES
    for at, (mark, page) in enumerate(examples(sys.modules[rule.check.__module__].__doc__ or ""))
]


def test_every_rule_has_a_wrong_and_a_right_example():
    marks = {(example.values[0], example.values[1]) for example in EXAMPLES}
    assert marks == {(rule.code, mark) for rule in RULES for mark in "误正"}


@pytest.mark.parametrize(("code", "mark", "page"), EXAMPLES)
def test_example(code, mark, page):
    report = check(read(page.html()))
    found = {one.code for one in report.findings}
    if mark == "误":
        assert code in found
    else:
        assert code not in found
        assert code in {one.code for one in report.passed}
