"""Words in two languages, and which of the two the locale asks for."""

from __future__ import annotations

import os
from typing import Literal, NamedTuple

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")


class Words(NamedTuple):
    """One sentence as a `str.format` template in Chinese and in English."""

    zh: str
    en: str

    def say(self, lang: Lang, **facts: object) -> str:
        """The sentence in `lang` with its facts put in."""
        return (self.zh if lang == "zh" else self.en).format(**facts)


def locale_language() -> Lang:
    """English where the locale names a language that is not Chinese, else Chinese.

    `C`, `POSIX` and an unset locale name no language. The order is that of gettext.
    """
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "").split(":")[0].split(".")[0].lower()
        if value and value not in ("c", "posix"):
            return "zh" if value.startswith("zh") else "en"
    return _system_language()


def _system_language() -> Lang:
    """What the operating system says (Windows sets no LANG), Chinese where it says nothing."""
    if os.name != "nt":
        return "zh"
    import locale

    name = (locale.getlocale()[0] or "zh").lower()
    return "zh" if name.startswith(("zh", "chinese", "c")) else "en"
