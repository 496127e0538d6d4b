"""Numbers in every script that notices use."""

import pytest

from notice_cli.text.numerals import parse_circled, parse_digits, parse_numeral


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            ("23", 23),
            ("２３", 23),
            ("二十三", 23),
            ("廿三", 23),
            ("十", 10),
            ("十五", 15),
            ("一百零三", 103),
        ),
        *(("两", 2), ("三百", 300), ("一千二百三十四", 1234), ("三万五千", 35000), ("一亿", 100_000_000)),
        *(("二〇二四", 2024), ("壹拾贰", 12), ("1,234", 1234), ("零", 0), ("〇", 0)),
        *(("", None), ("个", None), ("十个", None), ("1.5", None), ("-1", None), ("abc", None)),
    ],
)
def test_numerals(text, value):
    assert parse_numeral(text) == value


def test_digits_and_circled():
    assert parse_digits("２０二四") == 2024
    assert parse_digits("二十") is None
    assert [parse_circled(one) for one in "①⑳⑴⒈㈠1一"] == [1, 20, 1, 1, 1, None, None]
