"""Pages that are one part of several: the address of the next one."""

from __future__ import annotations

import re
from urllib.parse import urljoin

from notice_cli.text.pattern import lazy_pattern

_SCRIPT = lazy_pattern(
    rb"createPage(?:HTML|Html)\s{0,3}\(\s{0,3}(\d{1,4})\s{0,3},\s{0,3}(\d{1,4})\s{0,3},"
    rb"\s{0,3}[\"']([^\"']{1,200})[\"']\s{0,3},\s{0,3}[\"']\.?(\w{1,8})[\"']"
)
GOES_ON = ("createPage", "下一页")
"""Without one of these no page has a next part."""
_NEXT = "下一页".encode()
_TAG_BEFORE = 900
_LINK = lazy_pattern(
    rb"<a\b[^>]{0,600}?\bhref\s{0,3}=\s{0,3}[\"']?([^\"'\s>]{1,500})[^>]{0,600}>(?:\s|<[^>]{0,80}>|[>&;\w]){0,12}$"
)
_NUMBERED = lazy_pattern(
    r"_\d{1,3}\.\w{2,6}(?:$|[?#])|[?&](?:page|p|pageno|pageindex|currentpage)=\d|/\d{1,3}/?$", re.I
)
_HERE = lazy_pattern(
    r"第\s?(\d{1,4})\s?/?\s?页?\s?[,，/|]?\s?共\s?(\d{1,4})\s?页|总共\s?[:：]?\s?(\d{1,4})\s?页"
)


def find_next(markup: bytes, where: str) -> str | None:
    """The address of the page's next part, None where it is whole or the last one.

    Absolute where the page's own address is known, else as the page writes it.

    Args:
        markup: The page in UTF-8.
        where: Where it came from.
    """
    found = _from_script(markup) if b"createPage" in markup else None
    if found is None and _NEXT in markup:
        found = _from_link(markup)
    if found is None:
        return None
    try:
        return urljoin(where, found) if where.startswith(("http://", "https://")) else found
    except ValueError:
        return found


def _from_script(markup: bytes) -> str | None:
    """`createPageHTML(3, 0, "t2024", "html")`: how many, which one, the name they share."""
    match = _SCRIPT.search(markup)
    if match is None:
        return None
    count, current = int(match[1]), int(match[2])
    name, suffix = match[3].decode("utf-8", "replace"), match[4].decode("ascii", "replace")
    return f"{name}_{current + 1}.{suffix}" if current + 1 < count else None


def _from_link(markup: bytes) -> str | None:
    """The link that is called 下一页 and leads to a numbered part."""
    at = markup.find(_NEXT)
    for _ in range(5):
        if at < 0:
            return None
        tag = markup.rfind(b"<a", max(0, at - _TAG_BEFORE), at)
        link = _LINK.match(markup, tag, at) if tag >= 0 else None
        href = link[1].decode("utf-8", "replace").replace("&amp;", "&") if link else ""
        if _NUMBERED.search(href) and not href.startswith(("#", "javascript:")):
            return None if _is_last(markup, at) else href
        at = markup.find(_NEXT, at + len(_NEXT))
    return None


def _is_last(markup: bytes, at: int) -> bool:
    """Whether the page's own count says that nothing follows."""
    around = markup[max(0, at - _TAG_BEFORE) : at + _TAG_BEFORE].decode("utf-8", "ignore")
    match = _HERE.search(re.sub(r"<[^>]{0,300}>", "", around))
    if match is None:
        return False
    return match[3] == "1" if match[3] else int(match[1]) >= int(match[2])
