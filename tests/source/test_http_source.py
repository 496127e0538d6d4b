"""What `fetch` makes of a server's answers; the server is real, on loopback."""

from __future__ import annotations

import gzip
import socket
from datetime import UTC, datetime

import pytest

from notice_cli.errors import SourceError
from notice_cli.source import Limits, fetch
from notice_cli.source.address import parse_address
from notice_cli.source.advice import advise, parse_retry_after
from notice_cli.source.unpack import PIECE, unpack

PAGE = "<title>示例县整改通报</title><p>反馈问题3个，已完成3个。</p>".encode()
PATIENT = Limits(total_seconds=20, backoff_seconds=0.01, retry_after_seconds=5, host_seconds=0)
HASTY = Limits(read_seconds=0.3, total_seconds=0.8, backoff_seconds=0.01, max_bytes=2_000_000, host_seconds=0)


def refused(site, path, limits=PATIENT) -> SourceError:
    with pytest.raises(SourceError) as caught:
        fetch(site.url + path, limits)
    for message in (caught.value.message("zh"), caught.value.message("en")):
        assert message.isprintable()
    return caught.value


def test_a_page_with_what_its_header_says(site):
    fetched = fetch(site.url + "/page", PATIENT)
    assert fetched.uri == site.url + "/page"
    assert "示例县" in fetched.data.decode()
    assert (fetched.media_type, fetched.charset) == ("text/html", "utf-8")
    assert datetime.strptime(fetched.fetched_at or "", "%Y-%m-%dT%H:%M:%SZ").year >= 2024  # noqa: DTZ007


def test_who_asks_is_said_and_nothing_else(site):
    url = site.url.replace("//", "//clerk:secret@")
    fetched = fetch(url + "/page", PATIENT)
    head = site.requests[-1][1]
    assert "User-Agent: notice-cli/" in head
    assert not any(word in head + fetched.uri for word in ("secret", "clerk", "Authorization", "Cookie"))


@pytest.mark.parametrize(
    ("path", "media_type", "charset"),
    [
        ("/untyped.htm", "text/html", None),
        ("/odd-type", None, None),
        ("/lying-charset", "text/html", "GB2312"),
        ("/gzip-parts", None, None),
    ],
)
def test_type_and_charset_as_told(site, path, media_type, charset):
    fetched = fetch(site.url + path, PATIENT)
    assert (fetched.media_type, fetched.charset) == (media_type, charset)


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("/empty", b""),
        ("/chunked", b"abcde"),
        ("/gzip", PAGE),
        ("/gzip-parts", b"abc"),
        ("/gzip-empty", b""),
        ("/length-nonsense", PAGE),
    ],
)
def test_bodies_arrive_whole(site, path, data):
    assert fetch(site.url + path, PATIENT).data == data


@pytest.mark.parametrize(
    ("path", "end"),
    [
        ("/moved", "/page"),
        ("/moved-chinese", "/%E6%95%B4%E6%94%B9%20a?q=%E5%8D%95"),
        ("/整改 a?q=单", "/%E6%95%B4%E6%94%B9%20a?q=%E5%8D%95"),
        ("/hop1", "/hop6"),
    ],
)
def test_the_final_address_is_the_uri(site, path, end):
    assert fetch(site.url + path, PATIENT).uri == site.url + end


@pytest.mark.parametrize(
    ("path", "kind", "tries"),
    [
        ("/circle", "redirects", 6),
        ("/to-file", "bad_redirect", 1),
        ("/to-ftp", "bad_redirect", 1),
        ("/to-script", "bad_redirect", 1),
        ("/to-escape", "bad_url", 1),
        ("/nowhere", "http_status", 1),
        ("/404", "http_status", 1),
        ("/500", "http_status", 1),
        ("/503", "http_status", 4),
        ("/503-nonsense", "http_status", 4),
        ("/503-tomorrow", "http_status", 1),
        ("/503-eight", "http_status", 1),
        ("/206", "http_status", 1),
        ("/hangs-up", "unreachable", 4),
        ("/short", "truncated", 4),
        ("/chunk-short", "truncated", 4),
        ("/chunk-unended", "truncated", 4),
        ("/gzip-short", "truncated", 4),
        ("/gzip-not", "bad_answer", 1),
        ("/brotli", "bad_answer", 1),
        ("/length-twice", "bad_answer", 1),
        ("/not-http", "bad_answer", 1),
        ("/headers-many", "bad_answer", 1),
        ("/header-long", "bad_answer", 1),
        ("/length-huge", "too_large", 1),
        ("/gzip-bomb", "unpacks_too_large", 1),
        ("/endless", "too_large", 1),
    ],
)
def test_refusals_and_how_often_was_asked(site, path, kind, tries):
    error = refused(site, path)
    assert (error.kind, site.asked(path)) == (kind, tries)


@pytest.mark.parametrize(
    "path", ["/503-once", "/429-twice", "/503-one-second", "/hangs-up-once", "/short-once"]
)
def test_a_retry_helps(site, path):
    assert fetch(site.url + path, PATIENT).media_type == "text/html"
    assert site.asked(path) > 1


@pytest.mark.parametrize(
    "path", ["/stalls", "/stalls-in-body", "/drips", "/drips-headers", "/continues", "/endless-gzip"]
)
def test_a_server_that_never_ends(site, path):
    assert refused(site, path, HASTY).kind == ("too_large" if path == "/endless-gzip" else "timeout")


def test_the_deadline_covers_single_reads_that_are_quick_enough(site):
    error = refused(site, "/drips-headers", HASTY)
    assert (error.kind, error.facts["seconds"]) == ("timeout", "0.8")


@pytest.mark.parametrize(
    ("path", "advice"),
    [
        ("/404", "核对网址"),
        ("/403", "另存网页"),
        ("/500", "稍后重试"),
        ("/503-tomorrow", "24 小时后"),
    ],
)
def test_a_status_says_what_to_do(site, path, advice):
    assert advice in refused(site, path).message("zh")


def test_nobody_listens():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/"
        with pytest.raises(SourceError) as caught:
            fetch(url, PATIENT)
    assert caught.value.kind == "unreachable"


def test_a_plain_server_asked_for_encryption(site):
    with pytest.raises(SourceError) as caught:
        fetch(site.url.replace("http:", "https:") + "/page", PATIENT)
    assert caught.value.kind == "tls"


def test_a_name_that_does_not_resolve(monkeypatch):
    def unknown(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(SourceError) as caught:
        fetch("http://county.invalid/a.html", PATIENT)
    assert caught.value.kind == "unknown_host"


@pytest.mark.parametrize(
    "url",
    [
        "http://",
        "http:///a",
        "http://a b/",
        "http://[::1/",
        "http://a:99999/",
        "https://a..b/",
        "http://a/\ud800",
    ],
)
def test_a_url_that_is_none(url):
    with pytest.raises(SourceError) as caught:
        fetch(url)
    assert caught.value.kind == "bad_url"


@pytest.mark.parametrize("path", ["/circle", "/404", "/drips", ":0x0/"])
def test_a_refusal_does_not_show_the_password(site, path):
    with pytest.raises(SourceError) as caught:
        fetch(site.url.replace("//", "//clerk:secret@") + path, HASTY)
    assert "secret" not in caught.value.message("zh")


@pytest.mark.parametrize("size", [0, 1, PIECE, 5 * PIECE - 1, 5 * PIECE + 1, 40 * PIECE])
@pytest.mark.parametrize("cut", [1, 7, 10**9])
def test_gzip_in_pieces_of_any_size(size, cut):
    packed = gzip.compress(bytes(size))
    pieces = list(unpack((packed[at : at + cut] for at in range(0, len(packed), cut)), "gzip"))
    assert b"".join(pieces) == bytes(size)
    assert all(len(piece) <= PIECE for piece in pieces)


def test_a_chinese_host_is_encoded():
    address = parse_address("HTTP://示例县.中国:8080/整改#a")
    assert address is not None
    assert (
        address.geturl() == "http://" + "示例县.中国".encode("idna").decode() + ":8080/%E6%95%B4%E6%94%B9#a"
    )


NOW = datetime(2024, 10, 22, 8, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Tue, 22 Oct 2024 08:01:00 GMT", 60),
        ("Tue, 22 Oct 2024 08:01:00 -0000", 60),
        ("Tue, 22 Oct 2019 08:01:00 GMT", 0),
        ("soon", None),
        ("-5", None),
        ("１２", None),
        ("9" * 5000, None),
        ("Tue, 99 Oct 99999 08:01:00 GMT", None),
        ("", None),
        (None, None),
    ],
)
def test_retry_after(header, seconds):
    assert parse_retry_after(header, NOW) == seconds


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(45, "45 seconds"), (119, "119 seconds"), (120, "2 minutes"), (7199, "120 minutes"), (7201, "3 hours")],
)
def test_when_to_come_back(seconds, words):
    assert words in advise(503, seconds).say("en")
