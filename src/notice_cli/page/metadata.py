"""What a page says about itself: the official meta tags, the 信息公开 table, the line under the title."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import field

from notice_cli.page.block import Block, Cell, Cut
from notice_cli.page.labels import (
    BARE_VALUES,
    CLOSING_LABELS,
    COUNTED,
    META_TAGS,
    METADATA_LABELS,
    NO_VALUE,
    NUMBER_OF_VISITS,
    OTHER_LABELS,
    OWN_SITE,
    TOOLS_BEHIND,
    UNSURE_DATES,
    VISIT_LABELS,
)
from notice_cli.text.colons import find_colons
from notice_cli.text.dates import find_dates, parse_date
from notice_cli.text.pattern import lazy_pattern
from notice_cli.values import Value

_LONGEST_METADATA = 300
DATE_FIELDS = ("published_on", "issued_on")
_EDGES = " \t[]【】|｜•·,，;；"
_NEXT_VALUE_TAGS = ("td", "th", "dd")
_LIST_TAGS = ("li", "div", "p")
_LONGEST_VALUE = 200
_BELOW_TITLE = 3
"""Lines right above the body in which a date is taken for the publication's."""
_HEAD_LINES = 12
"""Lines above the body in which a line that is a date and nothing else is."""
_SHORT_LINE = 60
_BARS = ("|", "｜")
_CLOSES = {"【": "】", "[": "]"}
_BRACKETS = str.maketrans(dict.fromkeys("|｜[]【】", " "))
_STRONG_LABELS = tuple(
    label
    for name in ("index_number", "document_number", "published_on", "issued_on")
    for label in METADATA_LABELS[name]
)
"""Labels that, two of them in a line, stand in no notice's own closing lines."""
_WHOLE_DATE = 10
_LONGEST_ROW = 24
"""Cells of two rows of a metadata table."""
_LEAST_RUN = 3
"""Labels, each glued to its value, that must follow each other to be told from running text."""
_LONGEST_HEAD = 80
_SENTENCE = lazy_pattern("[。；;]")
_LONGEST_ALONE = 24
_INDEX_NUMBER = lazy_pattern(r"[A-Z0-9]{6,24}[A-Z0-9-]{0,10}/\d{4}-\d{4,8}")
_DOCUMENT_NUMBER = lazy_pattern(
    r"[\u4e00-\u9fff]{1,14}\s?[〔\[【（(]\s?\d{4}\s?[〕\]】）)]\s?第?\d{1,5}\s?号"
)
_COUNTER_BEHIND = lazy_pattern(rf"(?<=[\s|｜·,，;；]){COUNTED}{NUMBER_OF_VISITS}$")
_GLUED = lazy_pattern(r"(?<!\d)((?:19|20)\d\d-[01]\d-[0-3]\d)(?=\d)")
"""A date in full length right before a counter: 2024-06-031288."""
_DATE_ALONE = lazy_pattern(
    r"\s?\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?"
    r"(?:\s?\d{1,2}:\d{2}(?::\d{2})?)?\s?(?:星期[一二三四五六日天])?"
)
_DATELINE = lazy_pattern(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?!\d)|\d{4}年\d{1,2}月\d{1,2}日\s?\d{1,2}:\d{2}|^\d{4}年\d{1,2}月\d{1,2}日\s(?:[·|｜丨/]|星期)"
    r"|^(?:发布|发表|刊发)于\s?\d{4}"
)
_NEWSPAPER = lazy_pattern(r"报\s?(\d{4}年\d{1,2}月\d{1,2}日)\s?星期")
"""A newspaper's name with the day of its issue."""
_YEAR = lazy_pattern(r"\d{4}")
"""What every date of a page has."""
_PERIOD = lazy_pattern(
    r"\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?起?\s?(?:至|到|[-—–－~～]{1,2})\s?\d{1,4}\s?[-/.年月日]"
)
"""From one day to another: when something is shown, not when the page was put up."""
_HOURS = lazy_pattern(r"\s?(?:工作日|每|周|星期|上午|下午|\d{1,2}\s?[:：时点])")
_ROW_RULE = lazy_pattern(r"[|｜\s:-]{3,400}")


class FoundLabel(Value):
    """A label at the start of `text[start:end]`, its own spaces and colon included."""

    label: str
    start: int
    end: int


class Labels:
    """The labels of a page's metadata, made ready to be found.

    Args:
        additions: Further labels by the record's field.
    """

    __slots__ = (
        *("_alone", "_begins", "_ends", "_known", "_lengths", "_letters", "_longest", "_sure"),
        "field_of",
    )

    def __init__(self, additions: Mapping[str, Sequence[str]] | None = None) -> None:
        self.field_of = {label: name for name, labels in METADATA_LABELS.items() for label in labels}
        for name, labels in (additions or {}).items():
            self.field_of |= {label.replace(" ", ""): name for label in labels}
        self._alone = frozenset((*self.field_of, *OTHER_LABELS))
        self._known = self._alone | {*UNSURE_DATES, *VISIT_LABELS}
        self._sure = self._known.difference(UNSURE_DATES)
        self._letters = frozenset("".join(self._known)) | {" "}
        self._longest = max(map(len, self._known))
        self._begins = frozenset(label[0] for label in self._alone)
        self._lengths = lengths_by_end(self._known)
        self._ends = frozenset((*self._lengths, *":： "))

    def named(self, text: str) -> str | None:
        """The label that a line is and nothing else, with or without its colon."""
        if text[-1:] not in self._ends:
            return None
        plain = text.lstrip("•· ").replace(" ", "")
        plain = plain[:-1] if plain[-1:] in ":：" else plain
        return plain if plain in self._known else None

    def leads(self, text: str) -> bool:
        """Whether a line begins with a label and its colon; what most lines with labels do."""
        begin, colon, _ = text[: 2 * self._longest].replace("：", ":").partition(":")
        return colon != "" and begin.replace(" ", "") in self._sure

    def find(self, text: str) -> list[FoundLabel]:
        """Every label that a colon ends."""
        if ":" not in text and "：" not in text:
            return []
        found: list[FoundLabel] = []
        floor = 0
        for colon in find_colons(text):
            one = self._before(text, floor, colon)
            if one:
                floor = one.end
                if one.label not in UNSURE_DATES or not _is_window(text, floor):
                    found.append(one)
        return found

    def _before(self, text: str, floor: int, colon: int) -> FoundLabel | None:
        """The longest label that ends at a colon."""
        if colon - floor <= 2 * self._longest and text[floor : floor + 1] != " ":
            whole = text[floor:colon].replace(" ", "")
            if whole in self._known:
                return _found(text, whole, floor, colon)
        if " " in text[max(floor, colon - 2 * self._longest) : colon]:
            return self._spaced(text, floor, colon)
        for length in self._lengths.get(text[colon - 1 : colon], ()):
            if colon - length >= floor and text[colon - length : colon] in self._known:
                return _found(text, text[colon - length : colon], colon - length, colon)
        return None

    def _spaced(self, text: str, floor: int, colon: int) -> FoundLabel | None:
        """The longest label that ends at a colon, spaces between its characters or behind them."""
        best, plain, at = None, "", colon
        while at > floor and len(plain) < self._longest and text[at - 1] in self._letters:
            at -= 1
            plain = text[at].strip() + plain
            if text[at] != " " and plain in self._known:
                best = _found(text, plain, at, colon)
        return best

    def bracketed(self, text: str) -> FoundLabel | None:
        """The label that a line begins with in brackets, or before a bar: 【信息来源】某局, 来源｜某局."""
        sign = _CLOSES.get(text[:1])
        begin, end = (1, text.find(sign, 0, self._longest + 4)) if sign else (0, self._bar(text))
        plain = text[begin:end].replace(" ", "") if end > 0 else ""
        return FoundLabel(plain, 0, end + 1) if plain in self._known else None

    def _bar(self, text: str) -> int:
        """Where the first bar stands near the beginning of a line; -1 where none does."""
        places = (text.find(bar, 0, self._longest + 2) for bar in _BARS)
        return min((place for place in places if place > 0), default=-1)

    def glued(self, text: str) -> FoundLabel | None:
        """The longest label that a line begins with, its value right behind it without a colon."""
        begin = len(text) - len(text.lstrip("•· "))
        if text[begin : begin + 1] not in self._begins:
            return None
        best, plain, at = None, "", begin
        while at < len(text) - 1 and len(plain) < self._longest and text[at] in self._letters:
            plain += text[at].strip()
            at += 1
            if plain in self._alone:
                best = FoundLabel(plain, begin, at)
        return best


def lengths_by_end(labels: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """Last character of a label, and how long the labels are that end with it, longest first."""
    by_end: dict[str, set[int]] = {}
    for label in labels:
        by_end.setdefault(label[-1:], set()).add(len(label))
    return {last: tuple(sorted(found, reverse=True)) for last, found in by_end.items()}


def _is_window(text: str, at: int) -> bool:
    """Whether what stands at a place is a period or hours, and no day."""
    return _PERIOD.match(text, at) is not None or _HOURS.match(text, at) is not None


def _found(text: str, label: str, start: int, colon: int) -> FoundLabel:
    """A label with its colon, and the space that may stand behind it."""
    return FoundLabel(label, start, colon + 2 if text[colon + 1 : colon + 2] == " " else colon + 1)


LABELS = Labels()
_Pair = tuple[str, str, int | None]
"""A label, its value, and the line that it stands on."""


class PageMetadata(Value):
    """Values by the record's field names, other labels as printed, and the line each was read on."""

    values: dict[str, str] = field(default_factory=dict)
    other: dict[str, str] = field(default_factory=dict)
    lines: dict[str, int | None] = field(default_factory=dict)


def labels_in(text: str, labels: Labels = LABELS) -> int:
    """How many metadata labels, each with its colon, stand in a line."""
    return len(labels.find(text))


def is_metadata_line(text: str) -> bool:
    """Whether a short line without a sentence holds labels of metadata."""
    if len(text) >= _LONGEST_METADATA or "。" in text:
        return False
    if (":" in text or "：" in text) and (LABELS.leads(text) or labels_in(text) > 0):
        return True
    return is_label(text) or is_bracketed(text)


def is_label(text: str, labels: Labels = LABELS) -> bool:
    """Whether a line is a metadata label and nothing else."""
    return len(text) < _LONGEST_ALONE and labels.named(text) is not None


def is_bracketed(text: str, labels: Labels = LABELS) -> bool:
    """Whether a line begins with a metadata label in brackets."""
    return labels.bracketed(text) is not None


def is_dateline(text: str) -> bool:
    """Whether a line under a title tells when and by whom the page was put up: a date, perhaps more."""
    if len(text) > _SHORT_LINE or text[:1] in "(（-—–" or not _YEAR.search(text):
        return False
    if _SENTENCE.search(text) or _PERIOD.search(text):
        return False
    return bool(_DATE_ALONE.fullmatch(text) or _DATELINE.search(text) or _GLUED.search(text))


def closes_page(text: str) -> bool:
    """Whether a line below a notice is its editors': 来源:…  编辑:…  审核:…"""
    if len(text) > 2 * _SHORT_LINE or "。" in text:
        return False
    if ":" not in text and "：" not in text:
        return False
    plain = text.replace(" ", "").lstrip("(（[【")
    found = labels_in(text) if plain.startswith(CLOSING_LABELS) or plain.startswith(_STRONG_LABELS) else 0
    return found > (0 if plain.startswith(CLOSING_LABELS) else 1)


def find_metadata_lines(blocks: Sequence[Block], labels: Labels = LABELS) -> set[int]:
    """Numbers of the blocks above the text that are metadata though they have no label with a colon.

    Index numbers, values without a label, rows with |, and lists whose labels stand close to their values.
    """
    found: set[int] = set()
    begin: int | None = None
    head = blocks[: _end_of_head(blocks)]
    rows = _metadata_rows(head, labels)
    for at, block in enumerate(head):
        if rows and block.cell and (block.cell.table, block.cell.row) in rows:
            found.add(at)
        if _is_value(block.text) or (labels is not LABELS and _is_added(block.text, labels)):
            found.add(at)
        if not _glued(block, labels):
            begin = None
        elif begin is None:
            begin = at
        elif at - begin >= _LEAST_RUN - 1:
            found.update((at,) if at - begin >= _LEAST_RUN else range(begin, at + 1))
    return found


def _metadata_rows(head: Sequence[Block], labels: Labels) -> set[tuple[int, int]]:
    """Table and row of the cells above the text that hold metadata, be some of their labels unknown."""
    named = _named_cells(head, labels)
    tables = {table: places for table, places in named.items() if len(set(places.values())) >= _LEAST_RUN}
    columns = _columns(head) if tables else {}
    found: set[tuple[int, int]] = set()
    for table, places in tables.items():
        rows = [row for row, _ in places]
        last = max(rows) + (len(columns.get((table, max(rows) + 1), ())) > 1)
        found.update((table, row) for row in range(min(rows), last + 1))
    return found


def _named_cells(head: Sequence[Block], labels: Labels) -> dict[int, dict[tuple[int, int], str]]:
    """By table the rows and columns of the cells that are labels, and the fields that these stand for."""
    named: dict[int, dict[tuple[int, int], str]] = {}
    for block in head:
        cell = block.cell
        name = labels.named(block.text) if cell and len(block.text) < _LONGEST_ALONE else None
        if cell and name:
            named.setdefault(cell.table, {})[cell.row, cell.column] = labels.field_of.get(name, "")
    return named


def _columns(head: Sequence[Block]) -> dict[tuple[int, int], set[int]]:
    """The columns of each table's rows that have text."""
    columns: dict[tuple[int, int], set[int]] = {}
    for block in head:
        if block.cell:
            columns.setdefault((block.cell.table, block.cell.row), set()).add(block.cell.column)
    return columns


def _end_of_head(blocks: Sequence[Block]) -> int:
    """Where the first sentence of some length stands; the head of a page is above it."""
    sentences = (at for at, b in enumerate(blocks) if len(b.text) > _LONGEST_HEAD and "。" in b.text)
    return next(sentences, len(blocks))


def _is_value(text: str) -> bool:
    """Whether a line is a value that needs no label: a number of the document, a row of a drawn table."""
    if text in BARE_VALUES:
        return True
    if len(text) >= _SHORT_LINE or text.startswith(_BARS):
        return is_row(text)
    return is_document_number(text) if text.endswith("号") else "/" in text and is_index_number(text)


def is_index_number(text: str) -> bool:
    """Whether a text is an index number: MB1234567/2024-00012."""
    return "/" in text and _INDEX_NUMBER.fullmatch(text) is not None


def is_document_number(text: str) -> bool:
    """Whether a line is the number of a document and nothing else: 某局党组〔2024〕12号."""
    return text.endswith("号") and _DOCUMENT_NUMBER.fullmatch(text) is not None


def _is_added(text: str, labels: Labels) -> bool:
    """Whether a short line carries a label that only a configuration knows."""
    if len(text) > _LONGEST_VALUE or "。" in text:
        return False
    return any(found.label not in LABELS.field_of for found in labels.find(text))


def is_row(text: str) -> bool:
    """Whether a line is a row of a table drawn with | or the rule below its head."""
    return text.startswith(_BARS) and (
        text.count("|") + text.count("｜") > 2 or _ROW_RULE.fullmatch(text) is not None
    )


def _glued(block: Block, labels: Labels) -> FoundLabel | None:
    """A label at the start of a short line, its value right behind it."""
    if block.cell is not None or len(block.text) > _LONGEST_VALUE or "。" in block.text:
        return None
    found = labels.glued(block.text)
    return None if found and labels_in(block.text, labels) else found


def read_metadata(
    cut: Cut,
    head: Sequence[Block],
    closing: Sequence[Block] = (),
    labels: Labels = LABELS,
    bare: Container[int] | None = None,
) -> PageMetadata:
    """The page's metadata: what it prints goes before its meta tags, these before a bare 时间.

    Args:
        cut: The page.
        head: The blocks above the body.
        closing: The editors' lines below it.
        labels: The labels to look for.
        bare: What `find_metadata_lines` says of the head, where it was asked before.
    """
    found = PageMetadata()
    undated = []
    glued = find_metadata_lines(head, labels) if bare is None else bare
    pairs = _pairs(head, glued, labels)
    if closing:
        pairs += _pairs(closing, find_metadata_lines(closing, labels), labels)
    for label, value, line in pairs:
        name = labels.field_of.get(label)
        if label in UNSURE_DATES:
            undated.append((value, line))
        elif name:
            _put(found, name, value, line)
        elif value and label not in VISIT_LABELS:
            found.other.setdefault(label, value)
    _read_meta_tags(found, cut.meta)
    _put_date(found, undated, head, labels)
    _read_numbers(found, head)
    return found


def _read_numbers(found: PageMetadata, head: Iterable[Block]) -> None:
    """Numbers of the document that stand alone, where no label tells them."""
    if "index_number" in found.values and "document_number" in found.values:
        return
    for block in head:
        text = block.text
        if "/" in text and is_index_number(text):
            _put(found, "index_number", text, block.line)
        elif text.endswith("号") and is_document_number(text):
            _put(found, "document_number", text, block.line)


def _put_date(
    found: PageMetadata, undated: Sequence[tuple[str, int | None]], head: Sequence[Block], labels: Labels
) -> None:
    """The date of publication, where nothing surer tells it: a bare 时间, or a date without a label."""
    if "published_on" not in found.values:
        for value, line in (*undated, *_bare_dates(head, labels)):
            _put(found, "published_on", value, line)


def _bare_dates(head: Sequence[Block], labels: Labels) -> Iterator[tuple[str, int | None]]:
    """Dates without a label: the only one of a line right above the body, a line that is one, a paper's."""
    head = [block for block in head if not block.linked or _only_date(block.text)]
    for block in head[-_BELOW_TITLE:]:
        date = _only_date(block.text)
        if date and not any(parse_date(value) for _, value in _inline(block.text, labels.find(block.text))):
            yield date, block.line
    for block in reversed(head[-_HEAD_LINES:]):
        if len(block.text) < _SHORT_LINE and _DATE_ALONE.fullmatch(block.text):
            yield block.text, block.line
    for block in head[:_HEAD_LINES]:
        paper = _NEWSPAPER.search(block.text) if "星期" in block.text else None
        if paper:
            yield paper[1], block.line


def _only_date(text: str) -> str | None:
    """The one whole date in a short line, unless it is the visitor's own: 今天是…."""
    found = find_dates(_GLUED.sub(r"\1 ", text)) if len(text) < _SHORT_LINE and "今天" not in text else []
    return found[0].value if len(found) == 1 and len(found[0].value or "") == _WHOLE_DATE else None


def _read_meta_tags(found: PageMetadata, meta: Iterable[tuple[str, str]]) -> None:
    tags = {META_TAGS[name]: content for name, content in meta if name in META_TAGS and content}
    if tags.get("origin") in OWN_SITE:
        tags["origin"] = tags.get("site_name", "")
    for name, value in tags.items():
        _put(found, name, value, None)


def _put(found: PageMetadata, name: str, value: str, line: int | None) -> None:
    """Keep the first value of a field; a date only if it is one."""
    if name in found.values:
        return
    kept = parse_date(value) if name in DATE_FIELDS else value
    if kept and kept not in NO_VALUE:
        found.values[name] = kept
        found.lines[name] = line


def _pairs(blocks: Sequence[Block], glued: Container[int], labels: Labels) -> list[_Pair]:
    """Every label with its value: in one block, several to a block, or the value in the next block."""
    found: list[_Pair] = []
    for at, block in enumerate(blocks):
        if block.linked or len(block.text) > 600:
            continue
        named = labels.named(block.text) if len(block.text) < _LONGEST_ALONE else None
        if named is None and at in glued:
            named = _unknown_label(blocks, at, labels)
        if named:
            found.append((named, _next_value(blocks, at, labels), block.line))
        else:
            for label, value in _in_line(block, labels, glued=at in glued):
                found.append((label, value, block.line))
    return found


def _in_line(block: Block, labels: Labels, *, glued: bool) -> Iterable[tuple[str, str]]:
    """The labels and values of a line, however it sets them apart."""
    text = block.text
    if text.startswith(_BARS) and is_row(text):
        return _in_row(text, labels)
    labelled = labels.find(text)
    if labelled:
        return _inline(text, labelled)
    if is_dateline(text) and (spaced := _spaced_pairs(text, labels)):
        return spaced
    found = labels.bracketed(text) or (_glued(block, labels) if glued else None)
    return [(found.label, text[found.end :].strip(_EDGES))] if found else ()


def _unknown_label(blocks: Sequence[Block], at: int, labels: Labels) -> str | None:
    """A label that no table knows, in a cell of a metadata table: a header cell, or one with a colon."""
    block = blocks[at]
    if block.cell is None or len(block.text) > _LONGEST_ALONE or is_label(blocks[at - 1].text, labels):
        return None
    plain = block.text.replace(" ", "").rstrip(":：")
    return plain if block.tag == "th" or block.text[-1] in ":：" else None


def _in_row(text: str, labels: Labels) -> Iterator[tuple[str, str]]:
    """The cells of a row drawn with |, a label and its value in turn."""
    cells = [cell.strip() for cell in text.replace("｜", "|").strip().strip("|").split("|")]
    for label, value in pairwise(cells):
        named = labels.named(label) if len(label) < _LONGEST_ALONE else None
        if named and not is_label(value, labels):
            yield named, value


def _spaced_pairs(text: str, labels: Labels) -> list[tuple[str, str]]:
    """`label value` between spaces, as often as it stands in a line without colons."""
    words = ((labels.named(word), word) for word in text.translate(_BRACKETS).split())
    return [(label, value) for (label, _), (other, value) in pairwise(words) if label and not other]


def _inline(text: str, labelled: Sequence[FoundLabel]) -> list[tuple[str, str]]:
    """`label: value` as often as it stands in a line."""
    found: list[tuple[str, str]] = []
    end = len(text)
    for one in reversed(labelled):
        value = _closed(_without_tools(text[one.end : end].strip(_EDGES)).rstrip("—– "))
        found.insert(0, (one.label, value if len(value) <= _LONGEST_VALUE else ""))
        end = one.start
    return found


def _without_tools(value: str) -> str:
    """A value without the page's tools and counters behind it: 某局我要纠错, 某局【打印】, 某局 阅读量 33."""
    value = _COUNTER_BEHIND.sub("", value).rstrip(_EDGES)
    while value.endswith(TOOLS_BEHIND):
        tool = next(tool for tool in TOOLS_BEHIND if value.endswith(tool))
        value = value.removesuffix(tool).strip(_EDGES)
    return value


def _closed(value: str) -> str:
    """A value without the bracket that closes the line around it: (来源：某局)."""
    if value[-1:] in ")）" and not ("(" in value or "（" in value):
        return value[:-1].rstrip()
    return value


def _next_value(blocks: Sequence[Block], at: int, labels: Labels) -> str:
    """The value in the block behind a label that stands alone: its neighbour cell, its dd, the next line."""
    label, after = blocks[at], blocks[at + 1] if at + 1 < len(blocks) else None
    if _heads_column(blocks, at, labels):
        return _value_below(blocks, at)
    if after is None or len(after.text) > _LONGEST_VALUE or is_label(after.text, labels):
        return ""
    if labels_in(after.text, labels):
        return ""
    if label.cell and after.cell:
        beside = after.place != label.place and _follows(after.cell, label.cell)
        return after.text if beside else ""
    beside = after.tag in _NEXT_VALUE_TAGS or (not label.tag and len(after.text) < _SHORT_LINE)
    return after.text.strip(_EDGES) if beside or _alternates(blocks, at, labels) else ""


def _follows(cell: Cell, label: Cell) -> bool:
    """Whether a cell is the label's own, or the next in its row: an empty one between them is the value."""
    in_row = (cell.table, cell.row) == (label.table, label.row)
    return in_row and cell.column in (label.column, label.column + label.colspan)


def _heads_column(blocks: Sequence[Block], at: int, labels: Labels) -> bool:
    """Whether a cell is one of a row of labels, their values in the row below."""
    here = blocks[at].cell
    if here is None:
        return False
    beside = (blocks[n] for n in (at - 1, at + 1) if 0 <= n < len(blocks))
    return any(_adjoins(b.cell, here) and is_label(b.text, labels) for b in beside)


def _adjoins(cell: Cell | None, here: Cell) -> bool:
    """Whether a cell stands beside another in its row."""
    if cell is None or cell.table != here.table or cell.row != here.row:
        return False
    return abs(cell.column - here.column) == 1


def _value_below(blocks: Sequence[Block], at: int) -> str:
    """The cell under a cell."""
    here = blocks[at].cell
    for block in blocks[at + 1 : at + _LONGEST_ROW]:
        cell = block.cell
        if here and cell and (cell.table, cell.row, cell.column) == (here.table, here.row + 1, here.column):
            return block.text if len(block.text) <= _LONGEST_VALUE else ""
    return ""


def _alternates(blocks: Sequence[Block], at: int, labels: Labels) -> bool:
    """Whether a list goes on with a label behind the next line, or ends there."""
    label, after = blocks[at], blocks[at + 1]
    if label.tag not in _LIST_TAGS or after.tag != label.tag or label.text[-1:] not in ":：":
        return False
    if at > 1 and blocks[at - 2].tag == label.tag and is_label(blocks[at - 2].text, labels):
        return True
    beyond = blocks[at + 2] if at + 2 < len(blocks) else None
    return beyond is None or beyond.tag != label.tag or is_label(beyond.text, labels)
