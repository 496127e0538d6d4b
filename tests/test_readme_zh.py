"""The Chinese README beside the English one: its commands run, the same commands stand in both."""

from __future__ import annotations

import re

import pytest

from notice_cli.cli.main import COMMANDS
from places import ROOT
from test_readme import _FENCE, README, folder, output_of, transcript  # noqa: F401 - a fixture

CHINESE = ROOT / "README.zh.md"
TEXTS = {one.name: one.read_text(encoding="utf-8") for one in (README, CHINESE)}


def fences(text, kind):
    return [body for language, body in _FENCE.findall(text) if language == kind]


def test_commands_run(folder):  # noqa: F811 - the fixture
    for block in fences(TEXTS["README.zh.md"], "console"):
        for command, told in transcript(block):
            assert bool(output_of(command, folder)) == (told.strip() == "..."), command


def test_python_holds():
    for block in fences(TEXTS["README.zh.md"], "python"):
        exec(compile(block, "README.zh.md", "exec"), {})


@pytest.mark.parametrize("name", TEXTS)
def test_every_command_has_its_row(name):
    rows = re.findall(r"^\| `(\w+)` \|", TEXTS[name], re.M)
    assert sorted(rows) == sorted(COMMANDS)


def test_links_pictures_and_install_lines_are_the_same():
    def kept(text):
        return {
            "pictures": set(re.findall(r"\((docs/img/[^)]+)\)", text)) - {"docs/img/check.png"},
            "completion": re.findall(r"`(notice completion \w+ > [^`]+)`", text),
            "install": [line for line in text.splitlines() if line.startswith("python3 -m venv")][:1],
        }

    assert kept(TEXTS["README.md"]) == kept(TEXTS["README.zh.md"])
    for link in re.findall(r"\]\(([^)#:]+)\)", TEXTS["README.zh.md"]):
        assert (ROOT / link).exists(), link
