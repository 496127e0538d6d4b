"""The body of an answer out of its Content-Encoding, never more than a piece at a time."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator

PIECE = 16_384
"""Bytes read, and bytes unpacked, in one step: a gzip bomb is stopped after one piece too many."""

_GZIP_WINDOW = 16 + zlib.MAX_WBITS
_GZIP_START = b"\x1f"


def unpack(pieces: Iterable[bytes], encoding: str) -> Iterator[bytes]:
    """The pieces of the body as it was before `encoding`: none, `identity` or `gzip`.

    Raises ValueError for another encoding, zlib.error for bytes that are no gzip, EOFError where they
    end too early.
    """
    if encoding in ("", "identity"):
        yield from pieces
    elif encoding in ("gzip", "x-gzip"):
        yield from _gunzip(pieces)
    else:
        raise ValueError(f"Content-Encoding: {encoding}")


def _gunzip(pieces: Iterable[bytes]) -> Iterator[bytes]:
    inflate, empty = zlib.decompressobj(_GZIP_WINDOW), True
    for piece in pieces:
        empty, rest = False, piece
        while rest:
            if inflate.eof:  # a further member, or padding, which is no part of the body
                if not rest.startswith(_GZIP_START):
                    break
                inflate = zlib.decompressobj(_GZIP_WINDOW)
            yield inflate.decompress(rest, PIECE)
            rest = inflate.unused_data if inflate.eof else inflate.unconsumed_tail
    if not (inflate.eof or empty):
        raise EOFError("gzip")
