"""Comments, scripts and styles put out of the way, so that brackets in them are not taken for tags."""

from __future__ import annotations

import re

from notice_cli.text.pattern import lazy_pattern

_BEGIN = lazy_pattern(rb"<(?:!--|(script|style|title|textarea)\b[^<>]{0,2000}>)", re.I)
_ENDS = {
    b"": lazy_pattern(rb"-->"),
    **{
        name: lazy_pattern(rb"</" + name + rb"\s{0,9}>", re.I)
        for name in (b"script", b"style", b"title", b"textarea")
    },
}
_KEPT = (b"title", b"textarea")
_STRANGE = {
    b"": lazy_pattern(rb"\A-?>|--!>"),
    b"script": lazy_pattern(rb"<!--[^<]*+(?:<(?!script)[^<]*+)*+<script", re.I),
}
"""What makes it doubtful where a comment or a script ends."""


def without_asides(markup: bytes) -> bytes | None:
    """The page with an empty comment of as many lines for each comment, script and style.

    None where there are none, or where it is not certain what belongs to them.
    """
    parts: list[bytes] = []
    done = 0
    while begin := _BEGIN.search(markup, done):
        name = (begin[1] or b"").lower()
        before, end = markup[done : begin.start()], _ENDS[name].search(markup, begin.end())
        if (
            end is None
            or begin[0].endswith(b"/>")
            or before.rfind(b"<") > before.rfind(b">")
            or _is_strange(name, markup[begin.end() : end.end()])
        ):
            return None
        whole = markup[begin.start() : end.end()]
        parts += (before, whole if name in _KEPT else b"<!--" + b"\n" * whole.count(b"\n") + b"-->")
        done = end.end()
    return b"".join((*parts, markup[done:])) if parts else None


def _is_strange(name: bytes, inside: bytes) -> bool:
    try:
        inside.decode()
    except UnicodeDecodeError:
        return True
    strange = _STRANGE.get(name)
    return b"\0" in inside or (strange is not None and strange.search(inside) is not None)
