"""Records as JSON: one object, an array for several, or one a line."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel


def render_many(records: Sequence[BaseModel]) -> str:
    """One record as an object; several, or none, as an array with a record a line."""
    if len(records) == 1:
        return _json(records[0]) + "\n"
    inner = ",\n".join(_json(record) for record in records)
    return f"[\n{inner}\n]\n" if inner else "[]\n"


def render_lines(records: Sequence[BaseModel]) -> str:
    """A record a line (JSON Lines)."""
    return "".join(_json(record) + "\n" for record in records)


def _json(record: BaseModel) -> str:
    """The record; a file name that is no Unicode is written with escapes."""
    try:
        return record.model_dump_json()
    except ValueError:
        import json

        return json.dumps(record.model_dump())
