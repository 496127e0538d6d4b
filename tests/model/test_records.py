"""What goes out is frozen, strict, and places are found in it."""

import pytest
from pydantic import ValidationError

from notice_cli.model import Issue, Notice, Span


def notice(**more) -> Notice:
    plain = {"source": {"uri": "a", "sha256": "0", "size": 1}, "genre": "other", "text": "一\n二\n三"}
    return Notice.model_validate({**plain, "layout": {"name": "x", "score": 1}, **more})


def test_absent_is_null_or_an_empty_list():
    record = notice().model_dump(mode="json")
    assert record["title"] is None
    assert record["issues"] == []
    assert record["metadata"]["issuer"] is None
    assert record["schema_version"] == "1"


def test_lines_are_found_by_offset():
    record = notice(lines=((0, 10), (2, 12), (4, None)))
    assert [record.source_line(at) for at in (0, 1, 2, 3, 4, 99)] == [10, 10, 12, 12, None, None]
    assert notice().source_line(0) is None


@pytest.mark.parametrize(
    "more", [{"surprise": 1}, {"genre": "poem"}, {"schema_version": "2"}, {"text": None}]
)
def test_what_is_no_record_is_refused(more):
    with pytest.raises(ValidationError):
        notice(**more)


def test_records_are_frozen():
    issue = Issue(number=1, text="不实", span=Span(start=0, end=2))
    with pytest.raises(ValidationError):
        issue.number = 2
