"""Write the columns of every table into docs/data.md, and samples/dataset anew.

python scripts/build_data_docs.py
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from notice_cli import __version__
from notice_cli.batch.plan import Options
from notice_cli.batch.run import run
from notice_cli.batch.tables import TABLES

ROOT = Path(__file__).parent.parent
DOC = ROOT / "docs" / "data.md"
DATA_SET = "samples/dataset"


def table_text(name: str) -> str:
    """The section of a table."""
    rows = (f"| `{one.name}` | {one.type} | {one.about.zh}。{one.about.en} |" for one in TABLES[name])
    return "\n".join((f"### `{name}`", "", "| column | type | |", "| --- | --- | --- |", *rows, "", ""))


def main() -> None:
    """Write both."""
    text = DOC.read_text(encoding="utf-8")
    sections = "".join(map(table_text, TABLES))
    DOC.write_text(re.sub(r"^### `.*(?=^## )", lambda _: sections, text, flags=re.M | re.S), encoding="utf-8")
    shutil.rmtree(ROOT / DATA_SET, ignore_errors=True)
    run(["samples/*.html", "samples/*.txt"], DATA_SET, Options(__version__), jobs=1)


if __name__ == "__main__":
    main()
