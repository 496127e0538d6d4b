"""The record of one notice: what `notice parse --format json` prints."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from typing import Any, Literal, get_type_hints

from msgspec import Struct, ValidationError, convert, defstruct, field, structs
from msgspec.json import Encoder
from pydantic import Field

from notice_cli.model.count import Count
from notice_cli.model.issue import Issue
from notice_cli.model.record import Record, Small
from notice_cli.model.span import Evidence, Span

SCHEMA_VERSION = "1"
Genre = Literal["inspection", "audit", "environment", "other"]
Level = Literal["central", "province", "city", "county", "unit"]


class Part(Small, kw_only=True):
    """One part of a page that is published in several."""

    uri: str
    media_type: str | None = None
    sha256: str
    size: int
    fetched_at: str | None = None


class Source(Small, kw_only=True):
    """Where the bytes came from. `fetched_at` is null for a file."""

    uri: str
    media_type: str | None = None
    encoding: str | None = None
    replaced: int = 0
    """Characters that could not be decoded, shown as U+FFFD."""
    sha256: str
    size: int
    fetched_at: str | None = None
    next: str | None = None
    """Address of the next part, where the page is one of several."""
    body_method: str | None = None
    """How the body was found: a site's profile, `densest` (the general finder), `page`, or `text`."""
    rendered: bool = False
    """The bytes are what a browser made of the page, not what the server sent."""
    parts: tuple[Part, ...] = ()
    """The parts that were joined, the first of which the source is; empty where the page is one."""
    attached_to: str | None = None
    """Address of the page that the document is attached to, and whose metadata these are."""


class Metadata(Small, kw_only=True):
    """What the page says about itself: its meta tags and its 信息公开 table."""

    title: str | None = None
    index_number: str | None = None
    document_number: str | None = None
    topic: str | None = None
    issuer: str | None = None
    published_on: str | None = None
    issued_on: str | None = None
    validity: str | None = None
    site_name: str | None = None
    column: str | None = None
    origin: str | None = None
    other: dict[str, str] = field(default_factory=dict)
    evidence: dict[str, Evidence] = field(default_factory=dict)


class Inspection(Small, kw_only=True):
    """The inspection that the notice answers; an audit has none of these."""

    team: str | None = None
    level: Level | None = None
    round: str | None = None
    started_on: str | None = None
    ended_on: str | None = None
    feedback_on: str | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)


class Heading(Small, kw_only=True):
    """A heading of the body; `level` 1 for 一、."""

    level: int
    label: str | None = None
    heading: str
    span: Span
    source_line: int | None = None


class Preamble(Small, kw_only=True):
    """What stands before the first heading."""

    text: str
    span: Span
    source_line: int | None = None


class Passage(Small, kw_only=True):
    """A paragraph of the general part or of the next steps."""

    number: int
    heading: str | None = None
    text: str
    span: Span
    source_line: int | None = None


class Section(Small, kw_only=True):
    """A group that issues stand in; `number` is its position."""

    number: int
    heading: str
    label: str | None = None
    span: Span
    source_line: int | None = None


class Layout(Small, kw_only=True):
    """The layout that read the body, and how well it explains it (0 to 1)."""

    name: str
    score: float


class Contact(Small, kw_only=True):
    """How to report back to the issuer."""

    phones: tuple[str, ...] = ()
    address: str | None = None
    postcode: str | None = None
    emails: tuple[str, ...] = ()
    evidence: dict[str, Evidence] = field(default_factory=dict)


class Signature(Small, kw_only=True):
    """Who signed, and when."""

    issuer: str | None = None
    signed_on: str | None = None
    evidence: dict[str, Evidence] = field(default_factory=dict)


class Block(Small, kw_only=True):
    """A block of the body that found no place in the record."""

    text: str
    span: Span
    source_line: int | None = None


def _known(one: object) -> object:
    """What msgspec does not know, as what it does: a model as its fields, a text of a library's own kind."""
    return str(one) if isinstance(one, str) else vars(one)


_ENCODER = Encoder(enc_hook=_known)


class Notice(Record):
    """One rectification notice, every value with its evidence in `text`."""

    schema_version: Literal["1"] = "1"
    source: Source
    genre: Genre
    title: str | None = None
    text: str
    metadata: Metadata = Field(default_factory=Metadata)
    inspection: Inspection = Field(default_factory=Inspection)
    counts: tuple[Count, ...] = ()
    outline: tuple[Heading, ...] = ()
    preamble: Preamble | None = None
    overview: tuple[Passage, ...] = ()
    sections: tuple[Section, ...] = ()
    layout: Layout
    issues: tuple[Issue, ...] = ()
    next_steps: tuple[Passage, ...] = ()
    contact: Contact = Field(default_factory=Contact)
    signature: Signature = Field(default_factory=Signature)
    unparsed: tuple[Block, ...] = ()
    evidence: dict[str, Evidence] = Field(default_factory=dict)
    """Where the notice's own plain values stand: `title`."""
    lines: tuple[tuple[int, int | None], ...] = ()
    """Start of each block of `text`, and its line in the file that was read."""

    @staticmethod
    def of(record: Mapping[str, Any]) -> Notice:
        """The notice that a record makes: what `model_validate` gives, in a fifth of its time.

        Raises:
            ValidationError: of pydantic; a field is missing, unknown or not of its kind.
        """
        try:
            fields = convert(record, _fields())
        except ValidationError:
            return Notice.model_validate(record)
        return Notice.model_construct(**structs.asdict(fields))

    def model_dump_json(self, **how: Any) -> str:  # noqa: ANN401 - what pydantic's own takes
        """The record as JSON, in half of pydantic's time; with arguments, pydantic's own `model_dump_json`.

        Raises:
            ValueError: a text holds half a surrogate pair (a file name may), which UTF-8 cannot write.
        """
        return super().model_dump_json(**how) if how else _ENCODER.encode(self).decode()

    def source_line(self, offset: int) -> int | None:
        """The line of the file (1-based) that the character at `offset` was read from."""
        at = bisect_right(self.lines, offset, key=lambda line: line[0])
        return self.lines[at - 1][1] if at else None


@cache
def _fields() -> type[Struct]:
    """What the reading of a notice gives, all of it, as msgspec checks it: the kinds are pydantic's."""
    kinds = get_type_hints(Notice)
    names = [name for name in Notice.model_fields if name != "schema_version"]
    return defstruct("Fields", [(name, kinds[name]) for name in names], gc=False, forbid_unknown_fields=True)
