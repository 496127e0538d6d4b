"""Memory of large pages: a tree that is freed leaves holes that the C library keeps."""

from __future__ import annotations

LARGE = 500_000
"""Bytes of markup from which the memory of its tree is worth giving back."""


def give_back() -> None:
    """Hand freed memory back to the system, where the C library knows how to: Linux with glibc."""
    import sys

    if sys.platform == "linux":
        import ctypes
        from contextlib import suppress

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
