"""Files, folders and standard input."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from notice_cli.errors import SourceError
from notice_cli.source import SOURCES, Fetched, Limits, expand, fetch

SMALL = Limits(max_bytes=10)


def refused(source, limits=SMALL) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetch(source, limits)
    for message in (caught.value.message("zh"), caught.value.message("en")):
        assert message.isprintable()
    assert caught.value.exit_code == 3
    return caught.value


def shut(path: Path) -> None:
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("permissions do not bind this user")


def write(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")


@pytest.mark.parametrize(
    ("name", "media_type"),
    [
        ("通报 (1).HTM", "text/html"),
        ("a.shtml", "text/html"),
        ("a.txt", "text/plain"),
        ("a.json", "application/json"),
        ("a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        ("a.doc", None),
        ("plain", None),
        ("two\nlines.html", "text/html"),
    ],
)
def test_a_file_is_read_as_it_is(tmp_path, name, media_type):
    path = tmp_path / name
    path.write_bytes(b"\xff\x00\r\n")
    fetched = fetch(str(path))
    assert fetched == Fetched(path.as_posix(), b"\xff\x00\r\n", media_type, None, None)
    assert fetch(path) == fetched


def test_a_relative_path_stays_as_given(tmp_path, monkeypatch):
    write(tmp_path, "a.html")
    monkeypatch.chdir(tmp_path)
    assert fetch("./a.html").uri == "./a.html"


def test_a_path_object_is_always_a_file(tmp_path, monkeypatch):
    write(tmp_path, "-")
    monkeypatch.chdir(tmp_path)
    assert fetch(Path("-")).data == b"x"


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes")
def test_a_name_that_is_no_text_can_be_printed(tmp_path):
    name = os.fsencode(tmp_path) + b"/a\xff.html"
    Path(os.fsdecode(name)).write_bytes(b"x")
    assert fetch(os.fsdecode(name)).uri.endswith("a\\udcff.html")


@pytest.mark.parametrize(("size", "kind"), [(10, None), (11, "too_large")])
def test_the_limit_of_a_file(tmp_path, size, kind):
    path = tmp_path / "a.html"
    path.write_bytes(bytes(size))
    if kind:
        assert refused(path).kind == kind
    else:
        assert len(fetch(path, SMALL).data) == size


def test_an_empty_file_is_left_to_the_decoder(tmp_path):
    (tmp_path / "a.html").touch()
    assert fetch(tmp_path / "a.html").data == b""


@pytest.mark.parametrize(
    "source",
    [
        "",
        "no-such.html",
        "nul\0.html",
        "C:\\no\\such.html",
        "C:/no/such.html",
        "\\\\srv\\x.html",
        "\ud800.html",
    ],
)
def test_missing(source):
    assert refused(source).kind == "missing"


def test_a_file_in_the_way_of_a_folder(tmp_path):
    write(tmp_path, "a.html")
    assert refused(str(tmp_path / "a.html" / "b.html")).kind == "missing"


def test_a_folder_is_no_file(tmp_path):
    assert refused(tmp_path).kind == "folder"


def test_a_name_too_long():
    assert refused("x" * 5000).kind == "unreadable_file"


def test_no_permission(tmp_path):
    write(tmp_path, "a.html")
    shut(tmp_path / "a.html")
    error = refused(tmp_path / "a.html")
    assert error.kind == "unreadable_file"
    assert "没有读取权限" in error.message("zh")
    assert "permission denied" in error.message("en")


@pytest.mark.parametrize(
    "source", ["file:///etc/hosts", "file:a.html", "FTP://files.invalid/a", "ws://\x1b[2J\x07/"]
)
def test_other_schemes_are_refused(source):
    assert refused(source).kind == "unsupported_scheme"


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("-", "stdin"),
        ("http://a.invalid/", "url"),
        (" HTTPS://a.invalid/", "url"),
        ("gopher://a.invalid/", "other_scheme"),
        ("file:///a.html", "other_scheme"),
        ("C:\\a.html", "file"),
        ("C:/a.html", "file"),
        ("D://a.html", "file"),
        ("http.html", "file"),
        ("通报：http://a.html", "file"),
    ],
)
def test_kinds_of_sources(source, kind):
    assert next(name for name, (accepts, _) in SOURCES.items() if accepts(source)) == kind


class Standard:
    """A standard input of given bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_standard_input(monkeypatch):
    monkeypatch.setattr(sys, "stdin", Standard(b"\xd5\xfb"))
    assert fetch("-") == Fetched("-", b"\xd5\xfb", None, None, None)


def test_standard_input_has_the_limit_too(monkeypatch):
    monkeypatch.setattr(sys, "stdin", Standard(bytes(11)))
    assert refused("-").kind == "too_large"


def test_standard_input_that_is_closed(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)
    assert refused("-").kind == "unreadable_file"
    closed = Standard(b"")
    closed.buffer.close()
    monkeypatch.setattr(sys, "stdin", closed)
    assert refused("-").kind == "unreadable_file"


def test_a_folder_becomes_its_pages(tmp_path):
    write(
        tmp_path, "b.HTML", "a.txt", "sub/c.shtml", "sub/deep/d.htm", "sub/e.pdf", "sub/f.docx", "sub/g.doc"
    )
    write(
        tmp_path,
        "e.json",
        "f.png",
        ".hidden.html",
        ".git/g.html",
        "h.html.bak",
        "noend",
        "README.md",
        "~$f.docx",
    )
    root = tmp_path.as_posix()
    names = ("a.txt", "b.HTML", "sub/c.shtml", "sub/deep/d.htm", "sub/e.pdf", "sub/f.docx", "sub/g.doc")
    pages = [f"{root}/{name}" for name in names]
    assert expand([str(tmp_path)]) == pages
    assert expand(["-", "x.json", str(tmp_path), "http://a.invalid/b"]) == [
        "-",
        "x.json",
        *pages,
        "http://a.invalid/b",
    ]


def test_what_a_browser_saves_beside_a_page_is_no_page(tmp_path):
    write(tmp_path, "a.html", "a_files/frame.html", "b.htm", "b.files/x.htm", "case_files/c.html")
    names = [page.removeprefix(tmp_path.as_posix() + "/") for page in expand([str(tmp_path)])]
    assert names == ["a.html", "b.htm", "case_files/c.html"]


def test_a_link_that_leads_back(tmp_path):
    write(tmp_path, "a.html")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "gone.html").symlink_to(tmp_path / "nowhere")
    pages = expand([str(tmp_path)])
    assert pages == [f"{tmp_path.as_posix()}/a.html", f"{tmp_path.as_posix()}/gone.html"]
    assert refused(pages[1]).kind == "missing"


@pytest.mark.parametrize("names", [(), ("a.png",), (".hidden/a.html",)])
def test_a_folder_without_pages(tmp_path, names):
    write(tmp_path, *names)
    with pytest.raises(SourceError) as caught:
        expand([str(tmp_path)])
    assert caught.value.kind == "empty_folder"
    assert ".html" in caught.value.message("zh")


def test_a_folder_that_cannot_be_listed_is_not_lost(tmp_path):
    write(tmp_path, "a.html", "shut/b.html")
    shut(tmp_path / "shut")
    pages = expand([str(tmp_path)])
    assert pages == [f"{tmp_path.as_posix()}/a.html", f"{tmp_path.as_posix()}/shut"]
    assert refused(pages[1]).kind == "unreadable_file"


def test_a_source_that_is_no_url_loads_no_client():
    code = "import sys, notice_cli.source as s; s.fetch('-'); print('urllib3' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], input="", capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
