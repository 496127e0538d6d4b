"""Questions to a data set, answered by DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from notice_cli.batch.copied import find_copied
from notice_cli.batch.journal import MANIFEST
from notice_cli.batch.queries import QUERIES
from notice_cli.batch.store import is_remote, open_remote, open_store
from notice_cli.batch.tables import TABLES
from notice_cli.errors import UsageError
from notice_cli.language import Words
from notice_cli.reports.stats_model import Kind, Stat, StatColumn

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

NAMES = (*QUERIES, "copied")
"""The answers that there are, in the order that they are told in."""
SQL_TITLE = Words("查询结果")
ONE_SELECT = Words("只能是一条 SELECT")


def answer(where: str, names: Sequence[str] = NAMES, limit: int = 20) -> list[Stat]:
    """The answers asked for.

    Args:
        where: A data set's folder or address.
        names: Of `NAMES`.
        limit: Rows of a ranking.

    Raises:
        UsageError: `no_data_set`, `missing_extra`.
    """
    data = open_data_set(where)
    return [find_copied(data, limit) if name == "copied" else _ask(data, name, limit) for name in names]


def ask_sql(where: str, sql: str) -> Stat:
    """What one's own query gives; it can read the data set and nothing else.

    Raises:
        UsageError: `no_data_set`, `missing_extra`, `bad_sql`.
    """
    data = open_data_set(where)
    import duckdb

    try:
        asked = data.extract_statements(sql)
        if len(asked) != 1 or asked[0].type not in (
            duckdb.StatementType.SELECT,
            duckdb.StatementType.EXPLAIN,
        ):
            raise UsageError("bad_sql", where, reason=ONE_SELECT)
        result = data.execute(asked[0])
        names, rows = [one[0] for one in result.description or ()], result.fetchall()
    except duckdb.Error as error:
        raise UsageError("bad_sql", where, reason=str(error).partition("\n")[0][:300]) from None
    columns = (StatColumn(name, Words(name, name), _kind(rows, at)) for at, name in enumerate(names))
    return Stat("sql", SQL_TITLE, tuple(columns), rows)


def open_data_set(where: str) -> DuckDBPyConnection:
    """A connection in which each table of the data set is a view; nothing else can be read or written.

    Raises:
        UsageError: `no_data_set`, `missing_extra`.
    """
    try:
        import duckdb
    except ImportError:
        raise UsageError("missing_extra", "notice stats", extra="stats") from None
    store = open_store(where)
    if store.read(MANIFEST) is None:
        raise UsageError("no_data_set", where)
    data = duckdb.connect(":memory:")
    if is_remote(store.url):
        data.register_filesystem(open_remote(store.url)[0])
    else:
        data.execute("SET allowed_directories = [$1]", [store.url])
        data.execute("SET enable_external_access = false")
    for name in TABLES:
        paths = f"{store.url}/{name}/*.parquet".replace("'", "''")
        data.execute(f"CREATE VIEW {name} AS SELECT * FROM read_parquet('{paths}')")  # noqa: S608 - our own
    return data


def _ask(data: DuckDBPyConnection, name: str, limit: int) -> Stat:
    query = QUERIES[name]
    given = {"limit": limit} if "$limit" in query.sql else None
    rows = data.execute(query.sql, given).fetchall()
    return Stat(name, query.title, query.columns, rows, query.chart, query.note)


def _kind(rows: Sequence[Sequence[Any]], at: int) -> Kind:
    """Figures are told as figures."""
    first = next((row[at] for row in rows if row[at] is not None), None)
    return "number" if isinstance(first, (int, float)) and not isinstance(first, bool) else "text"
