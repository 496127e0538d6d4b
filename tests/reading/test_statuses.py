"""A status is a wording that says a result and nothing else."""

import pytest

from notice_cli.reading.status import closing_status, parse_status, split_status
from notice_cli.reading.words import STATUS_WORDS


@pytest.mark.parametrize(
    ("text", "status"),
    [
        *(
            ("已完成", "completed"),
            ("已完成。", "completed"),
            ("已完成整改", "completed"),
            ("完成整改", "completed"),
        ),
        *(("已销号", "completed"), ("已完成并长期坚持", "completed"), ("整改完成", "completed")),
        *(
            ("基本完成", "basically_completed"),
            ("视同完成,持续整改", "ongoing"),
            ("视同完成，持续整改。", "ongoing"),
        ),
        *(("长期坚持", "ongoing"), ("持续整改", "ongoing"), ("阶段性完成", "ongoing")),
        *(("正在整改", "in_progress"), ("未完成", "not_completed"), ("部分整改", "in_progress")),
        *(
            ("已整改，长期坚持", "completed"),
            ("已完成，转入常态化", "completed"),
            ("已完成100%", "completed"),
        ),
        *(
            ("未销号，达到序时进度", "in_progress"),
            ("未销号", "not_completed"),
            ("延期整改", "not_completed"),
        ),
        *(("截至2025年2月底，该问题已完成整改", "completed"), ("持续推进中", "in_progress")),
        *(("", None), ("开会", None), ("已完成修订制度7项", None), ("完成率95%", None), ("已" * 50, None)),
    ],
)
def test_status(text, status):
    assert parse_status(text) == status


@pytest.mark.parametrize("status", STATUS_WORDS)
def test_every_word_of_the_table_has_its_class(status):
    assert {parse_status(word) for word in STATUS_WORDS[status]} == {status}


def test_a_status_before_its_explanation():
    text = "已完成。一是开会。"
    first, rest = split_status(text)
    assert (first, text[rest:]) == ("已完成", "一是开会。")
    assert split_status("一是开会。已完成。") is None


def test_behind_a_label_the_first_clause_may_be_the_status():
    text = "已完成，集中学习12次。"
    assert split_status(text) is None
    assert split_status(text, labelled=True) == ("已完成", 4)
    assert split_status("已完成设备采购，正在安装。", labelled=True) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("一是开会。二是学习。该问题已完成整改。", "该问题已完成整改"),
        ("目前正在整改。", "目前正在整改"),
        ("一是开会。二是学习。已完成整改。", "已完成整改"),
        ("修订办法，目前已整改到位并长期坚持。", "目前已整改到位并长期坚持"),
        ("一是开会。长期坚持。", None),
        ("一是开会。学习已完成。", None),
        ("目前已完成设备采购。", None),
    ],
)
def test_a_status_may_close_an_issue(text, said):
    span = closing_status(text)
    assert (text[slice(*span)] if span else None) == said
