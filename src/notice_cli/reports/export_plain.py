"""Tables of a ledger as CSV, Markdown, JSON and Parquet."""

from __future__ import annotations

import csv
import json
from collections.abc import Sequence
from io import BytesIO, StringIO

from notice_cli.errors import UsageError
from notice_cli.language import Lang
from notice_cli.model.ledger import TABLES
from notice_cli.reports.export_tables import Pair, Row, columns_of, rows_of
from notice_cli.reports.export_text import no_formula, plain_text
from notice_cli.reports.to_markdown import escape_cell

_BOM = "\ufeff"
"""By which Excel knows that a text file is UTF-8."""
_TYPES = {int: "int64", float: "float64"}


def render_csv(table: str, pairs: Sequence[Pair], lang: Lang) -> bytes:
    """A table as CSV in UTF-8 with a byte order mark; what might be a formula has an apostrophe before it."""
    out = StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(_heads(table, pairs, lang))
    for row in rows_of(table, pairs, lang):
        writer.writerow([no_formula(plain_text(one)) if isinstance(one, str) else one for one in row])
    return (_BOM + out.getvalue()).encode("utf-8", "backslashreplace")


def render_markdown(table: str, pairs: Sequence[Pair], lang: Lang) -> bytes:
    """A table as Markdown under its name."""
    heads = _heads(table, pairs, lang)
    lines = [f"## {TABLES[table].words.say(lang)}", "", _line(heads), "| --- " * len(heads) + "|"]
    lines += (_line(row) for row in rows_of(table, pairs, lang))
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


def render_json(table: str, pairs: Sequence[Pair], lang: Lang) -> bytes:
    """A table as an array of objects, one a line."""
    inner = ",\n".join(_objects(table, pairs, lang))
    return (f"[\n{inner}\n]\n" if inner else "[]\n").encode("utf-8", "backslashreplace")


def render_jsonl(table: str, pairs: Sequence[Pair], lang: Lang) -> bytes:
    """A table as an object a line."""
    return "".join(f"{one}\n" for one in _objects(table, pairs, lang)).encode("utf-8", "backslashreplace")


def render_parquet(table: str, pairs: Sequence[Pair], lang: Lang) -> bytes:
    """A table as Parquet, whole numbers and texts in columns of their kind.

    Raises:
        UsageError: `missing_extra`: the library is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError:
        raise UsageError("missing_extra", ".parquet", extra="data") from None
    rows = rows_of(table, pairs, lang)
    heads = _heads(table, pairs, lang)
    columns = [[row[at] for row in rows] for at in range(len(heads))]
    arrays = [pa.array(_of_one_kind(one), pa.type_for_alias(_type_of(one))) for one in columns]
    out = BytesIO()
    parquet.write_table(pa.Table.from_arrays(arrays, names=heads), out, compression="zstd")
    return out.getvalue()


def _heads(table: str, pairs: Sequence[Pair], lang: Lang) -> list[str]:
    return [column.words.say(lang) for column in columns_of(table, several=len(pairs) > 1)]


def _objects(table: str, pairs: Sequence[Pair], lang: Lang) -> list[str]:
    heads = _heads(table, pairs, lang)
    rows = rows_of(table, pairs, lang)
    return [json.dumps(dict(zip(heads, row, strict=True)), ensure_ascii=False) for row in rows]


def _line(values: Sequence[object]) -> str:
    return f"| {' | '.join('' if one is None else _cell(str(one)) for one in values)} |"


def _cell(text: str) -> str:
    """A text that Markdown shows as it stands."""
    return "<br>".join(escape_cell(line) for line in text.split("\n"))


def _type_of(column: Sequence[object]) -> str:
    """The kind that all values of a column are of; text where they are of several."""
    kinds = {type(one) for one in column if one is not None}
    if kinds == {int, float}:
        return "float64"
    return _TYPES.get(next(iter(kinds)), "string") if len(kinds) == 1 else "string"


def _of_one_kind(column: Row | Sequence[object]) -> list[object]:
    """The values, as texts where the column holds texts."""
    if _type_of(column) != "string":
        return list(column)
    return [None if one is None else plain_text(str(one)) for one in column]
