# ruff: noqa: E501  a notice's line is not broken
"""How to report back, who signs and when, in the forms that notices close with."""

from __future__ import annotations

import pytest

from notice_cli import read

ISSUER = "中共云栖市粮食和物资储备局党组"
TAILS = [
    (
        [
            "联系电话：0739-5218830；地址：云栖市白鹭路18号；邮编：422000；电子邮箱：yqlscb@example.cn。",
            ISSUER,
            "2023年12月15日",
        ],
        {
            "phones": ["0739-5218830"],
            "address": "云栖市白鹭路18号",
            "postcode": "422000",
            "emails": ["yqlscb@example.cn"],
            "issuer": ISSUER,
            "signed_on": "2023-12-15",
        },
    ),
    (
        [
            "联 系 人：周某",
            "手机号码：13900000000",
            "固定电话：（0739）5218830",
            "电子邮箱：yqlscb@example.cn",
            "邮    编：422000",
            ISSUER,
            "2023年12月15日",
        ],
        {
            "phones": ["13900000000", "（0739）5218830"],
            "postcode": "422000",
            "emails": ["yqlscb@example.cn"],
            "issuer": ISSUER,
            "signed_on": "2023-12-15",
        },
    ),
    (
        [
            "欢迎广大干部群众对整改落实情况进行监督。如有意见建议，请及时向我们反映。",
            "联系方式：电话 0739-5218830；邮政信箱：云栖市白鹭路18号云栖市粮食和物资储备局，邮编422000；电子邮箱yqlscb@example.cn。",
            ISSUER,
            "2023年12月15日",
        ],
        {
            "phones": ["0739-5218830"],
            "address": "云栖市白鹭路18号云栖市粮食和物资储备局",
            "postcode": "422000",
            "emails": ["yqlscb@example.cn"],
            "issuer": ISSUER,
            "signed_on": "2023-12-15",
        },
    ),
    (
        ["监督电话：025--83585266、83585267", "中共栖霞县委巡察工作", "领导小组办公室", "2023年12月15日"],
        {
            "phones": ["025--83585266", "83585267"],
            "issuer": "中共栖霞县委巡察工作领导小组办公室",
            "signed_on": "2023-12-15",
        },
    ),
    (
        ["举报电话：020- 87766710", "区总工会 团区委", "2023年12月15日"],
        {"phones": ["020- 87766710"], "issuer": "区总工会 团区委", "signed_on": "2023-12-15"},
    ),
    (
        ["联系电话：0311—87801028转8012", ISSUER + " 2023年12月15日"],
        {"phones": ["0311—87801028转8012"], "issuer": ISSUER, "signed_on": "2023-12-15"},
    ),
    (
        [ISSUER, "2023年12月15日", "联系电话：6667605", "通讯地址：云栖市白鹭路18号"],
        {"phones": ["6667605"], "address": "云栖市白鹭路18号", "issuer": ISSUER, "signed_on": "2023-12-15"},
    ),
    (
        ["值班电话：0739-5218830", ISSUER, "2023年12月15日", "附件：整改情况清单.xlsx"],
        {"phones": ["0739-5218830"], "issuer": ISSUER, "signed_on": "2023-12-15"},
    ),
    (
        ["附件：1.整改问题清单", "2.整改任务清单", ISSUER, "2023年12月15日"],
        {"phones": [], "issuer": ISSUER, "signed_on": "2023-12-15"},
    ),
    (
        [
            "电话：0739-5218830 传真：0739-5218831",
            "E-mail：yq_ls@example.gov.cn",
            ISSUER,
            "二〇二三年十二月十五日",
        ],
        {"emails": ["yq_ls@example.gov.cn"], "issuer": ISSUER, "signed_on": "2023-12-15"},
    ),
    (
        [
            "公示期间如有异议，请于2023年12月20日前以书面形式反馈至云栖市水利局办公室，联系人：李某，联系电话：0739-5218830，邮箱：yqslj@example.cn，地址：云栖市白鹭路18号。",
            "云栖市水利局",
            "2023-12-15",
        ],
        {
            "phones": ["0739-5218830"],
            "emails": ["yqslj@example.cn"],
            "address": "云栖市白鹭路18号",
            "issuer": "云栖市水利局",
            "signed_on": "2023-12-15",
        },
    ),
    (
        ["（联系电话：0739-5218830，邮政编码：422000）", "云栖师范学院党委", "２０２３年１２月１５日"],
        {
            "phones": ["0739-5218830"],
            "postcode": "422000",
            "issuer": "云栖师范学院党委",
            "signed_on": "2023-12-15",
        },
    ),
    (
        [
            "如有意见和建议，请通过以下方式反映：",
            "电    话：0739-5218830",
            "地    址：云栖市白鹭路18号纪检监察室（邮编422000）",
            "邮    箱：yqlscb@example.cn",
            "中国共产党云栖市粮食和物资储备局党组",
            "2023 年 12 月 15 日",
        ],
        {
            "phones": ["0739-5218830"],
            "address": "云栖市白鹭路18号纪检监察室",
            "postcode": "422000",
            "emails": ["yqlscb@example.cn"],
            "issuer": "中国共产党云栖市粮食和物资储备局党组",
            "signed_on": "2023-12-15",
        },
    ),
    (
        ["云栖市白鹭路街道党工委", "云栖市白鹭路街道办事处", "2023年12月15日"],
        {"issuer": "云栖市白鹭路街道党工委云栖市白鹭路街道办事处", "signed_on": "2023-12-15"},
    ),
    (
        ["监督举报电话：12345", "华丰矿业集团有限公司党委", "2023年12月"],
        {"phones": ["12345"], "issuer": "华丰矿业集团有限公司党委", "signed_on": "2023-12"},
    ),
    (
        ["受理时间：工作日上午8:30至12:00", "联系电话：400-123-4567", ISSUER, "2023/12/15"],
        {"phones": ["400-123-4567"], "issuer": ISSUER, "signed_on": "2023-12-15"},
    ),
    (["2023年12月15日"], {"issuer": None, "signed_on": "2023-12-15", "phones": []}),
    ([], {"issuer": None, "signed_on": None, "phones": [], "emails": []}),
    (["特此公告。", ISSUER, "2023.12.15"], {"issuer": ISSUER, "signed_on": "2023-12-15"}),
    (
        ["联系电话：0739—5218830（办公室）", "电子信箱：yqlscb＠example.cn", ISSUER, "（2023年12月15日）"],
        {
            "phones": ["0739—5218830"],
            "emails": ["yqlscb＠example.cn"],
            "issuer": ISSUER,
            "signed_on": "2023-12-15",
        },
    ),
    (
        [
            "意见反馈电话：0739-5218830",
            "意见反馈邮箱：yqlscb@example.cn",
            "云栖市妇女联合会党组",
            "2023年12月15日",
        ],
        {
            "phones": ["0739-5218830"],
            "emails": ["yqlscb@example.cn"],
            "issuer": "云栖市妇女联合会党组",
            "signed_on": "2023-12-15",
        },
    ),
    (
        [
            "地址：云栖市白鹭路18号，联系人：王某，电话：0739-5218830。",
            "云栖市青松镇人民政府",
            "2023年12月15日印发",
        ],
        {
            "phones": ["0739-5218830"],
            "address": "云栖市白鹭路18号",
            "issuer": "云栖市青松镇人民政府",
            "signed_on": "2023-12-15",
        },
    ),
    (
        ["联系电话：0739-5218830", ISSUER, "2023年12月15日", "关于本站的说明", "返回上一页"],
        {"phones": ["0739-5218830"], "issuer": ISSUER, "signed_on": "2023-12-15"},
    ),
]
"""Closing lines and what they say. All places, persons and numbers are invented."""
PAGE = """
中共云栖市粮食和物资储备局党组关于巡察整改情况的通报
2023年2月27日至4月20日，市委第二巡察组对局党组进行了巡察。现将整改情况通报如下：
一、整改情况
1.学习不深入。
完成情况：已完成
整改情况：一是加强学习。二是加强检查，建立台账。
二、下一步打算
（一）持续抓学习。常学常新。
（二）持续抓整改。一抓到底。
"""


def as_printed(value):
    return value


def in_half_width(value):
    if isinstance(value, list):
        return [in_half_width(one) for one in value]
    return value.translate(str.maketrans("，；：（）", ",;:()")) if value else value


@pytest.mark.parametrize("width", [as_printed, in_half_width])
@pytest.mark.parametrize(("lines", "expected"), TAILS)
def test_the_closing_lines_are_read(lines, expected, width):
    notice = read((PAGE.strip() + "\n" + "\n".join(width(lines))).encode())
    found = notice.contact.model_dump(mode="json") | notice.signature.model_dump(mode="json")
    assert {name: found[name] for name in expected} == {n: width(value) for n, value in expected.items()}
    assert [step.text for step in notice.next_steps] == ["常学常新。", "一抓到底。"]
