"""Numbers before headings and items."""

import pytest

from notice_cli.outline import parse_marker


@pytest.mark.parametrize(
    ("text", "kind", "number", "label", "rest"),
    [
        ("一、总体情况", "han", 1, "一、", "总体情况"),
        ("十二、其他", "han", 12, "十二、", "其他"),
        ("（三）选人用人方面", "han_paren", 3, "（三）", "选人用人方面"),
        ("(二十)其他", "han_paren", 20, "(二十)", "其他"),
        ("1.加强领导", "dot", 1, "1.", "加强领导"),
        ("１２．加强领导", "dot", 12, "１２．", "加强领导"),
        ("3、加强领导", "dot", 3, "3、", "加强领导"),
        ("1. 2023年以来", "dot", 1, "1.", "2023年以来"),
        ("（4）完善制度", "paren", 4, "（4）", "完善制度"),
        ("5)完善制度", "paren", 5, "5)", "完善制度"),
        ("①完善制度", "circled", 1, "①", "完善制度"),
        ("⑳完善制度", "circled", 20, "⑳", "完善制度"),
        ("㈢完善制度", "circled", 3, "㈢", "完善制度"),
        ("问题1：不实", "named", 1, "问题1", "不实"),
        ("问题十二:不实", "named", 12, "问题十二", "不实"),
        ("整改任务二：不实", "named", 2, "整改任务二", "不实"),
        ("第三个问题：不实", "named", 3, "第三个问题", "不实"),
        ("一是开会", "shi", 1, "一是", "开会"),
        ("第二，开会", "ordinal", 2, "第二", "开会"),
        ("其一：开会", "ordinal", 1, "其一", "开会"),
        ("( 三 )、开会", "han_paren", 3, "( 三 )、", "开会"),
        ("二）开会", "han_paren", 2, "二）", "开会"),
        ("1 、开会", "dot", 1, "1 、", "开会"),
        ("01 校务公开不及时", "dot", 1, "01", "校务公开不及时"),
        ("2.1 组织生活质量不高", "paren", 1, "2.1", "组织生活质量不高"),
        ("2.1.3 台账不全", "circled", 3, "2.1.3", "台账不全"),
        ("任务2-3：租金收缴率偏低", "named", 3, "任务2-3", "租金收缴率偏低"),
        ("问题4、5：道路养护缺位", "named", 4, "问题4、5", "道路养护缺位"),
        ("查摆问题三：调研不深", "named", 3, "查摆问题三", "调研不深"),
        ("■ 问题一 台账不全", "named", 1, "问题一", "台账不全"),
        ("▲1.加强领导", "dot", 1, "1.", "加强领导"),
    ],
)
def test_markers(text, kind, number, label, rest):
    marker = parse_marker(text)
    assert marker is not None
    assert (marker.kind, marker.number, marker.label, text[marker.end :]) == (kind, number, label, rest)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "2023年6月",
            "1.5万元",
            "23个问题",
            "一些干部",
            "十分重视",
            "一是否",
            "问题整改情况",
            "(社会公开稿)",
        ),
        *("2.5 万元", "3.2 公里", "03年", "解决问题3件", "研究任务：", "■"),
        *("第三方评估", "其他问题", "任务", "100%完成", "〇", "((一)"),
    ],
)
def test_what_only_looks_like_a_number(text):
    assert parse_marker(text) is None
