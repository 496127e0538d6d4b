"""How far a run over many sources is: on stderr, where a person watches."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from notice_cli.language import Lang, Words

FEW = 2
"""Sources up to which nothing is shown."""
_RATE = Words("{rate:.1f} 份/秒")
_FAILED = Words("读不了 {count}")
_LEFT = Words("还要")


@contextmanager
def progress(total: int, lang: Lang) -> Iterator[Callable[[bool], None]]:
    """A bar with rate, remaining time and failures; nothing in pipes, or for one or two sources.

    Yields:
        What to call after each source, with whether it failed.
    """
    if total <= FEW or not sys.stderr.isatty():
        yield lambda failed: None
        return
    from time import monotonic

    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(bar_width=28),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TextColumn(_LEFT.say(lang)),
        TimeRemainingColumn(compact=True),
        TextColumn("[red]{task.fields[failed]}"),
    )
    begun, done, lost = monotonic(), 0, 0
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total, rate="", failed="")

        def advance(failed: bool) -> None:
            nonlocal done, lost
            done, lost = done + 1, lost + failed
            rate = _RATE.say(lang, rate=done / max(monotonic() - begun, 0.001))
            told = _FAILED.say(lang, count=lost) if lost else ""
            shown.update(task, advance=1, rate=rate, failed=told)

        yield advance
