"""The README tells the truth: its commands run, its picture is what they print, its Python holds."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys

import pytest

from notice_cli.cli.main import COMMANDS
from notice_cli.model.schema import SCHEMAS
from places import ROOT

README = ROOT / "README.md"
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)


def fences(kind: str) -> list[str]:
    return [body for language, body in _FENCE.findall(README.read_text(encoding="utf-8")) if language == kind]


def transcript(block: str) -> list[tuple[str, str]]:
    """Commands and what is printed behind each."""
    parts = re.split(r"^\$ (.*)\n", block, flags=re.M)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def output_of(command: str, folder: str) -> str:
    name, *arguments = shlex.split(command)
    assert name == "notice"
    done = subprocess.run(
        [sys.executable, "-m", "notice_cli", *arguments],
        cwd=folder,
        env={**os.environ, "COLUMNS": "100", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "samples").symlink_to(ROOT / "samples", target_is_directory=True)
    return str(tmp_path)


def test_commands_run_and_print_what_is_told(folder, request):
    for block in fences("console"):
        shown = block
        for command, told in transcript(block):
            real = output_of(command, folder)
            if told.strip() == "...":
                assert real
            elif told != real:
                shown = shown.replace(f"$ {command}\n{told}", f"$ {command}\n{real}")
        if shown != block and request.config.getoption("--update-samples"):
            README.write_text(README.read_text("utf-8").replace(block, shown), encoding="utf-8", newline="\n")
        else:
            assert shown == block, "pytest --update-samples"


def test_python_holds():
    for block in fences("python"):
        exec(compile(block, "README.md", "exec"), {})


def test_every_command_schema_and_file_is_named():
    text = README.read_text(encoding="utf-8")
    assert all(f"`{name}`" in text for name in COMMANDS)
    assert all(f"schemas/{name}.schema.json" in text for name in SCHEMAS)
    for link in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / link).exists(), link
