"""What a ledger can be exported to, by the ending of the file's name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from notice_cli.language import Lang

if TYPE_CHECKING:
    from notice_cli.reports.export_tables import Pair

Files = dict[str, bytes]
"""Contents by what is added to the file's name: nothing for the file itself, else a table's name."""
Export = Callable[["Sequence[Pair]", "str | None", Lang], Files]
"""Notices and findings, one table or None for all, the language of heads."""


def _xlsx(pairs: Sequence[Pair], table: str | None, lang: Lang) -> Files:
    from notice_cli.reports.export_xlsx import render

    return {"": render(pairs, lang)}


def _docx(pairs: Sequence[Pair], table: str | None, lang: Lang) -> Files:
    from notice_cli.reports.export_docx import render

    return {"": render([table] if table else [], pairs, lang)}


def _markdown(pairs: Sequence[Pair], table: str | None, lang: Lang) -> Files:
    from notice_cli.reports.export_plain import render_markdown

    tables = [table] if table else ["ledger", "counts", "arithmetic", "findings", "facts"]
    return {"": b"\n".join(render_markdown(one, pairs, lang) for one in tables)}


def _csv(pairs: Sequence[Pair], table: str | None, lang: Lang) -> Files:
    from notice_cli.reports.export_plain import render_csv

    return _file_a_table(render_csv, pairs, table, lang)


def _parquet(pairs: Sequence[Pair], table: str | None, lang: Lang) -> Files:
    from notice_cli.reports.export_plain import render_parquet

    return _file_a_table(render_parquet, pairs, table, lang)


def _file_a_table(
    render: Callable[[str, Sequence[Pair], Lang], bytes],
    pairs: Sequence[Pair],
    table: str | None,
    lang: Lang,
) -> Files:
    from notice_cli.model.ledger import TABLES
    from notice_cli.reports.export_tables import EXPORTED

    if table:
        return {"": render(table, pairs, lang)}
    return {TABLES[one].words.say(lang): render(one, pairs, lang) for one in EXPORTED}


def _json(pairs: Sequence[Pair], table: str | None, lang: Lang) -> Files:
    from notice_cli.reports.export_plain import render_json
    from notice_cli.reports.to_json import render_many

    whole = render_many([notice for notice, _ in pairs]).encode() if table is None else b""
    return {"": render_json(table, pairs, lang) if table else whole}


def _jsonl(pairs: Sequence[Pair], table: str | None, lang: Lang) -> Files:
    from notice_cli.reports.export_plain import render_jsonl
    from notice_cli.reports.to_json import render_lines

    whole = render_lines([notice for notice, _ in pairs]).encode() if table is None else b""
    return {"": render_jsonl(table, pairs, lang) if table else whole}


EXPORTS: dict[str, Export] = {
    ".xlsx": _xlsx,
    ".csv": _csv,
    ".json": _json,
    ".jsonl": _jsonl,
    ".md": _markdown,
    ".parquet": _parquet,
    ".docx": _docx,
}
"""Ending of a name to the export; whole notices as JSON are the records that `notice parse` writes."""
