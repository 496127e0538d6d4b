"""What people decided about pairs: a TOML file that confirms or rejects them.

    [[confirm]]
    old = 3
    new = 12
    old_text = "公务接待管理不严。"     # the texts are optional: with them a decision
    new_text = "接待费支出把关不严。"   # holds only as long as they stand there

    [[reject]]
    old = 5
    new = 4

`[[review]]` tables are pairs that nobody decided yet; they change nothing.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from notice_cli.comparing.assigning import Edge
from notice_cli.errors import UsageError
from notice_cli.model import Comparison, Decision, Issue
from notice_cli.text.likeness import plain

Verdict = Literal["confirm", "reject"]
TABLES = ("confirm", "reject", "review")
KEYS = ("old", "new", "old_text", "new_text")


@dataclass(frozen=True, slots=True)
class Verdicts:
    """One decision of the file: issue numbers, and the texts that it was made on, if they are told."""

    verdict: Verdict
    old: int
    new: int
    old_text: str | None = None
    new_text: str | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs that people confirmed or rejected, by positions."""

    confirmed: tuple[Edge, ...] = ()
    rejected: frozenset[Edge] = frozenset()


UNDECIDED = Decided()


def read_decisions(text: str, where: str) -> tuple[Verdicts, ...]:
    """The decisions of a TOML file's text; `where` names the file in errors.

    Raises:
        UsageError: the text is no such file, or it confirms and rejects one pair.
    """
    try:
        tables = tomllib.loads(text)
        _refuse(set(tables) - set(TABLES), "table")
        found = [_read_one(name, entry) for name in TABLES for entry in _entries(tables, name)]
    except (ValueError, TypeError) as error:
        raise UsageError("bad_pairs", where, reason=str(error)) from None
    verdicts = [one for one in found if one is not None]
    _refuse_contradiction(verdicts, where)
    return tuple(verdicts)


def _entries(tables: dict[str, object], name: str) -> Iterable[object]:
    entries = tables.get(name, [])
    if not isinstance(entries, list):
        raise TypeError(f"write [[{name}]], not [{name}]")
    return entries


def _read_one(name: str, entry: object) -> Verdicts | None:
    """One table; null for one that nobody decided."""
    if not isinstance(entry, dict):
        raise TypeError(f"[[{name}]] holds no table")
    _refuse(set(entry) - set(KEYS), "key")
    old, new = (_number(name, entry, side) for side in ("old", "new"))
    old_text, new_text = (_words(name, entry, side) for side in ("old_text", "new_text"))
    if name == "review":
        return None
    return Verdicts("confirm" if name == "confirm" else "reject", old, new, old_text, new_text)


def _number(name: str, entry: dict[str, object], side: str) -> int:
    number = entry.get(side)
    if isinstance(number, bool) or not isinstance(number, int):
        raise TypeError(f"[[{name}]] needs {side}, the number of an issue")
    return number


def _words(name: str, entry: dict[str, object], side: str) -> str | None:
    words = entry.get(side)
    if words is not None and not isinstance(words, str):
        raise TypeError(f"[[{name}]] {side} is a text")
    return words


def _refuse(unknown: Iterable[str], what: str) -> None:
    for name in sorted(unknown):
        raise ValueError(f"unknown {what}: {name}")


def _refuse_contradiction(verdicts: Sequence[Verdicts], where: str) -> None:
    confirmed = {(one.old, one.new) for one in verdicts if one.verdict == "confirm"}
    for one in verdicts:
        if one.verdict == "reject" and (one.old, one.new) in confirmed:
            raise UsageError("bad_pairs", where, reason=f"{one.old} - {one.new}: both confirmed and rejected")


def apply_decisions(
    verdicts: Sequence[Verdicts], old: Sequence[Issue], new: Sequence[Issue]
) -> tuple[Decided, tuple[Decision, ...]]:
    """The decisions as positions, and those that do not apply to these issues."""
    edges: dict[Verdict, list[Edge]] = {"confirm": [], "reject": []}
    stale = []
    for one in verdicts:
        there, here = _places(one.old, one.old_text, old), _places(one.new, one.new_text, new)
        if isinstance(there, list) and isinstance(here, list):
            edges[one.verdict] += [(i, j) for i in there for j in here]
        else:
            reason = there if isinstance(there, str) else here
            assert isinstance(reason, str)
            stale.append(Decision(verdict=one.verdict, old=one.old, new=one.new, reason=reason))
    confirmed = tuple(dict.fromkeys(edges["confirm"]))
    return Decided(confirmed, frozenset(edges["reject"])), tuple(stale)


def _places(
    number: int, text: str | None, issues: Sequence[Issue]
) -> list[int] | Literal["no_such_issue", "text_changed"]:
    """Where the issue stands, or why the decision does not apply."""
    numbered = [at for at, issue in enumerate(issues) if issue.number == number]
    if not numbered:
        return "no_such_issue"
    same = [at for at in numbered if text is None or plain(issues[at].text) == plain(text)]
    return same[:1] or "text_changed"


HEAD = """\
# 配对表：核对后用 notice diff OLD NEW --pairs 本文件 再次比较。
# [[confirm]] 是同一问题；[[reject]] 不是；[[review]] 待判断，请改成前两种之一。
# Pairs of issues: judge them, then run notice diff OLD NEW --pairs with this file.
# [[confirm]]: one issue; [[reject]]: two issues; [[review]]: undecided, change it to one of the two.
"""


def propose_decisions(comparison: Comparison, verdicts: Sequence[Verdicts] = ()) -> str:
    """A file of decisions to edit: the sure pairs confirmed, the others for review, rejections kept."""
    parts = [HEAD]
    for change in comparison.issues:
        if change.old is not None and change.new is not None:
            name = "review" if change.needs_review else "confirm"
            parts.append(_write_one(name, change.old, change.new, change.old_text, change.new_text))
    rejected = (one for one in verdicts if one.verdict == "reject")
    parts += [_write_one("reject", one.old, one.new, one.old_text, one.new_text) for one in rejected]
    return "\n".join(parts)


def _write_one(name: str, old: int, new: int, old_text: str | None, new_text: str | None) -> str:
    lines = [f"[[{name}]]", f"old = {old}", f"new = {new}"]
    for key, text in (("old_text", old_text), ("new_text", new_text)):
        if text is not None:
            lines.append(f"{key} = {_quote(text)}")
    return "\n".join(lines) + "\n"


def _quote(text: str) -> str:
    """A TOML basic string; a lone surrogate, which no file can hold, becomes U+FFFD."""
    safe = text.encode("utf-8", "replace").decode("utf-8")
    return json.dumps(safe, ensure_ascii=False).replace("\x7f", "\\u007f")
