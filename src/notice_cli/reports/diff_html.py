"""What changed between two notices as one page: no scripts, nothing loaded, fit for print.

The filter is a row of radio buttons that the style sheet alone evaluates. Whatever comes from a notice is
escaped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from notice_cli.language import Lang, Words
from notice_cli.model import Change, Comparison, MeasureChanges, Side, Status
from notice_cli.model.comparison import Group
from notice_cli.reports import diff_words as say
from notice_cli.reports.diff_html_style import STYLE, filter_style
from notice_cli.reports.diff_text import group
from notice_cli.reports.terminal import visible

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
LANGUAGE: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}


def render(comparison: Comparison, lang: Lang) -> str:
    """The comparison as a page: both notices' issues side by side, the most serious group on top."""
    return "\n".join(_page(comparison, lang)) + "\n"


def _page(comparison: Comparison, lang: Lang) -> Iterator[str]:
    title = say.KINDS[comparison.kind].say(lang)
    groups = group(comparison.issues)
    yield f'<!doctype html>\n<html lang="{LANGUAGE[lang]}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield f"<title>{title}</title>\n<style>{STYLE}{filter_style(groups)}</style>\n</head>\n<body>"
    yield f"<header><h1>{title}</h1>{_side(say.OLD, comparison.old, lang)}"
    yield f"{_side(say.NEW, comparison.new, lang)}</header>"
    yield from _filter(groups, lang)
    yield "<main>"
    for name, changes in groups.items():
        yield from _section(name, changes, lang)
    yield from _tables(comparison, lang)
    if not (comparison.issues or comparison.counts or comparison.fields):
        yield f"<p>{say.NO_CHANGE.say(lang)}</p>"
    yield f"<footer>{say.LEGEND.say(lang)}</footer>\n</main>\n</body>\n</html>"


def safe(text: object) -> str:
    """Text that stays text, with what cannot be seen made visible."""
    return escape(visible(str(text)))


def _side(words: Words, side: Side, lang: Lang) -> str:
    parts = [part for part in (side.signed_on, side.title or side.source.uri) if part]
    return f"<p><b>{words.say(lang)}</b> {safe(' '.join(parts))}</p>"


def _filter(groups: dict[Group, list[Change]], lang: Lang) -> Iterator[str]:
    """The radio buttons, then their labels; style sheets do the rest."""
    yield '<input type="radio" name="show" id="show-all" checked>'
    yield from (f'<input type="radio" name="show" id="show-{name}">' for name in groups)
    labels = [("all", say.ALL.say(lang))]
    labels += [(name, say.SUMMARY[name].say(lang, count=len(groups[name]))) for name in groups]
    chips = "".join(f'<label for="show-{name}" class="chip {name}">{text}</label>' for name, text in labels)
    yield f"<nav>{say.SHOW.say(lang)}{chips}</nav>"


def _section(name: Group, changes: Sequence[Change], lang: Lang) -> Iterator[str]:
    heading = say.GROUPS[name][0].say(lang, count=len(changes))
    yield f'<section class="group {name}"><h2>{heading}</h2>'
    for change in changes:
        yield from _change(change, lang)
    yield "</section>"


def _change(change: Change, lang: Lang) -> Iterator[str]:
    """The issue of the old notice, what joins the two, that of the new one; below, what the pair rests on."""
    both = change.old is not None and change.new is not None
    yield f'<article class="{"pair" if both else "lone"}" id="change-{change.fingerprint}">'
    yield _card("old", change.old, change.old_status, _marked(change, "removed", change.old_text), lang)
    yield _join(change, lang) if both else '<div class="join"></div>'
    yield _card("new", change.new, change.new_status, _marked(change, "added", change.new_text), lang)
    yield from _details(change, lang)
    yield "</article>"


def _card(side: str, number: int | None, status: Status | None, text: str, lang: Lang) -> str:
    if number is None:
        return f'<div class="card {side}-side absent">{say.ABSENT}</div>'
    label = (say.OLD if side == "old" else say.NEW).say(lang)
    state = say.ABSENT if status is None else say.STATUSES[status].say(lang)
    head = f'<p class="head"><b>{label} {number}</b> <span class="status">{state}</span></p>'
    return f'<div class="card {side}-side">{head}<p class="text">{text}</p></div>'


def _marked(change: Change, kind: str, text: str | None) -> str:
    """The text of one side with the words that the other does not have marked."""
    if not change.edits:
        return safe(text or "")
    tag = "del" if kind == "removed" else "ins"
    runs = (edit for edit in change.edits if edit.kind in ("same", kind))
    return "".join(
        safe(edit.text) if edit.kind == "same" else f"<{tag}>{safe(edit.text)}</{tag}>" for edit in runs
    )


def _join(change: Change, lang: Lang) -> str:
    flags = [words.say(lang) for flag, words in say.FLAGS.items() if getattr(change, flag)]
    flags += [say.EDITED[field].say(lang) for field in change.edited]
    likeness = "" if change.similarity is None else say.ALIKE.say(lang, likeness=change.similarity)
    chips = "".join(f'<span class="flag">{flag}</span>' for flag in flags)
    return f'<div class="join"><span class="line"></span><span>{likeness}</span>{chips}</div>'


def _details(change: Change, lang: Lang) -> Iterator[str]:
    """Measures, figures and deadlines that changed, and why the two are one issue."""
    lines = [*_facts(change, lang), *_why(change, lang)]
    if lines:
        yield f"<details><summary>{say.WHY.say(lang)}</summary>"
        yield from (f"<p>{line}</p>" for line in lines)
        yield "</details>"


def _facts(change: Change, lang: Lang) -> Iterator[str]:
    if change.measures and change.measures != MeasureChanges():
        counted = change.measures.model_dump(include={"repeated", "added", "removed"})
        yield say.MEASURES.say(lang, **{name: len(listed) for name, listed in counted.items()})
    if change.figures:
        moves = (f"{safe(row.old or say.ABSENT)} → {safe(row.new or say.ABSENT)}" for row in change.figures)
        yield f"{say.NUMBERS.say(lang)}: " + "; ".join(moves)
    if change.old_deadline != change.new_deadline and change.old is not None and change.new is not None:
        old, new = change.old_deadline or say.ABSENT, change.new_deadline or say.ABSENT
        yield f"{say.DEADLINE.say(lang)}: {safe(old)} → {safe(new)}"


def _why(change: Change, lang: Lang) -> Iterator[str]:
    """The parts of the likeness, and what both name."""
    if change.likeness is None:
        return
    parts = ((words.say(lang), getattr(change.likeness, part)) for part, words in say.PARTS.items())
    told = [f"{name} {value:+.2f}" for name, value in parts if value]
    if told:
        yield ", ".join(told)
    named = [*change.likeness.shared_subjects, *change.likeness.shared_faults]
    if named:
        yield f"{say.BOTH.say(lang)}: {safe('、'.join(named))}"


def _tables(comparison: Comparison, lang: Lang) -> Iterator[str]:
    """Declared figures and other fields."""
    figures = (
        (say.WHATS[row.what].say(lang), *map(_number, (row.old, row.new, row.delta)))
        for row in comparison.counts
    )
    yield from _table(say.FIGURES, (say.FIGURE, say.OLD, say.NEW, say.DELTA), figures, lang)
    fields = (
        (_field_name(row.field, lang), safe(row.old or say.ABSENT), safe(row.new or say.ABSENT))
        for row in comparison.fields
    )
    yield from _table(say.FIELDS, (say.FIELD, say.OLD, say.NEW), fields, lang)
    stale = ((one.verdict, str(one.old), str(one.new)) for one in comparison.stale_decisions)
    yield from _table(say.STALE, (say.FLAGS["confirmed"], say.OLD, say.NEW), stale, lang)


def _table(title: Words, heads: Sequence[Words], rows: Iterable[Sequence[str]], lang: Lang) -> Iterator[str]:
    """A table under a heading; nothing where it has no rows. The cells are safe already."""
    body = ["<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows]
    if body:
        head = "".join(f"<th>{words.say(lang)}</th>" for words in heads)
        yield f'<section class="table"><h2>{title.say(lang)}</h2><table><tr>{head}</tr>'
        yield from body
        yield "</table></section>"


def _number(value: float | None) -> str:
    return say.ABSENT if value is None else f"{value:,}"


def _field_name(path: str, lang: Lang) -> str:
    words = say.FIELD_NAMES.get(path)
    return words.say(lang) if words else safe(path.rpartition(".")[2])
