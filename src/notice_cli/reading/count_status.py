"""What result a run of words states: 视同完成,持续整改 is ongoing, 尚未完成 is not completed."""

from __future__ import annotations

from collections.abc import Sequence

from notice_cli.reading.count_lexicon import Word

FIXED = {"ongoing": "ongoing", "in_progress": "in_progress", "not_completed": "not_completed"}
"""Words that are a result in themselves."""
DONE = {
    "": "completed",
    "not": "not_completed",
    "basically": "basically_completed",
    "stage": "ongoing",
    "deemed": "ongoing",
    "now": "in_progress",
    "lasting": "ongoing",
    "partly": "in_progress",
    "all": "completed",
}
"""What 完成 becomes behind each piece; 整改 says something only behind one."""
UNDER_WAY = ("正在", "正", "仍在", "还在", "尚在", "抓紧", "加快", "加紧", "加速", "继续")
"""Words that tell of work under way, whatever follows them."""
NOT_YET = ("尚未", "还没", "还没有", "尚没有", "还未", "仍未", "暂未", "不予", "未能", "没能", "无法", "暂缓")
"""Words that tell of what is not done, whatever follows them."""


def read_status(words: Sequence[Word]) -> str | None:
    """The result that the words state, `mixed` for two thrown together (已完成或基本完成); None if none."""
    found = _statuses(words)
    if not found:
        return None
    if found[0] == "completed" and "basically_completed" in found:
        return "mixed"
    return "in_progress" if found[0] == "not_completed" and "in_progress" in found else found[0]


def is_under_way(words: Sequence[Word]) -> bool:
    """2个正在公示、3个继续盯办: under way, whatever it is that is done."""
    return _begins(words, UNDER_WAY)


def is_not_begun(words: Sequence[Word]) -> bool:
    """7项尚未着手: not done, whatever it is."""
    return _begins(words, NOT_YET)


def is_done(words: Sequence[Word]) -> bool:
    """45个问题全部整改: the act on all of them, and nothing else said."""
    told = [word for word in words if word.senses.get("mark") != "fill"]
    return len(told) == 2 and told[0].senses.get("mark") == "all" and told[1].text in ("整改", "办理", "治理")


def _begins(words: Sequence[Word], with_one_of: tuple[str, ...]) -> bool:
    first = next((word for word in words if word.senses.get("mark") != "fill"), None)
    return first is not None and first.text in with_one_of


def _statuses(words: Sequence[Word]) -> list[str]:
    found: list[str] = []
    piece, held, needed, end = "", False, False, -1
    for word in words:
        if word.start != end:
            piece, held = "", False
        end = word.end
        sense = word.senses.get("status", "")
        if word.senses.get("mark") == "future":
            break
        if sense in FIXED:
            found.append(FIXED[sense])
        elif sense == "pace":
            found.append("not_completed" if piece == "not" else "in_progress")
        elif needed and DONE[piece] == "completed":
            pass  # 需统筹解决的3个: what has yet to be done
        elif (sense == "done" and not held) or (sense in ("act", "carry") and _says(piece, words)):
            found.append(DONE[piece])
        needed = needed or sense == "need"
        piece, held = _carried(word, sense, piece, held)
    return found


def _says(piece: str, words: Sequence[Word]) -> bool:
    """Whether an act is a result behind a piece: 已全部整改 is one, 要求全部整改 is not."""
    return bool(piece) and (piece != "all" or any("已" in word.text for word in words))


def _carried(word: Word, sense: str, piece: str, held: bool) -> tuple[str, bool]:
    """The piece that the next word stands behind, and whether a result was just told with it."""
    if sense in ("act", "carry", "done"):
        return "", bool(piece) or (held and sense != "done")
    if sense and sense in DONE:
        return ("not" if piece == "not" else sense), False
    mark = word.senses.get("mark")
    if mark == "all":
        return piece or "all", False
    return (piece if mark == "fill" else ""), False
