"""Markup that says how letters look: taken out before the tree is made, it is most of what Word pastes.

Half of such a page's tree would be elements that nothing is read from. Where anything about them is unusual
(a value without double quotes, or over two lines), all stay: what is left out must be certain.
"""

from __future__ import annotations

from notice_cli.text.pattern import lazy_pattern

_TAGS = lazy_pattern(rb'</?(?:span|font|o:p|SPAN|FONT)(?: [^"<>\']*+"[^"]*+")*+>')
_STARTS = (b"<span", b"<font", b"<o:p", b"<SPAN", b"<FONT")


def without_looks(markup: bytes) -> bytes:
    """The page without the tags of `span`, `font` and `o:p`, or as it is where one of them is unusual.

    The lines of what is left are the same. For pages without hidden elements only.
    """
    thin = _TAGS.sub(b"", markup)
    usual = thin.count(b"\n") == markup.count(b"\n") and not any(start in thin for start in _STARTS)
    return thin if usual else markup
