"""Words of a page made safe for what opens them: what cannot be seen is shown, nothing becomes a formula.

>>> plain_text("a\\x00b")
'a\\\\x00b'
>>> no_formula("=cmd()"), no_formula("-1"), no_formula("学习不够")
("'=cmd()", "'-1", '学习不够')
"""

from __future__ import annotations

from notice_cli.reports.terminal import visible

_FORMULA_STARTS = tuple("=+-@＝＋－＠\t\r\n|%")
"""What a spreadsheet takes for the begin of a formula when it opens a text file."""


def plain_text(text: str) -> str:
    """The text with what XML and a reader cannot see written as its escape; line breaks stay."""
    shown = "\n".join(visible(line) for line in text.split("\n"))
    return shown.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")


def begins_formula(text: str) -> bool:
    """Whether a spreadsheet might take a text for a formula."""
    return text.lstrip(" ").startswith(_FORMULA_STARTS)


def no_formula(text: str) -> str:
    """A text that a spreadsheet takes for text: one that might be a formula has an apostrophe before it."""
    return f"'{text}" if begins_formula(text) else text
