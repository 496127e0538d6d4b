"""The plain fields in which two notices differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from notice_cli.model import FieldChange, Notice

RECORDS = ("metadata", "inspection", "contact", "signature")
JOINT = "、"


def find_field_changes(old: Notice, new: Notice, *, with_title: bool) -> tuple[FieldChange, ...]:
    """Fields of metadata, inspection, contact and signature that differ, by their path; null is absent."""
    there, here = dict(_fields(old, with_title)), dict(_fields(new, with_title))
    return tuple(
        FieldChange(field=path, old=there.get(path), new=here.get(path))
        for path in [*there, *(path for path in here if path not in there)]
        if there.get(path) != here.get(path)
    )


def _fields(notice: Notice, with_title: bool) -> Iterable[tuple[str, str | None]]:
    """Every field that is compared, by its path."""
    if with_title:
        yield "title", notice.title
    for record in RECORDS:
        for name, value in getattr(notice, record):
            if isinstance(value, Mapping):
                others = value.items() if name == "other" else ()
                yield from ((f"{record}.{name}.{label}", text) for label, text in others)
            else:
                yield f"{record}.{name}", _plain_value(value)


def _plain_value(value: object) -> str | None:
    """A list as one line; null stays null."""
    if isinstance(value, tuple):
        return JOINT.join(value) or None
    return None if value is None else str(value)
