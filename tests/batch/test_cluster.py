"""A Dask cluster on this machine: the same data set as the local run, also where a worker is killed."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

pytest.importorskip("distributed", reason="needs the extra cluster")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends SIGKILL")

from batch.conftest import options  # noqa: E402
from batch.pages import fingerprint, write_pages  # noqa: E402
from notice_cli.batch.run import run  # noqa: E402
from notice_cli.errors import UsageError  # noqa: E402


def start(folder, *args):
    command = [sys.executable, "-m", "dask", *args, "--scheduler-file", "scheduler.json", "--no-dashboard"]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "10s"},
    )  # fmt: skip


@pytest.fixture
def cluster(tmp_path):
    """A scheduler's address and the processes of its two workers."""
    import json

    folder = tmp_path / "cluster"
    folder.mkdir()
    processes = [start(folder, "scheduler", "--host", "127.0.0.1", "--port", "0")]
    try:
        while not (folder / "scheduler.json").exists() or not (folder / "scheduler.json").read_text():
            time.sleep(0.05)
        address = json.loads((folder / "scheduler.json").read_text())["address"]
        processes += [
            start(folder, "worker", "--no-nanny", "--nthreads", "1", "--host", "127.0.0.1") for _ in range(2)
        ]
        yield address, processes[1:]
    finally:
        for process in processes:
            process.kill()
            process.wait()


def test_a_worker_killed_in_mid_run_changes_nothing(cluster, tmp_path):
    address, workers = cluster
    folder = write_pages(tmp_path / "pages", 48)
    (folder / "broken.html").write_bytes(b"")
    run([str(folder)], str(tmp_path / "local"), options(), jobs=2)
    killed = []

    def kill(stage, done, total, failures):
        if stage == "read" and done >= 8 and not killed:
            workers[0].kill()
            killed.append(done)

    run([str(folder)], str(tmp_path / "dask"), options(), jobs=1, scheduler=address, told=kill)
    assert killed
    assert killed[0] < 48
    assert fingerprint(tmp_path / "dask") == fingerprint(tmp_path / "local")


def test_results_go_where_fsspec_leads(cluster, tmp_path):
    address, _ = cluster
    folder = write_pages(tmp_path / "pages", 8)
    run([f"local://{folder}"], f"local://{tmp_path}/dask", options(), jobs=1, scheduler=address)
    run([f"local://{folder}"], str(tmp_path / "local"), options(), jobs=1)
    assert fingerprint(tmp_path / "dask") == fingerprint(tmp_path / "local")


def test_no_scheduler_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr("notice_cli.batch.cluster.CONNECT_SECONDS", 1)
    folder = write_pages(tmp_path / "pages", 1)
    with pytest.raises(UsageError, match="does not answer"):
        run([str(folder)], str(tmp_path / "set"), options(), jobs=1, scheduler="tcp://127.0.0.1:9")
