"""A regular page cut into blocks without a tree: what most content systems write, in a third of the time.

Runs of tags with nothing between them (`</font></span></p>\\n<p class="a"><span style="b">`) repeat all
through a page. Each distinct run is understood once; in the page it becomes a mark, or nothing where it only
says how letters look. Where it is not certain that libxml2 would read all alike (tags that do not close in
order, stray brackets, characters that no text has), the page is not regular.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from msgspec import Struct, field

from notice_cli.page.asides import without_asides
from notice_cli.page.block import INVISIBLE, Cut, Place, fold
from notice_cli.page.grid import Table
from notice_cli.page.labels import PAGED_WORDS
from notice_cli.page.parts import GOES_ON
from notice_cli.page.places import Places, add_place, make_blocks, note_names
from notice_cli.page.tags import MARK, UNREADABLE, UNUSUAL, Kind, Run, Tag, read_run, resolve
from notice_cli.text.pattern import lazy_pattern

_RUNS = lazy_pattern(rb"(<[^>]*+>(?:\s*+<[^>]*+>)*+)")
_LONG_RUN = 1000
"""Length from which a run of tags is not kept for other pages."""
_FEW_RUNS = 60
"""Distinct runs above which they must repeat thrice on average: one takes as long as a piece of a tree."""
_PAGED = tuple(word.encode() for word in PAGED_WORDS)
_FIRST_LINES = 1000
_MOST_HIDDEN = 50
"""For each one what is known is copied."""
_DEEPEST = 150
_MOST_LINES = 65000


class _Before(Struct):
    """What was known when a hidden element began."""

    named: dict[str, tuple[int, ...]]
    tables: dict[int, Table]
    links: dict[int, int]
    line: int | None


class _Page(Struct):
    """A page as far as it is read."""

    places: Places
    invisible: bool
    """Whether there are characters in it that are not seen."""
    goes_on: bool
    """Whether it may have a next part."""
    open: list[str] = field(default_factory=lambda: [""])
    """Names of the elements that have begun and not ended."""
    inside: list[int] = field(default_factory=lambda: [0])
    """Numbers of the block-level ones among them."""
    line: int = 1
    block_line: int | None = None
    """Line of the last block-level start tag."""
    pieces: list[str] = field(default_factory=list)
    runs: list[tuple[int, int | None]] = field(default_factory=list)
    """Number and line of each run of text, and which of the pieces it begins with."""
    begins: list[int] = field(default_factory=list)
    unseen: str = ""
    """The open element whose text is not seen."""
    hidden: int = -1
    """The number of the open element that is hidden."""
    times_hidden: int = 0
    before: _Before | None = None
    ended: bool = False
    """Whether one has ended in this run."""
    concealed: int | None = None
    """How long the text in hidden elements is at most; None without any."""
    link: tuple[int, int] | None = None
    """The open link: how many pieces and places stand before it."""
    links: dict[int, int] = field(default_factory=dict)
    title: str | None = None
    told: list[tuple[str, str]] = field(default_factory=list)
    pictured: list[tuple[str, str]] = field(default_factory=list)


def cut_regular(markup: bytes, wanted: frozenset[str] = frozenset()) -> Cut | None:
    """A page in UTF-8, None where it is not regular or not UTF-8; the arguments of `cut_html`."""
    if b"<html" not in markup[:_FIRST_LINES].lower():
        return None
    cut = _cut(markup, wanted)
    if cut is not None:
        return cut
    plain = without_asides(markup)
    cut = None if plain is None else _cut(plain, wanted)
    return cut and cut.replace(goes_on=True)  # a script may say it


def _cut(markup: bytes, wanted: frozenset[str]) -> Cut | None:
    if b"<" in markup[markup.rfind(b">") + 1 :]:  # each tag ends, or the search for ends would take for ever
        return None
    parts = _RUNS.split(markup)
    tags = parts[1::2]
    distinct = set(tags)
    known = None if len(distinct) > _FEW_RUNS + len(parts) // 6 else _understand(distinct)
    if known is None:
        return None
    runs = list(map(known.__getitem__, tags))
    parts[1::2] = [run.mark for run in runs]
    said = b"".join(parts)
    text = _text(said)
    unusual = text is not None and UNUSUAL.search(text)
    if text is None or (unusual and UNREADABLE.search(text)):
        return None
    page = _Page(Places(wanted), invisible=bool(unusual), goes_on=any(word in text for word in GOES_ON))
    if not _follow_all(page, [run for run in runs if run.marks], text.split(MARK)):
        return None
    return None if page.concealed is not None and any(word in markup for word in _PAGED) else _finish(page)


def _understand(runs: set[bytes]) -> dict[bytes, Run] | None:
    """What each run of tags says, None where one is not regular."""
    known: dict[bytes, Run] = {}
    for run in runs:
        read = read_run(run) if len(run) < _LONG_RUN else read_run.__wrapped__(run)
        if read is None:
            return None
        known[run] = read
    return known


def _text(said: bytes) -> str | None:
    """The text between the marks, None where it is not certain how it reads."""
    try:
        text = said.decode()
    except UnicodeDecodeError:
        return None
    text = text.replace("\r\n", "\n") if b"\r" in said else text
    resolved = resolve(text) if b"&" in said else text
    return None if resolved is None or b"<" in said or (b"\r" in said and "\r" in text) else resolved


def _follow_all(page: _Page, runs: Sequence[Run], texts: Sequence[str]) -> bool:
    """Follow each run and take the text behind it; False where one is not regular where it stands."""
    if len(texts) != len(runs) + 1 or not (texts[0].isspace() or not texts[0]):
        return False
    page.line += texts[0].count("\n")
    at, end = 0, len(runs)
    while at < end:
        run = runs[at]
        at += 1
        if not (_follow(page, run) and _take(page, run, texts[at])):
            return False
        if run.again and page.concealed is None:
            at = _follow_alike(page, runs, texts, at)
    return True


def _follow_alike(page: _Page, runs: Sequence[Run], texts: Sequence[str], at: int) -> int:
    """Follow paragraphs where nothing is hidden: each run ends an element and begins another like it.

    What `_follow` and `_take` do one by one; the number of the first run that does more.
    """
    places, known, pieces, began = page.places, page.places.known, page.pieces, page.runs
    name, above, line = page.open[-1], page.inside[-2], page.line
    furniture, cell, end = known[above].furniture, known[above].cell, len(runs)
    number, first, wanted, top = len(known), len(pieces), places.wanted, page.block_line
    while at < end and (tag := (run := runs[at]).again) and tag.name == name:
        at += 1
        top = line + run.steps[0][3]
        known.append(Place(above, name, top, furniture, cell))
        if tag.names and not wanted.isdisjoint(tag.names):
            note_names(places, tag.names, number)
        began.append((number, top))
        pieces.append(text := texts[at])
        line += run.lines + text.count("\n") if "\n" in text else run.lines
        number += 1
    page.begins += range(first, len(pieces))
    page.line, page.block_line, page.inside[-1] = line, top, number - 1
    return at


def _follow(page: _Page, run: Run) -> bool:
    """Open and close what the tags of a run do; False where one is not regular where it stands."""
    opened = page.open
    for kind, name, bars, below, tag in run.steps:
        if kind == "next" or kind == "end":
            if opened[-1] != name or (kind == "next" and opened[-2] in tag.bars):
                return False
            if page.inside.pop() == page.hidden:
                _end_hidden(page)
            if kind == "next":  # another element like the open one
                _enter(page, tag, below)
            else:
                opened.pop()
        elif opened[-1] in bars or not _ACTS[kind](page, tag, below):
            return False
    return len(opened) < _DEEPEST


def _begin_block(page: _Page, tag: Tag, below: int) -> bool:
    page.open.append(tag.name)
    return _enter(page, tag, below)


def _enter(page: _Page, tag: Tag, below: int) -> bool:
    """Add an element that says nothing of its own, and stand in it."""
    places, inside = page.places, page.inside
    known, above = places.known, inside[-1]
    page.block_line = line = page.line + below
    inside.append(len(known))
    outer = known[above]
    known.append(Place(above, tag.name, line, outer.furniture, outer.cell))
    if not places.wanted.isdisjoint(tag.names):
        note_names(places, tag.names, inside[-1])
    return True


def _begin_root(page: _Page, tag: Tag, below: int) -> bool:
    """The frame of a page: each part once, in order."""
    if page.open[-1] != _WITHIN.get(tag.name, "") or (tag.name == "body" and page.runs):
        return False
    if tag.name == "body":
        _begin_element(page, tag, below)
    elif tag.name:
        page.open.append(tag.name)
    return True


def _begin_element(page: _Page, tag: Tag, below: int) -> bool:
    places, inside = page.places, page.inside
    page.block_line = line = page.line + below
    page.open.append(tag.name)
    inside.append(len(places.known))
    add_place(places, inside[-2], tag.name, line, tag.names, tag.spans)
    return True


def _break(page: _Page, tag: Tag, below: int) -> bool:
    page.block_line = page.line + below
    add_place(page.places, page.inside[-1], tag.name, page.block_line, tag.names, tag.spans)
    return True


def _begin_hidden(page: _Page, tag: Tag, below: int) -> bool:
    """Hide what follows; what is hidden within what is hidden is not told apart."""
    _begin_element(page, tag, below)
    if page.hidden < 0:
        places = page.places
        tables = {at: table.copy() for at, table in places.tables.items()}
        page.before = _Before(dict(places.named), tables, dict(page.links), page.block_line)
        page.hidden = page.inside[-1]
        page.concealed = page.concealed or 0
        page.times_hidden += 1
    return page.times_hidden <= _MOST_HIDDEN


def _end_hidden(page: _Page) -> None:
    """Forget what was in the hidden element."""
    del page.places.known[page.hidden + 1 :]
    before, page.before, page.hidden, page.ended = page.before, None, -1, True
    if before:
        page.places.named, page.places.tables = before.named, before.tables
        page.links, page.block_line = before.links, before.line


def _begin(page: _Page, tag: Tag, below: int) -> bool:
    page.open.append(tag.name)
    return True


def _end(page: _Page, tag: Tag, below: int) -> bool:
    return page.open.pop() == tag.name


def _begin_link(page: _Page, tag: Tag, below: int) -> bool:
    page.open.append(tag.name)
    nested, page.link = page.link is not None, (len(page.pieces), len(page.places.known))
    return not nested


def _end_link(page: _Page, tag: Tag, below: int) -> bool:
    """Keep the length of a link's text; one with blocks in it is not regular."""
    first, places = page.link or (0, 0)
    page.link = None
    number, text = page.inside[-1], "".join(page.pieces[first:])
    page.links[number] = page.links.get(number, 0) + len(text.strip())
    return page.open.pop() == tag.name and len(page.places.known) == places


def _begin_unseen(page: _Page, tag: Tag, below: int) -> bool:
    page.open.append(tag.name)
    page.unseen = tag.name
    return True


def _end_unseen(page: _Page, tag: Tag, below: int) -> bool:
    page.unseen = ""
    page.title = "" if tag.name == "title" and page.title is None else page.title
    return page.open.pop() == tag.name


def _tell(page: _Page, tag: Tag, below: int) -> bool:
    if tag.told and tag.name == "meta":
        page.told.append(tag.told)
    elif tag.told and "整改" in tag.told[1]:
        page.pictured.append(tag.told)
    return True


def _pass(page: _Page, tag: Tag, below: int) -> bool:
    return True


_WITHIN = {"head": "html", "body": "html"}
_ACTS: dict[Kind, Callable[[_Page, Tag, int], bool]] = {
    "root": _begin_root,
    "block": _begin_block,
    "element": _begin_element,
    "break": _break,
    "hidden": _begin_hidden,
    "inline": _begin,
    "inline end": _end,
    "link": _begin_link,
    "link end": _end_link,
    "unseen": _begin_unseen,
    "unseen end": _end_unseen,
    "told": _tell,
    "note": _pass,
}
"""What a tag does, and whether it is regular there."""


def _take(page: _Page, run: Run, text: str) -> bool:
    """Keep the text behind a run; False for text outside of the body."""
    page.line += run.lines + text.count("\n")
    if page.unseen:
        text = _take_unseen(page, run, text)
    if page.concealed is not None:
        text = _take_concealed(page, run, text)
    if run.cuts and page.hidden < 0:
        page.runs.append((page.inside[-1], page.block_line))
        page.begins.append(len(page.pieces))
    page.pieces.append(text)
    return True if page.runs else not text or text.isspace()


def _take_concealed(page: _Page, run: Run, text: str) -> str:
    """Count what stands in hidden elements; what of it is kept is nothing."""
    hidden = page.hidden >= 0
    if hidden or page.ended:
        page.concealed = (page.concealed or 0) + run.blank + (len(text) if hidden else 0)
        page.ended = False
    return "" if hidden else text


def _take_unseen(page: _Page, run: Run, text: str) -> str:
    """Keep a title; what is left is the white space before the element."""
    if page.unseen == "title" and page.title is None:
        page.title = text[len(run.space) :]
    return run.space


def _finish(page: _Page) -> Cut | None:
    if page.unseen or page.link or not page.runs or page.line > _MOST_LINES or _may_be_shown(page):
        return None
    places = page.places
    if page.invisible:
        page.pieces = [INVISIBLE.sub("", piece) for piece in page.pieces]
    blocks = make_blocks(page.runs, _texts(page), places.known, page.links)
    title = fold(page.title or "") or None
    return Cut(blocks, tuple(places.known), title, (*page.told, *page.pictured), places.named, page.goes_on)


def _may_be_shown(page: _Page) -> bool:
    """Whether a hidden element may hold most of the page, to be shown by a script."""
    if page.concealed is None:
        return False
    return page.hidden >= 0 or 2 * page.concealed > sum(map(len, page.pieces))


def _texts(page: _Page) -> list[str]:
    """The text of each run, that of most in one piece."""
    pieces = page.pieces
    return [
        pieces[begin] if end == begin + 1 else "".join(pieces[begin:end])
        for begin, end in pairwise((*page.begins, len(pieces)))
    ]
