"""What a notice can differ in from the bureau's own ledger: names, levels, sentences, manual pages."""

from __future__ import annotations

from typing import NamedTuple

from notice_cli.language import Words
from notice_cli.model import Severity


class Difference(NamedTuple):
    """A kind of difference."""

    name: str
    level: Severity
    words: Words
    summary: str
    checks: Words
    wrong: str
    right: str
    silent: Words


_NO_LISTS = Words("通报没有逐条列出问题")
DIFFERENCES: dict[str, Difference] = {
    "LED001": Difference(
        "issue-not-in-ledger",
        "error",
        Words("通报的问题{number}在台账里没有"),
        "通报里的每个问题，台账里都应当有",
        Words(
            "按文字而不是按编号配对：通报列出的问题，台账里应有同一个问题。",
        ),
        "通报有“问题3：档案缺失”，台账里没有",
        "台账第3行是“档案缺失”",
        _NO_LISTS,
    ),
    "LED002": Difference(
        "issue-not-published",
        "error",
        Words(
            "台账的问题{number}（{place}）在通报里没有：{text}",
        ),
        "台账里的每个问题，通报里都应当有",
        Words(
            "台账列出的问题，通报里应有同一个问题；通报注明只公开部分内容的，只作提示。",
        ),
        "台账第4行是“采购不规范”，通报没有提",
        "通报有“问题4：采购不规范”",
        _NO_LISTS,
    ),
    "LED003": Difference(
        "status-differs",
        "error",
        Words(
            "问题{number}的整改结果：通报写“{here}”，台账（{place}）写“{there}”",
        ),
        "同一个问题的整改结果，通报和台账应当一致",
        Words(
            "通报和台账都写明了整改结果的问题，两边的结果应属同一类。",
        ),
        "通报写“已完成”，台账写“正在整改”",
        "两边都写“已完成”",
        Words("没有一个问题两边都写明了结果"),
    ),
    "LED004": Difference(
        "figure-differs",
        "error",
        Words(
            "{name}：通报申报 {here}，台账{how} {there}",
        ),
        "通报申报的数字，应与台账一致",
        Words(
            "台账也申报了的数字，两边应相同；台账没有申报的问题总数和各类完成数，与台账逐条数得的比较。"
            "约数按区间比。",
        ),
        "通报申报已完成22个，台账里已完成的只有21个",
        "两边都是22个",
        Words("没有两边都有的数字"),
    ),
    "LED005": Difference(
        "issue-figures-differ",
        "warning",
        Words(
            "问题{number}里的数字：通报写 {here}，台账（{place}）写 {there}",
        ),
        "同一个问题里写的数字，通报和台账应当一致",
        Words(
            "同一个问题的描述里，带同一单位的数字两边应相同；只有一边写的不算。",
        ),
        "通报写“涉及12万元”，台账写“涉及21万元”",
        "两边都写“涉及12万元”",
        Words("没有两边都有的问题"),
    ),
    "LED006": Difference(
        "measures-differ",
        "warning",
        Words(
            "问题{number}的措施：通报 {here} 条，台账（{place}） {there} 条",
        ),
        "同一个问题的措施条数，通报和台账应当一致",
        Words("两边都列出措施的问题，条数应相同。"),
        "通报列出3条措施，台账列出4条",
        "两边都是3条",
        Words("没有一个问题两边都列出了措施"),
    ),
    "LED007": Difference(
        "pair-in-doubt",
        "warning",
        Words(
            "通报的问题{number}和台账的问题{other}（{place}）像是同一个，请人工核对",
        ),
        "配对没有把握的问题，要人工核对",
        Words(
            "两边的文字只有几分像，是不是同一个问题说不准；这样的一对不再比较结果和数字。",
        ),
        "通报写“学习不够经常”，台账写“学习走过场”",
        "两边文字大致相同",
        Words("没有两边都有的问题"),
    ),
}
DECLARES = Words("申报")
LISTS = Words("逐条数得")
ROW = Words("第 {row} 行")
ELSEWHERE = Words("台账")
PARTIAL = Words("{message}（通报注明只公开部分内容）")
