from notice_cli.text.colons import find_colons


def test_colons_of_either_width() -> None:
    assert find_colons("整改结果：已完成。整改情况:一是") == [4, 13]


def test_colons_behind_a_place() -> None:
    assert find_colons("问题1:整改情况:", 4) == [8]


def test_no_colon() -> None:
    assert find_colons("整改情况") == []
