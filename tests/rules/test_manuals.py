"""Manual pages: whole, in both languages, and in step with docs/rules."""

from __future__ import annotations

import runpy

import pytest

from notice_cli.rules import RULES
from notice_cli.rules.manual import read_manual
from places import ROOT

PAGES = runpy.run_path(str(ROOT / "scripts" / "build_rule_docs.py"))["pages"]()
FOLDER = ROOT / "docs" / "rules"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_page_has_all_its_parts(rule):
    page = read_manual(rule)
    assert all(
        (page.summary, page.checks, page.checks_en, page.wrong, page.right, page.silent, page.silent_en)
    )
    assert page.checks_en.isascii() is False or page.checks_en[0].isascii()
    assert not page.checks[0].isascii() or page.checks[0] in "“0123456789"


def test_docs_are_in_step_with_the_docstrings():
    assert {path.name for path in FOLDER.glob("*.md")} == set(PAGES), "run scripts/build_rule_docs.py"
    for name, text in PAGES.items():
        assert (FOLDER / name).read_text("utf-8") == text, f"{name}: run scripts/build_rule_docs.py"
