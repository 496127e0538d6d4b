"""The vocabulary of results with its traps: every wording has one class, or none."""

from __future__ import annotations

import pytest

from notice_cli.reading.status import ends_as_status, parse_status, parse_status_heading, split_status
from notice_cli.reading.vocabulary import speaking, spoken

WORDINGS = {
    "completed": """
        已完成 完成 完成。 已整改 已整改到位 整改完毕 已办结 已解决 已销号 见底清零 全部完成 均已完成
        立行立改 已完成并长期坚持 已完成整改并长期坚持 已经完成,长期坚持 已经完成，长期坚持
        完成整改并长期坚持 申请销号 已申请销号 待验收 已完成待销号 已完成整改并申请销号 该问题已整改完成
        此问题已整改到位 已完成，并长期坚持 已完成(长期坚持) 已完成（长期坚持） 已全面完成整改 整改已到位
        已按期完成整改 已完成整改任务 已整改完成，持续巩固 已整改完成并持续推进 已经整改 全部整改到位
        已整改销号 完成整改 已通过验收销号 已完成，达到整改目标 整改完成，并长期坚持 已于2023年6月完成
        立行立改，已完成 已完成立行立改 已全部完成整改 均已整改到位 已整改，持续巩固提升 已落实
        已完成，并持续推进 已完成、长期坚持 已完成/长期坚持 完成并持续坚持
    """,
    "basically_completed": """
        基本完成 基本整改到位 基本办结 总体完成 基本完成并持续整改 基本完成取得阶段性成果并持续整改
        已基本完成 基本完成，持续推进 已基本整改到位 基本完成整改，取得阶段性成果并持续整改 基本完成整改
        已基本完成整改 基本落实到位 基本完成(持续整改)
    """,
    "ongoing": """
        视同完成 视同完成,持续整改 视同完成，持续整改 视为完成 长期坚持 长期整改 持续整改 持续坚持
        常态化推进 纳入长效 阶段性完成 已阶段性完成并长期坚持 阶段性办结 取得阶段性成效
        取得阶段性成效并持续推进 取得阶段性成效，持续推进 需长期坚持 已取得阶段性成效 持续整改，长期坚持
        阶段性完成，持续推进 正在持续整改 已取得阶段性成果并持续推进 长期整改，持续推进 持续整改中
        视同整改完成 已视同完成 取得阶段性成效并长期坚持 已完成阶段性任务 已完成阶段性整改，持续推进
        长期坚持、持续整改 持续整改、长期坚持 阶段性整改完成 需要长期坚持
    """,
    "in_progress": """
        正在整改 整改中 尚在整改中 推进中 正在推进 持续推进 部分整改 部分完成 达到序时进度 按时序推进
        未完成但达到序时进度 未完成，但达到序时进度 列入治理计划 正在整改，达到序时进度 正在有序推进
        已达到序时进度 正在推进整改 按序时进度推进 正在按计划推进 有序推进 已部分整改 正在加快推进
        整改中，达到时序进度 正按时序推进 正按序时推进 正按计划推进
        正在积极推进 整改正在推进 达到时序进度 正在整改落实 已启动整改 序时推进中 按序时进度推进中
    """,
    "not_completed": """
        未完成 未整改 尚未完成 未达序时进度 未按期完成 逾期 申请延期 暂不具备整改条件 未办结 尚未整改到位
        暂未完成 未完成整改 没有完成整改 尚未完成整改 未能按期完成 整改未完成 已申请延期 尚未启动整改
        未达到序时进度 逾期未完成整改 未销号
    """,
    None: """
        移交 移送 转办 不属实 无需整改 未发现类似问题 没有一个问题未整改 已完成设备采购 已完成或基本完成
        完成整改措施69条 未完成整改0个 已完成制度修订 完成情况 整改完成情况 取得积极进展 不存在清退情况
        按要求完成 立即成立专班 2023年6月底前 已完成初步设计和地质勘察 整改
    """,
}
"""Wordings by class; None holds what looks like a result and is none."""
HEADINGS = {
    "completed": """
        已完成整改的问题（22个） 已完成整改问题 完成整改的问题清单 已整改到位的问题(共3个)
        已完成的整改任务 立行立改类问题 已完成整改的事项12项 整改完成的问题
    """,
    "basically_completed": """
        基本完成整改的问题（1个） 基本完成的整改事项
    """,
    "ongoing": """
        需长期坚持整改的问题(共1个) 需要长期坚持的问题 长期坚持类问题 持续整改的问题 取得阶段性成效的问题
        需持续推进整改的问题 长期整改任务
    """,
    "in_progress": """
        正在整改的问题 正在推进整改的问题（2个） 未完成但达到序时进度的问题
    """,
    "not_completed": """
        尚未完成整改的问题（2个） 未完成整改的问题 尚未整改到位的问题
    """,
    None: """
        整改完成情况 反馈问题整改情况 巡察反馈问题整改落实情况 突出问题 党的领导弱化问题 整改情况
        问题整改落实情况
    """,
}
"""Headings that give all issues below them a result, and headings that only sound so."""


def cases(table):
    return [(word, status) for status, words in table.items() for word in words.split()]


@pytest.mark.parametrize(("wording", "status"), cases(WORDINGS))
def test_a_wording_has_its_class(wording, status):
    assert parse_status(wording) == status
    assert parse_status(f"{wording}。") == status


@pytest.mark.parametrize(("heading", "status"), cases(HEADINGS))
def test_a_heading_gives_its_issues_a_result(heading, status):
    assert parse_status_heading(heading) == status


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("已完成。1.制定方案。", ("已完成", 4)),
        ("视同完成，持续整改；一是开展检查。", ("视同完成，持续整改", 10)),
        ("已完成设备采购。二是开展培训。", None),
        ("一是已完成整改。", None),
    ],
)
def test_a_result_is_split_from_the_measures_behind_it(text, expected):
    assert split_status(text) == expected


@pytest.mark.parametrize(
    "wording", [word for words in WORDINGS.values() for word in words.split() if parse_status(word)]
)
def test_no_wording_is_passed_over_by_its_first_or_its_last_letter(wording: str) -> None:
    assert split_status(f"{wording.rstrip('。')}。开会。") is not None
    assert ends_as_status(wording)
    assert ends_as_status(f"问题不严（{wording}）。")


def test_added_wordings_are_not_passed_over_either() -> None:
    assert split_status("喜见成效】。开会。") is None
    with speaking(spoken({}, {"completed": ["喜见成效】"]})):
        assert split_status("喜见成效】。开会。") == ("喜见成效】", 6)
        assert ends_as_status("喜见成效】")
