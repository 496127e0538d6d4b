"""Pages made of the samples: as many as are wanted, all different, none real."""

from __future__ import annotations

import re
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "samples"
PLACES = ("岚川", "云岭", "青陇", "白桦", "碧原", "石浦", "临泽", "松台", "鹤洲", "丹崖")


def templates() -> list[str]:
    """The samples that are pages in UTF-8."""
    texts = []
    for path in sorted(SAMPLES.glob("*.html")):
        try:
            texts.append(path.read_text("utf-8"))
        except UnicodeDecodeError:
            continue
    return texts


def page(n: int, texts: list[str], distinct: int) -> bytes:
    """The n-th page: its words are those of the (n modulo `distinct`)-th, its bytes its own."""
    kind = n % distinct
    text = texts[kind % len(texts)].replace("岚川", PLACES[kind // len(texts) % len(PLACES)])
    text = text.replace("12345678", f"{kind:08}").replace("</title>", f"（第{kind}号）</title>", 1)
    return f"{text}\n<!-- {n} -->".encode()


_FIGURE = re.compile(rb"(?<=[>\x80-\xff])[0-9]{1,3}(?=[<\x80-\xff])")
"""A figure between words or tags."""


def varied(model: bytes, n: int) -> bytes:
    """The page with its middle figure changed to n + 1."""
    figures = list(_FIGURE.finditer(model))
    if not figures:
        return model + b"<!-- %d -->" % n
    start, end = figures[len(figures) // 2].span()
    return model[:start] + b"%d" % (n + 1) + model[end:]


def write_pages(folder: Path, count: int, distinct: int) -> None:
    """Pages in folders of a thousand; those that are there already are kept."""
    texts = templates()
    for n in range(count):
        file = folder / f"{n // 1000:04}" / f"{n:07}.html"
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(page(n, texts, distinct))
