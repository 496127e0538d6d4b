"""Tags that only say how letters look are taken out before a page is cut, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notice_cli.page import tree as cutting
from notice_cli.page.inline import without_looks
from notice_cli.page.tree import cut_tree

LOOKS = st.sampled_from(
    (
        *(
            '<span style="color: red">',
            "<span>",
            '<font face="仿宋" size="3">',
            '<span lang="EN-US" style="">',
        ),
        *("</span>", "</font>", "<o:p></o:p>", '<SPAN CLASS="a">', "</SPAN>", "<FONT>", "</FONT>"),
    )
)
REST = st.sampled_from(
    (
        "<p>",
        "</p>",
        "<br>",
        "\n",
        "<td>",
        "<div class='x'>",
        "</div>",
        "<a href=/b>",
        "</a>",
        "整改",
        "22",
        " ",
        "<b>",
    )
)
UNUSUAL = st.sampled_from(
    ("<span style='a'>", "<span id=a>", '<span title="a\nb">', '<span title="a>b">', "<spanx>")
)


def test_looks_are_left_out_and_lines_stay():
    markup = """<p>\n<span lang="EN-US" style="font: '宋体'">2023</span><font>年<o:p></o:p></font>\n</p>"""
    assert without_looks(markup.encode()).decode() == "<p>\n2023年\n</p>"


@pytest.mark.parametrize(
    "markup",
    [
        "<span style='a'>一</span>",
        "<span id=a>一</span>",
        '<span title="a\nb">一</span>',
        '<font "a>一</font>',
    ],
)
def test_a_page_with_an_unusual_tag_keeps_all(markup):
    markup = f'<p><span class="b">零</span>{markup}</p>'.encode()
    assert without_looks(markup) == markup


def test_a_bracket_in_a_value_is_no_end_of_its_tag():
    assert without_looks(b'<p><span title="a>b">x</span>') == b"<p>x"


def test_a_look_that_begins_the_body_stays_with_its_lines():
    markup = '<span style="color: red"></p>\n整改'.encode()
    assert without_looks(markup) == markup
    assert [(block.text, block.line) for block in cut_tree(markup).blocks] == [("整改", 2)]


def test_what_is_hidden_stays_hidden():
    blocks = cut_tree(
        '<p>反馈问题<span style="display:none">九十九</span><span style="color:red">23</span>个</p>'.encode()
    ).blocks
    assert [block.text for block in blocks] == ["反馈问题23个"]


@given(st.lists(LOOKS | REST | UNUSUAL, max_size=40))
def test_blocks_are_the_same_with_and_without(parts):
    markup = "".join(parts).encode()
    with pytest.MonkeyPatch.context() as context:
        context.setattr(cutting, "without_looks", lambda markup: markup)
        whole = cut_tree(markup)
    assert told(cut_tree(markup)) == told(whole)


def told(cut):
    return [(block.text, block.line, block.tag, block.linked) for block in cut.blocks]
