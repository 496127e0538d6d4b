"""What a page is cut into: blocks of text, and the elements they stand in."""

from __future__ import annotations

from collections.abc import Mapping

from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

INVISIBLE = lazy_pattern("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Characters that are not seen: soft hyphen, zero width, direction marks."""
BLOCK_TAGS = (
    *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details"),
    *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2"),
    *("h3", "h4", "h5", "h6", "header", "hr", "legend", "li", "main", "menu", "nav", "ol", "p", "pre"),
    *("section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
)
DROPPED_TAGS = (
    *("script", "style", "noscript", "template", "iframe", "object", "svg", "select", "textarea", "head"),
    *("title", "button", "audio", "video", "canvas", "datalist"),
)
"""Elements whose text a reader does not see as text of the page."""


PICTURED = "img:alt"
"""Name under which a cut keeps what a picture of a title says."""


class Cell(Value):
    """A table cell: which table of the page, and its place in the grid, spans counted."""

    table: int
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


class Place(Value):
    """A block-level element: its parent among these, and what it says about the text in it."""

    parent: int
    tag: str
    line: int | None
    furniture: int = 0
    """The element (by its number) whose name says that all in it is page furniture; 0 for none."""
    cell: Cell | None = None


class Block(Value):
    """One paragraph, cell or line of a page, white space folded."""

    text: str
    line: int | None
    place: int = 0
    tag: str = ""
    cell: Cell | None = None
    furniture: int = 0
    linked: bool = False
    """Most of it is the text of links."""


class Cut(Value):
    """A page's blocks and the elements they stand in; places are empty for plain text."""

    blocks: tuple[Block, ...]
    places: tuple[Place, ...] = ()
    page_title: str | None = None
    meta: tuple[tuple[str, str], ...] = ()
    """Name and content of the head's meta tags, names in lower case."""
    named: Mapping[str, tuple[int, ...]] = {}
    """Places of the elements that were asked for by name (`#id`, `.class`), as far as there are any."""
    goes_on: bool = True
    """False where nothing on the page speaks of a next one."""


def fold(text: str) -> str:
    """White space folded to single spaces, what is not seen left out."""
    return " ".join(INVISIBLE.sub("", text).split())
