"""What the record's kinds are called in a sentence."""

from __future__ import annotations

from notice_cli.language import Words

NAMES = {
    "issues": Words("问题总数", "issues in all"),
    "issues_completed": Words("已完成", "completed"),
    "issues_basically_completed": Words("基本完成", "basically completed"),
    "issues_ongoing": Words("持续整改", "ongoing"),
    "issues_in_progress": Words("正在整改", "in progress"),
    "issues_not_completed": Words("未完成", "not completed"),
    "measures": Words("整改措施", "measures"),
    "measures_completed": Words("完成的整改措施", "measures completed"),
    "regulations": Words("规章制度", "regulations"),
    "regulations_new": Words("新建制度", "new regulations"),
    "regulations_revised": Words("修订制度", "revised regulations"),
    "regulations_abolished": Words("废止制度", "abolished regulations"),
    "completion_rate": Words("完成率", "completion rate"),
    "completed": Words("已完成", "completed"),
    "basically_completed": Words("基本完成", "basically completed"),
    "ongoing": Words("持续整改", "ongoing"),
    "in_progress": Words("正在整改", "in progress"),
    "not_completed": Words("未完成", "not completed"),
}
"""Kinds of counts, and the statuses of an issue."""


def scope_words(scope: str) -> Words:
    """Where a figure belongs: nothing for the whole notice, else 第2部分 or 问题14."""
    kind, _, number = scope.partition(":")
    if kind == "section":
        return Words(f"第{number}部分：", f"section {number}: ".replace("{", "{{").replace("}", "}}"))
    if kind == "issue":
        return Words(f"问题{number}：", f"issue {number}: ")
    return Words("", "")
