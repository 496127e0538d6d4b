"""What goes out is frozen, strict, and places are found in it."""

import copy
import dataclasses
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

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


_FLOATS = st.floats(allow_nan=False, allow_infinity=False)


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 2**53) | _FLOATS)
def test_the_quick_json_holds_what_pydantics_own_holds(text, value):
    span = {"start": 0, "end": 1}
    count = {"what": "other", "value": value, "text": text, "span": span, "refs": [1]}
    measures = [{"ordinal": 1, "text": text, "span": span}]
    issue = {
        "number": 1,
        "text": text,
        "span": span,
        "measures": measures,
        "evidence": {text: {"span": span}},
    }
    record = notice(counts=[count], issues=[issue], lines=[(0, 1), (2, None)], title=text)
    assert json.loads(record.model_dump_json()) == json.loads(BaseModel.model_dump_json(record))
    assert list(json.loads(record.model_dump_json())) == list(Notice.model_fields)
    assert record.model_dump_json(exclude_defaults=True) == BaseModel.model_dump_json(
        record, exclude_defaults=True
    )


def test_half_a_surrogate_pair_is_no_json():
    with pytest.raises(ValueError, match="surrogates"):
        notice(title="\ud800").model_dump_json()


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
    with pytest.raises(AttributeError):
        issue.number = 2
    with pytest.raises(ValidationError):
        notice().title = "通报"


def test_small_records_are_strict_dumped_and_copied_as_the_others():
    issue = Issue(number=1, text="不实", span=Span(start=0, end=2))
    assert issue.model_dump(exclude={"text"})["span"] == {"start": 0, "end": 2}
    assert issue.model_copy(update={"number": 2}) == Issue(number=2, text="不实", span=Span(start=0, end=2))
    with pytest.raises(ValidationError):
        Span(start=0, end="x")
    with pytest.raises(ValidationError):
        notice(issues=[{"number": 1, "text": "不实", "span": {"start": 0, "end": 2}, "surprise": 1}])


def test_records_of_the_thousand_hold_no_dictionary():
    issue = Issue(number=1, text="不实", span=Span(start=0, end=2))
    assert not hasattr(issue, "__dict__")
    assert not hasattr(issue.span, "__dict__")


def test_a_record_that_was_read_is_checked_and_is_the_one_that_pydantic_makes():
    class Marked(str):
        """A text as a parser's own library may hand it on."""

        __slots__ = ()

    made = notice(counts=[{"what": "issues", "value": 2, "text": "2个", "span": {"start": 0, "end": 2}}])
    fields = made.model_dump()
    del fields["schema_version"]
    assert Notice.of(fields) == made
    assert Notice.of({**fields, "text": Marked(made.text)}).model_dump_json() == made.model_dump_json()
    count = {"what": "issues", "value": 2, "text": "2个", "span": {"start": 0, "end": 2}}
    for wrong in (
        {"genre": "poem"},
        {"text": None},
        {"counts": [{**count, "value": "many"}]},
        {"counts": [{**count, "colour": "red"}]},
        {"counts": [{"what": "issues"}]},
        {"verdict": "good"},
    ):
        with pytest.raises(ValidationError):
            Notice.of({**fields, **wrong})


def test_a_small_record_is_dumped_and_read_as_models_are():
    issue = Issue(number=1, text="不实", span=Span(start=0, end=2))
    assert Issue.model_validate(issue.model_dump()) == issue
    assert Issue.model_validate(json.loads(issue.model_dump_json(exclude_none=True))) == issue
    with pytest.raises(ValidationError, match="for Issue"):
        Issue.model_validate({"number": 1})
    assert dataclasses.asdict(issue) == issue.model_dump()
    assert copy.deepcopy(issue) == pickle.loads(pickle.dumps(issue)) == issue
    made = notice(issues=[issue]).model_dump(include={"issues": {0: {"number"}}})
    assert made == {"issues": ({"number": 1},)}


ANYTHING = st.one_of(st.integers(), st.booleans(), st.floats(), st.text(), st.none())


@given(st.dictionaries(st.sampled_from(["start", "end", "middle"]), ANYTHING))
def test_a_record_made_by_name_is_checked_as_pydantic_checks(fields):
    try:
        told = TypeAdapter(Span).validate_python(fields)
    except ValidationError:
        with pytest.raises(ValidationError):
            Span(**fields)
    else:
        assert Span(**fields) == told
