"""Help texts in the locale's language: help is written before any option is read."""

from __future__ import annotations

from notice_cli.language import locale_language

_LANG = locale_language()


def t(zh: str, en: str) -> str:
    """The text in the locale's language."""
    return zh if _LANG == "zh" else en
