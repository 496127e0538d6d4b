"""Sources to notices for the commands: all are tried, each failure is told, none stops the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

import click

from notice_cli.cli.network import limits_of
from notice_cli.cli.options import vocabulary_of
from notice_cli.cli.progress import progress
from notice_cli.errors import UnreadableError
from notice_cli.language import Lang, Words
from notice_cli.model import Notice
from notice_cli.pipeline import read_all
from notice_cli.source import expand

Result = TypeVar("Result")

_LOSS = Words(
    "{where}：有 {count} 个字符无法解码，已显示为 �",
)
_NO_ISSUES = Words(
    "{where}：没有读出逐条列出的问题（版式 {layout}），正文各段都在 unparsed 里",
)
_NEXT = Words(
    "{where}：这是分页中的一页，下一页在 {next}",
)


def each_source(sources: Sequence[str]) -> Iterator[str | tuple[str, UnreadableError]]:
    """Sources with folders unfolded; a folder that cannot be is given with its error."""
    for source in sources:
        try:
            yield from expand([source])
        except UnreadableError as error:
            yield source, error


def read_each(
    sources: Sequence[str], lang: Lang, config_file: Path | None = None
) -> Iterator[tuple[str, Notice | UnreadableError]]:
    """Every notice of every source, or why there is none; told on stderr as it comes."""
    vocabulary, limits = vocabulary_of(config_file), limits_of(lang)
    for uri, result in each_result(sources, lang, lambda source: read_all(source, vocabulary, limits)):
        if isinstance(result, Notice):
            remark(result, lang)
        yield uri, result


def each_result(
    sources: Sequence[str], lang: Lang, read: Callable[[str], Iterator[Result]]
) -> Iterator[tuple[str, Result | UnreadableError]]:
    """What `read` gives of every source, or why it gives nothing; a bar shows how far it is."""
    unfolded = list(each_source(sources))
    with progress(len(unfolded), lang) as advance:
        for one in unfolded:
            uri, failed = (one, None) if isinstance(one, str) else one
            try:
                if failed:
                    raise failed
                for result in read(uri):
                    yield uri, result
            except UnreadableError as error:
                failed = error
                tell(error.message(lang))
                yield uri, error
            advance(failed is not None)


def tell(sentence: str) -> None:
    """One sentence on stderr."""
    click.echo(f"notice: {sentence}", err=True)


def remark(notice: Notice, lang: Lang) -> None:
    """What a reader of the result should know beforehand."""
    where = notice.source.uri
    if notice.source.replaced:
        tell(_LOSS.say(lang, where=where, count=notice.source.replaced))
    if not notice.issues and notice.unparsed:
        tell(_NO_ISSUES.say(lang, where=where, layout=notice.layout.name))
    if notice.source.next:
        tell(_NEXT.say(lang, where=where, next=notice.source.next))
