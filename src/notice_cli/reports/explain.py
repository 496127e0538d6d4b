"""What each block of a page was taken for: `notice parse --explain`.

Everything is found again from the record's spans; reading keeps nothing for this.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from notice_cli.language import NOTHING, Lang, Words, words_in
from notice_cli.model import Issue, Notice
from notice_cli.page.explain import PartOfPage
from notice_cli.reports.terminal import Line, cells, cut, paint, visible


class Role(NamedTuple):
    """A part of the record that lies over a text: its kind, its number, and the number within that."""

    kind: str
    number: int | None = None
    part: str | None = None
    ordinal: int | None = None


class Row(NamedTuple):
    """A block of the page."""

    source_line: int | None
    span: tuple[int, int] | None
    """Its place in the record's text; None for what is not in it."""
    text: str
    roles: tuple[Role, ...]
    reason: str


KINDS: dict[str, Words] = {
    "title": Words("标题"),
    "heading": Words("小标题"),
    "preamble": Words("引言"),
    "overview": Words("总体情况"),
    "section": Words("分组"),
    "issue": words_in("explain", "问题"),
    "next_steps": Words("下一步"),
    "contact": Words("联系方式"),
    "signature": Words("落款"),
    "inspection": Words("巡视巡察"),
    "count": Words("数字"),
    "unparsed": Words("未归类"),
    "metadata": Words("元数据"),
    "furniture": Words("页面部件"),
    "outside": Words("正文之外"),
}
PARTS: dict[str, Words] = {
    "text": Words("表述"),
    "status": Words("结果"),
    "measure": words_in("copied", "措施"),
    "outcome": Words("成效"),
    "deadline": Words("时限"),
    "responsible": Words("责任"),
}
REASONS: dict[str, Words] = {
    "": NOTHING,
    "element": Words("所在元素的名称是页面部件"),
    "links": Words("大部分是链接"),
    "words": Words("是页面部件的用语"),
    "label": Words("带元数据标签"),
    "bare": Words("是元数据的值或行"),
    "above": Words("在标题和正文之前"),
    "below": Words("在正文之后，不像结尾"),
    "no_rule": Words("没有一种版式能解释它"),
}
_STYLES = {
    "unparsed": "bold yellow", "metadata": "cyan", "furniture": "dim", "outside": "dim", "issue": "green",
}  # fmt: skip
_HEAD = Words("版式 {layout}（{score:.2f}），正文取自 {method}")
_COLUMNS = (Words("行"), Words("当作"), Words("文字"))
_ROLE_WIDTH = 26
_LEAST_TEXT = 20


def explain(notice: Notice, page: Sequence[PartOfPage] | None) -> list[Row]:
    """Every block in the order of the page; those of the text alone where the page is not known."""
    rows = _text_rows(notice)
    if page is None:
        return list(rows)
    shown = []
    for piece in page:
        row = next(rows, None) if piece.part in ("title", "body") else None
        shown.append(row or Row(piece.block.line, None, piece.block.text, (Role(piece.part),), piece.why))
    return [*shown, *rows]


def _text_rows(notice: Notice) -> Iterator[Row]:
    """A row for each line of the record's text."""
    covers = sorted(_covers(notice), key=lambda cover: (cover[0], -cover[1]))
    starts = [start for start, _ in notice.lines]
    active: list[tuple[int, int, Role]] = []
    upcoming = 0
    for (start, line), after in zip(notice.lines, [*starts[1:], len(notice.text) + 1], strict=True):
        end = after - 1
        while upcoming < len(covers) and covers[upcoming][0] < max(end, start + 1):
            active.append(covers[upcoming])
            upcoming += 1
        active = [cover for cover in active if cover[1] > start]
        roles = tuple(dict.fromkeys(role for _, _, role in active))
        reason = "no_rule" if any(role.kind == "unparsed" for role in roles) or not roles else ""
        yield Row(line, (start, end), notice.text[start:end], roles or (Role("unparsed"),), reason)


def _covers(notice: Notice) -> Iterator[tuple[int, int, Role]]:
    """Every span of the record and what it says about the text under it."""
    yield from _evidence_covers(notice)
    if notice.preamble:
        yield notice.preamble.span.start, notice.preamble.span.end, Role("preamble")
    for kind, parts in (("overview", notice.overview), ("next_steps", notice.next_steps)):
        yield from ((part.span.start, part.span.end, Role(kind, part.number)) for part in parts)
    yield from ((one.span.start, one.span.end, Role("section", one.number)) for one in notice.sections)
    passages = {part.span.start for part in (*notice.overview, *notice.next_steps)}
    outline = (heading for heading in notice.outline if heading.span.start not in passages)
    yield from ((one.span.start, one.span.end, Role("heading", one.level)) for one in outline)
    for issue in notice.issues:
        yield from _issue_covers(issue)
    yield from ((one.span.start, one.span.end, Role("count", None, one.what)) for one in notice.counts)
    yield from ((block.span.start, block.span.end, Role("unparsed")) for block in notice.unparsed)


def _evidence_covers(notice: Notice) -> Iterator[tuple[int, int, Role]]:
    """Title, contact, signature: plain values, told by their evidence."""
    kinds = (("title", notice), ("contact", notice.contact), ("signature", notice.signature))
    for kind, record in kinds:
        for place in record.evidence.values():
            if place.span:
                yield place.span.start, place.span.end, Role(kind)


def _issue_covers(issue: Issue) -> Iterator[tuple[int, int, Role]]:
    """An issue, and what lies in it."""
    number = issue.number
    yield issue.span.start, issue.span.end, Role("issue", number)
    yield issue.span.start, issue.span.start + 1, Role("issue", number, "text")
    for name, place in issue.evidence.items():
        if place.span:
            yield place.span.start, place.span.end, Role("issue", number, name)
    for one in issue.measures:
        yield one.span.start, one.span.end, Role("issue", number, "measure", one.ordinal)


def render(
    explained: Iterable[tuple[Notice, Sequence[PartOfPage] | None]], lang: Lang, color: bool, width: int
) -> str:
    """All pages one below the other, a line a block, cut to `width` cells."""
    lines: list[Line] = []
    for notice, page in explained:
        lines += _page_lines(notice, explain(notice, page), lang, max(width, 60))
    return paint(lines, color=color)


def _page_lines(notice: Notice, rows: Sequence[Row], lang: Lang, width: int) -> Iterator[Line]:
    method = notice.source.body_method or "-"
    layout = notice.layout
    yield [(visible(notice.title or notice.source.uri), "bold")]
    yield [(_HEAD.say(lang, layout=layout.name, score=layout.score, method=method), "dim")]
    number = max((len(str(row.source_line or "")) for row in rows), default=1)
    number = max(number, 4)
    for row in rows:
        role = cut(visible("、".join(_say(row.roles, lang))), _ROLE_WIDTH)
        reason = REASONS[row.reason].say(lang)
        room = max(_LEAST_TEXT, width - number - _ROLE_WIDTH - 4)
        style = _STYLES.get(row.roles[0].kind, "")
        padded = role + " " * (_ROLE_WIDTH - cells(role))
        told = f"（{reason}）" if reason and lang == "zh" else f" ({reason})" if reason else ""
        text = cut(visible(row.text), max(_LEAST_TEXT, room - cells(told)))
        yield [
            (f"{row.source_line or '':>{number}}  ", "dim"),
            (f"{padded}  ", style),
            (text, ""),
            (told, "dim"),
        ]
    yield [("", "")]


def _say(roles: Sequence[Role], lang: Lang) -> Iterator[str]:
    """The roles in words, an issue's parts behind its number; the most telling ones first."""
    parts = [role for role in roles if role.part and role.kind == "issue"]
    hidden = {"count", *(["issue"] if parts else []), *(["heading"] if _has(roles, "section") else [])}
    told = [role for role in roles if role.kind not in hidden]
    for number in dict.fromkeys(role.number for role in parts):
        names = [_part(role, lang) for role in parts if role.number == number]
        yield f"{KINDS['issue'].say(lang)}{number} {'+'.join(names)}"
    for role in told:
        counted = "" if role.number is None or role.kind == "heading" else str(role.number)
        yield f"{KINDS[role.kind].say(lang)}{counted}"
    figures = sum(1 for role in roles if role.kind == "count")
    if figures:
        yield f"{KINDS['count'].say(lang)}×{figures}"


def _has(roles: Sequence[Role], kind: str) -> bool:
    return any(role.kind == kind for role in roles)


def _part(role: Role, lang: Lang) -> str:
    return f"{PARTS[role.part or 'text'].say(lang)}{role.ordinal or ''}"


def _named(role: Role) -> str:
    """A role as programs read it: issue:3.measure:2"""
    number = "" if role.number is None else f":{role.number}"
    ordinal = "" if role.ordinal is None else f":{role.ordinal}"
    return f"{role.kind}{number}" + (f".{role.part}{ordinal}" if role.part else "")


def _record(notice: Notice, page: Sequence[PartOfPage] | None) -> dict[str, object]:
    blocks = [
        {
            "source_line": row.source_line,
            "span": {"start": row.span[0], "end": row.span[1]} if row.span else None,
            "text": row.text,
            "roles": [_named(role) for role in row.roles],
            "reason": row.reason or None,
        }
        for row in explain(notice, page)
    ]
    source, layout = notice.source.model_dump(mode="json"), notice.layout.model_dump(mode="json")
    return {
        "schema_version": "1",
        "source": source,
        "title": notice.title,
        "layout": layout,
        "blocks": blocks,
    }


def render_json(explained: Sequence[tuple[Notice, Sequence[PartOfPage] | None]]) -> str:
    """One object for one page, an array for several."""
    records = [_record(notice, page) for notice, page in explained]
    return json.dumps(records[0] if len(records) == 1 else records, ensure_ascii=False, indent=2) + "\n"


def render_lines(explained: Sequence[tuple[Notice, Sequence[PartOfPage] | None]]) -> str:
    """A page a line."""
    return "".join(json.dumps(_record(*one), ensure_ascii=False) + "\n" for one in explained)
