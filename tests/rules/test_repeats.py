"""Texts that stand twice are found by the clauses that they share."""

import pytest

from notice_cli.rules.repeats import find_repeated

FEES = "修订收费管理办法，逐项核对收费依据并向社会公开，由财务科按月检查"
STORES = "重新建立物资台账，由专人逐笔登记核对，按季度盘点并通报结果"


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        ((FEES, STORES), []),
        ((FEES, STORES, FEES), [(0, 2)]),
        ((FEES, STORES, FEES + "。"), [(0, 2)]),
        ((FEES, FEES, FEES), [(0, 1), (0, 2)]),
        ((f"{STORES}，{STORES}", FEES), []),
        (("按月开展检查", "按月开展检查"), []),
        ((FEES, "修订收费管理办法，" + STORES), []),
        ((f"{FEES}；{STORES}", f"{STORES}；{FEES}"), [(0, 1)]),
    ],
)
def test_positions_of_what_is_repeated(texts, pairs):
    assert list(find_repeated(texts)) == pairs


def test_a_clause_of_everybody_leads_nowhere():
    texts = [f"压实各级管理责任，{word * 14}" for word in "甲乙丙丁戊己庚辛壬癸"]
    assert list(find_repeated(texts)) == []
