"""Where results go and how runs end: pipes, folders, closed and full outputs, in words of a clerk."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from notice_cli.cli.output import write, write_bytes
from notice_cli.errors import UsageError, system_reason
from places import SAMPLES

SAMPLE = str(SAMPLES / "lanchuan-culture-2024.html")
POSIX = pytest.mark.skipif(os.name == "nt", reason="pipes with names, /dev/full and the like are POSIX")


def run(*args: str, **kinds: object) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "LANGUAGE": "zh", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "notice_cli", *args]
    return subprocess.run(command, env=env, stderr=subprocess.PIPE, encoding="utf-8", timeout=60, **kinds)  # type: ignore[call-overload]


@POSIX
def test_a_named_pipe_is_written_into_not_replaced(tmp_path):
    pipe, got = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_bytes(b"text", pipe)
    reader.join(10)
    assert (got, pipe.is_fifo()) == ([b"text"], True)


@POSIX
def test_a_link_stays_a_link_and_the_file_keeps_its_mode(tmp_path):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_text("old")
    file.chmod(0o600)
    link.symlink_to(file)
    write_bytes(b"new", link)
    assert (link.is_symlink(), file.read_text(), file.stat().st_mode & 0o777) == (True, "new", 0o600)


def test_a_folder_is_refused_and_nothing_is_left_beside_it(tmp_path):
    (tmp_path / "folder").mkdir()
    with pytest.raises(UsageError, match="folder") as caught:
        write_bytes(b"text", tmp_path / "folder")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]
    assert "是文件夹" in caught.value.message("zh") or os.name == "nt"


def test_a_failure_in_the_middle_leaves_nothing_beside(tmp_path, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError(13, "x")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(UsageError) as caught:
        write_bytes(b"text", tmp_path / "file")
    assert not list(tmp_path.iterdir())
    assert "没有权限，或被别的程序占用" in caught.value.message("zh")


def test_a_file_that_may_not_be_written_is_not_replaced(tmp_path, monkeypatch):
    file = tmp_path / "file"
    file.write_text("old")
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UsageError):
        write_bytes(b"new", file)
    assert file.read_text() == "old"


def test_a_dash_is_standard_output(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write("text", Path("-"), machine=False)
    assert (capsys.readouterr().out, list(tmp_path.iterdir())) == ("text", [])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("format_", ["table", "json"])
def test_a_full_disk_is_no_error_of_ours(format_):
    with Path("/dev/full").open("w") as full:
        done = run("parse", SAMPLE, "--format", format_, stdout=full)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "磁盘已满" in done.stderr


@POSIX
def test_a_closed_output_matters_only_to_what_is_written_there(tmp_path):
    told = run("parse", SAMPLE, preexec_fn=lambda: os.close(1))
    assert (told.returncode, "系统不让读写" in told.stderr, "内部错误" in told.stderr) == (2, True, False)
    kept = run("parse", SAMPLE, "-o", str(tmp_path / "a"), preexec_fn=lambda: os.close(1))
    assert (kept.returncode, kept.stderr, (tmp_path / "a").exists()) == (0, "", True)


@POSIX
def test_a_current_folder_that_is_gone_is_told(tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    done = run("check", SAMPLE, stdout=subprocess.PIPE, cwd=gone, preexec_fn=lambda: gone.rmdir())
    assert done.returncode == 2
    assert "当前所在的文件夹" in done.stderr
    assert "内部错误" not in done.stderr


def test_what_the_system_refuses_is_told_in_the_language_of_the_reader():
    refused = UsageError("unwritable", "a", reason=system_reason(FileNotFoundError(2, "x")))
    assert "没有这个文件或文件夹" in refused.message("zh")
    assert "no such file or folder" in refused.message("en")
    assert system_reason(OSError(12345, "something rare")) == "something rare"


@pytest.mark.parametrize("option", ["--config", "--baseline"])
def test_a_file_of_settings_that_is_missing_is_told_so(option):
    done = run("check", SAMPLE, option, "nowhere.toml", stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (2, "notice: nowhere.toml：没有这个文件，请核对路径\n")


def test_an_empty_name_is_shown():
    assert "“”" in run("parse", "", stdout=subprocess.PIPE).stderr


def test_rules_that_only_a_ledger_decides_ask_for_one():
    done = run("check", SAMPLE, "--select", "LED", stdout=subprocess.PIPE)
    assert (done.returncode, done.stdout, "--against" in done.stderr) == (2, "", True)
