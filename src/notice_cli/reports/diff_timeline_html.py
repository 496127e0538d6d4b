"""Threads of issues over three or more notices as one page: no scripts, nothing loaded, fit for print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from notice_cli.language import Lang
from notice_cli.model import Side, Sighting, Thread, Timeline
from notice_cli.reports import diff_words as say
from notice_cli.reports.diff_html import LANGUAGE, POLICY, safe
from notice_cli.reports.diff_html_style import STYLE, filter_style
from notice_cli.reports.diff_timeline import group_threads


def render(timeline: Timeline, lang: Lang) -> str:
    """The timeline as a page: a table a group, with a column for each notice, the most serious on top."""
    return "\n".join(_page(timeline, lang)) + "\n"


def _page(timeline: Timeline, lang: Lang) -> Iterator[str]:
    title = say.TIMELINE.say(lang, count=len(timeline.notices))
    groups = group_threads(timeline.threads)
    yield f'<!doctype html>\n<html lang="{LANGUAGE[lang]}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield f"<title>{title}</title>\n<style>{STYLE}{filter_style(groups)}</style>\n</head>\n<body>"
    yield f"<header><h1>{title}</h1>"
    yield from (f"<p><b>[{at}]</b> {_name(side)}</p>" for at, side in enumerate(timeline.notices, start=1))
    yield "</header>"
    yield from _filter(groups, lang)
    yield "<main>"
    for name, threads in groups.items():
        yield from _section(name, threads, len(timeline.notices), lang)
    yield f"<footer>{say.LEGEND.say(lang)}</footer>\n</main>\n</body>\n</html>"


def _name(side: Side) -> str:
    return safe(" ".join(part for part in (side.signed_on, side.title or side.source.uri) if part))


def _filter(groups: Iterable[str], lang: Lang) -> Iterator[str]:
    """The radio buttons, then their labels; style sheets do the rest."""
    yield '<input type="radio" name="show" id="show-all" checked>'
    yield from (f'<input type="radio" name="show" id="show-{name}">' for name in groups)
    chips = [f'<label for="show-all" class="chip">{say.ALL.say(lang)}</label>']
    chips += [
        f'<label for="show-{name}" class="chip {name}">{say.THREAD_NAMES[name].say(lang)}</label>'
        for name in groups
    ]
    yield f"<nav>{say.SHOW.say(lang)}{''.join(chips)}</nav>"


def _section(name: str, threads: Sequence[Thread], notices: int, lang: Lang) -> Iterator[str]:
    heading = say.THREAD_GROUPS[name].say(lang, count=len(threads))
    yield f'<section class="group {name}"><h2>{heading}</h2><table class="threads"><tr>'
    yield "".join(f"<th>[{at}]</th>" for at in range(1, notices + 1)) + "</tr>"
    for thread in threads:
        found = {one.notice: _cell(one, lang) for one in thread.sightings}
        yield "<tr>" + "".join(f"<td>{found.get(at, say.ABSENT)}</td>" for at in range(notices)) + "</tr>"
    yield "</table></section>"


def _cell(one: Sighting, lang: Lang) -> str:
    status = say.ABSENT if one.status is None else say.STATUSES[one.status].say(lang)
    doubt = f" <b>{say.FLAGS['needs_review'].say(lang)}</b>" if one.needs_review else ""
    return f'<b>{one.issue}</b> <span class="status">{status}</span>{doubt}<br>{safe(one.text)}'
