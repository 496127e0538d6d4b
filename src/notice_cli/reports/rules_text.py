"""The rules and their manual pages, for a terminal, as JSON, and as Markdown for docs/rules."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from notice_cli.language import Lang, Words
from notice_cli.model import Manual
from notice_cli.reports.terminal import Line, cells, paint, visible, wrap

_LEVELS = {
    "error": (Words("错误"), "bold red"),
    "warning": (Words("警告"), "bold yellow"),
    "note": (Words("提示"), "bold cyan"),
}
_CHECKS = Words("查什么")
_WRONG = Words("误")
_RIGHT = Words("正")
_SILENT = Words("不判")
_LEAST = 30
"""Cells that a sentence beside a rule's name has to have."""


def render_list(manuals: Sequence[Manual], lang: Lang, color: bool, width: int) -> str:
    """Of each rule code, level, name, and beside or below them what should hold."""
    size = max((cells(one.name) for one in manuals), default=0)
    lines = [line for one in manuals for line in _row(one, lang, size, max(width, 40))]
    return paint(lines, color=color)


def _row(one: Manual, lang: Lang, size: int, width: int) -> Iterator[Line]:
    words, style = _LEVELS[one.level]
    name = one.name + " " * (size - cells(one.name))
    head = f"{one.code} {words.say(lang):<7} {name}  "
    said = one.summary if lang == "zh" else one.checks_en or one.summary
    beside = width - cells(head) >= _LEAST
    indent = cells(head) if beside else 4
    first, *rest = wrap(visible(said), width - indent) if beside else ["", *wrap(visible(said), width - 4)]
    yield [(f"{one.code} ", "bold"), (f"{words.say(lang):<7} ", style), (f"{name}  ", "dim"), (first, "")]
    yield from ([(" " * indent + line, "")] for line in rest)


def render_json(manuals: Sequence[Manual]) -> str:
    """An array with an object for each rule."""
    inner = ",\n".join(json.dumps(one.model_dump(), ensure_ascii=False) for one in manuals)
    return f"[\n{inner}\n]\n"


def render_manual(manual: Manual, lang: Lang, color: bool, width: int) -> str:
    """One page: what it checks, a wrong and a right example, when it is silent."""
    return paint(list(_page(manual, lang, max(width, 40))), color=color)


def _page(manual: Manual, lang: Lang, width: int) -> Iterator[Line]:
    words, style = _LEVELS[manual.level]
    yield [(f"{manual.code} ", "bold"), (manual.name, "bold"), (f"  {words.say(lang)}", style)]
    if lang == "zh":
        yield from _plain(manual.summary, width)
    for head, text in _parts(manual, lang):
        yield []
        yield [(head, "bold")]
        for line in text.split("\n"):
            yield from _plain(line, width)


def _parts(manual: Manual, lang: Lang) -> Iterator[tuple[str, str]]:
    """Headings with their text; the examples are Chinese in either language."""
    zh = lang == "zh"
    yield _CHECKS.say(lang), manual.checks if zh else manual.checks_en or manual.checks
    yield from ((_WRONG.say(lang), one) for one in manual.wrong)
    yield from ((_RIGHT.say(lang), one) for one in manual.right)
    yield _SILENT.say(lang), manual.silent if zh else manual.silent_en or manual.silent


def _plain(text: str, width: int) -> Iterator[Line]:
    return ([("  ", ""), (line, "")] for line in wrap(visible(text), width - 2))


def render_markdown(manual: Manual) -> str:
    """One page of docs/rules, in both languages."""
    lines = [
        f"# {manual.code} {manual.name}",
        "",
        f"{_LEVELS[manual.level][0].zh} ({manual.level})：{manual.summary}",
        "",
    ]
    for head, zh, en in (
        (_CHECKS, manual.checks, manual.checks_en),
        (_SILENT, manual.silent, manual.silent_en),
    ):
        lines += [f"## {head.zh} / {head.en}", "", zh, "", en, ""]
        if head is _CHECKS:
            lines += [*_examples(_WRONG, manual.wrong), *_examples(_RIGHT, manual.right)]
    return "\n".join(lines).rstrip() + "\n"


def _examples(head: Words, examples: Sequence[str]) -> list[str]:
    return [line for one in examples for line in (f"## {head.zh} / {head.en}", "", "```text", one, "```", "")]


def render_index(manuals: Sequence[Manual]) -> str:
    """The table of docs/rules."""
    rows = [f"| [{one.code}]({one.code}.md) | {one.name} | {one.level} | {one.summary} |" for one in manuals]
    head = ["# 规则 / Rules", "", "| 编号 | 名称 | 级别 | 应当 |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *rows]) + "\n"
