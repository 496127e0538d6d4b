"""Labels in a line: the value decides what they introduce, never a colon alone."""

import pytest

from notice_cli.outline import read_outline
from notice_cli.page.block import Block
from notice_cli.reading.labels import role_of, split_labels


def split(text: str):
    lead, found = split_labels(read_outline([], [Block(text, 1)]).lines[0])
    return lead.text, [(one.role, one.value.text) for one in found]


@pytest.mark.parametrize(
    ("text", "lead", "expected"),
    [
        ("整改结果：已完成。", "", [("status", "已完成。")]),
        ("整改情况:一是开会。", "", [("progress", "一是开会。")]),
        ("整 改 情 况 ： 开会。", "", [("progress", "开会。")]),
        ("责任单位：财务科 整改时限：2024年6月底", "", [("who", "财务科"), ("deadline", "2024年6月底")]),
        ("不实。整改情况：开会。", "不实。", [("progress", "开会。")]),
        ("整改成效", "", [("outcome", "")]),
        ("主办科室：财务科 要求完成时间：6月底", "", [("who", "财务科"), ("deadline", "6月底")]),
        ("进展：已完成", "", [("progress", "已完成")]),
        ("整改取得的成效：清退。", "", [("outcome", "清退。")]),
        ("【整改措施】", "", [("plan", "")]),
        ("会议指出:要整改。", "会议指出:要整改。", []),
        ("召开整改情况:汇报会", "召开整改情况:汇报会", []),
        ("", "", []),
    ],
)
def test_labels(text, lead, expected):
    assert split(text) == (lead, expected)


def test_what_stands_in_brackets_behind_a_label_is_kept():
    _, (one,) = split_labels(read_outline([], [Block("整改情况（已完成）：开会。", 1)]).lines[0])
    assert one.bracket is not None
    assert (one.role, one.bracket.text, one.value.text) == ("progress", "已完成", "开会。")


def test_role_of_a_cell():
    assert role_of("整改 结果：") == "status"
    assert role_of("责任单位(科室)") == "who"
    assert role_of("不实") is None
    assert role_of("巡察指出的主要问题") == role_of("审计查出问题") == "issue"
    assert role_of("整改举措及成果") == "measures"
    assert role_of("分管领导") == "aside"
