"""The parts of an `.xlsx` archive, unpacked and parsed within limits.

A hostile file may unpack to terabytes, name a million parts, hold a hundred million elements, or declare
entities that grow: all is counted as it comes, no tree is built, and a part with a document type is refused.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple
from xml.parsers import expat

from notice_cli.errors import DecodeError, SourceError

MAX_UNPACKED = 64_000_000
"""Bytes that all parts may unpack to."""
MAX_ELEMENTS = 1_000_000
"""Elements of all parts together."""
MAX_PARTS = 2_000
_ENTRY = b"PK\x01\x02"
_PIECE = 65_536
_LONGEST_TOKEN = 1_000_000
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    EOFError,
    ValueError,
    OSError,
    NotImplementedError,
    RuntimeError,
    LookupError,
)
"""What a damaged archive makes the standard library raise."""


@dataclass(slots=True)
class Package:
    """An archive, where it came from, and how much of it may still be read."""

    archive: zipfile.ZipFile
    where: str
    bytes_left: int = MAX_UNPACKED
    elements_left: int = MAX_ELEMENTS


class Element(NamedTuple):
    """An element without its namespace, its attributes, and the texts below it by what they stand in."""

    name: str
    attributes: Mapping[str, str]
    texts: Mapping[str, str] = {}


def open_package(data: bytes, where: str) -> Package:
    """The archive in `data`.

    Raises:
        DecodeError: `bad_workbook`, it is damaged or holds too many parts.
    """
    if data.count(_ENTRY) > MAX_PARTS:
        raise DecodeError("bad_workbook", where, reason=f"> {MAX_PARTS} parts")
    try:
        return Package(zipfile.ZipFile(BytesIO(data)), where)
    except _DAMAGE as error:
        raise _damaged(where, "zip", error) from None


def read_elements(package: Package, part: str, *names: str) -> Iterator[Element]:
    """The elements of these names in a part, in order; those of `HOLDERS` with the texts below them.

    A part that is not there has none.

    Raises:
        DecodeError: `bad_workbook`, the part is damaged or declares a document type.
        SourceError: `too_large_unpacked`, `too_many_cells`.
    """
    if part not in package.archive.NameToInfo:
        return
    gathering = _Gathering(frozenset(names))
    parser = _parser(gathering)
    try:
        with package.archive.open(part) as stream:
            fed = 0
            while piece := stream.read(_PIECE):
                parser.Parse(piece)
                fed += len(piece)
                _refuse_long_token(fed - parser.CurrentByteIndex)
                _count(package, len(piece), gathering.elements)
                yield from gathering.take()
            parser.Parse(b"", True)
    except _DAMAGE as error:
        raise _damaged(package.where, part, error) from None
    yield from gathering.take()


HOLDERS = frozenset(("c", "si"))
"""Elements given at their end, with the texts in them: a cell, a shared string."""
_LEAVES = frozenset(("t", "v", "f"))
_PHONETIC = "rPh"


@dataclass(slots=True)
class _Gathering:
    """What the parser has found since it was last asked."""

    names: frozenset[str]
    found: list[Element] = field(default_factory=list)
    elements: int = 0
    holder: Element | None = None
    leaf: str | None = None
    aside: bool = False
    """Within a phonetic guide."""
    texts: dict[str, str] = field(default_factory=dict)
    pieces: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        name = name.rpartition("}")[2]
        self.elements += 1
        self.leaf = name if name in _LEAVES and not self.aside else None
        if name in HOLDERS:
            self.texts = {}
            self.holder = Element(name, attributes, self.texts)
        elif name == _PHONETIC:
            self.aside = True
        elif name in self.names:
            self.found.append(Element(name, attributes))

    def letters(self, text: str) -> None:
        """Text of an element."""
        if self.leaf:
            self.pieces.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        name = name.rpartition("}")[2]
        if self.leaf == name:
            self.texts[name] = self.texts.get(name, "") + "".join(self.pieces)
            self.pieces = []
            self.leaf = None
        elif name == _PHONETIC:
            self.aside = False
        elif self.holder and name == self.holder.name:
            self.found.append(self.holder)
            self.holder = None

    def take(self) -> list[Element]:
        """What was found, once."""
        found, self.found, self.elements = self.found, [], 0
        return found


def _parser(gathering: _Gathering) -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = gathering.start
    parser.EndElementHandler = gathering.end
    parser.CharacterDataHandler = gathering.letters
    parser.StartDoctypeDeclHandler = _refuse_doctype
    return parser


def _refuse_doctype(*_: object) -> None:
    raise ValueError("DOCTYPE")


def _refuse_long_token(unread: int) -> None:
    """A comment or a tag without end is read again and again with every piece of it."""
    if unread > _LONGEST_TOKEN:
        raise ValueError(f"> {_LONGEST_TOKEN} bytes")


def _count(package: Package, size: int, elements: int) -> None:
    package.bytes_left -= size
    package.elements_left -= elements
    if package.elements_left < 0:
        raise SourceError("too_many_cells", package.where, limit=MAX_ELEMENTS)
    if package.bytes_left < 0:
        raise SourceError("too_large_unpacked", package.where, limit=f"{MAX_UNPACKED / 1_000_000:g}")


def _damaged(where: str, part: str, error: Exception) -> DecodeError:
    reason = (str(error) or type(error).__name__).splitlines()[0]
    return DecodeError("bad_workbook", where, reason=f"{part}: {reason}"[:120])


def read_relations(package: Package, part: str) -> Iterator[tuple[str, str, str]]:
    """Id, last word of the type (`worksheet`) and target part of every relation that a part has."""
    folder, name = posixpath.split(part)
    for one in read_elements(package, posixpath.join(folder, "_rels", f"{name}.rels"), "Relationship"):
        target = one.attributes.get("Target", "")
        inner = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        if one.attributes.get("TargetMode") != "External":
            yield one.attributes.get("Id", ""), one.attributes.get("Type", "").rpartition("/")[2], inner
