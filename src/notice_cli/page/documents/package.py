"""A Word document's parts out of its zip archive, and what other documents in a zip archive are.

Nothing is unpacked but the parts that are read, each within a limit; no entity is resolved, no network asked.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Collection
from typing import NamedTuple
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from notice_cli.errors import DecodeError
from notice_cli.language import Words
from notice_cli.page.documents.formats import OFD as OFD_FORMAT
from notice_cli.page.documents.formats import OPEN_DOCUMENT, PRESENTATION, SPREADSHEET, ZIP, OtherFormat

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Namespace of the elements and attributes of Word documents, as lxml writes it."""
_STRICT = (
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
)
"""The namespace of the strict form of the standard, and the one that everybody writes."""
_MOST_MEMBERS = 10_000
_MOST_BYTES = 24_000_000
"""Of one part, unpacked."""
_MOST_UNPACKED = 1_000_000_000
_MOST_RATIO = 150
_LARGE = 4_000_000
"""Unpacked size from which a ratio above `_MOST_RATIO` is that of a bomb."""
_DOCUMENT = "word/document.xml"
_MACROS = ("vbaproject.bin", "vbadata.xml")
_OTHERS: tuple[tuple[str, OtherFormat], ...] = (
    ("OFD.xml", OFD_FORMAT),
    ("xl/", SPREADSHEET),
    ("ppt/", PRESENTATION),
    ("META-INF/manifest.xml", OPEN_DOCUMENT),
)
"""Beginnings of a member's name, and what an archive with such a member is."""

DAMAGED_ZIP = Words("压缩结构不完整或已损坏")
DAMAGED_XML = Words("内部的 {part} 已损坏")
NO_TEXT_PART = Words("缺少正文部分")
BOMB = Words("展开后大得不正常（压缩包炸弹）")
TOO_MANY_MEMBERS = Words("内部文件超过 {limit} 个")
TOO_LONG = Words("正文展开后超过 {limit} MB")


class Parts(NamedTuple):
    """The parsed parts of a Word document; those that it lacks are None."""

    document: etree._Element
    numbering: etree._Element | None
    styles: etree._Element | None


def read_parts(data: bytes, where: str) -> Parts:
    """The parts of a .docx.

    Raises:
        DecodeError: `other_document`, `macro_document`, `broken_document`, `unsafe_document`,
            `document_too_large` or `encrypted_document`.
    """
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            members = {member.filename: member for member in archive.infolist()}
            _refuse_bomb(members.values(), where)
            main = _main_part(archive, members, where)
            folder = main.rpartition("/")[0]
            beside = (
                _parsed(archive, members, f"{folder}/{name}.xml", where) for name in ("numbering", "styles")
            )
            document = _parsed(archive, members, main, where)
            if document is None:
                raise DecodeError("broken_document", where, reason=NO_TEXT_PART)
            return Parts(document, *beside)
    except (
        BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        RuntimeError,
        ValueError,
        OSError,
    ) as error:
        raise DecodeError("broken_document", where, reason=DAMAGED_ZIP) from error


def _refuse_bomb(members: Collection[ZipInfo], where: str) -> None:
    if len(members) > _MOST_MEMBERS:
        raise _too_large(where, TOO_MANY_MEMBERS, _MOST_MEMBERS)
    swollen = (m for m in members if m.file_size > _LARGE and m.file_size > _MOST_RATIO * m.compress_size)
    if any(swollen) or sum(m.file_size for m in members) > _MOST_UNPACKED:
        raise DecodeError("document_too_large", where, reason=BOMB)


def _too_large(where: str, reason: Words, limit: int) -> DecodeError:
    said = Words(reason.say("zh", limit=limit), reason.say("en", limit=limit))
    return DecodeError("document_too_large", where, reason=said)


def _main_part(archive: ZipFile, members: dict[str, ZipInfo], where: str) -> str:
    """The name of the part that holds the text."""
    if any(name.lower().endswith(_MACROS) for name in members):
        raise DecodeError("macro_document", where)
    main = _DOCUMENT if _DOCUMENT in members else _related(archive, members, where)
    if main is None:
        raise _other(members, where)
    if "macroEnabled" in _content_types(archive, members, where):
        raise DecodeError("macro_document", where)
    return main


def _related(archive: ZipFile, members: dict[str, ZipInfo], where: str) -> str | None:
    """The part with the text as the package names it, where it is that of a Word document."""
    relations = _parsed(archive, members, "_rels/.rels", where)
    for one in relations if relations is not None else ():
        target = (one.get("Target") or "").lstrip("/")
        if (one.get("Type") or "").endswith("/officeDocument") and target.startswith("word/"):
            return target if target in members else None
    return None


def _content_types(archive: ZipFile, members: dict[str, ZipInfo], where: str) -> str:
    types = _parsed(archive, members, "[Content_Types].xml", where)
    return " ".join(one.get("ContentType") or "" for one in types) if types is not None else ""


def _other(names: Collection[str], where: str) -> DecodeError:
    """What an archive is that is no Word document."""
    found = next((f for start, f in _OTHERS if any(name.startswith(start) for name in names)), ZIP)
    return found.refusal(where)


def _parsed(archive: ZipFile, members: dict[str, ZipInfo], name: str, where: str) -> etree._Element | None:
    """A part as a tree, None where the package has none of that name."""
    if name not in members:
        return None
    if members[name].flag_bits & 1:
        raise DecodeError("encrypted_document", where)
    with archive.open(members[name]) as stream:
        data = stream.read(_MOST_BYTES + 1)
    if len(data) > _MOST_BYTES:
        raise _too_large(where, TOO_LONG, _MOST_BYTES // 1_000_000)
    if b"<!DOCTYPE" in data:
        raise DecodeError("unsafe_document", where)
    try:
        root = etree.fromstring(data.replace(*_STRICT), _parser())
    except etree.XMLSyntaxError as error:
        reason = Words(DAMAGED_XML.say("zh", part=name), DAMAGED_XML.say("en", part=name))
        raise DecodeError("broken_document", where, reason=reason) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise DecodeError("unsafe_document", where)
    return root


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
