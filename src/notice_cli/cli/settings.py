"""What a check is to do: the options of the command line over the nearest configuration."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from notice_cli.errors import UsageError
from notice_cli.language import Lang
from notice_cli.model import Severity

if TYPE_CHECKING:
    from notice_cli.config import Config, Suppression


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run; `lang` is None where nobody asked for a language."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = "error"
    lang: Lang | None = None
    levels: Mapping[str, Severity] | None = None
    per_file: Mapping[str, tuple[str, ...]] | None = None
    suppress: tuple[Suppression, ...] = ()
    file: Path | None = None

    @property
    def folder(self) -> Path:
        """Where patterns of paths start from."""
        return self.file.parent if self.file else Path.cwd()

    def ignored(self, uri: str) -> tuple[str, ...]:
        """The codes that are not used on this source."""
        if not self.per_file:
            return self.ignore
        from notice_cli.aside.suppressions import matches, relative

        path = relative(uri, self.folder)
        own = [codes for pattern, codes in self.per_file.items() if matches(path, pattern)]
        return (*self.ignore, *(code for codes in own for code in codes))


def read_settings(
    file: Path | None,
    select: Sequence[str] = (),
    extend: Sequence[str] = (),
    ignore: Sequence[str] = (),
    fail_on: Severity | None = None,
    lang: Lang | None = None,
) -> Settings:
    """Options where they are given, else what the configuration says, else the defaults.

    Raises:
        UsageError: A configuration that cannot be read, or names what is not known.
    """
    config = _config(file)
    if config is None:
        chosen = (*select, *extend) if select else ()
        return Settings(chosen, tuple(ignore), fail_on or "error", lang)
    base = tuple(select) or config.select
    return Settings(
        select=(*base, *config.extend_select, *extend) if base else (),
        ignore=tuple(ignore) or config.ignore,
        fail_on=fail_on or config.fail_on,
        lang=lang or config.lang,
        levels={code.upper(): level for code, level in config.severity.items()},
        per_file=config.per_file_ignores,
        suppress=config.suppress,
        file=config.file,
    )


def _config(file: Path | None) -> Config | None:
    """The file named, else the nearest upwards; the module is loaded only if there is one."""
    if file is None and not _may_exist():
        return None
    from notice_cli.config import find_config, read_config

    found = file or find_config(Path.cwd())
    if found is None:
        return None
    config = read_config(found)
    _check_codes(config)
    return config


def _may_exist() -> bool:
    """Whether there is any file that might configure us."""
    here = Path.cwd()
    names = ("notice.toml", "pyproject.toml")
    return any((folder / name).is_file() for folder in (here, *here.parents) for name in names)


def _check_codes(config: Config) -> None:
    """Every code that the configuration names is one of a rule."""
    from notice_cli.config import line_of
    from notice_cli.rules.choosing import known
    from notice_cli.rules.plugins import all_rules

    rules = all_rules()
    named = {
        "select": config.select,
        "ignore": config.ignore,
        "extend-select": config.extend_select,
        "severity": tuple(config.severity),
        "per-file-ignores": tuple(code for codes in config.per_file_ignores.values() for code in codes),
        "suppress": tuple(one.code for one in config.suppress),
    }
    for key, codes in named.items():
        for code in codes:
            try:
                known(code, rules)
            except UsageError as error:
                text = config.file.read_text("utf-8-sig") if config.file else ""
                where = f"{config.file}:{line_of(text, [key])}"
                raise UsageError("unknown_code", where, key=key, code=code, **error.facts) from None
