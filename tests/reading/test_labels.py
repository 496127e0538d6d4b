"""Labels in a line: the value decides what they introduce, never a colon alone."""

import pytest

from notice_cli.outline import read_outline
from notice_cli.page.block import Block
from notice_cli.reading.labels import keeping_labels, learning_labels, role_of, split_labels


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
        ("▲整改时限：6月底", "", [("deadline", "6月底")]),
        ("原因分析：投入不足。", "", [("aside", "投入不足。")]),
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
    assert role_of("责任领导") == "person"


def lines(*texts: str):
    return read_outline([], [Block(text, 1) for text in texts]).lines


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("当前办理状态", "status"),
        ("整改推进动态", "progress"),
        ("群众反映的问题", "issue"),
        ("被审计单位", "aside"),
        ("牵头整改单位", "who"),
        ("问题产生根源", "aside"),
        ("专项整治行动", "measures"),
        ("检查结果", None),
        ("当下改", None),
    ],
)
def test_a_label_that_no_table_knows_is_learnt_from_its_words_where_it_comes_again(label, role):
    again = lines(f"1.{label}：甲。", f"2.{label}：乙。")
    with learning_labels(again):
        assert role_of(label) == role
    assert role_of(label) is None
    with learning_labels(again[:1]):
        assert role_of(label) is None


def test_layouts_one_after_another_split_a_line_once_and_never_take_another_for_it() -> None:
    (line,) = lines("整改结果：已完成。")
    (other,) = lines("整改时限：6月底。")
    assert split_labels(line) is not split_labels(line)
    with keeping_labels():
        kept = split_labels(line)
        assert split_labels(line) is kept
        assert split_labels(line, 5)[0].text == "已完成。"
        assert (other.start, split_labels(other)[1][0].role) == (line.start, "deadline")
        assert split_labels(line) == kept
