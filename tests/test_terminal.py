"""What only a terminal sees: the pager, progress; and what the shell learns: completion, the man page."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys

import pytest

from notice_cli.cli.main import COMMANDS
from places import ROOT

PLANTED = "samples/lanchuan-culture-2024-planted.html"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
_SPAWN = """
import os, pty, struct, sys, termios, fcntl
pid, descriptor = pty.fork()
if not pid:
    fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("4H", 30, 100, 0, 0))
    os.execv(sys.executable, [sys.executable, "-m", "notice_cli", *sys.argv[1:]])
try:
    while data := os.read(descriptor, 65536):
        sys.stdout.buffer.write(data)
except OSError:
    pass
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
"""


def plain_environment(**env):
    kept = {name: value for name, value in os.environ.items() if name not in ("LINES", "COLUMNS", "NO_COLOR")}
    return {**kept, "TERM": "xterm", "PYTHONIOENCODING": "utf-8", **env}


def on_a_terminal(*args, **env):
    """What a terminal of 100 by 30 shows of `notice ARGS`."""
    done = subprocess.run(
        [sys.executable, "-c", _SPAWN, *args],
        env=plain_environment(**env), cwd=ROOT, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    return done.stdout.decode("utf-8", "replace")


def in_a_pipe(*args, **env):
    done = subprocess.run(
        [sys.executable, "-m", "notice_cli", *args],
        env=plain_environment(**env), cwd=ROOT, capture_output=True, timeout=60, check=False,
    )  # fmt: skip
    return done.stdout.decode(), done.stderr.decode()


@pytest.fixture
def pager(tmp_path):
    """A pager that says that it was there."""
    script = tmp_path / "pager"
    script.write_text("#!/bin/sh\necho PAGED\ncat\n")
    script.chmod(0o755)
    return str(script)


def test_what_is_longer_than_the_screen_goes_through_the_pager(pager):
    shown = on_a_terminal("parse", PLANTED, PAGER=pager)
    assert shown.lstrip().startswith("PAGED")
    assert "已完成 19" in re.sub("\x1b\\[[0-9;]*m", "", shown)


@pytest.mark.parametrize(
    ("args", "env"),
    [
        (("schema",), {}),
        (("parse", PLANTED, "--format", "json"), {}),
        (("parse", PLANTED, "--issue", "7"), {}),
        (("parse", PLANTED), {"TERM": "dumb"}),
    ],
    ids=["schema", "json", "short", "dumb"],
)
def test_records_and_short_results_do_not(pager, args, env):
    assert "PAGED" not in on_a_terminal(*args, PAGER=pager, **env)


def test_progress_tells_rate_time_and_failures_on_a_terminal_only():
    sources = [PLANTED] * 3 + ["nowhere.html"] + [PLANTED] * 3
    shown = on_a_terminal("check", *sources, "--format", "jsonl", "-o", os.devnull)
    assert "7/7" in shown
    assert "份/秒" in shown
    assert "读不了 1" in shown
    assert "nowhere.html：没有这个文件" in shown
    told, errors = in_a_pipe("check", *sources, "--format", "jsonl")
    assert told.count("\n") == 7
    assert errors.splitlines() == [one for one in errors.splitlines() if one.startswith("notice: nowhere")]


def test_two_sources_need_no_progress():
    assert "2/2" not in on_a_terminal("parse", PLANTED, PLANTED, "--format", "jsonl", "-o", os.devnull)


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_scripts_are_the_shell_s(shell):
    script, errors = in_a_pipe("completion", shell)
    assert errors == ""
    assert "_NOTICE_COMPLETE" in script
    if shutil.which(shell):
        subprocess.run([shell, "-n"], input=script.encode(), check=True, timeout=20)


def completed(words, at):
    shown, errors = in_a_pipe(_NOTICE_COMPLETE="bash_complete", COMP_WORDS=words, COMP_CWORD=str(at))
    assert errors == ""
    return shown.split()


def test_the_shell_is_told_commands_options_and_files():
    assert completed("notice re", 1) == ["plain,report"]
    assert "plain,--issue" in completed("notice parse --i", 2)
    assert completed("notice parse samples/lan", 2) == ["file,samples/lan"]
    assert completed("notice check samples/lan", 2) == ["file,samples/lan"]


def test_parsing_one_file_loads_nothing_of_this():
    code = (
        "import sys; sys.argv = ['notice', 'parse', sys.argv[1], '--format', 'json', '-o', sys.argv[2]]\n"
        "from notice_cli.cli.main import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sorted(name for name in sys.modules if name.split('.')[0] in ('rich', 'jinja2', 'playwright')"
        " or 'review' in name or 'parse_table' in name or name.startswith('click.shell')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, PLANTED, os.devnull],
        cwd=ROOT,
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.decode().split() == []


@pytest.mark.parametrize("page", ["notice.1", "zh_CN/notice.1"])
def test_the_man_page_is_what_the_commands_say(page):
    lang = "zh" if "zh" in page else "en"
    done = subprocess.run(
        [sys.executable, "scripts/build_man.py", lang], cwd=ROOT, capture_output=True, check=True, timeout=60
    )
    made = done.stdout.decode()
    assert made == (ROOT / "docs" / "man" / page).read_text(encoding="utf-8"), "python scripts/build_man.py"
    assert all(f"notice {name}" in made for name in COMMANDS)


@pytest.mark.skipif(shutil.which("groff") is None, reason="needs groff")
def test_the_man_page_is_sound():
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-Kutf8", "-ww", "docs/man/notice.1"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    assert done.stderr == b""
