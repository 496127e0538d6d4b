"""The command line as a person or a script uses it: exit codes, streams, files, languages."""

from __future__ import annotations

import http.server
import json
import os
import re
import shlex
import subprocess
import sys
import threading
from functools import partial
from pathlib import Path

import pytest

from notice_cli import __version__
from notice_cli.cli.main import COMMANDS
from places import ROOT, SAMPLES

OLD, NEW = "samples/lanchuan-culture-2020.html", "samples/lanchuan-culture-2024.html"
PLANTED = "samples/lanchuan-culture-2024-planted.html"
FAULTY = (
    "关于巡察整改情况的通报\n反馈问题2个，已完成整改2个。\n"
    "问题1：不实。\n整改结果：已完成。\n整改情况：开会。\n"
)


def run(*args: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    """`notice ARGS` in a process of its own, in Chinese, unless the environment says otherwise."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "NOTICE_"))}
    return subprocess.run(
        [sys.executable, "-m", "notice_cli", *args],
        input=stdin,
        capture_output=True,
        cwd=env.pop("cwd", str(ROOT)),
        env={**plain, "PYTHONIOENCODING": "utf-8", **env},
        timeout=60,
        check=False,
    )


def said(done: subprocess.CompletedProcess[bytes]) -> str:
    """What stands on stderr, one sentence a line, and never a traceback."""
    text = done.stderr.decode()
    assert "Traceback" not in text
    return text


# -- help -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def web():
    """The samples on a server of this machine."""

    class Handler(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory="samples")) as server:
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def written_to(folder: Path, arguments: list[str]) -> list[str]:
    """The arguments with what stands behind -o moved into a folder."""
    pairs = zip(["", *arguments], arguments, strict=False)
    return [str(folder / one) if before == "-o" else one for before, one in pairs]


@pytest.mark.parametrize("name", ["", *COMMANDS])
@pytest.mark.parametrize(("locale", "word"), [("zh_CN.UTF-8", "例："), ("en_US.UTF-8", "Example: ")])
def test_help_has_an_example_that_works(name, locale, word, tmp_path, web):
    shown = run(*filter(None, [name]), "--help", LANG=locale, COLUMNS="200")
    assert shown.returncode == 0
    line = next(line for line in shown.stdout.decode().splitlines() if line.strip().startswith(word))
    example = shlex.split(line.strip().removeprefix(word))
    assert example[0] == "notice"
    expanded = [
        path for one in example[1:] for path in (sorted(map(str, Path().glob(one))) if "*" in one else [one])
    ]
    expanded = [one.replace("https://www.example.com", web) for one in expanded]
    done = run(*(written_to(tmp_path, expanded)))
    assert done.returncode in (0, 1)
    assert done.stdout or any(tmp_path.iterdir())
    assert said(done) == ""


def test_version():
    assert run("--version").stdout.decode() == f"notice {__version__}\n"


def test_a_mistyped_command_is_guessed():
    done = run("chek", NEW)
    assert done.returncode == 2
    assert "check" in said(done)


@pytest.mark.parametrize(
    "args", [("parse",), ("check", NEW, "--fail-on", "x"), ("diff", NEW), ("parse", NEW, "--nonsense")]
)
def test_wrong_usage_is_exit_code_2(args):
    done = run(*args)
    assert done.returncode == 2
    assert said(done)
    assert done.stdout == b""


# -- exit codes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (("parse", NEW), 0),
        (("parse", NEW, "nowhere.html"), 3),
        (("check", NEW), 0),
        (("check", PLANTED), 1),
        (("check", NEW, PLANTED), 1),
        (("check", PLANTED, "nowhere.html"), 3),
        (("check", "nowhere.html", NEW), 3),
        (("check", NEW, "--select", "XYZ"), 2),
        (("check", "nowhere.html", NEW, "--select", "XYZ"), 2),
        (("check", PLANTED, "--select", "TXT"), 0),
        (("check", PLANTED, "--select", "TXT", "--fail-on", "warning"), 1),
        (("check", PLANTED, "--ignore", "CNT,NUM"), 0),
        (("check", PLANTED, "--select", "CNT,NUM", "--ignore", "CNT005", "--ignore", "num"), 0),
        (("check", PLANTED, "--select", "cnt005"), 1),
        (("diff", NEW, NEW), 0),
        (("diff", OLD, NEW), 1),
        (("diff", OLD, NEW, "--fail-on", "recurring"), 1),
        (("diff", OLD, NEW, "--fail-on", "reopened"), 1),
        (("diff", OLD, NEW, "--fail-on", "none"), 0),
        (("diff", OLD, "nowhere.html"), 3),
        (("schema", "notice"), 0),
        (("schema", "nothing"), 2),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_exit_codes(args, code):
    done = run(*args)
    assert done.returncode == code, said(done)


def test_select_and_ignore_choose_the_rules():
    done = run("check", PLANTED, "--format", "json", "--select", "CNT", "--ignore", "CNT006")
    codes = {one["code"] for one in json.loads(done.stdout)["findings"]}
    assert codes == {"CNT005"}


# -- sources --------------------------------------------------------------------------------------------


def test_standard_input_is_a_source():
    page = (ROOT / NEW).read_bytes()
    record = json.loads(run("parse", "-", "--format", "json", stdin=page).stdout)
    assert (record["source"]["uri"], len(record["issues"])) == ("-", 24)
    assert run("check", "-", stdin=(ROOT / PLANTED).read_bytes()).returncode == 1
    assert run("diff", "-", NEW, stdin=page).returncode == 0


def test_a_folder_is_all_its_pages():
    done = run("parse", "samples", "--format", "jsonl")
    uris = [json.loads(line)["source"]["uri"] for line in done.stdout.splitlines()]
    pages = sorted(path for path in SAMPLES.iterdir() if path.suffix in (".html", ".txt"))
    assert uris == [f"samples/{path.name}" for path in pages]


def test_several_sources_give_an_array_in_the_order_given():
    reports = json.loads(run("check", NEW, "nowhere.html", PLANTED, "--format", "json").stdout)
    assert [one["uri"] for one in reports] == [NEW, "nowhere.html", PLANTED]
    assert [one["unreadable"] and one["unreadable"]["kind"] for one in reports] == [None, "missing", None]


@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_records_are_sources_too(suffix, tmp_path):
    record = tmp_path / f"planted.{suffix}"
    assert run("parse", PLANTED, "--format", suffix, "-o", str(record)).returncode == 0
    direct = json.loads(run("check", PLANTED, "--format", "json").stdout)
    again = json.loads(run("check", str(record), "--format", "json").stdout)
    assert again == direct
    assert run("diff", str(record), PLANTED).returncode == 0
    assert (
        run("parse", str(record), "--format", "json").stdout
        == run("parse", PLANTED, "--format", "json").stdout
    )


@pytest.mark.parametrize("suffix", ["json", "jsonl"])
def test_a_file_of_many_records_is_many_notices(suffix, tmp_path):
    records = tmp_path / f"all.{suffix}"
    assert run("parse", OLD, PLANTED, "--format", suffix, "-o", str(records)).returncode == 0
    done = run("check", str(records), "--format", "jsonl")
    assert done.returncode == 1
    assert [json.loads(line)["uri"] for line in done.stdout.splitlines()] == [OLD, PLANTED]


def test_an_empty_list_of_sources_that_could_be_read_is_still_json():
    done = run("parse", "nowhere.html", "--format", "json")
    assert (done.returncode, json.loads(done.stdout)) == (3, [])


# -- what cannot be read --------------------------------------------------------------------------------

UNREADABLE = {
    "missing": (None, "没有这个文件"),
    "empty": (b"", "内容为空"),
    "blank": (b" \n\t ", "内容为空"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(64), "图片"),
    "binary": (b"\0\1\2\3" * 100, "不是网页或文本"),
    "undecodable": (b"\xff\xfd\x80" * 100, "编码无法识别"),
    "other": ("<p>停水通知：明天上午检修管道，城区停水四小时，请提前储水。</p>".encode(), "不是整改情况通报"),
    "record": (b'{"schema_version": "9"}', "不是 notice parse 写出的记录"),
}


@pytest.mark.parametrize("kind", UNREADABLE)
def test_what_cannot_be_read_is_told_in_one_sentence_and_the_rest_is_done(kind, tmp_path):
    data, words = UNREADABLE[kind]
    path = tmp_path / f"{kind}.html"
    if data is not None:
        path.write_bytes(data)
    done = run("parse", str(path), NEW, "--format", "json")
    assert done.returncode == 3
    (sentence,) = said(done).splitlines()
    assert words in sentence
    assert str(path) in sentence
    assert json.loads(done.stdout)["source"]["uri"] == NEW


def test_a_name_cannot_write_to_the_terminal(tmp_path):
    done = run("parse", str(tmp_path / "a\x1b[31m\nb.html"))
    assert b"\x1b" not in done.stderr
    assert len(said(done).splitlines()) == 1


def test_an_address_that_is_none_is_refused():
    done = run("parse", "ftp://example.invalid/a.html")
    assert done.returncode == 3
    assert "http" in said(done)


# -- output ---------------------------------------------------------------------------------------------


def test_output_is_written_whole_or_not_at_all(tmp_path):
    target = tmp_path / "out.json"
    target.write_text("before")
    assert run("parse", NEW, "--format", "json", "-o", str(target)).returncode == 0
    assert json.loads(target.read_bytes())["source"]["uri"] == NEW
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]


def test_a_run_that_fails_leaves_the_old_output(tmp_path):
    target = tmp_path / "out.json"
    target.write_text("before")
    assert run("check", NEW, "--select", "XYZ", "-o", str(target)).returncode == 2
    assert target.read_text() == "before"


def test_output_that_cannot_be_written_is_exit_code_2(tmp_path):
    done = run("parse", NEW, "-o", str(tmp_path / "no" / "such" / "folder.json"))
    assert done.returncode == 2
    assert "写不了" in said(done)


@pytest.mark.parametrize("command", [("parse", NEW), ("check", PLANTED), ("diff", OLD, NEW)], ids=" ".join)
def test_lang_changes_every_caption(command):
    chinese, english = (run(*command, "--lang", lang).stdout.decode() for lang in ("zh", "en"))
    assert chinese != english
    plain = [
        line for line in english.splitlines() if re.match(r"(error|warning|note|checked|issuer|old) ?", line)
    ]
    assert plain or "ssues" in english


def test_the_locale_chooses_the_language():
    assert run("check", PLANTED, LANG="en_GB.UTF-8").stdout == run("check", PLANTED, "--lang", "en").stdout
    assert run("check", PLANTED, LANG="C").stdout == run("check", PLANTED, "--lang", "zh").stdout


def test_colour_is_for_terminals_and_for_those_who_ask():
    assert b"\x1b[" not in run("check", PLANTED).stdout
    assert b"\x1b[" in run("check", PLANTED, "--color", "always").stdout
    assert b"\x1b[" not in run("check", PLANTED, "--color", "never").stdout
    assert b"\x1b[" not in run("parse", NEW, "--color", "always", "--format", "json").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo terminal")
@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_no_color_is_honoured_on_a_terminal(no_color, coloured):
    assert (b"\x1b[" in shown_on_a_terminal("check", PLANTED, NO_COLOR=no_color)) is coloured


def shown_on_a_terminal(*args: str, **env: str) -> bytes:
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "PAGER": "cat", **env}
    return subprocess.run(
        [sys.executable, "-c", _SPAWN, *args], env=environment, capture_output=True, timeout=60, check=True
    ).stderr


_SPAWN = """
import os, pty, sys
def keep(descriptor):
    data = os.read(descriptor, 65536)
    sys.stderr.buffer.write(data)
    return data
os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
pty.spawn([sys.executable, "-m", "notice_cli", *sys.argv[1:]], keep)
"""


def test_programs_get_utf_8_whatever_the_terminal_speaks():
    plain = run("parse", NEW, "--format", "json").stdout
    assert run("parse", NEW, "--format", "json", PYTHONIOENCODING="gbk").stdout == plain
    assert "岚川" in plain.decode("utf-8")


@pytest.mark.parametrize("command", [("parse", NEW), ("check", PLANTED), ("diff", OLD, NEW)], ids=" ".join)
@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_people_get_what_their_terminal_can_show(command, encoding):
    done = run(*command, PYTHONIOENCODING=encoding)
    assert b"Traceback" not in done.stderr
    assert done.stdout.decode(encoding)
    if encoding == "gbk":
        assert "整改" in done.stdout.decode("gbk")


def test_a_text_in_gbk_on_standard_input_is_read():
    done = run("check", "-", "--select", "CNT001", "--format", "json", stdin=FAULTY.encode("gbk"))
    report = json.loads(done.stdout)
    assert report["source"]["encoding"] == "gb18030"
    assert (done.returncode, [one["code"] for one in report["findings"]]) == (1, ["CNT001"])


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell's pipe")
def test_a_reader_that_goes_away_is_no_error():
    commands = [f"-m notice_cli parse {' '.join([NEW] * 8)} --format jsonl", f"-m notice_cli check {PLANTED}"]
    for command in commands:
        done = subprocess.run(
            ["bash", "-c", f"{shlex.quote(sys.executable)} {command} | head -c 1"],
            capture_output=True,
            timeout=60,
            check=False,
        )
        assert (len(done.stdout), done.stderr) == (1, b"")


def test_notice_is_installed_as_a_command():
    from importlib.metadata import entry_points

    (script,) = entry_points(group="console_scripts", name="notice")
    assert callable(script.load())
