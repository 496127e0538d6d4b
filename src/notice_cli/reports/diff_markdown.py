"""What changed between two notices as GitHub-flavoured Markdown: the most serious first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from notice_cli.language import Lang, Words
from notice_cli.model import Change, Comparison, Side, Status
from notice_cli.reports import diff_words as say
from notice_cli.reports.diff_text import group
from notice_cli.reports.terminal import visible

_SPECIAL = str.maketrans({letter: "\\" + letter for letter in "\\`*_[]|~#"})


def render(comparison: Comparison, lang: Lang) -> str:
    """The comparison as Markdown: a table a group of issues, then figures and fields."""
    return "\n".join(_lines(comparison, lang)) + "\n"


def _lines(comparison: Comparison, lang: Lang) -> Iterator[str]:
    yield f"# {say.KINDS[comparison.kind].say(lang)}"
    yield ""
    for words, side in ((say.OLD, comparison.old), (say.NEW, comparison.new)):
        yield f"- {words.say(lang)}: {name_side(side)}"
    for name, changes in group(comparison.issues).items():
        yield from table(
            say.GROUPS[name][0].say(lang, count=len(changes)),
            [say.OLD, say.NEW, say.STATUS, say.ISSUE],
            [_row(change, lang) for change in changes],
            lang,
        )
    figures = [
        [say.WHATS[row.what].say(lang), _value(row.old), _value(row.new), _value(row.delta)]
        for row in comparison.counts
    ]
    heads = [say.FIGURE, say.OLD, say.NEW, say.DELTA]
    yield from table(say.FIGURES.say(lang), heads, figures, lang)
    fields = [[_field_name(row.field, lang), safe(row.old), safe(row.new)] for row in comparison.fields]
    yield from table(say.FIELDS.say(lang), [say.FIELD, say.OLD, say.NEW], fields, lang)
    if not (comparison.issues or comparison.counts or comparison.fields):
        yield from ("", say.NO_CHANGE.say(lang))


def name_side(side: Side) -> str:
    """Date and title of a notice."""
    return " ".join(safe(part) for part in (side.signed_on, side.title or side.source.uri) if part)


def table(title: str, heads: Sequence[Words], rows: Sequence[Sequence[str]], lang: Lang) -> Iterator[str]:
    """A heading and a table; nothing where there are no rows."""
    if not rows:
        return
    yield from ("", f"## {title}", "")
    for cells in ([words.say(lang) for words in heads], ["---"] * len(heads), *rows):
        yield "| " + " | ".join(cells) + " |"


def _row(change: Change, lang: Lang) -> list[str]:
    numbers = [say.ABSENT if number is None else str(number) for number in (change.old, change.new)]
    return [*numbers, _states(change, lang), _texts(change)]


def _states(change: Change, lang: Lang) -> str:
    """The statuses and the flags."""
    old, new = _status(change.old_status, lang), _status(change.new_status, lang)
    moved = old if change.new is None else new if change.old is None else f"{old} → {new}"
    flags = [words.say(lang) for flag, words in say.FLAGS.items() if getattr(change, flag)]
    likeness = [] if change.similarity is None else [say.ALIKE.say(lang, likeness=change.similarity)]
    return "<br>".join([moved, *flags, *likeness])


def _texts(change: Change) -> str:
    """The new text, and the old one below; of two nearly the same the edits."""
    if change.edited and change.edits:
        marks = {"same": "{}", "removed": "~~{}~~", "added": "**{}**"}
        return "".join(marks[edit.kind].format(safe(edit.text)) for edit in change.edits)
    texts = dict.fromkeys(text for text in (change.new_text, change.old_text) if text)
    return "<br>".join(map(safe, texts))


def _status(status: Status | None, lang: Lang) -> str:
    return say.ABSENT if status is None else say.STATUSES[status].say(lang)


def _value(value: float | None) -> str:
    return say.ABSENT if value is None else f"{value:,}"


def _field_name(path: str, lang: Lang) -> str:
    words = say.FIELD_NAMES.get(path)
    return words.say(lang) if words else safe(path.rpartition(".")[2])


def safe(text: str | None) -> str:
    """Text that stays text: no markup, no HTML, one line."""
    return say.ABSENT if text is None else escape(visible(text).translate(_SPECIAL), quote=False)
