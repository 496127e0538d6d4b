"""Rules of other packages: found, selected, and kept from doing harm."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from notice_cli import UsageError, check, read
from notice_cli.rules import choose, judge
from notice_cli.rules.plugins import all_rules, find_entries, load
from notice_cli.rules.rule import Rule
from places import ROOT

from .build import build

SAMPLE = "samples/lanchuan-culture-2024.html"


@pytest.fixture
def installed(monkeypatch, plugin):
    monkeypatch.syspath_prepend(plugin)
    yield
    sys.modules.pop("notice_example_rules", None)


def run(*arguments, path):
    command = [sys.executable, "-m", "notice_cli", *arguments]
    env = {**os.environ, "PYTHONPATH": str(path), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, encoding="utf-8", timeout=60
    )


def test_a_rule_of_an_installed_package_is_selected_listed_and_explained(plugin):
    done = run("check", SAMPLE, "--select", "EXA001", "--format", "json", path=plugin)
    assert done.returncode == 0, done.stderr
    assert [one["code"] for one in json.loads(done.stdout)["findings"]] == ["EXA001"]
    assert "EXA001" in run("rules", path=plugin).stdout
    assert "标题应当短于十个字" in run("explain", "EXA001", "--lang", "zh", path=plugin).stdout


@pytest.mark.usefixtures("installed")
def test_an_installed_rule_is_selected_by_its_code():
    report = check(read(SAMPLE), ["EXA001"])
    assert [one.code for one in report.findings] == ["EXA001"]
    assert "EXA001" in {rule.code for rule in all_rules()}


@pytest.mark.usefixtures("installed")
def test_a_rule_that_raises_is_named_and_the_others_finish():
    report = check(read(SAMPLE))
    assert [(one.code, one.error) for one in report.broken] == [
        ("EXA002", "ZeroDivisionError: division by zero")
    ]
    assert len(report.passed) > 20


def test_without_plugins_there_are_only_our_rules():
    assert "EXA001" not in {rule.code for rule in all_rules()}


@pytest.mark.parametrize("target", ["no_such_module:RULE", "json:loads", "json:no_such", "json"])
def test_an_entry_that_is_no_rule_is_a_usage_error(target):
    with pytest.raises(UsageError) as raised:
        load("bad", target)
    assert "bad" in raised.value.message("zh")


def test_entries_of_other_groups_are_passed_over(tmp_path):
    folder = tmp_path / "other-1.dist-info"
    folder.mkdir()
    (folder / "entry_points.txt").write_text(
        "[console_scripts]\nnotice_cli.rules = x:y\n[notice_cli.rules]\na = b:c\n[z]\nd = e:f\n", "utf-8"
    )
    assert find_entries([str(tmp_path), str(tmp_path / "missing")]) == {("a", "b:c")}


def test_any_exception_of_a_rule_is_caught():
    def check_(notice):
        raise RuntimeError("\x1b[31m" + "长" * 999)

    report = judge(build(), [Rule("BAD001", "bad", "error", check_), *choose(["PRV001"])])
    assert report.broken[0].code == "BAD001"
    assert len(report.broken[0].error) <= 300
    assert [one.code for one in report.passed] == ["PRV001"]
