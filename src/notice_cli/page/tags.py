"""Runs of tags with nothing between them, understood: what each tag opens or closes in a regular page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Literal

from notice_cli.page.block import BLOCK_TAGS, DROPPED_TAGS, INVISIBLE, PICTURED, fold
from notice_cli.page.grid import TABLE_TAGS, parse_span
from notice_cli.page.inline import LOOKS, is_look
from notice_cli.page.places import FURNITURE_TAGS, is_called_furniture, name_element
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

MARK = "\x01"
"""Cuts a regular page's text where its runs of tags say more than how letters look."""
Kind = Literal[
    "root",
    "block",
    "next",
    "element",
    "break",
    "end",
    "inline",
    "inline end",
    "link",
    "link end",
    "unseen",
    "unseen end",
    "hidden",
    "told",
    "note",
    "look",
]

_TAG = lazy_pattern(
    r"(?P<ends>/?)(?P<name>[a-z][a-z0-9:-]*+)"
    r"(?P<attributes>(?:\s++[a-z_][\w:.-]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[\w.#%:;,/-]++(?<!/)))?+)*+)"
    r"\s*+(?P<empty>/?)",
    re.A | re.I,
)
_ATTRIBUTE = lazy_pattern(
    r"(?<!\s)\s++([a-z_][\w:.-]*+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([\w.#%:;,/-]++)))?+", re.A | re.I
)
_COMMENT = lazy_pattern(r"!--(?!-)(?:[^-]++|-(?!-))*+--|!----")
_DOCTYPE = lazy_pattern(r"!doctype\s++html(?:\s++public\s++\"[^\"]*+\"(?:\s++\"[^\"]*+\")?+)?+\s*+", re.I)
_HIDING = lazy_pattern(
    r"(?:display|visibility)(?!\s*+:\s*+(?:inline|flex|table|visible)\b)(\s*+:\s*+block\b)?", re.I
)
"""What hides an element, or may, or (in the group) makes a block of an inline one."""
UNUSUAL = lazy_pattern(
    f"{INVISIBLE.pattern[:-1]}\x00\x02-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]"
)
UNREADABLE = lazy_pattern("[\x00\x02-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that libxml2 or lxml treat in their own way."""
_ENTITIES = {
    "nbsp": "\xa0",
    "lt": "<",
    "gt": ">",
    "amp": "&",
    "quot": '"',
    "copy": "©",
    "yen": "¥",
    "deg": "°",
    "times": "×",
    "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘",
    "rsquo": "’",
    "laquo": "«",
    "raquo": "»",
    "lsaquo": "‹",
    "rsaquo": "›",
    "mdash": "—",
    "ndash": "–",
    "hellip": "…",
    "middot": "·",
    "bull": "•",
    "rarr": "→",
    "ensp": "\u2002",
    "emsp": "\u2003",
}
_REFERENCE = lazy_pattern(rf"&(?:#(\d{{2,5}}+)|#[xX]([0-9A-Fa-f]{{2,4}}+)|({'|'.join(_ENTITIES)}));")
_ODD_REFERENCE = lazy_pattern(r"&(?=[A-Za-z#])")

_VOID = frozenset(
    ("br", "hr", "img", "input", "meta", "link", "base", "wbr", "embed", "col", "area", "param", "source")
)
_UNSEEN = frozenset(DROPPED_TAGS) - {"head"}
"""Elements whose text is not seen; here nothing but text may stand in them."""
_UNKNOWN = frozenset(
    ("xmp", "plaintext", "noembed", "noframes", "frameset", "frame", "math", "image", "listing")
)
"""Elements that make a page irregular."""
_BLOCKS = frozenset(BLOCK_TAGS)
_HIDDEN = _BLOCKS - _VOID - {"body", "caption", "tbody", "td", "tfoot", "th", "thead", "tr"}
"""Elements that a regular page may hide."""
_HIDING_WORDS = ("idden", "isplay", "DISPLAY")
_ROOTS = {"html": "", "head": "html", "body": "html"}
"""The frame of a page, and what each of it stands in."""
_OF_HEAD = frozenset(("title", "meta", "link", "script", "style", "base"))
_ENDED = {
    "a": "a fieldset table td th",
    "address": "dd dl dt form li ul",
    "b i u": "center p td th",
    "caption": "col colgroup tbody tfoot thead tr",
    "col colgroup": "col colgroup tbody tfoot thead tr",
    "dd": "dt",
    "dir menu": "dd dl dt form ul",
    "dl": "form li",
    "dt": "dd dl",
    "form": "form",
    "h1 h2 h3 h4 h5 h6": "fieldset form li p table",
    "legend": "fieldset",
    "li": "li",
    "ol": "form",
    "p": "address blockquote caption center col colgroup dd dir div dl dt fieldset form h1 h2 h3 h4 h5 h6 hr"
    " li menu ol p pre table tbody td tfoot th thead title tr ul",
    "pre": "dd dl dt fieldset form li table ul",
    "s small big tt strike": "p",
    "tbody": "tbody tfoot",
    "td th": "tbody td tfoot th tr",
    "tfoot": "tbody",
    "thead": "tbody tfoot",
    "tr": "tbody tfoot tr",
    "ul": "address form menu ol pre",
}
"""Which start tags end an open element, as libxml2 has it."""


class Tag(Value):
    """What a tag opens or closes."""

    kind: Kind
    name: str = ""
    bars: frozenset[str] = frozenset()
    """Elements that it may not stand in, where the page is to be regular."""
    names: tuple[str, ...] = ()
    spans: tuple[int, int] = (1, 1)
    told: tuple[str, str] | None = None
    """A meta tag's name and content."""


Step = tuple[Kind, str, frozenset[str], int, Tag]
"""Kind, name and bars of a tag, how many lines below its run's beginning it ends, and the tag."""


class Run(Value):
    """Tags with nothing between them but white space."""

    marks: bool
    mark: bytes
    """What stands for them in the text: a mark where they say more than how letters look, and white space."""
    steps: tuple[Step, ...]
    cuts: bool
    """Whether a block begins or ends in it."""
    lines: int
    """Line breaks that are not in `space`."""
    space: str
    """The white space behind the last cut."""
    blank: int = 0
    """How many characters of white space there are in all."""
    again: Tag | None = None
    """What it begins where it does no more than end an element and begin another like it."""


_LOOK = Tag("look")
_MOST_TAGS = 100
"""In a run: with more, elements may stand deeper than libxml2 reads."""


@lru_cache(maxsize=512)
def read_run(run: bytes) -> Run | None:
    """A run of tags, None where a page with it is not regular."""
    try:
        text = run.decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    if UNUSUAL.search(text) or "\r" in text or text.count("<") > _MOST_TAGS:
        return None
    pieces = [piece.partition(">") for piece in text[1:].split("<")]
    tags: list[Tag] = []
    for raw, closed, _ in pieces:
        tag = read_tag(raw) if closed else None
        if tag is None:
            return None
        tags.append(tag)
    spaces = [behind for _, _, behind in pieces]
    blank, breaks = sum(map(len, spaces)), text.count("\n")
    space = _space(tags, spaces) if blank else ""
    lines = breaks - space.count("\n")
    steps = _steps(tags, pieces if breaks else ())
    marks = bool(steps or lines)
    mark = f"{MARK}{space}" if marks else space
    cuts = not _BLOCKS.isdisjoint([tag.name for tag in tags])
    again = steps[0][4] if len(steps) == 1 and steps[0][0] == "next" else None
    return Run(marks, mark.encode(), steps, cuts, lines, space, blank, again)


def _steps(tags: Sequence[Tag], pieces: Sequence[tuple[str, str, str]]) -> tuple[Step, ...]:
    """The steps that tags take, those left out that say how letters look; no pieces where all is one line."""
    steps: list[Step] = []
    lines = _lines(pieces) if pieces else repeat(0)
    for tag, line in zip(tags, lines, strict=False):
        if tag.kind == "block" and steps and steps[-1][:2] == ("end", tag.name):
            steps[-1] = ("next", tag.name, frozenset(), line, tag)
        elif tag.kind != "look":
            steps.append((tag.kind, tag.name, tag.bars, line, tag))
    return tuple(steps)


def _lines(pieces: Sequence[tuple[str, str, str]]) -> Iterator[int]:
    """How many lines below the first one each tag ends."""
    line = 0
    for raw, _, behind in pieces:
        line += raw.count("\n") if "\n" in raw else 0
        yield line
        line += behind.count("\n") if behind else 0


def _space(tags: Sequence[Tag], spaces: Sequence[str]) -> str:
    """The white space behind the last cut, that in an element whose text is not seen left out."""
    kept, unseen = "", False
    for tag, space in zip(tags, spaces, strict=True):
        if tag.name in _BLOCKS or (tag.kind == "unseen end" and not unseen):
            kept = ""
        unseen = tag.kind == "unseen" or (unseen and tag.kind != "unseen end")
        kept += "" if unseen else space
    return kept


@lru_cache(maxsize=1024)
def read_tag(raw: str) -> Tag | None:
    """What stands between the brackets of a tag, None where a page with it is not regular."""
    match = _TAG.fullmatch(raw)
    if match is None:
        return _note(raw)
    ends, name, text, empty = match.groups()
    name = name.lower()
    if ends and name not in LOOKS:
        return None if text or empty or name in _VOID else _end_tag(name)
    attributes = _attributes(text) if text and (name in _TELLING or _may_hide(text.lower())) else {}
    if "&" in text and any("&" in attributes.get(key, "") for key in _READ):
        return None
    if name in _UNKNOWN or (empty and name not in _VOID):
        return None
    if _hides(name, attributes):
        certain = name in _HIDDEN and any(word in raw for word in _HIDING_WORDS) and _is_hidden(attributes)
        return Tag("hidden", name, _BARS.get(name, _BARRED)) if certain else None
    if name in LOOKS:
        return _LOOK if is_look(raw) else None
    return _start_tag(name, attributes)


def _attributes(text: str) -> dict[str, str]:
    """The attributes of a tag, their names in lower case; of two with one name the first counts."""
    found: dict[str, str] = {}
    for name, *values in _ATTRIBUTE.findall(text):
        found.setdefault(name.lower(), "".join(values))
    return found


def _may_hide(text: str) -> bool:
    return "style" in text or "hidden" in text


def _hides(name: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is hidden or, an inline one, shown as a block, or may be."""
    style = attributes.get("style")
    shown = (match[1] and name in _BLOCKS for match in _HIDING.finditer(style)) if style else ()
    return "hidden" in attributes or not all(shown)


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    style = attributes.get("style", "").lower().replace(" ", "")
    return "hidden" in attributes or "display:none" in style or "visibility:hidden" in style


def _note(raw: str) -> Tag | None:
    """A comment or the document's type."""
    if _COMMENT.fullmatch(raw):
        return Tag("note", bars=_UNSEEN)
    return Tag("root") if _DOCTYPE.fullmatch(raw) else None


def _end_tag(name: str) -> Tag:
    if name in ("html", "body"):  # pages write them in the middle; what is open then ends with the page
        return _LOOK
    if name in _BLOCKS:
        return Tag("end", name)
    return Tag("link end" if name == "a" else "unseen end" if name in _UNSEEN else "inline end", name)


def _start_tag(name: str, attributes: Mapping[str, str]) -> Tag | None:
    told = _told(name, attributes)
    if told and (text := resolve(told[1])) is not None:
        told = (told[0], fold(text))
    elif told:
        return None
    names = name_element(attributes.get("class"), attributes.get("id")) if name in _BLOCKS else ()
    spans = (1, 1)
    if name in TABLE_TAGS:
        spans = (parse_span(attributes.get("rowspan")), parse_span(attributes.get("colspan")))
    bars = frozenset() if name in _ROOTS else _BARS.get(name, _BARRED)
    return Tag(_kind(name, told, names), name, bars, names, spans, told)


_READ = ("class", "id", "rowspan", "colspan", "name", "property")
"""Attributes in which a reference makes a page irregular."""
_TELLING = _BLOCKS | {"img", "meta"}
"""Elements whose attributes are read."""


def _told(name: str, attributes: Mapping[str, str]) -> tuple[str, str] | None:
    """What a meta tag says, or a picture of a title."""
    if name == "img":
        said = attributes.get("alt", "")
        return (PICTURED, said) if "整改" in said or "&" in said else None
    called = attributes.get("name") or attributes.get("property") if name == "meta" else None
    return (called.lower(), attributes.get("content", "")) if called else None


def _kind(name: str, told: tuple[str, str] | None, names: tuple[str, ...]) -> Kind:
    """What kind of a start tag it is."""
    if name in _ROOTS:
        return "root"
    if name in _BLOCKS:
        special = name in TABLE_TAGS or name in FURNITURE_TAGS or is_called_furniture(name, names)
        return "break" if name in _VOID else "element" if special else "block"
    if name in _VOID:
        return "told" if told else "note"
    return "link" if name == "a" else "unseen" if name in _UNSEEN else "inline"


def _bars() -> dict[str, frozenset[str]]:
    """For each element those it may not stand in."""
    bars = {name: _UNSEEN | {"", "html"} for name in _OF_HEAD}
    for outer, inner in _ENDED.items():
        for name in inner.split():
            bars[name] = bars.get(name, _BARRED) | set(outer.split())
    return bars


_BARRED = _UNSEEN | {"", "html", "head"}
"""What no element of the body stands in."""
_BARS = _bars()


def resolve(text: str) -> str | None:
    """Text with its references resolved, None where there is one that is read in more than one way."""
    text = text.replace("&nbsp;", "\xa0")
    left = text.count("&")
    if not left:
        return text
    resolved, found = _REFERENCE.subn(_character, text)
    return None if found < left and _ODD_REFERENCE.search(_REFERENCE.sub("", text)) else resolved


def _character(match: re.Match[str]) -> str:
    """The character of a reference; NUL for one that is none."""
    if match[3]:
        return _ENTITIES[match[3]]
    code = int(match[1] or "0") or int(match[2] or "0", 16)
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x10000 else "\0"
