"""The names that other programs import, and what they promise."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import notice_cli
from notice_cli import (
    DecodeError,
    NoticeError,
    RefusalError,
    SourceError,
    UsageError,
    check,
    compare,
    read,
    read_all,
)
from notice_cli.errors import SENTENCES, UnreadableError, printable
from notice_cli.language import locale_language

SAMPLE = "samples/lanchuan-culture-2024.html"


def test_every_public_name_exists():
    assert all(hasattr(notice_cli, name) for name in notice_cli.__all__)
    assert files("notice_cli").joinpath("py.typed").is_file()


def test_a_path_a_string_and_bytes_say_the_same():
    by_name, by_path, by_bytes = read(SAMPLE), read(Path(SAMPLE)), read(Path(SAMPLE).read_bytes())
    assert by_name == by_path
    assert by_bytes.source.uri == "bytes"
    assert by_bytes.model_dump(exclude={"source"}) == by_name.model_dump(exclude={"source"})


def test_a_record_is_read_back_as_it_was():
    notice = read(SAMPLE)
    assert read(notice.model_dump_json().encode()) == notice
    assert list(read_all(f"[{notice.model_dump_json()},{notice.model_dump_json()}]".encode())) == [notice] * 2


def test_records_are_frozen():
    with pytest.raises(ValueError, match="frozen"):
        read(SAMPLE).title = "x"


def test_source_line_is_that_of_the_file():
    notice = read(SAMPLE)
    lines = Path(SAMPLE).read_text(encoding="utf-8").splitlines()
    for issue in notice.issues:
        assert issue.source_line == notice.source_line(issue.span.start)
        assert f"问题{issue.number}:" in lines[issue.source_line - 1]


@pytest.mark.parametrize(
    ("source", "kind", "error"),
    [
        ("nowhere.html", "missing", SourceError),
        ("samples", "folder", SourceError),
        (b"", "empty", DecodeError),
        (b"%PDF-1.7", "broken_document", DecodeError),
        ("<p>放假通知</p>".encode(), "not_notice", RefusalError),
        (b"{}", "bad_record", SourceError),
    ],
)
def test_refusals_are_typed(source, kind, error):
    with pytest.raises(error) as caught:
        read(source)
    assert (caught.value.kind, caught.value.exit_code) == (kind, 3)
    assert isinstance(caught.value, UnreadableError)
    assert str(caught.value) == caught.value.message("en") != caught.value.message("zh")


def test_an_unknown_rule_is_a_usage_error():
    with pytest.raises(UsageError) as caught:
        check(read(SAMPLE), select=["TXT04"])
    assert caught.value.exit_code == 2
    assert "TXT004" in caught.value.message("zh")


def test_every_rule_passes_fails_or_says_why_not():
    report = check(read(SAMPLE))
    told = {one.code for one in (*report.findings, *report.passed, *report.not_applicable)}
    from notice_cli.rules import RULES

    assert told == {rule.code for rule in RULES}
    assert [claim.count for claim in report.claims] == list(range(len(read(SAMPLE).counts)))


def test_a_check_without_facts_is_no_pass():
    report = check(read("关于巡察整改情况的通报\n按照要求公布如下。\n".encode()))
    assert "CNT001" in {one.code for one in report.not_applicable}
    assert all(one.reason for one in report.not_applicable)


def test_comparison_names_both_sides():
    notice = read(SAMPLE)
    comparison = compare(notice, notice)
    assert (comparison.old.title, comparison.new.title) == (notice.title, notice.title)


def test_sentences_are_told_in_both_languages_with_the_same_facts():
    import string

    def facts(template: str) -> set[str]:
        names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        return {name.removesuffix("_zh").removesuffix("_en") for name in names}

    for kind, words in SENTENCES.items():
        assert facts(words.zh) == facts(words.en), kind


def test_an_error_is_one_safe_line():
    error = NoticeError("missing", "a\nb\x1b[31m" + "长" * 1000)
    assert "\n" not in error.message("zh")
    assert "\x1b" not in error.message("en")
    assert len(error.message("zh")) < 500
    assert printable("\u202e整改\u3000") == "\\u202e整改\u3000"


@pytest.mark.parametrize(
    ("variables", "lang"),
    [
        ({}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "zh_TW"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LANGUAGE": "de:en", "LANG": "zh_CN"}, "en"),
    ],
)
@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the system")
def test_the_locale_tells_the_language(monkeypatch, variables, lang):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert locale_language() == lang


def test_importing_loads_nothing_heavy():
    heavy = ("rich", "urllib3", "bs4", "munkres", "hypothesis", "importlib.metadata")
    program = f"import sys, notice_cli; print([one for one in {heavy!r} if one in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "[]"
