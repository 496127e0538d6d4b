"""The JSON Schemas of what goes out, generated from the models."""

from __future__ import annotations

import json

from pydantic import BaseModel

from notice_cli.model.comparison import Comparison, Timeline
from notice_cli.model.finding import Report
from notice_cli.model.notice import Notice

SCHEMAS: dict[str, type[BaseModel]] = {
    "notice": Notice,
    "report": Report,
    "comparison": Comparison,
    "timeline": Timeline,
}
"""Name of a schema and its model."""


def schema_json(name: str) -> str:
    """A schema as JSON (draft 2020-12), two spaces an indent."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **SCHEMAS[name].model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
