"""Which blocks of a page are the notice: the title's lines, and the body from its first line to its last.

The body's container is the deepest element that holds most of the running text; plain text has none.
From there the edges are found line by line, so that pages and pasted text are read alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, islice

from notice_cli.page.block import Block, Cell, Cut, Place
from notice_cli.page.furniture import running_masses, tell_furniture
from notice_cli.page.metadata import (
    LABELS,
    Labels,
    closes_page,
    find_metadata_lines,
    is_dateline,
    is_label,
    is_metadata_line,
)
from notice_cli.page.sites import Site
from notice_cli.page.titles import (
    CLAUSES,
    ORGAN,
    PARTIES,
    TITLE_START,
    as_title,
    find_titles,
    is_title_part,
    known_titles,
    may_be_value,
)
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_MOST_BELOW = 3
_LONGEST_ISSUER = 40
_LONGEST_DATE = 20
_ENOUGH = 0.75
"""Share of the page's running text that the body's container must hold."""
_ENOUGH_NAMED = 0.5
"""The same for an element that a site's profile names."""
_MOST_NAMED = 50
"""Such elements that are looked at: a page with more of them is a list."""
_SHORT_PAGE = 1500
"""Characters of running text below which titles and metadata weigh nothing."""
_LEAST_COPIED = 3
_COPIED = 0.7
"""Share of the blocks from a text's beginning to its repetition that must be printed again in their order."""
_TABLE_PARTS = ("table", "thead", "tbody", "tfoot", "tr")
"""Never the container: what stands above and below a table belongs to the notice too."""
_LONGEST_LABELLED = 30
_LONGEST_CAPTION = 12
_LONG_LINE = 60
_HEADING_NUMBER = lazy_pattern(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
_DATE_LINE = lazy_pattern(
    r"[(（]?[\d０-９〇○零一二三四五六七八九十\s]{2,12}年.{1,10}日?[)）]?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
)
_INVITATION = lazy_pattern(r"欢迎.{0,40}监督|如有.{0,20}(?:意见|问题|建议).{0,20}(?:反映|反馈)")


class Body(Value):
    """The page's parts: lines before the body, the title's lines (in groups), the body's blocks."""

    head: tuple[Block, ...]
    titles: tuple[tuple[Block, ...], ...]
    blocks: tuple[Block, ...]
    method: str
    """How the body was found: a site's profile, `densest`, `page`, or `text`."""
    closing: tuple[Block, ...] = ()
    """The editors' lines below the body."""
    title_at: frozenset[int] = frozenset()
    body_at: frozenset[int] = frozenset()
    """Numbers of the page's blocks that are the title's and the body's."""
    start: int = 0
    """Number of the first block behind the head."""
    bare: frozenset[int] = frozenset()
    """Which lines of the head are metadata without a label that a colon ends."""


def find_body(cut: Cut, site: Site | None = None, labels: Labels = LABELS) -> Body:
    """The notice in a page. A page without running text has an empty body.

    Args:
        cut: The page.
        site: The profile of the content system that made the page, where one knows it.
        labels: The labels of metadata.
    """
    masses = running_masses(cut.blocks)
    furniture = list(map(bool, tell_furniture(cut.blocks, masses)))
    bare = find_metadata_lines(cut.blocks, labels)
    for at in bare:
        furniture[at] = True
    for at in compress(range(len(masses)), furniture):
        masses[at] = 0
    known = known_titles(cut)
    first, last, best, method = _container(cut, _weights(cut.blocks, masses, furniture, known), site)
    running = _first_running(cut.blocks, furniture, known, first)
    titles = find_titles(cut.blocks[:running], furniture, known)
    start = _start(cut.blocks, furniture, titles[-1][-1] + 1 if titles else min(first, running))
    end = _end(cut.blocks, masses, furniture, last, running)
    groups = tuple(tuple(as_title(cut.blocks[at]) for at in group) for group in titles)
    end = _end_behind_signature(cut.blocks, furniture, start, end)
    for at in _below_title(cut.blocks, start, running if running < end else start):
        furniture[at] = True
    numbers = [at for at in range(start, end) if not furniture[at]]
    numbers = _without_copy([cut.blocks[at].text for at in numbers], numbers)
    closing = _closing(cut.blocks, numbers)
    body = [cut.blocks[at] for at in numbers]
    head = [*range(start), *(at for at in range(start, min(running, end)) if furniture[at])]
    return Body(
        tuple([cut.blocks[at] for at in head]),
        groups,
        _out_of_layout(cut.places, best, body),
        method,
        tuple(cut.blocks[at] for at in (*closing, *_closing_below(cut.blocks, end))),
        frozenset(at for group in titles for at in group),
        frozenset(numbers),
        start,
        frozenset(n for n, at in enumerate(head) if at in bare),
    )


def _closing(blocks: Sequence[Block], numbers: list[int]) -> list[int]:
    """The editors' lines among the body's last ones, from the last up, taken out of its numbers."""
    last = range(len(numbers) - 1, max(0, len(numbers) - 4), -1)
    return [numbers.pop(at) for at in last if closes_page(blocks[numbers[at]].text)]


def _without_copy(texts: Sequence[str], numbers: list[int]) -> list[int]:
    """The body without its second print: pages show one text to screens and another to telephones."""
    first = next((n for n, text in enumerate(texts) if len(text) >= _LONG_LINE), len(texts))
    if first == len(texts) or texts.count(texts[first]) == 1:
        return numbers
    again = texts.index(texts[first], first + 1)
    if again - first < _LEAST_COPIED:
        return numbers
    pairs = zip(texts[first:again], texts[again:], strict=False)
    differs = (n for n, (one, other) in enumerate(pairs) if one != other)
    same = next(differs, min(again - first, len(numbers) - again))
    if same < _COPIED * (again - first):
        return numbers
    return numbers[: first + same] + numbers[again + same :]


def _closing_below(blocks: Sequence[Block], end: int) -> Iterator[int]:
    """Numbers of the editors' lines right behind the body."""
    for at in range(end, min(end + _MOST_BELOW, len(blocks))):
        if not closes_page(blocks[at].text):
            return
        yield at


def _out_of_layout(places: Sequence[Place], best: int, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, those in a cell of a table that only lays out the page taken out of it."""
    cells = [block.cell for block in blocks if block.cell]
    if not cells:
        return tuple(blocks)
    wrapping = _one_column(cells)
    while best:
        cell = places[best].cell
        wrapping |= {cell.table} if cell else set()
        best = places[best].parent
    return tuple(
        block.replace(cell=None) if block.cell and block.cell.table in wrapping else block for block in blocks
    )


def _one_column(cells: Iterable[Cell]) -> set[int]:
    """The tables with text in one column only: a row a paragraph."""
    columns: dict[int, set[int]] = {}
    for cell in cells:
        columns.setdefault(cell.table, set()).add(cell.column)
    return {table for table, used in columns.items() if len(used) == 1}


def _container(cut: Cut, weights: Sequence[int], site: Site | None) -> tuple[int, int, int, str]:
    """First and last block (exclusive) of the deepest element that holds most of the text; its number."""
    if not cut.places:
        return 0, len(cut.blocks), 0, "text"
    named = _named(cut, weights, site) if site else 0
    best = named or _densest(cut, weights)
    while cut.places[best].tag in _TABLE_PARTS:
        best = cut.places[best].parent
    first, last = _reach(cut, best)
    method = site.name if site and named else "densest"
    return (first, last, best, method) if first < last else (0, len(cut.blocks), 0, "page")


def _named(cut: Cut, weights: Sequence[int], site: Site) -> int:
    """The first element that a site's profile names which holds enough of the text; 0 for none."""
    least = _ENOUGH_NAMED * sum(weights)
    numbers = (number for name in site.body for number in cut.named.get(name, ()))
    for number in islice(numbers, _MOST_NAMED):
        first, last = _reach(cut, number)
        if 0 < sum(weights[first:last]) >= least:
            return number
    return 0


def _densest(cut: Cut, weights: Sequence[int]) -> int:
    """The deepest element that holds enough of the text."""
    mass = [0] * len(cut.places)  # what stands in each element and in none in it
    for block, weight in zip(cut.blocks, weights, strict=True):
        if weight:
            mass[block.place] += weight
    least = _ENOUGH * sum(weights)
    for number in range(len(mass) - 1, 0, -1):
        held = mass[number]
        if held >= least:
            return number
        if held:
            mass[cut.places[number].parent] += held
    return 0


def _reach(cut: Cut, best: int) -> tuple[int, int]:
    """The first block in an element and the one behind its last; both lists are in the page's order."""
    first = next((at for at, block in enumerate(cut.blocks) if block.place >= best), len(cut.blocks))
    beyond = len(cut.places)
    for last in range(len(cut.blocks), first, -1):
        place = above = cut.blocks[last - 1].place
        while best < place < beyond:
            above, place = place, cut.places[place].parent
        if place == best:
            return first, last
        beyond = above if best < above < beyond else beyond
    return 0, 0


def _weights(
    blocks: Sequence[Block], masses: Sequence[int], furniture: Sequence[bool], known: str
) -> Sequence[int]:
    """How much each block tells where the body is.

    On a short page the lines of the title and below it would outweigh the text, of which every line counts.
    """
    if sum(masses) >= _SHORT_PAGE:
        return masses
    lines = [
        0 if outside or block.linked or _is_told(block.text, known) else len(block.text)
        for block, outside in zip(blocks, furniture, strict=True)
    ]
    return lines if any(mass and line for mass, line in zip(masses, lines, strict=True)) else masses


def _is_told(text: str, known: str) -> bool:
    """Whether a line is the title, one of its lines, or metadata."""
    return is_title_part(text, known) or is_metadata_line(text)


def _first_running(blocks: Sequence[Block], furniture: Sequence[bool], known: str, first: int) -> int:
    """The first line of running text in the container that is neither title nor metadata."""
    for at in range(first, len(blocks)):
        block = blocks[at]
        if furniture[at] or is_metadata_line(block.text) or is_title_part(block.text, known):
            continue
        if len(block.text) >= _LONG_LINE or block.cell or _is_running(block.text):
            return at
    return len(blocks)


def _is_running(text: str) -> bool:
    """Whether a line holds a sentence, begins with a heading's number, or ends with a colon."""
    ends = "。" in text or "；" in text or ";" in text or text.endswith(("：", ":"))
    return ends or _HEADING_NUMBER.match(text) is not None


def _start(blocks: Sequence[Block], furniture: Sequence[bool], at: int) -> int:
    """The first block from `at` on that is neither furniture nor metadata."""
    while at < len(blocks) and (
        furniture[at]
        or is_metadata_line(blocks[at].text)
        or is_dateline(blocks[at].text)
        or _is_labelled(blocks, at)
    ):
        at += 1
    return at


def _is_labelled(blocks: Sequence[Block], at: int) -> bool:
    """Whether a short line is the value of a label that stands alone above it."""
    text = blocks[at].text
    if at == 0 or len(text) > _LONGEST_LABELLED or _is_running(text):
        return False
    return is_label(blocks[at - 1].text) and may_be_value(blocks[at - 1], blocks[at])


def _below_title(blocks: Sequence[Block], start: int, running: int) -> Iterator[int]:
    """Numbers of the lines under a title that are the page's: metadata, and names and tools above it."""
    told = False
    for at in range(running - 1, start - 1, -1):
        text = blocks[at].text
        is_told = is_metadata_line(text) or is_dateline(text) or _is_labelled(blocks, at)
        told = told or is_told
        if is_told or (told and _is_caption(text)):
            yield at


def _is_caption(text: str) -> bool:
    """Whether a line is no more than a name: a site, an author, a column."""
    if len(text) > _LONGEST_CAPTION or text[0] in "(（—–-" or text[-1] in ":：、":
        return False
    return not (CLAUSES.search(text) or TITLE_START.search(text) or _is_running(text))


def _end(
    blocks: Sequence[Block], masses: Sequence[int], furniture: Sequence[bool], last: int, running: int
) -> int:
    """Behind the last block of the body: the lines below the running text until furniture begins."""
    texts = (n for n in range(last - 1, running - 1, -1) if masses[n])
    at = next(texts, running) + 1
    while at < len(blocks) and not furniture[at] and (at < last or _may_close(blocks[at].text)):
        at += 1
    return min(at, len(blocks))


def _end_behind_signature(blocks: Sequence[Block], furniture: Sequence[bool], start: int, end: int) -> int:
    """Behind issuer and date the page's own lines begin with the first furniture, unless annexes follow."""
    signed = next((at for at in range(end - 1, start + 1, -1) if _signs(blocks, at)), None)
    if signed is None:
        return end
    behind = range(signed + 1, end)
    own = next((at for at in behind if furniture[at] or closes_page(blocks[at].text)), end)
    cell = blocks[signed].cell
    table = cell.table if cell else None
    annexed = any(_is_annex(blocks[at], table) for at in range(own, end) if not furniture[at])
    return end if annexed else own


def _signs(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line is the date under an issuer's line."""
    date, issuer = blocks[at].text, blocks[at - 1].text
    if not 7 < len(date) <= _LONGEST_DATE or len(issuer) > _LONGEST_ISSUER:
        return False
    if "年" not in date and not date[0].isdecimal():
        return False
    return _DATE_LINE.fullmatch(date) is not None and (
        issuer.startswith(PARTIES) or ORGAN.search(issuer) is not None
    )


def _is_annex(block: Block, around: int | None) -> bool:
    """Whether a line behind the page's own lines is the notice's again: an annex's table, heading, text."""
    text = block.text
    if block.cell and (around is None or block.cell.table > around):
        return True
    return _HEADING_NUMBER.match(text) is not None or (len(text) >= _LONG_LINE and "。" in text)


def _may_close(text: str) -> bool:
    """Lines that end a notice though they stand outside its container: contact, date, issuer, attachment."""
    if _INVITATION.search(text):
        return True
    if len(text) > 60:
        return False
    return bool(
        _DATE_LINE.fullmatch(text)
        or (TITLE_START.search(text) and not text.startswith("关于"))
        or text.startswith(("附件", "(", "（"))
    )
