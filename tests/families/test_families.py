"""Every layout family that notices are written in: an invented page each, and what must come out of it.

In NAME.expected.json stand only the fields that the family is about; a measure is given by how it begins,
a list of sections by its headings or its length.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notice_cli import read

HERE = Path(__file__).parent
PAGES = sorted(path for path in HERE.iterdir() if path.suffix in (".html", ".txt"))


def folded(value):
    """A text without the full stop that a heading or an issue may end with."""
    return value.rstrip("。；;.") if isinstance(value, str) else value


def differences(expected: dict, record: dict):
    """Every field that is not as expected: its name, what it is, what it should be."""
    for name, value in expected.items():
        got = record[name]
        if name == "issues":
            yield from issue_differences(value, got)
        elif name == "layout":
            yield from differing(name, got["name"], value)
        elif isinstance(value, dict):
            for field, one in value.items():
                yield from differing(f"{name}.{field}", got[field], one)
        elif isinstance(value, int):
            yield from differing(name, len(got), value)
        elif isinstance(value, list):
            named = [part["text"] if name == "unparsed" else part["heading"] for part in got]
            yield from differing(name, [*map(folded, named)], [*map(folded, value)])
        else:
            yield from differing(name, got, value)


def issue_differences(expected: list, got: list):
    yield from differing("issues", len(got), len(expected))
    for position, (issue, found) in enumerate(zip(expected, got, strict=False), 1):
        for name, value in issue.items():
            if name == "measures":
                yield from measure_differences(position, value, found["measures"])
            elif name != "number" or value is not None:
                yield from differing(f"issue {position} {name}", folded(found[name]), folded(value))


def measure_differences(position: int, expected: list, got: list):
    texts = [measure["text"] for measure in got]
    if len(texts) != len(expected) or not all(map(str.startswith, texts, expected)):
        yield f"issue {position} measures", [text[:14] for text in texts], expected


def differing(name: str, got: object, expected: object):
    if got != expected:
        yield name, got, expected


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_a_page_of_the_family_is_read(page):
    expected = json.loads(page.with_suffix("").with_suffix(".expected.json").read_text("utf-8"))
    notice = read(page)
    assert list(differences(expected, notice.model_dump(mode="json"))) == []
    assert all(notice.text[i.span.start : i.span.end] for i in notice.issues)


def test_figures_below_a_heading_that_holds_no_issues_are_declared():
    counts = read(HERE / "F01-slogan-heading-first.html").counts
    assert [(count.what, count.value, count.scope) for count in counts] == [
        ("meetings", 6, "notice"),
        ("issues", 4, "notice"),
        ("issues_completed", 3, "notice"),
    ]
