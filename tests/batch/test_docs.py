"""docs/data.md tells every table and column as they are, and its queries run on the shipped data set."""

from __future__ import annotations

import re

import pytest

pytest.importorskip("duckdb", reason="needs the extra stats")

from notice_cli.batch.journal import schema_text
from notice_cli.batch.stats import ask_sql
from notice_cli.batch.tables import TABLES
from places import ROOT, SAMPLES

DOC = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")


def told_tables():
    """Table name to its rows of (column, type)."""
    parts = re.split(r"^### `(\w+)`$", DOC, flags=re.M)[1:]
    return {
        name: re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", body, flags=re.M)
        for name, body in zip(parts[::2], parts[1::2], strict=True)
    }


def test_tables_and_columns_are_told():
    assert told_tables() == {
        name: [(one.name, one.type) for one in columns] for name, columns in TABLES.items()
    }


def test_the_queries_run():
    queries = re.findall(r"^```sql\n(.*?)^```$", DOC, flags=re.M | re.S)
    assert len(queries) >= 3
    for query in queries:
        assert ask_sql(str(SAMPLES / "dataset"), query).rows, query


def test_the_shipped_data_set_is_of_this_schema():
    assert (SAMPLES / "dataset" / "_schema").read_text("utf-8") == schema_text(), "scripts/build_dataset.py"
