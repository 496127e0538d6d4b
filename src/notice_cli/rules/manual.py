"""The docstring of a rule's module, read as its manual page.

CODE name：one sentence.

查什么：what it checks, and why.
The same in English.

误：a wrong example; further lines of it are set in.
正：a right one.

不判：when it stays silent.
The same in English.
"""

from __future__ import annotations

import re
import sys
from inspect import cleandoc

from notice_cli.model import Manual
from notice_cli.rules.rule import Rule
from notice_cli.text.pattern import lazy_pattern

_EXAMPLE = lazy_pattern(r"^(误|正)：(.*(?:\n[ ]{4,}.*)*)", re.MULTILINE)


def manual_text(rule: Rule) -> str:
    """The docstring of the module that the rule's `check` stands in."""
    return cleandoc(sys.modules[rule.check.__module__].__doc__ or "")


def read_manual(rule: Rule) -> Manual:
    """The manual page in its parts; a part that a plugin's docstring lacks is empty."""
    text = manual_text(rule)
    checks, checks_en = _halves(_part(text, "查什么："))
    silent, silent_en = _halves(_part(text, "不判："))
    examples = [(match[1], cleandoc(match[2])) for match in _EXAMPLE.finditer(text)]
    return Manual(
        code=rule.code,
        name=rule.name,
        level=rule.level,
        summary=text.partition("\n")[0].partition("：")[2] or rule.name,
        checks=checks,
        checks_en=checks_en,
        wrong=tuple(words for mark, words in examples if mark == "误"),
        right=tuple(words for mark, words in examples if mark == "正"),
        silent=silent,
        silent_en=silent_en,
    )


def _part(text: str, label: str) -> str:
    """The paragraph that begins with the label."""
    found = re.search(rf"^{label}((?:.+\n?)+)", text, re.MULTILINE)
    return found[1].strip() if found else ""


def _halves(part: str) -> tuple[str, str]:
    """The Chinese lines and the English ones below them, each folded into one."""
    lines = part.split("\n")
    at = next(
        (i for i, line in enumerate(lines) if line and line[0].isascii() and line[0].isalpha()), len(lines)
    )
    return "".join(lines[:at]), " ".join(line.strip() for line in lines[at:])
