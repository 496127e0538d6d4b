"""Where the content systems of public bodies put an article's body. Data, and how a page is told.

A profile is tried before the general finder and only shortens its way: where its element holds less than
most of the page's running text, the general finder decides.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from notice_cli.values import Value


class Site(Value):
    """A content system.

    Attributes:
        name: What the record calls it (`source.body_method`).
        recognise: A text that stands in the markup of its pages.
        body: The element of the body, the likeliest first: `#id` or `.class`, upper and lower case alike.
    """

    name: str
    recognise: str
    body: tuple[str, ...]


SITES: tuple[Site, ...] = (
    Site("wechat", "js_content", ("#js_content",)),
    Site("ucap", "UCAP-CONTENT", ("#ucap-content",)),
    Site("vsb", "vsb_content", ("#vsb_content", "#vsb_content_2", "#vsb_content_4", ".v_news_content")),
    Site("jcms", "ZJEG_RSS.content", ("#zoom", ".bt_content", ".article-content")),
    Site("jcms-markers", "<!--<$[", ("#zoom", ".bt_content", ".con-content", ".article-conter")),
    Site("trs-ueditor", "TRS_UEDITOR", (".trs_ueditor", ".trs_paper_default")),
    Site("trs-view", "trs_editor_view", (".trs_editor_view",)),
    Site("trs", "TRS_Editor", (".trs_editor",)),
    Site("gd", "article-content", (".article-content",)),
    Site("newspaper", "founder-content", ("#ozoom",)),
    Site("mce", "mce-body", (".mce-body",)),
    Site("zoom", "oom", ("#zoom", "#zoomcon")),
    Site("art-con", "art_con", (".art_con", ".art_content", "#art_content")),
)
"""Tried in this order; the first whose text stands in the page says where the body is."""
_RARE = frozenset(b"$JQXZ")
"""Letters that many pages have nowhere."""


def elements_of(sites: Sequence[Site]) -> frozenset[str]:
    """The elements that profiles name."""
    return frozenset([name for site in sites for name in site.body])


def recognise(markup: bytes, named: Mapping[str, object], sites: Sequence[Site] = SITES) -> Site | None:
    """The content system that a page was made by, None where no profile knows it.

    Args:
        markup: The page in UTF-8.
        named: Names of elements that the page has; a profile none of whose elements is there is not tried.
        sites: The profiles.
    """
    for site in sites if named else ():
        if not named.keys().isdisjoint(site.body) and _stands_in(site.recognise.encode(), markup):
            return site
    return None


def _stands_in(sign: bytes, markup: bytes) -> bool:
    """Whether a page has a text; its rare letters are looked for first, thirty times as fast as all of it."""
    return all(letter in markup for letter in _RARE.intersection(sign)) and sign in markup
