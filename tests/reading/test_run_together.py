"""A paragraph that holds several issues is cut into a line for each, and nothing else is cut."""

import pytest

from notice_cli.outline import read_outline
from notice_cli.page.block import Block
from notice_cli.reading.run_together import split_run_together


def cut(text: str):
    outline = read_outline([], [Block(text, 1)])
    parts = split_run_together(outline.lines)
    assert [outline.text[part.start : part.end] for part in parts] == [part.text for part in parts]
    return [part.text for part in parts]


FIRST = "1.关于党费公示不及时的问题。整改情况：每半年公示一次党费收支，已公示两次。"
SECOND = "2.关于谈心谈话少的问题。整改情况：支部委员开展谈心谈话二十六次，建立台账。"


def test_titles_behind_numbers_open_lines_of_their_own():
    assert cut(f"一、党建方面。{FIRST}{SECOND}") == ["一、党建方面。", FIRST, SECOND]


def test_labels_that_come_again_tell_issues_without_titles():
    first, second = FIRST.replace("关于", "", 1), SECOND.replace("关于", "", 1)
    assert cut(first + second) == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        FIRST + "2.公示党务公开栏四块。3.关于公示的办法已修订印发，关于党费的制度已汇编成册并组织学习。",
        "整改情况：1.修订关于公务接待的办法，明确标准。2.修订关于公务用车的办法，明确流程并组织学习培训。",
        "（一）整改目标：全面清退违规养殖网箱，恢复湿地。（二）整改措施：开展联合执法，签订协议。（三）整改时限：2024年底。",
    ],
)
def test_lists_of_measures_and_of_labels_stay_whole(text):
    assert cut(text) == [text]
