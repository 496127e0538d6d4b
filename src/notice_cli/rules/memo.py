"""What several rules ask about one notice, worked out once: the last notice's answer is kept, by identity."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import ref

from notice_cli.model import Notice

Answer = TypeVar("Answer")


def once(function: Callable[[Notice], Answer]) -> Callable[[Notice], Answer]:
    """The function, remembering its answer for the notice that it was last asked about."""
    kept: list[tuple[Callable[[], Notice | None], Answer]] = []

    @wraps(function)
    def answer(notice: Notice) -> Answer:
        if not kept or kept[0][0]() is not notice:
            kept[:] = [(_hold(notice), function(notice))]
        return kept[0][1]

    return answer


def _hold(notice: Notice) -> Callable[[], Notice | None]:
    """A weak hold where the record allows one, so that no notice is kept alive for its answers."""
    try:
        return ref(notice)
    except TypeError:
        return lambda: notice
