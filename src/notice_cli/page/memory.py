"""Memory while a page is read: what is collected, and what is given back.

A tree that is freed leaves holes that the C library keeps. And nothing that reading makes refers to itself:
looking for cycles in the midst of it finds none, and takes one part in twenty of the time.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

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


def uncollected(action: Callable[P, T]) -> Callable[P, T]:
    """The same function with Python's search for cycles put off until it ends.

    Where several threads read at once, one that ends earlier lets the search begin again for all.
    """

    @wraps(action)
    def put_off(*given: P.args, **named: P.kwargs) -> T:
        was_on = gc.isenabled()
        gc.disable()
        try:
            return action(*given, **named)
        finally:
            if was_on:
                gc.enable()

    return put_off
