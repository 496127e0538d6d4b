"""What an issue is about, for counting: the subjects that it names, in the order that it names them."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from functools import cache
from operator import add

from notice_cli.comparing.words import SUBJECTS

Forms = dict[str, tuple[str, ...]]
"""Each form, and the subjects that it may stand for."""
Sizes = dict[str, tuple[int, ...]]
"""How long the forms are that begin with two characters, the longest first."""


def find_topics(text: str) -> tuple[str, ...]:
    """The subjects that a text names, each once.

    >>> find_topics("公务接待未附公函，加油卡管理不规范")
    ('公务接待', '公务用车')
    """
    folded, (forms, sizes_of) = unicodedata.normalize("NFKC", text), _forms()
    found: list[str] = []
    end = 0
    for at, sizes in enumerate(map(sizes_of.get, map(add, folded, folded[1:]))):
        if sizes and at >= end:
            for size in sizes:
                if subjects := forms.get(folded[at : at + size]):
                    found += subjects
                    end = at + size
                    break
    return tuple(dict.fromkeys(found))


@cache
def _forms() -> tuple[Forms, Sizes]:
    """The forms of the table; those with a gap say too little to count by."""
    named: dict[str, list[str]] = defaultdict(list)
    for line in SUBJECTS.strip().splitlines():
        subject, *_ = forms = line.split()
        for form in dict.fromkeys(forms):
            if "~" not in form:
                named[form].append(subject)
    sizes: dict[str, set[int]] = defaultdict(set)
    for form in named:
        sizes[form[:2]].add(len(form))
    subjects_of = {form: tuple(subjects) for form, subjects in named.items()}
    return subjects_of, {head: tuple(sorted(known, reverse=True)) for head, known in sizes.items()}
