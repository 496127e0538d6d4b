"""Which blocks of a page are the notice: the title's lines, and the body from its first line to its last.

The body's container is the deepest element that holds most of the running text; plain text has none.
From there the edges are found line by line, so that pages and pasted text are read alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from notice_cli.page.block import PICTURED, Block, Cut, Place
from notice_cli.page.labels import (
    FURNITURE_LINES,
    FURNITURE_SENTENCES,
    FURNITURE_STARTS,
    FURNITURE_WORDS,
    META_TAGS,
)
from notice_cli.page.metadata import (
    LABELS,
    Labels,
    closes_page,
    find_metadata_lines,
    is_bracketed,
    is_dateline,
    is_label,
    labels_in,
)
from notice_cli.page.sites import Site
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_ENOUGH = 0.75
"""Share of the page's running text that the body's container must hold."""
_ENOUGH_NAMED = 0.5
"""The same for an element that a site's profile names."""
_SHORT_PAGE = 1500
"""Characters of running text below which titles and metadata weigh nothing."""
_TOO_MUCH = 0.25
"""Share of the running text above which no element is furniture, whatever its name."""
_RUNNING_LENGTH = 15
_LEAST_COPIED = 3
_COPIED = 0.7
"""Share of the blocks from a text's beginning to its repetition that must be printed again in their order."""
_TABLE_PARTS = ("table", "thead", "tbody", "tfoot", "tr")
"""Never the container: what stands above and below a table belongs to the notice too."""
_FURNITURE: dict[str, tuple[str, ...]] = {}
"""Words of furniture by their first character."""
for _word in FURNITURE_WORDS:
    _FURNITURE[_word[0]] = (*_FURNITURE.get(_word[0], ()), _word)
_FURNITURE_LETTERS = frozenset(begin[0] for begin in FURNITURE_STARTS)
_FURNITURE_LABELS = tuple(begin for begin in FURNITURE_STARTS if begin[-1] in ":：")
"""Beginnings that are furniture in long lines, too."""
_TOOL_LETTERS = frozenset(line[0] for line in FURNITURE_LINES)
_LONGEST_END_MARK = 19
_FURNITURE_LENGTH = 40
_HEADING_TAGS = ("h1", "h2", "h3")
_SHORTEST_HEADING = 8
_LONGEST_LABELLED = 30
_LONGEST_CAPTION = 12
_TOOLS_LENGTH = 24
_LONGEST_FURNITURE = 300
_LONG_LINE = 60
_CRUMBS = ("首页", "正文")
"""One of these stands in every breadcrumb."""
_BREADCRUMB = lazy_pattern(r"首页.{0,40}[>＞»/\-]|[>＞»]{1,2}\s?正文")
_HEADING_NUMBER = lazy_pattern(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]")
_QUOTES = lazy_pattern(r"[\s“”\"'‘’]")
_TITLE = lazy_pattern(
    r"^(?![一二三四五六七八九十]{1,3}、|[(（]|\d{1,3}[.．、]).*(?:整改|落实).{0,40}(?:通报|公告|公示|报告|函|说明|清单|公开|情况|进展|结果|台账|情况的?通知|摘编)"
    r"(?:\s?[(（\[【〔].{0,20}[)）\]】〕])?(?:\s?[(（]?\d{4}-\d{1,2}-\d{1,2}[)）]?)?$"
)
_TITLE_START = lazy_pattern(
    r"^(?:中共|中国共产党|关于)|(?:党组|党委|委员会|支部|政府|局|厅|院|办公室|公司|大学|学院)$"
)
_ORGAN = lazy_pattern(r"(?:党组|党委|委员会|支部|政府|局|厅|院|办公室|公司|大学|学院)$")
_ORGAN_ABOUT = lazy_pattern(r"(?:党组|党委|委员会|支部|政府|局|厅|院|办公室|公司|大学|学院)关于")
_KINDS = ("通报", "公告", "公示", "报告", "函", "说明", "清单")
"""A title's last word, where it stands on a line of its own."""
_MOST_ABOVE = 3
_SHEET = lazy_pattern(r"第\s?\d{1,3}\s?(?:/\s?\d{1,3}\s?)?页(?:\s?[,，/]?\s?共\s?\d{1,3}\s?页)?")
_END_MARKS = frozenset(("END", "End", "end", "完", "THE END"))
_PREFIX = lazy_pattern(
    r"(?:#{1,6}\s?|[【\[][^\W\d_]{2,10}[】\]]\s?|[^\W\d_]{2,8}[:：]\s?(?=中共|中国共产党|关于))+"
)
_DATE_SUFFIX = lazy_pattern(r"\s?[(（]?\s?\d{4}-\d{1,2}-\d{1,2}\s?[)）]?$")
_SENTENCE = lazy_pattern(r"[。；;，,]")
_DATE_LINE = lazy_pattern(
    r"[(（]?[\d０-９〇○零一二三四五六七八九十\s]{2,12}年.{1,10}日?[)）]?|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}"
)
_INVITATION = lazy_pattern(r"欢迎.{0,40}监督|如有.{0,20}(?:意见|问题|建议).{0,20}(?:反映|反馈)")
_SITE_SEPARATOR = lazy_pattern(r"\s?[-_|—–]{1,2}\s?")

Reason = Literal["", "element", "links", "words"]


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


def find_body(cut: Cut, site: Site | None = None, labels: Labels = LABELS) -> Body:
    """The notice in a page. A page without running text has an empty body.

    Args:
        cut: The page.
        site: The profile of the content system that made the page, where one knows it.
        labels: The labels of metadata.
    """
    furniture = [reason != "" for reason in tell_furniture(cut.blocks)]
    for at in find_metadata_lines(cut.blocks, labels):
        furniture[at] = True
    known = _known_titles(cut)
    first, last, best, method = _container(cut, furniture, known, site)
    running = _first_running(cut.blocks, furniture, known, first)
    titles = _title_groups(cut.blocks[:running], furniture, known)
    start = _start(cut.blocks, furniture, titles[-1][-1] + 1 if titles else min(first, running))
    end = _end(cut.blocks, furniture, last, running)
    groups = tuple(tuple(_as_title(cut.blocks[at]) for at in group) for group in titles)
    end = _end_behind_signature(cut.blocks, furniture, start, end)
    for at in _below_title(cut.blocks, start, running if running < end else start):
        furniture[at] = True
    numbers = _without_copy(cut.blocks, [at for at in range(start, end) if not furniture[at]])
    closing = [numbers.pop(at) for at in _closing([cut.blocks[at] for at in numbers])]
    body = [cut.blocks[at] for at in numbers]
    return Body(
        (*cut.blocks[:start], *(cut.blocks[at] for at in range(start, min(running, end)) if furniture[at])),
        groups,
        tuple(_out_of_layout(cut.places, best, body)),
        method,
        tuple(cut.blocks[at] for at in (*closing, *_closing_below(cut.blocks, end))),
        frozenset(at for group in titles for at in group),
        frozenset(numbers),
        start,
    )


def _as_title(block: Block) -> Block:
    """A title's line without what the page puts before and behind it: 【巡察整改】, (2024-07-26)."""
    begin = match.end() if (match := _PREFIX.match(block.text)) else 0
    text = _without_date(block.text[begin:])
    return block.replace(text=text) if text and text != block.text else block


def _without_date(text: str) -> str:
    return _DATE_SUFFIX.sub("", text) if "-" in text else text


def _closing(body: Sequence[Block]) -> list[int]:
    """Numbers of the editors' lines among the last ones, from the last up."""
    return [at for at in range(len(body) - 1, max(0, len(body) - 4), -1) if closes_page(body[at].text)]


def _without_copy(blocks: Sequence[Block], numbers: list[int]) -> list[int]:
    """The body without its second print: pages show one text to screens and another to telephones."""
    first = next((n for n, at in enumerate(numbers) if len(blocks[at].text) >= _LONG_LINE), len(numbers))
    again = next(
        (n for n in range(first + 1, len(numbers)) if blocks[numbers[n]].text == blocks[numbers[first]].text),
        None,
    )
    if again is None or again - first < _LEAST_COPIED:
        return numbers
    pairs = zip(numbers[first:again], numbers[again:], strict=False)
    differs = (n for n, (one, other) in enumerate(pairs) if blocks[one].text != blocks[other].text)
    same = next(differs, min(again - first, len(numbers) - again))
    if same < _COPIED * (again - first):
        return numbers
    return numbers[: first + same] + numbers[again + same :]


def _closing_below(blocks: Sequence[Block], end: int) -> Iterator[int]:
    """Numbers of the editors' lines right behind the body."""
    for at in range(end, min(end + _MOST_ABOVE, len(blocks))):
        if not closes_page(blocks[at].text):
            return
        yield at


def _out_of_layout(places: Sequence[Place], best: int, blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, those in a cell of a table that only lays out the page taken out of it."""
    wrapping = _one_column(blocks)
    while best:
        cell = places[best].cell
        wrapping |= {cell.table} if cell else set()
        best = places[best].parent
    for block in blocks:
        yield block.replace(cell=None) if block.cell and block.cell.table in wrapping else block


def _one_column(blocks: Sequence[Block]) -> set[int]:
    """The tables with text in one column only: a row a paragraph."""
    columns: dict[int, set[int]] = {}
    for block in blocks:
        if block.cell:
            columns.setdefault(block.cell.table, set()).add(block.cell.column)
    return {table for table, used in columns.items() if len(used) == 1}


def tell_furniture(blocks: Sequence[Block]) -> list[Reason]:
    """For each block what says that it is page furniture: its element, its links, its words, or nothing."""
    mass: dict[int, int] = {}
    for block in blocks:
        if block.furniture > 0:
            mass[block.furniture] = mass.get(block.furniture, 0) + _mass(block)
    limit = _TOO_MUCH * sum(map(_mass, blocks)) if mass else 0
    return ["element" if b.furniture > 0 and mass[b.furniture] < limit else _reason(b) for b in blocks]


def _mass(block: Block) -> int:
    """How much running text a block has."""
    length = len(block.text)
    return length if length >= _RUNNING_LENGTH and not block.linked else 0


def _reason(block: Block) -> Reason:
    """What a block itself says about being furniture."""
    text = block.text
    if block.linked and "附件" not in text:
        return "links"
    if len(text) > _LONGEST_FURNITURE:
        return ""
    if "。" in text:
        return "words" if text.startswith(FURNITURE_SENTENCES) else ""
    if _is_tools(text):
        return "words"
    likely = FURNITURE_STARTS if len(text) < _FURNITURE_LENGTH else _FURNITURE_LABELS
    starts = text[:1] in _FURNITURE_LETTERS and text.startswith(likely)
    return "words" if starts or _has_furniture(text) or _is_breadcrumb(text) or _is_end(text) else ""


def _is_tools(text: str) -> bool:
    """Whether a line holds nothing but tools and tabs, perhaps with counters: 阅读 33 点赞 2."""
    if len(text) >= _TOOLS_LENGTH or text[:1] not in _TOOL_LETTERS:
        return False
    return FURNITURE_LINES.issuperset(word for word in text.split() if not word.isdecimal())


def _has_furniture(text: str) -> bool:
    """Whether a word of page furniture stands in a text."""
    return not _FURNITURE.keys().isdisjoint(text) and any(
        letter in _FURNITURE and text.startswith(_FURNITURE[letter], at) for at, letter in enumerate(text)
    )


def _is_end(text: str) -> bool:
    """Whether a line only says that the text or a sheet of it ends: ——完——, - 2 -."""
    bare = text.strip("-—–~·* ") if len(text) <= _LONGEST_END_MARK else ""
    if bare in _END_MARKS or (bare.isdecimal() and text[0] in "-—–" and text[-1] in "-—–"):
        return True
    return bare[:1] == "第" and "页" in bare and _SHEET.fullmatch(bare) is not None


def _is_breadcrumb(text: str) -> bool:
    return any(word in text for word in _CRUMBS) and _BREADCRUMB.search(text) is not None


def _container(
    cut: Cut, furniture: Sequence[bool], known: Sequence[str], site: Site | None
) -> tuple[int, int, int, str]:
    """First and last block (exclusive) of the deepest element that holds most of the text; its number."""
    if not cut.places:
        return 0, len(cut.blocks), 0, "text"
    mass = [0] * len(cut.places)
    for block, weight in _weights(cut.blocks, furniture, known):
        mass[block.place] += weight
    for number in range(len(mass) - 1, 0, -1):
        mass[cut.places[number].parent] += mass[number]
    bodies = (number for name in (site.body if site else ()) for number in cut.named.get(name, ()))
    named = next((n for n in bodies if mass[n] and mass[n] >= _ENOUGH_NAMED * mass[0]), 0)
    best = named or max((n for n, m in enumerate(mass) if m >= _ENOUGH * mass[0]), default=0)
    while cut.places[best].tag in _TABLE_PARTS:
        best = cut.places[best].parent
    inside = _inside(cut.places, best)
    within = [at for at, block in enumerate(cut.blocks) if inside[block.place]]
    method = site.name if site and named else "densest"
    return (within[0], within[-1] + 1, best, method) if within else (0, len(cut.blocks), 0, "page")


def _weights(
    blocks: Sequence[Block], furniture: Sequence[bool], known: Sequence[str]
) -> list[tuple[Block, int]]:
    """How much each block tells where the body is.

    On a short page the lines of the title and below it would outweigh the text, of which every line counts.
    """
    weights = [(block, _mass(block)) for at, block in enumerate(blocks) if not furniture[at]]
    if sum(weight for _, weight in weights) >= _SHORT_PAGE:
        return weights
    lines = [
        (block, len(block.text))
        for block, _ in weights
        if not block.linked and not _is_title_part(block.text, known) and not _is_metadata(block.text)
    ]
    return lines if any(_mass(block) for block, _ in lines) else weights


def _inside(places: Sequence[Place], best: int) -> list[bool]:
    """For each element whether it is `best` or stands in it."""
    inside = [False] * len(places)
    inside[best] = True
    for number in range(best + 1, len(places)):
        inside[number] = inside[places[number].parent]
    return inside


def _known_titles(cut: Cut) -> list[str]:
    """What the head of the page says its title is, folded; the site's name cut off."""
    named = [content for name, content in cut.meta if META_TAGS.get(name) == "title"]
    parts = _SITE_SEPARATOR.split(cut.page_title or "")
    titles = dict.fromkeys((*named, cut.page_title or "", *parts))
    return [_folded(title) for title in titles if "整改" in title]


def name_page(cut: Cut, head: Sequence[Block]) -> str | None:
    """What the head of a page calls it; else a picture of the title, or a heading above the body."""
    name = _without_site(cut.page_title) or ""
    titles = [content for kind, content in cut.meta if kind == PICTURED and _ends_title(content)]
    if titles or _ends_title(name):
        return max((*titles, name), key=len)
    headings = (b.text for b in reversed(head) if b.tag in _HEADING_TAGS and not (b.linked or b.furniture))
    return next((text for text in headings if len(text) >= _SHORTEST_HEADING), name) or None


def _without_site(page_title: str | None) -> str | None:
    """A page's title without the site's name before or behind a notice's title."""
    title = page_title or ""
    for separator in _SITE_SEPARATOR.finditer(title):
        before, behind = title[: separator.start()], title[separator.end() :]
        if _ends_title(before):
            return before
        if behind.startswith(("关于", "中共", "中国共产党")) and "整改" not in before:
            return _without_site(behind)
    return page_title


def _folded(text: str) -> str:
    return _QUOTES.sub("", text).replace("（", "(").replace("）", ")")


def _first_running(
    blocks: Sequence[Block], furniture: Sequence[bool], known: Sequence[str], first: int
) -> int:
    """The first line of running text in the container that is neither title nor metadata."""
    for at in range(first, len(blocks)):
        block = blocks[at]
        if furniture[at] or _is_metadata(block.text) or _is_title_part(block.text, known):
            continue
        if len(block.text) >= _LONG_LINE or block.cell or _is_running(block.text):
            return at
    return len(blocks)


def _is_running(text: str) -> bool:
    """Whether a line holds a sentence, begins with a heading's number, or ends with a colon."""
    ends = "。" in text or "；" in text or ";" in text or text.endswith(("：", ":"))
    return ends or _HEADING_NUMBER.match(text) is not None


def _is_metadata(text: str) -> bool:
    if len(text) >= _LONGEST_FURNITURE or "。" in text:
        return False
    return is_label(text) or labels_in(text) > 0 or is_bracketed(text)


def _is_title_part(text: str, known: Sequence[str]) -> bool:
    """Whether a line is the title or one of its lines."""
    if len(text) > 120 or len(text) < 4 or "。" in text:
        return False
    text = text if text[:1] not in "#【[" else text[match.end() :] if (match := _PREFIX.match(text)) else text
    folded = _folded(_without_date(text)) if known else ""
    return (folded != "" and any(folded in title for title in known)) or _ends_title(text)


def _title_groups(
    blocks: Sequence[Block], furniture: Sequence[bool], known: Sequence[str]
) -> list[list[int]]:
    """Numbers of the blocks that print the title, a group for each time it is printed."""
    groups: list[list[int]] = []
    told = list(known)
    for at, block in enumerate(blocks):
        follows = bool(groups) and groups[-1][-1] == at - 1
        if follows and _folded(block.text).removeprefix("的") in _KINDS:
            groups[-1].append(at)
            continue
        if furniture[at] or not _is_title_part(block.text, told) or _is_metadata(block.text):
            continue
        if _ends_title(block.text):  # it may be printed again in lines
            told.append(_folded(block.text))
        if at and is_label(blocks[at - 1].text) and _may_be_value(blocks[at - 1], block):
            continue
        if follows and not _ends_title(blocks[at - 1].text):
            groups[-1].append(at)
        else:
            groups.append([at])
    whole = [group for group in groups if _is_whole(blocks, group) or len(groups) == 1]
    floors = [0, *(group[-1] + 1 for group in whole)]  # a line of a title stands above no other title
    return [_with_lines_above(blocks, furniture, *one) for one in zip(whole, floors, strict=False)]


def _may_be_value(label: Block, block: Block) -> bool:
    """Whether a line may be the value of the label above it: no heading, nor outside the label's table."""
    if block.tag in _HEADING_TAGS:
        return False
    return label.cell is None or (block.cell is not None and block.cell.table == label.cell.table)


def _ends_title(text: str) -> bool:
    return ("整改" in text or "落实" in text) and _TITLE.match(text) is not None


def _is_whole(blocks: Sequence[Block], group: Sequence[int]) -> bool:
    """Whether a group's lines end as a title does, alone or joined."""
    return _ends_title(blocks[group[-1]].text) or _ends_title(
        "".join(_folded(blocks[at].text) for at in group)
    )


def _with_lines_above(
    blocks: Sequence[Block], furniture: Sequence[bool], group: list[int], floor: int
) -> list[int]:
    """A title begins with the body that issues it, or with 关于; these lines may stand above."""
    lines = list(group)
    while len(lines) - len(group) < _MOST_ABOVE and not _begins_title(blocks[lines[0]].text):
        at = lines[0] - 1
        if at < floor or furniture[at] or not _may_begin_title(blocks[at].text):
            break
        lines.insert(0, at)
    first = blocks[lines[0]].text
    named = any(blocks[at].text.startswith(("关于", "中共", "中国共产党")) for at in lines)
    return lines if (named and _TITLE_START.search(first)) or _ORGAN_ABOUT.search(first) else group


def _begins_title(text: str) -> bool:
    """Whether a line names a body and goes on with its title, so that nothing of it stands above."""
    return text.startswith(("中共", "中国共产党")) or "关于" in text[1:] or _ORGAN.search(text) is not None


def _may_begin_title(text: str) -> bool:
    return (
        3 < len(text) < 40 and not _SENTENCE.search(text) and not _is_metadata(text) and not is_dateline(text)
    )


def _start(blocks: Sequence[Block], furniture: Sequence[bool], at: int) -> int:
    """The first block from `at` on that is neither furniture nor metadata."""
    while at < len(blocks) and (
        furniture[at]
        or _is_metadata(blocks[at].text)
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
    return is_label(blocks[at - 1].text) and _may_be_value(blocks[at - 1], blocks[at])


def _below_title(blocks: Sequence[Block], start: int, running: int) -> Iterator[int]:
    """Numbers of the lines under a title that are the page's: metadata, and names and tools above it."""
    told = False
    for at in range(running - 1, start - 1, -1):
        text = blocks[at].text
        is_told = _is_metadata(text) or is_dateline(text) or _is_labelled(blocks, at)
        told = told or is_told
        if is_told or (told and _is_caption(text)):
            yield at


def _is_caption(text: str) -> bool:
    """Whether a line is no more than a name: a site, an author, a column."""
    if len(text) > _LONGEST_CAPTION or text[0] in "(（—–-" or text[-1] in ":：、":
        return False
    return not (_SENTENCE.search(text) or _TITLE_START.search(text) or _is_running(text))


def _end(blocks: Sequence[Block], furniture: Sequence[bool], last: int, running: int) -> int:
    """Behind the last block of the body: the lines below the running text until furniture begins."""
    masses = (n for n in range(last - 1, running - 1, -1) if not furniture[n] and _mass(blocks[n]))
    at = next(masses, running) + 1
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
    if not 7 < len(date) <= _LONGEST_END_MARK + 1 or len(issuer) > _FURNITURE_LENGTH:
        return False
    if "年" not in date and not date[0].isdecimal():
        return False
    return _DATE_LINE.fullmatch(date) is not None and (
        issuer.startswith(("中共", "中国共产党")) or _ORGAN.search(issuer) is not None
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
        or (_TITLE_START.search(text) and not text.startswith("关于"))
        or text.startswith(("附件", "(", "（"))
    )
