"""Which rules to judge by: codes, or prefixes of codes, asked for and left out."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.errors import UsageError
from notice_cli.model.ledger import AGAINST_CODES
from notice_cli.rules.rule import Rule
from notice_cli.rules.table import RULES


def choose(
    select: Sequence[str] = (), ignore: Sequence[str] = (), rules: Sequence[Rule] = RULES
) -> tuple[Rule, ...]:
    """The rules whose codes begin with one of `select` (all, if it is empty) and with none of `ignore`.

    Args:
        select: Codes or prefixes of codes, in any case.
        ignore: The same.
        rules: What to choose from: our own, and those of plugins.

    Raises:
        UsageError: A prefix that no code begins with; the sentence names the nearest code.
    """
    if not select and not ignore:
        return tuple(rules)
    wanted, unwanted = (tuple(known(prefix, rules) for prefix in given) for given in (select, ignore))
    return tuple(
        rule
        for rule in rules
        if (not wanted or rule.code.startswith(wanted)) and not rule.code.startswith(unwanted)
    )


def known(prefix: str, rules: Sequence[Rule] = RULES) -> str:
    """The prefix in capitals, if a code begins with it.

    Raises:
        UsageError: no code does.
    """
    wanted = prefix.strip().upper()
    codes = [*(rule.code for rule in rules), *AGAINST_CODES]
    if wanted and any(code.startswith(wanted) for code in codes):
        return wanted
    from difflib import get_close_matches

    near = get_close_matches(wanted, [*codes, *dict.fromkeys(code[:3] for code in codes)], 1, 0.0)
    raise UsageError("unknown_rule", prefix, nearest=near[0] if near else codes[0])
