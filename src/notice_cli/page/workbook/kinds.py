"""Which files are workbooks, told by their bytes: the kind that is read, and those that are not.

Only a file that begins like an archive or an old Office document is looked at further.
"""

from __future__ import annotations

from notice_cli.errors import DecodeError

ARCHIVE = b"PK\x03\x04"
OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK_PARTS = (b"xl/workbook", b"xl/worksheets/", b"xl\\workbook")
_BINARY_PART = b"xl/workbook.bin"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_ENTRIES_WITHIN = 4_000_000
"""Bytes at the end of an archive in which the names of its parts are looked for."""


def is_workbook(data: bytes) -> bool:
    """Whether the bytes are a workbook of any kind, also of one that is not read."""
    if data.startswith(ARCHIVE):
        return is_xlsx(data) or _OPEN_DOCUMENT in data[:200]
    return data.startswith(OLD_OFFICE) and _old_kind(data) is not None


def is_xlsx(data: bytes) -> bool:
    """Whether an archive holds a workbook of Excel."""
    names = data[-_ENTRIES_WITHIN:]
    return any(part in names for part in _WORKBOOK_PARTS)


def refuse_other_kinds(data: bytes, where: str) -> None:
    """Let an `.xlsx` pass.

    Raises:
        DecodeError: `encrypted_workbook`, `old_workbook` (.xls) or `other_workbook` (.xlsb, .ods).
    """
    kind = _old_kind(data) if data.startswith(OLD_OFFICE) else None
    if kind is None and (_OPEN_DOCUMENT in data[:200] or _BINARY_PART in data[-_ENTRIES_WITHIN:]):
        kind = "other_workbook"
    if kind:
        raise DecodeError(kind, where)


def _old_kind(data: bytes) -> str | None:
    """The kind of error that an old Office document is: an encrypted workbook, an `.xls`, or neither."""
    if _ENCRYPTED in data:
        return "encrypted_workbook"
    return "old_workbook" if any(name in data for name in _OLD_BOOKS) else None
