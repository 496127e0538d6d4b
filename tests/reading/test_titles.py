"""What an issue's opening line names, and what follows it there, as printed."""

import pytest

from notice_cli import read

PAGE = """<h1>中共渡口镇委员会关于巡察整改进展情况的通报</h1>
<p>2023年6月20日，县委第三巡察组反馈了巡察意见。现将整改情况公布如下。</p>
<p>一、整改情况</p>
<p>1.{text}</p><p>完成情况：持续整改。</p><p>整改情况：一是修订检查办法。二是每季度抽查视频。</p>
<p>2.公务接待管理不规范。</p><p>完成情况：已完成。</p><p>整改情况：一是修订制度。二是清退费用2万元。</p>
<p>中共渡口镇委员会</p><p>2024年1月5日</p>"""


@pytest.mark.parametrize(
    "text",
    [
        "对渡船检验监管不力问题，2家机构出具的检测报告雷同。",
        "关于渡船检验监管不力的问题。2家机构出具的检测报告雷同。",
        "渡船检验监管不力问题，2家机构出具的检测报告雷同。",
        "关于渡船检验监管不力的问题",
    ],
)
def test_a_title_and_what_follows_it_in_its_line_stay_as_printed(text):
    assert read(PAGE.format(text=text).encode()).issues[0].text == text


def test_a_group_that_is_a_number_alone_stands_where_the_number_stands():
    notice = read("中共渡口镇委员会关于巡察整改进展情况的通报\n一、\n（一）问题整改落实情况".encode())
    span = notice.sections[0].span
    assert notice.text[span.start : span.end] == "一、"
