"""Samples, the option that rewrites what is expected of them, and how long properties are tried."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from places import ROOT

settings.register_profile(
    "default", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile(
    "long", parent=settings.get_profile("default"), derandomize=False, max_examples=5000
)
settings.load_profile("default")


def pytest_addoption(parser):
    parser.addoption(
        "--update-samples",
        action="store_true",
        help="rewrite samples/*.json and schemas/*.json with what the code gives now; read the difference",
    )


@pytest.fixture(autouse=True)
def _at_the_root(monkeypatch):
    """Run where a reader of the README runs, with no locale of the machine's."""
    monkeypatch.chdir(ROOT)
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def plugin(tmp_path_factory):
    """The folder that pip has installed the example package of rules into, without a network."""
    folder = tmp_path_factory.mktemp("plugin")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-index"]
    command += ["--no-deps", "--no-build-isolation", "--target", folder / "site", ROOT / "tests/data/plugin"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture
def expected(request):
    """Compare a text with a file of the repository; with --update-samples, write it there."""

    def compare_with(path: Path, text: str) -> None:
        if request.config.getoption("--update-samples"):
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"{path.name} is missing: pytest --update-samples"
        assert text == path.read_text(encoding="utf-8"), f"{path.name} differs: pytest --update-samples"

    return compare_with
