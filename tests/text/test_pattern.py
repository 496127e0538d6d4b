"""Patterns that a build has compiled: they match as Python's own do, and never where they are stale."""

import marshal
import re
from pathlib import Path

import pytest

import notice_cli.reading.notice  # noqa: F401 - makes its patterns
from notice_cli.text import pattern as patterns
from notice_cli.text.pattern import keep_patterns, lazy_pattern

TEXTS = (
    "反馈问题23个，已完成22个（第4、15号问题除外），2024年10月22日",
    "二〇二四年十月 a1１ 联系电话：0101-12345678 <b>x</b>",
    "",
)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Patterns kept in a file of their own."""
    path = tmp_path / "patterns.bin"
    monkeypatch.setattr(patterns, "_made", [])
    read = patterns._kept.__wrapped__
    monkeypatch.setattr(patterns, "_kept", lambda: read(path))
    return path


def _never(pattern: str, flags: int = 0) -> re.Pattern[str]:
    raise AssertionError(f"compiled: {pattern}")


@pytest.mark.parametrize(
    ("source", "flags"),
    [
        (r"(?P<number>[\d一二三四五六七八九十]{1,3})\s?[个项]", 0),
        (r"A (?P<a>\d) | (?P<b>[〇○零])", re.VERBOSE | re.IGNORECASE),
        (r"(?<=完成)\d{1,3}|x*+$", re.MULTILINE),
        (r"(.)(?P<second>.)\1?", re.DOTALL),
    ],
)
def test_a_kept_pattern_matches_as_a_compiled_one(
    source: str, flags: int, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = re.compile(source, flags)
    lazy_pattern(source, flags)
    assert keep_patterns(kept) == 1
    monkeypatch.setattr(patterns.re, "compile", _never)
    waiting = lazy_pattern(source, flags)
    for text in TEXTS:
        found = [(one.span(), one.groups(), one.groupdict()) for one in waiting.finditer(text)]
        assert found == [(one.span(), one.groups(), one.groupdict()) for one in compiled.finditer(text)]


def test_a_kept_pattern_of_bytes_is_one_of_bytes(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lazy_pattern(rb"</(b\w{3})>", re.I)
    keep_patterns(kept)
    monkeypatch.setattr(patterns.re, "compile", _never)
    assert lazy_pattern(rb"</(b\w{3})>", re.I).findall(b"x</BODY></br>") == [b"BODY"]


def test_a_pattern_that_was_changed_since_is_compiled(kept: Path) -> None:
    lazy_pattern("a+")
    keep_patterns(kept)
    assert lazy_pattern("a{2}").findall("aaaa") == ["aa", "aa"]
    assert lazy_pattern("A+", re.I).findall("aaaa") == ["aaaa"]


@pytest.mark.parametrize("content", [b"", b"junk", marshal.dumps((("other",), {})), marshal.dumps(3)])
def test_what_another_python_kept_is_not_used(content: bytes, kept: Path) -> None:
    kept.write_bytes(content)
    assert lazy_pattern("a+").findall("aab") == ["aa"]


def test_without_a_file_patterns_are_compiled(kept: Path) -> None:
    assert not kept.exists()
    assert lazy_pattern("a+").findall("aab") == ["aa"]


def test_the_package_s_own_patterns_are_kept_as_python_compiles_them() -> None:
    codes = patterns._kept()
    made = [one for one in patterns._made if (one.pattern, one.flags) in codes]
    if not made:
        pytest.skip("the package was not built by this Python: patterns are compiled on first use")
    for one in made:
        assert codes[one.pattern, one.flags] == patterns._code(one.pattern, one.flags)
