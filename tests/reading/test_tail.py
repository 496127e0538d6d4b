"""The closing lines: how to report back, who signs, when."""

import pytest

from notice_cli.outline import read_outline
from notice_cli.page.block import Block
from notice_cli.reading.tail import read_tail, split_tail


def tail_of(*lines: str):
    outline = read_outline(
        [], [Block(text, at) for at, text in enumerate(["正文结束了，内容到此为止。", *lines], 1)]
    )
    return split_tail(outline.lines)[1]


CONTACT = (
    "欢迎监督。监督电话：0700-1234567；0700－7654321（工作日）；邮寄地址：云溪县望岚路6号B座5楼；邮编：440000；"
    "电子邮箱：yx_slj@example.cn。"
)


def test_contact():
    contact, _ = read_tail(tail_of(CONTACT, "中共云溪县水利局党组", "2024年1月2日"))
    assert [piece.text for piece in contact.phones] == ["0700-1234567", "0700－7654321"]
    assert contact.address is not None
    assert contact.address.text == "云溪县望岚路6号B座5楼"
    assert contact.postcode is not None
    assert contact.postcode.text == "440000"
    assert [piece.text for piece in contact.emails] == ["yx_slj@example.cn"]


@pytest.mark.parametrize(
    ("text", "phones"),
    [
        ("联系电话：(0700)1234567", ["(0700)1234567"]),
        ("联系电话：12345678-801", ["12345678-801"]),
        ("举报电话：12388", ["12388"]),
        ("联系电话：13800000000", ["13800000000"]),
        ("电子邮箱：1234567@example.cn", []),
        ("邮政编码：440000", []),
    ],
)
def test_phones(text, phones):
    assert [piece.text for piece in read_tail(tail_of(text))[0].phones] == phones


@pytest.mark.parametrize(
    ("lines", "issuer", "signed_on"),
    [
        (["中共云溪县水利局党组", "2024年1月2日"], "中共云溪县水利局党组", "2024-01-02"),
        (["中共云溪县水利局党组 2024年1月2日"], "中共云溪县水利局党组", "2024-01-02"),
        (
            ["中共云溪县委员会", "云溪县人民政府", "二〇二四年一月二日"],
            "中共云溪县委员会云溪县人民政府",
            "2024-01-02",
        ),
        (["云溪县水利局", "2024年2月30日"], "云溪县水利局", None),
        (
            ["云溪县纪委监委派驻县教育局纪检监察组", "2024年1月2日"],
            "云溪县纪委监委派驻县教育局纪检监察组",
            "2024-01-02",
        ),
        (["云溪农商行南门支行", "2024年1月2日"], "云溪农商行南门支行", "2024-01-02"),
        (["不获全胜决不收兵", "2024年1月2日"], None, "2024-01-02"),
        (["中共云溪县水利局党组（盖章）", "2024年1月2日"], "中共云溪县水利局党组", "2024-01-02"),
        (["中共云溪县水利局党组(代章)", "2024年1月2日"], "中共云溪县水利局党组", "2024-01-02"),
        (["云溪县水利局", "2024年1月2日", "（此件公开发布）"], "云溪县水利局", "2024-01-02"),
        ([CONTACT], None, None),
        ([], None, None),
    ],
)
def test_signature(lines, issuer, signed_on):
    _, signature = read_tail(tail_of(*lines))
    assert ("".join(piece.text for piece in signature.issuer) or None, signature.signed_on) == (
        issuer,
        signed_on,
    )


def test_the_body_is_no_part_of_the_closing_lines():
    tail = tail_of("云溪县水利局", "2024年1月2日")
    assert [one.line.text for one in tail] == ["云溪县水利局", "2024年1月2日"]


def test_calls_and_letters_are_labels_only_before_a_colon():
    contact, _ = read_tail(
        tail_of("来信：云溪县望岚路6号（邮编：440000）", "来电：0700-1234567", "电邮：yx@example.cn")
    )
    assert contact.address is not None
    assert (contact.address.text, [piece.text for piece in contact.phones]) == (
        "云溪县望岚路6号",
        ["0700-1234567"],
    )
    assert [piece.text for piece in contact.emails] == ["yx@example.cn"]


def test_letters_are_asked_for_with_an_address():
    contact, _ = read_tail(tail_of("信函请寄：云溪县望岚路6号县医院办公室；邮政编码：440000"))
    assert contact.address is not None
    assert contact.address.text == "云溪县望岚路6号县医院办公室"


@pytest.mark.parametrize(
    ("behind", "postcode"),
    [("（440000）", "440000"), ("（信封请注明“巡察整改”）", None), ("（工作日）", None)],
)
def test_an_address_ends_before_what_stands_in_brackets(behind, postcode):
    contact, _ = read_tail(tail_of(f"地址：云溪县望岚路6号302室{behind}"))
    assert contact.address is not None
    assert contact.address.text == "云溪县望岚路6号302室"
    assert (contact.postcode.text if contact.postcode else None) == postcode


def test_a_long_line_with_labels_of_two_kinds_is_a_contact():
    contact, _ = read_tail(
        tail_of(
            "以上情况，敬请社会各界监督。意见可通过以下渠道反馈：联系电话0578-2190336、0578-2190337；通讯地址："
            "云溪县海晏路509号商务大厦9楼903室；邮编：433050；邮箱：dzsswj_jgjw@yunxi.example.cn。"
        )
    )
    assert [piece.text for piece in contact.phones] == ["0578-2190336", "0578-2190337"]
    assert contact.address is not None
    assert contact.address.text == "云溪县海晏路509号商务大厦9楼903室"


def test_a_telephone_without_its_number_is_no_contact():
    tail = tail_of("整改：一是整合检查事项36项。二是公布投诉电话。", "云溪县水利局", "2024年1月2日")
    assert [one.line.text for one in tail] == ["云溪县水利局", "2024年1月2日"]


def test_a_result_in_brackets_closes_an_issue_and_not_the_notice():
    tail = tail_of(
        "开展走访，化解矛盾。", "（已完成整改）", "（此件公开发布）", "云溪县水利局", "2024年1月2日"
    )
    assert [one.line.text for one in tail] == ["（此件公开发布）", "云溪县水利局", "2024年1月2日"]


def test_an_address_ends_where_the_next_label_begins_behind_a_space():
    contact, _ = read_tail(
        tail_of("电话：0715-8108891 地址：云溪县望岚路6号 邮编：437000 邮箱：a@b.example.cn")
    )
    assert contact.address is not None
    assert (contact.address.text, contact.postcode and contact.postcode.text) == ("云溪县望岚路6号", "437000")
