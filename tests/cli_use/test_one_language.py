"""`--lang` holds for all that a run says: help, click's own errors, ours; columns stand in cells."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from notice_cli.cli.main import COMMANDS
from notice_cli.cli.words import asked_language
from notice_cli.reports.terminal import cells
from places import ROOT

CHINESE = re.compile(r"[\u4e00-\u9fff]")


def run(*args: str, language: str = "") -> tuple[int, str, str]:
    """Exit code, what was printed, what was told."""
    env = {**os.environ, "LANGUAGE": language, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
    command = [sys.executable, "-m", "notice_cli", *args]
    done = subprocess.run(command, env=env, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=60)
    return done.returncode, done.stdout, done.stderr


WRONG = (
    ("parse",),
    ("parse", "--nope"),
    ("parse", "nowhere.html"),
    ("parse", "samples/lanchuan-culture-2024.html", "--issue", "x"),
    ("parse", "samples/lanchuan-culture-2024.html", "--issue", "99"),
    ("check",),
    ("check", "x", "--fail-on", "x"),
    ("check", "x", "--select", "XYZ"),
    ("check", "x", "--config", "nowhere.toml"),
    ("diff", "samples/lanchuan-culture-2024.html"),
    ("export", "x", "-o", "x.pdf"),
    ("explain", "XYZ"),
    ("stats", "nowhere"),
    ("fetch",),
)
KEPT = re.compile(r"整改情况通报|问题清单|措施清单|巡察")
"""Chinese words that stand in English sentences on purpose."""


@pytest.mark.parametrize("call", WRONG, ids=" ".join)
def test_errors_are_in_the_language_asked_for(call):
    english = run(*call, "--lang", "en", language="zh")
    chinese = run(*call, "--lang=zh", language="en")
    assert english[0] == chinese[0] != 0
    assert not CHINESE.search(KEPT.sub("", english[2]))
    assert CHINESE.search(chinese[2])
    assert not re.search(r"\b(?:Usage|Error|Missing|Invalid|integer|No such)\b", chinese[2])


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("schema", "completion")])
def test_help_is_in_the_language_asked_for(name):
    _, english, _ = run(name, "--help", "--lang", "en", language="zh")
    _, chinese, _ = run(name, "--lang", "zh", "--help", language="en")
    assert not CHINESE.search(KEPT.sub("", english))
    assert english.startswith(f"Usage: notice {name} [OPTIONS]")
    assert chinese.startswith(f"用法：notice {name} [选项]")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_columns_of_the_help_stand_in_cells(name):
    _, shown, _ = run(name, "--help", language="zh")
    options = shown.split("选项：\n")[1].split("\n\n")[0].split("\n")
    rows = [re.match(r"( {2}-.*? {2,}|\s+)(?=\S)", line) for line in options if "  " in line[4:]]
    starts = {cells(row[0]) for row in rows if row and len(row[0]) > 4}
    assert len(starts) == 1, starts
    told = [line for line in shown.rsplit("例：", 1)[0].split("\n") if not line.startswith("  --")]
    assert name == "completion" or max(map(cells, told)) <= 80


def test_what_can_be_copied_is_not_broken():
    _, shown, _ = run("parse", "--help", language="zh")
    assert '"notice-cli[render]"' in shown


def test_a_near_command_is_one_sentence():
    assert "没有 'chek' 这个命令，是不是 check？" in run("chek", language="zh")[2]
    assert "No such command 'chek'. Did you mean check?" in run("chek", language="en")[2]


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["parse", "a", "--lang", "en"], "en"),
        (["parse", "--lang=zh", "--lang=en"], "en"),
        (["export", "a", "--headers", "en"], "zh"),
        (["parse", "en", "--", "--lang=en"], "zh"),
        (["parse", "--lang", "fr"], "zh"),
        (["parse", "--lang"], "zh"),
    ],
)
def test_the_language_of_a_command_line(arguments, language, monkeypatch):
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    assert asked_language(arguments) == language
