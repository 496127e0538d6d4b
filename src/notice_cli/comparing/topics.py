"""What an issue is about, for counting: the subjects that it names, in the order that it names them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from operator import add

from notice_cli.comparing.words import SUBJECTS

Forms = dict[str, tuple[tuple[str, tuple[str, ...]], ...]]
"""By its first two characters each form, the longest first, and the subjects that it may stand for."""


def find_topics(text: str) -> tuple[str, ...]:
    """The subjects that a text names, each once.

    >>> find_topics("公务接待未附公函，加油卡管理不规范")
    ('公务接待', '公务用车')
    """
    folded, forms = unicodedata.normalize("NFKC", text), _forms()
    found: dict[str, None] = {}
    end = 0
    for at, head in enumerate(map(add, folded, folded[1:])):
        if head in forms and at >= end:
            for form, subjects in forms[head]:
                if folded.startswith(form, at):
                    found.update(dict.fromkeys(subjects))
                    end = at + len(form)
                    break
    return tuple(found)


@cache
def _forms() -> Forms:
    """The forms of the table; those with a gap say too little to count by."""
    named: dict[str, list[str]] = defaultdict(list)
    for line in SUBJECTS.strip().splitlines():
        subject, *_ = forms = line.split()
        for form in dict.fromkeys(forms):
            if "~" not in form:
                named[form].append(subject)
    heads: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
    for form in sorted(named, key=len, reverse=True):
        heads[form[:2]].append((form, tuple(named[form])))
    return {head: tuple(forms) for head, forms in heads.items()}
