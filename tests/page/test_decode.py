"""Bytes to text."""

import codecs

import pytest

from notice_cli import DecodeError
from notice_cli.page.decode import decode

TEXT = "关于巡察整改情况的通报，问题１：——“不实”。" * 5


@pytest.mark.parametrize(
    ("data", "charset", "encoding"),
    [
        (TEXT.encode(), None, "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), None, "utf-8"),
        (TEXT.encode("utf-16"), None, "utf-16"),
        (TEXT.encode("gbk"), None, "gb18030"),
        (TEXT.encode("gbk"), "utf-8", "gb18030"),
        (TEXT.encode(), "gbk", "utf-8"),
        (b'<meta charset="gb2312">' + TEXT.encode("gb18030"), None, "gb18030"),
        (b'<meta charset="utf-8">' + TEXT.encode("gb18030"), None, "gb18030"),
        (b'<meta charset="no-such">' + TEXT.encode("gb18030"), None, "gb18030"),
        (b"<meta charset=big5>" + "整改報告".encode("big5"), None, "big5"),
    ],
)
def test_encodings(data, charset, encoding):
    got = decode(data, charset)
    assert (got.encoding, got.replaced) == (encoding, 0)
    assert got.text.endswith(("不实”。", "整改報告"))
    assert "\ufeff" not in got.text


def test_a_rare_character_is_read_as_gb18030():
    assert decode("整改情况：㐂𠮷".encode("gb18030")).text == "整改情况：㐂𠮷"


def test_a_small_loss_is_counted():
    data = TEXT.encode() * 20
    got = decode(data[:300] + b"\xff" + data[300:])
    assert got.encoding == "utf-8"
    assert got.replaced == got.text.count("�") == 1


def test_a_utf_8_text_cut_in_a_character_stays_utf_8():
    got = decode(TEXT.encode()[:-1])
    assert (got.encoding, got.replaced) == ("utf-8", 1)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        (b"%PDF-1.4\n", "binary"),
        (b"PK\x03\x04abc", "binary"),
        (b"\0" * 40 + b"abc", "binary"),
        (b"\xff\xfd\x80" * 100, "undecodable"),
    ],
)
def test_refusals(data, kind):
    with pytest.raises(DecodeError) as caught:
        decode(data, None, "here")
    assert (caught.value.kind, caught.value.where) == (kind, "here")
