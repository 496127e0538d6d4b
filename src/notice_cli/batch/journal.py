"""What stands beside the tables: the run's settings and plan while it lasts, the manifest after.

_journal/run.json        the settings and the INPUTs, written first
_journal/plan.jsonl      every input with its hash, written whole when all are known
_journal/done-00012.json written when all parts of a chunk are in place
_schema, manifest.json   written last; then the journal goes
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence

from notice_cli.batch.parts import COMPRESSION, to_parquet
from notice_cli.batch.plan import Chunk, Input, Options, parse_inputs, parse_options, to_line
from notice_cli.batch.store import Store
from notice_cli.batch.tables import FORMAT, PLACED, TABLES
from notice_cli.batch.work import Counts, part_name
from notice_cli.errors import UsageError
from notice_cli.pipeline import rule_versions

JOURNAL = "_journal"
RUN, PLAN = f"{JOURNAL}/run.json", f"{JOURNAL}/plan.jsonl"
MANIFEST, SCHEMA = "manifest.json", "_schema"
SETTINGS = ("select", "ignore", "levels", "lang", "config_sha256", "chunk", "timeout")


def begin(store: Store, options: Options, given: Sequence[str], *, resume: bool) -> Sequence[str]:
    """Begin a run or go on with one; the INPUTs of the run that is gone on with, else those given.

    Raises:
        UsageError: there is a data set and no `--resume`, or the run begun has other settings, rules, INPUTs.
    """
    rules = rule_versions(options.select, options.ignore)
    begun = store.read(RUN)
    if begun is None:
        if store.read(MANIFEST) is not None:
            raise UsageError("data_set_exists", store.url)
        if not given:
            raise UsageError("nothing_to_resume", store.url)
        store.write(RUN, json.dumps({"options": options, "rules": rules, "inputs": list(given)}).encode())
        return given
    if not resume:
        raise UsageError("data_set_begun", store.url)
    before = json.loads(begun)
    inputs: list[str] = before["inputs"]
    same = parse_options(before["options"]) == options and before["rules"] == rules
    if not same or (given and list(given) != inputs):
        raise UsageError("other_settings", store.url)
    return inputs


def is_finished(store: Store) -> bool:
    """Whether the data set is whole; what is left of its journal goes."""
    if store.read(MANIFEST) is None or store.read(RUN) is not None:
        return False
    store.remove(JOURNAL)
    return True


def read_plan(store: Store) -> list[Input] | None:
    """The inputs as they were planned, None where they were not yet."""
    data = store.read(PLAN)
    return None if data is None else parse_inputs(data.decode())


def write_plan(store: Store, inputs: Iterable[Input]) -> None:
    """Write down all inputs at once."""
    store.write(PLAN, "".join(f"{to_line(one)}\n" for one in inputs).encode())


def mark_done(store: Store, chunk: Chunk, rows: Counts) -> None:
    """Write down that all parts of a chunk are in place."""
    store.write(f"{JOURNAL}/done-{chunk.number:05}.json", json.dumps(rows).encode())


def read_done(store: Store) -> dict[int, Counts]:
    """Rows by table of every chunk that is done."""
    names = [name for name in store.names(JOURNAL) if name.startswith("done-") and name.endswith(".json")]
    return {int(name[5:-5]): json.loads(store.read(f"{JOURNAL}/{name}") or b"{}") for name in names}


def clear_undone(store: Store, done: Iterable[int]) -> None:
    """Remove parts of chunks that were not done when the run was killed, and what was being written."""
    for name in store.names(""):
        if name.startswith("."):
            store.remove(name)
    kept = {part_name(table, number) for table in TABLES for number in done}
    for table in TABLES:
        for name in store.names(table):
            if f"{table}/{name}" not in kept:
                store.remove(f"{table}/{name}")


def finish(store: Store, options: Options, inputs: Sequence[Input], done: dict[int, Counts]) -> Counts:
    """Write what tells of the whole, and remove the journal; the rows by table of the whole.

    A table without any row gets one empty part, so that every table can be read.
    """
    total: Counter[str] = Counter()
    for rows in done.values():
        total.update(rows)
    for name in TABLES:
        if not total[name]:
            store.write(part_name(name, 0), to_parquet(name, []))
    counts = {name: total[name] for name in TABLES}
    store.write(SCHEMA, schema_text().encode())
    store.write(MANIFEST, manifest_text(options, inputs, done, counts).encode())
    store.remove(RUN)  # from here on the run is finished, whatever happens
    store.remove(JOURNAL)
    return counts


def schema_text() -> str:
    """The tables and their columns as JSON."""
    tables = {
        name: [
            {"name": one.name, "type": one.type, "zh": one.about.zh, "en": one.about.en} for one in columns
        ]
        for name, columns in TABLES.items()
    }
    keys = {"notice": ["notice_id"], "issue": ["notice_id", "issue_position"]}
    whole = {"format": FORMAT, "keys": keys, "placed": PLACED, "tables": tables}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def manifest_text(options: Options, inputs: Sequence[Input], done: dict[int, Counts], total: Counts) -> str:
    """What made the data set and of what, as JSON; an input a line. No clock: the same run, the same text."""
    head = {
        "tool": {"name": "notice-cli", "version": options.version},
        "format": FORMAT,
        "compression": COMPRESSION,
        "settings": {name: getattr(options, name) for name in SETTINGS},
        "rules": rule_versions(options.select, options.ignore),
        "rows": total,
        "parts": {str(number): rows for number, rows in sorted(done.items())},
    }
    lines = ",\n".join("  " + _input_text(one) for one in inputs)
    opening = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{opening},\n "inputs": [\n{lines}\n ]\n}}\n'


def _input_text(one: Input) -> str:
    fields = ("uri", "archive", "offset", "sha256", "size", "duplicate_of")
    told = {name: getattr(one, name) for name in fields if getattr(one, name) is not None}
    return json.dumps(told, ensure_ascii=True)
