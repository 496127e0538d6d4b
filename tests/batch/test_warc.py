"""Pages of WARC files: which records are read, by their own addresses; damaged files give what they hold."""

from __future__ import annotations

import io

import pytest

from batch.conftest import options
from batch.pages import page
from batch.test_data_set import rows
from notice_cli.batch.run import run

pytest.importorskip("warcio", reason="needs the extra batch")

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

pytestmark = pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # WARCWriter's files


def archive(path, records, *, gzip=True):
    """A WARC file of (address, status, media type, bytes)."""
    with path.open("wb") as out:
        writer = WARCWriter(out, gzip=gzip)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        for url, status, media_type, data in records:
            headers = StatusAndHeaders(status, [("Content-Type", media_type)], protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=io.BytesIO(data), http_headers=headers,
                    warc_headers_dict={"WARC-Date": "2024-05-06T07:08:09Z"},
                )
            )  # fmt: skip
    return path


RECORDS = [
    ("http://a.example/1.html", "200 OK", "text/html; charset=gb2312", page(1).encode("gb18030")),
    ("http://a.example/logo.png", "200 OK", "image/png", b"\x89PNG"),
    ("http://a.example/style.css", "200 OK", "text/css", b"p {}"),
    ("http://a.example/gone.html", "404 Not Found", "text/html", b"gone"),
    ("http://a.example/2.html", "200 OK", "text/html", page(2).encode()),
    ("http://b.example/2.html", "200 OK", "text/html", page(2).encode()),
]


@pytest.mark.parametrize("gzip", [True, False])
def test_pages_of_an_archive(tmp_path, gzip):
    file = archive(tmp_path / ("a.warc.gz" if gzip else "a.warc"), RECORDS, gzip=gzip)
    outcome = run([str(file)], str(tmp_path / "set"), options(), jobs=2)
    assert (outcome.inputs, outcome.duplicates) == (4, 1)
    told = rows(tmp_path / "set", "notices")
    assert [row["uri"] for row in told] == ["http://a.example/1.html", "http://a.example/2.html"]
    assert {row["archive"] for row in told} == {str(file)}
    assert told[0]["encoding"].lower() == "gb18030"
    assert told[0]["fetched_at"].isoformat() == "2024-05-06T07:08:09+00:00"
    failures = rows(tmp_path / "set", "failures")
    assert [(row["uri"], row["kind"]) for row in failures] == [
        ("http://a.example/gone.html", "archived_status")
    ]


def test_a_folder_holds_pages_and_archives(tmp_path):
    (tmp_path / "in").mkdir()
    archive(tmp_path / "in" / "a.warc.gz", RECORDS[:1])
    (tmp_path / "in" / "b.html").write_text(page(3), encoding="utf-8")
    assert run([str(tmp_path / "in")], str(tmp_path / "set"), options(), jobs=1).rows["notices"] == 2


def test_a_broken_archive_gives_what_it_holds_and_says_so(tmp_path):
    whole = archive(tmp_path / "a.warc.gz", RECORDS[:1] + RECORDS[4:5]).read_bytes()
    (tmp_path / "cut.warc.gz").write_bytes(whole[:-200])
    (tmp_path / "no.warc").write_bytes(b"no archive at all")
    given = [str(tmp_path / "cut.warc.gz"), str(tmp_path / "no.warc")]
    run(given, str(tmp_path / "set"), options(), jobs=1)
    assert [row["uri"] for row in rows(tmp_path / "set", "notices")] == ["http://a.example/1.html"]
    assert {row["kind"] for row in rows(tmp_path / "set", "failures")} >= {"bad_warc"}
    assert {row["uri"] for row in rows(tmp_path / "set", "failures")} >= set(given[1:])
