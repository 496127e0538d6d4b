"""`notice.toml`, or `[tool.notice]` of a `pyproject.toml`: the nearest wins, unknown keys are refused.

select = ["CNT", "NUM"]          codes or prefixes; all rules where there is none
ignore = ["TXT002"]
extend-select = ["DAT001"]       added to `select`
fail-on = "warning"
lang = "zh"

[severity]
CNT006 = "note"

[per-file-ignores]
"archive/*.html" = ["STR003", "STR004"]

[[suppress]]
code = "CNT005"
notice = "2024/*.html"           a pattern of the path, from this file's folder; any if absent
text = "完成整改措施69条"         words of the evidence or of the message
reason = "后增8条，已说明"
until = 2025-12-31               optional: afterwards the finding counts again

[vocabulary.labels]              words that introduce a part of an issue, by what they introduce
status = ["办理结果"]

[vocabulary.status]              wordings of a result, by its class
completed = ["整改闭环"]

[vocabulary.metadata]            labels of a page's head, by the record's field
issuer = ["信息提供单位"]

[[sites]]                        where a content system puts the body; tried before the known ones
name = "our-portal"
recognise = "portal-cms"         a text of its pages' markup
body = "#article-text"           #id or .class, or a list of them
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from notice_cli.errors import UsageError, system_reason
from notice_cli.language import LANGS, Words

FILE = "notice.toml"
PROJECT = "pyproject.toml"
Level = Literal["error", "warning", "note"]
_NOT_UTF8 = Words("不是 UTF-8 编码，请另存为 UTF-8")
_FAULTS: dict[str, Words] = {
    "tuple_type": Words('应是方括号里的列表，如 ["CNT", "NUM"]'),
    "literal_error": Words("只能是 {expected}"),
    "missing": Words("缺少这一项"),
    "string_type": Words("应是引号里的文字"),
    "string_too_short": Words("至少要有 {min_length} 个字"),
    "string_too_long": Words("最多 {max_length} 个字"),
    "string_pattern_mismatch": Words("应是 #编号 或 .类名 这样的选择器"),
    "dict_type": Words("应是方括号开头的一节，下面写各项"),
    "model_type": Words("应是方括号开头的一节，下面写各项"),
    "date": Words("应是日期，如 2027-01-01，不加引号"),
}
"""What can be wrong with a value, by pydantic's name for it."""


class Section(BaseModel):
    """Base of all sections: frozen, keys in kebab case, no unknown ones."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        alias_generator=lambda name: name.replace("_", "-"),
        populate_by_name=True,
    )


class Suppression(Section):
    """A finding that is known and meant to stay, with the reason."""

    code: str
    text: str
    reason: str = Field(min_length=2)
    notice: str = "*"
    until: date | None = None


Word = Annotated[str, Field(min_length=2, max_length=40)]
Selector = Annotated[str, Field(pattern=r"^[#.][^\s#.]{1,80}$")]


class LabelWords(Section):
    """Further labels in an issue, by what they introduce."""

    issue: tuple[Word, ...] = ()
    status: tuple[Word, ...] = ()
    measures: tuple[Word, ...] = ()
    progress: tuple[Word, ...] = ()
    plan: tuple[Word, ...] = ()
    outcome: tuple[Word, ...] = ()
    next: tuple[Word, ...] = ()
    who: tuple[Word, ...] = ()
    person: tuple[Word, ...] = ()
    deadline: tuple[Word, ...] = ()
    group: tuple[Word, ...] = ()
    aside: tuple[Word, ...] = ()


class StatusWords(Section):
    """Further wordings of a result, by its class."""

    completed: tuple[Word, ...] = ()
    basically_completed: tuple[Word, ...] = ()
    ongoing: tuple[Word, ...] = ()
    in_progress: tuple[Word, ...] = ()
    not_completed: tuple[Word, ...] = ()


class MetadataWords(Section):
    """Further labels of a page's head, by the record's field."""

    index_number: tuple[Word, ...] = ()
    document_number: tuple[Word, ...] = ()
    topic: tuple[Word, ...] = ()
    issuer: tuple[Word, ...] = ()
    title: tuple[Word, ...] = ()
    published_on: tuple[Word, ...] = ()
    issued_on: tuple[Word, ...] = ()
    validity: tuple[Word, ...] = ()
    origin: tuple[Word, ...] = ()


class VocabularyWords(Section):
    """Words beside the known ones."""

    labels: LabelWords = LabelWords()
    status: StatusWords = StatusWords()
    metadata: MetadataWords = MetadataWords()


class SiteProfile(Section):
    """Where a content system puts the body."""

    name: Word
    recognise: Word
    body: Annotated[
        tuple[Selector, ...], BeforeValidator(lambda value: (value,) if isinstance(value, str) else value)
    ]


class Config(Section):
    """What a `notice.toml` may hold."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    fail_on: Level = "error"
    lang: Literal["zh", "en"] | None = None
    severity: dict[str, Level] = {}
    per_file_ignores: dict[str, tuple[str, ...]] = {}
    suppress: tuple[Suppression, ...] = ()
    vocabulary: VocabularyWords = VocabularyWords()
    sites: tuple[SiteProfile, ...] = ()
    _file: Path | None = None

    @property
    def file(self) -> Path | None:
        """The file that this was read from, None for the defaults."""
        return self._file

    @property
    def folder(self) -> Path:
        """Where paths in the file start from."""
        return self._file.parent if self._file else Path.cwd()


def find_config(start: Path) -> Path | None:
    """The nearest file upwards from `start` that configures `notice`, None where there is none."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        if (folder / PROJECT).is_file() and b"[tool.notice" in (folder / PROJECT).read_bytes():
            return folder / PROJECT
    return None


def read_config(file: Path) -> Config:
    """The configuration in a file.

    Raises:
        UsageError: It cannot be read, is no TOML, or has a key or a value that is not known.
    """
    try:
        text = file.read_bytes().decode("utf-8-sig")
        table = tomllib.loads(text)
    except FileNotFoundError:
        raise UsageError("no_file", str(file)) from None
    except OSError as error:
        raise UsageError("unreadable_file", str(file), reason=system_reason(error)) from None
    except UnicodeDecodeError:
        raise UsageError("bad_toml", str(file), reason=_NOT_UTF8) from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError("bad_toml", str(file), reason=str(error)) from None
    if file.name == PROJECT:
        table = table.get("tool", {}).get("notice", {})
    try:
        config = Config.model_validate(table)
    except ValidationError as error:
        raise _refusal(file, text, error) from None
    config._file = file
    return config


def _refusal(file: Path, text: str, error: ValidationError) -> UsageError:
    """The first fault, with its place and the nearest right word."""
    faults = error.errors(include_url=False)
    fault = next((one for one in faults if one["type"] == "extra_forbidden"), faults[0])
    path = [str(part) for part in fault["loc"]]
    key = ".".join(path)
    where = f"{file}:{line_of(text, path)}"
    if fault["type"] == "extra_forbidden":
        return UsageError("unknown_key", where, key=key, nearest=_nearest(path[-1], _keys(path)))
    return UsageError(
        "bad_value", where, key=key, reason=_reason(fault["type"], fault.get("ctx", {}), fault["msg"])
    )


def _reason(kind: str, facts: Mapping[str, object], plain: str) -> Words | str:
    """What is wrong with a value, in words of our own where we have them."""
    words = _FAULTS.get("date" if kind.startswith("date") else kind)
    told = {**facts, "expected": str(facts.get("expected", "")).replace(" or ", ", ")}
    return Words(*(words.say(lang, **told) for lang in LANGS)) if words else plain


def _keys(path: list[str]) -> list[str]:
    """The keys that may stand where the unknown one does."""
    section: type[BaseModel] = Config
    for name in path[:-1]:
        field = next((one for one in section.model_fields.values() if one.alias == name), None)
        kinds = (field.annotation, *get_args(field.annotation)) if field else ()
        inner = [one for one in kinds if isinstance(one, type)]
        section = next((one for one in inner if issubclass(one, BaseModel)), section)
    return [one.alias or name for name, one in section.model_fields.items()]


def _nearest(word: str, words: list[str]) -> str:
    return (get_close_matches(word, words, 1, 0.0) or words)[0]


def line_of(text: str, path: list[str]) -> int:
    """The line (1-based) of the last key of a path that stands in the text; 1 where none does."""
    for name in (one for one in reversed(path) if not one.isdecimal()):
        for at, line in enumerate(text.split("\n"), 1):
            if line.strip().lstrip("[").startswith((name, f'"{name}"')):
                return at
    return 1
