"""What the head of a sheet's column says stands in it.

>>> parse_head("具体整改措施"), parse_head("责任领导/责任人"), parse_head("是否完成整改"), parse_head("电话")
('plan', 'person', 'status', None)
"""

from __future__ import annotations

import unicodedata
from typing import Literal

from notice_cli.model.ledger import NOTICE, TABLES
from notice_cli.reading.labels import role_of
from notice_cli.reading.words import COLUMN_LABELS, Role
from notice_cli.text.pattern import lazy_pattern

Name = Role | Literal["number", "position", "person", "label", "status_text", "notice"]
"""What a column holds: a role as on a page, or what only a ledger has."""

PERSON_LABELS = (
    *("责任领导", "责任人", "责任人员", "整改责任人", "具体责任人", "牵头领导", "包案领导", "分管领导"),
    *("整改责任领导", "第一责任人", "直接责任人", "责任领导及责任人", "主要责任人", "牵头责任人"),
)
"""Columns of persons; they answer for an issue where no column of units does."""
OWN_NAMES: dict[tuple[str, str], Name] = {
    ("issues", "position"): "position",
    ("issues", "number"): "number",
    ("issues", "label"): "label",
    ("issues", "section"): "group",
    ("issues", "text"): "issue",
    ("issues", "status"): "status",
    ("issues", "status_text"): "status_text",
    ("issues", "outcome"): "outcome",
    ("measures", "issue"): "number",
    ("measures", "text"): "measures",
    ("responsible", "name"): "who",
    ("deadlines", "deadline"): "deadline",
}
"""Columns of the ledger that we write, table and column, and what they hold."""
_ASKED = lazy_pattern(r"是否(?:已|按期|按时)?(?:完成|销号|整改|办结)")
_PARTED = lazy_pattern(r"[/／、|]|及|或|和|与|\n")
_LONGEST_HEAD = 16
_BRACKET = lazy_pattern(r"[(（][^()（）]{0,30}[)）]$")


def fold_head(text: str) -> str:
    """A head without blanks and line breaks, in half width, small letters."""
    return "".join(unicodedata.normalize("NFKC", text).split()).lower()


def _own_heads() -> dict[str, Name]:
    heads: dict[str, Name] = {fold_head(words): "notice" for words in NOTICE.words}
    for (table, column), name in OWN_NAMES.items():
        words = next(one.words for one in TABLES[table].columns if one.name == column)
        heads |= {fold_head(words.en): name} if name != "position" else {}
        if name in ("label", "status_text", "who"):
            heads[fold_head(words.zh)] = name
    return heads | {fold_head("No."): "number", fold_head("Row"): "position"}


_OWN_HEADS = _own_heads()
_NUMBERS = frozenset(map(fold_head, COLUMN_LABELS["number"]))


def parse_head(text: str) -> Name | None:
    """What a column with this head holds, None where the head is not known."""
    folded = fold_head(text)
    known = _OWN_HEADS.get(folded) or _known(folded)
    if known or len(folded) > 2 * _LONGEST_HEAD:
        return known
    bare = _BRACKET.sub("", folded)
    parts = [part for part in _PARTED.split(text) if part.strip()]
    found = _known(bare) or _ending(bare)
    return found or next(filter(None, (_known(fold_head(part)) for part in parts)), None)


def _known(head: str) -> Name | None:
    if head in _NUMBERS:
        return "number"
    if head in PERSON_LABELS:
        return "person"
    return "status" if _ASKED.match(head) else role_of(head)


def _ending(head: str) -> Name | None:
    """What a head with more words before a known one holds: 具体整改措施."""
    if len(head) > _LONGEST_HEAD:
        return None
    return next((name for at in range(1, len(head) - 2) if (name := _known(head[at:]))), None)
