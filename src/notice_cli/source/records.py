"""Records that `notice parse` wrote, read back: one object, an array, or one a line."""

from __future__ import annotations

from notice_cli.errors import SourceError
from notice_cli.model import Notice


def read_records(data: bytes, where: str) -> list[Notice]:
    """The notices in a `.json` or `.jsonl` file.

    Raises:
        SourceError: `bad_record`, with the place of the first fault.
    """
    from pydantic import TypeAdapter, ValidationError

    text = data.removeprefix(b"\xef\xbb\xbf").strip()
    try:
        if text.startswith(b"["):
            notices = TypeAdapter(list[Notice]).validate_json(text)
        elif b"\n{" in text and not text.startswith(b"{\n"):
            notices = [Notice.model_validate_json(line) for line in text.splitlines() if line.strip()]
        else:
            notices = [Notice.model_validate_json(text)]
    except ValidationError as error:
        raise SourceError("bad_record", where, reason=_reason(error)) from None
    if not notices:
        raise SourceError("bad_record", where, reason="[]")
    return notices


def _reason(error: object) -> str:
    """Place and kind of the first fault, without the value that caused it."""
    first = error.errors(include_url=False, include_input=False)[0]  # type: ignore[attr-defined]
    place = ".".join(map(str, first["loc"])) or "JSON"
    return f"{place}: {first['msg']}"[:200]
