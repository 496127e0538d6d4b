"""A number that a program sets, and the text behind it, as a typist writes them."""

from __future__ import annotations


def join_label(label: str, text: str) -> str:
    """`1.` and `落实` as `1.落实`; with a space where the two would run together: `1. 2023年`."""
    text = text.lstrip()
    last = label[-1:]
    apart = last.isalpha() or last.isdecimal() or (last and text[:1].isdecimal())
    return f"{label} {text}" if apart else label + text
