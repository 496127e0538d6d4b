"""A page that a browser saved into one file (.mhtml, .mht): the page itself, without its pictures."""

from __future__ import annotations

from email import message_from_bytes
from typing import NamedTuple

_BEGINNINGS = (b"from:", b"mime-version:", b"subject:", b"date:", b"content-type:", b"snapshot-")
_HEAD = 4000
_MOST_NESTED = 20
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


class SavedPage(NamedTuple):
    """The page's bytes, and the character set that its part declares."""

    data: bytes
    charset: str | None


def is_web_archive(data: bytes) -> bool:
    """Whether bytes begin as a page does that was saved into one file."""
    head = data[:_HEAD].lower()
    return head.lstrip().startswith(_BEGINNINGS) and b"multipart/related" in head


def unpack_page(data: bytes) -> SavedPage | None:
    """The first page of a file, which is the one that was saved; None where it holds none."""
    if data.count(b"boundary=") > _MOST_NESTED:
        return None
    for part in message_from_bytes(data).walk():
        payload = part.get_payload(decode=True) if part.get_content_type() in _PAGE_TYPES else None
        if isinstance(payload, bytes) and payload.strip():
            return SavedPage(payload, part.get_content_charset())
    return None
