"""The catalogues hold the English of every wording, and nothing else; placeholders agree."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from notice_cli.language import LOCALES, Words, translate, words_in

ROOT = Path(__file__).parent.parent
CATALOGUES = sorted(LOCALES.glob("*/LC_MESSAGES/*.po"))
PLACEHOLDER = re.compile(r"\{(\w*)")


def test_the_catalogues_are_in_step_with_the_code():
    command = [sys.executable, "scripts/build_catalogues.py", "--check"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_placeholders_agree_in_both_languages(path):
    messages = [one for one in read_po(BytesIO(path.read_bytes())) if one.id]
    assert len(messages) > 40
    for one in messages:
        wanted, found = (" ".join([text] if isinstance(text, str) else text) for text in (one.id, one.string))
        assert found, one.id
        differ = set(PLACEHOLDER.findall(wanted)) ^ set(PLACEHOLDER.findall(found))
        assert differ <= MAY_DIFFER, one.id


MAY_DIFFER = {"possibility", "choice", "n", "unit", "number_type"}
"""Singular forms and kinds that Chinese has no use for, and classifiers that English has none of."""


def test_one_wording_may_have_several_in_english():
    assert Words("方面").en != words_in("ledger", "方面").en == translate("方面", "ledger")


def test_help_and_its_errors_are_chinese_throughout():
    environment = {"LANG": "zh_CN.UTF-8", "PATH": "", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "notice_cli", "parse"]
    told = subprocess.run([*command, "--help"], env=environment, capture_output=True, text=True)
    assert "用法" in told.stdout
    assert not re.search(r"Usage|Options|Show this", told.stdout)
    failed = subprocess.run([*command, "--nope"], env=environment, capture_output=True, text=True)
    assert (failed.returncode, "没有" in failed.stderr, "No such" in failed.stderr) == (2, True, False)
