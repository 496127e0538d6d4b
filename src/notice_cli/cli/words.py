"""Help texts in the locale's language: help is written before any option is read."""

from __future__ import annotations

import os

from notice_cli.language import LOCALES, Lang, locale_language, translate

LOCALE: Lang = locale_language()


def t(zh: str) -> str:
    """The text in the locale's language."""
    return zh if LOCALE == "zh" else translate(zh)


def speak() -> None:
    """Let click's own words (Usage, Options, its errors) be in the locale's language too."""
    if LOCALE == "zh":
        import gettext

        gettext.bindtextdomain("messages", str(LOCALES))
        os.environ["LANGUAGE"] = LOCALE
