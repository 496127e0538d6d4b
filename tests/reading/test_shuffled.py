"""The genre's own labels, numbers and phrases in any order: a record or a refusal, nothing lost."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from notice_cli import NoticeError, read
from notice_cli.outline.markers import NAMES
from notice_cli.reading.words import COLUMN_LABELS, LABELS, NEXT_HEADINGS, STATUS_WORDS

WORDS = ["一", "二", "三", "十", "十二", "一百零三", "２", "①"]
NUMERALS = st.one_of(st.integers(0, 120).map(str), st.sampled_from(WORDS))
ENUMERATORS = st.sampled_from(
    [
        *("一、", "（一）", "(二)", "1.", "2、", "3．", "(1)", "（ 2 ）", "1)"),
        *("①", "②", "第一，", "一是", "二是", "其一，"),
    ]
)
NAMED = st.builds("{}{}：".format, st.sampled_from(NAMES), NUMERALS)
LABEL = st.builds(
    "{}{}".format,
    st.sampled_from([*(word for words in LABELS.values() for word in words), *COLUMN_LABELS["number"]]),
    st.sampled_from(["：", ":", "", "(已完成)：", "】", "。"]),
)
STATUS = st.sampled_from([word for words in STATUS_WORDS.values() for word in words])
HEADING = st.builds("{}{}情况".format, ENUMERATORS, st.sampled_from(["整改落实", "工作基本", *NEXT_HEADINGS]))
PHRASE = st.sampled_from(
    [
        "关于“学习不深入”的问题",
        "关于制度不健全的问题。",
        "开展检查3次，整改问题7.3万元。",
        "2023614日至915日",
        "联系电话：0739-5218830",
        "青松镇党委",
        "2023年12月5日",
        "共9个问题，已完成8个",
        "已完成整改的问题（2个）",
        "。",
        " ",
        "<td>",
    ]
)
LINE = st.lists(
    st.one_of(NUMERALS, ENUMERATORS, NAMED, LABEL, STATUS, HEADING, PHRASE), min_size=1, max_size=5
)
TEXT = st.lists(LINE.map("".join), max_size=40)


@settings(max_examples=300)
@given(TEXT, st.booleans())
def test_whatever_the_order_nothing_is_lost(lines, in_cells):
    title = "青松镇党委关于巡察整改情况的通报"
    if in_cells:
        rows = "".join(
            f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in zip(lines[::2], lines[1::2], strict=False)
        )
        page = f"<html><body><h1>{title}</h1><p>现将整改情况通报如下：</p><table>{rows}</table></body></html>"
    else:
        page = "\n".join([title, "现将整改情况通报如下：", *lines])
    try:
        notice = read(page.encode())
    except NoticeError:
        return
    spans = [one.span for one in (*notice.issues, *notice.unparsed, *notice.overview, *notice.next_steps)]
    assert all(0 <= span.start <= span.end <= len(notice.text) for span in spans)
    for issue in notice.issues:
        for measure in issue.measures:
            assert notice.text[measure.span.start : measure.span.end].split() == measure.text.split()
    assert {line for line in uncovered(notice) if line.strip()} <= {block.text for block in notice.unparsed}


def uncovered(notice):
    """Lines of the text under no span of the record."""
    plain = notice.model_dump(mode="json", exclude={"text"})
    spans = sorted(all_spans(plain))
    at = 0
    for line in notice.text.split("\n"):
        if not any(start < at + len(line) and at < end for start, end in spans):
            yield line
        at += len(line) + 1


def all_spans(value):
    if isinstance(value, list):
        for one in value:
            yield from all_spans(one)
    elif isinstance(value, dict):
        if set(value) == {"start", "end"}:
            yield value["start"], value["end"]
        for one in value.values():
            yield from all_spans(one)
