"""What the record's kinds are called in a sentence."""

from __future__ import annotations

from notice_cli.language import NOTHING, Words, words_in

NAMES = {
    "issues": words_in("vocabulary", "问题总数"),
    "issues_completed": Words("已完成"),
    "issues_basically_completed": Words("基本完成"),
    "issues_ongoing": Words("持续整改"),
    "issues_in_progress": Words("正在整改"),
    "issues_not_completed": Words("未完成"),
    "measures": Words("整改措施"),
    "measures_completed": Words("完成的整改措施"),
    "regulations": Words("规章制度"),
    "regulations_new": words_in("vocabulary", "新建制度"),
    "regulations_revised": words_in("vocabulary", "修订制度"),
    "regulations_abolished": words_in("vocabulary", "废止制度"),
    "completion_rate": Words("完成率"),
    "completed": Words("已完成"),
    "basically_completed": Words("基本完成"),
    "ongoing": Words("持续整改"),
    "in_progress": Words("正在整改"),
    "not_completed": Words("未完成"),
}
"""Kinds of counts, and the statuses of an issue."""


def scope_words(scope: str) -> Words:
    """Where a figure belongs: nothing for the whole notice, else 第2部分 or 问题14."""
    kind, _, number = scope.partition(":")
    if kind == "section":
        return Words(f"第{number}部分：", f"section {number}: ".replace("{", "{{").replace("}", "}}"))
    if kind == "issue":
        return Words(f"问题{number}：", f"issue {number}: ")
    return NOTHING
