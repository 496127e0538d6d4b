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


def read_status(words: Sequence[Word]) -> str | None:
    """The result that the words state, `mixed` for two thrown together (已完成或基本完成); None if none."""
    found = _statuses(words)
    if not found:
        return None
    if found[0] == "completed" and "basically_completed" in found:
        return "mixed"
    return "in_progress" if found[0] == "not_completed" and "in_progress" in found else found[0]


def _statuses(words: Sequence[Word]) -> list[str]:
    found: list[str] = []
    piece, held, end = "", False, -1
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
        elif (sense == "done" and not held) or (sense in ("act", "carry") and _says(piece, words)):
            found.append(DONE[piece])
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
