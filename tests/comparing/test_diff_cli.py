"""`notice diff` as a person calls it."""

import json
import os
import subprocess
import sys

import pytest

OLD, NEW = "samples/lanchuan-culture-2020.html", "samples/lanchuan-culture-2024.html"
OLDEST = "samples/lanchuan-culture-2017.txt"
NO_ISSUES = "关于巡察整改情况的通报\n2024年1月，某市林业局整改工作全部完成，反馈的12个问题均已完成整改。\n"


def diff(*args):
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [sys.executable, "-m", "notice_cli", "diff", *args],
        capture_output=True, text=True, encoding="utf-8", env=env, timeout=60, check=False,
    )  # fmt: skip


def test_three_notices_give_a_timeline():
    done = diff(OLDEST, OLD, NEW, "--format", "json", "--fail-on", "reopened")
    timeline = json.loads(done.stdout)
    threads = [
        [(one["notice"], one["issue"]) for one in thread["sightings"]] for thread in timeline["threads"]
    ]
    assert done.returncode == 1
    assert [(0, 1), (1, 1), (2, 1)] in threads
    assert [(0, 4), (1, 16), (2, 16)] in threads
    for format_ in ("table", "markdown", "html"):
        assert "3 份通报" in diff(OLDEST, OLD, NEW, "--format", format_).stdout


def test_pairs_are_proposed_edited_and_applied(tmp_path):
    pairs = tmp_path / "pairs.toml"
    assert diff(OLD, NEW, "--write-pairs", str(pairs), "--fail-on", "none").returncode == 0
    toml = pairs.read_text(encoding="utf-8").replace("[[confirm]]\nold = 10\n", "[[reject]]\nold = 10\n")
    pairs.write_text(toml + "\n[[confirm]]\nold = 99\nnew = 1\n", encoding="utf-8")
    done = diff(OLD, NEW, "--pairs", str(pairs), "--format", "json")
    issues = json.loads(done.stdout)["issues"]
    assert "confirm 99 - 1" in done.stderr
    assert not [one for one in issues if (one["old"], one["new"]) == (10, 10)]
    assert [one["confirmed"] for one in issues if (one["old"], one["new"]) == (1, 1)] == [True]


@pytest.mark.parametrize("sources", [("page.txt", NEW), (OLD, "page.txt"), ("page.txt", "page.txt")])
def test_a_notice_without_issues_is_not_compared(tmp_path, sources):
    page = tmp_path / "page.txt"
    page.write_text(NO_ISSUES, encoding="utf-8")
    done = diff(*(str(page) if name == "page.txt" else name for name in sources), "--format", "json")
    assert (done.returncode, done.stdout) == (3, "")
    assert "没有读出逐条列出的问题，无法比较" in done.stderr


@pytest.mark.parametrize(
    ("args", "words"),
    [
        ((OLD,), "两份"),
        ((OLDEST, OLD, NEW, "--pairs", "x.toml"), "--pairs"),
        ((OLD, NEW, "--pairs", "nowhere.toml"), "nowhere.toml"),
        ((OLD, NEW, "--pairs", "pyproject.toml"), "配对表"),
    ],
)
def test_what_cannot_be_is_a_usage_error(args, words):
    done = diff(*args)
    assert (done.returncode, done.stdout) == (2, "")
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_both_spans_lead_back_to_the_texts(tmp_path):
    from notice_cli import read

    old, new = read(OLD), read(NEW)
    issues = json.loads(diff(OLD, NEW, "--format", "json").stdout)["issues"]
    for one in issues:
        for notice, side in ((old, "old"), (new, "new")):
            span = one[f"{side}_span"]
            assert (span is None) == (one[side] is None)
            if span:
                assert one[f"{side}_text"] in notice.text[span["start"] : span["end"]]
    assert len({one["fingerprint"] for one in issues}) == len(issues)


@pytest.mark.parametrize("format_", ["table", "json", "markdown", "html"])
def test_every_format_puts_the_reopened_first(format_):
    out = diff(OLD, NEW, "--format", format_, "--lang", "zh").stdout
    assert out.index("理论武装抓得不实") < out.index("非物质文化遗产保护") < out.index("旅游厕所管护")
