"""A worker that hangs or dies is replaced, its input recorded, and nothing else changes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from batch.conftest import options
from batch.pages import fingerprint, page, write_pages
from batch.test_data_set import rows
from notice_cli.batch.run import run

PLUGIN = Path(__file__).parent / "plugin"


@pytest.fixture
def hostile(monkeypatch):
    """Workers that find the plugin's rules."""
    monkeypatch.setenv("PYTHONPATH", f"{PLUGIN}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")


def test_a_hanging_and_a_dying_page_cost_only_themselves(hostile, tmp_path):
    folder = write_pages(tmp_path / "pages", 12)
    (folder / "00003.html").write_text(page(3).replace("召开专题会议", "请挂起"), encoding="utf-8")
    (folder / "00005.html").write_text(page(5).replace("召开专题会议", "请退出"), encoding="utf-8")
    (folder / "00006.html").write_text(page(6).replace("召开专题会议", "请离开"), encoding="utf-8")
    outcome = run([str(folder)], str(tmp_path / "set"), options(timeout=2.0), jobs=2)
    assert (outcome.rows["notices"], outcome.rows["failures"]) == (9, 3)
    told = {row["uri"][-10:]: (row["kind"], row["message"]) for row in rows(tmp_path / "set", "failures")}
    assert {name: kind for name, (kind, _) in told.items()} == {
        "00003.html": "hung", "00005.html": "died", "00006.html": "died",
    }  # fmt: skip
    assert "2 秒" in told["00003.html"][1]
    assert "SIGKILL" in told["00005.html"][1]
    assert "7" in told["00006.html"][1]
    names = [row["uri"][-10:] for row in rows(tmp_path / "set", "notices")]
    assert names == [f"{n:05}.html" for n in range(12) if n not in (3, 5, 6)]


def test_a_worker_killed_by_somebody_else_costs_nothing(tmp_path):
    folder = write_pages(tmp_path / "pages", 40)
    run([str(folder)], str(tmp_path / "whole"), options(), jobs=1)
    killed = []

    def kill(stage, done, total, failures):
        for child in children_of(os.getpid()) if stage == "read" and done in (8, 20) else ():
            os.kill(child, signal.SIGKILL)
            killed.append(child)

    run([str(folder)], str(tmp_path / "set"), options(), jobs=2, told=kill)
    assert killed
    assert fingerprint(tmp_path / "set") == fingerprint(tmp_path / "whole")


def test_what_a_killed_child_left_half_written_goes(tmp_path):
    folder = write_pages(tmp_path / "pages", 12)
    run([str(folder)], str(tmp_path / "whole"), options(), jobs=1)

    def leave(stage, done, total, failures):
        if stage == "read" and done == 8:
            (tmp_path / "set" / "issues" / ".part-00001.parquet.0a1b2c3d4e5f").write_bytes(b"PAR1")

    run([str(folder)], str(tmp_path / "set"), options(), jobs=1, told=leave)
    assert fingerprint(tmp_path / "set") == fingerprint(tmp_path / "whole")


def children_of(parent: int) -> list[int]:
    """Processes of ours that read chunks."""
    return [int(entry.name) for entry in Path("/proc").iterdir() if is_child(entry, parent)]


def is_child(process: Path, parent: int) -> bool:
    try:
        reads = b"notice_cli.batch.child" in (process / "cmdline").read_bytes()
        return reads and f"PPid:\t{parent}\n" in (process / "status").read_text()
    except OSError:
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="sends SIGINT")
def test_ctrl_c_ends_cleanly_and_the_run_goes_on(tmp_path):
    folder = write_pages(tmp_path / "pages", 60)
    command = [sys.executable, "-m", "notice_cli", "batch", str(folder), "-o", str(tmp_path / "set")]
    command += ["--jobs", "2", "--chunk", "2", "--lang", "zh"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        while not list((tmp_path / "set" / "_journal").glob("done-*")):
            time.sleep(0.01)
        children = children_of(started.pid)
        started.send_signal(signal.SIGINT)
        _, said = started.communicate(timeout=30)
    assert started.returncode == 130
    assert "--resume" in said.decode()
    assert "Traceback" not in said.decode()
    assert len(children) == 2
    assert not any(Path(f"/proc/{child}").exists() for child in children)
    done = subprocess.run([*command, "--resume"], capture_output=True, check=False)
    assert (done.returncode, b"60" in done.stdout) == (0, True)
    assert len({row["notice_id"] for row in rows(tmp_path / "set", "notices")}) == 60
    assert not (tmp_path / "set" / "_journal").exists()
