"""Small notices for tests: text and spans are computed, so that every rule has its evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from notice_cli.model import (
    Contact,
    Count,
    Evidence,
    Inspection,
    Issue,
    Layout,
    Measure,
    Metadata,
    Notice,
    Passage,
    Report,
    Signature,
    Source,
    Span,
)
from notice_cli.rules import RULES, judge
from notice_cli.text.dates import parse_date

STATUS = {
    "已完成": "completed",
    "基本完成": "basically_completed",
    "持续整改": "ongoing",
    "正在整改": "in_progress",
    "未完成": "not_completed",
}
TITLE = "中共青湖市林业局党组关于市委第三巡察组反馈意见整改情况的通报"


@dataclass
class Draft:
    """The text of a notice, line by line."""

    lines: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    size: int = 0

    def add(self, line: str) -> int:
        """Where the line starts."""
        start = self.size
        self.lines.append(line)
        self.starts.append(start)
        self.size += len(line) + 1
        return start


def issue(
    text: str = "学习不深入。",
    status: str | None = None,
    measures: Sequence[str] = ("一是制定学习计划，逐月检查。",),
    label: str | None = None,
    number: int | None = None,
    section: int | None = None,
) -> dict:
    """An issue; measures keep their enumerators, `label` None numbers it 问题1, 问题2."""
    return {
        "text": text,
        "status": status,
        "measures": measures,
        "label": label,
        "number": number,
        "section": section,
    }


def build(
    preamble: str = "",
    counts: Sequence[tuple] = (),
    issues: Sequence[dict] = (),
    steps: Sequence[str] = (),
    *,
    contact: str | None = "0690-6215008",
    issuer: str | None = "中共青湖市林业局党组",
    signed: str | None = "2024年10月22日",
    metadata: Mapping[str, str] | None = None,
    inspection: Mapping[str, str] | None = None,
    repaired: Sequence[str] = (),
    title: str | None = TITLE,
    score: float = 1.0,
    following: str | None = None,
) -> Notice:
    """A notice of these parts.

    Args:
        preamble: The first paragraph, which holds the clauses of the counts.
        counts: `(what, value, clause)`, with a dict of further fields where needed.
        issues: As `issue` gives them.
        steps: Lines of the next steps.
        contact: A phone, or None.
        issuer: Who signs.
        signed: The date as printed.
        metadata: Fields of the page.
        inspection: Fields of the inspection; their values stand in no line.
        repaired: Names of inspection dates that were read from damage.
        title: The title.
        score: How well the layout explains the page.
        following: Address of the next part.
    """
    draft = Draft()
    draft.add(preamble)
    made = [_issue(draft, number, one) for number, one in enumerate(issues, 1)]
    passages = [_passage(draft, number, line) for number, line in enumerate(steps, 1)]
    contact_at = draft.add(f"联系电话：{contact}。") if contact else 0
    issuer_at = draft.add(issuer) if issuer else 0
    signed_at = draft.add(signed) if signed else 0
    text = "\n".join(draft.lines)
    return Notice(
        source=Source(uri="page.html", sha256="0" * 64, size=len(text), next=following),
        genre="inspection",
        title=title,
        text=text,
        metadata=Metadata(**(metadata or {})),
        inspection=Inspection(
            **(inspection or {}), evidence={name: Evidence(repaired=True) for name in repaired}
        ),
        counts=tuple(_count(text, *one) for one in counts),
        layout=Layout(name="problem", score=score),
        issues=tuple(made),
        next_steps=tuple(passages),
        contact=Contact(
            phones=(contact,) if contact else (), evidence=_at("phones", contact_at, bool(contact))
        ),
        signature=Signature(
            issuer=issuer,
            signed_on=parse_date(signed) if signed else None,
            evidence=_at("issuer", issuer_at, bool(issuer), len(issuer or ""))
            | _at("signed_on", signed_at, bool(signed), len(signed or "")),
        ),
        lines=tuple((start, 10 + at) for at, start in enumerate(draft.starts)),
    )


def check(notice: Notice, code: str, lang: str = "zh") -> Report:
    """What one rule says."""
    return judge(notice, [rule for rule in RULES if rule.code == code], lang)  # type: ignore[arg-type]


def _at(name: str, start: int, here: bool, size: int = 1) -> dict[str, Evidence]:
    return {name: Evidence(span=Span(start=start, end=start + size), source_line=1)} if here else {}


def _issue(draft: Draft, position: int, one: dict) -> Issue:
    label = one["label"] or f"问题{position}"
    start = draft.add(f"{label}：{one['text']}")
    evidence = {}
    if one["status"]:
        at = draft.add(f"整改结果：{one['status']}。")
        evidence["status"] = Evidence(span=Span(start=at + 5, end=at + 5 + len(one["status"])))
    measures = [_measure(draft, ordinal, line) for ordinal, line in enumerate(one["measures"], 1)]
    return Issue(
        number=one["number"] or position,
        label=label,
        section=one["section"],
        text=one["text"],
        status=STATUS.get(one["status"]),
        status_text=one["status"],
        measures=tuple(measures),
        span=Span(start=start, end=draft.size - 1),
        evidence=evidence,
    )


def _measure(draft: Draft, ordinal: int, line: str) -> Measure:
    start = draft.add(line)
    label = line[:2] if line[1:2] == "是" else None
    size = len(label or "")
    span = Span(start=start + size, end=start + len(line))
    return Measure(ordinal=ordinal, text=line[size:], span=span, label=label)


def _passage(draft: Draft, number: int, line: str) -> Passage:
    start = draft.add(line)
    return Passage(number=number, text=line, span=Span(start=start, end=start + len(line)))


def _count(text: str, what: str, value: float, clause: str, more: dict | None = None) -> Count:
    start = text.index(clause)
    span = Span(start=start, end=start + len(clause))
    return Count(what=what, value=value, text=clause, span=span, source_line=10, **(more or {}))
