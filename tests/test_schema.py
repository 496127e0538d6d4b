"""schemas/ holds what the models say."""

import json

import pytest
from jsonschema import Draft202012Validator

from notice_cli.model.schema import SCHEMAS, schema_json
from places import ROOT


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_file_is_that_of_the_model(name, expected):
    expected(ROOT / "schemas" / f"{name}.schema.json", schema_json(name))
    Draft202012Validator.check_schema(json.loads(schema_json(name)))


def test_no_schema_is_left_over():
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {f"{name}.schema.json" for name in SCHEMAS}


def test_schema_refuses_what_is_no_record():
    validator = Draft202012Validator(json.loads(schema_json("notice")))
    assert not validator.is_valid({"schema_version": "1"})
    assert not validator.is_valid([])
