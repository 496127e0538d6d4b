"""Records as JSON: one object, an array for several, or one a line."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel


def render_many(records: Sequence[BaseModel]) -> str:
    """One record as an object; several, or none, as an array with a record a line."""
    if len(records) == 1:
        return records[0].model_dump_json() + "\n"
    inner = ",\n".join(record.model_dump_json() for record in records)
    return f"[\n{inner}\n]\n" if inner else "[]\n"


def render_lines(records: Sequence[BaseModel]) -> str:
    """A record a line (JSON Lines)."""
    return "".join(record.model_dump_json() + "\n" for record in records)
