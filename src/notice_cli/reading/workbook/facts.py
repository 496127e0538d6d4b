"""Our tables about the notice as a whole: its facts and its declared figures, read back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, get_args

from notice_cli.language import Words
from notice_cli.model import Genre, What
from notice_cli.model.ledger import FACTS, GENRES, KINDS, LEVELS, SCOPES, YES
from notice_cli.page.block import fold
from notice_cli.page.metadata import PageMetadata
from notice_cli.reading.counts import Figure
from notice_cli.reading.head import DatePiece, Inspection
from notice_cli.reading.piece import Piece, whole
from notice_cli.reading.tail import Contact, Signature
from notice_cli.reading.workbook.tables import OwnRow
from notice_cli.reading.workbook.writing import Text
from notice_cli.text.pattern import lazy_pattern

Facts = dict[str, list[str]]
_DATE = lazy_pattern(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_NUMBER = lazy_pattern(r"-?\d{1,15}(?:\.\d{1,9})?%?")
_LIST = lazy_pattern(r"[、,，;； ]")
_SILENT = ("source.", "passed", "not_applicable")
"""Facts about the file and the check, not about the notice."""


def key_of(words: Mapping[str, Words], text: str) -> str | None:
    """The key whose word, in either language, is this text."""
    folded = fold(text).lower()
    return next((key for key, said in words.items() if folded in (said.zh.lower(), said.en.lower())), None)


def read_facts(rows: Sequence[OwnRow]) -> tuple[Facts, list[str]]:
    """The values of each field, and the texts of rows whose field is not known."""
    facts: Facts = {}
    unknown: list[str] = []
    for row in rows:
        field, value = row.values.get("field", ""), row.values.get("value", "")
        key = key_of(FACTS, field)
        if key is None:
            unknown += [field, value]
        elif not key.startswith(_SILENT) and value.strip():
            facts.setdefault(key, []).append(value)
    return facts, unknown


def metadata_of(facts: Facts) -> PageMetadata:
    """What the notice's page said about itself."""
    values = {
        key.partition(".")[2]: fold(some[0]) for key, some in facts.items() if key.startswith("metadata.")
    }
    return PageMetadata(values)


def genre_in(facts: Facts) -> Genre | None:
    """The genre, None where none is told."""
    key = key_of(GENRES, facts["genre"][0]) if "genre" in facts else None
    return key if key in get_args(Genre) else None  # type: ignore[return-value]


def write_inspection(text: Text, facts: Facts) -> Inspection:
    """Write and read what is told about the inspection; its level is a class and no words of the notice."""
    level = key_of(LEVELS, facts.get("inspection.level", [""])[0])
    plain = {key: some for key, some in facts.items() if key != "inspection.level"}
    pieces = _write(text, plain, "inspection")
    dates = {name: piece for name, piece in pieces.items() if name.endswith("_on")}
    told: dict[str, Any] = {name: pieces.get(name) for name in ("team", "round")}
    told |= {name: DatePiece(p.text, p, False) for name, p in dates.items() if _DATE.fullmatch(p.text)}
    return Inspection(**told, level=level)


def write_contact(text: Text, facts: Facts) -> Contact:
    """Write and read how to report back."""
    phones, emails = (
        tuple(piece for one in facts.get(f"contact.{name}", ()) for piece in text.add(one, None))
        for name in ("phones", "emails")
    )
    single = {key: some for key, some in facts.items() if key.endswith(("address", "postcode"))}
    pieces = _write(text, single, "contact")
    every = [*phones, *emails, *pieces.values()]
    where = whole(every) if every else None
    return Contact(phones, pieces.get("address"), pieces.get("postcode"), emails, where)


def write_signature(text: Text, facts: Facts) -> Signature:
    """Write and read who signed, and when."""
    pieces = _write(text, facts, "signature")
    issuer, date = pieces.get("issuer"), pieces.get("signed_on")
    signed = date.text if date and _DATE.fullmatch(date.text) else None
    return Signature((issuer,) if issuer else (), date if signed else None, signed)


def _write(text: Text, facts: Facts, record: str) -> dict[str, Piece]:
    """The first value of each field of a record, in the order of the sheet."""
    fields = ((key.partition(".")[2], some) for key, some in facts.items() if key.startswith(f"{record}."))
    written = ((name, text.add(some[0], None)) for name, some in fields)
    return {name: whole(pieces) for name, pieces in written if pieces}


def write_figures(text: Text, rows: Sequence[OwnRow]) -> Iterator[Figure]:
    """Write and read the declared figures; a row without kind, number or words declares none."""
    for row in rows:
        values = row.values
        what, value = key_of(KINDS, values.get("what", "")), parse_value(values.get("value", ""))
        pieces = text.add(values.get("text", ""), None)
        if what not in get_args(What) or value is None or not pieces:
            continue
        piece = whole(pieces)
        yield Figure(
            what,  # type: ignore[arg-type]
            value,
            fold(values.get("unit", "")) or None,
            _is_yes(values.get("approximate")),
            parse_refs(values.get("refs", "")),
            parse_scope(values.get("scope", "")),
            _is_yes(values.get("derived")),
            piece.start,
            piece.end,
            None,
        )


def parse_value(text: str) -> int | float | None:
    """`23`, `79.2`, `79.2%` as a number; None if it is none."""
    text = fold(text)
    if not _NUMBER.fullmatch(text):
        return None
    number = text.removesuffix("%")
    return float(number) if "." in number else int(number)


def parse_refs(text: str) -> tuple[int, ...]:
    """`4、8` as the numbers of issues."""
    return tuple(int(one) for one in _LIST.split(text) if one.isdecimal() and len(one) < 7)


def _is_yes(text: str | None) -> bool:
    return fold(text or "").lower() in (YES.zh, YES.en)


def parse_scope(text: str) -> str:
    """`第2部分` as `section:2`; the whole notice where it says nothing else."""
    folded = fold(text).lower()
    for kind, words in SCOPES.items():
        for said in words:
            before, _, behind = said.partition("{number}")
            number = folded.removeprefix(before).removesuffix(behind)
            if folded == f"{before}{number}{behind}" and number.isdecimal() and len(number) < 7:
                return f"{kind}:{number}"
    return "notice"
