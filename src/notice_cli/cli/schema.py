"""`notice schema`: the JSON Schema of what the other commands print."""

from __future__ import annotations

from pathlib import Path

import click

from notice_cli.cli.ending import OK
from notice_cli.cli.options import OUTPUT
from notice_cli.cli.output import write
from notice_cli.cli.words import t
from notice_cli.model.schema import SCHEMAS, schema_json


@click.command(
    "schema",
    short_help=t("输出记录的 JSON Schema"),
    help=t(
        "输出 JSON Schema：notice（parse 的记录）、report（check）、comparison（diff）、"
        "timeline（三份以上的 diff）。",
    ),
    epilog=t("\b\n例：notice schema report"),
)
@click.argument("name", type=click.Choice(tuple(SCHEMAS)), default="notice")
@OUTPUT
def command(name: str, output: Path | None) -> int:
    """Write one schema."""
    write(schema_json(name), output, machine=True)
    return OK
