"""What passes from stage to stage: frozen, slotted, compared by value.

Like a frozen dataclass with slots, which Python takes a hundred times as long to define: a page is read
with some sixty of them, and start-up is most of a short run.
"""

from __future__ import annotations

from typing import Self, dataclass_transform

from msgspec import Struct
from msgspec.structs import replace


@dataclass_transform(frozen_default=True, kw_only_default=False)
class Value(Struct, frozen=True, gc=False):
    """Base of what stages hand on; fields with a default are left out of no comparison."""

    def replace(self, **changes: object) -> Self:
        """The same value with some fields changed."""
        return replace(self, **changes)
