"""Measures that stand, nearly word for word, in the notices of different bodies.

MinHash finds candidates (texts that share a band of their signatures), the likeness of their pairs of
characters decides. Signatures wait in DuckDB, which writes them to disk where memory runs short.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from notice_cli.errors import UsageError
from notice_cli.language import Words, words_in
from notice_cli.reports.stats_model import Cell, Stat, StatColumn
from notice_cli.text.likeness import character_pairs, dice, plain

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

LEAST_LENGTH = 24
"""Characters of a measure, without punctuation: shorter ones are stock phrases."""
WORD_FOR_WORD = 0.9
"""Likeness (dice of character pairs) from which on two texts are the same measure."""
SHINGLE, BANDS, ROWS, SEED = 3, 16, 4, 1
"""Characters of a shingle; bands of a signature and values of a band: texts half alike are candidates."""
CROWDED = 40
"""Texts that share a band beyond this are looked at with their neighbours only: a formula of the genre."""
BATCH = 10_000
TITLE = Words("不同单位逐字相同的措施")
COLUMNS = (
    StatColumn("likeness", Words("相似度"), "number"),
    StatColumn("bodies", Words("单位数"), "number"),
    StatColumn("body", Words("单位")),
    StatColumn("text", words_in("copied", "措施")),
    StatColumn("other_body", Words("另一单位")),
    StatColumn("other_text", Words("另一措施")),
    StatColumn("uri", Words("来源")),
    StatColumn("other_uri", Words("另一来源")),
)
_TEXTS = f"""
CREATE OR REPLACE TEMP TABLE texts AS
SELECT row_number() OVER (ORDER BY text) AS id, text, list_sort(list(DISTINCT body)) AS bodies,
    min(body) AS body, arg_min(uri, (body, uri)) AS uri,
    max(body) AS last_body, arg_max(uri, (body, uri)) AS last_uri
FROM (SELECT m.text, n.body, n.uri FROM measures m JOIN notices n USING (notice_id))
WHERE body IS NOT NULL AND length(text) >= {LEAST_LENGTH} GROUP BY text"""  # noqa: S608 - our own
_SAME = """
SELECT len(bodies), body, text, last_body, text, uri, last_uri FROM texts
WHERE len(bodies) > 1 ORDER BY id"""
_CANDIDATES = f"""
WITH placed AS (SELECT *, row_number() OVER (PARTITION BY band ORDER BY id) AS place FROM bands)
SELECT DISTINCT a.id, b.id FROM placed a JOIN placed b
ON a.band = b.band AND a.place < b.place AND b.place - a.place <= {CROWDED} ORDER BY a.id, b.id"""  # noqa: S608
_PAIR = """
SELECT a.text, b.text, a.bodies, b.bodies,
    [(a.body, a.uri), (a.last_body, a.last_uri)], [(b.body, b.uri), (b.last_body, b.last_uri)]
FROM texts a, texts b WHERE a.id = $1 AND b.id = $2"""


def find_copied(data: DuckDBPyConnection, limit: int) -> Stat:
    """The pairs, the likest first, of those the longest; each with both texts.

    Raises:
        UsageError: `missing_extra`.
    """
    data.execute(_TEXTS)
    pairs = [*_same(data), *_alike(data)]
    ranked = sorted(pairs, key=lambda row: (-float(row[0] or 0), -len(str(row[3])), *map(str, row[2:])))
    return Stat("copied", TITLE, COLUMNS, ranked[:limit])


def _same(data: DuckDBPyConnection) -> Iterator[Sequence[Cell]]:
    """Texts that stand in several bodies' notices letter by letter."""
    for row in data.execute(_SAME).fetchall():
        if len(plain(row[2])) >= LEAST_LENGTH:
            yield (1.0, *row)


def _alike(data: DuckDBPyConnection) -> Iterator[Sequence[Cell]]:
    """Texts that differ, but little."""
    _fill_bands(data)
    for one, other in data.execute(_CANDIDATES).fetchall():
        found = data.execute(_PAIR, [one, other]).fetchone()
        if found and (pair := _judge(found)):
            yield pair


def _judge(found: Sequence[Any]) -> Sequence[Cell] | None:
    """The pair as a row, None where the texts are not alike or all are one body's."""
    text, other, bodies, other_bodies, places, other_places = found
    likeness = dice(character_pairs(text), character_pairs(other))
    pairs = ((one, two) for one in places for two in other_places if one[0] != two[0])
    first, second = next(pairs, (None, None))
    if likeness < WORD_FOR_WORD or first is None or second is None:
        return None
    everybody = len({*bodies, *other_bodies})
    return round(likeness, 3), everybody, first[0], text, second[0], other, first[1], second[1]


def _fill_bands(data: DuckDBPyConnection) -> None:
    """The bands of every text's signature."""
    import pyarrow as pa

    data.execute("CREATE OR REPLACE TEMP TABLE bands (id BIGINT, band BIGINT)")
    texts = _read_texts(data)
    while batch := list(islice(texts, BATCH)):
        ids, bands = [], []
        for (id_, _), signature in zip(batch, _signatures([text for _, text in batch]), strict=True):
            for at in range(BANDS):
                ids.append(id_)
                bands.append(hash((at, *signature[at * ROWS : (at + 1) * ROWS])))
        table = pa.table({"id": ids, "band": bands})
        data.register("new_bands", table)
        data.execute("INSERT INTO bands SELECT id, band FROM new_bands")
        data.unregister("new_bands")
    data.execute("DELETE FROM bands WHERE band IN (SELECT band FROM bands GROUP BY band HAVING count(*) = 1)")


def _read_texts(data: DuckDBPyConnection) -> Iterator[tuple[int, str]]:
    """All texts with their ids, a batch at a time."""
    last = 0
    while rows := data.execute(
        "SELECT id, text FROM texts WHERE id > $1 ORDER BY id LIMIT $2", [last, BATCH]
    ).fetchall():
        yield from rows
        last = rows[-1][0]


def _signatures(texts: Sequence[str]) -> list[list[int]]:
    """A MinHash of each text's shingles."""
    try:
        from rensa import RMinHash
    except ImportError:
        raise UsageError("missing_extra", "notice stats", extra="stats") from None
    shingles = [sorted(_shingles(plain(text))) for text in texts]
    signatures: list[list[int]] = RMinHash.digests_from_token_sets(shingles, BANDS * ROWS, SEED)
    return signatures


def _shingles(text: str) -> set[str]:
    return {text[at : at + SHINGLE] for at in range(max(1, len(text) - SHINGLE + 1))}
