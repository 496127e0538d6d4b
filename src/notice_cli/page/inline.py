"""Markup that says how letters look: taken out before the tree is made, it is most of what Word pastes.

Half of such a page's tree would be elements that nothing is read from. Where anything about them is unusual
(a value without double quotes, or over two lines), all stay: what is left out must be certain.
"""

from __future__ import annotations

from notice_cli.text.pattern import lazy_pattern

_TAG = rb'</?(?:span|font|o:p|SPAN|FONT)(?: [^"<>\']*+"[^"]*+")*+>'
_TAGS = lazy_pattern(rb"%s(?:%s)*+" % (_TAG, _TAG))
_BODY = lazy_pattern(rb"(?i)<(?:body|div|p|table|td|h\d)\b")
_STARTS = (b"<span", b"<font", b"<o:p", b"<SPAN", b"<FONT")


def without_looks(markup: bytes) -> bytes:
    """The page without the tags of `span`, `font` and `o:p`, or as it is where one of them is unusual.

    The lines of what is left are the same. For pages without hidden elements only. Where such a tag stands
    before the body has begun, all stay: without it the lines behind it would be lost with the blanks.
    """
    first = _TAGS.search(markup)
    if first is None or not _BODY.search(markup, 0, first.start()):
        return markup
    thin = _TAGS.sub(b"", markup)
    usual = thin.count(b"\n") == markup.count(b"\n") and not any(start in thin for start in _STARTS)
    return thin if usual else markup


LOOKS = frozenset(("span", "font", "o:p"))
_LOOK = lazy_pattern(r'/?(?:span|font|o:p|SPAN|FONT)(?: [^"<>\'\n]*+"[^"\n]*+")*+')


def is_look(tag: str) -> bool:
    """Whether what stands between the brackets of a tag is a usual one of `LOOKS`."""
    return _LOOK.fullmatch(tag) is not None
