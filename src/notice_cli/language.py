"""Words in two languages, and which of the two the locale asks for.

Every sentence that a user reads stands in the code in Chinese; its English stands in the catalogue
`locale/en/LC_MESSAGES/notice.po` (gettext). `scripts/build_catalogues.py` keeps them in step.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from gettext import NullTranslations

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = ("zh", "en")
LOCALES = Path(__file__).parent / "locale"
DOMAIN = "notice"


class Words:
    """One sentence as a `str.format` template in Chinese, and its English out of the catalogue.

    Args:
        zh: The sentence.
        en: The English of a sentence that is put together, and so stands in no catalogue.
        context: Tells apart what is one wording in Chinese and several in English.
    """

    __slots__ = ("_en", "context", "zh")

    def __init__(self, zh: str, en: str | None = None, *, context: str = "") -> None:
        self.zh = zh
        self.context = context
        self._en = en

    def __iter__(self) -> Iterator[str]:
        """The Chinese wording and the English one."""
        yield self.zh
        yield self.en

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(self.zh)

    @property
    def en(self) -> str:
        """The English wording."""
        return translate(self.zh, self.context) if self._en is None else self._en

    def say(self, lang: Lang, **facts: object) -> str:
        """The sentence in `lang` with its facts put in."""
        return (self.zh if lang == "zh" else self.en).format(**facts)


NOTHING = Words(*("", ""))
"""No words at all."""


def words_in(context: str, zh: str) -> Words:
    """A wording of which English has several, told apart by the context."""
    return Words(zh, context=context)


def translate(zh: str, context: str = "") -> str:
    """The English of a Chinese wording; the wording itself where the catalogue lacks it."""
    return _catalogue().pgettext(context, zh) if context else _catalogue().gettext(zh)


@cache
def _catalogue() -> NullTranslations:
    from gettext import translation

    return translation(DOMAIN, LOCALES, ["en"])


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
