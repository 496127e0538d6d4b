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
REASONS = ("因", "由于")
"""Words before the reason why something is not done."""
NOT_YET = ("尚未", "还没", "还没有", "尚没有", "还未", "仍未", "暂未", "不予", "未能", "没能", "无法", "暂缓")
"""Words that tell of what is not done, whatever follows them."""


def read_status(words: Sequence[Word]) -> str | None:
    """The result that the words state, `mixed` for two thrown together (已完成或基本完成); None if none."""
    for word in words:
        if "status" in word.senses:
            return _together(_statuses(words))
    return None


def _together(found: Sequence[str]) -> str | None:
    """What the results told one after the other come to."""
    if not found:
        return None
    if found[0] == "completed" and "basically_completed" in found:
        return "mixed"
    return "in_progress" if found[0] == "not_completed" and "in_progress" in found else found[0]


def is_under_way(words: Sequence[Word]) -> bool:
    """2个正在公示、3个继续盯办: under way, whatever it is that is done."""
    return _state(words) in UNDER_WAY


def is_not_begun(words: Sequence[Word]) -> bool:
    """7项尚未着手: not done, whatever it is."""
    return _state(words) in NOT_YET


def is_done(words: Sequence[Word]) -> bool:
    """45个问题全部整改: the act on all of them, and nothing else said."""
    told = [word for word in words if word.senses.get("mark") != "fill"]
    return len(told) == 2 and told[0].senses.get("mark") == "all" and told[1].text in ("整改", "办理", "治理")


def _state(words: Sequence[Word]) -> str:
    """The word that says how things stand: the first, or behind a reason the last such before an act.

    It is 正在 in 因土地手续正在协调推进; none in 因屋面渗漏正在维修.
    """
    told = [word for word in words if word.senses.get("mark") != "fill"]
    if not told or told[0].text not in REASONS:
        return told[0].text if told else ""
    ends = told[-1].senses.get("status") == "act"
    return next((word.text for word in told[::-1] if word.text in (*UNDER_WAY, *NOT_YET)), "") if ends else ""


def _statuses(words: Sequence[Word]) -> list[str]:
    found: list[str] = []
    piece, held, needed, end = "", False, False, -1
    for word in words:
        if word.start != end:
            piece, held = "", False
        end = word.end
        sense, mark = word.senses.get("status"), word.senses.get("mark")
        if mark == "future":
            break
        if sense is None:
            piece, held = _kept(mark, piece), False
            continue
        if _tells(sense, piece, held=held, needed=needed, words=words):
            found.append(_told(sense, piece))
        needed = needed or sense == "need"
        piece, held = _carried(sense, mark, piece, held)
    return found


def _tells(sense: str, piece: str, *, held: bool, needed: bool, words: Sequence[Word]) -> bool:
    """Whether a word behind a piece is a result; 需统筹解决的3个 is what has yet to be done."""
    if sense in FIXED or sense == "pace":
        return True
    if needed and DONE[piece] == "completed":
        return False
    return (sense == "done" and not held) or (sense in ("act", "carry") and _says(piece, words))


def _told(sense: str, piece: str) -> str:
    if sense == "pace":
        return "not_completed" if piece == "not" else "in_progress"
    return FIXED.get(sense) or DONE[piece]


def _says(piece: str, words: Sequence[Word]) -> bool:
    """Whether an act is a result behind a piece: 已全部整改 is one, 要求全部整改 is not."""
    return bool(piece) and (piece != "all" or any("已" in word.text for word in words))


def _carried(sense: str, mark: str | None, piece: str, held: bool) -> tuple[str, bool]:
    """The piece that the next word stands behind, and whether a result was just told with it."""
    if sense in ("act", "carry", "done"):
        return "", bool(piece) or (held and sense != "done")
    if sense in DONE:
        return ("not" if piece == "not" else sense), False
    return _kept(mark, piece), False


def _kept(mark: str | None, piece: str) -> str:
    """The piece behind a word that is none: 全部 is one itself, words that say nothing leave it."""
    if mark == "all":
        return piece or "all"
    return piece if mark == "fill" else ""
