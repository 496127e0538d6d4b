"""A notice's title: in one line or several, printed once or more often, and what the page's head calls it."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.page.block import PICTURED, Block, Cut
from notice_cli.page.labels import META_TAGS
from notice_cli.page.metadata import is_dateline, is_label, is_metadata_line
from notice_cli.text.pattern import lazy_pattern

_HEADING_TAGS = ("h1", "h2", "h3")
_SHORTEST_HEADING = 8
_QUOTES = lazy_pattern(r"[\s“”\"'‘’]")
_TITLE = lazy_pattern(
    r"^(?![一二三四五六七八九十]{1,3}、|[(（]|\d{1,3}[.．、]).*(?:整改|落实).{0,40}(?:通报|公告|公示|报告|函|说明|清单|公开|情况|进展|结果|台账|情况的?通知|摘编)"
    r"(?:\s?[(（\[【〔].{0,20}[)）\]】〕])?(?:\s?[(（]?\d{4}-\d{1,2}-\d{1,2}[)）]?)?$"
)
PARTIES = ("中共", "中国共产党")
"""What the name of a party's body begins with."""
_BEGINNINGS = ("关于", *PARTIES)
_ORGANS = "(?:党组|党委|委员会|支部|政府|局|厅|院|办公室|公司|大学|学院)"
"""How the names of bodies end."""
TITLE_START = lazy_pattern(rf"^(?:{'|'.join(_BEGINNINGS)})|{_ORGANS}$")
ORGAN = lazy_pattern(rf"{_ORGANS}$")
_ORGAN_ABOUT = lazy_pattern(rf"{_ORGANS}关于")
_KINDS = ("通报", "公告", "公示", "报告", "函", "说明", "清单")
"""A title's last word, where it stands on a line of its own."""
_LONGEST_PAGE_TITLE = 500
"""Characters beyond which what the head calls a page is no title with a site's name."""
_MOST_ABOVE = 3
_PREFIX = lazy_pattern(
    r"(?:#{1,6}\s?|[【\[][^\W\d_]{2,10}[】\]]\s?|[^\W\d_]{2,8}[:：]\s?(?=中共|中国共产党|关于))+"
)
_DATE_SUFFIX = lazy_pattern(r"\s?[(（]?\s?\d{4}-\d{1,2}-\d{1,2}\s?[)）]?$")
CLAUSES = lazy_pattern(r"[。；;，,]")
_SITE_SEPARATOR = lazy_pattern(r"[-_|—–]")


def as_title(block: Block) -> Block:
    """A title's line without what the page puts before and behind it: 【巡察整改】, (2024-07-26)."""
    begin = match.end() if (match := _PREFIX.match(block.text)) else 0
    text = _without_date(block.text[begin:])
    return block.replace(text=text) if text and text != block.text else block


def _without_date(text: str) -> str:
    return _DATE_SUFFIX.sub("", text) if "-" in text else text


def known_titles(cut: Cut) -> str:
    """What the head of the page says its title is, folded, the site's name cut off: one a line."""
    named = [content for name, content in cut.meta if META_TAGS.get(name) == "title"]
    parts = _SITE_SEPARATOR.split(cut.page_title or "")
    titles = dict.fromkeys((*named, cut.page_title or "", *parts))
    return "\n".join([_folded(title) for title in titles if "整改" in title])


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
    if len(title) > _LONGEST_PAGE_TITLE:
        return page_title
    for separator in _SITE_SEPARATOR.finditer(title):
        before, behind = title[: separator.start()].rstrip(), title[separator.end() :].lstrip()
        if _ends_title(before):
            return before
        if behind.startswith(_BEGINNINGS) and "整改" not in before:
            return _without_site(behind)
    return page_title


def _folded(text: str) -> str:
    return _QUOTES.sub("", text).replace("（", "(").replace("）", ")")


def is_title_part(text: str, known: str) -> bool:
    """Whether a line is the title or one of its lines."""
    if not 4 <= len(text) <= 120 or "。" in text:
        return False
    if text[0] in "#【[" and (prefix := _PREFIX.match(text)):
        text = text[prefix.end() :]
    return (known != "" and _is_known(text, known)) or _ends_title(text)


def _is_known(text: str, known: str) -> bool:
    """Whether a line is part of a title that is known."""
    if text and text[0].isalnum() and text[0] not in known:
        return False
    folded = _folded(_without_date(text))
    return folded != "" and folded in known


def find_titles(blocks: Sequence[Block], furniture: Sequence[bool], known: str) -> list[list[int]]:
    """Numbers of the blocks that print the title, a group for each time it is printed."""
    groups: list[list[int]] = []
    ending: set[int] = set()
    for at, block in enumerate(blocks):
        follows = bool(groups) and groups[-1][-1] == at - 1
        if follows and _folded(block.text).removeprefix("的") in _KINDS:
            groups[-1].append(at)
            continue
        if furniture[at] or not is_title_part(block.text, known) or is_metadata_line(block.text):
            continue
        if _ends_title(block.text):  # it may be printed again in lines
            ending.add(at)
            known = f"{known}\n{_folded(block.text)}"
        if at and is_label(blocks[at - 1].text) and may_be_value(blocks[at - 1], block):
            continue
        if follows and at - 1 not in ending:
            groups[-1].append(at)
        else:
            groups.append([at])
    whole = [
        group for group in groups if group[-1] in ending or len(groups) == 1 or _joins_title(blocks, group)
    ]
    floors = [0, *(group[-1] + 1 for group in whole)]  # a line of a title stands above no other title
    return [_with_lines_above(blocks, furniture, *one) for one in zip(whole, floors, strict=False)]


def may_be_value(label: Block, block: Block) -> bool:
    """Whether a line may be the value of the label above it: no heading, nor outside the label's table."""
    if block.tag in _HEADING_TAGS:
        return False
    return label.cell is None or (block.cell is not None and block.cell.table == label.cell.table)


def _ends_title(text: str) -> bool:
    return ("整改" in text or "落实" in text) and _TITLE.match(text) is not None


def _joins_title(blocks: Sequence[Block], group: Sequence[int]) -> bool:
    """Whether a group's lines, joined, end as a title does."""
    return _ends_title("".join(_folded(blocks[at].text) for at in group))


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
    named = any(blocks[at].text.startswith(_BEGINNINGS) for at in lines)
    return lines if (named and TITLE_START.search(first)) or _ORGAN_ABOUT.search(first) else group


def _begins_title(text: str) -> bool:
    """Whether a line names a body and goes on with its title, so that nothing of it stands above."""
    return text.startswith(PARTIES) or "关于" in text[1:] or ORGAN.search(text) is not None


def _may_begin_title(text: str) -> bool:
    return (
        3 < len(text) < 40
        and not CLAUSES.search(text)
        and not is_metadata_line(text)
        and not is_dateline(text)
    )
