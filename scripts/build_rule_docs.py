"""Write docs/rules: a page for each rule, made from its docstring, and a table of them.

What `notice check --against` finds (LED) has pages of the same make.

python scripts/build_rule_docs.py
"""

from __future__ import annotations

from pathlib import Path

from notice_cli.comparing.against import read_manuals
from notice_cli.reports.rules_text import render_index, render_markdown
from notice_cli.rules import RULES
from notice_cli.rules.manual import read_manual

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """Name of each file of docs/rules and its text."""
    manuals = [*map(read_manual, RULES), *read_manuals()]
    return {"README.md": render_index(manuals), **{f"{one.code}.md": render_markdown(one) for one in manuals}}


def main() -> None:
    """Write all pages; those of rules that are gone are removed."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    made = pages()
    for old in FOLDER.glob("*.md"):
        if old.name not in made:
            old.unlink()
    for name, text in made.items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
