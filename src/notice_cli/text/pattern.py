"""Patterns that are compiled when the package is built, or else when they are first used.

Python compiles a set of scattered characters in a third of a millisecond: the patterns that one page needs
would take longer than all else that is done to it. A build keeps the code of every pattern in one file
(`hatch_build.py`). Where that is missing, of another Python, or older than a pattern, Python compiles.
"""

from __future__ import annotations

import _sre  # type: ignore[import-not-found]
import marshal
import re
from array import array
from functools import cache
from pathlib import Path
from typing import AnyStr, Generic, cast

_METHODS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub", "subn")
_KEPT = Path(__file__).with_name("patterns.bin")
_Code = tuple[bytes, int, int, dict[str, int]]
"""A pattern's code, its flags, how many groups it has, and the number of each that has a name."""
_made: list[_Waiting] = []  # type: ignore[type-arg]


class _Waiting(Generic[AnyStr]):
    """Stands for a pattern; the first call of a method compiles it, later ones go to the pattern itself."""

    def __init__(self, pattern: AnyStr, flags: int) -> None:
        self.pattern: AnyStr = pattern
        self.flags = flags

    def __getattr__(self, name: str) -> object:
        if name not in _METHODS:
            raise AttributeError(name)
        kept = _kept().get((self.pattern, self.flags))
        compiled = _restored(self.pattern, *kept) if kept else re.compile(self.pattern, self.flags)
        self.__dict__.update((method, getattr(compiled, method)) for method in _METHODS)
        return getattr(compiled, name)


def lazy_pattern(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the pattern is used."""
    waiting = _Waiting(pattern, int(flags))
    _made.append(waiting)
    return cast("re.Pattern[AnyStr]", waiting)


def keep_patterns(path: Path = _KEPT) -> int:
    """Write the code of every pattern made so far, for this Python, and say how many there are."""
    codes = {(one.pattern, one.flags): _code(one.pattern, one.flags) for one in _made}
    path.write_bytes(marshal.dumps((_MAGIC, codes)))
    return len(codes)


_MAGIC = (_sre.MAGIC, _sre.CODESIZE, array("I", [1]).tobytes())
"""What a pattern's code depends on: its format, the size and the order of its bytes."""


@cache
def _kept(path: Path = _KEPT) -> dict[tuple[str | bytes, int], _Code]:
    """The code of each pattern by its source and flags; none where it was made for another Python."""
    try:
        magic, codes = marshal.loads(path.read_bytes())  # noqa: S302 - our own file, as a .pyc is
    except (OSError, ValueError, EOFError, TypeError):
        return {}
    return codes if magic == _MAGIC else {}


def _code(pattern: str | bytes, flags: int) -> _Code:
    """What `re.compile` makes of a pattern before it hands it to the machine."""
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return code, flags | parsed.state.flags, parsed.state.groups - 1, dict(parsed.state.groupdict)


def _restored(
    pattern: AnyStr, code: bytes, flags: int, groups: int, names: dict[str, int]
) -> re.Pattern[AnyStr]:
    """The pattern of which the code was kept."""
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    words = memoryview(code).cast("I").tolist()
    return cast("re.Pattern[AnyStr]", _sre.compile(pattern, flags, words, groups, names, tuple(by_number)))
