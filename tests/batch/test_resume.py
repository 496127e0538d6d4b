"""SIGKILL at any moment, then `--resume`: the data set of a run that nobody disturbed."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time

import pytest

from batch.conftest import options
from batch.pages import fingerprint, write_pages
from batch.test_data_set import rows
from notice_cli.batch import journal
from notice_cli.batch.run import run
from notice_cli.batch.store import LocalStore, open_store
from notice_cli.batch.work import write_chunk
from notice_cli.errors import UsageError

PAGES = 60
STEPS = 19
"""Writes and removals of the main process and its chunks, two chunks of pages."""
COMMAND = [sys.executable, "-m", "notice_cli", "batch", "--jobs", "2", "--chunk", "4", "--lang", "zh"]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends SIGKILL")


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """Pages, the data set of a run that nobody disturbed, and how long one takes."""
    folder = tmp_path_factory.mktemp("resume")
    write_pages(folder / "pages", PAGES)
    (folder / "pages" / "broken.html").write_bytes(b"")
    start = time.monotonic()
    done = subprocess.run([*COMMAND, "pages", "-o", "whole"], cwd=folder, capture_output=True, check=False)
    assert done.returncode == 3, done.stderr
    return folder, fingerprint(folder / "whole"), time.monotonic() - start


def killed_after(folder, target, seconds, *more):
    """A run that is killed unless it ends before; whether it was."""
    with subprocess.Popen(
        [*COMMAND, "pages", "-o", target, *more], cwd=folder, stdout=-3, stderr=-3
    ) as started:
        try:
            started.wait(seconds)
        except subprocess.TimeoutExpired:
            started.send_signal(signal.SIGKILL)
            return True
    return False


def resume_until_whole(folder, seconds):
    """Kill again and again after `seconds` until a run comes to its end."""
    shutil.rmtree(folder / "set", ignore_errors=True)
    kills = int(killed_after(folder, "set", seconds))
    while killed_after(folder, "set", 120 if kills > 4 else seconds, "--resume"):
        kills += 1
    return kills


@pytest.mark.parametrize("part", [0.35, 0.6, 0.85])
def test_three_moments(undisturbed, part):
    folder, whole, seconds = undisturbed
    resume_until_whole(folder, seconds * part)
    assert fingerprint(folder / "set") == whole
    keys = [row["notice_id"] for row in rows(folder / "set", "notices")]
    assert len(keys) == len(set(keys)) == PAGES


@pytest.mark.slow
def test_twenty_random_moments(undisturbed):
    folder, whole, seconds = undisturbed
    kills, moments = 0, random.Random(20)
    while kills < 20:
        kills += resume_until_whole(folder, moments.uniform(0.05, 1.0) * seconds)
        assert fingerprint(folder / "set") == whole


class Killed(BaseException):
    """SIGKILL in the shape of an exception: nothing of ours catches it."""


def in_this_process(chunks, options, store_url, jobs, lang):
    """Chunks one after another without a child: as `run_local`, but quick."""
    store = open_store(store_url)
    for chunk in chunks:
        yield chunk, write_chunk(chunk, {}, options, store, lambda at: None)


@pytest.mark.parametrize("at", range(STEPS))
def test_before_every_write_and_removal(tmp_path, monkeypatch, at):
    """Wherever that is: in the plan, within a chunk, between two, at the end."""
    monkeypatch.setattr("notice_cli.batch.run.run_local", in_this_process)
    folder = write_pages(tmp_path / "pages", 6)
    run([str(folder)], str(tmp_path / "whole"), options(chunk=3), jobs=1)
    steps = iter(range(at))
    with monkeypatch.context() as patched:
        for name in ("write", "remove"):
            real = getattr(LocalStore, name)

            def step(self, *args, real=real):
                if next(steps, None) is None:
                    raise Killed
                return real(self, *args)

            patched.setattr(LocalStore, name, step)
        with pytest.raises(Killed):
            run([str(folder)], str(tmp_path / "set"), options(chunk=3), jobs=1)
    run([str(folder)], str(tmp_path / "set"), options(chunk=3), jobs=1, resume=True)
    assert fingerprint(tmp_path / "set") == fingerprint(tmp_path / "whole")


@pytest.mark.parametrize("change", ["settings", "rules", "inputs"])
def test_a_run_is_not_gone_on_with_by_other_means(tmp_path, monkeypatch, change):
    folder = write_pages(tmp_path / "pages", 2)
    store = open_store(str(tmp_path / "set"))
    journal.begin(store, options(), [str(folder)], resume=False)
    if change == "rules":
        monkeypatch.setattr(journal, "rule_versions", lambda *_: {"CNT001": "another"})
    given = ["elsewhere"] if change == "inputs" else [str(folder)]
    changed = options(timeout=3.0) if change == "settings" else options()
    with pytest.raises(UsageError, match="other inputs, settings or another version"):
        journal.begin(store, changed, given, resume=True)
    monkeypatch.undo()
    assert journal.begin(store, options(), [], resume=True) == [str(folder)]


def test_what_a_killed_process_left_behind_goes(tmp_path):
    """A part of a chunk that was not done, and a file that was being written."""
    folder = write_pages(tmp_path / "pages", 2)
    run([str(folder)], str(tmp_path / "whole"), options(), jobs=1)
    store = open_store(str(tmp_path / "set"))
    journal.begin(store, options(), [str(folder)], resume=False)
    for left in ("failures/part-00000.parquet", "issues/.part-00007.parquet.ab12", ".manifest.json.cd34"):
        store.write(left, b"half")
    run([], str(tmp_path / "set"), options(), jobs=1, resume=True)
    assert fingerprint(tmp_path / "set") == fingerprint(tmp_path / "whole")
