"""What a page says about itself: the official meta tags, the 信息公开 table, the line under the title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from notice_cli.page.block import Block, Cut
from notice_cli.page.labels import (
    META_TAGS,
    METADATA_LABELS,
    OTHER_LABELS,
    OWN_SITE,
    UNSURE_DATES,
    VISIT_LABELS,
)
from notice_cli.text.dates import find_dates, parse_date

DATE_FIELDS = ("published_on", "issued_on")
_FIELD_BY_LABEL = {label: name for name, labels in METADATA_LABELS.items() for label in labels}
_ALL_LABELS = {*_FIELD_BY_LABEL, *OTHER_LABELS, *UNSURE_DATES, *VISIT_LABELS}


def _spaced(labels: Iterable[str]) -> str:
    """An alternation of labels, longest first, a space allowed between any two characters."""
    return "|".join(r"\s?".join(label) for label in sorted(labels, key=lambda label: (-len(label), label)))


_LABEL = re.compile(rf"({_spaced(_ALL_LABELS)})\s?[:：]\s?")
_BARE_LABEL = re.compile(rf"[•·\s]{{0,3}}({_spaced(_ALL_LABELS)})\s?[:：]?")
_EDGES = " \t[]【】|｜•·,，;；"
_NEXT_VALUE_TAGS = ("td", "th", "dd")
_LONGEST_VALUE = 200
_BELOW_TITLE = 3
"""Lines right above the body in which a bare date is taken for the publication's."""
_SHORT_LINE = 60
_WHOLE_DATE = 10


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """Values by the record's field names, other labels as printed, and the line each was read on."""

    values: dict[str, str] = field(default_factory=dict)
    other: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int | None] = field(default_factory=dict)


def labels_in(text: str) -> int:
    """How many metadata labels, each with its colon, stand in a line."""
    return sum(1 for _ in _LABEL.finditer(text)) if ":" in text or "：" in text else 0


def is_label(text: str) -> bool:
    """Whether a line is a metadata label and nothing else."""
    return len(text) < 24 and _BARE_LABEL.fullmatch(text) is not None


def read_metadata(cut: Cut, head: Sequence[Block]) -> PageMetadata:
    """The page's metadata: what it prints goes before its meta tags, these before a bare 时间."""
    found = PageMetadata()
    undated = []
    for label, value, line in _pairs(head):
        name = _FIELD_BY_LABEL.get(label)
        if label in UNSURE_DATES:
            undated.append((value, line))
        elif name:
            _put(found, name, value, line)
        elif value and label not in VISIT_LABELS:
            found.other.setdefault(label, value)
    _read_meta_tags(found, cut.meta)
    undated += [(date, block.line) for block in head[-_BELOW_TITLE:] if (date := _only_date(block.text))]
    for value, line in undated:
        _put(found, "published_on", value, line)
    return found


def _only_date(text: str) -> str | None:
    """The one whole date in a short line."""
    found = find_dates(text) if len(text) < _SHORT_LINE else []
    return found[0].value if len(found) == 1 and len(found[0].value or "") == _WHOLE_DATE else None


def _read_meta_tags(found: PageMetadata, meta: Iterable[tuple[str, str]]) -> None:
    tags = {META_TAGS[name]: content for name, content in meta if name in META_TAGS and content}
    if tags.get("origin") in OWN_SITE:
        tags["origin"] = tags.get("site_name", "")
    for name, value in tags.items():
        _put(found, name, value, None)


def _put(found: PageMetadata, name: str, value: str, line: int | None) -> None:
    """Keep the first value of a field; a date only if it is one."""
    kept = parse_date(value) if name in DATE_FIELDS else value
    if kept and name not in found.values:
        found.values[name] = kept
        found.lines[name] = line


def _pairs(blocks: Sequence[Block]) -> Iterator[tuple[str, str, int | None]]:
    """Every label with its value: in one block, several to a block, or the value in the next block."""
    for at, block in enumerate(blocks):
        if block.linked or len(block.text) > 600:
            continue
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        bare = _BARE_LABEL.fullmatch(block.text) if len(block.text) < 24 else None
        if bare:
            yield _plain(bare[1]), _next_value(block, after), block.line
        else:
            yield from ((label, value, block.line) for label, value in _inline(block.text))


def _inline(text: str) -> Iterator[tuple[str, str]]:
    """`label: value` as often as it stands in a line."""
    matches = list(_LABEL.finditer(text)) if ":" in text or "：" in text else []
    ends = [*(match.start() for match in matches[1:]), len(text)]
    for match, end in zip(matches, ends[: len(matches)], strict=True):
        value = text[match.end() : end].strip(_EDGES)
        yield _plain(match[1]), value if len(value) <= _LONGEST_VALUE else ""


def _next_value(label: Block, after: Block | None) -> str:
    """The value in the block behind a label that stands alone: its neighbour cell, its dd, the next line."""
    if after is None or is_label(after.text) or labels_in(after.text) or len(after.text) > _LONGEST_VALUE:
        return ""
    if label.cell and after.cell:
        return after.text if after.cell.row == label.cell.row and after.place != label.place else ""
    beside = after.tag in _NEXT_VALUE_TAGS or (not label.tag and len(after.text) < 60)
    return after.text.strip(_EDGES) if beside else ""


def _plain(label: str) -> str:
    return label.replace(" ", "")
