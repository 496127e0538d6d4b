"""The hook, the action and the snippets: the very commands that they hold are run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from places import ROOT, SAMPLES

SOUND, PLANTED = "lanchuan-culture-2024.html", "lanchuan-culture-2024-planted.html"
DOCS = (ROOT / "docs" / "ci.md").read_text("utf-8")


def run(command: str, folder: Path, **env: str) -> subprocess.CompletedProcess:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GITHUB_")}
    return subprocess.run(
        [bash, "-c", command], cwd=folder, env={**plain, "PATH": path, **env}, capture_output=True, text=True,
        encoding="utf-8", timeout=120,
    )  # fmt: skip


@pytest.fixture
def pages(tmp_path):
    """A folder with pages/sound.html."""
    (tmp_path / "pages").mkdir()
    shutil.copy(SAMPLES / SOUND, tmp_path / "pages" / "sound.html")
    return tmp_path


def plant(folder: Path) -> None:
    shutil.copy(SAMPLES / PLANTED, folder / "pages" / "planted.html")


def test_the_pre_commit_hook(pages):
    entry = re.search(r"entry: (.+)", (ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))[1]
    assert run(f"{entry} --fail-on warning pages/sound.html", pages).returncode == 0
    plant(pages)
    assert run(f"{entry} --fail-on warning pages/sound.html pages/planted.html", pages).returncode == 1


def test_the_github_action(pages):
    command = re.findall(r"^      run: (.+)", (ROOT / "action.yml").read_text("utf-8"), re.MULTILINE)[-1]
    plant(pages)
    summary = pages / "summary.md"
    summary.write_text("before\n", "utf-8")
    env = {"NOTICE_PATHS": "pages", "NOTICE_FAIL_ON": "error", "NOTICE_ARGS": "--output sarif=notice.sarif"}
    done = run(command, pages, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary), **env)
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=pages/planted.html,line=")
    assert json.loads((pages / "notice.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert summary.read_text("utf-8").startswith("before\n### ")


def test_the_gitlab_snippet(pages):
    commands = [one for one in re.findall(r"^    - (.+)", DOCS, re.MULTILINE) if one.startswith("notice")]
    assert [run(one, pages).returncode for one in commands] == [0]
    assert json.loads((pages / "gl-code-quality.json").read_text("utf-8")) == []
    plant(pages)
    assert [run(one, pages).returncode for one in commands] == [1]
    assert len(json.loads((pages / "gl-code-quality.json").read_text("utf-8"))) > 5
    assert len(ET.parse(pages / "notice.xml").getroot()) == 2


def test_the_baseline_of_the_docs(pages):
    make, check = re.findall(r"^notice (?:baseline|check) pages.*", DOCS, re.MULTILINE)
    plant(pages)
    assert run(make, pages).returncode == 0
    assert run(check, pages).returncode == 0


def test_the_settings_of_the_docs(pages):
    (pages / "notice.toml").write_text(re.search(r"```toml\n(select.+?)```", DOCS, re.DOTALL)[1], "utf-8")
    done = run("notice check --show-config; notice check pages", pages)
    assert done.returncode == 0
    assert 'ignore = ["DAT004"]' in done.stdout
    assert "完成整改措施69条" in done.stderr


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github", "gitlab", "junit", "markdown"])
def test_the_same_bytes_whatever_the_hash_seed(pages, format_):
    plant(pages)
    command = f"notice check pages --format {format_} --verbose"
    first, second = (run(command, pages, PYTHONHASHSEED=seed) for seed in ("1", "77"))
    assert first.stdout == second.stdout
    assert first.returncode == second.returncode == 1


def test_a_console_of_another_encoding_and_no_colour(pages):
    plant(pages)
    for format_ in ("text", "github", "markdown"):
        done = run(
            f"notice check pages --format {format_} | iconv -f gbk -t utf-8", pages, PYTHONIOENCODING="gbk"
        )
        assert "已完成 81" in done.stdout
        assert "Traceback" not in done.stderr
    done = run(
        "notice check pages --color auto; notice explain CNT", pages, PYTHONIOENCODING="ascii", NO_COLOR="1"
    )
    assert "\x1b" not in done.stdout
    assert "Traceback" not in done.stderr
