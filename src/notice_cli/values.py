"""What passes from stage to stage: frozen, slotted, compared by value.

Like a frozen dataclass with slots, which Python takes some fifty times as long to define (a millisecond):
a page is read with dozens of them, and start-up is most of a short run.
"""

from __future__ import annotations

from typing import Self, dataclass_transform

from msgspec import Struct
from msgspec.structs import replace


@dataclass_transform(frozen_default=True, kw_only_default=False)
class Value(Struct, frozen=True, gc=False):
    """Base of what stages hand on: equal where all fields are."""

    def replace(self, **changes: object) -> Self:
        """The same value with some fields changed."""
        return replace(self, **changes)
