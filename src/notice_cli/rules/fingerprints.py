"""Names of findings that do not change when text is inserted above them or their page is wrapped anew."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from notice_cli.rules.rule import Failed, Rule, say


def fingerprints(failed: Sequence[tuple[Rule, Failed]]) -> list[str]:
    """One name for each: 16 hexadecimal digits of its code and words; equal ones are counted `-2`, `-3`."""
    seen: Counter[str] = Counter()
    names = []
    for rule, one in failed:
        name = _digest(rule, one)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _digest(rule: Rule, one: Failed) -> str:
    """White space and lines play no part; the sentence is the Chinese one in every language."""
    words = [rule.code, say(one.words, one.facts, "zh"), *(place.text for place in one.evidence)]
    return hashlib.sha256(
        "\0".join("".join(word.split()) for word in words).encode("utf-8", "replace")
    ).hexdigest()[:16]
