"""Names of findings that do not change when text is inserted above them or their page is wrapped anew."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from notice_cli.rules.rule import Failed, Rule


def fingerprints(failed: Sequence[tuple[Rule, Failed]], sentences: Sequence[str]) -> list[str]:
    """One name for each: 16 hexadecimal digits of its code and words; equal ones are counted `-2`, `-3`.

    Args:
        failed: The findings.
        sentences: What each says; the Chinese sentence, whatever the language of the report.
    """
    seen: Counter[str] = Counter()
    names = []
    for (rule, one), sentence in zip(failed, sentences, strict=True):
        name = _digest(rule.code, sentence, one)
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return names


def _digest(code: str, sentence: str, one: Failed) -> str:
    """White space and lines play no part."""
    words = "\0".join([code, sentence, *[place.text for place in one.evidence]])
    return hashlib.sha256("".join(words.split()).encode("utf-8", "replace")).hexdigest()[:16]
