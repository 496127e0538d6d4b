"""PDF to blocks, in a process of its own: a hostile file may make a reader hang, swell or crash."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from notice_cli.errors import DecodeError
from notice_cli.language import Words
from notice_cli.page.block import Block, Cut

SECONDS = 3.5
"""The longest that one file is read."""
_CHILD = ("-P", "-c", "from notice_cli.page.documents.pdf_child import main; main()")
_ROOT = Path(__file__).parents[3]

DAMAGED = Words("PDF 结构不完整或已损坏")
TOO_MANY_PAGES = Words("有 {pages} 页，上限 {limit} 页")
_MOST_PAGES = 300


def cut_pdf(data: bytes, where: str) -> tuple[Cut, int]:
    """The blocks of a PDF with a text layer, and how many characters its fonts do not name.

    `line` is the number of the page.

    Raises:
        DecodeError: `missing_extra`, `encrypted_document`, `broken_document`, `document_too_large`,
            `slow_document`, `scan` or `garbled_document`.
    """
    if find_spec("pypdfium2") is None:
        raise DecodeError("missing_extra", where, extra="office")
    told = _ask(data, where)
    if "error" in told:
        raise _refusal(told, where)
    return Cut(msgspec.convert(told["blocks"], tuple[Block, ...])), told["replaced"]


def _ask(data: bytes, where: str) -> dict[str, Any]:
    """What the child tells."""
    command = [sys.executable, *_CHILD]
    paths = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"}
    try:
        done = subprocess.run(  # noqa: S603
            command, input=data, capture_output=True, timeout=SECONDS, env=environment, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DecodeError("slow_document", where, seconds=f"{SECONDS:g}") from error
    if done.returncode:
        raise DecodeError("broken_document", where, reason=DAMAGED)
    told: dict[str, Any] = msgspec.json.decode(done.stdout)
    return told


def _refusal(told: dict[str, Any], where: str) -> DecodeError:
    kind = told["error"]
    if kind == "broken_document":
        return DecodeError(kind, where, reason=DAMAGED)
    if kind == "document_too_large":
        facts = {"pages": told["pages"], "limit": _MOST_PAGES}
        return DecodeError(
            kind, where, reason=Words(*(TOO_MANY_PAGES.say(lang, **facts) for lang in ("zh", "en")))
        )
    return DecodeError(kind, where, **{name: fact for name, fact in told.items() if name != "error"})
