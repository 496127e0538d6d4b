"""Rows to Parquet and the tables' schemas; the same rows give the same bytes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from notice_cli.batch.tables import TABLES

Row = tuple[Any, ...]
COMPRESSION = "zstd"
GROUP_BYTES = 16_000_000
"""What a row group holds of a table in memory, about."""
TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "bool": pa.bool_(),
    "int16": pa.int16(),
    "int32": pa.int32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "timestamp": pa.timestamp("ms", tz="UTC"),
    "list<string>": pa.list_(pa.string()),
    "list<int32>": pa.list_(pa.int32()),
    "map<string, string>": pa.map_(pa.string(), pa.string()),
}


@cache
def arrow_schema(table: str) -> pa.Schema:
    """The schema of a table, each column with what it is about."""
    return pa.schema(
        [
            pa.field(one.name, TYPES[one.type], metadata={"zh": one.about.zh, "en": one.about.en})
            for one in TABLES[table]
        ]
    )


def to_parquet(table: str, rows: Sequence[Row]) -> bytes:
    """A part of a table: zstd, row groups of about `GROUP_BYTES`.

    Args:
        table: A name of `TABLES`.
        rows: Tuples in the order of its columns.
    """
    schema = arrow_schema(table)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [pa.array(values, one.type) for values, one in zip(columns, schema, strict=True)]
    data = pa.Table.from_arrays(arrays, schema=schema)
    sink = pa.BufferOutputStream()
    pq.write_table(
        data,
        sink,
        row_group_size=max(1, len(rows) * GROUP_BYTES // max(data.nbytes, GROUP_BYTES)),
        compression=COMPRESSION,
        use_dictionary=[one.name for one in TABLES[table] if one.repeats],
        write_statistics=True,
        data_page_version="2.0",
    )
    return bytes(sink.getvalue())
