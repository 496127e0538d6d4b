"""Blocks to a text with numbered lines. Knows how Chinese documents number, not what notices say."""

from notice_cli.outline.markers import Marker, parse_marker
from notice_cli.outline.outline import Line, Outline, read_outline

__all__ = ["Line", "Marker", "Outline", "parse_marker", "read_outline"]
