"""Where a finding stands in the file that was read: line, columns, and the file's address for programs."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from notice_cli.language import Lang, Words, words_in
from notice_cli.model import Finding, Quote, Report, Source

_LEAST = 4
"""Characters by which a quotation that tags cut up is still found in its line."""
_LINE = Words("第 {line} 行")
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_OTHER_PLACES = {
    "application/pdf": Words("第 {line} 页"),
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": Words("第 {line} 段"),
    _WORKBOOK: words_in("workbook", "第 {line} 行"),
}
"""What a position is called in a document that has no lines."""


def has_lines(source: Source | None) -> bool:
    """Whether positions are lines of the file; in a PDF they are pages, in Word paragraphs, in Excel rows."""
    return source is None or source.media_type not in _OTHER_PLACES


def say_position(source: Source | None, line: int, lang: Lang) -> str:
    """A position in the words of its document: line, page, paragraph or row."""
    words = _OTHER_PLACES.get(source.media_type or "", _LINE) if source else _LINE
    return words.say(lang, line=line)


def first_line(finding: Finding) -> int | None:
    """The first line (1-based) of the evidence that has one."""
    return next((one.source_line for one in finding.evidence if one.source_line is not None), None)


def say_place(report: Report, line: int | None, lang: Lang) -> str:
    """The source and a position in it: `file:line`; of a document in words."""
    if line is None or has_lines(report.source):
        return report.uri if line is None else f"{report.uri}:{line}"
    return f"{report.uri} {say_position(report.source, line, lang)}"


def address(uri: str) -> str:
    """A relative path with forward slashes, percent-encoded; a web address as it is; `stdin` for `-`."""
    from urllib.parse import quote

    if uri in ("-", "bytes"):
        return "stdin"
    if "://" in uri[:12]:
        return quote(uri, safe="%/:?&=#@+,;~!$'()*[]", errors="surrogatepass")
    path = Path(uri)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    start = "file://" if path.is_absolute() else ""
    return start + quote(path.as_posix(), errors="surrogatepass")


def columns(report: Report, quote: Quote) -> tuple[int, int | None] | None:
    """First column and the one behind the last, in code points from 1; None where they cannot be told.

    The file is read again for it, if it still is what was checked.
    """
    source = report.source
    if source is None or quote.source_line is None or not quote.text:
        return None
    lines = _lines(source.uri, source.sha256, source.encoding or "utf-8")
    if not 0 < quote.source_line <= len(lines):
        return None
    return _find(lines[quote.source_line - 1], quote.text.split("\n")[0])


def _find(line: str, words: str) -> tuple[int, int | None] | None:
    at = line.find(words)
    if at >= 0:
        return at + 1, at + 1 + len(words)
    for size in range(min(len(words), 40) - 1, _LEAST - 1, -1):
        at = line.find(words[:size])
        if at >= 0:
            return at + 1, None
    return None


@lru_cache(maxsize=4)
def _lines(uri: str, sha256: str, encoding: str) -> tuple[str, ...]:
    """The lines of a file that has not changed; none of anything else."""
    try:
        data = Path(uri).read_bytes()
        if hashlib.sha256(data).hexdigest() != sha256:
            return ()
        text = data.decode(encoding, "replace")
    except (OSError, ValueError, LookupError):
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
