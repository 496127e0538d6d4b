"""Help texts in the language asked for: help is written before any option is read."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from itertools import pairwise

from notice_cli.language import LANGS, LOCALES, Lang, locale_language, translate


def asked_language(arguments: Sequence[str]) -> Lang:
    """The language that `--lang` of a command line names, else the locale's.

    >>> asked_language(["parse", "a.html", "--lang=en"])
    'en'
    """
    given = list(arguments[: arguments.index("--")] if "--" in arguments else arguments)
    pairs = [tuple(one.split("=", 1)) for one in given if one.startswith("--lang=")]
    pairs += [pair for pair in pairwise(given) if pair[0] == "--lang"]
    asked: list[Lang] = [named for _, named in pairs if named in LANGS]
    return asked[-1] if asked else locale_language()


LOCALE: Lang = asked_language(sys.argv[1:])


def t(zh: str) -> str:
    """The text in the language asked for."""
    return zh if LOCALE == "zh" else translate(zh)


def speak() -> None:
    """Let click's own words (Usage, Options, its errors) be in that language too."""
    os.environ["LANGUAGE"] = LOCALE
    if LOCALE == "zh":
        import gettext

        gettext.bindtextdomain("messages", str(LOCALES))
