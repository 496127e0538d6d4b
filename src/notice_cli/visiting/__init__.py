"""Where a page leads: its next parts, the attachment that holds its body, what a browser makes of it."""

from notice_cli.visiting.gather import Leaf, Sheaf, gather, unread

__all__ = ["Leaf", "Sheaf", "gather", "unread"]
