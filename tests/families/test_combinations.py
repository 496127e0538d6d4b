"""Whatever a notice combines of the genre's ways to number, group, state results and list measures is read.

Each way is one axis; notices are put together from one choice an axis, all issues and places invented.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from notice_cli import read

HAN = "零一二三四五六七八九"
CIRCLED = "零①②③④⑤⑥⑦⑧⑨"
ASPECTS = ("落实决策部署", "群众身边不正之风", "基层党组织建设")
ISSUES = (
    (1, "第一议题制度执行不严，上半年有3次会议未安排学习", "已完成", "completed"),
    (1, "重点项目推进缓慢，冷链物流园用地手续办理滞后", "已完成并长期坚持", "completed"),
    (1, "网站信息更新不及时", "视同完成，持续整改", "ongoing"),
    (2, "公务接待管理不规范，存在一函多餐现象", "已完成", "completed"),
    (2, "惠农补贴审核把关不严", "基本完成", "basically_completed"),
    (2, "办事窗口服务效能不高", "正在整改", "in_progress"),
    (3, "党支部会议记录简单雷同", "已完成", "completed"),
    (3, "中层岗位长期空缺", "达到序时进度", "in_progress"),
    (3, "部分干部人事档案材料缺失", "未完成", "not_completed"),
)
MEASURES = (
    "修订工作规则，明确责任分工",
    "2023年5月12日召开专题会议，7名班子成员逐一发言",
    "清理问题事项36项，逐项销号",
)
MARKS = {
    "named": lambda n: f"问题{n}：",
    "numbered-named": lambda n: f"{n}.问题{n}：",
    "nth": lambda n: f"第{n}个问题：",
    "dot": lambda n: f"{n}.",
    "comma": lambda n: f"{n}、",
    "paren": lambda n: f"（{n}）",
    "circled": lambda n: CIRCLED[n],
    "han-paren": lambda n: f"（{HAN[n]}）",
    "han": lambda n: f"{HAN[n]}、",
}
SHALLOW = {"han-paren": 2, "han": 1}
"""Levels of the marks that leave no room for groups above them."""
GROUPS = {"none": 0, "han": 1, "han-paren": 2}
GROUP_NAMES = (
    "{}方面",
    "{}方面存在的问题",
    "聚焦{}方面",
    "在{}方面",
    "关于{}方面的问题",
    "{}方面存在差距",
    "{}",
)
TEXTS = {"plain": "{}。", "bare": "{}", "about": "关于{}的问题", "quoted": "关于“{}”的问题"}
LISTS = {
    "inline": lambda ms: ["".join(f"{HAN[i]}是{m}。" for i, m in enumerate(ms, 1))],
    "semicolons": lambda ms: ["；".join(f"{HAN[i]}是{m}" for i, m in enumerate(ms, 1)) + "。"],
    "brackets": lambda ms: ["".join(f"（{i}）{m}。" for i, m in enumerate(ms, 1))],
    "lines": lambda ms: [f"{HAN[i]}是{m}。" for i, m in enumerate(ms, 1)],
    "numbered-lines": lambda ms: [f"{i}.{m}。" for i, m in enumerate(ms, 1)],
    "paragraphs": lambda ms: [f"{m}。" for m in ms],
}
GENERAL = (
    "整改工作基本情况",
    "坚持高位推动，压实整改责任",
    "党组履行整改主体责任情况",
    "集中整改工作开展情况",
)
PARTS = ("巡察反馈问题整改落实情况", "具体整改情况", "聚焦反馈问题，扎实推进整改", "巡察整改任务完成情况")
NEXT = (
    "下一步工作打算",
    "今后努力方向",
    "持续巩固深化整改成果",
    "存在的不足和下一步打算",
    "下一阶段整改工作",
)


@dataclass(frozen=True)
class Way:
    """One choice an axis."""

    mark: str
    group: str
    group_name: str
    text: str
    result: str
    label: str
    listing: str
    runs_on: bool
    general: str
    part: str
    steps: str
    total: bool

    def is_told(self):
        """Whether a reader could tell issues from measures and groups in such a notice."""
        if GROUPS[self.group] >= SHALLOW.get(self.mark, 3):
            return False
        if not self.label and (
            self.result in ("line", "bracket") or self.listing in ("numbered-lines", "paragraphs")
        ):
            return False
        if self.listing == "numbered-lines" and (self.mark in ("dot", "comma") or self.result == "first"):
            return False
        if self.listing == "brackets" and self.mark == "paren":
            return False
        return not (self.listing == "lines" and self.result == "first")


WAYS = st.builds(
    Way,
    st.sampled_from(sorted(MARKS)),
    st.sampled_from(sorted(GROUPS)),
    st.sampled_from(GROUP_NAMES),
    st.sampled_from(sorted(TEXTS)),
    st.sampled_from(("none", "line", "bracket", "first", "behind")),
    st.sampled_from(("", "整改情况", "整改落实情况", "整改完成情况", "整改措施")),
    st.sampled_from(sorted(LISTS)),
    st.booleans(),
    st.sampled_from(GENERAL),
    st.sampled_from(PARTS),
    st.sampled_from(NEXT),
    st.booleans(),
)


def page_of(way: Way) -> str:
    """The notice as text."""
    total = "，反馈问题9个" if way.total else ""
    lines = [
        "中共云栖市粮食局党组关于市委巡察整改情况的通报",
        f"市委第二巡察组反馈了巡察意见{total}，现将整改情况公布。",
    ]
    top = 1
    if way.mark != "han":
        lines += [f"一、{way.general}", "（一）提高站位。召开党组会6次。", "（二）压实责任。成立领导小组。"]
        top = 2
    if way.mark != "han" and way.group != "han":
        lines.append(f"{HAN[top]}、{way.part}")
        top += 1
    for issue_lines in bodies(way, top):
        lines += issue_lines
    last = "十" if way.mark == "han" else HAN[top + (3 if way.group == "han" else 0)]
    lines += [f"{last}、{way.steps}", "（一）持续抓学习。常学常新。", "（二）持续抓整改。一抓到底。"]
    return "\n".join([*lines, "联系电话：0739-5218830", "中共云栖市粮食局党组", "2023年12月15日"])


def bodies(way: Way, top: int):
    """The lines of each issue, those of its group's heading before the first."""
    seen = 0
    for position, (aspect, text, result, _) in enumerate(ISSUES, 1):
        lines = []
        if aspect != seen and way.group != "none":
            mark = MARKS[way.group](aspect + (top - 1 if way.group == "han" else 0))
            lines.append(mark + way.group_name.format(ASPECTS[aspect - 1]))
        seen = aspect
        text = MARKS[way.mark](number_of(way, position)) + TEXTS[way.text].format(text)
        lines.append(f"{text.rstrip('。')}（{result}）" if way.result == "behind" else text)
        if way.result == "line":
            lines.append(f"整改结果：{result}。")
        yield lines + said(way, result)


def said(way: Way, result: str) -> list[str]:
    """What is said about an issue: label, result, measures."""
    values = LISTS[way.listing](MEASURES)
    if way.result == "first":
        values[0] = f"{result}。{values[0]}"
    if not way.label:
        return values
    label = way.label + (f"（{result}）" if way.result == "bracket" else "") + "："
    return [label, *values] if way.listing.endswith("lines") else [label + values[0], *values[1:]]


def number_of(way: Way, position: int) -> int:
    return position if way.runs_on or way.group == "none" else (position - 1) % 3 + 1


@settings(max_examples=150)
@given(WAYS)
def test_every_combination_is_read(way):
    assume(way.is_told())
    notice = read(page_of(way).encode())
    stated = way.result != "none"
    assert [issue.text.rstrip("。") for issue in notice.issues] == [
        TEXTS[way.text].format(text).rstrip("。") for _, text, _, _ in ISSUES
    ]
    assert [issue.status for issue in notice.issues] == [status if stated else None for *_, status in ISSUES]
    assert [[m.text.rstrip("。") for m in issue.measures] for issue in notice.issues] == [list(MEASURES)] * 9
    assert [issue.number for issue in notice.issues] == list(range(1, 10))
    assert len(notice.next_steps) == 2
    assert notice.unparsed == ()
    assert notice.contact.phones == ("0739-5218830",)


@pytest.mark.parametrize("declared", [3, 9])
def test_the_declared_total_decides_between_two_levels(declared):
    groups = [f"（{HAN[g]}）关于{ASPECTS[g - 1]}的问题" for g in (1, 2, 3)]
    items = [f"{n}.关于{ISSUES[n - 1][1]}的问题。开展专项整治，健全工作制度。" for n in range(1, 10)]
    lines = [line for g in range(3) for line in (groups[g], *items[g * 3 : g * 3 + 3])]
    head = [
        "关于市委巡察整改情况的通报",
        f"巡察反馈问题{declared}个，现将整改情况通报如下：",
        "一、问题整改情况",
    ]
    assert len(read("\n".join([*head, *lines]).encode()).issues) == declared
