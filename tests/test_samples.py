"""Each sample with what is expected of it, written out beside it: NAME.expected.json, NAME.findings.json."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from jsonschema import Draft202012Validator

from notice_cli import check, compare, read
from notice_cli.model import Finding, Report
from notice_cli.model.schema import schema_json
from places import SAMPLES

NAMES = sorted(path.name for path in SAMPLES.iterdir() if path.suffix in (".html", ".txt"))
OLD, NEW = "samples/lanchuan-culture-2020.html", "samples/lanchuan-culture-2024.html"
PLANTED = "samples/lanchuan-culture-2024-planted.html"


def schema(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_json(name)))


def as_lines(record: dict) -> str:
    """JSON with a line for each field and each element of a list: its differences can be read."""
    fields = (f"{json.dumps(name)}: {value_lines(value)}" for name, value in record.items())
    return "{\n" + ",\n".join(fields) + "\n}\n"


def value_lines(value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)


def finding_as_expected(finding: Finding) -> dict:
    plain = finding.model_dump(include={"code", "level", "issue", "message", "suggestion"})
    return {**plain, "evidence": [quote.text for quote in finding.evidence]}


def findings_as_expected(report: Report) -> dict:
    states = dict(sorted(Counter(claim.state for claim in report.claims).items()))
    not_judged = [one.model_dump() for one in report.not_applicable]
    return {
        "findings": [finding_as_expected(one) for one in report.findings],
        "passed": [one.code for one in report.passed],
        "not_applicable": not_judged,
        "claims": states,
    }


@pytest.mark.parametrize("name", NAMES)
def test_record_is_as_expected(name, expected):
    notice = read(f"samples/{name}")
    expected((SAMPLES / name).with_suffix(".expected.json"), as_lines(notice.model_dump(mode="json")))
    schema("notice").validate(json.loads(notice.model_dump_json()))


@pytest.mark.parametrize("name", NAMES)
def test_findings_are_as_expected(name, expected):
    report = check(read(f"samples/{name}"))
    expected((SAMPLES / name).with_suffix(".findings.json"), as_lines(findings_as_expected(report)))
    schema("report").validate(json.loads(report.model_dump_json()))


@pytest.mark.parametrize("name", NAMES)
def test_every_block_of_a_sample_finds_its_place(name):
    assert read(f"samples/{name}").unparsed == ()


def test_the_planted_contradictions_are_found_and_no_other():
    report = check(read(PLANTED))
    assert sorted(finding.code for finding in report.findings) == [
        *("CNT005", "CNT006", "DAT002", "NUM001", "NUM002", "NUM005", "TXT001", "TXT005"),
    ]
    by_code = {finding.code: finding for finding in report.findings}
    assert {"76", "79", "81"} <= {str(o.value) for a in by_code["CNT006"].arithmetic for o in a.operands}
    assert by_code["DAT002"].suggestion == "2023年10月16日至12月15日"
    assert [quote.text for quote in by_code["TXT001"].evidence] == ["市委第巡察组"]


@pytest.mark.parametrize("name", [name for name in NAMES if "planted" not in name])
def test_sound_notices_raise_no_false_alarm(name):
    assert check(read(f"samples/{name}")).findings == ()


def test_a_wrongly_declared_encoding_changes_nothing():
    sound, gbk = read(OLD), read("samples/lanchuan-culture-2020-gbk.html")
    assert (gbk.source.encoding, gbk.source.replaced) == ("gb18030", 0)
    assert gbk.model_dump(exclude={"source"}) == sound.model_dump(exclude={"source"})


def test_a_pasted_text_gives_the_same_notice():
    page, text = read(NEW), read("samples/lanchuan-culture-2024-text.txt")
    assert text.source.media_type == "text/plain"
    assert [(i.number, i.text, i.status) for i in text.issues] == [
        (i.number, i.text, i.status) for i in page.issues
    ]
    assert [[m.text for m in i.measures] for i in text.issues] == [
        [m.text for m in i.measures] for i in page.issues
    ]
    assert [(c.what, c.value, c.text) for c in text.counts] == [
        (c.what, c.value, c.text) for c in page.counts
    ]
    lost = {"evidence", "site_name", "origin"}  # these stand in meta tags and in a line of the page only
    assert text.metadata.model_dump(exclude=lost) == page.metadata.model_dump(exclude=lost)
    assert (text.signature.signed_on, text.contact.phones) == (page.signature.signed_on, page.contact.phones)


def test_two_years_are_compared_as_expected(expected):
    comparison = compare(read(OLD), read(NEW))
    expected(SAMPLES / "pair.expected.json", as_lines(comparison.model_dump(mode="json")))
    schema("comparison").validate(json.loads(comparison.model_dump_json()))


def test_recurring_issues_are_those_that_a_person_pairs():
    issues = compare(read(OLD), read(NEW)).issues
    sure = {(one.old, one.new) for one in issues if one.change == "recurring" and not one.needs_review}
    assert sure == {(1, 1), (3, 2), (8, 15), (10, 10), (11, 9), (16, 16)}
    assert {one.old for one in issues if one.dropped_while_open} == {5, 9}


@pytest.mark.parametrize("name", NAMES)
def test_a_notice_compared_with_itself_is_a_revision_without_changes(name):
    notice = read(f"samples/{name}")
    comparison = compare(notice, notice)
    assert comparison.kind == "revision"
    assert (comparison.issues, comparison.counts, comparison.fields) == ((), (), ())
    schema("comparison").validate(json.loads(comparison.model_dump_json()))
