"""The report that the rules make together."""

from __future__ import annotations

import importlib
import pkgutil

import pytest

import notice_cli.rules as rules
from notice_cli.errors import UsageError
from notice_cli.rules import RULES, choose, judge

from .build import build, check, issue

FAMILIES = ("counts", "numbering", "dates", "metadata", "structure", "text", "privacy")


def test_the_table_is_what_stands_on_disk():
    modules = [
        importlib.import_module(f"{rules.__name__}.{family}.{found.name}")
        for family in FAMILIES
        for found in pkgutil.iter_modules(importlib.import_module(f"{rules.__name__}.{family}").__path__)
    ]
    assert {module.RULE.code for module in modules} == {rule.code for rule in RULES}
    assert len(modules) == len(RULES)
    for module in modules:
        assert module.__doc__.startswith(f"{module.RULE.code} {module.RULE.name}：")
        assert all(mark in module.__doc__ for mark in ("查什么：", "误：", "正：", "不判："))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_speaks_once_or_finds(lang):
    for notice in (build(), build("反馈问题2个。", [("issues", 2, "反馈问题2个")], [issue(status="已完成")])):
        report = judge(notice, lang=lang)
        found = {one.code for one in report.findings}
        rest = [one.code for one in (*report.passed, *report.not_applicable)]
        assert sorted([*found, *rest]) == sorted(rule.code for rule in RULES)


def test_claims():
    words = "制定整改措施61条，完成整改措施69条，追责问责4人，反馈问题1个。"
    counts = [("measures", 61, "制定整改措施61条"), ("measures_completed", 69, "完成整改措施69条")]
    counts += [("persons_accountable", 4, "追责问责4人"), ("issues", 1, "反馈问题1个")]
    claims = judge(build(words, counts, [issue()])).claims
    assert [one.state for one in claims] == ["contradicted", "contradicted", "unverified", "verified"]
    assert claims[0].codes == ("CNT005", "CNT006")
    assert claims[3].codes == ("CNT001",)


def test_a_doubtful_layout_accuses_nobody():
    counts = [("issues", 2, "反馈问题2个")]
    (found,) = check(build("反馈问题2个。", counts, [issue()], score=0.4), "CNT001").findings
    assert found.level == "note"
    assert "版式" in found.message
    assert check(build("反馈问题2个。", counts), "CNT001").not_applicable


def test_every_figure_of_a_message_stands_in_its_evidence():
    words = "反馈问题3个，已完成整改4个。"
    notice = build(words, [("issues", 3, "反馈问题3个"), ("issues_completed", 4, "已完成整改4个")])
    (found,) = check(notice, "CNT002").findings
    for one in found.evidence:
        assert notice.text[one.span.start : one.span.end] == one.text
        assert one.source_line == 10
    assert {"3", "4"} <= {str(one.value) for one in found.arithmetic[0].operands}


def test_choose():
    assert [rule.code for rule in choose(["num00"], ["NUM005"])] == ["NUM001", "NUM002", "NUM003", "NUM004"]
    assert choose() == RULES


def test_an_unknown_code_names_the_nearest():
    with pytest.raises(UsageError) as raised:
        choose(["CNT01X"])
    assert "CNT0" in raised.value.message("zh")
    with pytest.raises(UsageError):
        choose([], [""])
