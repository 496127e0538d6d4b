"""Measures by their enumerators, or one a paragraph."""

import pytest

from notice_cli.reading.measures import split_measures
from notice_cli.reading.piece import Piece


def split(*paragraphs: str) -> list[tuple[str | None, str]]:
    at, pieces = 0, []
    for text in paragraphs:
        pieces.append(Piece(text, at, at + len(text), 1))
        at += len(text) + 1
    whole = "\n".join(paragraphs)
    found = split_measures(pieces)
    for measure in found:
        assert measure.text == " ".join(whole[measure.start : measure.end].split())
    return [(one.label, one.text) for one in found]


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["一是开会。二是学习；三是整改。"], [("一是", "开会。"), ("二是", "学习"), ("三是", "整改。")]),
        (["①开会。②学习。"], [("①", "开会。"), ("②", "学习。")]),
        (["（1）开会。（2）学习。"], [("（1）", "开会。"), ("（2）", "学习。")]),
        (["1.开会1.5小时。2.学习。"], [("1.", "开会1.5小时。"), ("2.", "学习。")]),
        (["第一,开会。第二,学习。"], [("第一,", "开会。"), ("第二,", "学习。")]),
        (["a.开会；b.学习。"], [("a.", "开会"), ("b.", "学习。")]),
        (["A、开会；B、学习A.B法。"], [("A、", "开会"), ("B、", "学习A.B法。")]),
        (["措施1：开会。", "措施2：学习。"], [("措施1：", "开会。"), ("措施2：", "学习。")]),
        (
            ["整改举措（一）：开会。", "整改举措（二）：学习。"],
            [("整改举措（一）：", "开会。"), ("整改举措（二）：", "学习。")],
        ),
        (["①开会。", "②学习。", "续学习。"], [("①", "开会。"), ("②", "学习。 续学习。")]),
        (["开会。", "学习。"], [(None, "开会。"), (None, "学习。")]),
        (["重视。", "一是开会。二是学习。"], [(None, "重视。"), ("一是", "开会。"), ("二是", "学习。")]),
        (["主要做法：一是开会。二是学习。"], [("一是", "开会。"), ("二是", "学习。")]),
        (["一是开会,包括①点名②签到。二是学习。"], [("一是", "开会,包括①点名②签到。"), ("二是", "学习。")]),
        (["一是开会。三是学习。三是整改。"], [("一是", "开会。"), ("三是", "学习。"), ("三是", "整改。")]),
        (["首先开会；其次学习；最后整改。"], [("首先", "开会"), ("其次", "学习"), ("最后", "整改。")]),
        (["•开会；•学习。"], [("•", "开会"), ("•", "学习。")]),
        (["一方面开会，另一方面学习。"], [(None, "一方面开会，另一方面学习。")]),
        (["查明一是一、二是二。"], [(None, "查明一是一、二是二。")]),
        (["一是否到会要点名。"], [(None, "一是否到会要点名。")]),
        (["重点就是一是开会。"], [(None, "重点就是一是开会。")]),
        (["一是开会；", "续开会；", "二是学习；"], [("一是", "开会； 续开会"), ("二是", "学习")]),
        (["一是；二是学习。"], [("二是", "学习。")]),
        (["一是 开会 ；二是；三是整改；"], [("一是", "开会"), ("三是", "整改")]),
        (["一是开会,特别是学习。二是整改。"], [("一是", "开会,特别是学习。"), ("二是", "整改。")]),
        (["一是开会。二是否学习要问。三是整改。"], [("一是", "开会。二是否学习要问。"), ("三是", "整改。")]),
        (["一是开会。五是学习。二是整改。"], [("一是", "开会。"), ("五是", "学习。二是整改。")]),
        (["一是开会,二是学习。三是整改。"], [("一是", "开会,二是学习。"), ("三是", "整改。")]),
        (["一是开会。二是学习,五是五是。"], [("一是", "开会。"), ("二是", "学习,五是五是。")]),
        ([], []),
        ([""], []),
    ],
)
def test_measures(paragraphs, expected):
    assert split(*paragraphs) == expected


@pytest.mark.parametrize("count", [2, 12, 19, 29])
def test_numbers_of_two_and_three_characters(count: int) -> None:
    every = [ten + unit for ten in ("", "十", "二十") for unit in ("", *"一二三四五六七八九")][1:]
    numbers = every[:count]
    text = "".join(f"{number}是开会{number}次。" for number in numbers)
    assert [label for label, _ in split(text)] == [f"{number}是" for number in numbers]
