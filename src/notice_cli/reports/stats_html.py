"""Answers of a data set as one page with charts: no scripts, nothing loaded, everything escaped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from notice_cli.language import Lang, Words
from notice_cli.reports.stats_model import NO_ROWS, Cell, Chart, Stat, say_cell
from notice_cli.reports.terminal import cut, visible

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
LANGUAGE: dict[Lang, str] = {"zh": "zh-CN", "en": "en"}
TITLE = Words("整改情况通报数据集")
COLOURS = ("#2f6f4f", "#6aa84f", "#3d78b2", "#d69a2d", "#b3261e", "#8a939c")
BAR, GAP, LABEL, ROOM, VALUE = 18, 8, 260, 520, 80
"""Sizes of a chart: a bar's height, the space between two, widths of labels, bars and values."""
STYLE = """
:root { color-scheme: light; --ink: #1f2328; --soft: #59636e; --rule: #d1d9e0; }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; color: var(--ink); background: #fff;
  font: 16px/1.6 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.15rem; margin: 2.5rem 0 .25rem; }
p { color: var(--soft); margin: .25rem 0 .75rem; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--rule);
  overflow-wrap: anywhere; }
td.figure, th.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
svg { max-width: 100%; height: auto; margin: .5rem 0; } svg text { font-size: 13px; fill: var(--ink); }
.legend span { display: inline-block; margin-right: 1rem; }
.legend i { display: inline-block; width: .8em; height: .8em; margin-right: .3em; }
"""


def render(stats: Sequence[Stat], lang: Lang) -> str:
    """The page."""
    return "\n".join(_page(stats, lang)) + "\n"


def _page(stats: Sequence[Stat], lang: Lang) -> Iterator[str]:
    title = TITLE.say(lang)
    yield f'<!doctype html>\n<html lang="{LANGUAGE[lang]}">\n<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>"
    for stat in stats:
        yield from _section(stat, lang)
    yield "</body>\n</html>"


def _safe(text: str) -> str:
    return escape(visible(text))


def _section(stat: Stat, lang: Lang) -> Iterator[str]:
    yield f'<section id="{_safe(stat.name)}"><h2>{_safe(stat.title.say(lang))}</h2>'
    if stat.note:
        yield f"<p>{_safe(stat.note.say(lang))}</p>"
    if not stat.rows:
        yield f"<p>{NO_ROWS.say(lang)}</p>"
    else:
        if stat.chart:
            yield from _chart(stat, stat.chart, lang)
        yield from _table(stat, lang)
    yield "</section>"


def _table(stat: Stat, lang: Lang) -> Iterator[str]:
    classes = [' class="figure"' if column.kind != "text" else "" for column in stat.columns]
    heads = (
        f"<th{css}>{_safe(one.title.say(lang))}</th>" for one, css in zip(stat.columns, classes, strict=True)
    )
    yield f"<table><thead><tr>{''.join(heads)}</tr></thead><tbody>"
    for row in stat.rows:
        told = (say_cell(cell, column, lang) for cell, column in zip(row, stat.columns, strict=True))
        yield (
            "<tr>"
            + "".join(f"<td{css}>{_safe(text)}</td>" for text, css in zip(told, classes, strict=True))
            + "</tr>"
        )
    yield "</tbody></table>"


def _chart(stat: Stat, chart: Chart, lang: Lang) -> Iterator[str]:
    """A bar a row, its values side by side in it, and what the colours mean where there are several."""
    if len(chart.values) > 1:
        names = [stat.columns[at].title.say(lang) for at in chart.values]
        marks = (
            f'<span><i style="background:{c}"></i>{_safe(n)}</span>'
            for n, c in zip(names, COLOURS, strict=False)
        )
        yield f'<p class="legend">{"".join(marks)}</p>'
    most = max(sum(_values(row, chart)) for row in stat.rows) or 1
    height, width = len(stat.rows) * (BAR + GAP), LABEL + ROOM + VALUE
    yield (
        f'<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img" aria-label="{_safe(stat.title.say(lang))}">'
    )
    for at, row in enumerate(stat.rows):
        yield from _bar(stat, chart, row, at * (BAR + GAP), ROOM / most, lang)
    yield "</svg>"


def _bar(stat: Stat, chart: Chart, row: Sequence[Cell], top: int, scale: float, lang: Lang) -> Iterator[str]:
    label = " ".join(say_cell(row[at], stat.columns[at], lang) for at in chart.labels)
    shown, middle = cut(visible(label), 30), top + BAR - 5
    yield f'<text x="{LABEL - 8}" y="{middle}" text-anchor="end">{escape(shown)}</text>'
    left, values = float(LABEL), _values(row, chart)
    for value, colour in zip(values, COLOURS, strict=False):
        width = value * scale
        if width:
            yield f'<rect x="{left:.1f}" y="{top}" width="{width:.1f}" height="{BAR}" fill="{colour}"/>'
        left += width
    column = stat.columns[chart.values[0]]
    total = values[0] if len(values) == 1 else int(sum(values))
    yield f'<text x="{left + 6:.1f}" y="{middle}">{escape(say_cell(total, column, lang))}</text>'


def _values(row: Sequence[Cell], chart: Chart) -> list[float]:
    cells_ = (row[at] for at in chart.values)
    return [max(0, one) if isinstance(one, (int, float)) else 0 for one in cells_]
