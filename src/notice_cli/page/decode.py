"""Bytes to text: byte order mark, strict UTF-8, what is declared, GB18030, and last with a counted loss."""

from __future__ import annotations

import codecs
import re

from notice_cli.errors import DecodeError
from notice_cli.language import Words
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: tuple[tuple[bytes, Words], ...] = (
    (b"%PDF-", Words("PDF 文件")),
    (b"PK\x03\x04", Words("压缩包或 Office 文档")),
    (b"\xd0\xcf\x11\xe0", Words("旧版 Office 文档")),
    (b"\x89PNG", Words("图片")),
    (b"\xff\xd8\xff", Words("图片")),
    (b"GIF8", Words("图片")),
    (b"\x1f\x8b", Words("压缩文件")),
    (b"Rar!", Words("压缩包")),
    (b"7z\xbc\xaf", Words("压缩包")),
)
"""First bytes of what people pass by mistake, and what to call it."""
_DECLARED = lazy_pattern(
    rb"""(?:charset\s{0,3}=|encoding\s{0,3}=)\s{0,3}["']?\s{0,3}([A-Za-z0-9_.:-]{1,40})""", re.I
)
_DECLARED_WITHIN = 4096
_LOSS_ALLOWED = 0.02
"""Share of undecodable characters above which a text is no text."""


class Decoded(Value):
    """A text, the encoding it was read in, and how many characters could not be decoded."""

    text: str
    encoding: str | None
    replaced: int = 0


def decode(data: bytes, charset: str | None = None, where: str = "") -> Decoded:
    """The text of a page or a text file.

    Args:
        data: The bytes as read.
        charset: What the transport declared; a page's own declaration is found here.
        where: The source, for the error's sentence.

    Raises:
        DecodeError: `empty`, `binary` or `undecodable`.
    """
    if not data or data.isspace():
        raise DecodeError("empty", where)
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _decode_with_loss(data[len(bom) :] if encoding == "utf-8" else data, (encoding,), where)
    _refuse_binary(data, where)
    strict = _decode_strictly(data, ("utf-8",))
    if strict is not None:
        return strict
    encodings = _candidates(data, charset)
    return _decode_strictly(data, encodings) or _decode_with_loss(data, encodings, where)


def _decode_strictly(data: bytes, encodings: tuple[str, ...]) -> Decoded | None:
    """The first reading without any loss."""
    for encoding in encodings:
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    return None


def _refuse_binary(data: bytes, where: str) -> None:
    for magic, looks in _MAGIC:
        if data.startswith(magic):
            raise DecodeError("binary", where, looks=looks)
    if b"\0" in data and data.count(b"\0") > len(data) // 100:
        raise DecodeError("binary", where, looks=Words("二进制文件"))


def _candidates(data: bytes, charset: str | None) -> tuple[str, ...]:
    """Encodings to try, in order, each once: UTF-8, the page's own, the transport's, GB18030."""
    match = _DECLARED.search(data, 0, _DECLARED_WITHIN)
    declared = [match[1].decode("ascii") if match else None, charset]
    names = ["utf-8", *(_codec(name) for name in declared if name), "gb18030"]
    return tuple(dict.fromkeys(name for name in names if name))


def _codec(name: str) -> str | None:
    """The codec of a declared name; GB2312 and GBK are read as GB18030, which holds them."""
    try:
        codec = codecs.lookup(name.strip()).name
    except LookupError:
        return None
    if codec in ("gb2312", "gbk", "gb18030", "hz"):
        return "gb18030"
    return None if codec in ("ascii", "iso8859-1", "cp1252") else codec


def _decode_with_loss(data: bytes, encodings: tuple[str, ...], where: str) -> Decoded:
    """The reading that loses least; it must lose little."""
    readings = []
    for encoding in encodings:
        text = data.decode(encoding, "replace")
        readings.append(Decoded(text, encoding, text.count("�")))
    best = min(readings, key=lambda reading: reading.replaced)
    if best.replaced > max(3, len(best.text) * _LOSS_ALLOWED):
        raise DecodeError("undecodable", where, tried=", ".join(encodings))
    return best
