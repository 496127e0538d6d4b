"""Words and sites that a notice.toml adds, for the notices read with it and for no others."""

from __future__ import annotations

from typing import get_args

import pytest

from notice_cli import UsageError, read
from notice_cli.config import LabelWords, MetadataWords, StatusWords
from notice_cli.model import Status
from notice_cli.page.labels import METADATA_LABELS
from notice_cli.pipeline import PLAIN, read_vocabulary
from notice_cli.reading.words import Role

PAGE = """<html><head><meta charset="utf-8"><title>x</title></head><body><!-- lanpu-portal 3.1 -->
<h1>中共云溪县水利局党组关于县委第一巡察组反馈意见整改情况的通报</h1>
<p>信息提供科室：办公室</p>
<div class="text-of-it"><p>现将整改情况予以公布。</p>
<p>问题1：巡河责任压得不实，记录雷同。</p><p>督办结论：全面见底。</p>
<p>整改情况：一是修订办法，明确巡河频次。二是复核记录，约谈责任人。</p>
<p>问题2：资金拨付不及时，群众反映集中。</p><p>督办结论：尚待见底。</p>
<p>整改情况：一是足额拨付资金。二是制定拨付流程。</p></div></body></html>""".encode()
WORDS = """
[vocabulary.labels]
status = ["督办结论"]
[vocabulary.status]
completed = ["全面见底"]
not_completed = ["尚待见底"]
[vocabulary.metadata]
issuer = ["信息提供科室"]
[[sites]]
name = "lanpu"
recognise = "lanpu-portal"
body = ".text-of-it"
"""


@pytest.fixture
def vocabulary(tmp_path):
    path = tmp_path / "notice.toml"
    path.write_text(WORDS, encoding="utf-8")
    return read_vocabulary(path)


def test_added_words_are_read(vocabulary):
    notice = read(PAGE, vocabulary)
    assert [issue.status for issue in notice.issues] == ["completed", "not_completed"]
    assert notice.issues[0].status_text.rstrip("。") == "全面见底"
    assert notice.metadata.issuer == "办公室"
    assert notice.source.body_method == "lanpu"


def test_they_do_not_leak_into_the_next_reading(vocabulary):
    before = read(PAGE)
    read(PAGE, vocabulary)
    assert read(PAGE) == before
    assert before.metadata.issuer is None
    assert before.issues[0].status is None
    assert before.source.body_method == "densest"


def test_a_file_without_words_is_the_known_vocabulary(tmp_path):
    path = tmp_path / "notice.toml"
    path.write_text('fail-on = "note"\n', encoding="utf-8")
    assert read_vocabulary(path) is PLAIN


def test_a_pyproject_is_read_as_well(tmp_path):
    path = tmp_path / "pyproject.toml"
    path.write_text('[tool.notice.vocabulary.status]\ncompleted = ["全面见底"]\n', encoding="utf-8")
    assert read_vocabulary(path).words.statuses == (("completed", ("全面见底",)),)


@pytest.mark.parametrize(
    ("text", "place", "nearest"),
    [
        ('[vocabulary.labels]\nstatuss = ["x"]', "vocabulary.labels.statuss", "status"),
        ('[vocabulary.metadata]\nisuer = ["x"]', "vocabulary.metadata.isuer", "issuer"),
        ("[vocabularie]\n", "vocabularie", "vocabulary"),
        ('[[sites]]\nname = "abc"\nrecognize = "abc"\nbody = "#x"', "sites.0.recognize", "recognise"),
    ],
)
def test_an_unknown_key_is_refused_with_the_nearest_right_one(tmp_path, text, place, nearest):
    path = tmp_path / "notice.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        read_vocabulary(path)
    error = caught.value
    assert (error.exit_code, error.facts["key"]) == (2, place)
    assert error.facts["nearest"] in (nearest, nearest.replace("_", "-"))
    assert str(path) in error.where


@pytest.mark.parametrize("body", ['"zoom"', '["#a", ""]', "3"])
def test_a_site_s_body_is_an_id_or_a_class(tmp_path, body):
    path = tmp_path / "notice.toml"
    path.write_text(f'[[sites]]\nname = "ab"\nrecognise = "cd"\nbody = {body}\n', encoding="utf-8")
    with pytest.raises(UsageError):
        read_vocabulary(path)


def test_every_key_of_the_tables_can_be_added_to():
    assert set(LabelWords.model_fields) == set(get_args(Role))
    assert set(StatusWords.model_fields) == set(get_args(Status))
    assert set(MetadataWords.model_fields) == set(METADATA_LABELS)
