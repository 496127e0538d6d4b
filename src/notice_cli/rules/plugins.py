"""Rules of other packages, found under the entry-point group `notice_cli.rules`.

    [project.entry-points."notice_cli.rules"]
    my-rules = "my_package.rules:RULES"

The entry names a `Rule` or a sequence of them. The files that installed packages leave are read directly:
importing `importlib.metadata` takes longer than reading a notice does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path

from notice_cli.errors import UsageError
from notice_cli.rules.rule import Rule
from notice_cli.rules.table import RULES

GROUP = "notice_cli.rules"


def all_rules() -> tuple[Rule, ...]:
    """Our own rules, then those of installed packages in the order of their entries' names.

    Raises:
        UsageError: A plugin cannot be loaded, holds no rule, or takes a code that is taken.
    """
    return _with_plugins(tuple(sys.path))


@cache
def _with_plugins(path: tuple[str, ...]) -> tuple[Rule, ...]:
    rules = list(RULES)
    for name, target in sorted(find_entries(path)):
        for rule in load(name, target):
            if any(rule.code == other.code for other in rules):
                raise UsageError("bad_plugin", name, reason=f"{rule.code}: taken")
            rules.append(rule)
    return tuple(rules)


def find_entries(path: Sequence[str]) -> set[tuple[str, str]]:
    """Name and target (`module:attribute`) of every entry of the group on `path`."""
    return {entry for folder in path for file in _entry_files(folder) for entry in read_entries(file)}


def _entry_files(folder: str) -> Iterator[Path]:
    try:
        names = [one for one in Path(folder).iterdir() if one.name.endswith((".dist-info", ".egg-info"))]
    except OSError:
        return
    yield from (one / "entry_points.txt" for one in names)


def read_entries(file: Path) -> Iterator[tuple[str, str]]:
    """The entries of our group in an `entry_points.txt`; none where there is no such file."""
    try:
        text = file.read_text("utf-8")
    except (OSError, ValueError):
        return
    if GROUP not in text:
        return
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[] ")
        elif group == GROUP and "=" in line:
            name, _, target = line.partition("=")
            yield name.strip(), target.strip()


def load(name: str, target: str) -> tuple[Rule, ...]:
    """The rules that an entry names.

    Raises:
        UsageError: It cannot be imported, or is no rule.
    """
    module, _, attribute = target.partition(":")
    try:
        found = getattr(import_module(module), attribute)
    except Exception as error:  # a plugin may raise anything when it is imported
        raise UsageError("bad_plugin", name, reason=f"{type(error).__name__}: {error}") from error
    rules = (found,) if isinstance(found, Rule) else tuple(found) if isinstance(found, (tuple, list)) else ()
    if not rules or not all(isinstance(rule, Rule) for rule in rules):
        raise UsageError("bad_plugin", name, reason=f"{target}: no Rule")
    return rules
