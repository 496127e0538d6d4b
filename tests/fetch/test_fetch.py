"""What `notice fetch` keeps, what is read of it, and what a run that was killed leaves behind."""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from fastwarc.warc import ArchiveIterator, WarcRecordType
from town import NOTICE, Answer, Town

from notice_cli.cli.main import notice as root


def run(*arguments: object, code: int = 0) -> str:
    done = CliRunner().invoke(root, [str(one) for one in arguments], standalone_mode=False)
    got = (
        done.return_value if done.exception is None else getattr(done.exception, "exit_code", done.exception)
    )
    assert got == code, (got, done.output, done.exception)
    return done.stdout


def fetch(*arguments: object, code: int = 0) -> list[dict]:
    lines = run("fetch", *arguments, "--pause", "0", "--format", "jsonl", "--lang", "en", code=code)
    return [json.loads(line) for line in lines.splitlines()]


def parse(*arguments: object, code: int = 0) -> list[dict]:
    return [
        json.loads(line) for line in run("parse", *arguments, "--format", "jsonl", code=code).splitlines()
    ]


def records(folder: Path) -> list[tuple[str, str, bytes]]:
    """Kind, address and message of every record, by a reader that is not the writer; digests verified."""
    found = []
    for file in sorted(folder.glob("*.warc.gz")):
        for parse_http in (False, True):
            with file.open("rb") as stream:
                for record in ArchiveIterator(stream, parse_http=parse_http):
                    if parse_http and record.record_type == WarcRecordType.response:
                        assert record.verify_payload_digest()
                    if not parse_http:
                        assert record.verify_block_digest()
                        url = record.headers.get("WARC-Target-URI") or ""
                        found.append((record.headers["WARC-Type"], url, record.reader.read()))
    return found


def answered(folder: Path, *kinds: str) -> list[str]:
    return [url for kind, url, _ in records(folder) if kind in (kinds or ("response",))]


def without_time(record: dict) -> dict:
    return {**record, "source": {**record["source"], "fetched_at": None, "uri": None}}


def test_what_the_server_sent_is_kept_byte_for_byte(town, tmp_path):
    packed = gzip.compress(NOTICE)
    url = town.put(
        "/a.html", packed, headers={"Content-Encoding": "gzip", "X-Odd": "整改".encode().decode("latin-1")}
    )
    fetch(url, "-o", tmp_path)
    [(_, where, message)] = [one for one in records(tmp_path) if one[0] == "response"]
    head, _, body = message.partition(b"\r\n\r\n")
    assert (where, body) == (url, packed)
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert "X-Odd: 整改".encode() in head


@pytest.mark.parametrize("chunked", [False, True])
def test_the_record_of_a_snapshot_is_that_of_the_page(town, tmp_path, chunked):
    body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(NOTICE), NOTICE) if chunked else NOTICE
    url = town.put("/a.html", body, headers={"Transfer-Encoding": "chunked"} if chunked else {})
    [page] = parse(url)
    fetch(url, "-o", tmp_path)
    asked = len(town.requests)
    sources = [
        (tmp_path,),
        (next(tmp_path.glob("*.warc.gz")),),
        (url, "--archive", tmp_path),
        (f"{tmp_path}#{url}",),
    ]
    for source in sources:
        [record] = parse(*source)
        assert without_time(record) == without_time(page)
        assert record["source"]["uri"] == url
    assert len(town.requests) == asked


def test_offline_reads_the_usual_folder(town, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    url = town.put("/a.html", NOTICE)
    fetch(url)
    town.answers.clear()
    assert parse(url, "--offline")[0]["title"]
    assert json.loads(run("check", url, "--offline", "--format", "json", code=0))["title"]
    run("parse", town.url + "/b.html", "--offline", code=3)
    run("parse", url, "--archive", tmp_path / "none", code=3)


def test_a_redirect_is_kept_and_followed_offline(town, tmp_path):
    final = town.put("/a.html", NOTICE)
    start = town.put("/old", "", status=301, headers={"Location": "/a.html"})
    [visit] = fetch(start, "-o", tmp_path)
    assert (visit["url"], visit["uri"], visit["outcome"]) == (start, final, "stored")
    assert answered(tmp_path) == [start, final]
    assert parse(start, "--archive", tmp_path)[0]["source"]["uri"] == final
    assert len(parse(tmp_path)) == 1


def test_parts_are_kept_and_joined_offline(town, tmp_path):
    first, second = NOTICE.decode().split("三、", 1)
    town.put("/t_1.html", first.partition("<body")[0] + "<body><p>三、" + second)
    url = town.put("/t.html", first + '<script>createPageHTML(2, 0, "t", "html");</script></body>')
    [visit] = fetch(url, "-o", tmp_path)
    assert visit["leads"] == [town.url + "/t_1.html"]
    town.answers.clear()
    [record] = parse(tmp_path)
    assert [part["uri"] for part in record["source"]["parts"]] == [url, town.url + "/t_1.html"]
    assert record["source"]["next"] is None
    without = tmp_path / "without"
    assert fetch(
        town.put("/t.html", first + '<script>createPageHTML(2, 0, "t", "html");</script>'),
        "-o",
        without,
        "--no-follow",
    )
    assert parse(without)[0]["source"]["next"]
    run("check", without, code=3)


def conditional(etag: str, body: bytes):
    def answer(headers: dict[str, str]) -> Answer:
        same = headers.get("if-none-match") == etag
        return Answer(b"", 304) if same else Answer(body, headers={"ETag": etag})

    return answer


def test_an_unchanged_page_is_not_stored_twice(town, tmp_path):
    town.answers["/etag.html"] = conditional('"1"', NOTICE)
    town.put("/plain.html", NOTICE)
    town.answers["/dated.html"] = lambda headers: (
        Answer(b"", 304)
        if "if-modified-since" in headers
        else Answer(NOTICE, headers={"Last-Modified": "Tue, 05 Mar 2024 08:00:00 GMT"})
    )
    urls = [town.url + path for path in ("/etag.html", "/plain.html", "/dated.html")]
    fetch(*urls, "-o", tmp_path)
    size = sum(file.stat().st_size for file in tmp_path.glob("*.warc.gz"))
    for _ in range(2):
        assert {visit["outcome"] for visit in fetch(*urls, "-o", tmp_path)} == {"unchanged"}
    assert sorted(answered(tmp_path)) == sorted(urls)
    assert len(answered(tmp_path, "revisit")) == 6
    assert sum(file.stat().st_size for file in tmp_path.glob("*.warc.gz")) < size * 1.2
    assert len(parse(tmp_path)) == 3


def test_a_silent_edit_shows_in_the_history(town, tmp_path):
    url = town.put("/a.html", NOTICE)
    fetch(url, "-o", tmp_path)
    run("diff", "--history", url, "--archive", tmp_path, code=3)
    fetch(url, "-o", tmp_path)
    run("diff", "--history", url, "--archive", tmp_path, code=0)
    index = tmp_path / "notice-archive.jsonl"
    lines = [json.loads(line) for line in index.read_text("utf-8").splitlines()]
    for day, line in enumerate(lines, 1):  # as if the visits were days apart
        line["time"] = f"2024-03-0{day}T08:00:00Z"
    index.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    town.put("/a.html", NOTICE.replace("年轻干部培养".encode(), "中青年干部培养".encode()))
    [visit] = fetch(url, "-o", tmp_path)
    assert visit["outcome"] == "changed"
    result = json.loads(run("diff", "--history", url, "--archive", tmp_path, "--format", "json", code=1))
    assert result["kind"] == "revision"
    assert [one["change"] for one in result["issues"]] == ["edited"]
    assert "中青年" in result["issues"][0]["new_text"]


def moved(location: str) -> Answer:
    return Answer(b"", 302, headers={"Location": location})


@pytest.mark.parametrize(
    ("path", "answer", "outcome", "word"),
    [
        ("/gone", Answer(b"", 404), "http_status", "404"),
        ("/guard", Answer(b"<script>x</script>", 412), "challenge", "save it"),
        ("/guard", Answer("<title>安全验证</title><p>请完成验证</p>".encode()), "challenge", "browser"),
        ("/no/a", Answer(NOTICE), "robots", "robots.txt"),
        ("/to-file", moved("file:///etc/passwd"), "bad_redirect", "file:"),
        ("/to-cloud", moved("http://169.254.169.254/latest"), "private_address", "169.254"),
        ("/to-name", moved("http://localhost:1/x"), "private_address", "--allow-private"),
    ],
)  # fmt: skip
def test_what_cannot_be_kept_is_told_and_nothing_is_stored(town, tmp_path, path, answer, outcome, word):
    town.put("/robots.txt", "User-agent: *\nDisallow: /no/", media_type="text/plain")
    town.answers[path] = answer
    good = town.put("/a.html", NOTICE)
    visits = fetch(town.url + path, good, "-o", tmp_path, code=3)
    by_url = {visit["url"]: visit for visit in visits}
    assert by_url[town.url + path]["outcome"] == outcome
    assert word in by_url[town.url + path]["message"]
    assert answered(tmp_path) == [good]
    assert outcome != "robots" or path not in town.asked


def test_a_list_leads_to_public_addresses_only(town, tmp_path):
    file = tmp_path / "urls.txt"
    url = town.put("/a.html", NOTICE)
    file.write_text(f"\ufeff# pages\n\n{url}\n{url}#top\n  {url}  \n", "utf-8")
    [visit] = fetch("--list", file, "-o", tmp_path / "a", code=3)
    assert visit["outcome"] == "private_address"
    assert not town.requests
    [visit] = fetch("--list", file, "-o", tmp_path / "a", "--allow-private")
    assert visit["outcome"] == "stored"
    assert town.asked == ["/a.html"]


def test_a_page_that_is_no_notice_is_kept_and_told(town, tmp_path):
    url = town.put("/shell.html", "<html><body><div id=app></div><script src=a.js></script></body></html>")
    [visit] = fetch(url, "-o", tmp_path)
    assert visit["outcome"] == "stored"
    assert "--render" in visit["refusal"]


def test_a_cut_archive_is_mended(town, tmp_path):
    one, two = town.put("/1.html", NOTICE), town.put("/2.html", NOTICE)
    fetch(one, "-o", tmp_path)
    [file] = tmp_path.glob("*.warc.gz")
    index, whole = tmp_path / "notice-archive.jsonl", file.read_bytes()
    file.write_bytes(whole + whole[300:900])  # killed while a record was written
    index.write_bytes(index.read_bytes() + b'{"url": "http://half')  # or its line
    fetch(two, "-o", tmp_path)
    assert answered(tmp_path) == [one, two]
    assert len(parse(tmp_path)) == 2


def test_an_index_that_is_lost_is_made_again(town, tmp_path):
    one, two = town.put("/1.html", NOTICE), town.put("/2.html", NOTICE + b" ")
    fetch(one, "-o", tmp_path)
    index = tmp_path / "notice-archive.jsonl"
    before = index.read_bytes()
    index.unlink()
    [file] = tmp_path.glob("*.warc.gz")
    file.write_bytes(file.read_bytes() + b"\x1f\x8b\x08\x00half")
    fetch(one, two, "-o", tmp_path)
    assert index.read_bytes().startswith(before.partition(b', "etag"')[0].rstrip(b"}\n")[:200])
    assert answered(tmp_path) == [one, two]


@pytest.mark.parametrize(
    "data", [b"", b"no archive", gzip.compress(b"WARC/1.1\r\n\r\n"), b"\x1f\x8b\x08broken"]
)
def test_a_file_that_is_no_archive_is_refused(tmp_path, data):
    file = tmp_path / "a.warc.gz"
    file.write_bytes(data)
    run("parse", file, code=3)


def test_a_damaged_record_is_refused_with_its_file(town, tmp_path):
    url = town.put("/a.html", NOTICE)
    fetch(url, "-o", tmp_path)
    [file] = tmp_path.glob("*.warc.gz")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0xFF
    file.write_bytes(data)
    run("parse", url, "--archive", tmp_path, code=3)


def test_two_runs_do_not_write_to_one_folder(town, tmp_path):
    from notice_cli.source.archive import open_archive

    with open_archive(tmp_path, "test"):
        run("fetch", town.url + "/a.html", "-o", tmp_path, code=2)


def test_the_index_tells_the_hash_of_the_page(town, tmp_path):
    fetch(town.put("/a.html", gzip.compress(NOTICE), headers={"Content-Encoding": "gzip"}), "-o", tmp_path)
    [line] = (tmp_path / "notice-archive.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["sha256"] == hashlib.sha256(NOTICE).hexdigest()


def test_a_file_is_not_continued_for_ever(town, tmp_path, monkeypatch):
    monkeypatch.setattr("notice_cli.source.archive.FILE_BYTES", 1000)
    urls = [town.put(f"/{at}.html", NOTICE + b" " * at) for at in range(3)]
    fetch(*urls, "-o", tmp_path)
    assert len(list(tmp_path.glob("*.warc.gz"))) == 3
    assert len(parse(tmp_path)) == 3


def test_the_table_counts_outcomes(town: Town, tmp_path):
    good, bad = town.put("/a.html", NOTICE), town.url + "/none"
    shown = run("fetch", good, bad, "-o", tmp_path, "--pause", "0", code=3)
    assert "已存" in shown
    assert "服务器返回错误" in shown
    assert bad in shown


def test_a_host_that_wants_patience_is_asked_again(town, tmp_path):
    from notice_cli.source import Limits
    from notice_cli.source.archive import open_archive
    from notice_cli.visiting.journal import open_run
    from notice_cli.visiting.tour import Tour, tour

    busy = [Answer(b"", 503, headers={"Retry-After": "2"})]
    town.answers["/busy.html"] = lambda headers: busy.pop() if busy else Answer(NOTICE)
    urls = [town.url + "/busy.html", town.put("/a.html", NOTICE)]
    limits = Limits(host_seconds=0, retry_after_seconds=0.1)
    with open_archive(tmp_path, "test") as archive:
        visits = list(tour(Tour(archive, limits, open_run(tmp_path, 0, ""), "en"), urls))
    assert [visit.outcome for visit in visits] == ["stored", "stored"]
    assert town.asked == ["/busy.html", "/a.html", "/busy.html"]
    first, second = (moment for path, moment, _ in town.requests if path == "/busy.html")
    assert second - first >= 2


def test_archives_in_a_folder_are_read_with_its_pages(town, tmp_path):
    fetch(town.put("/a.html", NOTICE), "-o", tmp_path / "snapshots")
    (tmp_path / "page.html").write_bytes(NOTICE)
    [file] = (tmp_path / "snapshots").glob("*.warc.gz")
    (tmp_path / "foreign.warc.gz").write_bytes(file.read_bytes())
    assert len(parse(tmp_path)) == 3
